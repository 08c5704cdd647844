"""Many seeds on all processors."""

import gc
import multiprocessing
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.simulation import warm
from tests.simulation.run import Outcome, quiet, run_seed
from tests.simulation.site import Site, made

COLLECTED = 10  # seeds after which what is garbage by then is collected


@dataclass
class Told:
    """`violations` are (seed, sentence)."""

    seeds: int = 0
    steps: int = 0
    violations: list[tuple[int, str]] = field(default_factory=list)
    seconds: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """`violations` as a number; what they were under `found`, by seed."""
        return {
            "seeds": self.seeds,
            "steps": self.steps,
            "violations": len(self.violations),
            "seconds": round(self.seconds, 1),
            "found": [{"seed": seed, "what": what} for seed, what in self.violations],
        }


def run_many(seeds: Sequence[int], length: int, jobs: int | None, tell: Callable[[Outcome], None]) -> Told:
    """Every seed once; `tell` hears of each as it ends."""
    started, told = time.monotonic(), Told()
    with made() as site:
        count = jobs or os.cpu_count() or 1
        with multiprocessing.get_context("spawn").Pool(count, _begin, (site, length)) as pool:
            for outcome in pool.imap_unordered(_run, seeds, chunksize=4):
                told.seeds += 1
                told.steps += outcome.steps
                told.violations += [(outcome.seed, violation) for violation in outcome.violations]
                tell(outcome)
    told.seconds = time.monotonic() - started
    return told


_here: list[tuple[Site, int]] = []


def _begin(site: Site, length: int) -> None:
    quiet()
    warm.settle()
    _here.append((site, length))


def _run(seed: int) -> Outcome:
    site, length = _here[0]
    if seed % COLLECTED == 0:
        gc.collect()
    return run_seed(site, seed, length)
