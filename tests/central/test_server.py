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


def test_what_was_never_started_can_be_stopped(settings: Settings) -> None:
    Server(settings).stop()
