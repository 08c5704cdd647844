"""What waited during a long outage, brought to central: 5,000 events in one exchange."""

import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bench.figures import median
from bench.harness import BenchFailed, server
from bench.row import Row
from bench.site import Site
from bench.stationed import Stationed, Through, opened
from kiosk.db.tx import Tx
from kiosk.domain import events, wire
from kiosk.domain.events import Event, JsonBody, Type
from kiosk.domain.rounds import Round
from kiosk.domain.wire import Answers, Batch, Cursor, Page
from kiosk.sync.central import Central

NAMES = ("push_5000",)
RUNS = 3
EVENTS = 5000
A_TRANSACTION = 1000  # events recorded in one
MOST_REQUESTS = 10
RATIO_AIM = 2.5  # times the floor, plus the time of the hashes


class Marked(Through):
    """Central, with the moment at which the push was over."""

    def __init__(self, central: Central) -> None:
        super().__init__(central)
        self.pushed_at = 0.0
        self.posts = 0

    def push(self, batch: Batch) -> Answers:
        self.posts += 1
        return super().push(batch)

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        self.pushed_at = self.pushed_at or time.perf_counter()
        return super().feed(cursor, kinds)


@dataclass(frozen=True)
class Run:
    """Seconds; `size` in bytes for each event, as JSON on the wire before it is packed."""

    push: float
    floor: float
    hashes: float
    posts: int
    size: int


def measure(site: Site, runs: int | None) -> list[Row]:
    with opened(site.station("push", "hub-isola")) as station:
        station.exchange(station.reach(site.url))
        return [_row([_run(site, station, number) for number in range(runs or RUNS)])]


def _run(site: Site, station: Stationed, number: int) -> Run:
    record(station)
    waiting, content = whole_outbox(station)
    with server("taking", str(site.folder / f"push-floor-{number}.db")) as url:
        floor = bare_post(url, content)
    push, posts = pushed(station, site.url)
    return Run(push, floor, _hashes(waiting), posts, len(content) // EVENTS)


def record(station: Stationed) -> None:
    for _ in range(EVENTS // A_TRANSACTION):
        station.do(lambda tx: _some(tx, station))


def whole_outbox(station: Stationed) -> tuple[list[Event], bytes]:
    """All that waits, and its JSON as one batch would be: more than the product sends at once."""
    waiting: list[Event] = []
    while len(waiting) < EVENTS:
        after = waiting[-1].header.id if waiting else ""
        waiting += station.do(lambda tx, last=after: tx.events.outbox(station.known.id, EVENTS, last))  # type: ignore[misc]
    key = Ed25519PrivateKey.from_private_bytes(station.known.private_key)
    return waiting, wire.dump_batch(wire.sign_batch(key, waiting))


def _some(tx: Tx, station: Stationed) -> None:
    for serial in range(A_TRANSACTION):
        tx.events.record(station.known, Type.ARRIVED, _body(serial, station.known.hub), station.clock.read())


def _body(serial: int, hub: str) -> JsonBody:
    """An arrival with the longest ids that central takes: about 300 bytes."""
    person, household = (f"{kind}-{uuid.uuid4()}".ljust(64, "0") for kind in ("person", "household"))
    return {"visit": events.uuid7(), "serial": serial, "person": person, "household": household, "hub": hub}


def bare_post(url: str, content: bytes, encoding: str = "identity") -> float:
    """Seconds of one bare POST of all events to a server that takes them."""
    with requests.Session() as http:
        started = time.perf_counter()
        answer = http.post(url, data=content, headers={"Content-Encoding": encoding}, timeout=60)
        taken = time.perf_counter() - started
    if answer.json() != {"taken": EVENTS}:
        raise BenchFailed(f"the floor took {answer.text[:100]}")
    return taken


def pushed(station: Stationed, url: str) -> tuple[float, int]:
    """Seconds and requests until central has answered for all that waited."""
    central = Marked(station.reach(url))
    started = time.perf_counter()
    done = station.exchange(central)
    if done.trouble or done.pushed != EVENTS or done.pulled:
        raise BenchFailed(f"the push came to {_words(done)}")
    return central.pushed_at - started, central.posts


def _words(done: Round) -> str:
    return f"{done.pushed} pushed, {done.refused} refused, {done.later} later, {done.pulled} pulled, {done.trouble}"


def _hashes(waiting: list[Event]) -> float:
    started = time.perf_counter()
    for event in waiting:
        events.header_hash(event.header)
        if event.body is not None:
            events.body_hash(event.body)
    return time.perf_counter() - started


def _row(runs: list[Run]) -> Row:
    value, floor, hashes = (median([getattr(run, name) for run in runs]) for name in ("push", "floor", "hashes"))
    aim, posts = RATIO_AIM * floor + hashes, max(run.posts for run in runs)
    note = f"{posts} requests, {runs[0].size} B an event on the wire, hashing {EVENTS} takes {hashes:.2f} s"
    words = f"<= {RATIO_AIM:g} x floor + hashes = {aim:.2f} s, <= {MOST_REQUESTS} requests"
    note += (
        "; over the floor: central checks, judges and chains 500 events in about 30 ms, the station reads and packs 17"
    )
    return Row(NAMES[0], value, "s", floor, words, value <= aim and posts <= MOST_REQUESTS, note)
