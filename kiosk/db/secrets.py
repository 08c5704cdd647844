"""What identifies the holders of cards, and their wrong tries."""

from datetime import date

from sqlalchemy import Connection, delete, insert, select

from kiosk.db import schema
from kiosk.domain.pictures import Means, Secret, Wrong, secret_id


class Secrets:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, person: str, household: str) -> Secret | None:
        """The person's own PIN within this household, else the household's pictures."""
        return self._one(secret_id(household, person)) or self._one(household)

    def _one(self, id_: str) -> Secret | None:
        for table in (schema.own_secrets, schema.secrets):
            row = self._connection.execute(select(table).where(table.c.id == id_)).one_or_none()
            if row is not None:
                return Secret(row.household, row.person, Means(row.means), row.verifier)
        return None

    def set(self, event: str, secret: Secret) -> None:
        row = {"id": secret_id(secret.household, secret.person), "event": event, **vars(secret)}
        self._connection.execute(insert(schema.own_secrets).prefix_with("OR REPLACE"), row)

    def wrong(self, serial: int) -> Wrong | None:
        table = schema.wrong_tries
        row = self._connection.execute(select(table).where(table.c.serial == serial)).one_or_none()
        return Wrong(date.fromisoformat(row.day), row[2]) if row else None

    def note(self, serial: int, wrong: Wrong) -> None:
        row = {"serial": serial, "day": wrong.day.isoformat(), "count": wrong.count}
        self._connection.execute(insert(schema.wrong_tries).prefix_with("OR REPLACE"), row)

    def forgive(self, serial: int) -> None:
        self._connection.execute(delete(schema.wrong_tries).where(schema.wrong_tries.c.serial == serial))
