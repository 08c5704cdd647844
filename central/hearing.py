"""Stations are heard: what they ask is done once, in the transaction in which they are heard, or nothing is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from central import certificates
from central.db import Tx, nonces, stations
from central.db.stations import Station

_AN_HOUR = len("2026-12-01T09")


class Unheard(StrEnum):
    """Why nothing is done for whoever asks."""

    REPLAYED = "replayed"
    REVOKED = "revoked"
    OTHER_KEY = "signature_invalid"
    EXPIRED = "certificate_expired"


@dataclass(frozen=True)
class Call:
    """A request whose signature holds: the station as it was when it was looked at, which of its keys it is, the
    nonce, and whether its certificate has to hold."""

    station: Station
    key: bytes
    nonce: str
    must_be_certified: bool = False

    @property
    def used(self) -> nonces.Used:
        return self.station.id, self.nonce


def hear(tx: Tx, calls: Sequence[Call], now: str) -> list[Station | Unheard]:
    """Of each call the station as it is now, which stays as it is until the commit; its nonce is used. However many it
    uses, each is known for nonces.KEPT, and for an hour more where it is heard all the time."""
    new = nonces.use(tx, [call.used for call in calls], now)
    there = stations.held(tx, {call.station.id for call in calls})
    said = [_said(call, there[call.station.id], is_new, now) for call, is_new in zip(calls, new, strict=True)]
    in_vain = (
        call.used for call, one, is_new in zip(calls, said, new, strict=True) if is_new and isinstance(one, Unheard)
    )
    nonces.not_used(tx, [*in_vain])
    heard = {one.id: one for one in said if isinstance(one, Station)}
    stations.are_seen(tx, heard, now)
    for id_, before in heard.items():
        if (before.seen_at or "")[:_AN_HOUR] != now[:_AN_HOUR]:
            nonces.forget(tx, id_, now)
    return [replace(one, seen_at=now) if isinstance(one, Station) else one for one in said]


def _said(call: Call, station: Station, is_new: bool, now: str) -> Station | Unheard:
    if not is_new:
        return Unheard.REPLAYED
    if station.revoked_at is not None:
        return Unheard.REVOKED
    if call.key != station.public:
        return Unheard.OTHER_KEY
    if call.must_be_certified and certificates.is_over(station, datetime.fromisoformat(now)):
        return Unheard.EXPIRED
    return station
