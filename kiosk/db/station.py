"""Who this station is: one row, written at enrolment."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, insert, select, update

from kiosk.db import schema


@dataclass(frozen=True)
class Station:
    id: str
    hub: str
    role: str
    scope: str
    central_url: str
    private_key: bytes = field(repr=False)  # 32 raw bytes of Ed25519; leaves the store only in memory
    root_public: bytes
    key_list: bytes  # signed by the root
    incarnation: str
    enrolled_at: str


_STATION = select(schema.station)


class Stations:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Station | None:
        """None before enrolment."""
        row = self._connection.execute(_STATION).mappings().one_or_none()
        if row is None:
            return None
        return Station(**{name: value for name, value in row.items() if name != "one"})

    def enrol(self, station: Station) -> None:
        self._connection.execute(insert(schema.station), {"one": 1, **vars(station)})

    def set_key_list(self, signed: bytes) -> None:
        self._connection.execute(update(schema.station).values(key_list=signed))
