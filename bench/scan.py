"""From the last key of a scanned card to the painted answer, its visit on disk in between."""

from pathlib import Path

from bench.figures import median, percentile
from bench.harness import FLOOR_ENVIRONMENT, PRODUCT_ENVIRONMENT, probe
from bench.row import Row
from bench.site import Site
from kiosk.db.store import new_key, open_store, read_key
from kiosk.domain import keys
from kiosk.domain.keys import Purpose
from kiosk.settings import Settings

NAMES = ("scan_to_painted_p50", "scan_to_painted_p99")
RUNS = 3
SCANS = 300  # in each run
RATIO_AIM = 2.0  # times the floor
P99_AIM_MS = 16.7  # one frame of a 60 Hz screen


def measure(site: Site, runs: int | None) -> list[Row]:
    count = runs or RUNS
    decks = [_deck(site, number) for number in range(count)]
    station = site.station("scan")
    key, floor_folder = _issuer(station), _empty_store(site.folder / "scan-floor")
    products, floors, broken = [], [], 0
    for deck in decks:
        told = probe("scan_product", str(station.data), str(deck), environment=PRODUCT_ENVIRONMENT)
        products.append([float(value) for value in told.said["ms"]])
        broken += int(told.said["broken_bursts"])
        bare = probe("scan_floor", str(floor_folder), key, str(deck), environment=FLOOR_ENVIRONMENT)
        floors.append([float(value) for value in bare.said["ms"]])
    return _rows(products, floors, broken)


def _deck(site: Site, number: int) -> Path:
    """A file of distinct cards, half of them known to the station."""
    path = site.folder / f"deck-{number}"
    path.write_text("\n".join(site.cards(SCANS)))
    return path


def _issuer(station: Settings) -> str:
    store = open_store(station.store, read_key(station.key_file))
    try:
        with store.begin() as tx:
            known = tx.station.get()
            assert known is not None
            trusted = keys.open_list(known.key_list, known.root_public)
    finally:
        store.close()
    return next(key.public.hex() for key in trusted.keys if key.purpose is Purpose.CARDS)


def _empty_store(folder: Path) -> Path:
    """The product's own tables and indexes, so that bare rows cost what the product's rows cost the disk."""
    folder.mkdir()
    open_store(folder / "hub.db", new_key(folder / "hub.key")).close()
    return folder


def _rows(products: list[list[float]], floors: list[list[float]], broken: int) -> list[Row]:
    p50, floor50 = _typical(products, 50), _typical(floors, 50)
    p99, floor99 = _typical(products, 99), _typical(floors, 99)
    first, worst = median([times[0] for times in products]), max(max(times) for times in products)
    note50 = f"{len(products)} x {SCANS} cards, central there; first card of a run {first:.1f} ms, worst {worst:.1f} ms"
    if broken:
        note50 += f"; {broken} bursts repeated (the machine stood still between two keys)"
    note99 = "floor: base32, CBOR, Ed25519, one FULL transaction of three rows, one frame"
    return [
        Row(NAMES[0], p50, "ms", floor50, f"<= {RATIO_AIM:g} x floor", p50 <= RATIO_AIM * floor50, note50),
        Row(
            NAMES[1],
            p99,
            "ms",
            floor99,
            f"<= {P99_AIM_MS:g} ms and <= {RATIO_AIM:g} x floor",
            p99 <= min(P99_AIM_MS, RATIO_AIM * floor99),
            note99,
        ),
    ]


def _typical(runs: list[list[float]], percent: float) -> float:
    return median([percentile(times, percent) for times in runs])
