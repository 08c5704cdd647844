from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import certificates as issued
from central.db import reading, standing, stations, writing
from central.opening import Central
from kiosk.domain import certificates, keys, wire
from kiosk.domain.certificates import Certificate
from kiosk.domain.cose import NotVerified
from kiosk.domain.keys import KeyState
from tests.central.conftest import Hands
from tests.central.station import Station, enrolled, feed_path, heard, send, signed, verdicts

PATH = feed_path(wire.BEGIN)


def renew(station: Station, public: bytes | None = None) -> Certificate | str:
    body = wire.dump_renewal(public or keys.raw_public(station.key))
    answer = station.send("POST", "/v1/certificates", body)
    if answer.status_code != 200:
        return f"{answer.status_code} {answer.json()['error']}"
    return certificates.read(wire.parse_signed(answer.content), station.listed)


def pull(station: Station) -> int:
    return station.send("GET", PATH).status_code


def test_a_certificate_is_renewed_for_another_ninety_days(station: Station, clock: Hands) -> None:
    clock.advance(timedelta(days=50))
    held = renew(station)
    assert held == Certificate(
        station.id, "h1", "touch", keys.raw_public(station.key), clock.time, clock.time + timedelta(days=90)
    )
    clock.advance(timedelta(days=89))
    assert pull(station) == 200


def test_a_renewal_asked_for_again_is_as_good(station: Station) -> None:
    assert renew(station) == renew(station)


def test_a_station_whose_certificate_ran_out_pushes_and_does_not_pull(station: Station, clock: Hands) -> None:
    clock.advance(timedelta(days=90))
    for path in (PATH, "/v1/snapshot", "/v1/digests"):
        answer = station.send("GET", path)
        assert (answer.status_code, answer.json()) == (403, {"error": "certificate_expired"})
    assert verdicts(station.push(station.arrive())) == [("accepted", "")]


def test_a_certificate_that_ran_out_is_renewed_once_when_it_was_forgiven(
    central: Central, station: Station, clock: Hands
) -> None:
    clock.advance(timedelta(days=91))
    assert renew(station) == "403 certificate_expired"
    with writing(central.engine) as tx:
        standing.forgive(tx, station.id)
    assert isinstance(renew(station), Certificate)
    assert isinstance(renew(station), Certificate)  # the answer was lost
    assert pull(station) == 200
    clock.advance(timedelta(days=91))
    assert renew(station) == "403 certificate_expired"


def test_a_station_from_before_there_were_certificates_gets_its_first(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        standing.certify(tx, station.id, "")
    assert pull(station) == 200
    assert isinstance(renew(station), Certificate)


def test_either_key_is_good_until_the_new_one_is_used(central: Central, station: Station) -> None:
    new = replace(station, key=Ed25519PrivateKey.generate())
    held = renew(station, keys.raw_public(new.key))
    assert isinstance(held, Certificate)
    assert held.public == keys.raw_public(new.key)
    assert pull(station) == 200
    assert pull(new) == 200
    assert pull(new) == 200
    answer = station.send("GET", PATH)
    assert (answer.status_code, answer.json()) == (401, {"error": "signature_invalid"})
    with reading(central.engine) as tx:
        known = stations.by_id(tx, station.id)
    assert known is not None
    assert (known.public, known.next_public) == (keys.raw_public(new.key), None)


def test_a_batch_is_signed_with_the_key_that_signs_the_request(station: Station) -> None:
    new = replace(station, key=Ed25519PrivateKey.generate())
    renew(station, keys.raw_public(new.key))
    assert verdicts(station.push(station.arrive())) == [("accepted", "")]
    new.end = station.end
    assert verdicts(new.push(new.arrive())) == [("accepted", "")]


def test_a_replayed_request_takes_up_no_key(central: Central, station: Station) -> None:
    new = replace(station, key=Ed25519PrivateKey.generate())
    renew(station, keys.raw_public(new.key))
    with writing(central.engine) as tx:
        assert heard(tx, central, station.id, "heard")
    answer = send(new.app, "GET", PATH, b"", signed(new.id, new.key, "GET", PATH, nonce="heard"))
    assert (answer.status_code, answer.json()) == (401, {"error": "replayed"})
    assert pull(station) == 200


def test_the_key_asked_for_last_is_the_next_one(station: Station) -> None:
    lost, kept = (replace(station, key=Ed25519PrivateKey.generate()) for _ in range(2))
    for new in (lost, kept):
        renew(station, keys.raw_public(new.key))
    assert lost.send("GET", PATH).status_code == 401
    assert kept.send("GET", PATH).status_code == 200


def test_a_key_of_another_station_is_not_certified(central: Central, station: Station) -> None:
    other = enrolled(central, station.app)
    assert renew(station, keys.raw_public(other.key)) == "403 key_known"
    coming = keys.raw_public(Ed25519PrivateKey.generate())
    renew(other, coming)
    assert renew(station, coming) == "403 key_known"


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"public": "00"}', b"\xff"])
def test_what_is_no_renewal_is_refused(station: Station, body: bytes) -> None:
    answer = station.send("POST", "/v1/certificates", body)
    assert (answer.status_code, answer.json()) == (400, {"error": "not_a_renewal"})


def test_a_certificate_of_a_revoked_wire_key_does_not_hold(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        known = stations.by_id(tx, station.id)
        assert known is not None
        signed = issued.issue(tx, central.keys, known, known.public, central.clock())
    listed = central.keys.listed()
    revoked = tuple(
        replace(key, state=KeyState.REVOKED) if key.kid == central.keys.wire.kid else key for key in listed.keys
    )
    with pytest.raises(NotVerified):
        certificates.read(signed, replace(listed, keys=revoked))
