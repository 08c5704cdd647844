"""The station's certificate is renewed inside a round, and with it, when one was made, the station's key is changed."""

from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain import certificates, keys
from kiosk.domain.certificates import Certificate
from kiosk.domain.cose import NotVerified
from kiosk.domain.wire import NotTheWire
from kiosk.sync.trip import Trip


def renew_when_due(trip: Trip) -> None:
    """Raises CentralUnreachable, NotTheWire."""
    if _is_due(trip):
        renew(trip)


def renew(trip: Trip) -> None:
    """Ask for a certificate for the key that is to be certified; asking again does no harm."""
    station = trip.station
    private = station.next_key or station.private_key
    public = keys.raw_public(Ed25519PrivateKey.from_private_bytes(private))
    signed = trip.ask(lambda: trip.central.renew(public))
    certificate = _read(trip, signed)
    if certificate is None or (certificate.station, certificate.public) != (station.id, public):
        raise NotTheWire("not a certificate of this station")
    trip.store(lambda tx: tx.station.certified(signed, private))
    trip.station = replace(station, certificate=signed, next_key=None)  # the old key speaks until the round is over


def _is_due(trip: Trip) -> bool:
    """Once half its life is over, by central's time: a clock that nobody set decides nothing."""
    if trip.station.next_key is not None:
        return True
    certificate, now = _read(trip, trip.station.certificate), trip.clock.read()
    return certificate is None or (now.anchor is not None and certificate.half_over(now.at))


def _read(trip: Trip, signed: bytes) -> Certificate | None:
    try:
        trusted = keys.open_list(trip.station.key_list, trip.station.root_public)
        return certificates.read(signed, trusted)
    except NotVerified:
        return None
