"""What this station holds of each kind, as a count and a sum: kept by triggers, and computed anew now and then."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.domain import marks
from kiosk.domain.marks import MODULUS, Sum

CHECKED_AT_ONCE = 400  # rows whose marks are computed in one transaction
# The data comes as bytes, so that one that is no text any more stops no check: its mark then is another.
_ROWS = """
SELECT "row", kind, id, v, state, CAST(data AS BLOB) AS data, mark FROM records WHERE "row" > ? ORDER BY "row" LIMIT +?
"""


@dataclass(frozen=True)
class Checked:
    """Rows whose marks were computed: the last of them, and the sums over them by kind."""

    last: int
    sums: Mapping[str, Sum]


class Digests:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sums(self) -> dict[str, Sum]:
        """The live records of each kind; a kind without any is left out."""
        rows = self._connection.exec_driver_sql("SELECT kind, live, marks FROM digests WHERE live <> 0")
        return {row.kind: Sum(row.live, row.marks) for row in rows}

    def live(self) -> int:
        """All live records."""
        query = "SELECT coalesce(sum(live), 0) FROM digests"
        return int(self._connection.exec_driver_sql(query).scalar_one())

    def check(self, after: int) -> Checked | None:
        """Compute the marks of the next rows from their data, and put right those that differ; None at the end."""
        found = self._connection.exec_driver_sql(_ROWS, (after, CHECKED_AT_ONCE)).all()
        if not found:
            return None
        sums: dict[str, Sum] = {}
        wrong = []
        for row in found:
            mark = marks.mark(row.kind, row.id, row.v, row.data.decode(errors="replace")) if row.state == "live" else 0
            if mark != row.mark:
                wrong.append((mark, row.row))
            if row.state == "live":
                sums[row.kind] = added(sums.get(row.kind, NONE), Sum(1, mark))
        if wrong:
            self._connection.exec_driver_sql('UPDATE records SET mark = ? WHERE "row" = ?', wrong)
        return Checked(int(found[-1].row), sums)

    def put(self, sums: Mapping[str, Sum]) -> None:
        """Replace all sums by these, which were computed from the rows."""
        self._connection.exec_driver_sql("DELETE FROM digests")
        rows = [(kind, live, total) for kind, (live, total) in sums.items()]
        if rows:
            self._connection.exec_driver_sql("INSERT INTO digests (kind, live, marks) VALUES (?, ?, ?)", rows)


NONE = Sum(0, 0)


def added(one: Sum, other: Sum) -> Sum:
    return Sum(one.live + other.live, (one.marks + other.marks) % MODULUS)
