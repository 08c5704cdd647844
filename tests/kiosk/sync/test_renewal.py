"""Certificates are renewed inside a round, keys are changed with them, and an expired station can still come back."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central.db import standing
from kiosk.domain import certificates, keys
from kiosk.domain.certificates import Certificate
from kiosk.sync.central import NoConnection
from tests.central_at import CentralAt
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.recording import arrivals
from tests.kiosk.sync.records import activity
from tests.station import Station


def certificate(station: Station) -> Certificate:
    known = station.known
    return certificates.read(known.certificate, keys.open_list(known.key_list, known.root_public))


def age(station: Station, central: CentralAt, days: int) -> None:
    """Put a certificate of 90 days in its place that was issued so many days ago."""
    now = station.clock.read().at.replace(microsecond=0)
    held = certificate(station)
    issued = now - timedelta(days=days)
    wire = central.own.keys.wire
    old = Certificate(held.station, held.hub, held.role, held.public, issued, issued + timedelta(days=90))
    signed = certificates.sign(wire.key, wire.kid, old)
    put(station, signed, station.known.private_key)


def put(station: Station, signed: bytes, private_key: bytes) -> None:
    station.do(lambda tx: tx.station.certified(signed, private_key))


def test_a_fresh_certificate_is_left_alone(station: Station, central: CentralAt) -> None:
    station.sync()
    age(station, central, 44)
    before = station.known.certificate
    assert station.sync().requests == 1
    assert station.known.certificate == before


def test_once_half_its_life_is_over_it_is_renewed_in_the_round(station: Station, central: CentralAt) -> None:
    station.sync()
    age(station, central, 46)
    done = station.sync()
    assert (done.trouble, done.requests) == ("", 2)
    assert not certificate(station).half_over(station.clock.read().at)
    assert station.sync().requests == 1


def test_a_clock_that_nobody_set_renews_nothing(station: Station, central: CentralAt) -> None:
    age(station, central, 46)
    station.clock._standing = None  # as after a start with a hardware clock that is not believed
    assert station.clock.read().anchor is None
    real, station.central = station.central, Deaf(station.central)
    assert station.sync().trouble == ""  # nobody was asked for a certificate; central's answer set the clock
    station.central = real
    before = station.known.certificate
    station.sync()
    assert station.known.certificate != before


class Deaf(Between):
    """The answer to a renewal gets lost."""

    def renew(self, public: bytes) -> bytes:
        super().renew(public)
        raise NoConnection("the answer got lost")


def test_a_station_without_one_asks_for_one(station: Station) -> None:
    put(station, b"", station.known.private_key)
    assert station.sync().trouble == ""
    assert certificate(station).station == station.id


def test_a_renewal_that_fails_holds_nothing_back(station: Station, central: CentralAt) -> None:
    class Refused(Between):
        def renew(self, public: bytes) -> bytes:
            return b"no certificate"

    station.sync()
    central.publish("activity", "a", activity("Palla"))
    age(station, central, 46)
    station.central = Refused(station.central)
    done = station.sync()
    assert done.trouble == "NotTheWire: not a certificate of this station"
    assert done.pulled == 1


def test_somebody_else_s_certificate_is_not_taken(station: Station, central: CentralAt) -> None:
    class Wrong(Between):
        def renew(self, public: bytes) -> bytes:
            now = station.clock.read().at.replace(microsecond=0)
            wire = central.own.keys.wire
            other = Certificate("another", "hub-1", "touch", public, now, now + timedelta(days=90))
            return certificates.sign(wire.key, wire.kid, other)

    station.sync()
    age(station, central, 46)
    before = station.known.certificate
    station.central = Wrong(station.central)
    assert station.sync().trouble.startswith("NotTheWire")
    assert station.known.certificate == before


# --- another key ----------------------------------------------------------------------------------------------------


def test_a_station_s_key_is_changed_and_the_old_one_is_good_for_nothing_then(
    station: Station, central: CentralAt
) -> None:
    station.sync()
    old, new = station.known.private_key, Ed25519PrivateKey.generate().private_bytes_raw()
    station.do(lambda tx: tx.station.rotate(new))
    assert station.sync().trouble == ""
    assert (station.known.private_key, station.known.next_key) == (new, None)
    arrivals(station, 2)
    assert station.sync().waiting == 0
    put(station, station.known.certificate, old)
    assert station.sync().trouble.startswith("NotWelcome")


def test_an_answer_that_got_lost_while_keys_change_shuts_nobody_out(station: Station, central: CentralAt) -> None:
    station.sync()
    new = Ed25519PrivateKey.generate().private_bytes_raw()
    station.do(lambda tx: tx.station.rotate(new))
    arrivals(station, 1)
    real, station.central = station.central, Deaf(station.central)
    assert station.sync().waiting == 0
    assert station.known.next_key == new
    station.central = real
    assert station.sync().trouble == ""
    assert station.known.private_key == new
    assert station.sync().trouble == ""


# --- too late -------------------------------------------------------------------------------------------------------


def run_out(station: Station, central: CentralAt) -> None:
    with central.writing() as tx:
        tx.exec_driver_sql("UPDATE stations SET expires_at = '2020-01-01T00:00:00.000Z'")
    age(station, central, 91)


def test_with_a_certificate_that_ran_out_events_still_go_up(station: Station, central: CentralAt) -> None:
    station.sync()
    run_out(station, central)
    arrivals(station, 3)
    done = station.sync()
    assert (done.pushed, done.waiting) == (3, 0)
    assert done.trouble == "NotWelcome: certificate_expired"


def test_once_it_is_forgiven_everything_goes_on(station: Station, central: CentralAt) -> None:
    station.sync()
    run_out(station, central)
    station.sync()
    with central.writing() as tx:
        standing.forgive(tx, station.id)
    central.publish("activity", "a", activity("Palla"))
    done = station.sync()
    assert (done.trouble, done.pulled) == ("", 1)


@pytest.mark.parametrize("days", [0, 91])
def test_it_is_also_renewed_when_only_central_knows_that_it_ran_out(
    station: Station, central: CentralAt, days: int
) -> None:
    station.sync()
    run_out(station, central)
    age(station, central, days)
    with central.writing() as tx:
        standing.forgive(tx, station.id)
    assert station.sync().trouble == ""
