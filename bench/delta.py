"""What changed in a day, brought to a station that has the rest: 200 records of 20,000; and a round with nothing."""

import gzip
import time
from pathlib import Path

from bench.figures import median
from bench.harness import FLOOR_ENVIRONMENT, BenchFailed, probe, server
from bench.row import Row
from bench.site import Site
from bench.stationed import Stationed
from bench.town import Town, activities, town
from central.feed import Draft
from kiosk.db.store import new_key, open_store
from kiosk.domain import wire

NAMES = ("delta_200", "idle_round_100k")
RUNS = 5
FEW, RECORDS, MANY = 1_000, 20_000, 100_000
CHANGED = 200
DELTA_AIM = 3.0  # times the floor
FLAT_AIM = 1.2  # times the same round over a hundredth of the records
ROUNDS = 40


def measure(site: Site, runs: int | None) -> list[Row]:
    count = runs or RUNS
    with town(site.folder / "delta-20k", RECORDS) as place, place.copied("delta") as station:
        taken = [_delta(place, station, number) for number in range(count)]
        floors = [_floor(site.folder, number) for number in range(count)]
    few, many = (_idle(site.folder / f"idle-{records}", records) for records in (FEW, MANY))
    return [_delta_row(median(taken), median(floors)), _idle_row(many, few)]


def _changes(number: int) -> list[Draft]:
    return activities(range(0, RECORDS - 1, RECORDS // CHANGED), edition=number + 1)[:CHANGED]


def _delta(place: Town, station: Stationed, number: int) -> float:
    """Milliseconds of the exchange that brings them. Each run has other texts."""
    place.publish(_changes(number))
    central = station.reach(place.url)
    started = time.perf_counter()
    done = station.exchange(central)
    taken = (time.perf_counter() - started) * 1000
    if done.trouble or done.pulled != CHANGED or done.snapshot:
        raise BenchFailed(f"{done.pulled} of {CHANGED} changes came: {done.trouble}")
    return taken


def _floor(folder: Path, number: int) -> float:
    """Milliseconds of a bare GET of the same texts and one transaction over a store of the same tables."""
    served, empty = folder / f"delta-served-{number}", folder / f"delta-floor-{number}"
    served.mkdir()
    empty.mkdir()
    lines = (
        wire.canonical({"kind": one.kind, "id": one.id, "rev": rev, "v": one.v, "data": dict(one.data)})
        for rev, one in enumerate(_changes(number))
    )
    (served / "changes").write_bytes(gzip.compress("\n".join(lines).encode()))
    open_store(empty / "hub.db", new_key(empty / "hub.key")).close()
    with server("serving", str(served)) as url:
        told = probe("installing", f"{url}/changes", str(empty), "gzip", environment=FLOOR_ENVIRONMENT)
    if told.said["records"] != CHANGED:
        raise BenchFailed(f"the floor wrote {told.said['records']} records")
    return float(told.said["seconds"]) * 1000


def _idle(folder: Path, records: int) -> float:
    """The median of a round in which nothing is to be done, milliseconds."""
    with town(folder, records) as place, place.copied("idle") as station:
        central, rounds = station.reach(place.url), []
        for _ in range(ROUNDS + 1):
            started = time.perf_counter()
            done = station.exchange(central)
            rounds.append((time.perf_counter() - started) * 1000)
            if done.trouble or done.pulled or done.requests != 1:
                raise BenchFailed(f"a round was not idle: {done}")
    return median(rounds[1:])  # the first one connects


def _delta_row(value: float, floor: float) -> Row:
    note = f"{CHANGED} of {RECORDS} records changed at central; a connection made, a signed page read, digests compared"
    return Row(NAMES[0], value, "ms", floor, f"<= {DELTA_AIM:g} x floor", value <= DELTA_AIM * floor, note)


def _idle_row(value: float, floor: float) -> Row:
    note = f"{MANY} records on both sides, one request; floor: the same round over {FEW} records"
    return Row(NAMES[1], value, "ms", floor, f"<= {FLAT_AIM:g} x floor", value <= FLAT_AIM * floor, note)
