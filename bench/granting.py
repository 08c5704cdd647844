"""A night's grants of a whole city, and the morning after: what one station has to be fed of them."""

from bench.figures import median
from bench.harness import FLOOR_ENVIRONMENT, BenchFailed, probe
from bench.row import Row
from bench.site import Site

NAMES = ("nightly_grants_225k", "feed_after_grants")
VOUCHERS = 75_000  # of three stations a hub: 225,000 grants
HUBS = 100
SECONDS_AIM, MEMORY_AIM = 600, 512  # a night has hours; MB, beside other services on a small machine
PATIENCE_S = 1800  # most of it is for issuing the vouchers
FEED_AIM = 3.0  # times the floor


def measure(site: Site, runs: int | None) -> list[Row]:
    """One run, whatever was asked."""
    folder, sizes = str(site.folder / "granting"), (str(VOUCHERS), str(HUBS))
    said = probe("granting", folder, *sizes, environment=FLOOR_ENVIRONMENT, patience=PATIENCE_S).said
    if said["grants"] != 3 * VOUCHERS:
        raise BenchFailed(f"{said['grants']} grants")
    memory = said["memory_mb"]
    note = f"SQLite, {memory:.0f} MB at most, longest transaction {said['longest']:.1f} s"
    note += "; floor: bare INSERTs of as many transfers, moves, accounts and records"
    met = said["seconds"] <= SECONDS_AIM and memory <= MEMORY_AIM
    aim = f"<= {SECONDS_AIM} s, <= {MEMORY_AIM} MB"
    night = Row(NAMES[0], said["seconds"], "s", said["floor"], aim, met, note)
    feed, bare = median(said["feed_ms"]), median(said["bare_ms"])
    note = f"all {said['fed']} records of one station, in pages; floor: the same rows read, put into JSON and packed"
    return [night, Row(NAMES[1], feed, "ms", bare, f"<= {FEED_AIM:g} x floor", feed <= FEED_AIM * bare, note)]
