import logging
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from http_message_signatures import HTTPMessageVerifier
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException
from starlette.types import ASGIApp

from central import events, feed
from central.api import bodies
from central.db import writing
from central.opening import Central
from kiosk.domain import signing, wire
from tests.central.conftest import Hands
from tests.central.station import Station, _Central, enrolled, feed_path, send, signed, verified

DATABASES = ("sqlite",)  # the calls are the same on any; what they write is tested in tests/central

PATH = feed_path(wire.BEGIN)


def ask(
    station: Station, method: str, path: str, body: bytes = b"", **how: object
) -> tuple[httpx.Response, dict[str, str]]:
    asked = signed(station.id, station.key, method, path, body, **how)  # type: ignore[arg-type]
    return send(station.app, method, path, body, asked), asked


def test_an_answer_is_signed_for_the_nonce_it_was_asked_with(station: Station) -> None:
    answer, asked = ask(station, "GET", PATH, nonce="once upon a time")
    result = verified(answer, asked, station.listed)
    assert result.nonce == "once upon a time"
    assert answer.status_code == 200


def test_the_library_takes_a_signed_answer_with_its_own_clock(station: Station, clock: Hands) -> None:
    """What central sends is the standard's, whoever reads it."""
    answer, _ = ask(station, "GET", PATH)
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=_Central(station.listed))
    (result,) = verifier.verify(answer, max_age=None, require_components=("@status",), body=answer.extensions["sent"])
    assert result.parameters["alg"] == "ed25519"


def test_the_answer_says_centrals_time(station: Station, clock: Hands) -> None:
    clock.advance(timedelta(milliseconds=1900))
    answer, asked = ask(station, "GET", PATH)
    assert verified(answer, asked, station.listed).parameters["created"] == int(clock.time.timestamp())


def test_the_digest_is_of_the_bytes_as_sent(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        feed.publish_all(tx, [feed.Draft("note", str(number), {"text": "x" * 100}) for number in range(20)])
    asked = signed(station.id, station.key, "GET", PATH)
    answer = send(station.app, "GET", PATH, b"", {**asked, "Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.extensions["sent"]) < len(answer.content)
    verified(answer, asked, station.listed)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nothing", 404),
        ("DELETE", "/v1/feed", 405),
        ("GET", "/v1/feed?limit=many", 400),
        ("GET", "/v1/health", 200),
        ("GET", "/v1/keys", 200),
        ("GET", feed_path(wire.Cursor("another", 1, 1, None)), 410),
    ],
)
def test_refusals_are_signed_too(station: Station, method: str, path: str, status: int) -> None:
    assert station.send(method, path).status_code == status


def test_what_is_too_large_gets_a_signed_refusal(station: Station) -> None:
    assert station.send("POST", "/v1/events", b" " * (bodies.LARGEST + 1)).status_code == 413


def test_a_failure_is_signed_too(
    station: Station, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(events, "take_in", fail)
    with caplog.at_level(logging.CRITICAL):
        answer = station.send("POST", "/v1/events", wire.dump_batch(station.batch(station.arrive())))
    assert answer.status_code == 500


def test_whoever_does_not_sign_well_gets_a_signed_refusal(station: Station) -> None:
    stranger = replace(station, key=Ed25519PrivateKey.generate())
    answer = stranger.send("GET", PATH)
    assert (answer.status_code, answer.json()) == (401, {"error": "signature_invalid"})


@pytest.mark.parametrize("nonce", ["", "n" * 65, 'a"b', "a\\b"])
def test_a_nonce_that_is_not_short_and_plain_is_not_said_again(station: Station, nonce: str) -> None:
    answer, _ = ask(station, "GET", PATH, nonce=nonce)
    assert "signature" not in answer.headers


@pytest.mark.parametrize(
    "line",
    [
        'a=();nonce="x", b=();nonce="y"',
        'a=();nonce="x\ty"',
        'a=();nonce="è"',
        "a=();nonce=x",
        'a=();nonce="' + "x" * 65 + '"',
        'a=();nonce="x',
        "",
    ],
)
def test_a_request_that_names_no_one_nonce_gets_no_signature(app: ASGIApp, line: str) -> None:
    answer = send(app, "GET", "/v1/health", b"", {"Signature-Input": line})
    assert answer.status_code == 200
    assert "signature" not in answer.headers


def test_a_request_without_a_signature_gets_none(app: ASGIApp) -> None:
    assert "signature" not in send(app, "GET", "/v1/health").headers


def test_a_nonce_alone_gets_a_signed_answer(app: ASGIApp, central: Central) -> None:
    """Who has no key yet, or another one, can still ask for the time."""
    asked = {"Signature-Input": 'station=();created=1;nonce="n"', "Signature": ""}
    answer = send(app, "GET", "/v1/health", b"", asked)
    assert verified(answer, asked, central.keys.listed()).nonce == "n"


def test_an_answer_to_another_request_with_the_same_nonce_is_seen_to_be_one(central: Central, station: Station) -> None:
    """Somebody in between who is a station too cannot have its own answer taken for another's."""
    rogue = enrolled(central, station.app)
    _, asked = ask(station, "GET", PATH, nonce="the same")
    theirs, rogues = ask(rogue, "GET", PATH, nonce="the same")
    assert verified(theirs, rogues, station.listed).nonce == "the same"
    with pytest.raises(AssertionError):
        verified(theirs, asked, station.listed)


@pytest.mark.parametrize("spoil", ["status", "body", "nonce", "created"])
def test_an_answer_that_was_changed_on_its_way_does_not_hold(station: Station, spoil: str) -> None:
    answer, asked = ask(station, "GET", PATH)
    created = answer.headers["signature-input"].partition("created=")[2][:10]
    changed = {
        "status": _again(answer, status=204),
        "body": _again(answer, sent=answer.extensions["sent"] + b" "),
        "nonce": _again(answer, old='nonce="', new='nonce="0'),
        "created": _again(answer, old=created, new=str(int(created) + 1)),
    }[spoil]
    with pytest.raises(HTTPMessageSignaturesException):
        verified(changed, asked, station.listed)


def _again(
    answer: httpx.Response, *, status: int = 200, sent: bytes | None = None, old: str = "", new: str = ""
) -> httpx.Response:
    named = answer.headers["signature-input"]
    headers = {**answer.headers, "signature-input": named.replace(old, new, 1) if old else named}
    extensions = {"sent": answer.extensions["sent"] if sent is None else sent}
    return httpx.Response(status, headers=headers, request=answer.request, extensions=extensions)


def test_an_empty_round_stays_small(station: Station) -> None:
    end = station.feed().to
    answer, asked = ask(station, "GET", feed_path(end))
    sent = sum(len(f"{name}: {value}\r\n") for name, value in answer.headers.items()) + len(answer.extensions["sent"])
    came = sum(len(f"{name}: {value}\r\n") for name, value in asked.items()) + len(feed_path(end))
    assert sent < 1000
    assert came < 1000


def test_a_snapshot_is_signed_by_the_digest_of_the_whole_file(station: Station) -> None:
    whole = station.send("GET", "/v1/snapshot")
    assert whole.status_code == 200
    assert "content-digest" not in whole.headers
    part, asked = ask_with_range(station, whole.headers["etag"])
    assert part.status_code == 206
    verified(part, asked, station.listed)
    assert part.headers["repr-digest"] == whole.headers["repr-digest"]


def ask_with_range(station: Station, tag: str) -> tuple[httpx.Response, dict[str, str]]:
    asked = signed(station.id, station.key, "GET", "/v1/snapshot")
    answer = send(station.app, "GET", "/v1/snapshot", b"", {**asked, "Range": "bytes=5-", "If-Range": tag})
    return answer, asked


def test_the_kernel_names_what_an_answer_covers() -> None:
    assert signing.ANSWER_COMPONENTS == ("@status", "content-digest")
    assert signing.SNAPSHOT_COMPONENTS == ("@status", "repr-digest")
