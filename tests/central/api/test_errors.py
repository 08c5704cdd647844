import pytest
from starlette.types import ASGIApp

from central import events
from central.db import Busy, meta
from central.opening import Central
from kiosk.domain import wire
from tests.central.station import Station, send

DATABASES = ("sqlite",)  # the calls are the same on any; what they write is tested in tests/central


def test_what_nobody_foresaw_is_said_without_details(
    station: Station, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Maria Rossi")

    monkeypatch.setattr(events, "take_in", fail)
    answer = station.send("POST", "/v1/events", wire.dump_batch(station.batch(station.arrive())))
    assert (answer.status_code, answer.json()) == (500, {"error": "internal"})
    assert "POST /v1/events failed: RuntimeError" in caplog.text
    assert "Maria" not in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/", 404), ("DELETE", "/v1/feed", 405), ("GET", "/docs", 404)]
)
def test_what_is_not_there_is_said_in_the_same_form(app: ASGIApp, method: str, path: str, status: int) -> None:
    answer = send(app, method, path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}


def test_health_needs_no_signature(central: Central, app: ASGIApp) -> None:
    answer = send(app, "GET", "/v1/health")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["time"] == central.now()


def test_the_calls_are_described(app: ASGIApp) -> None:
    described = send(app, "GET", "/v1/openapi.json").json()
    calls = {path: next(iter(call.values())) for path, call in described["paths"].items()}
    of_stations = {"/v1/feed", "/v1/snapshot", "/v1/digests", "/v1/events", "/v1/certificates"}
    of_stations |= {"/v1/allotments", "/v1/pending"}
    assert set(calls) == of_stations | {"/v1/health", "/v1/keys", "/v1/root", "/v1/enrolments"}
    assert all(call["summary"] for call in calls.values())
    assert wire.NDJSON in calls["/v1/feed"]["responses"]["200"]["content"]
    assert all("422" not in call["responses"] for call in calls.values())  # central says 400
    for path in of_stations:
        assert calls[path]["security"] == [{"StationSignature": []}]
        assert "401" in calls[path]["responses"]
    for path in ("/v1/enrolments", "/v1/events"):
        assert calls[path]["requestBody"]["content"]["application/json"]["schema"]["properties"]
        assert "$ref" in calls[path]["responses"]["200"]["content"]["application/json"]["schema"]


def test_a_database_that_cannot_be_had_is_said_so(app: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> str:
        raise Busy("the database is not to be had now")

    monkeypatch.setattr(meta, "get", busy)
    answer = send(app, "GET", "/v1/health")
    assert (answer.status_code, answer.json()) == (503, {"error": "busy"})
    assert int(answer.headers["retry-after"]) > 0
