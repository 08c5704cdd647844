"""What this station was granted, what went of it, and its lease.

A row holds the highest total that one incarnation was ever told; what central says later never lowers it. What went is
kept by event, in the transaction of the event.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from kiosk.domain.allotments import Allotment, Granted, Lease, What
from kiosk.domain.parts import Part, Parts

PURSE = "purse"  # what the purse is the allotment of


class Gone(StrEnum):
    """Why something went."""

    GIVEN = "given"
    BACK = "back"  # to central
    FREED = "freed"  # a place that is free again: it came back


_GRANTED = """
SELECT "of", fund, what, granted, back FROM allotments WHERE incarnation = ? AND "of" = ? ORDER BY "row"
"""
_GONE = 'SELECT fund, sum(amount) AS amount FROM draws WHERE incarnation = ? AND "of" = ? GROUP BY fund'
_GIVEN_BACK = """
SELECT coalesce(sum(amount), 0) FROM draws WHERE incarnation = ? AND "of" = ? AND why = 'back'
"""
_DRAW = 'INSERT INTO draws (event, incarnation, "of", fund, amount, why) VALUES (?, ?, ?, ?, ?, ?)'
_DRAWN_FOR = """
SELECT coalesce(sum(amount), 0) FROM draws JOIN signup_facts ON signup_facts.event = draws.event
WHERE draws.incarnation = ? AND signup_facts.signup = ?
"""
_ASKED_BACK = """
SELECT "of", max(back) AS back FROM allotments WHERE incarnation = ? GROUP BY "of"
HAVING max(back) > coalesce(
    (SELECT sum(amount) FROM draws WHERE draws.incarnation = allotments.incarnation AND draws."of" = allotments."of"
        AND why = 'back'), 0)
ORDER BY "of"
"""
_EVERY = 'SELECT "of", fund, what, granted, back FROM allotments WHERE incarnation = ? ORDER BY "row"'


class Allotments:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, incarnation: str, of: str) -> Allotment | None:
        """None where central never granted this incarnation any of it."""
        granted = _granted(incarnation, self._all(_GRANTED, incarnation, of))
        gone = tuple(Part(row.fund, row.amount) for row in self._all(_GONE, incarnation, of))
        return Allotment(granted[0], gone) if granted else None

    def purse(self, incarnation: str) -> Allotment | None:
        return self.get(incarnation, PURSE)

    def lease(self) -> Lease | None:
        row = self._connection.exec_driver_sql("SELECT until, frozen FROM lease").one_or_none()
        return Lease(row.until, bool(row.frozen)) if row else None

    def draw(self, event: str, incarnation: str, of: str, parts: Iterable[Part], why: Gone = Gone.GIVEN) -> None:
        """`event` took this out of the allotment; what FREED says came back into it."""
        sign = -1 if why is Gone.FREED else 1
        rows = [(event, incarnation, of, fund, sign * amount, why.value) for fund, amount in parts]
        if rows:
            self._connection.exec_driver_sql(_DRAW, rows)

    def given_back(self, incarnation: str, of: str) -> int:
        return int(self._connection.exec_driver_sql(_GIVEN_BACK, (incarnation, of)).scalar_one())

    def drawn_for(self, incarnation: str, signup: str) -> int:
        """The places that this incarnation gave to a sign-up and did not get back."""
        return int(self._connection.exec_driver_sql(_DRAWN_FOR, (incarnation, signup)).scalar_one())

    def asked_back(self, incarnation: str) -> list[str]:
        """What central asks more of back than was given back."""
        return [row.of for row in self._all(_ASKED_BACK, incarnation)]

    def told(self, incarnation: str) -> list[Granted]:
        """All that this incarnation was ever told: what central is to know when it was restored."""
        return _granted(incarnation, self._all(_EVERY, incarnation))

    def _all(self, statement: str, *values: str) -> list[Any]:
        return list(self._connection.exec_driver_sql(statement, values))


def _granted(incarnation: str, rows: Iterable[Any]) -> list[Granted]:
    """Rows of one thing each, by fund, in the order in which central told of the funds."""
    by_of: dict[str, list[Any]] = {}
    for row in rows:
        by_of.setdefault(row.of, []).append(row)
    return [
        Granted(of, What(some[0].what), _parts(some), incarnation, max(row.back for row in some))
        for of, some in by_of.items()
    ]


def _parts(rows: Iterable[Any]) -> Parts:
    return tuple(Part(row.fund, row.granted) for row in rows)
