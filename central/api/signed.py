"""Who calls: the station whose HTTP message signature the request bears.

Neither age nor clock is checked: a station with a wrong clock must be able to push. A nonce, used once, stops replay.
A proxy in front of central must pass path and query unchanged. That a station was revoked, or that its certificate ran
out, is said only to whoever holds its key.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyHeader

from central import certificates, reconciling
from central.api import bodies
from central.api.errors import documented, refusal
from central.api.signatures import Held, Signatures
from central.db import Tx, standing, stations, writing
from central.db.stations import Station

_SCHEME = APIKeyHeader(
    name="Signature",
    scheme_name="StationSignature",
    description=(
        "HTTP Message Signature (RFC 9421), Ed25519, label `station`, keyid = station id, parameters created and "
        "nonce, over @method, @path, @query and, with a body, content-digest."
    ),
    auto_error=False,
)
RESPONSES: dict[int | str, dict[str, Any]] = {
    401: documented("signature_invalid, replayed, unknown (no such station) or revoked."),
}
PULL_RESPONSES: dict[int | str, dict[str, Any]] = {
    **RESPONSES,
    403: documented("certificate_expired: the station may still push."),
}


@dataclass(frozen=True)
class Signed:
    """A request whose signature holds, with its body as sent; its nonce is used."""

    station: Station
    body: bytes
    encoding: str


@dataclass(frozen=True)
class Asked:
    """A request whose signature holds, with its body as sent. Its nonce is used in the one transaction in which what
    it asks is done, or nothing is."""

    signatures: Signatures
    held: Held
    body: bytes
    encoding: str
    must_be_certified: bool = False

    @contextmanager
    def doing(self) -> Iterator[tuple[Tx, Station]]:
        """The transaction, and the station as it is now. Raises 401 and 403."""
        self._take_up_key()
        central = self.signatures.central
        with writing(central.engine) as tx:
            station = _heard(tx, self.held, central.now())
            if self.must_be_certified and certificates.is_over(station, central.clock()):
                raise refusal(403, "certificate_expired")
            yield tx, station
        self.signatures.know(station)

    def spent(self) -> Signed:
        """For what is only to be read: the nonce is used at once."""
        with self.doing() as (_, station):
            pass
        return Signed(station, self.body, self.encoding)

    def _take_up_key(self) -> None:
        """By itself, for it goes into the journal: the next key was used, and so is the only one from now on."""
        central, station = self.signatures.central, self.held.station
        if self.held.key == station.public or station.revoked_at is not None:
            return
        with writing(central.engine) as tx:
            standing.take_up_key(tx, station.id, self.held.key)
            reconciling.note(tx, central.journal, station.id)


Asker = Callable[..., Asked]
Signer = Callable[..., Signed]


def by_a_station(signatures: Signatures) -> Asker:
    """The dependency that lets enrolled stations through unless they were revoked."""

    def asked(
        request: Request, body: Annotated[bytes, Depends(bodies.raw)], _: Annotated[str | None, Security(_SCHEME)]
    ) -> Asked:
        held = signatures.held(request, body)
        return Asked(signatures, held, body, request.headers.get("content-encoding", "").strip().lower())

    return asked


def by_a_certified(by_a_station: Asker) -> Asker:
    """The dependency that lets through, of those, the stations whose certificate holds."""

    def certified(asked: Annotated[Asked, Depends(by_a_station)]) -> Asked:
        return replace(asked, must_be_certified=True)

    return certified


def spent(asker: Asker) -> Signer:
    """The dependency for what is only to be read."""

    def signed(asked: Annotated[Asked, Depends(asker)]) -> Signed:
        return asked.spent()

    return signed


def _heard(tx: Tx, held: Held, now: str) -> Station:
    """The station, which is heard by this: as it is now, and this is still its key."""
    station = stations.hear(tx, held.station.id, held.nonce, now, held.station.seen_at)
    if station is None:
        raise refusal(401, "replayed")
    if station.revoked_at is not None:
        raise refusal(401, "revoked")
    if held.key != station.public:
        raise refusal(401, "signature_invalid")
    return station
