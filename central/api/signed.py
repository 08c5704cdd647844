"""Who calls: the station whose HTTP message signature the request bears.

Neither age nor clock is checked: a station with a wrong clock must be able to push. A nonce, used once, stops replay.
A proxy in front of central must pass path and query unchanged. That a station was revoked, or that its certificate ran
out, is said only to whoever holds its key.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Request, Security
from fastapi.security import APIKeyHeader
from starlette.exceptions import HTTPException

from central import hearing, reconciling
from central.api import bodies, signatures
from central.api.errors import documented, refusal
from central.db import Tx, nonces, standing, writing
from central.db.stations import Station
from central.hearing import Call, Unheard
from central.opening import Central

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
class Held:
    """A request whose signature holds. Its nonce is used in the one transaction in which what it asks is done, or
    nothing is."""

    central: Central
    call: Call
    body: bytes
    encoding: str

    @contextmanager
    def doing(self) -> Iterator[tuple[Tx, Station]]:
        """The transaction, and the station as it is now. Raises 401 and 403."""
        with doing(self.central, [self.call]) as (tx, (station,)):
            if isinstance(station, Unheard):
                raise refused(station)
            yield tx, station


@contextmanager
def doing(central: Central, calls: Sequence[Call]) -> Iterator[tuple[Tx, list[Station | Unheard]]]:
    """One transaction for all that these ask, and of each the station as it is now, or why nothing is done for it."""
    for call in calls:
        if call.key != call.station.public and call.station.revoked_at is None:
            _take_up_key(central, call)
    with writing(central.engine) as tx:
        said = hearing.hear(tx, calls, central.now())
        for call, station in zip(calls, said, strict=True):
            if station is Unheard.OTHER_KEY:
                central.seen.pop(call.station.id, None)
        yield tx, said
    central.seen.update({station.id: station for station in said if isinstance(station, Station)})


def refused(why: Unheard) -> HTTPException:
    return refusal(403 if why is Unheard.EXPIRED else 401, why.value)


@dataclass(frozen=True)
class Asked:
    """A request of which nothing is believed yet."""

    central: Central
    request: Request
    body: bytes
    must_be_certified: bool = False

    def held(self) -> Held:
        """Checked, before anything is read of its body. Raises 401."""
        encoding = self.request.headers.get("content-encoding", "").strip().lower()
        signature = signatures.of(self.central, self.request, self.body)
        call = Call(signature.station, signature.key, signature.nonce, self.must_be_certified)
        return Held(self.central, call, self.body, encoding)


Asker = Callable[..., Awaitable[Asked]]
Signer = Callable[..., Awaitable[Signed]]


def by_a_station(central: Central, *, certified: bool = False) -> Asker:
    """The dependency that lets enrolled stations through unless they were revoked; `certified`: those whose certificate
    holds."""

    async def asked(request: Request, _: Annotated[str | None, Security(_SCHEME)]) -> Asked:
        return Asked(central, request, await bodies.raw(request), certified)

    return asked


def _take_up_key(central: Central, call: Call) -> None:
    """By itself, for it goes into the journal: the next key was used, and so is the only one from now on. Who repeats
    an old request uses no key."""
    with writing(central.engine) as tx:
        if not nonces.has_used(tx, *call.used):
            standing.take_up_key(tx, call.station.id, call.key)
            reconciling.note(tx, central.journal, call.station.id)
