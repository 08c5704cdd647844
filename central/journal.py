"""What must outlive the restore of an old backup: a file beside the database, only ever added to.

One JSON object a line, on disk before the database commits. A copy of the database that lacks an entry gets it again
when it is opened, and whatever the database holds beyond the file is added to it, so that neither can lose it alone.
Each line names the database it belongs to, by its first epoch: lines of another one mean nothing here.
"""

import fcntl
import json
import logging
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from central import files
from kiosk.domain import erasure
from kiosk.domain.erasure import Name

FILE = "journal.ndjson"
_PUBLIC = re.compile("[0-9a-f]{64}")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class CardRevoked:
    serial: int


@dataclass(frozen=True)
class StationRevoked:
    station: str
    at: str  # UTC, ISO 8601


@dataclass(frozen=True)
class StationKnown:
    """A station with the key it signs with; the last entry of a station holds."""

    station: str
    hub: str
    role: str
    name: str
    public: str  # hexadecimal
    enrolled_at: str


@dataclass(frozen=True)
class BlanksGranted:
    grant: str
    station: str
    codes: tuple[tuple[int, str], ...]  # serial and code, as printed


@dataclass(frozen=True)
class Erased:
    """Who was erased: ids, no names. What was found to be theirs later is told in another line."""

    household: str
    person: str  # "" for all of the household
    at: str
    names: tuple[Name, ...]


Entry = CardRevoked | StationRevoked | StationKnown | BlanksGranted | Erased


@dataclass(frozen=True)
class Journal:
    file: Path
    database: str  # its first epoch

    def append(self, entries: Iterable[Entry]) -> None:
        """On return they are on disk. Raises OSError, and then nothing may be committed."""
        lines = "".join(json.dumps({"database": self.database, **_row(entry)}) + "\n" for entry in entries)
        if not lines:
            return
        new = not self.file.exists()
        with FileIO(self.file, "a+", opener=_for_its_owner) as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            files.write_all(stream, (_on_a_new_line(stream) + lines).encode())
            os.fsync(stream.fileno())
        if new:
            files.settle(self.file.parent)

    def entries(self) -> list[Entry]:
        """Those of this database, in order. A line that was cut by a crash was never promised: it is passed over."""
        if not self.file.exists():
            return []
        with self.file.open(encoding="utf-8", errors="replace") as lines:
            return list(self._read(lines))

    def _read(self, lines: Iterable[str]) -> Iterator[Entry]:
        for number, line in enumerate(lines, 1):
            row = _json(line)
            database = row.pop("database", None) if isinstance(row, dict) else None
            if isinstance(database, str) and database != self.database:
                continue
            entry = _entry(row) if database else None
            if entry is None:
                log.warning("%s: line %d cannot be read", self.file.name, number)
            else:
                yield entry


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


_WHAT = {
    CardRevoked: "card_revoked",
    StationRevoked: "station_revoked",
    StationKnown: "station_known",
    BlanksGranted: "blanks_granted",
    Erased: "erased",
}


def _row(entry: Entry) -> dict[str, object]:
    return {"what": _WHAT[type(entry)], **vars(entry)}


def _entry(row: object) -> Entry | None:
    match row:
        case {"what": "card_revoked", "serial": int() as serial}:
            return CardRevoked(serial)
        case {"what": "station_revoked", "station": str() as station, "at": str() as at}:
            return StationRevoked(station, at)
        case {
            "what": "station_known",
            "station": str() as station,
            "hub": str() as hub,
            "role": "touch" | "desk" as role,
            "name": str() as name,
            "public": str() as public,
            "enrolled_at": str() as at,
        } if _PUBLIC.fullmatch(public):
            return StationKnown(station, hub, role, name, public, at)
        case {"what": "blanks_granted", "grant": str() as grant, "station": str() as station, "codes": [*pairs]}:
            codes = tuple(_codes(pairs))
            return BlanksGranted(grant, station, codes) if codes and len(codes) == len(pairs) else None
        case {"what": "erased", "household": household, "person": person, "at": at, "names": names}:
            read = erasure.read({"household": household, "person": person, "at": at, "names": names})
            return Erased(read.household, read.person, read.at, tuple(sorted(read.names))) if read else None
    return None


def _codes(pairs: list[object]) -> Iterator[tuple[int, str]]:
    for pair in pairs:
        match pair:
            case [int() as serial, str() as code]:
                yield serial, code


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
