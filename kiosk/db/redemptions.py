"""What vouchers paid at this station, and the receipts that were checked here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, insert, or_, select, text, update

from kiosk.db import schema
from kiosk.domain.events import Verdict

_REDEMPTIONS = schema.redemptions.c
_GIVEN = select(func.coalesce(func.sum(_REDEMPTIONS.cents), 0)).where(_REDEMPTIONS.reversed_by.is_(None))
_OF_VOUCHER = _GIVEN.where(_REDEMPTIONS.voucher == bindparam("of"))
_ON_DAY = _OF_VOUCHER.where(_REDEMPTIONS.day == bindparam("day"))
_UNHEARD = _OF_VOUCHER.where(
    _REDEMPTIONS.event.in_(select(schema.events.c.id).where(schema.events.c.verdict.is_(None)))
)

_WHOSE = _GIVEN.where(
    _REDEMPTIONS.person == bindparam("person"),
    or_(_REDEMPTIONS.person != "", _REDEMPTIONS.serial == bindparam("serial")),
)
_OF_SESSION = _WHOSE.where(_REDEMPTIONS.session == bindparam("of"))
_OF_COURSE = _WHOSE.where(_REDEMPTIONS.activity == bindparam("of"))
_ADD = insert(schema.redemptions)


@dataclass(frozen=True)
class Redemption:
    """`parts` is the text of kiosk.domain.parts; money is cents."""

    event: str
    redemption: str
    voucher: str
    household: str
    person: str = field(repr=False)
    serial: int
    activity: str
    session: str
    provider: str
    price: int
    cents: int
    parts: str
    means: str  # allotment, purse, online
    outage: str  # when the outage began in which the purse gave it, "" else
    request: str  # of what was asked online, "" else
    receipt: int
    worker: str
    second: str
    at: str
    day: str
    reversed_by: str | None = None


class Redemptions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, redemption: Redemption) -> None:
        self._connection.execute(_ADD, vars(redemption))

    def get(self, event: str) -> Redemption | None:
        return next(iter(self._read(schema.redemptions.c.event == event)), None)

    def of_household(self, household: str) -> list[Redemption]:
        """The newest first."""
        return self._read(schema.redemptions.c.household == household)[::-1]

    def of_card(self, serial: int) -> list[Redemption]:
        """Of one from elsewhere, the newest first."""
        table = schema.redemptions
        return self._read(table.c.household == "", table.c.serial == serial)[::-1]

    def of(self, household: str, serial: int) -> list[Redemption]:
        """A household's; where there is none, those of a card from elsewhere."""
        return self.of_household(household) if household else self.of_card(serial)

    def of_day(self, day: str) -> list[Redemption]:
        return self._read(schema.redemptions.c.day == day)

    def between(self, first: str, last: str, provider: str = "") -> list[Redemption]:
        """Those that stand, by when; both days included, of one provider or of all."""
        table = schema.redemptions
        of = (table.c.provider == provider,) if provider else ()
        return self._read(table.c.day >= first, table.c.day <= last, table.c.reversed_by.is_(None), *of)

    def heard(self, events: Iterable[str]) -> set[str]:
        """Those of them that central has accepted."""
        table = schema.events
        query = select(table.c.id).where(table.c.id.in_(list(events)), table.c.verdict == Verdict.ACCEPTED.value)
        return set(self._connection.execute(query).scalars())

    def by_receipt(self, receipt: int) -> list[Redemption]:
        return self._read(schema.redemptions.c.receipt == receipt)

    def reverse(self, event: str, by: str) -> None:
        table = schema.redemptions
        self._connection.execute(update(table).where(table.c.event == event).values(reversed_by=by))

    # --- sums of what stands, in cents ----------------------------------------------------------------------------

    def of_voucher(self, voucher: str, day: str) -> int:
        return int(self._connection.execute(_ON_DAY, {"of": voucher, "day": day}).scalar_one())

    def of_session(self, person: str, session: str, serial: int = 0) -> int:
        """What was paid here for this person and this session, by whichever voucher; of a card from elsewhere, for
        whoever shows it."""
        return self._sum(_OF_SESSION, person, serial, session) if session else 0

    def of_course(self, person: str, activity: str, serial: int = 0) -> int:
        """Likewise, for all dates of this activity together: it has one price."""
        return self._sum(_OF_COURSE, person, serial, activity)

    def of_purse(self, outage: str, household: str = "", serial: int = 0) -> int:
        """What the purse gave in an outage: to a household, to a card that nobody knows here, or to all. What was
        reversed counts too: it was given."""
        table = schema.redemptions
        query = select(func.coalesce(func.sum(table.c.cents), 0)).where(text("means = 'purse'"))
        query = query.where(table.c.outage == outage)
        if household:
            query = query.where(table.c.household == household)
        elif serial:
            query = query.where(table.c.serial == serial)
        return int(self._connection.execute(query).scalar_one())

    def unanswered(self, voucher: str) -> int:
        """What was given of a voucher here and central has not heard."""
        return int(self._connection.execute(_UNHEARD, {"of": voucher}).scalar_one())

    def _sum(self, given: Select[Any], person: str, serial: int, of: str) -> int:
        """Of a person; where there is none, of whoever shows this card."""
        whom = {"person": person, "serial": 0 if person else serial, "of": of}
        return int(self._connection.execute(given, whom).scalar_one())

    def _read(self, *which: ColumnElement[bool]) -> list[Redemption]:
        table = schema.redemptions
        rows: Any = self._connection.execute(select(table).where(*which).order_by(table.c.at, table.c.event)).mappings()
        return [Redemption(**row) for row in rows]

    # --- receipts -------------------------------------------------------------------------------------------------

    def presented(self, kid: str, receipt: int) -> str:
        """When this receipt was first checked here, "" if never."""
        table = schema.receipts_seen
        query = select(table.c.at).where(table.c.kid == kid, table.c.receipt == receipt)
        return self._connection.execute(query).scalar() or ""

    def present(self, kid: str, receipt: int, at: str) -> None:
        row = {"kid": kid, "receipt": receipt, "at": at}
        self._connection.execute(insert(schema.receipts_seen), row)
