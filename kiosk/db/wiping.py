"""What a station that is no longer central's forgets: people. What it owes central it keeps."""

from sqlalchemy import Connection

from kiosk.domain.wire import CATALOGUE, REVOCATION

AT_ONCE = 300  # rows in one transaction

_KEPT = "(" + ", ".join(f"'{kind}'" for kind in sorted({*CATALOGUE, REVOCATION, "key_list"})) + ")"
_ACCEPTED = "IN (SELECT id FROM events WHERE verdict = 'accepted')"
_PERSONAL = (
    ("records", f"kind NOT IN {_KEPT}"),
    ("quarantine", f"kind NOT IN {_KEPT}"),
    ("people", "true"),
    ("cards", "true"),
    ("stock", "true"),
    ("workers", "true"),
    ("secrets", "true"),
    ("own_secrets", f"event {_ACCEPTED}"),
    ("families", "true"),
    ("notes", "true"),
    ("name_keys", "true"),
    ("name_forms", "true"),
    ("told", "true"),
    ("consents_due", "true"),
    ("cases", "true"),
    ("vouchers", "true"),
    ("vouchers_away", "true"),
    ("signups", "true"),
    ("signup_facts", f"event {_ACCEPTED}"),
    ("own_closings", f"event {_ACCEPTED}"),
    ("acknowledged", f"event {_ACCEPTED}"),
    ("merges", "true"),
    ("own_merges", f"event {_ACCEPTED}"),
    ("own_unmerges", f"event {_ACCEPTED}"),
    ("family_edits", f"event {_ACCEPTED}"),
    ("note_edits", f"event {_ACCEPTED}"),
    ("bindings", f"event {_ACCEPTED}"),
    ("bodies", f"event {_ACCEPTED}"),  # the chain covers its hash: it holds, and shows the hole
)
_UNNAMED = (
    """UPDATE visits SET person = '', household = ''
    WHERE rowid IN (SELECT rowid FROM visits WHERE person <> '' OR household <> '' LIMIT ?)""",
    """UPDATE redemptions SET person = '', household = '', serial = 0 WHERE rowid IN (
        SELECT rowid FROM redemptions WHERE (person <> '' OR household <> '' OR serial <> 0)
            AND event NOT IN (SELECT event FROM bodies) LIMIT ?)""",
    """UPDATE expectations SET person = '' WHERE rowid IN (
        SELECT rowid FROM expectations WHERE person <> '' AND event NOT IN (SELECT event FROM bodies) LIMIT ?)""",
    """UPDATE departures SET adult = '' WHERE rowid IN (
        SELECT rowid FROM departures WHERE adult <> '' AND event NOT IN (SELECT event FROM bodies) LIMIT ?)""",
)


class Wiping:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def step(self) -> bool:
        """Forget some of what is personal; whether there was anything.

        Events stay, and so do the bodies of those that central has not accepted: they are still owed.
        """
        for table, which in _PERSONAL:
            some = f"SELECT rowid FROM {table} WHERE {which} LIMIT ?"  # noqa: S608 - all constants
            if self._changes(f"DELETE FROM {table} WHERE rowid IN ({some})"):  # noqa: S608
                return True
        return any(self._changes(statement) for statement in _UNNAMED)

    def _changes(self, statement: str) -> bool:
        return self._connection.exec_driver_sql(statement, (AT_ONCE,)).rowcount > 0
