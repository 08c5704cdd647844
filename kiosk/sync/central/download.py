"""The snapshot as a file: fetched into a part that outlives cuts and restarts, checked as a whole before it is used."""

import errno
import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.clock import from_stamp, stamp
from kiosk.domain.wire import NotTheWire
from kiosk.sync.central.protocol import NoRoom

LARGEST = 1_000_000_000  # bytes of a snapshot
OLDEST = timedelta(days=1)  # a part that was begun before is not gone on with
RESERVE = 64 * 1024 * 1024  # bytes of the disk that a snapshot leaves to what people do
_READ = 1024 * 1024  # bytes


class NoSuchRange(Exception):
    """Central's file ends before the part does."""


@dataclass(frozen=True)
class Piece:
    """What central sends of its snapshot: bytes from `start` on, of a file with this SHA-256."""

    start: int
    etag: str
    sha256: bytes
    left: int  # bytes to come, 0 where nobody says
    chunks: Iterator[bytes]


Now = Callable[[], datetime]  # central's answer may set the clock meanwhile
Ask = Callable[[int, str], AbstractContextManager[Piece]]  # (from this byte, of the file with this ETag, or "")


def fetch(folder: Path, now: Now, ask: Ask) -> Path:
    """The whole, checked file. Raises NotTheWire, NoRoom and what `ask` raises; a part that was begun then stays."""
    part = _Part(folder)
    try:
        if part.begin(now) and (found := _gone_on(part, now, ask)):
            return found
        part.drop()
        if found := _gone_on(part, now, ask):
            return found
    except NoSuchRange:
        raise NotTheWire("a snapshot without its bytes") from None
    except OSError as error:
        part.drop()  # the room belongs to what people do
        raise NoRoom(errno.errorcode.get(error.errno or 0, "the disk")) from error
    part.drop()
    raise NotTheWire("a snapshot that is not what it was signed as")


def _gone_on(part: "_Part", now: Now, ask: Ask) -> Path | None:
    """The whole file; None when what was kept and what came do not make it."""
    start, etag = part.position()
    try:
        with ask(start, etag) as piece:
            if piece.start not in (0, start):
                raise NotTheWire("another range than was asked for")
            part.take(piece, now)
    except NoSuchRange:
        if not start:
            raise
        return None
    return part.whole(piece.sha256)


class _Part:
    """`snapshot.part`, and beside it a note of which file it is a part of and when it was begun."""

    def __init__(self, folder: Path) -> None:
        self._part = folder / "snapshot.part"
        self._note = folder / "snapshot.etag"
        self._whole = folder / "snapshot.zst"

    def begin(self, now: Now) -> bool:
        """Whether there is something to go on with. A whole file that was not used up is, too."""
        self._part.parent.mkdir(parents=True, exist_ok=True)
        if self._whole.exists():
            self._whole.replace(self._part)
        etag, begun = self._noted()
        size = self._part.stat().st_size if self._part.exists() else 0
        return bool(etag) and abs(now() - begun) <= OLDEST and 0 < size <= LARGEST

    def position(self) -> tuple[int, str]:
        """From where to go on: one byte back, so that there always is one to ask for."""
        size = self._part.stat().st_size if self._part.exists() else 0
        return (size - 1, self._noted()[0]) if size > 1 else (0, "")

    def take(self, piece: Piece, now: Now) -> None:
        """Raises OSError, NotTheWire and what reading raises."""
        if piece.left > LARGEST:
            self.drop()
            raise NotTheWire("a snapshot too large")
        if shutil.disk_usage(self._part.parent).free < piece.left + RESERVE:
            raise OSError(errno.ENOSPC, "no room")
        if piece.start == 0:
            self.drop()
            self._note.write_text(f"{piece.etag}\n{stamp(now())}\n")
        with self._part.open("r+b" if piece.start else "wb") as file:
            file.seek(piece.start)
            file.truncate()
            for chunk in piece.chunks:
                file.write(chunk)
                if file.tell() > LARGEST:
                    self.drop()
                    raise NotTheWire("a snapshot too large")

    def whole(self, sha256: bytes) -> Path | None:
        """The file under its own name, if it is what was signed."""
        with self._part.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").digest()
        return self._part.replace(self._whole) if found == sha256 else None

    def drop(self) -> None:
        for file in (self._part, self._note):
            with suppress(OSError):
                file.unlink()

    def _noted(self) -> tuple[str, datetime]:
        try:
            etag, begun = self._note.read_text().split("\n")[:2]
            return etag, from_stamp(begun)
        except (OSError, ValueError):
            return "", from_stamp("1970-01-01T00:00:00Z")
