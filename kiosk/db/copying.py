"""Central's records as this station copies them: written in pieces, and swept once a copy is whole.

What is written was parsed and turned into rows before (kiosk.sync.apply), so that a transaction only writes. The
statements are plain SQL over tuples: a first copy is as quick as the driver.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from kiosk.db.station import Stations
from kiosk.domain.wire import Item

Row = tuple[Any, ...]
Key = tuple[str, str]  # kind, id

RAW_KEPT = 2000  # characters of a record that could not be read
READ_AT_ONCE = 200  # records read in one transaction
ASIDE_KEPT = 1000  # lines that are no records; the oldest go
_LOST_LETTER = "\ufffd"  # stands where bytes were no letter
SWEPT_AT_ONCE = 150  # rows dropped in one transaction
LOOKED_AT_ONCE = 1000  # rows looked through in one transaction


class Prepared(NamedTuple):
    """A record as fed, and the rows that were read out of it: pairs of table and values."""

    kind: str
    id: str
    rev: int
    state: str
    v: int
    text: str
    mark: int  # see kiosk.domain.marks; 0 when it is gone
    rows: tuple[tuple[str, Row], ...] = ()
    why: str = ""  # why nothing could be read out of it
    stays: bool = False  # what was read out of the version before stays


class Unread(NamedTuple):
    """A line that is no record."""

    raw: str
    why: str


class Kept(NamedTuple):
    """Some of the live records as they are kept, and the row of the last of them."""

    items: tuple[Item, ...]
    last: int


class LineAside(NamedTuple):
    """A line that was no record, whole as it came in this copy."""

    row: int
    raw: str
    copy: int


_KEEP = """
INSERT INTO records (kind, id, rev, state, v, data, mark, copy) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, id) DO UPDATE SET rev = excluded.rev, state = excluded.state, v = excluded.v,
    data = excluded.data, mark = excluded.mark, copy = excluded.copy
"""
_FILL: Mapping[str, str] = {
    "activities": "INSERT OR REPLACE INTO activities (id, title, place, standing, sensitive, min_age, max_age)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)",
    "pillars": "INSERT OR REPLACE INTO pillars (activity, pillar, score) VALUES (?, ?, ?)",
    "sessions": "INSERT OR REPLACE INTO sessions (id, activity, starts_at, ends_at) VALUES (?, ?, ?, ?)",
    "places": "INSERT OR REPLACE INTO places (id, lat, lon) VALUES (?, ?, ?)",
    "people": "INSERT OR REPLACE INTO people (id, household, first_name, creature, band, way)"
    " VALUES (?, ?, ?, ?, ?, ?)",
    "families": "INSERT OR REPLACE INTO families (kind, id, household, person, adult, data) VALUES (?, ?, ?, ?, ?, ?)",
    "notes": "INSERT OR REPLACE INTO notes (kind, id, household, person, adult, data) VALUES (?, ?, ?, ?, ?, ?)",
    "name_keys": "INSERT INTO name_keys (key, member, event) VALUES (?, ?, '')",
    "name_forms": "INSERT INTO name_forms (form, person, born, member, event) VALUES (?, ?, ?, ?, '')",
    "merges": "INSERT OR REPLACE INTO merges (event, kept, dropped, worker, at, undone_by) VALUES (?, ?, ?, ?, ?, ?)",
    "prohibitions": "INSERT INTO prohibitions (record, child, adult, since, until) VALUES (?, ?, ?, ?, ?)",
    "told": "INSERT OR REPLACE INTO told (event, station, what, visit, at, kind, how, worker, number)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "cases": "INSERT OR REPLACE INTO cases (number, kind, station, subject, at, household, record, record_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "cards": "INSERT OR REPLACE INTO cards (serial, person, household, live) VALUES (?, ?, ?, ?)",
    "revocations": "INSERT OR IGNORE INTO revocations (serial) VALUES (?)",
    "workers": "INSERT OR REPLACE INTO workers (id, name, roles, serial, revoked, verifier) VALUES (?, ?, ?, ?, ?, ?)",
    "secrets": "INSERT OR REPLACE INTO secrets (id, household, person, means, verifier) VALUES (?, ?, ?, ?, ?)",
    "stock": 'INSERT OR IGNORE INTO stock (serial, "grant", code) VALUES (?, ?, ?)',
    "vouchers": """INSERT OR REPLACE INTO vouchers
(id, programme, household, people, worth, "left", state, starts, until, owes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    "vouchers_away": """INSERT OR REPLACE INTO vouchers_away
(record, voucher, serial, programme, state, starts, until, "left", owes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
    "allotments": """INSERT INTO allotments (incarnation, "of", fund, what, granted, back) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (incarnation, "of", fund) DO UPDATE SET
    granted = max(granted, excluded.granted), back = max(back, excluded.back)""",
    "lease": "INSERT OR REPLACE INTO lease (one, until, frozen) VALUES (1, ?, ?)",
    "signups": """INSERT OR REPLACE INTO signups
(id, session, person, household, state, since, asked_at, paid, "by", until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
}
# What goes with a record. A revocation is never taken back, a blank that was handed out stays handed out, and what was
# granted stays granted.
_CLEAR: Mapping[str, tuple[str, ...]] = {
    "activity": ("DELETE FROM activities WHERE id = ?", "DELETE FROM pillars WHERE activity = ?"),
    "session": ("DELETE FROM sessions WHERE id = ?",),
    "place": ("DELETE FROM places WHERE id = ?",),
    "person": ("DELETE FROM people WHERE id = ?",),
    "card": ("DELETE FROM cards WHERE serial = ?",),
    "worker": ("DELETE FROM workers WHERE id = ?",),
    "secret": ("DELETE FROM secrets WHERE id = ?",),
    "member": (
        "DELETE FROM families WHERE kind = 'member' AND id = ?",
        "DELETE FROM name_keys WHERE event = '' AND member = ?",
        "DELETE FROM name_forms WHERE event = '' AND member = ?",
    ),
    "merge": ("DELETE FROM merges WHERE event = ?",),
    "prohibition": ("DELETE FROM prohibitions WHERE record = ?",),
    "fact": ("DELETE FROM told WHERE event = ?",),
    "case": ("DELETE FROM cases WHERE number = ?",),
    "voucher": ("DELETE FROM vouchers WHERE id = ?",),
    **dict.fromkeys(("voucher_away", "voucher_guest"), ("DELETE FROM vouchers_away WHERE record = ?",)),
    **dict.fromkeys(("signup", "signup_away"), ("DELETE FROM signups WHERE id = ?",)),
    "note": ("DELETE FROM notes WHERE id = ?",),
    **{
        kind: (f"DELETE FROM families WHERE kind = '{kind}' AND id = ?",)  # noqa: S608 - our own names
        for kind in ("household", "relation", "contact", "consent")
    },
}
_HELD = "SELECT id, copy, rev FROM records WHERE kind = ? AND id IN (SELECT value FROM json_each(?))"
_ASIDE = "INSERT OR REPLACE INTO quarantine (kind, id, why, raw, since, copy) VALUES (?, ?, ?, ?, ?, ?)"
_HEALED = "DELETE FROM quarantine WHERE kind = ? AND id = ?"
_CROWD = """
DELETE FROM quarantine WHERE kind = '?' AND "row" <= (
    SELECT "row" FROM quarantine WHERE kind = '?' ORDER BY "row" DESC LIMIT 1 OFFSET ?
)
"""
# What an older release kept. Texts come as bytes, so that one that is no text any more stops no reading.
_KEPT = """
SELECT "row", kind, id, rev, v, CAST(data AS BLOB) AS data FROM records
WHERE "row" > ? AND state = 'live' ORDER BY "row" LIMIT +?
"""
_STILL = """
INSERT INTO quarantine (kind, id, why, raw, since, copy) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (kind, id) DO UPDATE SET why = excluded.why
"""
_LINES = 'SELECT "row", raw, copy FROM quarantine WHERE kind = \'?\' AND length(raw) < ? ORDER BY "row"'
_OLDER = 'SELECT "row", kind, id FROM records WHERE "row" > ? AND "row" <= ? AND copy < ? ORDER BY "row"'


class Copying:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, piece: Sequence[Prepared | Unread], copy: int, since: str) -> int:
        """Write what is newer than what is held; how many were. `since` is the moment, for what has to be put aside.

        Newer is what a later copy brings, and within one copy what has the higher rev.
        """
        records = [one for one in piece if isinstance(one, Prepared)]
        unread = [one for one in piece if isinstance(one, Unread)]
        newer, held = self._newer(records, copy)
        self._keep(newer, copy)
        self._clear(one for one in newer if not one.stays and (one.kind, one.id) in held)
        self._fill(newer)
        self._put_aside(newer, unread, copy, since)
        return len(newer)

    def _newer(self, records: Iterable[Prepared], copy: int) -> tuple[list[Prepared], Mapping[Key, Row]]:
        """The records that are newer than what is held, the last one where an id comes twice; and what is held."""
        latest: dict[Key, Prepared] = {}
        for one in records:
            before = latest.get((one.kind, one.id))
            if before is None or one.rev > before.rev:
                latest[one.kind, one.id] = one
        held = self._held(latest)
        return [one for key, one in latest.items() if key not in held or (copy, one.rev) > held[key]], held

    def _held(self, keys: Iterable[Key]) -> dict[Key, Row]:
        """(copy, rev) of the records that are here."""
        ids: dict[str, list[str]] = {}
        for kind, id_ in keys:
            ids.setdefault(kind, []).append(id_)
        held: dict[Key, Row] = {}
        for kind, some in ids.items():
            for id_, copy, rev in self._connection.exec_driver_sql(_HELD, (kind, json.dumps(some))):
                held[kind, id_] = (copy, rev)
        return held

    def _keep(self, records: Iterable[Prepared], copy: int) -> None:
        self._many(_KEEP, [(one.kind, one.id, one.rev, one.state, one.v, one.text, one.mark, copy) for one in records])

    def _clear(self, records: Iterable[Prepared]) -> None:
        self._forget((one.kind, one.id) for one in records)

    def _forget(self, keys: Iterable[Key]) -> None:
        """Drop what was read out of these records."""
        statements: dict[str, list[Row]] = {}
        for kind, id_ in keys:
            for statement in _CLEAR.get(kind, ()):
                statements.setdefault(statement, []).append((id_,))
        for statement, rows in statements.items():
            self._many(statement, rows)

    def _fill(self, records: Iterable[Prepared]) -> None:
        tables: dict[str, list[Row]] = {}
        for one in records:
            for table, row in one.rows:
                tables.setdefault(table, []).append(row)
        for (signed,) in tables.pop("key_list", ()):
            Stations(self._connection).adopt(signed)
        for table, rows in tables.items():
            self._many(_FILL[table], rows)

    def _put_aside(self, newer: Iterable[Prepared], unread: Sequence[Unread], copy: int, since: str) -> None:
        lines = [("?", one.raw[:200], one.why, one.raw[:RAW_KEPT], since, copy) for one in unread]
        readable: list[Row] = []
        for one in newer:
            if one.why:
                lines.append((one.kind, one.id, one.why, one.text[:RAW_KEPT], since, copy))
            else:
                readable.append((one.kind, one.id))
        if self._connection.exec_driver_sql("SELECT 1 FROM quarantine LIMIT 1").first() is not None:
            self._many(_HEALED, readable)
        self._many(_ASIDE, lines)
        if unread:
            self._connection.exec_driver_sql(_CROWD, (ASIDE_KEPT,))

    # --- what an older release kept -------------------------------------------------------------------------------

    def kept(self, after: int) -> Kept | None:
        """The next live records after a row; None at the end. One that was damaged here is left to the repair."""
        rows = self._connection.exec_driver_sql(_KEPT, (after, READ_AT_ONCE)).all()
        if not rows:
            return None
        items = [_item(row.kind, row.id, row.rev, row.v, row.data) for row in rows]
        return Kept(tuple(one for one in items if one is not None), int(rows[-1].row))

    def read_again(self, piece: Iterable[Prepared], copy: int, since: str) -> None:
        """Replace what was read out of these records, which are here as they are."""
        records = list(piece)
        self._clear(one for one in records if not one.stays)
        self._fill(records)
        self._many(_HEALED, [(one.kind, one.id) for one in records if not one.why])
        lines = [(one.kind, one.id, one.why, one.text[:RAW_KEPT], since, copy) for one in records if one.why]
        self._many(_STILL, lines)

    def lines_aside(self) -> list[LineAside]:
        """Lines that are no records and were kept whole, letter by letter."""
        rows = self._connection.exec_driver_sql(_LINES, (RAW_KEPT,))
        return [LineAside(row.row, row.raw, row.copy) for row in rows if _LOST_LETTER not in row.raw]

    def healed(self, row: int) -> None:
        """This line is put aside no longer."""
        self._connection.exec_driver_sql('DELETE FROM quarantine WHERE "row" = ?', (row,))

    def drop(self, keys: Sequence[Key]) -> None:
        """Drop these records and what was read out of them, whatever central says of them later."""
        for statement in ("DELETE FROM records WHERE kind = ? AND id = ?", _HEALED):
            self._many(statement, keys)
        self._forget(keys)

    # --- what a whole copy no longer contains ---------------------------------------------------------------------

    def sweep(self, copy: int, after: int, kinds: Sequence[str] = ()) -> int | None:
        """Drop records that only older copies held, among the next rows after `after`; of these kinds, or of all.

        The row to go on after, None once all were seen. What was read out of a record goes with it; revocations and
        the stock of blanks stay.
        """
        connection = self._connection
        last: int = connection.exec_driver_sql('SELECT coalesce(max("row"), 0) FROM records').scalar_one()
        if after >= last:
            self._sweep_aside(copy, kinds)
            return None
        until = after + LOOKED_AT_ONCE
        found = connection.exec_driver_sql(_OLDER, (after, until, copy)).all()
        older = [row for row in found if not kinds or row.kind in kinds][:SWEPT_AT_ONCE]
        self._many('DELETE FROM records WHERE "row" = ?', [(row.row,) for row in older])
        self._forget((row.kind, row.id) for row in older)
        return int(older[-1].row) if len(older) == SWEPT_AT_ONCE else until

    def _sweep_aside(self, copy: int, kinds: Sequence[str]) -> None:
        some = json.dumps(list(kinds))
        self._connection.exec_driver_sql(
            "DELETE FROM quarantine WHERE copy < ? AND (? = '[]' OR kind IN (SELECT value FROM json_each(?)))",
            (copy, some, some),
        )

    def _many(self, statement: str, rows: Sequence[Row]) -> None:
        if rows:
            self._connection.exec_driver_sql(statement, list(rows))


def _item(kind: str, id_: str, rev: int, v: int, data: bytes) -> Item | None:
    try:
        item = Item(kind, id_, rev, "live", v, data.decode())
        return item if item.data is not None else None
    except (ValueError, TypeError, RecursionError):
        return None
