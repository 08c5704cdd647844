"""What vouchers paid to providers in a period, as this station alone knows it: the whole account is central's.

How far it has come, too, is never more than central told: until it answers, a redemption is on its way. No name of a
family is in it; of a discreet service neither the activity nor the provider's own line says which it was.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.clock import Reading
from kiosk.db.redemptions import Redemption
from kiosk.db.tx import Tx
from kiosk.domain import catalogue, statements
from kiosk.domain.catalogue import Activity
from kiosk.domain.parts import Part, Parts, read_parts, total
from kiosk.domain.signups import State
from kiosk.domain.statements import Settled
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.paying import activity
from kiosk.usecases.seats import known_seat
from kiosk.usecases.vouchers_here import provider_name

_ON_ITS_WAY = (Settled.WAITING, "")


@dataclass(frozen=True)
class Line:
    """`title` is "" of a discreet service. `flagged`: its session is over, and nobody said that they came. `on`: the
    day since which a statement of central's has it so, ISO; "" while none has it."""

    event: str
    redemption: str
    at: str  # stamp
    provider: str
    title: str
    parts: Parts
    flagged: bool
    settled: Settled
    on: str
    receipt: int  # its serial

    @property
    def cents(self) -> int:
        return sum(part.amount for part in self.parts)


@dataclass(frozen=True)
class Statement:
    """`first` and `last` are both in it. Reversed redemptions are not. `names` of the providers, by their ids;
    `heard_at`: when central was last heard, a stamp, "" for never."""

    first: date
    last: date
    lines: tuple[Line, ...]  # by when
    names: dict[str, str]
    heard_at: str

    @property
    def totals(self) -> Parts:
        """By fund, in the order in which they paid first."""
        return _by_fund(self.lines)

    @property
    def by_state(self) -> dict[Settled, Parts]:
        """Of what has come so far, and no further; by fund likewise. What is least certain comes first."""
        lines = {settled: [line for line in self.lines if line.settled is settled] for settled in Settled}
        return {settled: _by_fund(some) for settled, some in lines.items() if some}


def least(lines: Iterable[Line]) -> Settled:
    """How far all of them have come."""
    found = {line.settled for line in lines}
    return next((settled for settled in Settled if settled in found), Settled.WAITING)


def _by_fund(lines: Iterable[Line]) -> Parts:
    found: dict[str, int] = {}
    for part in (part for line in lines for part in line.parts):
        found[part.fund] = found.get(part.fund, 0) + part.amount
    return tuple(Part(fund, cents) for fund, cents in found.items())


def statement(tx: Tx, by: Entered, first: date, last: date, now: Reading, provider: str = "") -> Statement | NotIn:
    """Of one provider, or "" of all."""
    allowed = acting(tx, by, Deed.STATEMENTS)
    if isinstance(allowed, NotIn):
        return allowed
    rows = tx.redemptions.between(first.isoformat(), last.isoformat(), provider)
    come = _come(tx, rows, first)
    lines = tuple(_line(tx, row, come.get(row.event, _ON_ITS_WAY), now) for row in rows)
    names = {id_: provider_name(tx, id_) for id_ in {row.provider for row in rows}}
    return Statement(first, last, lines, names, tx.syncing.get().last_good_at)


def _come(tx: Tx, rows: Iterable[Redemption], first: date) -> dict[str, tuple[Settled, str]]:
    """How far each of those has come that central has, and on which day. One that was booked late is in a later
    statement, never in an earlier one."""
    heard = tx.redemptions.heard(row.event for row in rows)
    read = (statements.read(data) for data in tx.catalogue.every(statements.KIND).values())
    told = [one for one in read if one is not None and one.until >= first.isoformat()]
    in_one = {event: (one.settled, one.on) for one in told for event in one.events if event in heard}
    return dict.fromkeys(heard, (Settled.COLLECTED, "")) | in_one


def as_csv(made: Statement) -> str:
    """One line for each redemption, then the sum of each fund, by how far it has come; amounts are cents."""
    out = io.StringIO()
    writer = csv.writer(out)
    funds = [part.fund for part in made.totals]
    head = ["receipt", "at", "provider", "activity", *funds, "cents", "attendance_missing", "settled", "settled_on"]
    writer.writerow(head)
    writer.writerows(_row(line, made.names, funds) for line in made.lines)
    writer.writerow([])
    states = made.by_state
    writer.writerow(["fund", *states, "total"])
    writer.writerows(
        [part.fund, *(_of(part.fund, some) for some in states.values()), part.amount] for part in made.totals
    )
    writer.writerow(["total", *map(total, states.values()), total(made.totals)])
    return out.getvalue()


def _of(fund: str, parts: Parts) -> int:
    return sum(part.amount for part in parts if part.fund == fund)


def _row(line: Line, names: dict[str, str], funds: Iterable[str]) -> list[str | int]:
    paid = [_of(fund, line.parts) for fund in funds]
    name = names.get(line.provider, "") or line.provider
    flag = "yes" if line.flagged else ""
    return [f"{line.receipt:010}", line.at, name, line.title, *paid, line.cents, flag, line.settled.value, line.on]


def _line(tx: Tx, row: Redemption, come: tuple[Settled, str], now: Reading) -> Line:
    of, (settled, on) = activity(tx, row.activity), come
    return Line(
        event=row.event,
        redemption=row.redemption,
        at=row.at,
        provider=row.provider,
        title=_title(of),
        parts=read_parts(row.parts) or (),
        flagged=_missing(tx, row, now),
        settled=settled,
        on=on,
        receipt=row.receipt,
    )


def _title(of: Activity | None) -> str:
    return catalogue.in_language(of.title, "it") if of is not None and not of.sensitive else ""


def _missing(tx: Tx, row: Redemption, now: Reading) -> bool:
    """Of a whole course nothing can be said by one session."""
    seat = known_seat(tx, row.session) if row.session else None
    if seat is None or seat.session.ends > now.at:
        return False
    people = tx.merges.ids(row.person)
    theirs = (one for one in tx.signups.of_session(row.session) if one.person in people)
    return not any(one.state is State.ATTENDED for one in theirs)
