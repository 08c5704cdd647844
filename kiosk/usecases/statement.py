"""What vouchers paid to providers in a period, as this station alone knows it: the whole account is central's.

No family's name is in it; of a discreet service neither the activity nor the provider's own line says which it was.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.clock import Reading
from kiosk.db.redemptions import Redemption
from kiosk.db.tx import Tx
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Activity
from kiosk.domain.parts import Part, Parts, read_parts
from kiosk.domain.signups import State
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.paying import activity
from kiosk.usecases.seats import known_seat
from kiosk.usecases.vouchers_here import provider_name


@dataclass(frozen=True)
class Line:
    """`title` is "" of a discreet service. `flagged`: its session is over, and nobody said that they came. `heard`:
    central has it."""

    event: str
    redemption: str
    at: str  # stamp
    provider: str
    title: str
    parts: Parts
    flagged: bool
    heard: bool
    receipt: int  # its serial

    @property
    def cents(self) -> int:
        return sum(part.amount for part in self.parts)


@dataclass(frozen=True)
class Statement:
    """`first` and `last` are both in it. Reversed redemptions are not. `names` of the providers, by their ids."""

    first: date
    last: date
    lines: tuple[Line, ...]  # by when
    names: dict[str, str]

    @property
    def totals(self) -> Parts:
        """By fund, in the order in which they paid first."""
        found: dict[str, int] = {}
        for part in (part for line in self.lines for part in line.parts):
            found[part.fund] = found.get(part.fund, 0) + part.amount
        return tuple(Part(fund, cents) for fund, cents in found.items())


def statement(tx: Tx, by: Entered, first: date, last: date, now: Reading, provider: str = "") -> Statement | NotIn:
    """Of one provider, or "" of all."""
    allowed = acting(tx, by, Deed.STATEMENTS)
    if isinstance(allowed, NotIn):
        return allowed
    rows = tx.redemptions.between(first.isoformat(), last.isoformat(), provider)
    heard = tx.redemptions.heard(row.event for row in rows)
    lines = tuple(_line(tx, row, row.event in heard, now) for row in rows)
    return Statement(first, last, lines, {id_: provider_name(tx, id_) for id_ in {row.provider for row in rows}})


def as_csv(made: Statement) -> str:
    """One line for each redemption, then the sum of each fund; amounts are cents."""
    out = io.StringIO()
    writer = csv.writer(out)
    funds = [part.fund for part in made.totals]
    writer.writerow(["receipt", "at", "provider", "activity", *funds, "cents", "attendance_missing"])
    writer.writerows(_row(line, made.names, funds) for line in made.lines)
    writer.writerow([])
    writer.writerows([f"total {part.fund}", part.amount] for part in made.totals)
    return out.getvalue()


def _row(line: Line, names: dict[str, str], funds: Iterable[str]) -> list[str | int]:
    by_fund = {part.fund: part.amount for part in line.parts}
    paid = [by_fund.get(fund, 0) for fund in funds]
    name = names.get(line.provider, "") or line.provider
    return [f"{line.receipt:010}", line.at, name, line.title, *paid, line.cents, "yes" if line.flagged else ""]


def _line(tx: Tx, row: Redemption, heard: bool, now: Reading) -> Line:
    of = activity(tx, row.activity)
    return Line(
        event=row.event,
        redemption=row.redemption,
        at=row.at,
        provider=row.provider,
        title=_title(of),
        parts=read_parts(row.parts) or (),
        flagged=_missing(tx, row, now),
        heard=heard,
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
