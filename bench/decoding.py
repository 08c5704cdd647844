"""From a camera's frame to the code in it, by the scanner that a station with a camera has."""

from bench.figures import median, percentile
from bench.harness import FLOOR_ENVIRONMENT, probe
from bench.row import Row
from bench.site import Site

NAMES = ("decode_frame",)
RUNS = 3
FRAMES = 100  # in each run, each with a code of its own
RATIO_AIM = 2.0  # times the floor


def measure(site: Site, runs: int | None) -> list[Row]:
    deck = site.folder / "deck-decoding"
    deck.write_text("\n".join(site.cards(FRAMES)))
    taken = [probe("decoding", str(deck), environment=FLOOR_ENVIRONMENT).said for _ in range(runs or RUNS)]
    frame, floor, empty = (
        median([percentile(one[name], 50) for one in taken]) for name in ("scanned", "floor", "empty")
    )
    worst = median([percentile(one["scanned"], 99) for one in taken])
    note = f"1280 x 720 NV12 to the signal, by way of the worker; p99 {worst:.1f} ms, without a code {empty:.1f} ms"
    note += "; over the floor: two thread hand-overs; floor: zxing-cpp alone on the same bytes"
    return [Row(NAMES[0], frame, "ms", floor, f"<= {RATIO_AIM:g} x floor", frame <= RATIO_AIM * floor, note)]
