"""Somebody is looked for as a worker types, among 30,000 people."""

from bench.figures import median, percentile
from bench.harness import FLOOR_ENVIRONMENT, probe
from bench.row import Row
from bench.site import Site

NAMES = ("search_keystroke_p99",)
RUNS = 3
PEOPLE = 30_000
AIM_MS = 20.0


def measure(site: Site, runs: int | None) -> list[Row]:
    station = site.station("finding")
    taken = [
        probe("searching", str(station.data), str(PEOPLE), environment=FLOOR_ENVIRONMENT).said
        for _ in range(runs or RUNS)
    ]
    found, floor = (median([percentile(one[name], 99) for one in taken]) for name in ("found", "floor"))
    note = f"{PEOPLE:,} people, names typed from the second letter on; floor: the index asked for the same beginning"
    return [Row(NAMES[0], found, "ms", floor, f"<= {AIM_MS:g} ms", found <= AIM_MS, note)]
