"""Rows that were written here and are about people who were erased: found, and let go.

They go whenever this station hears of the erasure. What central fed is another thing: see kiosk.db.unfeeding.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection

from kiosk.domain import erasure
from kiosk.domain.erasure import CARD, HOUSEHOLD, OF_ITSELF, PERSON, RESIDENT, Name

IN = "IN (SELECT value FROM json_each(:{}))".format


@dataclass(frozen=True)
class Asked:
    """The names of an erasure, each sort as a JSON list: however many there are, they are one value of a statement."""

    households: str
    persons: str
    residents: str  # "household/person"
    serials: str
    homes: str  # households of which all or some were erased
    subjects: str  # what a worker may have looked at
    records: str  # "kind id"

    @staticmethod
    def of(names: Collection[Name]) -> "Asked":
        by = {kind: sorted(id_ for of, id_ in names if of == kind) for kind in (HOUSEHOLD, PERSON, RESIDENT, CARD)}
        homes = {*by[HOUSEHOLD], *(id_.partition("/")[0] for id_ in by[RESIDENT])}
        return Asked(
            households=json.dumps(by[HOUSEHOLD]),
            persons=json.dumps(by[PERSON]),
            residents=json.dumps(by[RESIDENT]),
            serials=json.dumps([int(id_) for id_ in by[CARD]]),
            homes=json.dumps(sorted(homes)),
            subjects=json.dumps(by[HOUSEHOLD] + by[PERSON]),
            records=json.dumps([f"{kind} {id_}" for kind, id_ in sorted(names)]),
        )


class Said(NamedTuple):
    """An event whose body was here, and its place in the chain."""

    event: str
    incarnation: str
    seq: int


# ruff: noqa: S608 - statements are made of constants; values are bound
OF_A_RESIDENT = f"household || '/' || person {IN('residents')}"
OF_A_RECORD = f"household {IN('households')} OR kind || ' ' || id {IN('records')} OR {OF_A_RESIDENT}"
_BODIES = f"""
SELECT events.id, incarnation, seq, type, CAST(content AS BLOB) AS content, household, person, serial
FROM bodies JOIN events ON events.id = bodies.event
WHERE household <> '' AND household {IN("homes")} OR person <> '' AND person {IN("subjects")}
    OR serial <> 0 AND serial {IN("serials")}
"""
_MERGES = f"""
SELECT events.id, incarnation, seq FROM own_merges
JOIN events ON events.id = own_merges.event JOIN bodies ON bodies.event = own_merges.event
WHERE kept {IN("persons")} OR dropped {IN("persons")}
"""
_VISITS = f"""
SELECT id FROM visits INDEXED BY visits_of_somebody
WHERE (household <> '' OR person <> '' OR serial <> 0) AND (
    household {IN("households")} OR {OF_A_RESIDENT} OR serial {IN("serials")}
    OR household = '' AND person {IN("persons")}
)
"""
_COLLECTED = f"""
SELECT event, visit FROM departures WHERE adult <> '' AND adult {IN("persons")}
UNION SELECT event, visit FROM departures WHERE adult <> '' AND visit {IN("visits")}
"""
_ERASED_SINCE = """
SELECT json_extract(CAST(content AS TEXT), '$.household') FROM bodies JOIN events ON id = event
WHERE type = 'erased' AND recorded_at >= ?
"""
_WITH_BODY = f"SELECT id, incarnation, seq FROM bodies JOIN events ON id = event WHERE event {IN('events')}"
_OWED = f"""
SELECT event, CAST(content AS BLOB) AS content FROM bodies JOIN events ON id = event
WHERE event {IN("events")} AND type = 'redeemed' AND verdict IS NULL ORDER BY "row"
"""
_EDITS_OF_A_NAME = f"SELECT event FROM family_edits WHERE {OF_A_RECORD}"
_OWN = (
    f"DELETE FROM name_keys WHERE event <> '' AND event IN ({_EDITS_OF_A_NAME})",
    f"DELETE FROM name_forms WHERE event <> '' AND event IN ({_EDITS_OF_A_NAME})",
    f"DELETE FROM family_edits WHERE {OF_A_RECORD}",
    f"DELETE FROM note_edits WHERE {OF_A_RECORD}",
    f"DELETE FROM bindings WHERE serial {IN('serials')} OR household {IN('households')} OR {OF_A_RESIDENT}",
    f"DELETE FROM consents_due WHERE household {IN('households')} OR {OF_A_RESIDENT}",
    f"DELETE FROM own_secrets WHERE household {IN('households')} OR {OF_A_RESIDENT}",
    f"DELETE FROM expectations WHERE person <> '' AND person {IN('persons')}",  # their places are free
    f"UPDATE redemptions SET household = '', person = '', serial = 0"
    f" WHERE household {IN('households')} OR {OF_A_RESIDENT} OR serial <> 0 AND serial {IN('serials')}",
    f"DELETE FROM signup_facts WHERE household {IN('households')} OR {OF_A_RESIDENT}",  # the place stays drawn
    f"DELETE FROM wrong_tries WHERE serial {IN('serials')}",
    "INSERT OR IGNORE INTO revocations (serial) SELECT value FROM json_each(:serials)",
    f"UPDATE looks SET subject = '' WHERE subject {IN('subjects')}",
    f"UPDATE overrides SET subject = '' WHERE subject {IN('subjects')}",
    "DELETE FROM quarantine WHERE EXISTS"
    " (SELECT 1 FROM json_each(:subjects) WHERE instr(CAST(raw AS BLOB), CAST(value AS BLOB)))",
)
_CARDS = """
SELECT serial, person FROM cards WHERE household = :household
UNION SELECT serial, person FROM bindings WHERE household = :household
"""


class Erasing:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def households_since(self, moment: str) -> set[str]:
        """Of which something was erased by a worker here since."""
        return {str(home) for (home,) in self._connection.exec_driver_sql(_ERASED_SINCE, (moment,))}

    def bodies(self, names: Collection[Name]) -> list[Said]:
        """Events whose bodies are about them, but for those that tell of an erasure."""
        about = (row for row in self._all(_BODIES, names) if row.type not in OF_ITSELF and _is_about(names, row))
        merges = (Said(*row) for row in self._all(_MERGES, names))
        return [*(Said(row.id, row.incarnation, row.seq) for row in about), *merges]

    def visits(self, names: Collection[Name]) -> list[str]:
        return [row.id for row in self._all(_VISITS, names)]

    def departures(self, names: Collection[Name], visits: Collection[str]) -> dict[str, str]:
        """With somebody of them, or of these visits with anybody: event -> visit."""
        rows = self._all(_COLLECTED, names, visits=json.dumps(list(visits)))
        return {row.event: row.visit for row in rows}

    def cards(self, household: str, person: str) -> set[int]:
        """Serials of this household's cards, or of one person's in it."""
        rows = self._connection.exec_driver_sql(_CARDS, {"household": household})
        return {row.serial for row in rows if person in ("", row.person)}

    def shred(self, events: Iterable[str]) -> list[Said]:
        """Delete the bodies of these events; those that had one."""
        asked = {"events": json.dumps(list(events))}
        gone = [Said(*row) for row in self._connection.exec_driver_sql(_WITH_BODY, asked)]
        self._connection.exec_driver_sql(f"DELETE FROM bodies WHERE event {IN('events')}", asked)
        return gone

    def owed(self, events: Iterable[str]) -> list[tuple[str, dict[str, Any]]]:
        """What these of the events say that a voucher paid, where central has not answered: it is still owed that."""
        rows = self._connection.exec_driver_sql(_OWED, {"events": json.dumps(list(events))})
        return [(row.event, read_body(row.content)) for row in rows]

    def strip(self, visits: Iterable[str], departures: Iterable[str]) -> None:
        """That somebody came, and left, stays: a number, of a band and a day."""
        asked = {"visits": json.dumps(list(visits)), "departures": json.dumps(list(departures))}
        nobody = f"UPDATE visits SET household = '', person = '', serial = 0 WHERE id {IN('visits')}"
        self._connection.exec_driver_sql(nobody, asked)
        self._connection.exec_driver_sql(f"UPDATE departures SET adult = '' WHERE event {IN('departures')}", asked)

    def forget(self, names: Collection[Name]) -> None:
        """Let go what hangs on events about them. Their cards are dead."""
        asked = vars(Asked.of(names))
        for statement in _OWN:
            self._connection.exec_driver_sql(statement, asked)

    def _all(self, statement: str, names: Collection[Name], **more: str) -> Sequence[Any]:
        return self._connection.exec_driver_sql(statement, {**vars(Asked.of(names)), **more}).all()


def _is_about(names: Collection[Name], row: Any) -> bool:
    """A body that cannot be read is about whom it is filed under."""
    filed = {"household": row.household, "person": row.person, "serial": row.serial}
    return erasure.is_about(names, read_body(row.content) or filed)


def read_body(content: bytes) -> dict[str, Any]:
    """Empty for what cannot be read."""
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
