"""What central fed of people whom a worker here erases: let go at once, before central has heard of it.

Whatever central says of them later is written as it comes: tombstones, once it has erased them too; all of it again,
should it not.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection

from kiosk.db.attendance import EXPECTATION, FACT
from kiosk.db.copying import Copying
from kiosk.db.erasing import IN, OF_A_RECORD, OF_A_RESIDENT, Asked, read_body
from kiosk.domain import erasure, prohibitions
from kiosk.domain.erasure import PERSON, Name

# ruff: noqa: S608 - statements are made of constants; values are bound
_FED = f"""
SELECT kind, id FROM families WHERE {OF_A_RECORD}
UNION ALL SELECT kind, id FROM notes WHERE {OF_A_RECORD}
UNION ALL SELECT 'person', id FROM people WHERE id {IN("persons")}
UNION ALL SELECT 'card', serial FROM cards WHERE serial {IN("serials")}
UNION ALL SELECT 'prohibition', record FROM prohibitions WHERE child {IN("persons")}
UNION ALL SELECT 'secret', id FROM secrets WHERE household {IN("households")} OR {OF_A_RESIDENT}
"""
_TOLD = "SELECT id, CAST(data AS BLOB) AS data FROM records WHERE kind = ? AND state = 'live'"
_KEPT_AWAY = f"SELECT DISTINCT record FROM prohibitions WHERE adult {IN('persons')}"
_NAMELESS = f"UPDATE prohibitions SET adult = '' WHERE adult {IN('persons')}"
_RETOLD = "UPDATE records SET data = ? WHERE kind = ? AND id = ?"


class Unfeeding:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def drop(self, names: Collection[Name]) -> None:
        fed = self._connection.exec_driver_sql(_FED, vars(Asked.of(names))).all()
        expected = [id_ for id_, data in self._told(EXPECTATION).items() if erasure.is_about(names, data)]
        gone = [*((kind, str(id_)) for kind, id_ in fed), *((EXPECTATION, id_) for id_ in expected)]
        Copying(self._connection).drop(gone)
        self._keep_away(names)
        self._strip_told(names)

    def move(self, person: str, household: str, first_name: str, creature: str) -> None:
        """Who still lives in another household is known as that one knows them."""
        values = (household, first_name, creature, person)
        moved = "UPDATE people SET household = ?, first_name = ?, creature = ? WHERE id = ?"
        if self._connection.exec_driver_sql(moved, values).rowcount:
            self._connection.exec_driver_sql("DELETE FROM records WHERE kind = 'person' AND id = ?", (person,))

    def _keep_away(self, names: Collection[Name]) -> None:
        """Another hub's household still says that somebody must not collect: nobody knows here any more who."""
        asked, told = vars(Asked.of(names)), self._told(prohibitions.KIND)
        for record in self._connection.exec_driver_sql(_KEPT_AWAY, asked).scalars().all():
            data = told.get(record, {})
            adults = [["" if (PERSON, row[0]) in names else row[0], *row[1:]] for row in data.get("adults", ())]
            values = (_text({**data, "adults": adults}), prohibitions.KIND, record)
            self._connection.exec_driver_sql(_RETOLD, values)
        self._connection.exec_driver_sql(_NAMELESS, asked)

    def _strip_told(self, names: Collection[Name]) -> None:
        """What central told of the hub's visits stays in the register, without whose they were."""
        told = self._told(FACT)
        theirs = {data.get("visit") for data in told.values() if _came(data) and erasure.is_about(names, data)}
        for id_, data in told.items():
            if data.get("visit") in theirs or erasure.is_about(names, data):
                self._connection.exec_driver_sql(_RETOLD, (_text(erasure.without(data)), FACT, id_))

    def _told(self, kind: str) -> dict[str, dict[str, Any]]:
        return {row.id: read_body(row.data) for row in self._connection.exec_driver_sql(_TOLD, (kind,))}


def _came(data: Mapping[str, Any]) -> bool:
    return data.get("what") == "came"


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(dict(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
