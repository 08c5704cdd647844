import gzip

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from starlette.types import ASGIApp

from central import certificates, revoking
from central.clock import text
from central.db import cases, nonces, reading, standing, stations, writing
from central.db import events as event_store
from central.opening import Central
from kiosk.domain import keys, signing, wire
from tests.central.conftest import Hands
from tests.central.station import Station, enrolled, feed_path, heard, send, signed

PATH = feed_path(wire.BEGIN)


def get(station: Station, headers: dict[str, str], path: str = PATH) -> tuple[int, object]:
    answer = send(station.app, "GET", path, b"", headers)
    return answer.status_code, answer.json().get("error") if answer.status_code != 200 else None


def test_a_station_that_signs_is_let_through_whatever_its_clock_says(station: Station) -> None:
    assert station.send("GET", PATH).status_code == 200


@pytest.mark.parametrize("path", [PATH, "/v1/feed"])
def test_a_request_without_a_signature_is_not(station: Station, path: str) -> None:
    assert get(station, {}, path) == (401, "signature_invalid")


def test_a_push_without_a_signature_is_not_let_through(app: ASGIApp) -> None:
    assert send(app, "POST", "/v1/events", b"{}").status_code == 401


def test_another_key_does_not_hold(station: Station) -> None:
    headers = signed(station.id, Ed25519PrivateKey.generate(), "GET", PATH)
    assert get(station, headers) == (401, "signature_invalid")


def test_one_station_cannot_speak_for_another(central: Central, station: Station) -> None:
    other = enrolled(central, station.app)
    assert get(station, signed(station.id, other.key, "GET", PATH)) == (401, "signature_invalid")


def test_an_unknown_station_is_not_let_through(station: Station) -> None:
    assert get(station, signed("nobody", station.key, "GET", PATH)) == (401, "unknown")


@pytest.mark.parametrize("other", [PATH + "1", "/v1/feed", "/v1/feed?"])
def test_a_signature_is_for_one_path_and_query(station: Station, other: str) -> None:
    assert get(station, signed(station.id, station.key, "GET", PATH), other) == (401, "signature_invalid")


def test_a_signature_is_for_one_method(station: Station) -> None:
    headers = signed(station.id, station.key, "GET", "/v1/events")
    assert send(station.app, "POST", "/v1/events", b"", headers).status_code == 401


def test_a_nonce_is_used_once(station: Station) -> None:
    headers = signed(station.id, station.key, "GET", PATH)
    assert get(station, headers) == (200, None)
    assert get(station, headers) == (401, "replayed")


def test_a_nonce_is_each_stations_own(central: Central, station: Station) -> None:
    other = enrolled(central, station.app)
    assert get(station, signed(station.id, station.key, "GET", PATH, nonce="n")) == (200, None)
    assert get(other, signed(other.id, other.key, "GET", PATH, nonce="n")) == (200, None)


@pytest.mark.parametrize("nonce", ["", "n" * 65])
def test_a_nonce_has_bounds(station: Station, nonce: str) -> None:
    assert get(station, signed(station.id, station.key, "GET", PATH, nonce=nonce)) == (401, "signature_invalid")


@pytest.mark.parametrize("covered", [("@method", "@path"), ("@path", "@query"), ("@method", "@query")])
def test_what_is_signed_must_be_all_there_is(station: Station, covered: tuple[str, ...]) -> None:
    headers = signed(station.id, station.key, "GET", PATH, covered=covered)
    assert get(station, headers) == (401, "signature_invalid")


def test_a_body_must_be_signed(station: Station) -> None:
    headers = signed(station.id, station.key, "POST", "/v1/events")
    answer = send(station.app, "POST", "/v1/events", b"{}", headers)
    assert (answer.status_code, answer.json()) == (401, {"error": "signature_invalid"})


def test_a_body_that_was_changed_on_its_way_is_not_let_through(station: Station) -> None:
    body = wire.dump_batch(station.batch(station.arrive()))
    headers = signed(station.id, station.key, "POST", "/v1/events", body)
    assert send(station.app, "POST", "/v1/events", body + b" ", headers).status_code == 401
    assert send(station.app, "POST", "/v1/events", body, headers).status_code == 200


def test_the_digest_is_of_the_bytes_as_sent(station: Station) -> None:
    body = gzip.compress(wire.dump_batch(station.batch(station.arrive())))
    assert station.send("POST", "/v1/events", body, {"Content-Encoding": "gzip"}).status_code == 200


def test_another_label_is_not_ours(station: Station) -> None:
    headers = signed(station.id, station.key, "GET", PATH, label="proxy")
    assert get(station, headers) == (401, "signature_invalid")


@pytest.mark.parametrize(
    "spoil", ["", "station", "station=()", 'station=("@method");keyid=1', "=;=", "é", "station=:AA==:"]
)
def test_a_spoiled_signature_is_a_refusal(station: Station, spoil: str) -> None:
    good = signed(station.id, station.key, "GET", PATH)
    for field in ("Signature", "Signature-Input"):
        headers = {**good, field: spoil.encode().decode("latin-1")}
        assert get(station, headers) == (401, "signature_invalid")


def test_a_revoked_station_is_told_so_whatever_it_asks(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        assert revoking.station(tx, central.journal, station.id, central.now())
    event = wire.dump_batch(station.batch(station.arrive()))
    renewal = wire.dump_renewal(keys.raw_public(station.key))
    asked = [("GET", PATH, b""), ("GET", "/v1/digests", b""), ("GET", "/v1/snapshot", b"")]
    asked += [("POST", "/v1/events", event), ("POST", "/v1/certificates", renewal)]
    for method, path, body in asked:
        answer = station.send(method, path, body)
        assert (answer.status_code, answer.json()) == (401, {"error": "revoked"})
    with reading(central.engine) as tx:
        assert event_store.counts(tx).total == 0
        assert [case.kind for case in cases.still_open(tx)] == ["station_revoked"]


def test_only_the_holder_of_its_key_learns_that_a_station_was_revoked(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        revoking.station(tx, central.journal, station.id, central.now())
    headers = signed(station.id, Ed25519PrivateKey.generate(), "GET", PATH)
    assert get(station, headers) == (401, "signature_invalid")


def test_only_the_holder_of_its_key_learns_that_a_certificate_ran_out(station: Station, clock: Hands) -> None:
    clock.advance(certificates.HOLDS)
    assert get(station, signed(station.id, station.key, "GET", PATH)) == (403, "certificate_expired")
    headers = signed(station.id, Ed25519PrivateKey.generate(), "GET", PATH)
    assert get(station, headers) == (401, "signature_invalid")


def test_central_notes_when_it_last_heard_a_station(central: Central, station: Station) -> None:
    station.feed()
    with reading(central.engine) as tx:
        there = stations.by_id(tx, station.id)
    assert there is not None
    assert there.seen_at == central.now()


def test_nonces_do_not_pile_up(central: Central, station: Station, clock: Hands) -> None:
    with writing(central.engine) as tx:
        for number in range(10):
            assert heard(tx, central, station.id, str(number))
            clock.advance(nonces.KEPT / 5)
        assert tx.exec_driver_sql("SELECT count(*) FROM nonces").scalar() == 6


def test_a_request_is_known_again_for_a_day_however_many_came_since(
    central: Central, station: Station, clock: Hands
) -> None:
    headers = signed(station.id, station.key, "GET", PATH)
    assert get(station, headers)[0] == 200
    with writing(central.engine) as tx:
        for number in range(2000):
            assert heard(tx, central, station.id, str(number))
    clock.advance(nonces.KEPT)
    assert get(station, headers) == (401, "replayed")


def test_what_is_signed_in_another_order_than_ours_holds_too(station: Station) -> None:
    """The standard leaves it to whoever signs: the library reads it."""
    covered = ("@query", "@path", "@method")
    for _ in range(2):  # central knows the station by the second
        assert get(station, signed(station.id, station.key, "GET", PATH, covered=covered)) == (200, None)
        assert get(station, signed(station.id, station.key, "GET", PATH)) == (200, None)


@pytest.mark.parametrize("field", ["Signature", "Signature-Input", "Content-Digest"])
def test_a_field_that_is_there_twice_is_not_read_as_if_it_were_there_once(station: Station, field: str) -> None:
    body = wire.dump_batch(station.batch(station.arrive()))
    headers = signed(station.id, station.key, "POST", "/v1/events", body)
    other = signed(station.id, station.key, "POST", "/v1/events", body + b" ", label="other")
    twice = {**headers, field: f"{headers[field]}, {other[field]}"}
    assert send(station.app, "POST", "/v1/events", body, twice).status_code == 401
    assert send(station.app, "POST", "/v1/events", body, headers).status_code == 200


def test_a_digest_that_is_not_asked_for_is_not_passed_over(station: Station) -> None:
    headers = {**signed(station.id, station.key, "GET", PATH), "Content-Digest": signing.content_digest(b"")}
    assert get(station, headers) == (401, "signature_invalid")


def test_a_key_that_was_replaced_holds_no_more_though_central_remembers_it(central: Central, station: Station) -> None:
    assert get(station, signed(station.id, station.key, "GET", PATH)) == (200, None)
    new = Ed25519PrivateKey.generate()
    with writing(central.engine) as tx:  # as another process of central does it
        standing.expect_key(tx, station.id, keys.raw_public(new))
        standing.take_up_key(tx, station.id, keys.raw_public(new))
    assert get(station, signed(station.id, station.key, "GET", PATH)) == (401, "signature_invalid")
    assert get(station, signed(station.id, new, "GET", PATH)) == (200, None)
    assert get(station, signed(station.id, station.key, "GET", PATH)) == (401, "signature_invalid")


def test_what_was_refused_has_not_used_its_nonce(central: Central, station: Station, clock: Hands) -> None:
    """The same request, sent once more when it may be done, is done; and only once."""
    headers = signed(station.id, station.key, "GET", PATH)
    clock.advance(certificates.HOLDS)
    assert get(station, headers) == (403, "certificate_expired")
    with writing(central.engine) as tx:
        standing.certify(tx, station.id, text(clock.time + certificates.HOLDS))
    assert get(station, headers) == (200, None)
    assert get(station, headers) == (401, "replayed")


def test_the_kernel_names_what_is_covered() -> None:
    assert signing.COMPONENTS_WITH_BODY == ("@method", "@path", "@query", "content-digest")
