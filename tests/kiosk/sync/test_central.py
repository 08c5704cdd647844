"""The HTTP client: what central signed is believed, for the question it answers, and nothing else."""

import gzip
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Clock
from kiosk.domain import keys, wire
from kiosk.domain.keys import KeyState, Purpose
from kiosk.domain.wire import BEGIN, Cursor, NotTheWire, Restart
from kiosk.sync.central import (
    CentralUnreachable,
    HttpCentral,
    NoConnection,
    NotWelcome,
    Restarted,
    client,
    line,
)
from tests.kiosk.sync.speaking import NOW, Answer, Asked, Signing, reached, serving

ASKED = Cursor("an epoch&a=1", 5, 3, None, 2)
PAGE = wire.Page(ASKED, replace(ASKED, rev=9), False, 0, "")
PATIENCE_S = line.STALL_S - 10  # of a busy machine; whoever waited the silence out would take longer
EMPTY_PAGE = wire.dump_page(PAGE)


def signed(answer: Answer | Callable[[Asked], Answer], sign: Signing, kept: list[Asked] | None = None) -> Any:
    def speak(asked: Asked) -> Answer:
        if kept is not None:
            kept.append(asked)
        return sign(asked, answer(asked) if callable(answer) else answer)

    return speak


# --- what is believed -----------------------------------------------------------------------------------------------


def test_a_signed_page_is_believed_and_sets_the_clock() -> None:
    sign, clock, kept = Signing(), Clock(), list[Asked]()
    with reached(signed(Answer(EMPTY_PAGE), sign, kept), sign, clock) as (central, _):
        assert central.feed(ASKED) == PAGE
    assert clock.read().anchor == NOW
    assert kept[0].path == "/v1/feed?epoch=an%20epoch%26a%3D1&after=5&revoked=3&began=2&limit=1000"


def test_catalogue_and_kinds_are_asked_for_where_they_are_wanted() -> None:
    sign, kept = Signing(), list[Asked]()
    asked = replace(ASKED, epoch="e", catalogue=7)
    page = wire.dump_page(wire.Page(asked, asked, False, 0, ""))
    with reached(signed(Answer(page), sign, kept), sign) as (central, _):
        central.feed(asked, kinds=("hub", "key_list"))
    assert kept[0].path == "/v1/feed?epoch=e&after=5&revoked=3&catalogue=7&began=2&limit=1000&kinds=hub,key_list"


def test_gzip_in_several_members_is_read() -> None:
    half = len(EMPTY_PAGE) // 2
    packed = gzip.compress(EMPTY_PAGE[:half]) + gzip.compress(EMPTY_PAGE[half:])
    sign = Signing()
    with reached(signed(Answer(packed, headers={"Content-Encoding": "gzip"}), sign), sign) as (central, _):
        assert central.feed(ASKED) == PAGE


def test_a_key_that_is_to_come_speaks_for_central_too() -> None:
    sign = Signing(state=KeyState.NEXT)
    with reached(signed(Answer(EMPTY_PAGE), sign), sign) as (central, _):
        assert central.feed(ASKED) == PAGE


def test_one_connection_serves_many_questions() -> None:
    sign, ports = Signing(), set[int]()

    def speak(asked: Asked) -> Answer:
        return sign(asked, Answer(EMPTY_PAGE))

    real = line._connected

    def connected(*of: Any) -> socket.socket:
        sock = real(*of)
        ports.add(sock.getsockname()[1])
        return sock

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(line, "_connected", connected)
        with reached(speak, sign) as (central, _):
            for _ in range(5):
                central.feed(ASKED)
    assert len(ports) == 1


ROOT = Ed25519PrivateKey.generate()
TRUE = Signing(root=ROOT)
LIES = {
    "another key": replace(TRUE, wire=Ed25519PrivateKey.generate()),
    "an old answer": replace(TRUE, nonce="0" * 24),
    "an answer to another request": replace(TRUE, tag="0" * 32),
    "a revoked key": replace(TRUE, state=KeyState.REVOKED),
    "a key that only verifies": replace(TRUE, state=KeyState.VERIFY_ONLY),
    "a key for cards": replace(TRUE, purpose=Purpose.CARDS),
    "another label": replace(TRUE, label="station"),
    "the status not covered": replace(TRUE, components=("content-digest",)),
    "the body not covered": replace(TRUE, components=("@status",)),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_is_signed_wrongly_changes_nothing(lie: str) -> None:
    sign, clock, adopted = LIES[lie], Clock(), list[bytes]()
    listed = TRUE if lie == "another key" else sign
    speak = signed(Answer(EMPTY_PAGE), sign)
    with reached(speak, listed, clock, adopt=adopted.append) as (central, _), pytest.raises(NotTheWire):
        central.feed(ASKED)
    assert clock.read().anchor is None
    assert adopted == []


def test_a_body_that_was_changed_on_the_way_is_not_believed() -> None:
    def speak(asked: Asked) -> Answer:
        return replace(TRUE(asked, Answer(EMPTY_PAGE)), body=EMPTY_PAGE.replace(b'"to":9', b'"to":8'))

    with reached(speak, TRUE) as (central, _), pytest.raises(NotTheWire):
        central.feed(ASKED)


def test_a_status_that_was_changed_on_the_way_is_not_believed() -> None:
    def speak(asked: Asked) -> Answer:
        return replace(TRUE(asked, Answer(b'{"error":"revoked"}')), status=401)

    with reached(speak, TRUE) as (central, _), pytest.raises(CentralUnreachable) as told:
        central.feed(ASKED)
    assert not isinstance(told.value, NotWelcome)


@pytest.mark.parametrize("created", [0, 2**34, -5])
def test_a_time_out_of_reach_is_no_time(created: int) -> None:
    class Created:
        def timestamp(self) -> int:
            return created

    sign = replace(TRUE, created=Created())  # type: ignore[arg-type]
    with reached(signed(Answer(EMPTY_PAGE), sign), TRUE) as (central, _), pytest.raises(NotTheWire):
        central.feed(ASKED)


# --- keys that follow -----------------------------------------------------------------------------------------------


def test_a_new_key_is_learned_once_and_adopted() -> None:
    sign, adopted, kept = Signing(), list[bytes](), list[Asked]()
    rotated = sign.rotated()

    def answer(asked: Asked) -> Answer:
        kept.append(asked)
        if asked.path == "/v1/keys":
            return Answer(wire.dump_signed(rotated.listed))
        return rotated(asked, Answer(EMPTY_PAGE))

    with reached(answer, sign, adopt=adopted.append) as (central, _):
        central.feed(ASKED)
        central.feed(ASKED)
    assert adopted == [rotated.listed]
    assert [asked.path.split("?")[0] for asked in kept] == ["/v1/feed", "/v1/keys", "/v1/feed"]


@pytest.mark.parametrize("lie", ["another root", "not newer", "no list", "refused"])
def test_a_key_list_that_is_not_ours_is_not_adopted(lie: str) -> None:
    sign, adopted, asked_keys = Signing(number=3), list[bytes](), list[str]()
    other = sign.rotated()
    if lie == "another root":
        other = replace(other, root=Ed25519PrivateKey.generate())
    if lie == "not newer":
        other = replace(other, number=3)

    def answer(asked: Asked) -> Answer:
        if asked.path != "/v1/keys":
            return other(asked, Answer(EMPTY_PAGE))
        asked_keys.append(asked.path)
        if lie == "refused":
            return Answer(status=503)
        return Answer(b"[]" if lie == "no list" else wire.dump_signed(other.listed))

    with reached(answer, sign, adopt=adopted.append) as (central, _):
        for _ in range(3):
            with pytest.raises(NotTheWire):
                central.feed(ASKED)
    assert adopted == []
    assert len(asked_keys) == 1  # not again in the same round


# --- refusals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 403])
def test_a_signed_refusal_says_why(status: int) -> None:
    answer = Answer(b'{"error":"certificate_expired"}', status)
    with reached(signed(answer, TRUE), TRUE) as (central, _), pytest.raises(NotWelcome) as told:
        central.feed(ASKED)
    assert told.value.why == "certificate_expired"


def test_a_signed_restart_says_what_central_holds() -> None:
    restart = Restart("new", "epoch", {"abc": 17})
    answer = Answer(wire.dump_restart(restart), 410)
    with reached(signed(answer, TRUE), TRUE) as (central, _), pytest.raises(Restarted) as told:
        central.feed(ASKED)
    assert told.value.restart == restart


@pytest.mark.parametrize("status", [401, 403, 410, 500])
def test_a_refusal_that_is_not_signed_is_no_more_than_no_answer(status: int) -> None:
    def speak(asked: Asked) -> Answer:
        return Answer(wire.dump_restart(Restart("new", "epoch", {})), status)

    with reached(speak) as (central, _), pytest.raises(CentralUnreachable) as told:
        central.feed(ASKED)
    assert type(told.value) is CentralUnreachable


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "Tue, 01 Dec 2026 10:00:40 GMT", "Date": "Tue, 01 Dec 2026 10:00:00 GMT"}, 40),
        ({"Retry-After": "Tue, 01 Dec 2026 09:00:00 GMT", "Date": "Tue, 01 Dec 2026 10:00:00 GMT"}, 0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "Tue, 99 Foo 2026 09:00:00 GMT"}, None),
        ({"Retry-After": "-5"}, None),
        ({"Retry-After": "9" * 400}, 999_999_999),
        ({}, None),
    ],
)
def test_a_wish_to_wait_is_heard(headers: dict[str, str], seconds: float | None) -> None:
    with (
        reached(signed(Answer(b"", 503, headers), TRUE), TRUE) as (central, _),
        pytest.raises(CentralUnreachable) as told,
    ):
        central.feed(ASKED)
    assert told.value.retry_after == seconds


def test_a_portal_that_redirects_is_not_followed() -> None:
    asked_for = list[str]()

    def portal(asked: Asked) -> Answer:
        asked_for.append(asked.path)
        return Answer(status=302, headers={"Location": "/login"})

    with reached(portal) as (central, _), pytest.raises(CentralUnreachable):
        central.feed(ASKED)
    assert len(asked_for) == 1


def test_the_environment_sends_nothing_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with reached(signed(Answer(EMPTY_PAGE), TRUE), TRUE) as (central, _):
        assert central.feed(ASKED) == PAGE


def test_no_cookie_is_kept() -> None:
    kept = list[Asked]()
    answer = Answer(EMPTY_PAGE, headers={"Set-Cookie": "portal=1; Path=/"})
    with reached(signed(answer, TRUE, kept), TRUE) as (central, _):
        central.feed(ASKED)
        central.feed(ASKED)
    assert "Cookie" not in kept[1].headers


# --- the other calls ------------------------------------------------------------------------------------------------


def test_the_other_calls_are_asked_and_read() -> None:
    sums = wire.Digests("e", 4, {})
    certificate = b"certified"

    def answer(asked: Asked) -> Answer:
        if asked.path == "/v1/digests":
            return Answer(wire.dump_digests(sums))
        assert wire.parse_renewal(asked.body) == bytes(32)
        return Answer(wire.dump_signed(certificate))

    with reached(signed(answer, TRUE), TRUE) as (central, _):
        assert central.digests() == sums
        assert central.renew(bytes(32)) == certificate


def test_a_station_that_has_a_new_key_signs_with_it_on_the_same_connection() -> None:
    kept = list[Asked]()
    with reached(signed(Answer(EMPTY_PAGE), TRUE, kept), TRUE) as (central, _):
        central.feed(ASKED)
        central.become(replace(central._identity, private_key=bytes([1]) * 32, station="renamed"))
        central.feed(ASKED)
    assert [asked.named("keyid") for asked in kept] == ["station", "renamed"]


# --- the line -------------------------------------------------------------------------------------------------------


def test_an_answer_that_is_cut_is_no_answer() -> None:
    answer = Answer(EMPTY_PAGE, headers={"Content-Length": "5000"}, cut_after=20)
    with reached(signed(answer, TRUE), TRUE) as (central, _), pytest.raises(NoConnection):
        central.feed(ASKED)


def test_nobody_there_is_no_connection() -> None:
    with serving(lambda asked: Answer()) as url:
        pass
    gone = HttpCentral(TRUE.identity(url), Clock())
    with pytest.raises(NoConnection):
        gone.feed(ASKED)


@pytest.mark.parametrize("url", ["foo", "http://", "http://[x", "ftp://x", "http://x:y", "http://x/?a", "http://a b"])
def test_what_is_no_address_is_no_connection(url: str) -> None:
    with pytest.raises(NoConnection):
        HttpCentral(TRUE.identity(url), Clock()).feed(BEGIN)


class Listening:
    """Takes one connection and gives it to the test."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.central = HttpCentral(TRUE.identity(f"http://127.0.0.1:{self.server.getsockname()[1]}"), Clock())

    def __enter__(self) -> "Listening":
        return self

    def __exit__(self, *_: object) -> None:
        self.central.close()
        self.server.close()


def test_a_silent_central_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "SMALL", line.Patience(stall=0.05, whole=30))
    with Listening() as there, pytest.raises(NoConnection):
        there.central.feed(ASKED)


@pytest.mark.parametrize(
    "dribbled", [b"H", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nSignature: a\r\nSignature-Input: a\r\n\r\n"]
)
def test_an_answer_that_dribbles_comes_to_an_end(monkeypatch: pytest.MonkeyPatch, dribbled: bytes) -> None:
    """Each byte comes in time; the whole does not."""
    monkeypatch.setattr(client, "SMALL", line.Patience(stall=30, whole=0.3))
    over = threading.Event()

    def dribble() -> None:
        sock, _ = there.server.accept()
        with sock:
            sock.sendall(dribbled)
            while not over.wait(0.02):
                try:
                    sock.sendall(b"x")
                except OSError:
                    return

    with Listening() as there:
        thread = threading.Thread(target=dribble)
        thread.start()
        try:
            with pytest.raises(NoConnection):
                there.central.feed(ASKED)
        finally:
            over.set()
            thread.join()


@pytest.mark.parametrize(
    "said", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nSignature: a\r\nSignature-Input: a\r\n\r\nx"]
)
def test_whoever_waits_for_central_can_be_hung_up_on(said: bytes) -> None:
    """From another thread, whatever central has said so far."""
    failed = list[Exception]()

    def ask() -> None:
        try:
            there.central.feed(ASKED)
        except CentralUnreachable as error:
            failed.append(error)

    with Listening() as there:
        asking = threading.Thread(target=ask)
        asking.start()
        sock, _ = there.server.accept()
        with sock:
            sock.recv(1)
            sock.sendall(said)
            there.central.cancel()
            asking.join(timeout=PATIENCE_S)
            assert not asking.is_alive()
    assert isinstance(failed[0], NoConnection)


def test_whoever_was_hung_up_on_asks_nobody_again() -> None:
    with reached(signed(Answer(EMPTY_PAGE), TRUE), TRUE) as (central, _):
        central.feed(ASKED)
        central.cancel()
        with pytest.raises(NoConnection):
            central.feed(ASKED)


def test_a_name_service_that_is_silent_can_be_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, over = threading.Event(), threading.Event()

    def silent(*_: Any, **__: Any) -> list[Any]:
        asked.set()
        over.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    monkeypatch.setattr(line, "CONNECT_S", 3600.0)
    central = HttpCentral(TRUE.identity("http://central.example"), Clock())
    failed = list[Exception]()

    def ask() -> None:
        try:
            central.feed(ASKED)
        except CentralUnreachable as error:
            failed.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    asked.wait()
    central.cancel()
    asking.join(timeout=PATIENCE_S)
    over.set()
    assert not asking.is_alive()
    assert isinstance(failed[0], NoConnection)


def test_the_time_of_a_slow_answer_does_not_move_the_clock_on() -> None:
    now = [100.0]
    clock = Clock(boot=lambda: now[0], boot_id=lambda: "one")

    def slow(asked: Asked) -> Answer:
        now[0] += 25
        return TRUE(asked, Answer(EMPTY_PAGE))

    with reached(slow, TRUE, clock) as (central, _):
        central.feed(ASKED)
        assert clock.read().at == NOW
        central.feed(ASKED)  # central says the same time again: its clock stands still
    assert clock.read().at - NOW <= timedelta(seconds=26)


def test_an_identity_shows_no_secret() -> None:
    assert "private_key" not in repr(TRUE.identity("http://x"))


def test_words_of_a_refusal_are_words() -> None:
    answer = Answer(json.dumps({"error": "\u202eevil\n" * 100}).encode(), 403)
    with reached(signed(answer, TRUE), TRUE) as (central, _), pytest.raises(NotWelcome) as told:
        central.feed(ASKED)
    assert told.value.why == "403"


def test_a_list_of_keys_that_cannot_be_read_believes_nobody() -> None:
    with serving(signed(Answer(EMPTY_PAGE), TRUE)) as url:
        central = HttpCentral(replace(TRUE.identity(url), key_list=b"x"), Clock())
        with pytest.raises(NotTheWire):
            central.feed(ASKED)
        central.close()


def test_a_list_that_the_feed_brought_is_believed_from_the_next_round() -> None:
    sign = Signing()
    rotated = sign.rotated()

    def speak(asked: Asked) -> Answer:
        return Answer(status=404) if asked.path == "/v1/keys" else rotated(asked, Answer(EMPTY_PAGE))

    with reached(speak, sign) as (central, _):
        central.become(replace(central._identity, key_list=rotated.listed))
        assert central.feed(ASKED) == PAGE
        central.become(replace(central._identity, key_list=sign.listed))  # older: nobody goes back to it
        assert central.feed(ASKED) == PAGE
    assert keys.open_list(rotated.listed, keys.raw_public(sign.root)).number == 2
