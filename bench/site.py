"""What is measured: a central process with the demonstration city, and enrolled stations, in a folder of their own."""

import contextlib
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bench.harness import BenchFailed
from central import feed, grants
from central.db import Tx, writing
from central.keys import Keys
from central.opening import opened
from central.settings import Settings as CentralSettings
from demo.city import City
from kiosk.__main__ import main as kiosk
from kiosk.settings import Settings

HUB = "hub-baggio"
_CREATURES = ("fox", "cat", "bear", "dino", "fish", "bird", "rabbit", "owl")


class Site:
    """One central on loopback for a whole run of the bench, and as many stations as the measurements want."""

    def __init__(self, folder: Path, city: City) -> None:
        self.folder = folder
        self._city = city
        self._cards = 0

    @property
    def url(self) -> str:
        return self._city.url

    def station(self, name: str, hub: str = HUB) -> Settings:
        """A new station that has copied its catalogue; no process owns its store."""
        ticket = self._city.ticket(hub, name)
        settings = Settings(data=self.folder / name)
        self._kiosk(settings, "enrol", "--central", self.url, "--code", ticket.code, "--root", ticket.root)
        self._kiosk(settings, "sync", "--once")
        return settings

    def sync(self, settings: Settings) -> None:
        """Bring a station up to date with central."""
        self._kiosk(settings, "sync", "--once")

    def _kiosk(self, settings: Settings, *arguments: str) -> None:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            failed = kiosk(["--data", str(settings.data), *arguments])
        if failed:
            raise BenchFailed(f"{arguments[0]}: {said.getvalue().strip()}")

    def cards(self, count: int) -> list[str]:
        """Codes never given before: by turns a child's of this hub and one from elsewhere."""
        database = f"sqlite:///{self.folder / 'central' / 'central.db'}"
        with opened(CentralSettings(database=database)) as central, writing(central.engine) as tx:
            return [self._card(tx, central.keys, known=number % 2 == 0) for number in range(count)]

    def _card(self, tx: Tx, keys: Keys, known: bool) -> str:
        self._cards += 1
        (blank,) = grants.sign_cards(tx, keys, 1, date.today())
        if known:
            _make_known(tx, blank.serial, self._cards)
        return blank.code


def _make_known(tx: Tx, serial: int, number: int) -> None:
    person, household = f"bench-person-{number}", f"bench-household-{number}"
    creature = _CREATURES[number // 2 % len(_CREATURES)]
    face = {"household": household, "first_name": f"Nina {number}", "creature": creature}
    bound = {"serial": serial, "person": person, "household": household, "live": True}
    feed.publish(tx, "person", person, face, scope=f"hub:{HUB}")
    feed.publish(tx, "card", str(serial), bound, scope=f"hub:{HUB}")


@contextmanager
def open_site() -> Iterator[Site]:
    folder = Path(tempfile.mkdtemp(prefix="wishmi-bench-"))
    city = City(folder / "central")
    try:
        city.load()
        city.back()
        yield Site(folder, city)
    finally:
        city.cut()
        shutil.rmtree(folder, ignore_errors=True)
