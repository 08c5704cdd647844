"""A slow line takes the time it says: never less.

That it takes no more is shown without a clock, which on a busy machine would tell of the machine: by sums on moments,
and by lines so slow that whoever waited for one would never come back.
"""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.proxy import ALWAYS, Bandwidth, Connection, CutDown, Delay, FaultProxy, Link, Way, conversation
from tests.proxy.shape import Lane, shape_of
from tests.proxy.upstream import Upstream, bytes_of, connected, get, keeping, question, to_the_end

FOR_EVER = 3600.0  # seconds


@contextmanager
def taking(seconds: float) -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start >= seconds


def test_connecting_and_each_request_take_a_round_trip(proxy: FaultProxy) -> None:
    proxy.arm(Link(rtt=0.2), ALWAYS)
    with keeping(proxy) as client:
        for seconds in (0.4, 0.2):
            with taking(seconds):
                client.request("GET", "/1")
                assert client.getresponse().read() == bytes_of(1)


def test_the_line_of_the_research_takes_what_its_bytes_take(proxy: FaultProxy) -> None:
    proxy.arm(Link(rtt=0.2, bits=2_000_000), ALWAYS)
    with taking(0.4 + 100_000 * 8 / 2_000_000):
        assert get(proxy, "/100000") == bytes_of(100_000)


def test_requests_pay_for_their_bytes_too(proxy: FaultProxy) -> None:
    proxy.arm(Bandwidth(2_000_000))
    with taking(2 * 50_000 * 8 / 2_000_000), keeping(proxy) as client:
        client.request("POST", "/", body="x" * 50_000)
        assert len(client.getresponse().read()) == 50_000


def test_connections_share_a_line(proxy: FaultProxy) -> None:
    proxy.arm(Bandwidth(2_000_000), ALWAYS)
    with taking(2 * 50_000 * 8 / 2_000_000), ThreadPoolExecutor(2) as clients:
        assert [len(body) for body in clients.map(lambda path: get(proxy, path), ["/50000"] * 2)] == [50_000] * 2


def test_what_is_under_way_does_not_wait_for_an_answer_to_what_was_before(proxy: FaultProxy) -> None:
    proxy.arm(Delay(FOR_EVER))
    with connected(proxy) as end:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        end.sendall(b"POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n" + b"x" * 1_000_000)


def test_a_line_can_be_for_one_request_and_taken_away(proxy: FaultProxy) -> None:
    proxy.arm(Delay(0.1), ALWAYS)
    with taking(0.2):
        get(proxy, "/1")
    proxy.disarm()
    get(proxy, "/1")
    proxy.arm(Delay(FOR_EVER), ALWAYS)
    proxy.disarm()
    get(proxy, "/1")


def test_a_connection_made_before_the_line_was_slow_pays_no_connecting(
    proxy: FaultProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    paid: list[float] = []

    async def until(moment: float) -> None:
        paid.append(moment)

    monkeypatch.setattr(conversation, "until", until)  # what a connection waits for before its first request
    with keeping(proxy) as client:
        client.request("GET", "/1")
        client.getresponse().read()
        proxy.arm(Link(rtt=0.3))
        with taking(0.3):
            client.request("GET", "/1")
            client.getresponse().read()
    assert len(paid) == 1


def test_delays_and_cuts_go_together(proxy: FaultProxy) -> None:
    proxy.arm(Link(0.1), Connection())
    proxy.arm(CutDown(10))
    with taking(0.2), connected(proxy) as end:
        end.sendall(question("/1"))
        assert to_the_end(end) == b"HTTP/1.1 2"


def test_a_lane_carries_one_segment_after_the_other() -> None:
    lane = Lane(8000)
    assert [lane.leave(10.0, 1000), lane.leave(10.5, 1000), lane.leave(20.0, 500)] == [11.0, 12.0, 20.5]


def test_jitter_is_the_same_for_the_same_seed_and_within_its_bounds() -> None:
    def latencies(seed: int) -> list[float]:
        shape = shape_of(Delay(0.1, jitter=0.05, seed=seed))
        assert shape is not None
        return [shape.latency(1, Way.UP) for _ in range(100)]

    assert latencies(1) == latencies(1) != latencies(2)
    assert all(0.1 <= seconds <= 0.15 for seconds in latencies(1))
    with pytest.raises(ValueError, match="seed"):
        Delay(0.1, jitter=0.05)


def test_jitter_keeps_the_order(upstream: Upstream) -> None:
    with FaultProxy(upstream.port) as proxy:
        proxy.arm(Delay(0.001, jitter=0.02, seed=7), ALWAYS)
        assert get(proxy, "/200000") == bytes_of(200_000)
