"""Enrol this machine as a station: make key and store, ask central, pin the root."""

import secrets
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Clock, stamp
from kiosk.db.station import Station
from kiosk.db.store import Store, new_key, open_store, read_key
from kiosk.domain import keys
from kiosk.domain.cose import NotVerified
from kiosk.domain.wire import Enrolment, EnrolmentAsk
from kiosk.settings import Settings


class NotEnrolled(Exception):
    """Why this machine did not become a station, in words for a technician."""


@dataclass(frozen=True)
class Asked:
    """What the technician brings: the one-time code, and the root's fingerprint, by another way than the network."""

    central_url: str
    code: str
    root_fingerprint: str


def open_or_make(settings: Settings) -> Store:
    """The station's store; a new key and an empty store if there is none yet. Raises StoreUnavailable."""
    settings.data.mkdir(parents=True, exist_ok=True)
    if settings.store.exists():
        return open_store(settings.store, read_key(settings.key_file))
    settings.key_file.unlink(missing_ok=True)  # of a first start that was cut: it never opened anything
    return open_store(settings.store, new_key(settings.key_file))


def check_free(store: Store) -> None:
    """Raises NotEnrolled when this machine is a station already."""
    with store.begin() as tx:
        if tx.station.get() is not None:
            raise NotEnrolled("this machine is a station already: wipe it before you enrol it anew")


def accept(store: Store, asked: Asked, private_key: Ed25519PrivateKey, answer: Enrolment, clock: Clock) -> Station:
    """Check what central answered against the pinned fingerprint, and write it down. Raises NotEnrolled."""
    if keys.fingerprint(answer.root_public) != asked.root_fingerprint.strip().lower():
        raise NotEnrolled("central shows another root key than the one you were given: do not go on, ask the office")
    try:
        keys.open_list(answer.key_list, answer.root_public)
    except NotVerified:
        raise NotEnrolled("central's key list is not signed by the root key: do not go on, ask the office") from None
    station = Station(
        id=answer.station,
        hub=answer.hub,
        role=answer.role,
        scope=answer.scope,
        central_url=asked.central_url,
        private_key=private_key.private_bytes_raw(),
        root_public=answer.root_public,
        key_list=answer.key_list,
        incarnation=secrets.token_hex(8),
        enrolled_at=stamp(clock.read().at),
    )
    check_free(store)
    with store.begin() as tx:
        tx.station.enrol(station)
        tx.syncing.begin(answer.epoch)
    return station


def new_ask(asked: Asked) -> tuple[Ed25519PrivateKey, EnrolmentAsk]:
    private_key = Ed25519PrivateKey.generate()
    return private_key, EnrolmentAsk(asked.code, keys.raw_public(private_key))
