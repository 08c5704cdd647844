"""Without a fault nothing is changed, and everything is counted."""

import socket

import pytest

from tests.proxy import ALWAYS, Counts, FaultProxy, Refuse
from tests.proxy.upstream import Upstream, bytes_of, connected, exactly, get, keeping, question, raw_answer, to_the_end


@pytest.mark.parametrize("path", ["/0", "/1000", "/3000000", "/chunked/0", "/chunked/1000", "/open/1000"])
def test_answers_of_every_form_come_through_whole(proxy: FaultProxy, path: str) -> None:
    assert get(proxy, path) == bytes_of(int(path.rpartition("/")[2]))


def test_a_connection_is_kept_for_many_requests(proxy: FaultProxy, upstream: Upstream) -> None:
    with keeping(proxy) as client:
        for path in ("/10", "/chunked/300", "/20"):
            client.request("GET", path)
            assert len(client.getresponse().read()) == int(path.rpartition("/")[2])
        client.request("HEAD", "/5")
        assert client.getresponse().read() == b""
        client.request("POST", "/", body="ciao")
        assert client.getresponse().read() == b"ciao"
    assert upstream.called == 1
    assert proxy.connections == (proxy.counts,)
    assert (proxy.counts.requests, proxy.counts.answers) == (5, 5)


def test_bytes_are_counted_each_way_for_each_connection(proxy: FaultProxy, upstream: Upstream) -> None:
    answer = raw_answer("/100", upstream)
    for _ in range(2):
        with connected(proxy) as end:
            end.sendall(question("/100"))
            assert exactly(end, len(answer)) == answer
    one = Counts(1, 1, 1, len(question("/100")), len(answer))
    assert proxy.connections == (one, one)
    assert proxy.counts == Counts(2, 2, 2, 2 * one.up_bytes, 2 * one.down_bytes)
    proxy.forget()
    assert proxy.counts == Counts()


def test_requests_in_one_packet_are_told_apart(proxy: FaultProxy, upstream: Upstream) -> None:
    with connected(proxy) as end:
        end.sendall(question("/1") + question("/2"))
        end.shutdown(socket.SHUT_WR)
        assert to_the_end(end) == raw_answer("/1", upstream) + raw_answer("/2", upstream)
    assert proxy.counts.requests == 2


def test_what_is_no_http_passes_as_bytes() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, FaultProxy(server.getsockname()[1]) as proxy:
        with connected(proxy) as client:
            client.sendall(b"\x16\x03hello")
            far, _ = server.accept()
            with far:
                assert far.recv(100) == b"\x16\x03hello"
                far.sendall(b"a")
                assert client.recv(100) == b"a"
                client.sendall(b"GET ")
                client.shutdown(socket.SHUT_WR)
                assert to_the_end(far) == b"GET "
                far.sendall(b"bc")
            assert to_the_end(client) == b"bc"
        assert proxy.counts == Counts(1, 1, 1, 11, 3)


def test_a_client_that_goes_is_gone_for_the_upstream_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, FaultProxy(server.getsockname()[1]) as proxy:
        with connected(proxy) as client:
            client.sendall(question("/1"))
            far, _ = server.accept()
        with far:
            assert to_the_end(far) == question("/1")


def test_an_upstream_that_closes_an_idle_connection_closes_it_for_the_client() -> None:
    answer = b"HTTP/1.1 204 No Content\r\n\r\n"
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        FaultProxy(server.getsockname()[1]) as proxy,
        connected(proxy) as client,
    ):
        client.sendall(question("/1"))
        far, _ = server.accept()
        with far:
            assert exactly(far, len(question("/1"))) == question("/1")
            far.sendall(answer)
            assert exactly(client, len(answer)) == answer
        assert to_the_end(client) == b""


def test_without_an_upstream_connections_are_reset() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    with FaultProxy(port) as proxy, pytest.raises(ConnectionResetError):
        get(proxy, "/1")


def test_a_port_that_refuses_keeps_its_number(proxy: FaultProxy) -> None:
    port = proxy.port
    for _ in range(3):
        proxy.arm(Refuse(), ALWAYS)
        with pytest.raises(ConnectionRefusedError):
            connected(proxy)
        proxy.disarm()
        assert get(proxy, "/1") == bytes_of(1)
    assert proxy.port == port
