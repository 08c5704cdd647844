"""Many stations come back at once, after an outage."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest

from central.db import events as event_store
from central.db import reading
from central.opening import Central
from central.server import Server
from central.settings import Settings
from kiosk.domain import wire
from tests.central.station import BEGIN, Station, enrolled, feed_path, signed

EACH = 20  # events
PATIENCE_S = 50.0  # it takes one; how fast it is, the bench says (`herd`)


@pytest.mark.parametrize("many", [12, pytest.param(40, marks=pytest.mark.long)])
def test_all_that_come_at_once_are_answered(settings: Settings, central: Central, station: Station, many: int) -> None:
    herd = [enrolled(central, station.app, f"h{number}", name=str(number)) for number in range(many)]
    rounds = [[*pushed(one), asked(one, "GET", feed_path(BEGIN)), asked(one, "GET", "/v1/digests")] for one in herd]
    server, gate = Server(settings, plain=True), Barrier(many + 1)
    url = server.start()

    def come_back(requests: list[tuple[str, str, bytes, dict[str, str]]]) -> list[int]:
        with httpx.Client(base_url=url, timeout=PATIENCE_S) as client:
            gate.wait()
            return [
                client.request(method, path, content=body, headers=how).status_code
                for method, path, body, how in requests
            ]

    with ThreadPoolExecutor(many) as pool:
        answers = [pool.submit(come_back, requests) for requests in rounds]
        gate.wait()
        assert {status for answer in answers for status in answer.result()} == {200}
    server.stop()
    with reading(central.engine) as tx:
        assert event_store.counts(tx).visits == many * EACH


def pushed(one: Station) -> list[tuple[str, str, bytes, dict[str, str]]]:
    """Two batches."""
    batches = [wire.dump_batch(one.batch(*(one.arrive() for _ in range(EACH // 2)))) for _ in range(2)]
    return [asked(one, "POST", "/v1/events", body) for body in batches]


def asked(one: Station, method: str, path: str, body: bytes = b"") -> tuple[str, str, bytes, dict[str, str]]:
    return method, path, body, signed(one.id, one.key, method, path, body)
