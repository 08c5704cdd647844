"""A central of a given size on loopback: a catalogue of records of about 1 KB that nobody has written."""

import contextlib
import io
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.harness import BenchFailed
from bench.stationed import Stationed, opened
from central import enrolments, feed
from central.db import writing
from central.feed import Draft
from central.opening import Central
from central.opening import opened as central_at
from central.settings import Settings as CentralSettings
from demo.city import City
from kiosk.__main__ import main as kiosk
from kiosk.domain.catalogue import PILLARS
from kiosk.settings import Settings

HUB = "hub-1"
_AT_ONCE = 5000  # records published in one transaction
_WORDS = 105  # words in a text: a record is about 1 KB, and gzip makes a third of it
_HUB = {"name": {"it": "Hub di prova"}, "badge": ["PROVA"], "place": "place-0", "language": "it", "hours": []}


class Town:
    """A central with a catalogue of its own making, and stations enrolled at it."""

    def __init__(self, folder: Path, records: int) -> None:
        self.folder, self.records = folder, records
        self._city = City(folder / "central")
        self._city.ask("init")
        self.publish([Draft("hub", HUB, _HUB), *activities(range(records - 1))])

    @property
    def url(self) -> str:
        return self._city.url

    def publish(self, drafts: Sequence[Draft]) -> None:
        with self.central() as central:
            for start in range(0, len(drafts), _AT_ONCE):
                with writing(central.engine) as tx:
                    refused = [
                        done
                        for done in feed.publish_all(tx, drafts[start : start + _AT_ONCE])
                        if not isinstance(done, feed.Change)
                    ]
                if refused:
                    raise BenchFailed(f"not published: {refused[0]}")

    @contextmanager
    def central(self) -> Iterator[Central]:
        """Central opened by this process as well, beside the one that serves."""
        database = f"sqlite:///{self.folder / 'central' / 'central.db'}"
        with central_at(CentralSettings(database=database)) as central:
            yield central

    def stations(self, *names: str) -> list[Settings]:
        """Enrolled, and nothing copied yet."""
        with self.central() as central, writing(central.engine) as tx:
            now = datetime.now(UTC)
            codes = [enrolments.invite(tx, central.keys, HUB, "touch", name, now) for name in names]
            root = central.keys.fingerprint()
        return [self._enrolled(name, code, root) for name, code in zip(names, codes, strict=True)]

    def _enrolled(self, name: str, code: str, root: str) -> Settings:
        settings = Settings(data=self.folder / name)
        asked = ["--data", str(settings.data), "enrol", "--central", self.url, "--code", code, "--root", root]
        with contextlib.redirect_stdout(io.StringIO()) as said:
            failed = kiosk(asked)
        if failed:
            raise BenchFailed(f"enrol: {said.getvalue().strip()}")
        return settings

    @contextmanager
    def copied(self, name: str) -> Iterator[Stationed]:
        """A station that holds what this central has published."""
        with opened(self.stations(name)[0]) as station:
            done = station.exchange(station.reach(self.url))
            if done.trouble:
                raise BenchFailed(f"no first copy: {done.trouble}")
            yield station

    def serve(self) -> None:
        self._city.back()

    def close(self) -> None:
        self._city.cut()


@contextmanager
def town(folder: Path, records: int) -> Iterator[Town]:
    made = Town(folder, records)
    made.serve()
    try:
        yield made
    finally:
        made.close()


def activities(numbers: Sequence[int], edition: int = 0) -> list[Draft]:
    """Records of these numbers; another edition of the same ones has other texts."""
    return [Draft("activity", f"activity-{number:06}", _activity(number, edition)) for number in numbers]


def _activity(number: int, edition: int) -> dict[str, Any]:
    dice = random.Random(number * 1000 + edition)
    about = " ".join(dice.choices(_VOCABULARY, k=_WORDS))
    return {
        "title": {"it": " ".join(dice.choices(_VOCABULARY, k=4))},
        "about": {"it": about},
        "how": {"it": "Senza prenotazione"},
        "provider": f"provider-{number % 300}",
        "place": f"place-{number % 300}",
        "standing": True,
        "pillars": {PILLARS[number % len(PILLARS)]: 3},
        "min_age": number % 14,
        "max_age": number % 14 + 4,
        "price_cents": 0,
    }


def _vocabulary() -> list[str]:
    dice = random.Random(1)
    syllables = [a + b for a in "bcdfglmnprstvz" for b in "aeiou"]
    return ["".join(dice.choices(syllables, k=dice.randint(2, 5))) for _ in range(2000)]


_VOCABULARY = _vocabulary()
