"""Where this station stands in the feed, and what it had to put aside."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from kiosk.db import schema
from kiosk.domain.wire import Cursor

Difference = dict[str, list[int]]  # kind: how many more live records central has, and by how much the marks differ


@dataclass(frozen=True)
class Unmended:
    """What a repair did not mend: at which digests, central's and our own, it was seen; and by how much."""

    there: str
    here: str
    difference: Difference

    def dump(self) -> str:
        return json.dumps([self.there, self.here, self.difference])


def read_unmended(text: str) -> Unmended:
    try:
        there, here, difference = json.loads(text)
        return Unmended(str(there), str(here), dict(difference))
    except (ValueError, TypeError):
        return Unmended("", "", {})


@dataclass(frozen=True)
class SyncState:
    """`copy` counts how often everything was copied; `swept` is the last copy that was whole and swept."""

    cursor: Cursor
    first_copy_complete: bool
    total: int  # live records in scope, as central last said
    last_good_at: str  # "" before the first good round
    copy: int
    swept: int
    unmended: str  # what the last repair did not mend, an Unmended as text; "" if nothing
    checked_at: str  # when all marks were last computed anew, "" if never
    last_trouble: str  # of the last round, "" when it was good

    @property
    def is_begun(self) -> bool:
        """Whether anything was copied yet."""
        return self.first_copy_complete or (self.cursor.rev, self.cursor.revoked) != (0, 0)

    @property
    def differs(self) -> Difference:
        """By how much what is here stays different from what central has; empty when it does not."""
        return read_unmended(self.unmended).difference

    @property
    def is_whole(self) -> bool:
        """Whether this copy was once complete; until then central has more to send."""
        return self.first_copy_complete and self.swept == self.copy


class Syncing:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, epoch: str) -> None:
        """A new enrolment at central's `epoch`: nothing copied yet.

        The epoch is asked for by its name: central says so when it is another one by then, and has lost what this
        station pushed meanwhile.
        """
        row = {
            "one": 1,
            "epoch": epoch,
            "rev": 0,
            "revoked": 0,
            "first_copy_complete": False,
            "total": 0,
            "last_good_at": "",
            "swept": 1,  # the first copy finds nothing older
        }
        self._connection.execute(insert(schema.sync_state), row)

    def get(self) -> SyncState:
        row = self._connection.execute(_STATE).one()
        return SyncState(
            cursor=Cursor(row.epoch, row.rev, row.revoked, row.catalogue, row.began),
            first_copy_complete=bool(row.first_copy_complete),
            total=row.total,
            last_good_at=row.last_good_at,
            copy=row.copy,
            swept=row.swept,
            unmended=row.unmended,
            checked_at=row.checked_at,
            last_trouble=row.last_trouble,
        )

    def reach(self, cursor: Cursor, **values: str | int | bool) -> None:
        """Everything up to this cursor is written."""
        self.move(
            epoch=cursor.epoch,
            rev=cursor.rev,
            revoked=cursor.revoked,
            catalogue=cursor.catalogue,
            began=cursor.began,
            **values,
        )

    def move(self, **values: str | int | bool | None) -> None:
        self._connection.execute(_MOVE, values)

    def read_by(self) -> str:
        """Which readers read what is kept here, "" if nobody noted it."""
        return self._connection.execute(_READ_BY).scalar() or ""

    def reads(self, readers: str) -> None:
        """All that is kept was read by these."""
        row = {"key": _READERS, "value": readers}
        self._connection.execute(insert(schema.meta).prefix_with("OR REPLACE"), row)

    def reported_to(self) -> str:
        """The epoch and incarnation that central was last told all holdings of, "" if never."""
        return self._connection.execute(_REPORTED).scalar() or ""

    def reports_to(self, epoch_and_incarnation: str) -> None:
        row = {"key": _REPORTED_TO, "value": epoch_and_incarnation}
        self._connection.execute(insert(schema.meta).prefix_with("OR REPLACE"), row)

    def set_aside(self) -> list[Mapping[str, Any]]:
        query = select(schema.quarantine).order_by(schema.quarantine.c.row)
        return [dict(row) for row in self._connection.execute(query).mappings()]

    def records(self) -> int:
        """Live records here."""
        return int(self._connection.execute(select(func.coalesce(func.sum(schema.digests.c.live), 0))).scalar_one())


_STATE = select(schema.sync_state)
_MOVE = update(schema.sync_state)
_READERS = "readers"
_READ_BY = select(schema.meta.c.value).where(schema.meta.c.key == _READERS)
_REPORTED_TO = "reported_to"
_REPORTED = select(schema.meta.c.value).where(schema.meta.c.key == _REPORTED_TO)
