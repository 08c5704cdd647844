"""What is past its period goes, some of it in each transaction; what central has not accepted stays."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from kiosk.domain.retention import Rule

AT_ONCE = 300  # rows in one transaction


class _Goes(NamedTuple):
    """Rows of a table, and what is set in them; "" deletes them. `which` takes a moment or a day."""

    table: str
    which: str
    sets: str = ""


_HELD = "(SELECT id FROM events WHERE verdict = 'accepted')"
_BODY_GONE = "event NOT IN (SELECT event FROM bodies)"
_TO_COME = "(SELECT id FROM sessions WHERE ends_at >= ?1)"
_NOT_NAMED = "event NOT IN (SELECT entry FROM looks) AND event NOT IN (SELECT entry FROM overrides)"
_GOES: Mapping[Rule, tuple[_Goes, ...]] = {
    Rule.BODIES: (_Goes("bodies", "event IN (SELECT id FROM events WHERE verdict = 'accepted' AND recorded_at < ?)"),),
    Rule.VISITS: (
        _Goes(
            "visits",
            f"day < ? AND event IN {_HELD} AND {_BODY_GONE} AND (person <> '' OR household <> '' OR serial <> 0)",
            "person = '', household = '', serial = 0",
        ),
        _Goes(
            "expectations",
            f"turn < ? AND event IN {_HELD} AND {_BODY_GONE} AND person <> ''",
            "person = ''",
        ),
        _Goes(
            "redemptions",
            f"day < ? AND event IN {_HELD} AND {_BODY_GONE} AND (person <> '' OR household <> '' OR serial <> 0)",
            "person = '', household = '', serial = 0",
        ),
        _Goes("signup_facts", f"at < ?1 AND event IN {_HELD} AND {_BODY_GONE} AND session NOT IN {_TO_COME}"),
    ),
    Rule.COLLECTED: (
        _Goes("departures", f"at < ? AND event IN {_HELD} AND {_BODY_GONE} AND adult <> ''", "adult = ''"),
    ),
    Rule.TRAIL: (
        _Goes("looks", f"at < ? AND event IN {_HELD} AND {_BODY_GONE}"),
        _Goes("overrides", f"at < ? AND event IN {_HELD} AND {_BODY_GONE}"),
        _Goes(
            "entries",
            f"at < ? AND event IN {_HELD} AND {_BODY_GONE} AND {_NOT_NAMED}",
        ),
    ),
    Rule.ASIDE: (_Goes("quarantine", "since <> '' AND since < ? AND kind = '?'"),),
    Rule.TRIES: (_Goes("wrong_tries", "day < ?"),),
    Rule.COPIES: (),  # files beside the store, no rows in it
}


class Retaining:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def step(self, rule: Rule, before: str) -> int:
        """Let some of it go; how many rows went, 0 when none is left. `before` is a day or a stamp."""
        for goes in _GOES[rule]:
            some = f"SELECT rowid FROM {goes.table} WHERE {goes.which} LIMIT ?"  # noqa: S608 - constants
            act = f"UPDATE {goes.table} SET {goes.sets}" if goes.sets else f"DELETE FROM {goes.table}"  # noqa: S608
            gone = self._connection.exec_driver_sql(f"{act} WHERE rowid IN ({some})", (before, AT_ONCE)).rowcount
            if gone:
                return gone
        return 0

    def count(self, rule: Rule, before: str) -> int:
        """How many rows would go now."""
        asked = (f"SELECT count(*) FROM {goes.table} WHERE {goes.which}" for goes in _GOES[rule])  # noqa: S608
        return sum(int(self._connection.exec_driver_sql(query, (before,)).scalar_one()) for query in asked)
