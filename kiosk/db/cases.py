"""What needs a person, as this station's rows and central's records say; what was closed and acknowledged here.

It is counted after every event: each question is answered by an index, whatever else the store holds.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from kiosk.db import schema
from kiosk.domain import attendance, bands
from kiosk.domain.attendance import Came
from kiosk.domain.casework import Matter, Told


@dataclass(frozen=True)
class Closing:
    event: str
    kind: str
    station: str
    subject: str
    why: str
    worker: str
    at: str


@dataclass(frozen=True)
class Acknowledgement:
    event: str
    kind: str
    subject: str
    why: str
    worker: str
    at: str
    undone_by: str | None = None


class Unaccepted(NamedTuple):
    """An event that central refused, or that could not be brought to it."""

    event: str
    type: str
    reason: str
    at: str


class Unended(NamedTuple):
    """A visit that the night closed; `person` is "" where nobody here knows whose it was."""

    visit: str
    kind: str
    person: str
    household: str
    at: str


class Claim(NamedTuple):
    """People who were counted, and no worker has agreed."""

    visit: str
    kind: str
    at: str
    number: int


# ruff: noqa: S608 - statements are made of constants; values are bound
_CLOSED_HERE = """EXISTS (
    SELECT 1 FROM own_closings AS closing JOIN events AS said ON said.id = closing.event
    WHERE closing.subject = {0} AND said.verdict IS NOT 'refused'{1}
)""".format
_TOLD = f"""
SELECT number, kind, station, subject, at, household, record, record_id FROM cases
WHERE NOT {_CLOSED_HERE("cases.subject", " AND closing.kind = cases.kind AND closing.station = cases.station")}
ORDER BY at, number
"""
_SEEN = """EXISTS (
    SELECT 1 FROM acknowledged AS seen WHERE seen.subject = {0} AND seen.kind = '{1}' AND seen.undone_by IS NULL
)""".format
_UNACCEPTED = """
SELECT id, type, reason, recorded_at FROM events
WHERE verdict = '{0}' AND NOT {1} AND NOT {2} ORDER BY "row"
""".format
_REFUSED = _UNACCEPTED("refused", _SEEN("events.id", "refused"), _CLOSED_HERE("events.id", ""))
_ASIDE = _UNACCEPTED("set_aside", _SEEN("events.id", "aside"), "0")
_WEAKENINGS = "SELECT id FROM events WHERE type = 'weakening_asked' AND verdict IS NULL ORDER BY \"row\""

_VOID = """(
    {0} IN (SELECT target FROM taken_back)
    OR EXISTS (SELECT 1 FROM told AS back WHERE back.visit = {0} AND back.what = 'taken_back')
)""".format
_UNENDED = f"""
SELECT visits.id, visits.kind, person, household, arrived_at FROM departures JOIN visits ON visits.id = departures.visit
WHERE how = 'closed_at_night' AND departures.undone_by IS NULL AND departures.at >= ?
    AND NOT {_SEEN("visits.id", "closed_at_night")} ORDER BY arrived_at, visits.id
"""
_UNENDED_ELSEWHERE = f"""
SELECT came.event, CAST(data AS BLOB) FROM told AS gone
JOIN told AS came ON came.visit = gone.visit AND came.what = 'came'
JOIN records ON records.kind = 'fact' AND records.id = came.event AND state = 'live'
WHERE gone.what = 'left' AND gone.how = 'closed_at_night' AND gone.at >= ?
    AND NOT EXISTS (SELECT 1 FROM visits WHERE id = gone.visit)
    AND NOT {_VOID("gone.event")} AND NOT {_SEEN("gone.visit", "closed_at_night")}
ORDER BY came.at, came.visit
"""
# A claim ends when a worker saw the visit, when they left, or when it was taken back: here or at another station.
_OPEN = f"""
NOT EXISTS (SELECT 1 FROM sightings WHERE visit = {{0}} AND undone_by IS NULL)
AND NOT EXISTS (SELECT 1 FROM departures WHERE visit = {{0}} AND undone_by IS NULL)
AND NOT EXISTS (
    SELECT 1 FROM told AS later WHERE later.visit = {{0}} AND later.what IN ('seen', 'left')
        AND NOT {_VOID("later.event")}
)
AND NOT {_VOID("{1}")} AND NOT {_VOID("{0}")}
""".format
_CLAIMS = f"""
SELECT id, kind, arrived_at, children, adults, educators, 0 AS number FROM visits
WHERE day = :day AND kind IN ('counted', 'group') AND worker = '' AND undone_by IS NULL
    AND {_OPEN("visits.id", "visits.event")}
UNION ALL
SELECT visit, kind, at, '', 0, 0, number FROM told
WHERE what = 'came' AND kind IN ('counted', 'group') AND worker = '' AND at >= :began
    AND NOT EXISTS (SELECT 1 FROM visits WHERE id = told.visit) AND {_OPEN("told.visit", "told.event")}
ORDER BY arrived_at
"""
# Of two ids of one human each has a card in the same household; which of them are dead is another question.
_TWO_CARDS = """
SELECT DISTINCT one.household, one.serial, other.serial FROM (
    SELECT kept, dropped FROM merges WHERE undone_by = '' UNION SELECT kept, dropped FROM own_merges
) AS merged
JOIN cards AS one ON one.person = kept AND one.live
JOIN cards AS other ON other.person = dropped AND other.live AND other.household = one.household
"""


class Cases:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- what central told ----------------------------------------------------------------------------------------

    def told(self) -> list[Told]:
        """Those that are open, and were not closed here; the oldest first."""
        rows = self._connection.exec_driver_sql(_TOLD)
        return [Told(number, Matter(kind, station, subject), *rest) for number, kind, station, subject, *rest in rows]

    def close(self, closing: Closing) -> None:
        self._connection.execute(insert(schema.own_closings), vars(closing))

    # --- what this station finds ----------------------------------------------------------------------------------

    def refused(self) -> list[Unaccepted]:
        return [Unaccepted(*row) for row in self._connection.exec_driver_sql(_REFUSED)]

    def aside(self) -> list[Unaccepted]:
        return [Unaccepted(*row) for row in self._connection.exec_driver_sql(_ASIDE)]

    def weakenings(self) -> list[str]:
        """Events that ask to take a protection away and that central has not answered."""
        return [str(id_) for (id_,) in self._connection.exec_driver_sql(_WEAKENINGS)]

    def unended(self, since: str) -> list[Unended]:
        """Visits that the night closed since a moment, of this station and, as far as it was told, of the others."""
        own = [Unended(*row) for row in self._connection.exec_driver_sql(_UNENDED, (since,))]
        return [*own, *self._elsewhere(since)]

    def claims(self, day: str, began: str) -> list[Claim]:
        """Of a day that began at this moment."""
        rows = self._connection.exec_driver_sql(_CLAIMS, {"day": day, "began": began})
        return [
            Claim(visit, kind, at, number or _people(children, adults, educators))
            for visit, kind, at, children, adults, educators, number in rows
        ]

    def two_cards(self) -> list[tuple[str, int, int]]:
        """(household, serial, serial) of cards that merged persons have side by side."""
        return [(str(home), int(one), int(other)) for home, one, other in self._connection.exec_driver_sql(_TWO_CARDS)]

    def unreadable(self) -> dict[str, int]:
        """How many records of each kind were put aside."""
        rows = self._connection.exec_driver_sql("SELECT kind, count(*) FROM quarantine GROUP BY kind ORDER BY kind")
        return {str(kind): int(number) for kind, number in rows}

    # --- what was seen --------------------------------------------------------------------------------------------

    def acknowledge(self, seen: Acknowledgement) -> None:
        self._connection.execute(insert(schema.acknowledged), vars(seen))

    def acknowledgement(self, event: str) -> Acknowledgement | None:
        table = schema.acknowledged
        row = self._connection.execute(select(table).where(table.c.event == event)).mappings().one_or_none()
        return Acknowledgement(**row) if row else None

    def is_acknowledged(self, kind: str, subject: str) -> bool:
        table = schema.acknowledged
        this = (table.c.subject == subject, table.c.kind == kind, table.c.undone_by.is_(None))
        return self._connection.execute(select(table.c.event).where(*this).limit(1)).first() is not None

    def take_back(self, event: str, undone_by: str) -> None:
        table = schema.acknowledged
        self._connection.execute(update(table).where(table.c.event == event).values(undone_by=undone_by))

    def _elsewhere(self, since: str) -> Iterator[Unended]:
        for event, data in self._connection.exec_driver_sql(_UNENDED_ELSEWHERE, (since,)).all():
            came = attendance.read(event, json.loads(data))
            if isinstance(came, Came):
                yield Unended(came.visit, came.kind.value, came.person, "", came.at)


def _people(children: str, adults: int, educators: int) -> int:
    return sum(number for _, number in bands.read_bands(children) or ()) + adults + educators
