import socket

import httpx
import pytest

from central.server import Server
from central.settings import Settings


def test_a_server_answers_from_its_start_to_its_stop(settings: Settings) -> None:
    server = Server(settings)
    url = server.start()
    with httpx.Client() as client:
        assert [client.get(f"{url}/v1/health").status_code for _ in range(2)] == [200, 200]
        server.stop()
        with pytest.raises(httpx.TransportError):
            client.get(f"{url}/v1/health")


def test_a_port_that_is_taken_is_said_so(settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        Server(settings, port=taken.getsockname()[1]).start()


@pytest.mark.parametrize("said", [b"", b"GET /v1/health HTTP/1.1\r\nHost: cen", b"GET /v1/health HTTP/1.1\r\n\r\nGET"])
def test_whoever_connects_and_asks_nothing_is_let_go(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    monkeypatch.setattr("central.server.PATIENCE", 0.05)
    server = Server(settings)
    host, _, port = server.start().removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as idle:
        idle.sendall(said)
        assert b"".join(iter(lambda: idle.recv(1000), b"")).count(b"HTTP/1.1") == said.count(b"\r\n\r\n")
    server.stop()


def test_beyond_a_bound_of_connections_the_next_is_closed_and_the_others_are_answered(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("central.server.most", lambda: 1)
    server = Server(settings)
    url = server.start()
    host, _, port = url.removeprefix("http://").partition(":")
    with httpx.Client() as client:
        assert client.get(f"{url}/v1/health").status_code == 200
        with socket.create_connection((host, int(port))) as beyond:
            assert beyond.recv(1) == b""
        assert client.get(f"{url}/v1/health").status_code == 200
    server.stop()


def test_what_was_never_started_can_be_stopped(settings: Settings) -> None:
    Server(settings).stop()
