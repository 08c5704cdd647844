import gzip
import json
import zlib
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from starlette.types import ASGIApp

from central.api import bodies
from central.opening import Central
from kiosk.domain import wire
from tests.central.station import Station, enrolled, send, verdicts

DATABASES = ("sqlite",)  # the calls are the same on any; what they write is tested in tests/central

GZIP = {"Content-Encoding": "gzip"}


def push(station: Station, body: bytes, headers: dict[str, str] | None = None) -> tuple[int, object]:
    answer = station.send("POST", "/v1/events", body, headers)
    return answer.status_code, answer.json().get("error")


def test_each_event_gets_one_answer(station: Station) -> None:
    batch = [station.arrive() for _ in range(2)]
    answers = station.push(*batch)
    assert [answer.id for answer in answers.answers] == [event.header.id for event in batch]
    assert verdicts(answers) == [("accepted", "")] * 2


def test_a_batch_may_come_compressed(station: Station) -> None:
    body = gzip.compress(wire.dump_batch(station.batch(*(station.arrive() for _ in range(500)))))
    assert push(station, body, GZIP) == (200, None)


def test_a_body_that_is_too_large_is_refused(station: Station) -> None:
    assert push(station, b" " * (bodies.LARGEST + 1)) == (413, "too_large")


def test_a_body_that_inflates_too_far_is_refused(station: Station) -> None:
    assert push(station, gzip.compress(bytes(300_000_000), 1), GZIP) == (413, "too_large")


def test_too_large_a_body_is_refused_without_a_signature_too(app: ASGIApp) -> None:
    for path in ("/v1/events", "/v1/enrolments"):
        assert send(app, "POST", path, b" " * (bodies.LARGEST + 1)).status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"", b"plain", gzip.compress(b"{}", mtime=0)[:-3], gzip.compress(b"{}", mtime=0) + b"more", zlib.compress(b"{}")],
)
def test_what_is_not_gzip_is_refused(station: Station, body: bytes) -> None:
    assert push(station, body, GZIP) == (400, "not_gzip")


def test_another_encoding_is_refused(station: Station) -> None:
    assert push(station, b"x", {"Content-Encoding": "br"}) == (415, "content_encoding")


def test_a_batch_of_another_station_is_refused(central: Central, station: Station) -> None:
    other = enrolled(central, station.app)
    body = wire.dump_batch(other.batch(other.arrive()))
    assert push(station, body) == (403, "other_station")


def test_a_batch_with_a_false_signature_is_refused(station: Station) -> None:
    batch = replace(station.batch(station.arrive()), signature=bytes(64))
    assert push(station, wire.dump_batch(batch)) == (400, "batch_signature")


def test_more_events_than_the_wire_allows_are_refused(station: Station) -> None:
    batch = station.batch(*(station.arrive() for _ in range(wire.BATCH_EVENTS + 1)))
    assert push(station, wire.dump_batch(batch)) == (400, "not_a_batch")


def spoil(station: Station, **changes: object) -> bytes:
    content = json.loads(wire.dump_batch(station.batch(station.arrive())))
    content["events"][0].update(changes)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"seq": 10**40},
        {"seq": -1},
        {"seq": True},
        {"v": 1.5},
        {"id": "\ud800"},
        {"id": None},
        {"id": "a\nb"},
        {"type": "è"},
        {"type": "t" * 65},
        {"hash": "xyz"},
        {"body": []},
        {"salt": None},
        {"recorded_at": 3},
    ],
)
def test_a_header_that_cannot_be_is_a_refusal(station: Station, changes: dict[str, object]) -> None:
    assert push(station, spoil(station, **changes)) == (400, "not_a_batch")


@pytest.mark.parametrize(
    "body",
    [{"visit": 10**400}, {"visit": [[[[1]]]], "more": {"a": None}}, {"visit": float("nan")}],
)
def test_a_body_that_is_not_the_hashed_one_is_put_aside(station: Station, body: dict[str, object]) -> None:
    answer = station.send("POST", "/v1/events", spoil(station, body=body))
    assert verdicts(wire.parse_answers(answer.content)) == [("later", "broken")]


@pytest.mark.parametrize("body", [{"visit": "\ud800"}, {"\ud800": 1}])
def test_half_a_character_is_no_failure(station: Station, body: dict[str, object]) -> None:
    assert push(station, spoil(station, body=body))[0] in (200, 400)


def test_a_body_nested_without_end_is_no_failure(station: Station) -> None:
    content = spoil(station, body={"visit": "@"}).replace(b'"@"', b"[" * 90_000 + b"]" * 90_000)
    assert push(station, content) in [(400, "not_a_batch"), (200, None)]
    content = spoil(station, body={"visit": "@"}).replace(b'"@"', b"[" * 900 + b"]" * 900)
    assert push(station, content)[0] in (200, 400)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
patient = hypothesis_settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@patient
@given(st.binary(max_size=200) | json_values.map(lambda value: json.dumps(value).encode()))
def test_no_body_makes_a_push_fail(station: Station, body: bytes) -> None:
    assert station.send("POST", "/v1/events", body).status_code == 400


@patient
@given(st.binary(max_size=200))
def test_no_compressed_body_makes_a_push_fail(station: Station, body: bytes) -> None:
    assert station.send("POST", "/v1/events", body, GZIP).status_code == 400


@patient
@given(
    st.sampled_from(
        ["seq", "id", "type", "v", "body_hash", "recorded_at", "anchor", "prev_hash", "hash", "salt", "body"]
    ),
    json_values,
)
def test_no_field_of_an_event_makes_a_push_fail(station: Station, field: str, value: object) -> None:
    start = station.end
    body = spoil(station, **{field: value})
    station.end = start
    assert station.send("POST", "/v1/events", body).status_code in (200, 400)
