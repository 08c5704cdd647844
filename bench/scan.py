"""From the last key of a scanned card to the painted answer, its visit on disk in between."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Shown:
    """A run's milliseconds; `quiet`, those of them with no exchange under way."""

    times: list[float]
    quiet: list[float]
    broken_bursts: int


def measure(site: Site, runs: int | None) -> list[Row]:
    count = runs or RUNS
    decks = [_deck(site, number) for number in range(count)]
    station = site.station("scan")
    key, floor_folder = _issuer(station), _empty_store(site.folder / "scan-floor")
    products, floors = [], []
    for deck in decks:
        products.append(_product(station.data, deck))
        bare = probe("scan_floor", str(floor_folder), key, str(deck), environment=FLOOR_ENVIRONMENT)
        floors.append([float(value) for value in bare.said["ms"]])
    return _rows(products, floors)


def _product(data: Path, deck: Path) -> Shown:
    told = probe("scan_product", str(data), str(deck), environment=PRODUCT_ENVIRONMENT).said
    times = [float(value) for value, _ in told["shown"]]
    return Shown(times, [float(value) for value, exchanging in told["shown"] if not exchanging], told["broken_bursts"])


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


def _rows(products: list[Shown], floors: list[list[float]]) -> list[Row]:
    all_times, quiet = [shown.times for shown in products], [shown.quiet for shown in products]
    p50, floor50 = _typical(all_times, 50), _typical(floors, 50)
    p99, floor99 = _typical(all_times, 99), _typical(floors, 99)
    ratio_aim = f"<= {RATIO_AIM:g} x floor"
    p99_aim, p99_met = f"<= {P99_AIM_MS:g} ms and {ratio_aim}", p99 <= min(P99_AIM_MS, RATIO_AIM * floor99)
    return [
        Row(NAMES[0], p50, "ms", floor50, ratio_aim, p50 <= RATIO_AIM * floor50, _note50(products)),
        Row(NAMES[1], p99, "ms", floor99, p99_aim, p99_met, _note99(all_times, quiet)),
    ]


def _note50(products: list[Shown]) -> str:
    first, worst = median([shown.times[0] for shown in products]), max(max(shown.times) for shown in products)
    note = "over the floor: eight SQLAlchemy statements (1.5 ms) and two thread hand-overs; "
    note += f"{len(products)} x {SCANS} cards, central there; first card of a run {first:.1f} ms, worst {worst:.1f} ms"
    broken = sum(shown.broken_bursts for shown in products)
    return note + (f"; {broken} bursts repeated: the machine stood still between two keys" if broken else "")


def _note99(all_times: list[list[float]], quiet: list[list[float]]) -> str:
    """How much of the tail is the exchange, which pushes a hundred events at once at this pace."""
    total, without = sum(map(len, all_times)), sum(map(len, quiet))
    if not all(quiet):
        return "an exchange was running all the time"
    said = f"{total - without} of {total} while an exchange ran; p99 of the others {_typical(quiet, 99):.1f} ms"
    return f"{said}; floor: base32, CBOR, Ed25519, a FULL transaction of 3 rows, a frame"


def _typical(runs: list[list[float]], percent: float) -> float:
    return median([percentile(times, percent) for times in runs])
