"""The snapshot: checked whole, written in pieces, gone on with after a cut, and done without where there is none."""

import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
import zstandard

from central import feed
from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.wire import NotTheWire, SnapshotHead
from kiosk.sync.central import CentralUnreachable, NoConnection, NoRoom, NotWelcome
from kiosk.sync.exchange import exchange_once
from tests.central_at import CentralAt
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.records import activity
from tests.kiosk.sync.test_pull import published, shown
from tests.station import Station

T = TypeVar("T")


class Cut(Exception):
    """The power goes."""


@pytest.fixture
def many(central: CentralAt) -> CentralAt:
    """A central with 300 activities."""
    drafts = [feed.Draft("activity", f"a-{number:03}", activity(f"Attività {number}")) for number in range(300)]
    with central.writing() as tx:
        feed.publish_all(tx, drafts)
    return central


def packed(*lines: bytes, end: bytes = b"\n") -> bytes:
    return zstandard.compress(b"\n".join(lines) + end)


def epoch(central: CentralAt) -> str:
    with central.writing() as tx:
        return str(tx.exec_driver_sql("SELECT value FROM meta WHERE name = 'epoch'").scalar_one())


def line(number: int, kind: str = "activity") -> bytes:
    return wire.dump_item(wire.item(kind, f"x-{number}", 1, activity("Falsa"))).rstrip()


class Forged(Between):
    """Hands over a file that central never made, as if it had been checked."""

    content = b""

    def snapshot(self, folder: Path) -> Path:
        path = folder / "forged.zst"
        path.write_bytes(self.content)
        return path


def head(central: CentralAt, live: int, of: str = "") -> bytes:
    return wire.dump_snapshot_head(SnapshotHead(of or epoch(central), 1, live)).rstrip()


FORGED: list[Callable[[CentralAt], bytes]] = [
    lambda central: b"",
    lambda central: b"no zstd at all",
    lambda central: packed(b"{}"),
    lambda central: packed(head(central, 2), line(1)),
    lambda central: packed(head(central, 1), line(1), line(2)),
    lambda central: packed(head(central, 1), line(1))[:-9],
    lambda central: packed(head(central, 1, of="another"), line(1)),
    lambda central: packed(head(central, 2), line(1), line(2, "revocation")),
    lambda central: packed(head(central, 2), line(1), b"x" * 600_000),
    lambda central: packed(head(central, 2), line(1), b'{"id":"x-2"}'),
    lambda central: packed(b"y" * 600_000),
]


@pytest.mark.parametrize("content", FORGED)
def test_a_snapshot_that_does_not_hold_together_is_not_touched_and_the_catalogue_comes_by_feed(
    station: Station, many: CentralAt, content: Callable[[CentralAt], bytes]
) -> None:
    station.central = forged = Forged(station.central)
    forged.content = content(many)
    done = station.sync()
    assert (done.trouble, done.snapshot, done.first_copy_complete) == ("", False, True)
    assert shown(station) == published(many)
    assert not list((station.settings.data / "snapshot").glob("*.zst"))


@pytest.mark.parametrize(
    "error",
    [CentralUnreachable("404"), CentralUnreachable("500"), NotTheWire("damaged"), NoRoom("full"), NoConnection("cut")],
)
def test_where_there_is_no_snapshot_the_catalogue_comes_by_feed(
    station: Station, many: CentralAt, error: Exception
) -> None:
    class Without(Between):
        tried = 0

        def snapshot(self, folder: Path) -> Path:
            self.tried += 1
            raise error

    station.central = without = Without(station.central)
    done = station.sync()
    assert (done.trouble, done.first_copy_complete) == ("", True)
    assert without.tried == (3 if isinstance(error, NoConnection) else 1)
    assert shown(station) == published(many)


@pytest.mark.parametrize("error", [CentralUnreachable("503", retry_after=30), NotWelcome("revoked")])
def test_what_central_means_for_every_call_is_obeyed(station: Station, many: CentralAt, error: Exception) -> None:
    class Refusing(Between):
        def snapshot(self, folder: Path) -> Path:
            raise error

    station.central = Refusing(station.central)
    done = station.sync()
    assert done.trouble.startswith(type(error).__name__)
    assert done.retry_after == getattr(error, "retry_after", None)


def test_a_record_of_it_that_cannot_be_read_is_put_aside(station: Station, central: CentralAt) -> None:
    station.central = forged = Forged(station.central)
    bad = wire.dump_item(wire.item("activity", "bad", 1, {"title": 7})).rstrip()
    forged.content = packed(head(central, 3), line(1), bad, b'{"kind":"activity","id":7}')
    assert station.sync().snapshot
    aside = station.do(lambda tx: tx.syncing.set_aside())
    assert {row["why"] for row in aside} >= {"not an item"}


@pytest.mark.parametrize("cut_at", range(1, 18))
def test_an_install_that_was_cut_anywhere_starts_again_and_ends_the_same(
    station: Station, many: CentralAt, cut_at: int
) -> None:
    """The power goes at the n-th transaction of the round; the next one has the file, and comes to its end."""
    numbers = count(1)

    def store(work: Callable[[Tx], T]) -> T:
        if next(numbers) == cut_at:
            raise Cut
        return station.do(work)

    folder = station.settings.data / "snapshot"
    with suppress(Cut):
        exchange_once(store, station.central, station.clock, folder=folder)
    done = station.sync()
    assert (done.trouble, done.first_copy_complete) == ("", True)
    assert shown(station) == published(many)


def test_a_second_install_writes_nothing_that_is_there(station: Station, many: CentralAt) -> None:
    station.sync()
    written: list[int] = []

    class Counting(Between):
        def snapshot(self, folder: Path) -> Path:
            path = super().snapshot(folder)
            written.append(changes(station))
            return path

    station.do(lambda tx: tx.syncing.move(catalogue=None))
    station.central = Counting(station.central)
    assert station.sync().snapshot
    assert changes(station) - written[0] < 10  # where it stands, and no record


def changes(station: Station) -> int:
    """Rows that were ever changed through this store."""
    work: Callable[[Tx], int] = lambda tx: int(  # noqa: E731
        tx.syncing._connection.exec_driver_sql("SELECT total_changes()").scalar_one()
    )
    return station.do(work)


# --- size -----------------------------------------------------------------------------------------------------------


def catalogue_of(central: CentralAt, live: int) -> bytes:
    """A snapshot of so many records of about 1 KB each."""
    packer = zstandard.ZstdCompressor(level=1).compressobj()
    parts = [packer.compress(head(central, live) + b"\n")]
    for number in range(live):
        record = activity(f"Attività {number}", about={"it": f"{number:07}" * 120})
        parts.append(packer.compress(wire.dump_item(wire.item("activity", f"a-{number:06}", 1, record))))
    return b"".join([*parts, packer.flush()])


def test_ten_times_the_records_take_no_more_memory(station: Station, central: CentralAt) -> None:
    peaks: list[int] = []
    for live in (300, 3000):
        station.do(lambda tx: tx.syncing.move(catalogue=None, first_copy_complete=False))
        station.central = forged = Forged(getattr(station.central, "real", station.central))
        forged.content = catalogue_of(central, live)
        tracemalloc.start()
        assert station.sync().snapshot
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 2_000_000


def test_a_bomb_takes_no_memory(station: Station, many: CentralAt) -> None:
    """A file of 40 KB that would be 400 MB, without a line in it."""
    packer = zstandard.ZstdCompressor(level=1).compressobj()
    piece = b"y" * 1_000_000
    station.central = forged = Forged(station.central)
    forged.content = b"".join([*(packer.compress(piece) for _ in range(400)), packer.flush()])
    tracemalloc.start()
    done = station.sync()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (done.trouble, done.snapshot) == ("", False)
    assert peak < 16_000_000


@pytest.mark.long
def test_no_commit_of_an_install_holds_the_writer_for_long(station: Station, central: CentralAt) -> None:
    took: list[float] = []

    def store(work: Callable[[Tx], T]) -> T:
        begun = time.perf_counter()
        done = station.do(work)
        took.append(time.perf_counter() - begun)
        return done

    station.central = forged = Forged(station.central)
    forged.content = catalogue_of(central, 20_000)
    assert exchange_once(store, forged, station.clock, folder=station.settings.data / "snapshot").snapshot
    took.sort()
    assert took[int(len(took) * 0.99)] < 0.05
