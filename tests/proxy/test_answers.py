"""Answers that are short, spoiled, given twice or given by somebody else."""

from http.client import IncompleteRead

import pytest

from tests.proxy import (
    ALWAYS,
    CaptivePortal,
    Connection,
    Corrupt,
    CutDown,
    Duplicate,
    DuplicateAnswer,
    FaultProxy,
    Respond,
    Truncate,
)
from tests.proxy.upstream import (
    Upstream,
    bytes_of,
    connected,
    exactly,
    get,
    keeping,
    question,
    raw_answer,
    to_the_end,
)


def test_a_truncated_answer_promises_more_than_it_has(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(Truncate(30))
    with pytest.raises(IncompleteRead) as told:
        get(proxy, "/100")
    assert told.value.partial == bytes_of(70)
    proxy.arm(Truncate(30))
    with connected(proxy) as end:
        end.sendall(question("/100"))
        assert to_the_end(end) == raw_answer("/100", upstream)[:-30]


def test_a_truncated_answer_in_chunks_keeps_its_frames(proxy: FaultProxy) -> None:
    proxy.arm(Truncate(30))
    with connected(proxy) as end:
        end.sendall(question("/chunked/250"))
        body = to_the_end(end).partition(b"\r\n\r\n")[2]
    one, two, three = bytes_of(250)[:100], bytes_of(250)[100:200], bytes_of(250)[200:220]
    assert body == b"64\r\n%s\r\n64\r\n%s\r\n32\r\n%s\r\n0\r\n\r\n" % (one, two, three)


@pytest.mark.parametrize("path", ["/70000", "/chunked/70000", "/open/70000"])
@pytest.mark.parametrize("off", [1, 150, 69_999, 80_000])
def test_a_mended_answer_looks_whole(proxy: FaultProxy, path: str, off: int) -> None:
    proxy.arm(Truncate(off, mended=True))
    assert get(proxy, path) == bytes_of(70_000)[: max(0, 70_000 - off)]
    proxy.await_fired(Truncate(off, mended=True))  # where no body is left, the head alone is the whole answer


def test_a_mended_answer_leaves_the_connection_as_it_was(proxy: FaultProxy) -> None:
    proxy.arm(Truncate(5, mended=True))
    with keeping(proxy) as client:
        for size in (95, 100):
            client.request("GET", "/100")
            assert client.getresponse().read() == bytes_of(size)


@pytest.mark.parametrize("path", ["/1000", "/chunked/1000", "/open/1000"])
@pytest.mark.parametrize("at", [0, 99, 100, 999])
def test_exactly_one_byte_of_the_body_is_corrupt(proxy: FaultProxy, path: str, at: int) -> None:
    proxy.arm(Corrupt(at, 0x80))
    expected = bytearray(bytes_of(1000))
    expected[at] ^= 0x80
    assert get(proxy, path) == bytes(expected)


def test_a_byte_that_is_not_there_is_not_corrupt(proxy: FaultProxy) -> None:
    proxy.arm(Corrupt(10))
    assert get(proxy, "/10") == bytes_of(10)
    assert (proxy.fired, proxy.armed) == ((), ())


def test_a_corruption_that_changes_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="no corruption"):
        Corrupt(0, 0)


def test_a_duplicate_request_is_heard_twice_and_answered_once(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(Duplicate())
    with keeping(proxy) as client:
        client.request("POST", "/", body="one visit")
        assert client.getresponse().read() == b"one visit"
        assert upstream.asked == ["POST / one visit"] * 2
        client.request("POST", "/", body="another")
        assert client.getresponse().read() == b"another"
    assert upstream.asked == ["POST / one visit", "POST / one visit", "POST / another"]
    assert (proxy.fired, proxy.counts.requests) == ((Duplicate(),), 2)


def test_a_duplicate_request_whose_answer_is_cut_was_still_heard_twice(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(Duplicate())
    proxy.arm(CutDown())
    with keeping(proxy) as client, pytest.raises(ConnectionError):
        client.request("POST", "/", body="one visit")
        client.getresponse()
    assert upstream.asked == ["POST / one visit"] * 2


@pytest.mark.parametrize("path", ["/100", "/chunked/250"])
def test_a_duplicate_answer_comes_twice(proxy: FaultProxy, upstream: Upstream, path: str) -> None:
    whole = raw_answer(path, upstream)
    proxy.arm(DuplicateAnswer())
    with connected(proxy) as end:
        end.sendall(question(path))
        assert exactly(end, 2 * len(whole)) == whole * 2


def test_a_captive_portal_answers_everything_with_its_page(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(CaptivePortal(), ALWAYS)
    with keeping(proxy) as client:
        for method, body in (("GET", None), ("POST", "x" * 100_000), ("GET", None)):
            client.request(method, "/1", body=body)
            answer = client.getresponse()
            assert answer.status == 200
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert b"Free WiFi" in answer.read()
        proxy.disarm()
        client.request("GET", "/1")
        assert client.getresponse().read() == bytes_of(1)
    assert upstream.asked == ["GET /1"]


def test_a_captive_portal_may_send_elsewhere(proxy: FaultProxy) -> None:
    proxy.arm(CaptivePortal(b"", redirect_to="http://portal.example/in"))
    with keeping(proxy) as client:
        client.request("GET", "/1")
        answer = client.getresponse()
        assert (answer.status, answer.headers["Location"], answer.read()) == (302, "http://portal.example/in", b"")


def test_an_answer_may_be_any_bytes(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(Respond(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort"))
    with connected(proxy) as end:
        end.sendall(question("/1"))
        assert to_the_end(end) == b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort"
    assert upstream.called == 0


def test_a_written_answer_is_whole_and_keeps_the_connection(proxy: FaultProxy) -> None:
    proxy.arm(Respond.answer(503, b"later", {"Retry-After": "120"}))
    with keeping(proxy) as client:
        client.request("GET", "/1")
        answer = client.getresponse()
        assert (answer.status, answer.headers["Retry-After"], answer.read()) == (503, "120", b"later")
        client.request("GET", "/1")
        assert client.getresponse().read() == bytes_of(1)


def test_an_answer_without_end_ends_with_its_client(proxy: FaultProxy) -> None:
    proxy.arm(Respond(b"HTTP/1.1 200 OK\r\n\r\n", forever=b"ha"))
    with connected(proxy) as end:
        end.sendall(question("/1"))
        assert exactly(end, 100_019) == b"HTTP/1.1 200 OK\r\n\r\n" + b"ha" * 50_000
    assert get(proxy, "/1") == bytes_of(1)


def test_a_written_answer_can_be_cut_like_any_other(proxy: FaultProxy) -> None:
    proxy.arm(Respond.answer(200, b"never mind"), Connection())
    proxy.arm(CutDown(8))
    with connected(proxy) as end:
        end.sendall(question("/1"))
        assert to_the_end(end) == b"HTTP/1.1"
