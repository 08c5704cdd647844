"""What is past its period goes, by rule: nightly, and by a technician's command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.db.tx import Tx
from kiosk.domain.retention import PERIODS, Rule, before
from kiosk.usecases.enter import InOne


@dataclass(frozen=True)
class Retained:
    """How many rows of each rule went, or would have gone."""

    rows: Mapping[Rule, int]


def retain(in_one: InOne, today: date, periods: Mapping[Rule, int] = PERIODS, *, dry_run: bool = False) -> Retained:
    """In short transactions. A dry run counts what would go now: what waits for another rule is not in it."""
    done = {}
    for rule in Rule:  # bodies first: a row goes after what says it
        day = before(rule, today, periods).isoformat()
        done[rule] = in_one(_counting(rule, day)) if dry_run else _all(in_one, rule, day)
    return Retained(done)


def _counting(rule: Rule, day: str) -> Callable[[Tx], int]:
    return lambda tx: tx.retaining.count(rule, day)


def _all(in_one: InOne, rule: Rule, day: str) -> int:
    total = 0
    while gone := in_one(lambda tx: tx.retaining.step(rule, day)):
        total += gone
    return total
