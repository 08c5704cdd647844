"""A provider's statement for a period: what each fund paid it, and whether that is collected, confirmed, paid.

It is by when central booked something, not by when a station says it happened: what was stated once does not change,
and what comes late is in the next one.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from central.clock import city_day, text
from central.db import Tx, locks
from central.db import statements as store
from central.db.statements import Line, State, Statement
from kiosk.domain import days

_ROME = ZoneInfo("Europe/Rome")
_NEXT = {State.COLLECTED: State.CONFIRMED, State.CONFIRMED: State.PAID}


class NotStated(StrEnum):
    NO_PERIOD = "days are written 2026-12-01, the first before the last"
    NOT_OVER = "the period is not over"
    OVERLAPS = "another statement of this provider has a day of it"
    UNKNOWN = "no such statement: collect it first"
    NOT_SO = "a collected one is confirmed, a confirmed one is paid"


@dataclass(frozen=True)
class Stated:
    statement: Statement
    totals: dict[str, int]  # by fund
    lines: Sequence[Line]


def collect(tx: Tx, provider: str, since: str, until: str, now: str) -> Stated | NotStated:
    """The statement of a period that is over; the same again is the same."""
    first, last = days.read(since), days.read(until)
    if first is None or last is None or first > last:
        return NotStated.NO_PERIOD
    if last >= city_day(datetime.fromisoformat(now)):
        return NotStated.NOT_OVER
    locks.feed(tx)
    if store.overlapping(tx, provider, since, until):
        return NotStated.OVERLAPS
    span = _moment(first), _moment(last + timedelta(days=1))
    totals, lines = store.totals(tx, provider, *span), store.lines(tx, provider, *span)
    held = store.get(tx, provider, since, until)
    if held is None:
        held = Statement(provider, since, until, sum(totals.values()), State.COLLECTED, now)
        store.add(tx, held)
    return Stated(held, totals, lines)


def turn(tx: Tx, provider: str, since: str, until: str, to: State, now: str) -> Statement | NotStated:
    """The provider has confirmed it; the city has paid it."""
    held = store.get(tx, provider, since, until)
    if held is None:
        return NotStated.UNKNOWN
    if held.state is to:
        return held
    if _NEXT.get(held.state) is not to:
        return NotStated.NOT_SO
    turned = replace(held, state=to, state_at=now)
    store.turn(tx, turned)
    return turned


def as_csv(lines: Iterable[Line], totals: dict[str, int]) -> str:
    """One line for each redemption, then the sum of each fund."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(Line._fields)
    writer.writerows(lines)
    writer.writerow([])
    writer.writerows([f"total {fund}", cents] for fund, cents in totals.items())
    return out.getvalue()


def _moment(day: date) -> str:
    return text(datetime.combine(day, time(), _ROME))
