"""Vouchers spent at eight stations at once, over HTTP: how many redemptions central checks, judges and books a second.

Two ways, for there are two. **Told**: a station gives out of what it holds, with or without network, and pushes the
events in batches; each push is followed by a look at the feed, as in every exchange. The batches are recorded and
signed before the clock starts, since stations do that on machines of their own. **Asked**: what a station may not give
by itself it asks central for, one signed request for each redemption; then the events are pushed, and both times
count. That is what compares with pretix, whose till sends one request for each redemption.

All runs on this one machine: stations in one process, central in another, the database. What the stations' process
takes central does not have; so questions are signed before the clock starts and their answers checked after it has
stopped (bench.ahead), or the stations would take a third of the two processors. The PostgreSQL server is on disk with
fsync, and its floor runs on the same one.
"""

import contextlib
import re
import sqlite3
import subprocess
import time
from pathlib import Path

from bench import ahead
from bench.harness import BenchFailed
from bench.row import Row
from bench.site import Site
from bench.spending import CENTS, Till, Tills, tills
from kiosk.domain.events import uuid7
from kiosk.domain.wire import Batch
from tests.postgres import NoServer, Postgres, running

NAMES = (
    "central_redemptions_per_s",
    "central_asks_per_s",
    "central_redemptions_per_s_sqlite",
    "central_asks_per_s_sqlite",
)
STATIONS = 8
TOLD = 400  # redemptions of each station
BATCH = 50  # of them in one push
ALONE = 40  # of each station, each in a push of its own
ASKED = 300  # of each station, online
FLOOR_S = 5
AIM = 4.0  # times slower than the floor, at most
PRETIX = 58  # a second, its best with eight clients on two cores (shared/research)


def measure(site: Site, runs: int | None) -> list[Row]:
    """One run for each database, whatever was asked."""
    try:
        with running(durable=True) as server, server.database() as name:
            floor = _pgbench(server, name)
            with server.database() as own:
                server_rows = _rows(NAMES[:2], site.folder / "booking-postgresql", server.url(own), floor)
    except NoServer as error:
        raise BenchFailed(str(error)) from None
    bare = _inserts(site.folder / "booking-floor.db")
    return [*server_rows, *_rows(NAMES[2:], site.folder / "booking-sqlite", "", bare)]


def _rows(names: tuple[str, ...], folder: Path, database: str, floor: float) -> list[Row]:
    beside = "pgbench, simple update, 8 clients on the same server" if database else "bare INSERTs, each on disk"
    with tills(folder, database, STATIONS) as places:
        told, alone, (asked, answered) = _told(places, TOLD, BATCH), _told(places, ALONE, 1), _asked(places)
        places.check()
    how = f"pushed by {STATIONS} stations in batches of {BATCH}, feed looked at after each; {alone:.0f}/s one by one"
    online = f"{STATIONS} stations ask for each ({answered:.0f}/s) and push what came of it; pretix: up to {PRETIX}/s"
    return [
        _row(names[0], told, floor, f"{how}; floor: {beside}"),
        _row(names[1], asked, floor, f"{online}; floor: {beside}"),
    ]


def _row(name: str, rate: float, floor: float, note: str) -> Row:
    aim = f">= floor / {AIM:g}, >= {5 * PRETIX}"
    met = rate * AIM >= floor and rate >= 5 * PRETIX
    return Row(name, rate, "1/s", floor, aim, met, note)


def _told(places: Tills, many: int, each: int) -> float:
    """A second, out of what the stations hold."""
    waiting = {till.number: till.paid(many, each) for till in places.every}
    taken = places.at_once(lambda till: _push(till, waiting[till.number]))
    _forget(places)
    return many * len(places.every) / taken


def _push(till: Till, batches: list[Batch]) -> None:
    for batch in batches:
        till.push(batch)


def _asked(places: Tills) -> tuple[float, float]:
    """A second, from the first question to the last event booked, and of the questions alone. What stations do in
    between, on machines of their own, counts for neither."""
    asks = {till.number: till.asks(ASKED) for till in places.every}
    answers: dict[int, list[bytes]] = {}

    def ask(till: Till) -> None:
        answers[till.number] = ahead.asked(till.identity.url, asks[till.number])

    asking = places.at_once(ask)
    waiting = {till.number: till.kept(asks[till.number], answers[till.number], BATCH) for till in places.every}
    pushing = places.at_once(lambda till: _push(till, waiting[till.number]))
    many = ASKED * len(places.every)
    return many / (asking + pushing), many / asking


def _forget(places: Tills) -> None:
    """Let the stations hear that central has what was pushed for them."""
    for till in places.every:
        done = till.station.exchange(till.central)
        if done.trouble:
            raise BenchFailed(f"not heard again: {done.trouble}")


def _pgbench(server: Postgres, name: str) -> float:
    """Transactions a second of its simple update."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))
    if not programs:
        raise BenchFailed("pgbench is not there: apt-get install postgresql")
    program, where = str(programs[-1]), ["-h", str(server.folder), "-p", str(server.port), "-U", "wishmi", name]
    _run([program, "-i", "-q", "-s", str(STATIONS), *where])
    said = _run([program, "-N", "-n", "-c", str(STATIONS), "-j", "2", "-T", str(FLOOR_S), *where])
    found = re.search(r"tps = ([\d.]+)", said)
    if found is None:
        raise BenchFailed(f"pgbench said {said[:200]}")
    return float(found[1])


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    if done.returncode:
        raise BenchFailed(done.stderr.strip()[-500:])
    return done.stdout


def _inserts(file: Path) -> float:
    """Durable transactions of one row, a second."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as bare:
        bare.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id PRIMARY KEY, a, b)"
        )
        count, until = 0, time.perf_counter() + FLOOR_S
        while time.perf_counter() < until:
            bare.execute("INSERT INTO t VALUES (?, ?, ?)", (uuid7(), CENTS, "provider"))
            count += 1
    return count / FLOOR_S
