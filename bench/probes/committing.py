"""Cards shown while a first copy runs, and while none does. Arguments: a station's folder, a file with a code a line.

Milliseconds from asking the store thread for an arrival to its being on disk.
"""

import json
import sys
import threading
import time
from pathlib import Path

from kiosk.clock import Clock
from kiosk.jobs import OneThread
from kiosk.settings import Settings
from kiosk.storeroom import Storeroom
from kiosk.ui.touch.wishes import Show

PAUSE_S = 0.01  # between two cards: far more than a hub shows
CALM = 150  # cards shown after the copy


def main(data: str, deck: str) -> None:
    codes = iter(Path(deck).read_text().split())
    store = OneThread("store")
    room = Storeroom(Settings(data=Path(data)), Clock(), store.ask)
    store.ask(room.open)
    trouble: list[str] = []
    copying = threading.Thread(target=lambda: trouble.append(room.exchange(lambda _: None).trouble))

    def arrive() -> float:
        payload = next(codes).encode()
        started = time.perf_counter()
        store.ask(lambda: room.touch.ask(Show(payload)))
        return (time.perf_counter() - started) * 1000

    arrive()  # what the first one imports is not the copy's doing
    copying.start()
    during: list[float] = []
    calm: list[float] = []
    while copying.is_alive():
        during.append(arrive())
        time.sleep(PAUSE_S)
    while len(calm) < CALM:
        calm.append(arrive())
        time.sleep(PAUSE_S)
    copying.join()
    store.ask(room.close)
    store.close()
    if any(trouble):
        sys.exit(trouble[0])
    print(json.dumps({"during": during, "calm": calm}))


if __name__ == "__main__":
    main(*sys.argv[1:])
