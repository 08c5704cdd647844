"""Enrol this machine as a station: make key and store, ask central, pin the root."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Clock, stamp
from kiosk.db.enrolling import Enrolling
from kiosk.db.station import Station
from kiosk.db.store import Store, new_key, open_store, read_key
from kiosk.domain import certificates, keys
from kiosk.domain.cose import NotVerified
from kiosk.domain.wire import Enrolment, EnrolmentAsk
from kiosk.settings import Settings

# Central's answer, and the root's certificate (PEM, "" over plain HTTP).
Ask = Callable[[EnrolmentAsk, Ed25519PrivateKey], tuple[Enrolment, str]]


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


def become_station(store: Store, asked: Asked, clock: Clock, ask: Ask) -> Station:
    """The whole of it. Raises NotEnrolled, StoreUnavailable and what `ask` raises.

    Key and code are on disk before anybody is asked, so that a lost answer can be asked for again.
    """
    check_free(store)
    private_key = _key_for(store, asked.code)
    public = keys.raw_public(private_key)
    enrolment, root_certificate = ask(EnrolmentAsk(asked.code, public), private_key)
    return accept(store, asked, private_key, enrolment, root_certificate, clock)


def _key_for(store: Store, code: str) -> Ed25519PrivateKey:
    """The key that was sent with this code before; a new one, written down, for a new code."""
    with store.begin() as tx:
        begun = tx.enrolling.get()
        if begun is not None and begun.code == code:
            return Ed25519PrivateKey.from_private_bytes(begun.private_key)
        made = Ed25519PrivateKey.generate()
        tx.enrolling.keep(Enrolling(code, made.private_bytes_raw()))
    return made


def accept(
    store: Store,
    asked: Asked,
    private_key: Ed25519PrivateKey,
    answer: Enrolment,
    root_certificate: str,
    clock: Clock,
) -> Station:
    """Check what central answered against the pinned fingerprint, and write it down. Raises NotEnrolled."""
    _check(asked, keys.raw_public(private_key), answer)
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
        certificate=answer.certificate,
        root_certificate=root_certificate,
    )
    check_free(store)
    with store.begin() as tx:
        tx.station.enrol(station)
        tx.syncing.begin(answer.epoch)
        tx.enrolling.over()
        if (kept := clock.kept()) is not None:
            tx.clock.keep(kept)
    return station


def _check(asked: Asked, public: bytes, answer: Enrolment) -> None:
    if keys.fingerprint(answer.root_public) != asked.root_fingerprint.strip().lower():
        raise NotEnrolled("central shows another root key than the one you were given: do not go on, ask the office")
    try:
        listed = keys.open_list(answer.key_list, answer.root_public)
    except NotVerified:
        raise NotEnrolled("central's key list is not signed by the root key: do not go on, ask the office") from None
    try:
        certificate = certificates.read(answer.certificate, listed)
    except NotVerified:
        raise NotEnrolled("central's certificate for this station does not hold: ask the office") from None
    if (certificate.station, certificate.public) != (answer.station, public):
        raise NotEnrolled("central's certificate is for another station: ask the office")
