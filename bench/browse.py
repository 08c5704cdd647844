"""A pillar of a big city opened on the touchscreen: the query and the painted list."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.figures import median, percentile
from bench.harness import PRODUCT_ENVIRONMENT, probe
from bench.row import Row
from bench.site import Site
from bench.town import Town, activities, town
from central.feed import Draft

NAMES = ("browse_p99",)
RUNS = 2
ACTIVITIES, SESSIONS = 5_000, 100_000
FEW = 50  # activities of the floor's pillar, with as many sessions each
P99_AIM_MS = 100.0
PILLAR = "healthcare"


def measure(site: Site, runs: int | None) -> list[Row]:
    count = runs or RUNS
    small = _opened(site.folder / "browse-small", FEW, FEW * SESSIONS // ACTIVITIES, count)
    large = _opened(site.folder / "browse-large", ACTIVITIES, SESSIONS, count)
    value, floor = (median([percentile(times, 99) for times in taken]) for taken in (large, small))
    p50 = median([percentile(times, 50) for times in large])
    note = f"a pillar with {ACTIVITIES} activities and {SESSIONS} sessions to come; p50 {p50:.0f} ms"
    note += f"; floor: the same screen over {FEW} activities"
    return [Row(NAMES[0], value, "ms", floor, f"<= {P99_AIM_MS:g} ms", value <= P99_AIM_MS, note)]


def _opened(folder: Path, count: int, sessions: int, runs: int) -> list[list[float]]:
    with town(folder, 1) as place:
        _fill(place, count, sessions)
        with place.copied("browse"):
            pass
        data = str(place.folder / "browse")
        return [
            [float(ms) for ms in probe("browsing", data, PILLAR, environment=PRODUCT_ENVIRONMENT).said["ms"]]
            for _ in range(runs)
        ]


def _fill(place: Town, count: int, sessions: int) -> None:
    offered = activities(range(count))
    place.publish([Draft(one.kind, one.id, {**one.data, "pillars": {PILLAR: 3}, "standing": False}) for one in offered])
    place.publish([_session(number, count) for number in range(sessions)])


def _session(number: int, count: int) -> Draft:
    """To come: each activity's own are a day apart."""
    starts = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=1 + number // count)
    starts += timedelta(hours=number % 8)
    data = {
        "activity": f"activity-{number % count:06}",
        "starts": starts.isoformat(),
        "ends": (starts + timedelta(hours=1)).isoformat(),
        "capacity": 20,
    }
    return Draft("session", f"session-{number:06}", data)
