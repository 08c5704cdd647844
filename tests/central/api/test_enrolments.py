import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import event
from starlette.types import ASGIApp

from central.opening import Central
from kiosk.domain import keys, wire
from kiosk.domain.wire import EnrolmentAsk
from tests.central.station import invite, send


def ask(code: str) -> bytes:
    return wire.dump_ask(EnrolmentAsk(code, keys.raw_public(Ed25519PrivateKey.generate())))


def test_a_code_enrols_once(central: Central, app: ASGIApp) -> None:
    code = invite(central)
    answer = send(app, "POST", "/v1/enrolments", ask(code))
    assert answer.status_code == 200
    assert wire.parse_enrolment(answer.content).hub == "h1"
    again = send(app, "POST", "/v1/enrolments", ask(code))
    assert (again.status_code, again.json()) == (403, {"error": "used"})


def test_a_wrong_code_keeps_no_writer_waiting(central: Central, app: ASGIApp) -> None:
    said: list[str] = []
    event.listen(central.engine, "before_cursor_execute", lambda *args: said.append(args[2]))
    assert send(app, "POST", "/v1/enrolments", ask("WM1ABC")).status_code == 403
    assert said == []


def test_a_wrong_code_enrols_nobody(app: ASGIApp) -> None:
    answer = send(app, "POST", "/v1/enrolments", ask("WM1ABC"))
    assert (answer.status_code, answer.json()) == (403, {"error": "not_a_code"})


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"code": "x"}', b'{"code": "x", "public": "' + b"g" * 64 + b'"}', b"\xff"]
)
def test_what_is_no_enrolment_is_refused(app: ASGIApp, body: bytes) -> None:
    answer = send(app, "POST", "/v1/enrolments", body)
    assert (answer.status_code, answer.json()) == (400, {"error": "not_an_enrolment"})


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.text(max_size=60) | st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ").map(lambda text: "WM1" + text))
def test_no_code_makes_an_enrolment_fail(app: ASGIApp, code: str) -> None:
    body = json.dumps({"code": code, "public": "ab" * 32}).encode()
    assert send(app, "POST", "/v1/enrolments", body).status_code == 403
