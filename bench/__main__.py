"""`./dev bench [NAME...] [--json] [--runs N]`: each speed beside its floor."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench import (
    booking,
    browse,
    cold,
    copies,
    decoding,
    delta,
    families,
    finding,
    forgeries,
    granting,
    herd,
    idle,
    push,
    redeeming,
    scan,
    slow,
)
from bench.harness import BenchFailed
from bench.row import Row, as_json, as_table
from bench.site import Site, open_site
from demo.city import CityFailed

OK, FAILED, USAGE = 0, 1, 2


@dataclass(frozen=True)
class Measurement:
    """One measurement may give several rows. `take` gets the number of runs, None for its own."""

    names: tuple[str, ...]
    take: Callable[[Site, int | None], list[Row]]


MEASUREMENTS = (
    Measurement(families.NAMES, families.measure),  # first: stations of a hub hear of each other's visits
    Measurement(scan.NAMES, scan.measure),
    Measurement(redeeming.NAMES, redeeming.measure),
    Measurement(cold.NAMES, cold.measure),
    Measurement(finding.NAMES, finding.measure),
    Measurement(decoding.NAMES, decoding.measure),
    Measurement(forgeries.NAMES, forgeries.measure),
    Measurement(push.NAMES, push.measure),
    Measurement(idle.NAMES, idle.measure),
    Measurement(copies.NAMES, copies.measure),
    Measurement(delta.NAMES, delta.measure),
    Measurement(browse.NAMES, browse.measure),
    Measurement(slow.NAMES, slow.measure),
    Measurement(herd.NAMES, herd.measure),
    Measurement(booking.NAMES, booking.measure),
    Measurement(granting.NAMES, granting.measure),
)
NAMES = tuple(name for measurement in MEASUREMENTS for name in measurement.names)


def main(argv: Sequence[str] | None = None) -> int:
    """Exit codes: 0 measured (met or not: see the rows), 1 a measurement broke, 2 asked wrongly."""
    asked = _parser().parse_args(argv)
    unknown = [name for name in asked.names if name not in NAMES]
    if unknown:
        print(f"no such row: {', '.join(unknown)}; there are:", *NAMES, sep="\n  ", file=sys.stderr)
        return USAGE
    try:
        with open_site() as site:
            rows = take(site, asked.names or NAMES, asked.runs)
    except (BenchFailed, CityFailed) as error:
        print(f"the bench broke: {error}", file=sys.stderr)
        return FAILED
    print(as_json(rows) if asked.json else as_table(rows))
    return OK


def take(site: Site, names: Sequence[str], runs: int | None) -> list[Row]:
    """The rows that are wanted, in the order of the bench."""
    rows: list[Row] = []
    for measurement in MEASUREMENTS:
        if set(measurement.names) & set(names):
            print(f"measuring {' '.join(measurement.names)} (load {os.getloadavg()[0]:.1f})", file=sys.stderr)
            rows += [row for row in measurement.take(site, runs) if row.name in names]
    return rows


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="rows; all of them by default")
    parser.add_argument("--json", action="store_true", help="a list of objects instead of a table")
    parser.add_argument("--runs", type=_count, metavar="N", help="medians of N runs instead of each row's own number")
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("a number from 1")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
