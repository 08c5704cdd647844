"""A central on copies of files that one like it has left: what opening makes and checks was made and checked there.

Opening asks two dozen things of the database, which most tests are not about. The product's own way to open is
central.opening.open_central: tests of it take that, and so does a central that comes back.
"""

from dataclasses import replace

from central.db import open_engine
from central.journal import FILE as JOURNAL_FILE
from central.keyfiles import Ring
from central.opening import Central
from central.pages import Segments
from central.settings import Settings
from central.snapshot import Snapshots


def reopened(before: Central, settings: Settings) -> Central:
    """`before` was opened and closed; `settings` name a copy of its database and of its folder, untouched since."""
    engine, folder = open_engine(settings.database), settings.folder()
    ring = Ring(settings.working_file(), before.keys)
    journal = replace(before.journal, file=folder / JOURNAL_FILE)
    snapshots = Snapshots(engine, folder / "snapshots", settings.clock)
    return Central(engine, ring, settings.clock, folder, journal, snapshots, Segments())
