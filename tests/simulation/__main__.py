"""`python -m tests.simulation [--seeds N | --seed S | --mutants | --city] [--json]`

Each seed is up to `--length` steps of arrivals, bindings, edits, cuts, crashes, restores and lies about the time, with
the guarantees checked after every step. `--seed S` replays one and says what happened. `--mutants` plants bugs, one
after the other, and tells in which seed each was caught. `--city` plays 60 days of a whole city on the domain module
alone, and tells what each policy of money and of places costs honest families.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict

from tests.simulation import mutants
from tests.simulation.city import figures
from tests.simulation.city.figures import Paid, Placed
from tests.simulation.many import run_many
from tests.simulation.run import Outcome, quiet, run_seed
from tests.simulation.site import made

LENGTH, HUNT = 200, 60  # steps: of a seed, and of one in which a bug is planted
SOUND, BROKEN, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    asked = _parser().parse_args(argv)
    quiet()
    if asked.city:
        return _city(asked.out, asked.json)
    if asked.mutants:
        return _mutants(asked.json, asked.length or HUNT)
    if asked.seed is not None:
        return _one(asked.seed, asked.length or LENGTH, asked.json)
    return _many(asked.seeds, asked.length or LENGTH, asked.jobs, asked.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--seeds", type=int, default=200, metavar="N", help="seeds 0 to N-1; 200 by default")
    what.add_argument("--seed", type=int, metavar="S", help="replay one")
    what.add_argument("--mutants", action="store_true", help="plant bugs; each has to be caught")
    what.add_argument("--city", action="store_true", help="policies of money and places, compared")
    parser.add_argument("--out", type=int, nargs="+", default=[10], metavar="PERCENT", help="of hubs out; %(default)s")
    steps = f"steps of a seed; {LENGTH}, and {HUNT} where a bug is planted"
    parser.add_argument("--length", type=int, metavar="N", help=steps)
    parser.add_argument("--jobs", type=int, metavar="N", help="processes; as many as there are processors")
    parser.add_argument("--json", action="store_true")
    return parser


def _one(seed: int, length: int, as_json: bool) -> int:
    with made() as site:
        outcome = run_seed(site, seed, length)
    if as_json:
        print(json.dumps(asdict(outcome)))
    else:
        print(f"seed {seed}: {' '.join(outcome.trail)}")
        print("\n".join(outcome.violations) or "all guarantees hold")
    return BROKEN if outcome.violations else SOUND


def _many(seeds: int, length: int, jobs: int | None, as_json: bool) -> int:
    told = run_many(range(seeds), length, jobs, _shown if not as_json else _kept_quiet)
    if as_json:
        print(json.dumps(told.as_dict()))
    else:
        print(f"{told.seeds} seeds, {told.steps} steps, {len(told.violations)} violations, {told.seconds:.0f} s")
    return BROKEN if told.violations else SOUND


def _shown(outcome: Outcome) -> None:
    for violation in outcome.violations:
        print(f"seed {outcome.seed}, step {outcome.steps}: {violation}", flush=True)


def _kept_quiet(_: Outcome) -> None:
    """JSON comes once, at the end."""


def _mutants(as_json: bool, length: int) -> int:
    rows = []
    with made() as site:
        for mutant in mutants.ALL:
            started = time.monotonic()
            found = mutants.hunt(site, mutant, length)
            row = {
                "mutant": mutant.name,
                "caught": found is not None,
                "seed": found.seed if found else None,
                "by": found.violations[0] if found else "",
                "seconds": round(time.monotonic() - started, 1),
            }
            rows.append(row)
            if not as_json:
                print(
                    f"{mutant.name:34} {'caught in seed ' + str(row['seed']) if found else 'NOT CAUGHT'}  {row['by']}"
                )
    if as_json:
        print(json.dumps(rows, indent=1))
    return SOUND if all(row["caught"] for row in rows) else BROKEN


def _city(out: Sequence[int], as_json: bool) -> int:
    rows = figures.play([percent / 100 for percent in out], 1, _row_shown if not as_json else _row_kept)
    if as_json:
        print(json.dumps(rows, indent=1))
    return SOUND


def _row_shown(row: Paid | Placed) -> None:
    print(
        "  ".join(
            f"{name} {value:.2f}" if isinstance(value, float) else f"{name} {value}"
            for name, value in vars(row).items()
        ),
        flush=True,
    )


def _row_kept(_: Paid | Placed) -> None:
    """As above."""


if __name__ == "__main__":
    sys.exit(main())
