"""One process owns a store: a lock file beside it, released by the system when the process ends in whatever way."""

import fcntl
from pathlib import Path
from typing import IO


def own(store: Path) -> IO[str]:
    """Take the lock; it holds while the file stays open. Raises BlockingIOError when another process has it."""
    lock = store.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise
    return lock


def is_owned(store: Path) -> bool:
    """Whether another process owns this store now."""
    if not store.exists():
        return False
    try:
        own(store).close()
    except BlockingIOError:
        return True
    return False
