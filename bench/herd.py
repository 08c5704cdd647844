"""A city's stations after an outage of central: all of them come back in the same second."""

import threading
import time
from contextlib import ExitStack

from bench.harness import BenchFailed
from bench.row import Row
from bench.site import Site
from bench.stationed import Stationed, opened
from bench.town import Town, activities, town
from kiosk.db.tx import Tx
from kiosk.domain import events
from kiosk.domain.events import JsonBody, Type

NAMES = ("herd",)
STATIONS = 300
ALONE = 20  # of them, one after the other: the floor
RECORDS, CHANGED = 500, 50
EVENTS = 10  # that waited at each station
PATIENCE_S = 120
AIM = 1.5  # times the floor
PAUSE_S = 1.0  # before a station asks again, where central names no time


def measure(site: Site, runs: int | None) -> list[Row]:
    """One run, whatever was asked: 300 stores are enough."""
    with town(site.folder / "herd", RECORDS) as place, ExitStack() as stack:
        names = [f"herd-{number}" for number in range(STATIONS)]
        herd = [stack.enter_context(opened(settings)) for settings in place.stations(*names)]
        for station in herd:
            _come(station, place.url)
        alone = _wave(place, herd[:ALONE], 1, together=False)
        seconds, troubles = _wave(place, herd, 2, together=True)
    floor = alone[0] / ALONE * STATIONS
    note = f"{STATIONS} stations, {EVENTS} events up and {CHANGED} records down each, in one process beside central's"
    note += f"; {troubles} rounds had to be repeated; floor: one after the other, from {ALONE} of them"
    return [Row(NAMES[0], seconds, "s", floor, f"<= {AIM:g} x floor, all synced", seconds <= AIM * floor, note)]


def _wave(place: Town, herd: list[Stationed], number: int, together: bool) -> tuple[float, int]:
    """Seconds until all are up to date, and the rounds that had to be repeated."""
    place.publish(activities(range(CHANGED), edition=number))
    for station in herd:
        _record(station)
    troubles: list[int] = []
    gate = threading.Barrier(len(herd) if together else 1)

    def come_back(station: Stationed) -> None:
        gate.wait()
        troubles.append(_come(station, place.url))

    threads = [threading.Thread(target=come_back, args=(station,)) for station in herd]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
        if not together:
            thread.join()
    for thread in threads:
        thread.join()
    if len(troubles) < len(herd):
        raise BenchFailed("a station did not come back")
    return time.perf_counter() - started, sum(troubles)


def _come(station: Stationed, url: str) -> int:
    """Exchange until nothing is left to do; how often it had to be tried again."""
    central, until = station.reach(url), time.monotonic() + PATIENCE_S
    for again in range(100):
        done = station.exchange(central)
        if not done.trouble:
            return again
        if time.monotonic() > until:
            break
        time.sleep(done.retry_after or PAUSE_S)
    raise BenchFailed(f"never synced: {done.trouble}")


def _record(station: Stationed) -> None:
    def work(tx: Tx) -> None:
        for serial in range(EVENTS):
            visit, hub = events.uuid7(), station.known.hub
            content: JsonBody = {"visit": visit, "serial": serial, "person": "", "household": "", "hub": hub}
            tx.events.record(station.known, Type.ARRIVED, content, station.clock.read())

    station.do(work)
