"""Connections that end too early, by a FIN or by an RST, exactly where it was said."""

import socket

import pytest

from tests.proxy import ALWAYS, EVERY_CONNECTION, Connection, CutDown, CutUp, FaultProxy, Refuse, Reset, Way
from tests.proxy.upstream import (
    PATIENCE_S,
    Upstream,
    connected,
    get,
    keeping,
    question,
    raw_answer,
    to_the_end,
    turned_away,
    until_reset,
)


@pytest.mark.parametrize("after", [0, 1, 16, 150, 1000, 500_000])
def test_a_cut_answer_has_exactly_the_bytes_said(proxy: FaultProxy, upstream: Upstream, after: int) -> None:
    whole = raw_answer("/1000000", upstream)
    proxy.arm(CutDown(after))
    with connected(proxy) as end:
        end.sendall(question("/1000000"))
        assert to_the_end(end) == whole[:after]
    assert proxy.fired == (CutDown(after),)
    assert (proxy.counts.down_bytes, proxy.counts.answers) == (after, 0)


def test_an_answer_cut_at_nothing_was_given_all_the_same(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(CutDown())
    with connected(proxy) as end:
        end.sendall(question("/5"))
        assert to_the_end(end) == b""
    assert upstream.asked == ["GET /5"]


def test_a_cut_at_every_byte_of_an_answer_ends_with_the_whole_of_it(proxy: FaultProxy, upstream: Upstream) -> None:
    whole = raw_answer("/3", upstream)
    for after in range(len(whole) + 1):
        proxy.arm(CutDown(after))
        with connected(proxy) as end:
            end.sendall(question("/3"))
            assert to_the_end(end) == whole[:after]
    proxy.forget()
    proxy.arm(CutDown(len(whole) + 1))
    assert get(proxy, "/3")
    assert proxy.fired == ()


@pytest.mark.parametrize("after", [0, 1, 30, 100_000])
def test_a_cut_request_arrives_with_exactly_the_bytes_said(after: int) -> None:
    request = question("/", "POST").replace(b"\r\n\r\n", b"\r\nContent-Length: 200000\r\n\r\n") + bytes(200_000)
    with socket.create_server(("127.0.0.1", 0)) as server, FaultProxy(server.getsockname()[1]) as proxy:
        proxy.arm(CutUp(after))
        with connected(proxy) as end:
            end.sendall(request)
            assert to_the_end(end) == b""
            if after:
                far, _ = server.accept()
                with far:
                    assert to_the_end(far) == request[:after]
        assert proxy.fired == (CutUp(after),)


def test_a_cut_request_is_no_request(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(CutUp(90))
    with keeping(proxy) as client, pytest.raises(ConnectionError):
        client.request("POST", "/", body="x" * 1000)
        client.getresponse()
    assert upstream.asked == []


@pytest.mark.parametrize("after", [0, 100, 500_000])
def test_a_reset_comes_behind_exactly_the_bytes_said(proxy: FaultProxy, upstream: Upstream, after: int) -> None:
    whole = raw_answer("/1000000", upstream)
    proxy.arm(Reset(after))
    with connected(proxy) as end:
        end.sendall(question("/1000000"))
        assert until_reset(end) == whole[:after]


def test_a_reset_waits_for_a_client_that_reads_late(proxy: FaultProxy, upstream: Upstream) -> None:
    whole = raw_answer("/1000000", upstream)
    proxy.arm(Reset(500_000))
    with socket.socket() as end:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        end.settimeout(PATIENCE_S)
        end.connect(("127.0.0.1", proxy.port))
        end.sendall(question("/1000000"))
        proxy.await_fired(Reset(500_000))
        assert until_reset(end) == whole[:500_000]


def test_a_client_that_is_cut_while_it_sends_sees_no_reset(proxy: FaultProxy) -> None:
    proxy.arm(CutDown())
    with connected(proxy) as end:
        end.sendall(question("/1"))
        assert to_the_end(end) == b""
        for _ in range(3):
            end.sendall(bytes(500_000))


def test_a_request_can_be_reset_under_way(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(Reset(10, Way.UP))
    with connected(proxy) as end:
        end.sendall(question("/1"))
        assert until_reset(end) == b""
    assert upstream.asked == []


def test_bytes_of_a_connection_are_counted_over_its_requests(proxy: FaultProxy, upstream: Upstream) -> None:
    both = raw_answer("/10", upstream) * 2
    proxy.arm(CutDown(len(both) - 1), EVERY_CONNECTION)
    for _ in range(2):
        with connected(proxy) as end:
            end.sendall(question("/10") * 3)
            assert to_the_end(end) == both[:-1]


def test_a_refused_connection_is_reset_at_once_and_the_next_is_not(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(Refuse(), Connection())
    assert turned_away(proxy)
    assert get(proxy, "/1")
    assert upstream.called == 1


def test_a_port_that_refuses_ends_kept_connections_at_their_next_request(proxy: FaultProxy) -> None:
    with connected(proxy) as end:
        proxy.arm(Refuse(), ALWAYS)
        with pytest.raises(ConnectionRefusedError):
            connected(proxy)
        end.sendall(question("/1"))
        assert until_reset(end) == b""
