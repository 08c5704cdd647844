"""The demonstration's central, in a process of its own, with a clock that is shifted by so many seconds.

Run as `python -m demo.serving DATABASE PORT SECONDS`. Stations follow central's clock, and a demonstration is
to find its hub open whatever the hour is.
"""

import sys
from argparse import Namespace
from datetime import UTC, datetime, time, timedelta

from central import commands
from central.settings import Settings
from kiosk.clock import ROME

AFTERNOON = time(14, 40)


def to_the_afternoon() -> timedelta:
    """From now to this day's afternoon in the city."""
    now = datetime.now(ROME)
    return datetime.combine(now, AFTERNOON, ROME) - now


def main(database: str, port: str, seconds: str) -> int:
    shift = timedelta(seconds=float(seconds))
    settings = Settings(database=database, clock=lambda: datetime.now(UTC) + shift)
    return commands.serve(settings, Namespace(host="127.0.0.1", port=int(port), plain=False))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
