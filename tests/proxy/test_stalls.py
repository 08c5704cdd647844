"""Connections that stay open and say nothing more, until they are released."""

import socket

import pytest

from tests.proxy import ALWAYS, Connection, FaultProxy, HalfOpen, Stall, Way
from tests.proxy.upstream import PATIENCE_S, Upstream, connected, exactly, get, question, raw_answer, until_reset


def silent(end: socket.socket) -> bool:
    """Nothing has come and nothing has ended."""
    end.setblocking(False)
    try:
        return bool(end.recv(1)) and False
    except BlockingIOError:
        return True
    finally:
        end.settimeout(PATIENCE_S)


@pytest.mark.parametrize("after", [0, 20, 900])
def test_a_stalled_answer_goes_on_when_it_is_released(proxy: FaultProxy, upstream: Upstream, after: int) -> None:
    whole = raw_answer("/1000", upstream)
    proxy.arm(Stall(after))
    with connected(proxy) as end:
        end.sendall(question("/1000"))
        proxy.await_fired(Stall(after))
        assert exactly(end, after) == whole[:after]
        assert silent(end)
        proxy.release()
        assert exactly(end, len(whole) - after) == whole[after:]
        end.sendall(question("/1000"))
        assert exactly(end, len(whole)) == whole


def test_a_stalled_request_is_not_yet_known_upstream(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(Stall(10, Way.UP))
    with connected(proxy) as end:
        end.sendall(question("/7"))
        proxy.await_fired(Stall(10, Way.UP))
        assert (upstream.asked, silent(end)) == ([], True)
        proxy.release()
        assert exactly(end, 12) == b"HTTP/1.1 200"
    assert upstream.asked == ["GET /7"]


def test_one_stall_holds_up_nobody_else(proxy: FaultProxy) -> None:
    proxy.arm(Stall())
    with connected(proxy) as end:
        end.sendall(question("/1"))
        proxy.await_fired(Stall())
        assert get(proxy, "/3") == bytes(range(3))


def test_a_half_open_connection_reads_nothing_and_answers_nothing(proxy: FaultProxy, upstream: Upstream) -> None:
    proxy.arm(HalfOpen(), Connection())
    with connected(proxy) as end:
        end.sendall(question("/1"))
        proxy.await_fired(HalfOpen())
        assert silent(end)
        assert (proxy.counts.up_bytes, upstream.called) == (0, 0)
        proxy.release()
        assert until_reset(end) == b""


def test_a_half_open_connection_takes_no_more_than_the_system_holds(proxy: FaultProxy) -> None:
    proxy.arm(HalfOpen(), Connection())
    with connected(proxy) as end:
        proxy.await_fired(HalfOpen())
        end.setblocking(False)
        with pytest.raises(BlockingIOError):
            for _ in range(1000):
                end.send(bytes(1_000_000))


def test_a_kept_connection_can_become_half_open(proxy: FaultProxy, upstream: Upstream) -> None:
    whole = raw_answer("/1", upstream)
    with connected(proxy) as end:
        end.sendall(question("/1"))
        assert exactly(end, len(whole)) == whole
        proxy.arm(HalfOpen(), ALWAYS)
        end.sendall(question("/2"))
        proxy.await_fired(HalfOpen())
        assert silent(end)
    assert upstream.asked == ["GET /1", "GET /1"]


def test_a_proxy_ends_with_connections_still_stalled(upstream: Upstream) -> None:
    with FaultProxy(upstream.port) as proxy:
        proxy.arm(Stall(), ALWAYS)
        end = connected(proxy)
        end.sendall(question("/1"))
        proxy.await_fired(Stall())
    with end:
        assert end.recv(1) == b""


def test_what_never_happens_is_not_awaited_for_ever(proxy: FaultProxy) -> None:
    with pytest.raises(TimeoutError):
        proxy.await_fired(Stall(), timeout_s=0.01)
