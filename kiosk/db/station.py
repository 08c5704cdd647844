"""Who this station is: one row, written at enrolment."""

from dataclasses import dataclass, field, fields

from sqlalchemy import Connection, insert, select, update

from kiosk.db import schema
from kiosk.domain import keys
from kiosk.domain.cose import NotVerified


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
    certificate: bytes = b""  # see kiosk.domain.certificates
    root_certificate: str = ""  # PEM
    next_key: bytes | None = field(default=None, repr=False)  # a private key that is not certified yet
    revoked_at: str = ""  # "" while central knows this station


_STATION = select(*(schema.station.c[one.name] for one in fields(Station)))


class Stations:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Station | None:
        """None before enrolment."""
        row = self._connection.execute(_STATION).one_or_none()
        return None if row is None else Station(*row)

    def enrol(self, station: Station) -> None:
        self._connection.execute(insert(schema.station), {"one": 1, **vars(station)})

    def begins_anew(self, incarnation: str) -> None:
        self._connection.execute(update(schema.station).values(incarnation=incarnation))

    # --- keys -----------------------------------------------------------------------------------------------------

    def set_key_list(self, signed: bytes) -> None:
        self._connection.execute(update(schema.station).values(key_list=signed))

    def adopt(self, signed: bytes) -> bool:
        """Replace the key list by a newer one that the pinned root signed; whether it was one."""
        station = self.get()
        if station is None:
            return False
        try:
            number = keys.open_list(signed, station.root_public).number
        except NotVerified:
            return False
        if number <= _number(station):
            return False
        self.set_key_list(signed)
        return True

    def pin(self, root_certificate: str) -> None:
        """The root's certificate (PEM), which TLS stands on."""
        self._connection.execute(update(schema.station).values(root_certificate=root_certificate))

    def rotate(self, private_key: bytes) -> None:
        """Keep a new key before central is asked to certify it."""
        self._connection.execute(update(schema.station).values(next_key=private_key))

    def certified(self, certificate: bytes, private_key: bytes) -> None:
        """Central certified this key: from now on the station signs with it."""
        values = {"certificate": certificate, "private_key": private_key, "next_key": None}
        self._connection.execute(update(schema.station).values(**values))

    def revoked(self, moment: str) -> None:
        """Central said that this station is none of its own any more; the first time counts."""
        table = schema.station
        self._connection.execute(update(table).where(table.c.revoked_at == "").values(revoked_at=moment))


def _number(station: Station) -> int:
    try:
        return keys.open_list(station.key_list, station.root_public).number
    except NotVerified:
        return -1
