"""What happened to visits after they began, and all of it as the facts that a register is made of."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, insert, select, update

from kiosk.clock import from_stamp, stamp
from kiosk.db import schema
from kiosk.domain import attendance
from kiosk.domain.attendance import Came, Fact, How, Kind, Left, Seen, TakenBack, Who

FACT = "fact"  # the kind of record by which the stations of a hub are told of each other's events
EXPECTATION = "expectation"  # and of who is expected in a turn, and who is no more, until the turn is over
HEARD = "heard"  # and by which they are told when central last heard of each

_TOLD = "SELECT id, CAST(data AS BLOB) AS data FROM records WHERE kind = ? AND state = 'live'"


def _with_seq(table: Table) -> Select[Any]:
    """Its rows, each with the place of its event in the chain."""
    return select(table, schema.events.c.seq).join(schema.events, schema.events.c.id == table.c.event)


_VISITS: BindParameter[Any] = bindparam("visits", expanding=True)
_LATER = (schema.sightings, schema.departures, schema.taken_back)
_ON_DAY = _with_seq(schema.visits).where(schema.visits.c.day == bindparam("day"))
_THESE = _with_seq(schema.visits).where(schema.visits.c.id.in_(_VISITS))
_SINCE = tuple(_with_seq(table).where(table.c.at >= bindparam("since")) for table in _LATER)
_OF_THESE = tuple(_with_seq(table).where(table.c.visit.in_(_VISITS)) for table in _LATER)


@dataclass(frozen=True)
class Sighting:
    event: str
    visit: str
    worker: str
    at: str
    undone_by: str | None = None


@dataclass(frozen=True)
class Departure:
    event: str
    visit: str
    how: str
    adult: str
    worker: str
    override: str
    at: str
    undone_by: str | None = None


@dataclass(frozen=True)
class Reversal:
    """A row of `taken_back`."""

    event: str
    target: str
    visit: str
    why: str
    worker: str
    at: str


class Attendance:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def saw(self, sighting: Sighting) -> None:
        self._connection.execute(insert(schema.sightings), vars(sighting))

    def left(self, departure: Departure) -> None:
        self._connection.execute(insert(schema.departures), vars(departure))

    def departure(self, event: str) -> Departure | None:
        table = schema.departures
        row = self._connection.execute(select(table).where(table.c.event == event)).mappings().one_or_none()
        return Departure(**row) if row else None

    def take_back(self, reversal: Reversal) -> None:
        """Whatever it was that counts no more: a visit, a sighting, a departure, or what another station told."""
        self._connection.execute(insert(schema.taken_back), vars(reversal))
        for table in (schema.visits, schema.sightings, schema.departures):
            ours = table.c.event == reversal.target
            self._connection.execute(update(table).where(ours).values(undone_by=reversal.event))

    # --- facts ----------------------------------------------------------------------------------------------------

    def facts(self, station: str, day: str, since: str) -> list[Fact]:
        """Of the visits that began here on a day, and all that was said here of any visit since a moment."""
        return [*self._came(station, _ON_DAY, {"day": day}), *self._later(station, _SINCE, {"since": since})]

    def of_visits(self, station: str, visits: Collection[str]) -> list[Fact]:
        """All that this station says of these visits."""
        these = {"visits": list(visits)}
        return [*self._came(station, _THESE, these), *self._later(station, _OF_THESE, these)]

    def told(self) -> list[Fact]:
        """What central told of this hub's events, this station's own too; in no order."""
        rows = (row for kind in (FACT, EXPECTATION) for row in self._records(kind))
        facts = (attendance.read(event, data) for event, data in rows)
        return [fact for fact in facts if fact is not None and _is_moment(fact.at)]

    def heard(self) -> dict[str, tuple[str, str]]:
        """station -> (its name, the moment central last heard of its events)."""
        rows = ((station, str(data.get("name", "")), str(data.get("at", ""))) for station, data in self._records(HEARD))
        return {station: (name, at if _is_moment(at) else "") for station, name, at in rows}

    def guest_names(self, day: str) -> dict[str, str]:
        """visit -> the name a guest of this station gave."""
        table, bodies = schema.visits, schema.bodies
        guests = select(table.c.id, bodies.c.content).join(bodies, bodies.c.event == table.c.event)
        rows = self._connection.execute(guests.where(table.c.day == day, table.c.kind == Kind.GUEST.value))
        return {row.id: str(json.loads(row.content).get("name", "")) for row in rows}

    def _records(self, kind: str) -> Iterator[tuple[str, dict[str, object]]]:
        for id_, data in self._connection.exec_driver_sql(_TOLD, (kind,)):
            read = json.loads(data)
            if isinstance(read, dict):
                yield str(id_), read

    def _came(self, station: str, which: Select[Any], asked: Mapping[str, object]) -> Iterator[Fact]:
        for row in self._connection.execute(which, asked):
            yield Came(
                event=row.event,
                station=station,
                at=row.arrived_at,
                visit=row.id,
                kind=Kind(row.kind),
                person=row.person,
                serial=row.serial,
                who=Who(row.who),
                band=row.band,
                party=row.party,
                children=attendance.read_bands(row.children) or (),
                adults=row.adults,
                educators=row.educators,
                worker=row.worker,
                seq=row.seq,
            )
            if row.undone_by is not None:
                yield TakenBack(row.undone_by, station, row.arrived_at, row.event)

    def _later(self, station: str, which: Iterable[Select[Any]], asked: Mapping[str, object]) -> Iterator[Fact]:
        """Sightings, departures and what was taken back."""
        saw, left, back = (self._connection.execute(one, asked) for one in which)
        for row in saw:
            yield Seen(row.event, station, row.at, row.visit, row.worker, row.seq)
        for row in left:
            yield Left(
                row.event, station, row.at, row.visit, How(row.how), row.adult, row.worker, row.seq, row.override
            )
        for row in back:
            yield TakenBack(row.event, station, row.at, row.target, row.seq)


def _is_moment(text: str) -> bool:
    """A record that could not be read is kept all the same."""
    with suppress(ValueError):
        return stamp(from_stamp(text)) == text
    return False
