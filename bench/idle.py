"""A round in which nothing is to be done: what each station of a city does each minute."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import requests

from bench.figures import median
from bench.harness import BenchFailed, server
from bench.relay import Relay
from bench.row import Row
from bench.site import Site
from bench.stationed import Stationed, opened

NAMES = ("idle_round",)
RUNS = 3
ROUNDS = 60  # in each run
RATIO_AIM = 4.0  # times the floor
MOST_BYTES = 1023  # each way


@dataclass(frozen=True)
class Traffic:
    """Bytes of one round: HTTP as it is, without TLS."""

    up: int
    down: int
    requests: int


def measure(site: Site, runs: int | None) -> list[Row]:
    with opened(site.station("idle")) as station, server("answering") as bare:
        traffic = _traffic(site, station)
        target, header = _same_size(bare, traffic)
        taken = [_run(site, station, target, header) for _ in range(runs or RUNS)]
    return [_row(median([product for product, _ in taken]), median([floor for _, floor in taken]), traffic)]


def _run(site: Site, station: Stationed, target: str, header: dict[str, str]) -> tuple[float, float]:
    """The medians of the product's rounds and of the floor's, by turns; milliseconds."""
    central, products, floors = station.reach(site.url), [], []
    with requests.Session() as http:
        for number in range(ROUNDS + 1):
            began = time.perf_counter()
            done = station.exchange(central)
            between = time.perf_counter()
            http.get(target, headers=header, timeout=10).raise_for_status()
            ended = time.perf_counter()
            if done.trouble or done.pulled or done.pushed:
                raise BenchFailed(f"a round was not idle: {done}")
            if number:  # the first one connects
                products.append((between - began) * 1000)
                floors.append((ended - between) * 1000)
    return median(products), median(floors)


def _traffic(site: Site, station: Stationed) -> Traffic:
    """The second round on a connection, through a relay that counts."""
    with _relay(site.url) as relay:
        central = station.reach(relay.url)
        station.exchange(central)
        relay.forget()
        done = station.exchange(central)
        return Traffic(relay.up, relay.down, done.requests)


def _same_size(bare: str, traffic: Traffic) -> tuple[str, dict[str, str]]:
    """Address and header of a bare request that is as long as the product's, and so is its answer."""
    with _relay(bare) as relay, requests.Session() as http:
        http.get(f"{relay.url}/0100", headers={"X-Pad": ""}, timeout=10)
        up, down = relay.up, relay.down
    size = max(0, 100 + traffic.down - down)
    return f"{bare}/{size:04}", {"X-Pad": "." * max(0, traffic.up - up)}


@contextmanager
def _relay(url: str) -> Iterator[Relay]:
    relay = Relay(int(url.rpartition(":")[2]))
    try:
        yield relay
    finally:
        relay.close()


def _row(value: float, floor: float, traffic: Traffic) -> Row:
    small = traffic.requests == 1 and max(traffic.up, traffic.down) <= MOST_BYTES
    aim = f"<= {RATIO_AIM:g} x floor, 1 request, < 1 KB each way"
    note = f"{traffic.requests} request, {traffic.up} B up, {traffic.down} B down on a kept connection, without TLS"
    note += "; over the floor: the request's signature made and checked, FastAPI, two transactions on each side"
    return Row(NAMES[0], value, "ms", floor, aim, small and value <= RATIO_AIM * floor, note)
