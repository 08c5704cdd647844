"""Everything that the description of the calls allows, and much that it does not: central never fails on it, and never
says to one hub what is another's.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
import requests
import schemathesis
import zstandard
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

from central import feed
from central.app import serve
from central.db import meta, reading, writing
from central.feed import Draft
from central.opening import Central, open_central
from kiosk.domain import wire
from tests.central.conftest import settings_in
from tests.central.station import Station, enrolled, feed_path, invite, send, signed

EXAMPLES = 40  # for each call, with and without a key
CANARY = "canary"  # in whatever the asking station must not see
SEEN = "seen-by-all"
CALLS = (
    "GET /v1/health", "GET /v1/keys", "GET /v1/root", "POST /v1/enrolments", "POST /v1/certificates", "GET /v1/feed",
    "GET /v1/snapshot", "GET /v1/digests", "POST /v1/events", "POST /v1/allotments", "POST /v1/pending",
)  # fmt: skip
OF_STATIONS = CALLS[4:]

Operation = schemathesis.schemas.APIOperation[Any, Any, Any, Any]
Case = schemathesis.Case[Any]
Sent = Callable[[requests.PreparedRequest], dict[str, str]]


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Central]:
    """A central with records of every scope; what is not the asking station's bears a canary."""
    central = open_central(settings_in(tmp_path_factory.mktemp("schemathesis")))
    with writing(central.engine) as tx:
        feed.publish_all(tx, [_of(scope) for scope in ("hub:h2", "desk:h1", "desk:h2", "station:other", "hub:h1x")])
        feed.publish(tx, "person", "moved", {"first_name": CANARY}, scope="hub:h1")
        feed.publish(tx, "person", "moved", {"first_name": CANARY}, scope="hub:h2")
        feed.publish_all(tx, [Draft("provider", f"p{number}", {"name": SEEN}) for number in range(30)])
        feed.publish(tx, "person", "mine", {"first_name": "Aa"}, scope="hub:h1")
        feed.publish(tx, wire.REVOCATION, "1", {"serial": 1})
    yield central
    central.close()


def _of(scope: str) -> Draft:
    return Draft("person", f"{CANARY}-{scope}", {"first_name": CANARY}, scope)


@pytest.fixture(scope="module")
def app(central: Central) -> FastAPI:
    return serve(central)


@pytest.fixture(scope="module")
def station(central: Central, app: FastAPI) -> Station:
    """A touchscreen of hub h1. Other stations have pushed and are invited, which is none of its business."""
    other = enrolled(central, app, f"{CANARY}-hub", "desk", f"{CANARY}-name")
    other.push(other.arrive())
    invite(central, f"{CANARY}-hub", "desk", f"{CANARY}-name")
    return enrolled(central, app)


@pytest.fixture(scope="module")
def operations(app: FastAPI) -> dict[str, Operation]:
    described = schemathesis.openapi.from_dict(app.openapi())
    found = [one.ok() for one in described.get_all_operations() if isinstance(one, Ok)]
    return {one.label: one for one in found}


def test_every_call_is_asked(operations: dict[str, Operation]) -> None:
    assert set(operations) == set(CALLS)


@pytest.mark.parametrize("call", CALLS)
def test_without_a_key_nothing_fails_and_nobody_reads(
    app: FastAPI, station: Station, operations: dict[str, Operation], call: str
) -> None:
    def check(case: Case, answer: httpx.Response) -> None:
        assert CANARY.encode() not in _content(answer)
        if call in OF_STATIONS:
            assert answer.status_code == 401 or answer.status_code in (400, 413), answer.text
            assert SEEN.encode() not in _content(answer)

    _ask(app, operations[call], lambda _: {}, check)


@pytest.mark.parametrize("call", CALLS)
def test_with_a_stations_key_nothing_fails_and_nobody_reads_across_scopes(
    app: FastAPI, station: Station, operations: dict[str, Operation], call: str
) -> None:
    answered = set[int]()

    def sign(request: requests.PreparedRequest) -> dict[str, str]:
        return signed(station.id, station.key, str(request.method), request.path_url, _body(request))

    def check(case: Case, answer: httpx.Response) -> None:
        assert CANARY.encode() not in _content(answer)
        assert answer.status_code != 401
        answered.add(answer.status_code)

    _ask(app, operations[call], sign, check)
    assert call not in ("GET /v1/feed", "GET /v1/snapshot", "GET /v1/digests") or 200 in answered


def test_what_is_looked_for_would_be_found(app: FastAPI, station: Station, central: Central) -> None:
    """The station does read, and another hub's desk does find the canary."""
    desk = enrolled(central, app, "h2", "desk", "of h2")
    assert SEEN.encode() in _content(station.send("GET", "/v1/snapshot"))
    assert SEEN.encode() in _content(station.send("GET", "/v1/feed?catalogue=0"))
    assert CANARY.encode() in _content(desk.send("GET", "/v1/feed"))


_REVS = st.integers(0, 45)  # a little beyond the highest


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cursor=st.builds(wire.Cursor, st.just("here"), _REVS, _REVS, st.none() | _REVS, _REVS),
    limit=st.sampled_from([1, 2, 1000]),
    kinds=st.lists(st.sampled_from(["person", "provider", "revocation", "key_list", "card", "never"]), max_size=3),
)
def test_no_cursor_reads_across_scopes(
    central: Central, station: Station, cursor: wire.Cursor, limit: int, kinds: list[str]
) -> None:
    with reading(central.engine) as tx:
        here = replace(cursor, epoch=meta.get(tx, "epoch"))
    answer = station.send("GET", feed_path(here, limit, kinds))
    assert answer.status_code in (200, 410)
    assert CANARY.encode() not in answer.content
    if answer.status_code == 200:
        wire.parse_page(answer.content, here)


# What only looks right is refused too: signatures and codes cannot be guessed. And the keys are not schemathesis's own.
_NOT_MEANT = [positive_data_acceptance, ignored_auth]


def _ask(app: FastAPI, operation: Operation, sign: Sent, check: Callable[[Case, httpx.Response], None]) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def asked(case: Case) -> None:
        request = requests.Request(**case.as_transport_kwargs(base_url="http://central")).prepare()
        headers = {name: str(value) for name, value in request.headers.items() if name.lower() != "content-length"}
        answer = send(app, str(request.method), request.path_url, _body(request), {**headers, **sign(request)})
        assert answer.status_code < 500, answer.text
        answer.elapsed = timedelta()
        case.validate_response(answer, excluded_checks=_NOT_MEANT)
        check(case, answer)

    asked()


def _body(request: requests.PreparedRequest) -> bytes:
    body = request.body or b""
    return body.encode() if isinstance(body, str) else bytes(body)


def _content(answer: httpx.Response) -> bytes:
    """What an answer holds, unpacked."""
    if answer.headers.get("content-type") != wire.SNAPSHOT_TYPE or not answer.content:
        return answer.content
    with zstandard.ZstdDecompressor().stream_reader(answer.content) as unpacking:
        return unpacking.read()
