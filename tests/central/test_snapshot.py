import hashlib
import json
import os
import threading
import tracemalloc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import zstandard

from central import feed, snapshot
from central.db import meta, reading, writing
from central.demo import loading
from central.feed import Draft
from central.opening import Central
from central.snapshot import NoRoom, Snapshot, Snapshots
from kiosk.domain import wire
from kiosk.domain.catalogue import Unreadable
from kiosk.domain.wire import Item
from tests.central.conftest import Hands


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


@pytest.fixture
def snapshots(central: Central, folder: Path) -> Snapshots:
    return Snapshots(central.engine, folder, central.clock)


def publish(central: Central, *drafts: Draft) -> None:
    with writing(central.engine) as tx:
        assert all(not isinstance(outcome, Unreadable) for outcome in feed.publish_all(tx, drafts))


def providers(count: int, start: int = 0) -> list[Draft]:
    return [Draft("provider", f"p{start + number:05}", {"name": f"Provider {number}"}) for number in range(count)]


def made(snapshots: Snapshots) -> Snapshot:
    current = snapshots.current()
    assert current is not None
    return current


def lines(one: Snapshot) -> list[bytes]:
    with one.path.open("rb") as file:
        return zstandard.ZstdDecompressor().stream_reader(file).read().splitlines()


def items(one: Snapshot) -> list[Item]:
    found = list(wire.parse_items(lines(one)[1:]))
    assert all(isinstance(item, Item) for item in found)
    return [item for item in found if isinstance(item, Item)]


# --- what is in it --------------------------------------------------------------------------------------------------


def test_it_holds_every_live_catalogue_record_in_order(central: Central, snapshots: Snapshots) -> None:
    publish(
        central,
        Draft("session", "s1", {"activity": "a1", "starts": "2026-12-01T14:00:00Z", "ends": "2026-12-01T15:00:00Z"}),
        Draft("activity", "a1", {"title": {"it": "Scacchi"}}),
        Draft("place", "l1", {"name": "Casa"}),
        *reversed(providers(3)),
    )
    with writing(central.engine) as tx:
        feed.withdraw(tx, "provider", "p00001")
    held = items(made(snapshots))
    assert [(item.kind, item.id) for item in held] == [
        ("provider", "p00000"),
        ("provider", "p00002"),
        ("place", "l1"),
        ("activity", "a1"),
        ("session", "s1"),
    ]
    assert all(item.state == "live" for item in held)


def test_the_order_names_each_kind_of_the_catalogue() -> None:
    assert sorted(snapshot.ORDER) == sorted(wire.CATALOGUE)


def test_its_first_line_says_epoch_rev_and_how_many(central: Central, snapshots: Snapshots) -> None:
    publish(central, *providers(3))
    publish(central, Draft("person", "x", {"first_name": "Aa"}, scope="hub:h1"))
    one = made(snapshots)
    with reading(central.engine) as tx:
        expected = wire.SnapshotHead(meta.get(tx, "epoch"), meta.highest_rev(tx), 3)
    assert wire.parse_snapshot_head(lines(one)[0]) == one.head == expected
    assert len(items(one)) == 3


def test_it_is_named_by_its_bytes(central: Central, snapshots: Snapshots, folder: Path) -> None:
    publish(central, *providers(3))
    one = made(snapshots)
    assert one.path == folder / f"{hashlib.sha256(one.path.read_bytes()).hexdigest()}.zst"
    assert (one.sha256.hex(), one.size) == (one.path.stem, one.path.stat().st_size)


def test_each_process_makes_the_same_bytes_of_the_same_records(central: Central, tmp_path: Path) -> None:
    publish(central, *providers(30))
    one, other = (made(Snapshots(central.engine, tmp_path / name, central.clock)) for name in ("a", "b"))
    assert one.sha256 == other.sha256


def test_nothing_of_a_family_is_ever_in_it(central: Central, snapshots: Snapshots) -> None:
    with writing(central.engine) as tx:
        loading.load(tx, central.keys, central.clock().date())
        feed.publish(tx, "key_list", "canary", {"word": "canary"})
        feed.publish(tx, "note", "canary", {"word": "canary"})
        feed.publish(tx, wire.REVOCATION, "canary", {"serial": 1})
        feed.publish(tx, "person", "canary", {"first_name": "canary"}, scope="desk:h1")
    one = made(snapshots)
    assert {item.kind for item in items(one)} <= wire.CATALOGUE
    assert len(items(one)) > 100
    with reading(central.engine) as tx:
        words = {str(word) for kind in ("person", "card") for _, data in feed.live(tx, kind) for word in data.values()}
    ids = {str(item.id) for item in items(one)}
    held = {word for item in items(one) for word in _texts(json.loads(item.text))}
    assert not {word for word in words if len(word) > 5} & (ids | held)
    assert b"canary" not in b"".join(lines(one))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def test_it_is_written_as_it_is_read(central: Central, folder: Path) -> None:
    """Twenty million bytes of records, and never more than a few of them in memory."""
    padding = "".join(f"{number:x}" for number in range(2500))
    for start in range(0, 2000, 500):
        publish(central, *(Draft("provider", f"p{start + number}", {"name": "Aa", "note": f"{number}{padding}"})
                           for number in range(500)))  # fmt: skip
    tracemalloc.start()
    try:
        one = made(Snapshots(central.engine, folder, central.clock))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert one.head.live == 2000
    assert peak < 10_000_000


# --- when it is made ------------------------------------------------------------------------------------------------


def test_it_is_made_once_and_kept_while_nothing_changes(
    central: Central, snapshots: Snapshots, folder: Path, clock: Hands
) -> None:
    publish(central, *providers(3))
    one = made(snapshots)
    publish(central, Draft("person", "x", {}, scope="hub:h1"))  # no business of the catalogue
    clock.advance(timedelta(days=30))
    assert made(snapshots) == one
    assert made(Snapshots(central.engine, folder, central.clock)) == one


def test_it_is_made_again_after_an_hour_if_something_changed(
    central: Central, snapshots: Snapshots, clock: Hands
) -> None:
    publish(central, *providers(3))
    one = made(snapshots)
    publish(central, *providers(1, 50))
    clock.advance(timedelta(minutes=59))
    assert made(snapshots) == one
    clock.advance(timedelta(minutes=1))
    assert len(items(made(snapshots))) == 4


def test_it_is_made_again_at_once_when_much_changed(
    central: Central, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "MOST_BEHIND", 10)
    publish(central, *providers(3))
    one = made(snapshots)
    publish(central, *providers(10, 50))
    assert made(snapshots) == one
    publish(central, *providers(1, 90))
    assert len(items(made(snapshots))) == 14


def test_a_herd_gets_one(central: Central, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one makes it, in whichever process, others are told to ask again, or get the one before."""
    publish(central, *providers(3))
    writes, begun, goes_on = list[int](), threading.Event(), threading.Event()
    write = snapshot.write

    def slow(*args: object) -> None:
        writes.append(1)
        begun.set()
        assert goes_on.wait(30)
        write(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(snapshot, "write", slow)
    ours, theirs = (Snapshots(central.engine, folder, central.clock) for _ in range(2))
    first = threading.Thread(target=ours.current)
    first.start()
    assert begun.wait(30)
    assert [ours.current(), theirs.current()] == [None, None]
    goes_on.set()
    first.join()
    one = made(ours)
    assert (made(theirs), len(writes)) == (one, 1)

    monkeypatch.setattr(snapshot, "MOST_BEHIND", 0)
    publish(central, *providers(1, 50))
    begun.clear()
    goes_on.clear()
    second = threading.Thread(target=theirs.current)
    second.start()
    assert begun.wait(30)
    assert [ours.current(), theirs.current()] == [one, one]
    goes_on.set()
    second.join()
    assert len(items(made(ours))) == 4


def test_the_last_two_are_kept(
    central: Central, snapshots: Snapshots, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "MOST_BEHIND", 0)
    ones = []
    for number in range(4):
        publish(central, *providers(1, number))
        ones.append(made(snapshots))
    assert {path.name for path in folder.glob("*.zst")} == {one.path.name for one in ones[-2:]}
    assert snapshots.named(ones[-2].sha256) == ones[-2]
    assert snapshots.named(ones[0].sha256) is None


def test_one_of_another_epoch_is_no_longer_served(central: Central, snapshots: Snapshots) -> None:
    publish(central, *providers(3))
    one = made(snapshots)
    with writing(central.engine) as tx:
        tx.exec_driver_sql("UPDATE meta SET value = 'another' WHERE name = 'epoch'")
    assert snapshots.named(one.sha256) is None
    assert made(snapshots).head.epoch == "another"


def test_one_from_before_purged_tombstones_is_no_longer_served(central: Central, snapshots: Snapshots) -> None:
    publish(central, *providers(3))
    one = made(snapshots)
    publish(central, *providers(1, 50))
    with writing(central.engine) as tx:
        meta.put(tx, "purged_rev", str(one.head.rev + 1))
    assert snapshots.named(one.sha256) is None
    assert len(items(made(snapshots))) == 4


# --- disks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("harm", ["cut", "changed", "emptied"])
def test_a_damaged_file_is_made_anew(central: Central, folder: Path, harm: str) -> None:
    publish(central, *providers(2000))  # more than its first line is read for
    one = made(Snapshots(central.engine, folder, central.clock))
    content = one.path.read_bytes()
    damaged = {"cut": content[:-5], "changed": content[:-5] + b"xxxxx", "emptied": b""}[harm]
    one.path.write_bytes(damaged)
    again = made(Snapshots(central.engine, folder, central.clock))
    assert again.path.read_bytes() == content


def test_what_is_no_snapshot_of_ours_is_swept_out(central: Central, snapshots: Snapshots, folder: Path) -> None:
    folder.mkdir()
    for name in ("part", f"{'0' * 64}.zst", "notes.zst"):
        (folder / name).write_bytes(b"left behind")
    publish(central, *providers(3))
    one = made(snapshots)
    assert sorted(path.name for path in folder.iterdir()) == sorted([one.path.name, "lock"])


def test_without_room_the_one_before_is_served_and_nothing_is_left_behind(
    central: Central, snapshots: Snapshots, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    publish(central, *providers(3))
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(NoRoom):
            snapshots.current()
        assert [path.name for path in folder.iterdir()] == ["lock"]
    one = made(snapshots)
    monkeypatch.setattr(snapshot, "MOST_BEHIND", 0)
    publish(central, *providers(1, 50))
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        assert made(snapshots) == one
    assert len(items(made(snapshots))) == 4
