"""The snapshot of the public catalogue: checked as a whole, then written in pieces, with the store free between them.

Memory is bounded by a record, whatever the catalogue's size. An install that was cut starts again from the file that
is kept; records that are there already are passed over.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import zstandard

from kiosk.domain import wire
from kiosk.domain.wire import CATALOGUE, Cursor, NotTheWire, SnapshotHead
from kiosk.sync import apply
from kiosk.sync.central import CentralUnreachable, NoConnection, NotWelcome, Restarted
from kiosk.sync.trip import Trip

ATTEMPTS = 3  # in one round; each goes on where the one before was cut
WINDOW = 2**27  # bytes, the most that the decompressor may need
_READ = 2**17  # bytes
_KINDS = tuple(f'{{"kind":"{kind}",'.encode() for kind in sorted(CATALOGUE))


def install(trip: Trip) -> None:
    """Bring the catalogue by snapshot, and the cursor to where it leads; to its beginning where there is none."""
    cursor = trip.state.cursor
    path = _fetched(trip)
    head = _checked(path, cursor) if path is not None else None
    trip.save()
    if path is None or head is None:
        trip.state = replace(trip.state, cursor=replace(cursor, catalogue=0))  # not noted: the next round tries again
    else:
        _write(trip, path)
        trip.state = replace(trip.state, cursor=replace(cursor, catalogue=head.rev))
        trip.unsaved = True
        trip.save()
        trip.done = replace(trip.done, snapshot=True)
    if path is not None:
        path.unlink(missing_ok=True)


def _fetched(trip: Trip) -> Path | None:
    """None where it cannot be had: the catalogue then comes by feed. Raises what holds for the feed as well."""
    trip.folder.mkdir(parents=True, exist_ok=True)
    for _ in range(ATTEMPTS):
        trip.go_on()
        try:
            return trip.ask(lambda: trip.central.snapshot(trip.folder))
        except NoConnection:
            continue
        except (NotWelcome, Restarted):
            raise
        except CentralUnreachable as error:
            if error.retry_after is not None:
                raise
            return None
        except NotTheWire:
            return None
    return None


def _checked(path: Path, cursor: Cursor) -> SnapshotHead | None:
    """Its head, if it is of this epoch and holds what it says: nothing is written before."""
    try:
        with path.open("rb") as file:
            lines = _lines(file)
            head = wire.parse_snapshot_head(next(lines, b""))
            if head.epoch != cursor.epoch:
                return None
            found = sum(_is_of_the_catalogue(line) for line in itertools.islice(lines, head.live + 1))
            return head if found == head.live else None
    except (NotTheWire, zstandard.ZstdError):
        return None


def _is_of_the_catalogue(line: bytes) -> bool:
    if not line.startswith(_KINDS):
        raise NotTheWire("not of the catalogue")
    return True


def _write(trip: Trip, path: Path) -> None:
    root, state = trip.station.root_public, trip.state
    with path.open("rb") as file:
        lines = itertools.islice(_lines(file), 1, None)
        records = (apply.prepare(item, root) for item in wire.parse_items(lines))
        for piece in apply.cut_up(records):
            trip.write(piece, state.cursor, state.total)
            trip.count(pulled=len(piece))


def _lines(file: object) -> Iterator[bytes]:
    """Line by line without their ends. Raises NotTheWire for a line that is longer than any record."""
    reader = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(file, read_across_frames=True)  # type: ignore[arg-type]
    rest = b""
    while chunk := reader.read(_READ):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
        if len(rest) > wire.RECORD_LONGEST:
            raise NotTheWire("too long")
    if rest:
        yield rest
