"""Vouchers spent online by eight stations at once: central keeps each by a request of its own, and books the events."""

import contextlib
import io
import re
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.harness import BenchFailed
from bench.row import Row
from bench.site import Site
from bench.stationed import Stationed, opened
from central import feed, issuing, ledger, programmes
from central.awards import Award
from central.clock import text
from central.db import Tx as CentralTx
from central.db import ledger as books
from central.db import reading, writing
from central.opening import Central
from demo.city import City
from kiosk.__main__ import main as kiosk
from kiosk.db.tx import Tx
from kiosk.domain.accounts import Kind
from kiosk.domain.allotments import What
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.families import Record, dump_record
from kiosk.domain.parts import Part
from kiosk.domain.wire import Pending, PendingAsk, Phase
from kiosk.settings import Settings
from tests.postgres import NoServer, Postgres, running

NAMES = ("central_redemptions_per_s", "central_redemptions_per_s_sqlite")
STATIONS = 8
SECONDS = 8.0
FLOOR_S = 5
CENTS = 100
WORTH = 100_000_000  # of each station's voucher, cents: never spent
AIM = 4.0  # times slower than the floor, at most
PRETIX = 58  # a second, its best with eight clients on two cores (shared/research)
HUB = "hub-1"


def measure(site: Site, runs: int | None) -> list[Row]:
    """One run for each database, whatever was asked."""
    try:
        with running() as server, server.database() as name:
            floor = _pgbench(server, name)
    except NoServer as error:
        raise BenchFailed(str(error)) from None
    with running() as server, server.database() as name:
        rate = _rate(site.folder / "booking-postgresql", server.url(name))
    bare = _inserts(site.folder / "booking-floor.db")
    lite = _rate(site.folder / "booking-sqlite", "")
    return [
        _row(NAMES[0], rate, floor, "PostgreSQL; floor: pgbench, simple update, 8 clients on the same server"),
        _row(NAMES[1], lite, bare, "SQLite; floor: bare INSERTs, each on disk, in one process without HTTP"),
    ]


def _row(name: str, rate: float, floor: float, note: str) -> Row:
    aim = f">= floor / {AIM:g}, >= {5 * PRETIX}"
    met = rate * AIM >= floor and rate >= 5 * PRETIX
    return Row(name, rate, "1/s", floor, aim, met, f"{note}; {STATIONS} stations in one process beside central's")


def _rate(folder: Path, database: str) -> float:
    """Redemptions a second."""
    city = City(folder / "central", database=database)
    city.ask("init")
    with city.opened() as central:
        vouchers = _fund(central)
    city.back()
    try:
        with ExitStack() as stack:
            stations = [stack.enter_context(_station(city, folder / f"station-{n}")) for n in range(STATIONS)]
            return _spend(city, stations, vouchers)
    finally:
        city.cut()


def _fund(central: Central) -> list[str]:
    """A voucher for each station; their ids."""
    now = text(datetime.now(UTC))
    awards = [Award(f"v{n}", "bench", f"home-{n}", (f"p{n}",), (Part("city", WORTH),)) for n in range(STATIONS)]
    with writing(central.engine) as tx:
        _people(tx, awards)
        ledger.pay(tx, "city", WORTH * STATIONS, "bench", now)
        said = issuing.issue(tx, awards, now)
    if not isinstance(said, issuing.Issued):
        raise BenchFailed(f"not issued: {said}")
    return [award.voucher for award in awards]


def _people(tx: CentralTx, awards: list[Award]) -> None:
    programme = {"name": {"it": "Prova"}, "funds": ["city"], "starts": "2026-01-01", "until": "2199-12-31"}
    programmes.publish(tx, {"bench": programme})
    for award in awards:
        member = Record(award.household, {"person": award.people[0], "given": "Nina"})
        feed.publish(tx, "household", award.household, dump_record(Record(award.household, {})), scope=f"desk:{HUB}")
        feed.publish(tx, "member", f"m-{award.voucher}", dump_record(member), scope=f"desk:{HUB}")


@contextmanager
def _station(city: City, folder: Path) -> Iterator[Stationed]:
    ticket, settings = city.ticket(HUB, folder.name, role="desk"), Settings(data=folder)
    asked = ["--data", str(folder), "enrol", "--central", city.url, "--code", ticket.code, "--root", ticket.root]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        failed = kiosk(asked)
    if failed:
        raise BenchFailed(f"enrol: {said.getvalue().strip()}")
    with opened(settings) as station:
        done = station.exchange(station.reach(city.url))
        if done.trouble:
            raise BenchFailed(f"never heard: {done.trouble}")
        yield station


def _spend(city: City, stations: list[Stationed], vouchers: list[str]) -> float:
    """Each asks for so long, and tells what it gave by its events, as a station does; until central has booked all."""
    done: list[int] = []
    gate, began = threading.Barrier(len(stations) + 1), [0.0]

    def spend(station: Stationed, voucher: str) -> None:
        central, kept = station.reach(city.url), list[str]()
        gate.wait()
        while time.perf_counter() < began[0] + SECONDS:
            ask = PendingAsk(Phase.ASK, uuid7(), station.known.incarnation, What.VOUCHER, voucher, CENTS)
            if central.pending(ask).state is not Pending.PENDING:
                return
            kept.append(ask.request)
        station.do(lambda tx: _record(tx, station, voucher, kept))
        said = station.exchange(central)
        if not said.trouble and (said.pushed, said.refused, said.later) == (len(kept), 0, 0):
            done.append(len(kept))

    threads = [threading.Thread(target=spend, args=pair) for pair in zip(stations, vouchers, strict=True)]
    for thread in threads:
        thread.start()
    began[0] = time.perf_counter()
    gate.wait()
    for thread in threads:
        thread.join()
    taken = time.perf_counter() - began[0]
    if len(done) < len(stations):
        raise BenchFailed("a redemption was refused")
    with city.opened() as central, reading(central.engine) as tx:
        given = sum(cents for (kind, _), cents in books.totals(tx).items() if kind is Kind.SPENT)
    if given != CENTS * sum(done):
        raise BenchFailed(f"{given} cents were booked for {sum(done)} redemptions")
    return sum(done) / taken


def _record(tx: Tx, station: Stationed, voucher: str, requests: list[str]) -> None:
    for request in requests:
        tx.events.record(station.known, Type.REDEEMED, _redeemed(voucher, request), station.clock.read())


def _redeemed(voucher: str, request: str) -> JsonBody:
    of = {"voucher": voucher, "household": "home", "person": "p", "activity": "swimming", "provider": "provider-1"}
    return {
        **of,
        "redemption": uuid7(),
        "serial": 0,
        "hub": HUB,
        "session": "",
        "price": CENTS,
        "cents": CENTS,
        "parts": f"city:{CENTS}",
        "means": "online",
        "outage": "",
        "request": request,
        "receipt": 1,
        "worker": "",
        "second": "",
        "entry": "",
    }


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
