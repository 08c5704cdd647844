"""A provider's statement for a period: what each fund paid it, and whether that is collected, confirmed, paid.

It is by when central booked something, not by when a station says it happened: what was stated once does not change,
and what comes late is in the next one. Each station is told how far its own redemptions have come
(kiosk.domain.statements), as long as its desk can turn back to them.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from central import feed
from central.clock import city_day, text
from central.db import Tx, decisions, locks
from central.db import statements as store
from central.db.decisions import Decision, What
from central.db.statements import Line, State, Statement
from central.deciding import said
from central.feed import Draft
from central.scope import of_station
from kiosk.domain import days
from kiosk.domain.statements import AT_ONCE, KIND, Settled, Told, dump, name

TOLD_FOR = timedelta(days=400)  # after the last day: longer than a desk turns back
_ROME = ZoneInfo("Europe/Rome")
_NEXT = {State.COLLECTED: State.CONFIRMED, State.CONFIRMED: State.PAID}
_DECIDED = {State.CONFIRMED: What.CONFIRMED, State.PAID: What.PAID}


class NotStated(StrEnum):
    NO_PERIOD = "days are written 2026-12-01, the first before the last"
    NOT_OVER = "the period is not over"
    OVERLAPS = "another statement of this provider has a day of it"
    UNKNOWN = "no such statement: collect it first"
    NOT_SO = "a collected one is confirmed, a confirmed one is paid"
    SAME = "who said that it is confirmed does not say that it is paid: it takes another one"


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
    _tell(tx, held, now)
    return Stated(held, totals, lines)


def turn(
    tx: Tx, provider: str, since: str, until: str, to: State, who: str, why: str, now: str
) -> Statement | NotStated:
    """The provider has confirmed it; the city has paid it: two people say so, one each. The same again is the same.

    Raises ValueError without a name or a reason.
    """
    locks.feed(tx)
    held = store.get(tx, provider, since, until)
    if held is None:
        return NotStated.UNKNOWN
    if held.state is not to:
        turned = _decided(tx, held, to, said(who), said(why), now)
        if isinstance(turned, NotStated):
            return turned
        held = turned
        store.turn(tx, held)
    _tell(tx, held, now)
    return held


def _decided(tx: Tx, held: Statement, to: State, who: str, why: str, now: str) -> Statement | NotStated:
    if _NEXT.get(held.state) is not to:
        return NotStated.NOT_SO
    subject = f"{held.provider}:{held.since}:{held.until}"
    before = decisions.last(tx, KIND, subject)
    if before is not None and before.who.casefold() == who.casefold():
        return NotStated.SAME
    decisions.add(tx, Decision(now, who, _DECIDED[to], KIND, "", subject, why))
    return replace(held, state=to, state_at=now)


# --- told -----------------------------------------------------------------------------------------------------------


def _tell(tx: Tx, held: Statement, now: str) -> None:
    if held.until < _told_since(datetime.fromisoformat(now)):
        return
    span = _moment(date.fromisoformat(held.since)), _moment(date.fromisoformat(held.until) + timedelta(days=1))
    settled, on = Settled(held.state.value), city_day(datetime.fromisoformat(held.state_at)).isoformat()
    drafts = []
    for station, events in store.by_station(tx, held.provider, *span).items():
        for n, start in enumerate(range(0, len(events), AT_ONCE)):
            some = tuple(events[start : start + AT_ONCE])
            told = Told(held.provider, held.since, held.until, settled, on, some)
            drafts.append(Draft(KIND, name(told, station, n), dump(told), of_station(station)))
    feed.publish_all(tx, drafts)


def withdraw_old(tx: Tx, now: datetime) -> int:
    """Take back from the feed what no desk turns back to any more; how many records."""
    since = _told_since(now)
    old = [id_ for id_, data in feed.live(tx, KIND) if str(data.get("until")) < since]
    for id_ in old:
        feed.withdraw(tx, KIND, id_)
    return len(old)


def _told_since(now: datetime) -> str:
    return (city_day(now) - TOLD_FOR).isoformat()


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
