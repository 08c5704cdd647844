"""The busy five minutes at the store: a family of four, 22 people in a minute, the register with 300 inside."""

from bench.figures import median, percentile
from bench.harness import FLOOR_ENVIRONMENT, BenchFailed, probe
from bench.row import Row
from bench.site import Site

NAMES = ("family_of_four_p99", "rush_22_in_60s", "register_redraw_300")
RUNS = 3
SCANS = 150  # of a family, and as many of one person
FAMILY_AIM = 4.0  # times one person: four arrivals and a count in one commit must cost less than four commits
RUSH_AIM_S = 60.0
REDRAW_AIM_MS = 1000.0


def measure(site: Site, runs: int | None) -> list[Row]:
    taken = [_taken(site, number) for number in range(runs or RUNS)]
    family, plain = (median([percentile(one[name], 99) for one in taken]) for name in ("family", "plain"))
    rush, bare = (median([one[name][0] for one in taken]) for name in ("rush", "rush_plain"))
    redraw, select = (median([median(one[name]) for one in taken]) for name in ("redraw", "select"))
    slowest = median([one["slowest"][0] for one in taken])
    return [
        Row(
            NAMES[0],
            family,
            "ms",
            plain,
            f"<= {FAMILY_AIM:g} x floor",
            family <= FAMILY_AIM * plain,
            f"{SCANS} scans of four people and two adults to the commit; floor: one person's scan, likewise",
        ),
        Row(
            NAMES[1],
            rush,
            "s",
            bare,
            f"<= {RUSH_AIM_S:g} s",
            rush <= RUSH_AIM_S,
            f"10 children and 12 adults, one family after the other, nobody waits longer than {slowest:.1f} ms;"
            " floor: 22 scans of one person",
        ),
        Row(
            NAMES[2],
            redraw,
            "ms",
            select,
            f"<= {REDRAW_AIM_MS:g} ms",
            redraw <= REDRAW_AIM_MS,
            "the desk's day with 300 inside, half of them told by another station: read, named, as QML takes it;"
            " floor: their rows read out of the store",
        ),
    ]


def _taken(site: Site, number: int) -> dict[str, list[float]]:
    station = site.station(f"families-{number}")
    deck = site.folder / f"families-{number}.txt"
    deck.write_text("\n".join(site.cards(4 * SCANS + 60)))
    site.sync(station)
    said = probe("arriving", str(station.data), str(deck), environment=FLOOR_ENVIRONMENT).said
    if said["inside"] != 300:
        raise BenchFailed(f"{said['inside']} inside instead of 300")
    return {name: [float(value) for value in values] for name, values in said.items() if name != "inside"}
