"""Workers as fed, and their wrong tries."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select

from kiosk.clock import from_stamp, stamp
from kiosk.db import schema
from kiosk.domain.waits import Instant, Tries
from kiosk.domain.workers import Account, Role, Worker

_ACCOUNT = select(schema.workers, schema.revocations.c.serial.label("dead")).outerjoin(
    schema.revocations, schema.revocations.c.serial == schema.workers.c.serial
)
_BY_ID = _ACCOUNT.where(schema.workers.c.id == bindparam("worker"))


class Workers:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: str) -> Account | None:
        """A worker of this hub; revoked, too, when only their card is."""
        row = self._connection.execute(_BY_ID, {"worker": id_}).one_or_none()
        return _account(row) if row else None

    def of_card(self, serial: int) -> Account | None:
        row = self._connection.execute(_ACCOUNT.where(schema.workers.c.serial == serial)).first()
        return _account(row) if row else None

    def every(self) -> list[Worker]:
        """By name, the revoked ones too: who did what is asked for later."""
        return [_account(row).worker for row in self._connection.execute(_ACCOUNT.order_by(schema.workers.c.name))]

    def tries(self, worker: str) -> Tries | None:
        table = schema.worker_tries
        row = self._connection.execute(select(table).where(table.c.worker == worker)).one_or_none()
        if row is None:
            return None
        noted = Instant(row.boot_id, row.boot, _moment(row.earliest), _moment(row.latest))
        return Tries(row.wrong, row.owed, noted)

    def note(self, worker: str, tries: Tries) -> None:
        at = tries.noted
        row = {
            "worker": worker,
            "wrong": tries.wrong,
            "owed": tries.owed,
            "boot_id": at.boot_id,
            "boot": at.boot,
            "earliest": _text(at.earliest),
            "latest": _text(at.latest),
        }
        self._connection.execute(insert(schema.worker_tries).prefix_with("OR REPLACE"), row)

    def forgive(self, worker: str) -> None:
        """They were right: the tries before count no longer."""
        self._connection.execute(delete(schema.worker_tries).where(schema.worker_tries.c.worker == worker))


def _account(row: Row[Any]) -> Account:
    roles = frozenset(Role(role) for role in row.roles.split())
    worker = Worker(row.id, row.name, roles, row.serial, bool(row.revoked) or row.dead is not None)
    return Account(worker, row.verifier)


def _moment(text: str) -> datetime | None:
    return from_stamp(text) if text else None


def _text(moment: datetime | None) -> str:
    return stamp(moment) if moment else ""
