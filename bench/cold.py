"""From the exec of `wishmi-kiosk run --window` to the first painted frame, and to a ready kiosk."""

from bench.figures import median
from bench.harness import FLOOR_ENVIRONMENT, PRODUCT_ENVIRONMENT, BenchFailed, probe
from bench.row import Row
from bench.site import Site

NAMES = ("cold_start_first_frame", "cold_start_ready")
RUNS = 9
FRAME_AIM, READY_AIM = 1.5, 4.0  # times the floor


def measure(site: Site, runs: int | None) -> list[Row]:
    data = str(site.station("cold").data)
    frames, ready, floors = [], [], []
    for turn in range((runs or RUNS) + 1):
        floor, frame, done = _floor(), *_product(data)
        if turn:  # the first one fills the caches of the disk and of QML
            floors.append(floor)
            frames.append(frame)
            ready.append(done)
    floor = median(floors)
    return [_row(NAMES[0], median(frames), floor, FRAME_AIM), _row(NAMES[1], median(ready), floor, READY_AIM)]


def _row(name: str, value: float, floor: float, aim: float) -> Row:
    note = (
        "floor: a window with a rectangle and a text; above it: 150 ms of Python imports (SQLAlchemy before ready),"
        " 45 ms of QML, 45 ms to draw the idle screen"
    )
    return Row(name, value, "ms", floor, f"<= {aim:g} x floor", value <= aim * floor, note)


def _floor() -> float:
    told = probe("cold_floor", environment=FLOOR_ENVIRONMENT)
    return (float(told.said["frame"]) - told.started) * 1000


def _product(data: str) -> tuple[float, float]:
    told = probe("cold_product", data, environment=PRODUCT_ENVIRONMENT)
    if told.said["screen"] != "attract":
        raise BenchFailed(f"the kiosk came up with {told.said['screen']}")
    return (float(told.said["frame"]) - told.started) * 1000, (float(told.said["ready"]) - told.started) * 1000
