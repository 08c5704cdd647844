"""The HTTP client against things that are not central."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kiosk.domain.wire import Cursor, NotTheWire
from kiosk.sync import central
from kiosk.sync.central import AnotherEpoch, CentralUnreachable, HttpCentral, NoConnection, NotWelcome

ASKED = Cursor("e", 0, 0)


@contextmanager
def answering(status: int, body: bytes, headers: dict[str, str], cut_after: int | None = None) -> Iterator[HttpCentral]:
    """A server on loopback that answers everything with this, or hangs up after some bytes of it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body if cut_after is None else body[:cut_after])
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield HttpCentral(f"http://127.0.0.1:{server.server_address[1]}", "station", bytes(32))
        finally:
            server.shutdown()
            thread.join()


def test_a_captive_portal_is_not_central() -> None:
    page = b"<html><body>Welcome to Free WiFi, accept our terms</body></html>"
    with answering(200, page, {"Content-Type": "text/html"}) as portal, pytest.raises(NotTheWire):
        portal.feed(ASKED)


def test_a_portal_that_calls_its_page_json_is_not_central_either() -> None:
    with answering(200, b"{}", {"Content-Type": "application/json"}) as portal, pytest.raises(NotTheWire):
        portal.feed(ASKED)


def test_a_portal_that_redirects_is_not_followed() -> None:
    with answering(302, b"", {"Location": "http://127.0.0.1:9/login"}) as portal, pytest.raises(CentralUnreachable):
        portal.feed(ASKED)


def test_a_failure_at_central_is_a_status_with_its_own_wish_to_wait() -> None:
    with answering(503, b"", {"Retry-After": "120"}) as failing, pytest.raises(CentralUnreachable) as told:
        failing.feed(ASKED)
    assert told.value.retry_after == 120


@pytest.mark.parametrize(("status", "error"), [(401, NotWelcome), (410, AnotherEpoch), (500, CentralUnreachable)])
def test_each_refusal_has_its_name(status: int, error: type[CentralUnreachable]) -> None:
    with answering(status, b"<p>", {"Content-Type": "text/html"}) as refusing, pytest.raises(error):
        refusing.feed(ASKED)


def test_an_answer_that_is_cut_is_no_answer() -> None:
    with answering(200, b"x" * 1000, {}, cut_after=100) as cut, pytest.raises((CentralUnreachable, NotTheWire)):
        cut.feed(ASKED)


def test_nobody_there_is_no_connection() -> None:
    with answering(200, b"", {}) as gone:
        pass
    with pytest.raises(NoConnection):
        gone.feed(ASKED)


def test_a_silent_central_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(central, "READ_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        silent = HttpCentral(f"http://127.0.0.1:{listening.getsockname()[1]}", "station", bytes(32))
        with pytest.raises(NoConnection):
            silent.feed(ASKED)


def test_an_answer_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(central, "LARGEST_ANSWER", 1000)
    with answering(200, b"x" * 200_000, {}) as endless, pytest.raises(NotTheWire):
        endless.feed(ASKED)
