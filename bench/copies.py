"""A station's first copy of a city's catalogue: how long, in how much memory, and what scans notice of it."""

import gzip
from pathlib import Path
from typing import Any

import zstandard

from bench.figures import median, percentile
from bench.harness import FLOOR_ENVIRONMENT, PRODUCT_ENVIRONMENT, BenchFailed, probe, server
from bench.row import Row
from bench.site import Site
from bench.stationed import opened
from bench.town import Town, town
from central import grants
from central.db import writing
from kiosk.db.store import new_key, open_store

NAMES = ("first_copy_snapshot", "first_copy_feed", "commit_p99_during_first_copy", "first_copy_memory")
RUNS = 3
RECORDS, MANY = 20_000, 200_000
SNAPSHOT_AIM, FEED_AIM = 1.5, 4.0  # times the floor
COMMIT_AIM_MS = 50.0
MEMORY_AIM = 1.15  # times what the smaller catalogue takes
DECK = 1500  # cards, more than are shown
_WAYS = {"snapshot": "zstd", "feed": "gzip"}


def measure(site: Site, runs: int | None) -> list[Row]:
    count = runs or RUNS
    with town(site.folder / "town-20k", RECORDS) as small:
        _serve_once(small)
        served = _files(site.folder / "served", small)
        copies = {way: [_product(small, way, number) for number in range(count)] for way in _WAYS}
        floors = {way: [_floor(site.folder, served, way, number) for number in range(count)] for way in _WAYS}
        commits = [_commits(small, number) for number in range(count)]
    with town(site.folder / "town-200k", MANY) as large:
        _serve_once(large)
        much = _product(large, "snapshot", 0)
    return [
        _copy_row(NAMES[0], copies["snapshot"], floors["snapshot"], SNAPSHOT_AIM, _snapshot_note(served)),
        _copy_row(NAMES[1], copies["feed"], floors["feed"], FEED_AIM, _feed_note(copies["feed"])),
        _commit_row(commits),
        _memory_row(copies["snapshot"], much),
    ]


def _serve_once(of: Town) -> None:
    """The first station that asks has the snapshot made; what is measured is every other one."""
    _product(of, "snapshot", -1)


def _product(of: Town, way: str, number: int) -> dict[str, Any]:
    (station,) = of.stations(f"{way}-{number}")
    told = probe("copying", str(station.data), way, environment=PRODUCT_ENVIRONMENT).said
    if told["records"] < of.records:
        raise BenchFailed(f"{told['records']} of {of.records} records came")
    return told


def _files(folder: Path, of: Town) -> Path:
    """What the floors fetch: central's own snapshot, and the same lines as one gzip."""
    folder.mkdir()
    with opened(of.stations("fetching")[0]) as station:
        snapshot = station.reach(of.url).snapshot(folder)
    content = zstandard.ZstdDecompressor().stream_reader(snapshot.read_bytes()).read()
    snapshot.rename(folder / "zstd")
    (folder / "gzip").write_bytes(gzip.compress(content, 6))
    return folder


def _floor(folder: Path, served: Path, way: str, number: int) -> float:
    empty, form = folder / f"floor-{way}-{number}", _WAYS[way]
    empty.mkdir()
    open_store(empty / "hub.db", new_key(empty / "hub.key")).close()
    with server("serving", str(served)) as url:
        told = probe("installing", f"{url}/{form}", str(empty), form, environment=FLOOR_ENVIRONMENT)
    if told.said["records"] < RECORDS:
        raise BenchFailed(f"the floor wrote {told.said['records']} records")
    return float(told.said["seconds"])


def _commits(of: Town, number: int) -> dict[str, Any]:
    (station,) = of.stations(f"commits-{number}")
    deck = of.folder / f"deck-{number}"
    deck.write_text("\n".join(_cards(of)))
    return probe("committing", str(station.data), str(deck), environment=PRODUCT_ENVIRONMENT).said


def _cards(of: Town) -> list[str]:
    with of.central() as central, writing(central.engine) as tx:
        return [card.code for card in grants.sign_cards(tx, central.keys, DECK, central.clock().date())]


def _copy_row(name: str, copies: list[dict[str, Any]], floors: list[float], aim: float, note: str) -> Row:
    value, floor = median([float(copy["seconds"]) for copy in copies]), median(floors)
    return Row(name, value, "s", floor, f"<= {aim:g} x floor", value <= aim * floor, note)


def _snapshot_note(served: Path) -> str:
    size = (served / "zstd").stat().st_size / 1e6
    return f"{RECORDS} records of about 1 KB, {size:.1f} MB on the wire, in {_pieces()}, checked twice and signed"


def _pieces() -> str:
    return "pieces that let a scan in between"


def _feed_note(copies: list[dict[str, Any]]) -> str:
    return f"the same without a snapshot: {copies[0]['requests']} requests, each page checked, in {_pieces()}"


def _commit_row(commits: list[dict[str, Any]]) -> Row:
    during = [float(ms) for run in commits for ms in run["during"]]
    value, calm = (median([percentile(run[part], 99) for run in commits]) for part in ("during", "calm"))
    note = f"an arrival every 10 ms, {len(during)} of them while a first copy ran; worst {max(during):.0f} ms"
    note += "; floor: the same with none running"
    return Row(NAMES[2], value, "ms", calm, f"<= {COMMIT_AIM_MS:g} ms", value <= COMMIT_AIM_MS, note)


def _memory_row(few: list[dict[str, Any]], many: dict[str, Any]) -> Row:
    value, floor = float(many["mb"]), median([float(copy["mb"]) for copy in few])
    note = f"above what the process had before: {MANY} records in {many['seconds']:.1f} s; floor: {RECORDS} records"
    return Row(NAMES[3], value, "MB", floor, f"<= {MEMORY_AIM:g} x floor", value <= MEMORY_AIM * floor, note)
