"""`./dev run`: a hub to try on one machine. With a display its faces; without one a scripted visit."""

import argparse
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demo.city import ROOT, City, CityFailed
from demo.serving import to_the_afternoon
from kiosk.__main__ import main as kiosk

HUB = "hub-baggio"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev run", description=__doc__)
    parser.add_argument("--tour", action="store_true", help="play the scripted visit even where there is a display")
    parser.add_argument("--landscape", action="store_true", help="1920 x 1080 instead of 1080 x 1920")
    parser.add_argument("--face", choices=("touch", "desk", "both"), default="touch", help="which face opens")
    asked = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    size = (1920, 1080) if asked.landscape else (1080, 1920)
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    try:
        with running_city() as (city, folder):
            enrol(city, folder)
            if display and not asked.tour:
                return open_faces(folder, size, asked.face, city)
            from demo import tour

            return tour.play(city, folder, ROOT / "build" / "tour", size)
    except CityFailed as error:
        print(f"the demonstration could not start: {error}", file=sys.stderr)
        return 1


@contextmanager
def running_city() -> Iterator[tuple[City, Path]]:
    """A central with the demonstration city in a folder that goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="wishmi-demo-"))
    city = City(folder / "central", to_the_afternoon())
    try:
        city.load()
        city.back()
        yield city, folder
    finally:
        city.cut()
        shutil.rmtree(folder, ignore_errors=True)


def enrol(city: City, folder: Path) -> None:
    """The usual hub is one machine: its one station is the desk, with the touchscreen beside it."""
    ticket = city.ticket(HUB, "demonstration", role="desk")
    data = ["--data", str(folder / "station")]
    if kiosk([*data, "enrol", "--central", city.url, "--code", ticket.code, "--root", ticket.root]):
        raise CityFailed("the station was not enrolled")
    city.ask("blanks", "--station", "demonstration", "--count", "200")
    if kiosk([*data, "sync", "--once"]):
        raise CityFailed("the station was not heard by central")
    city.grant()


def open_faces(folder: Path, size: tuple[int, int], face: str, city: City) -> int:
    settings = folder / "settings.toml"
    settings.write_text(f"width = {size[0]}\nheight = {size[1]}\n")
    print("codes to type or scan, and Enter; all of them are invented")
    for name, code in city.badges():
        print(f"  {name:28} {code}")
    if face != "touch":
        print(f"  the workers' PIN is {city.pin}")
    return kiosk(["--settings", str(settings), "--data", str(folder / "station"), "run", "--window", "--face", face])


if __name__ == "__main__":
    sys.exit(main())
