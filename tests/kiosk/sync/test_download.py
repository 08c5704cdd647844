"""The snapshot on disk: gone on with after a cut, checked as a whole, dropped when it is not what was signed."""

import errno
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

from kiosk.clock import Clock, stamp
from kiosk.domain import wire
from kiosk.domain.wire import NotTheWire
from kiosk.sync.central import CentralUnreachable, NoConnection, NoRoom, NotWelcome, client, download, line
from tests.kiosk.sync.speaking import NOW, Answer, Asked, Signing, digest, reached

SIGN = Signing()
FILE = os.urandom(600_000)


class Shelf:
    """Central's side of a snapshot. Counts the bytes it sent."""

    def __init__(self, content: bytes = FILE) -> None:
        self.content = content
        self.cut_after: int | None = None
        self.sent = 0
        self.asked: list[Asked] = []
        self.honest = True

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.content).hexdigest()}"'

    def __call__(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        headers = {"ETag": self.etag, "Repr-Digest": digest(self.content)}
        start = int(asked.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        if asked.headers.get("If-Range", self.etag) != self.etag:
            start = 0
        if start and start >= len(self.content):
            return SIGN(asked, Answer(b"", 416))
        body = self.content[start:]
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(self.content) - 1}/{len(self.content)}"
        headers["Content-Length"] = str(len(body))
        self.sent += min(len(body), self.cut_after or len(body))
        body = body if self.honest else bytes(len(body))
        return SIGN(asked, Answer(body, 206 if start else 200, headers, self.cut_after))


def test_the_whole_file_is_fetched_and_sets_the_clock(tmp_path: Path) -> None:
    shelf = Shelf()
    with reached(shelf, SIGN) as (central, _):
        assert central.snapshot(tmp_path / "new").read_bytes() == FILE
        assert central._clock.read().anchor == NOW


def test_what_was_cut_is_gone_on_with(tmp_path: Path) -> None:
    shelf, clock = Shelf(), Clock()
    with reached(shelf, SIGN, clock) as (central, _):
        for shelf.cut_after in (100_000, 1, 200_000):
            with pytest.raises(NoConnection):
                central.snapshot(tmp_path)
    with reached(shelf, SIGN, clock) as (central, _):  # the program was started anew
        shelf.cut_after = None
        assert central.snapshot(tmp_path).read_bytes() == FILE
    assert shelf.sent <= len(FILE) + len(shelf.asked)
    assert shelf.asked[-1].headers["If-Range"] == shelf.etag


def test_one_that_takes_for_ever_is_cut_and_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps the pace, and still does not end in time."""
    shelf = Shelf(os.urandom(2_000_000))
    with reached(shelf, SIGN) as (central, _), monkeypatch.context() as hurry:
        hurry.setattr(client, "LONG", line.Patience(stall=30, whole=0.0, paced=True))
        with pytest.raises(NoConnection):
            central.snapshot(tmp_path)
    first = shelf.sent
    with reached(shelf, SIGN) as (central, _):
        assert central.snapshot(tmp_path).read_bytes() == shelf.content
    assert first < shelf.sent


def test_a_file_that_was_whole_already_costs_one_byte(tmp_path: Path) -> None:
    """The program ended after the last byte, or before the file was used."""
    shelf = Shelf()
    with reached(shelf, SIGN) as (central, _):
        whole = central.snapshot(tmp_path)
        shelf.sent = 0
        assert central.snapshot(tmp_path) == whole
    assert shelf.sent == 1
    assert whole.read_bytes() == FILE


@pytest.mark.parametrize("length", [600_000, 900_000, 100])
def test_another_file_than_was_begun_is_fetched_from_its_start(tmp_path: Path, length: int) -> None:
    shelf = Shelf()
    with reached(shelf, SIGN) as (central, _):
        shelf.cut_after = 300_000
        with pytest.raises(NoConnection):
            central.snapshot(tmp_path)
        shelf.content, shelf.cut_after = os.urandom(length), None
        assert central.snapshot(tmp_path).read_bytes() == shelf.content


def test_a_part_that_was_damaged_is_fetched_from_its_start(tmp_path: Path) -> None:
    shelf = Shelf()
    with reached(shelf, SIGN) as (central, _):
        shelf.cut_after = 300_000
        with pytest.raises(NoConnection):
            central.snapshot(tmp_path)
        with (tmp_path / "snapshot.part").open("r+b") as part:
            part.write(b"damaged")
        shelf.cut_after = None
        assert central.snapshot(tmp_path).read_bytes() == FILE


def test_a_part_longer_than_the_file_is_dropped(tmp_path: Path) -> None:
    shelf = Shelf()
    (tmp_path / "snapshot.part").write_bytes(FILE + b"more")
    (tmp_path / "snapshot.etag").write_text(f"{shelf.etag}\n{stamp(NOW)}\n")
    with reached(shelf, SIGN) as (central, _):
        central._clock.anchor(NOW, 0, 0)
        assert central.snapshot(tmp_path).read_bytes() == FILE
    assert len(shelf.asked) == 2


@pytest.mark.parametrize("note", ["{etag}\n{old}\n", "{etag}\n", "", "\n\n", "\x00\xff"])
def test_a_part_that_is_old_or_of_nobody_knows_what_is_dropped(tmp_path: Path, note: str) -> None:
    shelf = Shelf()
    (tmp_path / "snapshot.part").write_bytes(FILE[:100])
    noted = note.format(etag=shelf.etag, old=stamp(NOW - timedelta(days=1, seconds=1)))
    (tmp_path / "snapshot.etag").write_bytes(noted.encode("latin-1"))
    with reached(shelf, SIGN) as (central, _):
        central._clock.anchor(NOW, 0, 0)
        assert central.snapshot(tmp_path).read_bytes() == FILE
    assert "Range" not in shelf.asked[0].headers


def test_what_is_not_what_was_signed_is_dropped(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.honest = False
    with reached(shelf, SIGN) as (central, _), pytest.raises(NotTheWire):
        central.snapshot(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_that_is_not_signed_is_not_taken(tmp_path: Path) -> None:
    def portal(asked: Asked) -> Answer:
        return Answer(FILE, headers={"ETag": '"x"', "Repr-Digest": digest(FILE)})

    with reached(portal) as (central, _), pytest.raises(NotTheWire):
        central.snapshot(tmp_path)
    assert not (tmp_path / "snapshot.zst").exists()


def test_a_range_that_was_not_asked_for_is_not_taken(tmp_path: Path) -> None:
    def other(asked: Asked) -> Answer:
        headers = {"ETag": '"x"', "Repr-Digest": digest(FILE), "Content-Range": "bytes 7-9/10"}
        return SIGN(asked, Answer(b"abc", 206, headers))

    with reached(other, SIGN) as (central, _), pytest.raises(NotTheWire):
        central.snapshot(tmp_path)


def test_a_refusal_is_central_s_when_it_is_signed(tmp_path: Path) -> None:
    def refused(asked: Asked) -> Answer:
        return SIGN(asked, Answer(b'{"error":"revoked"}', 401))

    def busy(asked: Asked) -> Answer:
        return SIGN(asked, Answer(b'{"error":"not_now"}', 503, {"Retry-After": "30"}))

    with reached(refused, SIGN) as (central, _), pytest.raises(NotWelcome):
        central.snapshot(tmp_path)
    with reached(busy, SIGN) as (central, _), pytest.raises(CentralUnreachable) as told:
        central.snapshot(tmp_path)
    assert told.value.retry_after == 30


def test_a_key_is_learned_for_a_snapshot_too(tmp_path: Path) -> None:
    rotated = SIGN.rotated()

    def speak(asked: Asked) -> Answer:
        if asked.path == "/v1/keys":
            return Answer(wire.dump_signed(rotated.listed))
        return rotated(asked, Answer(FILE, headers={"ETag": '"x"', "Repr-Digest": digest(FILE)}))

    with reached(speak, SIGN) as (central, _):
        assert central.snapshot(tmp_path).read_bytes() == FILE


# --- the disk -------------------------------------------------------------------------------------------------------


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_disk_without_room_is_said_before_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(0, 0, download.RESERVE + 599_999))
    with reached(Shelf(), SIGN) as (central, _), pytest.raises(NoRoom, match="ENOSPC"):
        central.snapshot(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_meanwhile_gets_its_room_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.open

    class Full:
        def __init__(self, file: IO[bytes]) -> None:
            self.file = file

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

        def write(self, chunk: bytes) -> int:
            if self.file.tell() > 100_000:
                raise OSError(errno.ENOSPC, "full")
            return self.file.write(chunk)

    def opened(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        file = real(path, mode, *rest, **more)
        return Full(file) if path.suffix == ".part" and mode in ("wb", "r+b") else file

    monkeypatch.setattr(Path, "open", opened)
    with reached(Shelf(), SIGN) as (central, _), pytest.raises(NoRoom, match="ENOSPC"):
        central.snapshot(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with reached(Shelf(), SIGN) as (central, _), pytest.raises(NoRoom):
        central.snapshot(tmp_path / "file" / "below")


def test_a_snapshot_too_large_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "LARGEST", 100_000)
    with reached(Shelf(), SIGN) as (central, _), pytest.raises(NotTheWire, match="too large"):
        central.snapshot(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_without_a_length_is_bounded_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def endless(start: int, etag: str) -> Iterator[download.Piece]:
        yield download.Piece(0, '"x"', bytes(32), 0, iter(lambda: b"x" * 50_000, b""))

    monkeypatch.setattr(download, "LARGEST", 120_000)
    with pytest.raises(NotTheWire, match="too large"):
        download.fetch(tmp_path, lambda: NOW, endless)
    assert list(tmp_path.iterdir()) == []
