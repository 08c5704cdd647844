"""A key made before central was asked to enrol it, so that a lost answer can be asked for again."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select

from kiosk.db import schema


@dataclass(frozen=True)
class Enrolling:
    code: str = field(repr=False)  # the one-time code that this key was or will be sent with
    private_key: bytes = field(repr=False)  # 32 raw bytes of Ed25519


class Enrollings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Enrolling | None:
        row = self._connection.execute(select(schema.enrolling)).one_or_none()
        return Enrolling(row.code, row.private_key) if row else None

    def keep(self, enrolling: Enrolling) -> None:
        """In place of an earlier one."""
        row = {"one": 1, "code": enrolling.code, "private_key": enrolling.private_key}
        self._connection.execute(insert(schema.enrolling).prefix_with("OR REPLACE"), row)

    def over(self) -> None:
        self._connection.execute(delete(schema.enrolling))
