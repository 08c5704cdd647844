"""From a forged or mutated code to the reason why it is none."""

from bench.figures import median, percentile
from bench.harness import FLOOR_ENVIRONMENT, probe
from bench.row import Row
from bench.site import Site

NAMES = ("read_forged_code_p99",)
RUNS = 3
CODES = 20_000  # in each run
AIM_MS = 5.0


def measure(_: Site, runs: int | None) -> list[Row]:
    taken = [probe("forgeries", str(CODES), environment=FLOOR_ENVIRONMENT).said for _ in range(runs or RUNS)]
    value, floor = (median([percentile(one[name], 99) for one in taken]) for name in ("read", "floor"))
    accepted = max(one["taken"] for one in taken)
    note = f"read as a card and as a receipt; {accepted} of {CODES:,} accepted; floor: one Ed25519 check"
    met = value < AIM_MS and accepted == 0
    return [Row(NAMES[0], value, "ms", floor, f"< {AIM_MS:g} ms", met, note)]
