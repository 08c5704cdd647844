"""What is past its period goes, by rule (central.periods): nightly, in short transactions, so that nobody waits long.

A visit whose time is over becomes a number of a band and a day, nobody's. Whoever was seen at two stations is made one
visit before that, so that the numbers of the day stay what they were.
"""

import logging
from collections.abc import Mapping
from datetime import date, timedelta

from central import registers
from central.clock import text
from central.db import Tx, forgetting, reading, writing
from central.db import retaining as store
from central.db.retaining import Bodies, Past
from central.opening import Central
from central.periods import PERIODS, Rule

log = logging.getLogger(__name__)

_OF_EVENTS = (Rule.VISITS, Rule.BODIES, Rule.MONEY, Rule.TRAIL)


def retain(central: Central, periods: Mapping[Rule, int] = PERIODS, *, dry_run: bool) -> dict[Rule, int]:
    """How many rows of each rule went, or would go now: what waits for another rule is not in it."""
    folded: set[tuple[str, date]] = set()
    rows = {}
    for rule in Rule:
        before = text(central.clock() - timedelta(days=periods[rule]))
        lots = _lots(rule, before)
        rows[rule] = sum(_count(central, lot) if dry_run else _all(central, lot, folded) for lot in lots)
    said = ", ".join(f"{rule} {number}" for rule, number in rows.items())
    log.warning("past their periods%s: %s", ", if it were no dry run" if dry_run else "", said)
    return rows


def _lots(rule: Rule, before: str) -> list[Bodies | Past]:
    match rule:
        case Rule.VISITS | Rule.BODIES | Rule.MONEY:
            return [store.due(rule.value, before)]
        case Rule.TRAIL:  # with what somebody should have looked at, by then
            return [*(store.overdue(kept.value, before) for kept in _OF_EVENTS), *store.workers(before)]
        case Rule.CASES:
            return [store.closed(before)]
        case Rule.COUNTS:
            return [*store.counts(before)]


def _count(central: Central, lot: Bodies | Past) -> int:
    with reading(central.engine) as tx:
        return store.count(tx, lot)


def _all(central: Central, lot: Bodies | Past, folded: set[tuple[str, date]]) -> int:
    total, gone = 0, 1
    while gone:
        with writing(central.engine) as tx:
            gone = store.let_go(tx, lot) if isinstance(lot, Past) else _shred(tx, lot, folded)
        total += gone
    return total


def _shred(tx: Tx, lot: Bodies, folded: set[tuple[str, date]]) -> int:
    gone = store.some(tx, lot)
    visits = {str(one.said.get("visit", "")) for one in gone if one.type in forgetting.CAME}
    for hub, day in registers.days(tx, visits) - folded:
        registers.fold(tx, hub, day)
        folded.add((hub, day))
    forgetting.strip(tx, gone)
    forgetting.shred(tx, gone)
    return len(gone)
