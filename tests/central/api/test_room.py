import asyncio
from typing import Any

import pytest
from starlette.types import ASGIApp, Message

from central.api import bodies, room
from tests.central.station import Station

DATABASES = ("sqlite",)  # the calls are the same on any; what they write is tested in tests/central

POST: dict[str, Any] = {
    "type": "http",
    "asgi": {"version": "3.0"},
    "http_version": "1.1",
    "method": "POST",
    "scheme": "http",
    "path": "/v1/enrolments",
    "raw_path": b"/v1/enrolments",
    "query_string": b"",
    "root_path": "",
    "headers": [],
}


async def never() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


def status(sent: list[Message]) -> int:
    return int(sent[0]["status"])


async def asked(app: ASGIApp, first: bytes, then: Any) -> list[Message]:
    """What is answered to a body that begins like this, and of which the rest comes from `then`."""
    sent: list[Message] = []
    pieces: list[Message] = [{"type": "http.request", "body": first, "more_body": True}]

    async def receive() -> Message:
        return pieces.pop() if pieces else await then()

    async def keep(message: Message) -> None:
        sent.append(message)

    await app(POST, receive, keep)
    return sent


async def under_way(app: ASGIApp, first: bytes) -> "asyncio.Task[list[Message]]":
    """A request whose body has begun like this, and of which nothing more comes."""
    begun = asyncio.Event()

    async def then() -> Message:
        begun.set()
        return await never()

    task = asyncio.create_task(asked(app, first, then))
    await begun.wait()
    return task


def test_a_body_that_is_too_long_in_coming_is_refused(app: ASGIApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "_PATIENCE", 0.01)
    sent = asyncio.run(asked(app, b"{", never))
    assert status(sent) == 408
    assert sent[1]["body"] == b'{"error":"too_slow"}'


def test_when_too_much_is_under_way_the_next_is_asked_to_come_later(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST", 1)

    async def two() -> None:
        held = await under_way(station.app, b"{")
        sent = await asked(station.app, b"{}", never)
        assert status(sent) == 503
        assert 5 <= int(dict(sent[0]["headers"])[b"retry-after"]) <= 15
        held.cancel()

    asyncio.run(two())
    assert station.push(station.arrive()).high_water == 1  # there is room again


def test_bodies_that_wait_fill_no_more_memory_than_is_meant_for_them(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MOST_BYTES", 1000)

    async def two() -> None:
        held = await under_way(station.app, bytes(2000))
        assert status(await asked(station.app, b"{}", never)) == 503
        held.cancel()

    asyncio.run(two())
    assert station.push(station.arrive()).high_water == 1


def test_whoever_is_asked_to_come_later_can_believe_it(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 0)
    answer = station.send("GET", "/v1/digests")
    assert (answer.status_code, answer.json()) == (503, {"error": "busy"})
