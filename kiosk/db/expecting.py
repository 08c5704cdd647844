"""Who is expected in which turn, and who is no more, as it was said at this station."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, select

from kiosk.db import schema
from kiosk.domain.attendance import Fact, TakenBack
from kiosk.domain.bands import read_bands
from kiosk.domain.expecting import Expected


@dataclass(frozen=True)
class Expectation:
    """`turn` and the numbers are those of kiosk.domain.expecting.Expected; `children` is their text."""

    event: str
    turn: str
    person: str
    party: str
    children: str
    adults: int
    educators: int
    worker: str
    override: str
    at: str


@dataclass(frozen=True)
class CalledOff:
    event: str
    target: str  # the event of the expectation
    turn: str
    why: str
    worker: str
    at: str


class Expecting:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, expectation: Expectation) -> None:
        self._connection.execute(insert(schema.expectations), vars(expectation))

    def call_off(self, called_off: CalledOff) -> None:
        self._connection.execute(insert(schema.called_off), vars(called_off))

    def overrides_without_use(self, events: Collection[str]) -> list[str]:
        """The overrides that allowed some of these expectations, where all that they allowed was called off here."""
        table, gone = schema.expectations, select(schema.called_off.c.target)
        allowed = select(table.c.override).where(table.c.event.in_(events), table.c.override != "")
        still = select(table.c.override).where(table.c.event.not_in(gone))
        return list(self._connection.execute(allowed.where(table.c.override.not_in(still)).distinct()).scalars())

    def facts(self, station: str, since: str) -> Iterator[Fact]:
        """What this station said of the turns that begin at a moment or later."""
        for row in self._rows(schema.expectations, since):
            children = read_bands(row.children) or ()
            yield Expected(
                event=row.event,
                station=station,
                at=row.at,
                turn=row.turn,
                person=row.person,
                party=row.party,
                children=children,
                adults=row.adults,
                educators=row.educators,
                worker=row.worker,
                seq=row.seq,
            )
        for row in self._rows(schema.called_off, since):
            yield TakenBack(row.event, station, row.at, row.target, row.seq, row.turn)

    def _rows(self, table: Table, since: str) -> Any:
        return self._connection.execute(_with_seq(table).where(table.c.turn >= since))


def _with_seq(table: Table) -> Select[Any]:
    """Its rows, each with the place of its event in the chain."""
    return select(table, schema.events.c.seq).join(schema.events, schema.events.c.id == table.c.event)
