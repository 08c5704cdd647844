"""Small files that are for their owner only and are there whole or not at all, whatever the power does."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path


def keep(file: Path, content: str) -> None:
    """Write a new file; of two writers at once the first wins."""
    draft = _draft(file, content)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    settle(file.parent)


def replace(file: Path, content: str) -> None:
    """Put a file in the place of what was there."""
    _draft(file, content).replace(file)
    settle(file.parent)


def _draft(file: Path, content: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return draft


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Of several processes one at a time. Raises OSError when the file is not there."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def write_all(stream: FileIO, content: bytes) -> None:
    """Raises OSError when not all of it could be written."""
    rest = memoryview(content)
    while rest:
        rest = rest[stream.write(rest) :]


def settle(folder: Path) -> None:
    """The folder's entries too survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
