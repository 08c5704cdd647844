"""Money and places with no network, at the store: from the confirming touch to the commit, beside a plain scan."""

from bench.figures import median, percentile
from bench.harness import FLOOR_ENVIRONMENT, probe
from bench.row import Row
from bench.site import Site

NAMES = ("redeem_offline_p99", "sign_up_offline_p99")
RUNS = 3
CARDS = 150
AIM = 2.0  # times a plain scan: the same commit, a receipt signed, three or four rows more


def measure(site: Site, runs: int | None) -> list[Row]:
    taken = [_taken(site, number) for number in range(runs or RUNS)]
    redeem, sign_up, plain = (
        median([percentile(one[name], 99) for one in taken]) for name in ("redeem", "sign_up", "plain")
    )
    note = "to the commit; floor: one person's scan to the commit at the same store"
    return [
        Row(name, value, "ms", plain, f"<= {AIM:g} x floor", value <= AIM * plain, note)
        for name, value in zip(NAMES, (redeem, sign_up), strict=True)
    ]


def _taken(site: Site, number: int) -> dict[str, list[float]]:
    station = site.station(f"redeeming-{number}")
    deck = site.folder / f"redeeming-{number}.txt"
    deck.write_text("\n".join(site.cards(CARDS)))
    site.sync(station)
    said = probe("redeeming", str(station.data), str(deck), environment=FLOOR_ENVIRONMENT).said
    return {name: [float(value) for value in values] for name, values in said.items()}
