"""The public catalogue as one file: the same bytes for all, compressed once, resumed wherever a transfer was cut.

A file is named by the SHA-256 of its bytes, written whole or not at all, and checked once by each process that serves
it. The last two are kept, so that a transfer that began with the older one can be ended.
"""

import fcntl
import hashlib
import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import zstandard

from central import files
from central.clock import Clock
from central.db import Engine, Tx, digests, meta, reading, streams
from central.scope import PUBLIC
from kiosk.domain import wire
from kiosk.domain.wire import NotTheWire, SnapshotHead

log = logging.getLogger(__name__)

ORDER = ("hub", "area", "provider", "place", "activity", "session")
OLDEST = 3600  # seconds; one that misses something is not served for longer
MOST_BEHIND = 2000  # records that may have changed since
_KEPT = 2
_LEVEL = 9
_READ = 1_000_000  # bytes at once
_HEAD_LONGEST = 10_000  # bytes of the first line


class NoRoom(Exception):
    """There is no snapshot, and the disk takes none."""


@dataclass(frozen=True)
class Snapshot:
    """A whole, checked file. `made` is central's time, in seconds since 1970."""

    path: Path
    sha256: bytes
    size: int
    made: float
    head: SnapshotHead


class Snapshots:
    """The files of one folder, for all threads of this process; other processes may work on the same folder."""

    def __init__(self, engine: Engine, folder: Path, clock: Clock) -> None:
        self._engine = engine
        self._folder = folder
        self._clock = clock
        self._lock = threading.Lock()
        self._checked: dict[str, Snapshot] = {}

    def current(self) -> Snapshot | None:
        """The snapshot to begin with, made now where there is none that will do; None while somebody else makes the
        first one: ask again. While a newer one is made, others get the one before. Raises NoRoom."""
        newest = self._newest_usable()
        if newest is not None and not self._is_stale(newest):
            return newest
        with self._turn() as ours:
            if not ours:
                return newest
            newest = self._newest_usable()  # somebody may have made it between
            if newest is not None and not self._is_stale(newest):
                return newest
            try:
                return self._make()
            except OSError as problem:
                log.error("no snapshot could be written: %s", type(problem).__name__)
                if newest is None:
                    raise NoRoom from None
                return newest

    def named(self, sha256: bytes) -> Snapshot | None:
        """This very one, if it is still there and still good for something."""
        with reading(self._engine) as tx:
            return next((one for one in self._there() if one.sha256 == sha256 and _is_usable(tx, one)), None)

    def _newest_usable(self) -> Snapshot | None:
        with reading(self._engine) as tx:
            usable = [one for one in self._there() if _is_usable(tx, one)]
        return max(usable, key=lambda one: one.head.rev, default=None)

    def _is_stale(self, one: Snapshot) -> bool:
        with reading(self._engine) as tx:
            behind = streams.behind(tx, ORDER, one.head.rev, MOST_BEHIND + 1)
        return behind > MOST_BEHIND or (behind > 0 and self._clock().timestamp() - one.made >= OLDEST)

    def _there(self) -> Iterator[Snapshot]:
        for path in self._folder.glob("*.zst"):
            found = self._checked.get(path.name) or _checked(path)
            if found is not None:
                self._checked[path.name] = found
                yield found

    @contextmanager
    def _turn(self) -> Iterator[bool]:
        """Whether it is this caller's turn to make one; whoever it is not does not wait."""
        if not self._lock.acquire(blocking=False):
            yield False
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / "lock").open("wb") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    yield False
                    return
                yield True
        finally:
            self._lock.release()

    def _make(self) -> Snapshot:
        part = self._folder / "part"
        try:
            with reading(self._engine) as tx, part.open("wb") as file:
                write(tx, file)
                file.flush()
                os.fsync(file.fileno())
            made = self._clock().timestamp()
            os.utime(part, (made, made))
            path = self._folder / f"{_digest(part).hex()}.zst"
            part.rename(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        files.settle(self._folder)
        self._forget_old()
        snapshot = _checked(path)
        assert snapshot is not None
        return snapshot

    def _forget_old(self) -> None:
        with reading(self._engine) as tx:
            epoch = meta.get(tx, "epoch")
        ours = sorted((one for one in self._there() if one.head.epoch == epoch), key=lambda one: one.head.rev)
        kept = {one.path for one in ours[-_KEPT:]}
        for path in self._folder.glob("*.zst"):
            if path not in kept:
                path.unlink(missing_ok=True)
                self._checked.pop(path.name, None)


def write(tx: Tx, file: IO[bytes]) -> None:
    """The whole snapshot as this transaction sees it, never more than a few records of it in memory."""
    sums = digests.sums(tx, (PUBLIC,))
    live = sum(one.live for kind, one in sums.items() if kind in wire.CATALOGUE)
    head = SnapshotHead(meta.get(tx, "epoch"), meta.highest_rev(tx), live)
    compressor = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)
    with compressor.stream_writer(file, closefd=False) as packing:
        packing.write(wire.dump_snapshot_head(head))
        for kind in ORDER:
            for item in streams.live(tx, kind):
                packing.write(wire.dump_item(item))


def _is_usable(tx: Tx, one: Snapshot) -> bool:
    """Of this epoch, and no tombstone was purged that whoever installs it would need."""
    return one.head.epoch == meta.get(tx, "epoch") and one.head.rev >= int(meta.get(tx, "purged_rev") or 0)


def _checked(path: Path) -> Snapshot | None:
    """What the file is, if it still is what its name says."""
    with suppress(OSError, ValueError, zstandard.ZstdError, NotTheWire):
        if _digest(path) == bytes.fromhex(path.stem):
            about = path.stat()
            return Snapshot(path, bytes.fromhex(path.stem), about.st_size, about.st_mtime, _head(path))
    return None


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _head(path: Path) -> SnapshotHead:
    with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as unpacking:
        return wire.parse_snapshot_head(unpacking.read(_HEAD_LONGEST).partition(b"\n")[0])
