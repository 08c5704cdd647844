"""A station's store in a process of its own, which gives what it is told to.

Run as `python -m tests.journeys.value_process DATA`. A line is a deed of tests.giving; the answer is printed once the
deed is committed, and nothing else is.
"""

import sys
from pathlib import Path

from kiosk.clock import Clock
from kiosk.db.store import open_store, read_key
from kiosk.settings import Settings
from tests import giving


def main() -> None:
    settings, clock = Settings(data=Path(sys.argv[1])), Clock()
    store = open_store(settings.store, read_key(settings.key_file))
    with store.begin() as tx:
        clock.start(tx.clock.get())
    for line in sys.stdin:
        with store.begin() as tx:
            answer = giving.do(tx, line.strip(), clock.read())
        print(answer, flush=True)


if __name__ == "__main__":
    main()
