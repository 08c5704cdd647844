"""What must outlive the restore of an old backup: a file beside the database, only ever added to.

One JSON object a line, on disk before the database commits. A copy of the database that lacks an entry gets it again
when it is opened, and whatever the database holds beyond the file is added to it, so that neither can lose it alone.
Each line names the root it belongs to: lines of another central mean nothing here.
"""

import fcntl
import json
import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from central import files

FILE = "journal.ndjson"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class CardRevoked:
    serial: int


@dataclass(frozen=True)
class StationRevoked:
    station: str
    at: str  # UTC, ISO 8601


Entry = CardRevoked | StationRevoked


@dataclass(frozen=True)
class Journal:
    file: Path
    root: str  # the root's fingerprint

    def append(self, entries: Iterable[Entry]) -> None:
        """On return they are on disk. Raises OSError, and then nothing may be committed."""
        lines = "".join(json.dumps({"root": self.root, **_row(entry)}) + "\n" for entry in entries)
        if not lines:
            return
        new = not self.file.exists()
        with FileIO(self.file, "a+", opener=_for_its_owner) as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            files.write_all(stream, (_on_a_new_line(stream) + lines).encode())
            os.fsync(stream.fileno())
        if new:
            files.settle(self.file.parent)

    def entries(self) -> frozenset[Entry]:
        """Those of this root. A line that was cut by a crash was never promised: it is passed over."""
        if not self.file.exists():
            return frozenset()
        with self.file.open(encoding="utf-8", errors="replace") as lines:
            return frozenset(self._read(lines))

    def _read(self, lines: Iterable[str]) -> Iterator[Entry]:
        for number, line in enumerate(lines, 1):
            match _json(line):
                case {"root": self.root, "what": "card_revoked", "serial": int() as serial}:
                    yield CardRevoked(serial)
                case {"root": self.root, "what": "station_revoked", "station": str() as station, "at": str() as at}:
                    yield StationRevoked(station, at)
                case {"root": str() as root, "what": str()} if root != self.root:
                    pass
                case _:
                    log.warning("%s: line %d cannot be read", self.file.name, number)


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _row(entry: Entry) -> dict[str, object]:
    match entry:
        case CardRevoked(serial):
            return {"what": "card_revoked", "serial": serial}
        case StationRevoked(station, at):
            return {"what": "station_revoked", "station": station, "at": at}


def _json(line: str) -> object:
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value


def _on_a_new_line(stream: FileIO) -> str:
    """What has to come first where a crash cut the last line."""
    end = stream.seek(0, os.SEEK_END)
    if not end:
        return ""
    stream.seek(end - 1)
    return "" if stream.read(1) == b"\n" else "\n"
