"""A hub at the end of a mobile link: what waited goes up and what changed comes down, 200 ms and 2 Mbit/s away."""

import gzip
import time

from bench.figures import median
from bench.harness import BenchFailed, server
from bench.push import EVENTS, bare_post, pushed, record, whole_outbox
from bench.row import Row
from bench.site import Site
from bench.stationed import Stationed
from bench.town import Town, activities, town
from kiosk.domain import wire
from tests.proxy import ALWAYS, FaultProxy, Link

NAMES = ("slow_link_push_5000", "slow_link_delta_200")
RUNS = 1  # a slow link is slow; it is the same each time
RTT_S, BITS = 0.2, 2_000_000  # there and back; a second
RECORDS, CHANGED = 5_000, 200
PUSH_AIM_S = 13.0  # what the quickest of the others takes: Anki 13, Morango 25, PouchDB 95 (design notes)
DELTA_AIM = 4.0  # times the floor


def measure(site: Site, runs: int | None) -> list[Row]:
    with town(site.folder / "slow", RECORDS) as place, place.copied("slow") as station:
        port = int(place.url.rpartition(":")[2])
        with FaultProxy(port) as proxy:
            proxy.arm(Link(RTT_S, BITS), ALWAYS)
            pushes = [_push(site, station, proxy.url, number) for number in range(runs or RUNS)]
            deltas = [_delta(place, station, proxy.url, number) for number in range(runs or RUNS)]
    return [_push_row(pushes), _delta_row(deltas)]


def _push(site: Site, station: Stationed, url: str, number: int) -> tuple[float, float, int]:
    """Seconds, seconds of the floor, requests."""
    record(station)
    content = gzip.compress(whole_outbox(station)[1])
    taking = server("taking", str(site.folder / f"slow-floor-{number}.db"))
    with taking as bare, FaultProxy(int(bare.strip("/").rpartition(":")[2])) as proxy:
        proxy.arm(Link(RTT_S, BITS), ALWAYS)
        floor = bare_post(proxy.url, content, "gzip")
    taken, posts = pushed(station, url)
    return taken, floor, posts


def _delta(place: Town, station: Stationed, url: str, number: int) -> tuple[float, float]:
    """Seconds, and seconds of the floor: the link's time there and back twice, and the bytes' own."""
    changes = activities(range(CHANGED), edition=number + 1)
    place.publish(changes)
    size = len(gzip.compress("\n".join(wire.canonical(dict(one.data)) for one in changes).encode()))
    floor = 2 * RTT_S + size * 8 / BITS
    started = time.perf_counter()
    done = station.exchange(station.reach(url))
    taken = time.perf_counter() - started
    if done.trouble or done.pulled != CHANGED:
        raise BenchFailed(f"{done.pulled} of {CHANGED} changes came: {done.trouble}")
    return taken, floor


def _push_row(pushes: list[tuple[float, float, int]]) -> Row:
    value, floor = median([push[0] for push in pushes]), median([push[1] for push in pushes])
    note = f"{EVENTS} events, {pushes[0][2]} requests, 200 ms there and back, 2 Mbit/s; floor: one gzip POST of all"
    return Row(NAMES[0], value, "s", floor, f"< {PUSH_AIM_S:g} s", value < PUSH_AIM_S, note)


def _delta_row(deltas: list[tuple[float, float]]) -> Row:
    value, floor = median([delta[0] for delta in deltas]), median([delta[1] for delta in deltas])
    note = f"{CHANGED} changed records on the same link; floor, reckoned: connect, ask, and the bytes as one gzip"
    return Row(NAMES[1], value, "s", floor, f"<= {DELTA_AIM:g} x floor", value <= DELTA_AIM * floor, note)
