"""Visits: one person's, or one unnamed card's, stay at the hub; or that of people who were only counted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, and_, bindparam, exists, func, insert, or_, select, text, update

from kiosk.clock import from_stamp, stamp
from kiosk.db import schema

_LEFT = (
    exists()
    .where(schema.departures.c.visit == schema.visits.c.id, schema.departures.c.undone_by.is_(None))
    .correlate(schema.visits)
)
_VISITS = schema.visits.c
_STANDS = _VISITS.undone_by.is_(None)
_IN_A_PARTY = text("party <> ''")  # as the index says it
# A card counts too when its person is known: it may have been scanned before its binding was copied.
_OF_THEM = or_(
    and_(_VISITS.serial.in_(bindparam("serials", expanding=True)), _VISITS.person == ""),
    _VISITS.person.in_(bindparam("persons", expanding=True)),
)
_ADD = insert(schema.visits)
_NAMED = select(schema.visits).where(_VISITS.id == bindparam("of"))
_ON_DAY = select(_VISITS.id).where(_VISITS.day == bindparam("day"), _VISITS.kind == "person", _OF_THEM)
_HERE = (
    select(schema.visits)
    .where(_VISITS.day >= bindparam("first"))  # or every visit that there ever was would be walked over
    .where(or_(_VISITS.day == bindparam("day"), _VISITS.arrived_at > bindparam("since")), _STANDS, ~_LEFT, _OF_THEM)
    .where(_VISITS.kind == "person")
    .order_by(_VISITS.arrived_at.desc())
    .limit(schema.ONE)
)


@dataclass(frozen=True)
class Visit:
    """`kind`, `who`, `band`, `party`, `children` and the numbers are those of kiosk.domain.attendance.Came."""

    id: str
    event: str  # the event that began it
    serial: int
    person: str
    household: str
    arrived_at: str
    day: str
    undone_by: str | None = None
    kind: str = "person"
    who: str = ""
    band: str = ""
    party: str = ""
    children: str = ""
    adults: int = 0
    educators: int = 0
    forget_on: str = ""
    worker: str = ""


class Visits:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, visit: Visit) -> None:
        self._connection.execute(_ADD, vars(visit))

    def get(self, id_: str) -> Visit | None:
        row = self._connection.execute(_NAMED, {"of": id_}).mappings().one_or_none()
        return Visit(**row) if row else None

    def here(self, day: str, first: str, since: str, persons: Collection[str], serial: int) -> Visit | None:
        """The last visit of this card, or of its person by whichever card and id, that began today, or since a moment,
        and has not ended. `first` is that moment's day.
        """
        here = {"day": day, "first": first, "since": since, "serials": [serial], "persons": list(persons)}
        row = self._connection.execute(_HERE, here).mappings().one_or_none()
        return Visit(**row) if row else None

    def on_day(self, day: str, persons: Collection[str], serials: Collection[int]) -> set[str]:
        """The visits of these people, or cards, that began on a day; those that ended or were taken back too."""
        on = {"day": day, "serials": list(serials), "persons": list(persons)}
        return set(self._connection.execute(_ON_DAY, on).scalars())

    def stands(self, id_: str) -> bool:
        """Whether it is a visit of this station that was neither taken back nor ended."""
        query = select(schema.visits.c.id).where(schema.visits.c.id == id_, _STANDS, ~_LEFT)
        return self._connection.execute(query).first() is not None

    def undo(self, id_: str, event: str) -> None:
        self._connection.execute(update(schema.visits).where(schema.visits.c.id == id_).values(undone_by=event))

    def count(self) -> int:
        return int(self._connection.execute(select(func.count()).select_from(schema.visits)).scalar_one())

    # --- what is told of a card, and of a day ---------------------------------------------------------------------

    def checked_in_with(self, serial: int) -> set[str]:
        """The people who were checked in by this card."""
        table = schema.visits
        query = select(table.c.person).where(table.c.serial == serial, table.c.person != "", _STANDS).distinct()
        return set(self._connection.execute(query).scalars())

    def last_party(self, serial: int) -> list[Visit]:
        """All who came by the last scan of this card."""
        table = schema.visits
        last = select(table.c.party).where(table.c.serial == serial, _IN_A_PARTY, _STANDS)
        party = self._connection.execute(last.order_by(table.c.arrived_at.desc()).limit(schema.ONE)).scalar()
        if party is None:
            return []
        query = select(table).where(table.c.serial == serial, table.c.party == party, _STANDS).order_by(table.c.id)
        return [Visit(**row) for row in self._connection.execute(query).mappings()]

    def last_time(self, serial: int, minutes: int, most: int) -> list[Visit]:
        """All who came by this card when it was last shown, the last one first: at once, or one after the other within
        some minutes."""
        table = schema.visits
        ours = (table.c.serial == serial, table.c.kind.in_(("person", "counted")), _STANDS)
        query = select(table).where(*ours).order_by(table.c.arrived_at.desc(), table.c.id.desc()).limit(most)
        visits = [Visit(**row) for row in self._connection.execute(query).mappings()]
        since = stamp(from_stamp(visits[0].arrived_at) - timedelta(minutes=minutes)) if visits else ""
        return [visit for visit in visits if visit.arrived_at >= since]

    def last_of_household(self, household: str) -> list[Visit]:
        """All who came when somebody of this household came last."""
        table = schema.visits
        ours = (table.c.household == household, _IN_A_PARTY, _STANDS)
        last = select(table.c.party).where(*ours).order_by(table.c.arrived_at.desc()).limit(schema.ONE)
        party = self._connection.execute(last).scalar()
        return self.of_party(party) if party else []

    def of_party(self, party: str) -> list[Visit]:
        """All who came by one confirmation, and were not taken back."""
        table = schema.visits
        ours = (table.c.party == party, _IN_A_PARTY, _STANDS)
        return [Visit(**row) for row in self._connection.execute(select(table).where(*ours)).mappings()]

    def left_open(self, before: str) -> list[Visit]:
        """Those of earlier days that nobody ended, the oldest first."""
        table = schema.visits
        query = select(table).where(table.c.day < before, _STANDS, ~_LEFT).order_by(table.c.arrived_at, table.c.id)
        return [Visit(**row) for row in self._connection.execute(query).mappings()]

    def closed_by_rule(self, day: str) -> list[Visit]:
        """Those that began on a day and that nobody but the night ended."""
        table, gone = schema.visits, schema.departures
        joined = table.join(gone, gone.c.visit == table.c.id)
        night = (table.c.day == day, gone.c.how == "closed_at_night", gone.c.undone_by.is_(None))
        query = select(table).select_from(joined).where(*night).order_by(table.c.arrived_at, table.c.id)
        return [Visit(**row) for row in self._connection.execute(query).mappings()]

    def to_forget(self, day: str) -> list[Visit]:
        """Guests whose time to be forgotten has come, and whom central has been told of."""
        table, events = schema.visits, schema.events
        due = (table.c.forget_on != "", table.c.forget_on <= day, events.c.verdict.is_not(None))
        query = select(table).join(events, events.c.id == table.c.event).where(*due)
        return [Visit(**row) for row in self._connection.execute(query).mappings()]

    def forget(self, visit: Visit) -> None:
        """What a guest said of themselves goes; that somebody came stays."""
        self._connection.execute(schema.bodies.delete().where(schema.bodies.c.event == visit.event))
        self._connection.execute(update(schema.visits).where(schema.visits.c.id == visit.id).values(forget_on=""))
