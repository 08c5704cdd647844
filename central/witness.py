"""Notices that the database was restored from an older backup, and then begins another epoch.

Beside the database lies a small file that says how far it had come. It is written when central closes and every few
seconds while it serves; a database that is behind it, or of an epoch that came before it, is an older copy.
"""

import json
import logging
import secrets
from dataclasses import dataclass
from pathlib import Path

from central import files
from central.db import Engine, Tx, cases, epochs, locks, writing
from central.db.cases import Case
from central.db.epochs import Progress

FILE = "epoch.json"
_BEYOND = 10_000  # what may have been counted after the file was last written
_FAR_BEYOND = 1_000_000  # where there is no file

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Seen:
    database: str  # its first epoch
    epoch: str
    progress: Progress


def read(file: Path) -> Seen | None:
    try:
        row = json.loads(file.read_text())
        return Seen(row["database"], row["epoch"], Progress(**row["progress"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(file: Path, seen: Seen) -> None:
    row = {"database": seen.database, "epoch": seen.epoch, "progress": vars(seen.progress)}
    files.replace(file, json.dumps(row) + "\n")


def here(tx: Tx) -> Seen:
    return Seen(epochs.first(tx), epochs.current(tx), epochs.progress(tx))


def is_older(tx: Tx, witness: Seen | None) -> bool:
    """Whether this database is an older copy of what the witness saw, and not another database."""
    if witness is None or witness.database != epochs.first(tx) or witness.epoch in epochs.former(tx):
        return False
    if witness.epoch != epochs.current(tx):
        return True
    now, then = vars(epochs.progress(tx)), vars(witness.progress)
    return any(now[name] < then[name] for name in now)


def begin_anew(engine: Engine, witness: Seen | None, now: str) -> str:
    """Begin another epoch, unless another process has done so for what this witness saw; the epoch from now on.

    No rev and no serial that was given out since the backup is given out again: how far they had come the witness
    knows, give or take; without one they go on far beyond.
    """
    with writing(engine) as tx:
        locks.opening(tx)
        if witness is not None and not is_older(tx, witness):
            return epochs.current(tx)
        then, beyond = (witness.progress, _BEYOND) if witness else (epochs.progress(tx), _FAR_BEYOND)
        epoch = secrets.token_hex(8)
        epochs.begin(tx, epoch)
        epochs.raise_counters(tx, then.rev + beyond, then.serial + beyond)
        cases.open_all(tx, [Case("restored", "", epoch, now)])
    log.warning("the database was restored from a backup: epoch %s begins, stations send again what is missing", epoch)
    return epoch
