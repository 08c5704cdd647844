"""A night's grants at a central of its own. Arguments: a new folder, how many vouchers, at how many hubs of three
stations. Seconds and megabytes of the night; milliseconds of feeding one station what it was granted; and floors.
"""

import contextlib
import gzip
import json
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import event

from central import feed, issuing, ledger, nightly, pages, programmes
from central.awards import Award
from central.clock import text
from central.db import incarnations, meta, reading, stations, writing
from central.db.stations import Station
from central.opening import Central, opened
from central.scope import of_station
from central.settings import Settings
from kiosk.domain import wire
from kiosk.domain.events import uuid7
from kiosk.domain.families import Record, dump_record
from kiosk.domain.parts import Part
from kiosk.domain.wire import Cursor

T = TypeVar("T")
AT_ONCE = 1000
WORTH = 10_000
EACH = 3  # stations of a hub
RUNS = 5


def _city(central: Central, vouchers: int, hubs: int) -> list[str]:
    """A voucher for each of so many households, and stations that have said what they hold; the stations' ids."""
    ids = [f"station-{hub}-{number}" for hub in range(hubs) for number in range(EACH)]
    now = text(datetime.now(UTC))
    with writing(central.engine) as tx:
        for number, id_ in enumerate(ids):
            stations.add(tx, Station(id_, f"hub-{number // EACH}", "desk", id_, number.to_bytes(32), now, None))
            incarnations.note(tx, id_, f"{number:016x}", now)
            incarnations.has_reported(tx, id_, f"{number:016x}", meta.get(tx, "epoch"))
        programme = {"name": {"it": "Prova"}, "funds": ["city"], "starts": "2026-01-01", "until": "2199-12-31"}
        programmes.publish(tx, {"bench": programme})
        ledger.pay(tx, "city", WORTH * vouchers, "bench", now)
    for start in range(0, vouchers, AT_ONCE):
        some = range(start, min(start + AT_ONCE, vouchers))
        awards = [Award(f"v{n}", "bench", f"home-{n}", (f"p{n}",), (Part("city", WORTH),)) for n in some]
        with writing(central.engine) as tx:
            feed.publish_all(tx, [draft for n in some for draft in _family(n, f"desk:hub-{n % hubs}")])
            said = issuing.issue(tx, awards, now)
        assert isinstance(said, issuing.Issued), said
    return ids


def _family(number: int, scope: str) -> Iterator[feed.Draft]:
    home = f"home-{number}"
    yield feed.Draft("household", home, dump_record(Record(home, {})), scope)
    member = Record(home, {"person": f"p{number}", "given": "Nina"})
    yield feed.Draft("member", f"m{number}", dump_record(member), scope)


@contextlib.contextmanager
def _longest(central: Central) -> Iterator[list[float]]:
    """Seconds of the longest transaction that writes."""
    longest, began = [0.0], [0.0]

    def begin(*_: object) -> None:
        began[0] = time.perf_counter()

    def commit(*_: object) -> None:
        longest[0] = max(longest[0], time.perf_counter() - began[0])

    event.listen(central.engine, "begin", begin)
    event.listen(central.engine, "commit", commit)
    yield longest
    event.remove(central.engine, "begin", begin)
    event.remove(central.engine, "commit", commit)


def _feeding(central: Central, database: Path, station: str) -> tuple[int, list[float], list[float]]:
    """How many records it is fed, milliseconds of all pages, and of the same rows read and packed by bare hands."""
    scopes, feeding, bare, fed = [of_station(station)], list[float](), list[float](), 0
    file = sqlite3.connect(database)
    for _ in range(RUNS):
        fed, seconds = _timed(lambda: _all_pages(central, scopes))
        feeding.append(seconds * 1000)
        _, seconds = _timed(lambda: _bare(file, scopes[0]))
        bare.append(seconds * 1000)
    file.close()
    return fed, feeding, bare


def _all_pages(central: Central, scopes: list[str]) -> int:
    cursor, fed = Cursor("", 0, 0, 0), 0
    while True:
        with reading(central.engine) as tx:
            reply = pages.page(tx, scopes, cursor)
        assert isinstance(reply, pages.Reply)
        page = wire.parse_page(gzip.decompress(reply.gzipped()), cursor)
        fed, cursor = fed + len(page.items), page.to
        if not page.more:
            return fed


def _bare(file: sqlite3.Connection, scope: str) -> bytes:
    rows = file.execute("SELECT kind, id, rev, data FROM records WHERE scope = ? ORDER BY rev", (scope,)).fetchall()
    lines = [
        json.dumps({"kind": kind, "id": id_, "rev": rev, "data": json.loads(data)}) for kind, id_, rev, data in rows
    ]
    return gzip.compress("\n".join(lines).encode())


def _inserts(file: Path, grants: int) -> float:
    """Seconds of as many rows as the night writes, in as many transactions."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as bare:
        bare.executescript(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "CREATE TABLE transfers (id PRIMARY KEY, at); CREATE TABLE moves (id, source, target, amount);"
            "CREATE TABLE accounts (id PRIMARY KEY, debits, credits);"
            "CREATE TABLE records (kind, id, rev, data, PRIMARY KEY (kind, id));"
        )
        began = time.perf_counter()
        for start in range(0, grants, EACH * AT_ONCE):
            _some(bare, start, min(EACH * AT_ONCE, grants - start))
        return time.perf_counter() - began


def _some(bare: sqlite3.Connection, start: int, count: int) -> None:
    ids = [f"grant:{uuid7()}" for _ in range(count)]
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany("INSERT INTO transfers VALUES (?, ?)", [(id_, "now") for id_ in ids])
    bare.executemany("INSERT INTO moves VALUES (?, ?, ?, ?)", [(id_, "pool", "allotted", 100) for id_ in ids])
    bare.executemany("INSERT INTO accounts VALUES (?, 0, 100)", [(id_,) for id_ in ids])
    bare.executemany("INSERT INTO records VALUES ('allotment', ?, ?, ?)", [(id_, start, "x" * 120) for id_ in ids])
    bare.execute("COMMIT")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    done = work()
    return done, time.perf_counter() - began


def main(folder: str, vouchers: str, hubs: str) -> None:
    place = Path(folder)
    with opened(Settings(f"sqlite:///{place / 'central.db'}")) as central:
        ids = _city(central, int(vouchers), int(hubs))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with _longest(central) as longest:
            given, seconds = _timed(lambda: nightly.grant_all(central))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        fed, feeding, bare = _feeding(central, place / "central.db", ids[0])
    said = {
        "grants": given.vouchers,
        "seconds": seconds,
        "memory_mb": max(before, after) / 1024,
        "longest": longest[0],
        "floor": _inserts(place / "floor.db", given.vouchers),
        "fed": fed,
        "feed_ms": feeding,
        "bare_ms": bare,
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
