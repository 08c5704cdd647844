"""Names typed letter by letter at a real store. Arguments: a station's folder, how many people it knows.

Milliseconds of each keystroke from the second letter on, and of the bare question to the index.
"""

import json
import sys
import time
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from random import Random

from kiosk.clock import Clock, Reading
from kiosk.db.copying import Prepared
from kiosk.db.store import Store, open_store, read_key
from kiosk.domain import finding
from kiosk.domain.events import Type
from kiosk.domain.families import Record, dump_record
from kiosk.domain.workers import Entered, Role, Worker
from kiosk.settings import Settings
from kiosk.usecases.find_family import find

TYPED = 60  # names
AT_ONCE = 500
_GIVEN = (
    "Amina",
    "Anna",
    "Bao",
    "Chiara",
    "Dario",
    "Elif",
    "Fatou",
    "Giulia",
    "Hassan",
    "Ion",
    "Lin",
    "Marco",
    "Olena",
)
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su", "ta", "ve")
_FLOOR = "SELECT member FROM name_keys WHERE key >= ? AND key < ? ORDER BY key, member LIMIT 20"


def names() -> Iterator[tuple[str, str]]:
    """Given and family names, many of them alike at the beginning."""
    for number, syllables in enumerate(product(_SYLLABLES, repeat=4)):
        yield _GIVEN[number % len(_GIVEN)], "".join(syllables).capitalize()


def fill(store: Store, people: list[tuple[str, str]]) -> None:
    every = [_member(number, *name) for number, name in enumerate(people)]
    for start in range(0, len(every), AT_ONCE):
        with store.begin() as tx:
            tx.copying.write(every[start : start + AT_ONCE], 1, "")


def _member(number: int, given: str, family: str) -> Prepared:
    id_, home = f"m-{number}", f"h-{number // 4}"
    fields = {"person": f"p-{number}", "given": given, "family": family, "latin": "", "role": "child"}
    text = json.dumps(dump_record(Record(home, fields)))
    row = ("families", ("member", id_, home, f"p-{number}", "", text))
    keys = [("name_keys", (key, id_)) for key in finding.keys(given, family)]
    return Prepared("member", id_, number + 1, "live", 1, text, 1, (row, *keys))


def typed(people: list[tuple[str, str]]) -> Iterator[str]:
    for given, family in Random(1).sample(people, TYPED):
        for name in (family, f"{given} {family}"):
            yield from (name[:end] for end in range(2, len(name) + 1))


def main(data: str, count: str) -> None:
    settings = Settings(data=Path(data))
    store = open_store(settings.store, read_key(settings.key_file))
    people = list(islice(names(), 0, None, max(1, len(_SYLLABLES) ** 4 // int(count))))
    people = [*people, *((f"{given}a", family) for given, family in people)][: int(count)]
    fill(store, people)
    now = Clock().read()
    worker = _worker(store, now)
    found, floor = [], []
    for text in typed(people):
        started = time.perf_counter()
        with store.begin() as tx:
            hits = find(tx, worker, text, now)
        found.append((time.perf_counter() - started) * 1000)
        assert isinstance(hits, tuple)
        assert hits
        word = finding.words(text)[0]
        started = time.perf_counter()
        with store.begin() as tx:
            tx.families._connection.exec_driver_sql(_FLOOR, (word, word + "\U0010ffff")).all()
        floor.append((time.perf_counter() - started) * 1000)
    store.close()
    print(json.dumps({"found": found, "floor": floor}))


def _worker(store: Store, now: Reading) -> Entered:
    """Who entered, as an event: that they looked for somebody hangs on it."""
    data = Prepared("worker", "w", 1, "live", 1, "{}", 1, (("workers", ("w", "Ada", "educator", 1, False, "")),))
    with store.begin() as tx:
        tx.copying.write([data], 1, "")
        station = tx.station.get()
        assert station is not None
        entry = tx.events.record(station, Type.ENTERED, {"worker": "w", "how": "card_and_pin", "face": "desk"}, now)
    return Entered(Worker("w", "Ada", frozenset({Role.EDUCATOR}), 1), entry)


if __name__ == "__main__":
    main(*sys.argv[1:])
