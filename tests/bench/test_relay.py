"""The relay passes on what it counts."""

import socket
import threading
from collections.abc import Iterator

import pytest

from bench.relay import Relay


@pytest.fixture
def shouting() -> Iterator[int]:
    """A port that answers each message with itself, twice."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        end, _ = listening.accept()
        with end:
            while data := end.recv(1024):
                end.sendall(data * 2)

    thread = threading.Thread(target=serve)
    thread.start()
    yield listening.getsockname()[1]
    thread.join()
    listening.close()


def test_the_bytes_each_way_are_counted_and_passed_on(shouting: int) -> None:
    relay = Relay(shouting)
    port = int(relay.url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as end:
        for _ in range(2):
            relay.forget()
            end.sendall(b"hello")
            assert end.recv(10, socket.MSG_WAITALL) == b"hellohello"
            assert (relay.up, relay.down) == (5, 10)
    relay.close()
