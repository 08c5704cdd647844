"""Answers that want to harm: nothing changes, little memory is taken, and the loop goes on.

Some are central's own, signed with its key: a station believes who spoke, and still not everything that is said.
"""

import gzip
import json
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.wire import Cursor, Item, Page
from kiosk.sync.central import HttpCentral
from kiosk.sync.exchange import exchange_once
from tests.central_at import CentralAt
from tests.kiosk.sync.speaking import Answer, Asked, Signing, serving
from tests.station import Station

MOST = 64 * 1024 * 1024  # bytes more than without the answer
EPOCH = "1" * 16
GZIP = {"Content-Encoding": "gzip"}


@cache
def zeros(count: int) -> bytes:
    """So many zero bytes, packed without having them: one packed piece again and again."""
    packer, piece, sum_ = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS), bytes(2**20), 0
    packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)  # refers to nothing before it
    for _ in range(count // len(piece)):
        sum_ = zlib.crc32(piece, sum_)
    end = packer.flush() + sum_.to_bytes(4, "little") + count.to_bytes(4, "little")
    return b"\x1f\x8b\x08" + bytes(7) + packed * (count // len(piece)) + end


def page(*lines: bytes, after: int = 0, to: int = 9, epoch: str = EPOCH, more: bool = False) -> bytes:
    cursor = Cursor(epoch, after, 0, None)
    head = wire.dump_head(Page(cursor, Cursor(epoch, to, 0, None, 9), more, 0, ""))
    return head + b"".join(line + b"\n" for line in lines)


def item(data: str, kind: str = "person", rev: int = 3) -> bytes:
    return wire.dump_item(Item(kind, "p", rev, "live", 1, data)).rstrip()


PERSON = item('{"household":"h","first_name":"Ada","creature":"fox"}')
LONG = item(json.dumps({"household": "h", "first_name": "x" * 10_000_000, "creature": "fox"}))
TINY = item('{"a":[' + ",".join(["{}"] * 49_000) + "]}")
BOMBS: dict[str, Callable[[], Answer]] = {
    "a gzip bomb": lambda: Answer(zeros(2**30), headers=GZIP),
    "a gzip bomb behind a page": lambda: Answer(gzip.compress(page(PERSON)) + zeros(2**30), headers=GZIP),
    "a gzip of a million empty members": lambda: Answer(gzip.compress(b"", mtime=0) * 390_000, headers=GZIP),
    "a body without end": lambda: Answer(bytes(30_000_000)),
    "a field of 10 MB": lambda: Answer(page(LONG)),
    "a field of 10 MB, packed": lambda: Answer(gzip.compress(page(LONG)), headers=GZIP),
    "fields of a million tiny objects": lambda: Answer(gzip.compress(page(*[TINY] * 30)), headers=GZIP),
    "more records than a page holds": lambda: Answer(gzip.compress(page(*[TINY] * 100)), headers=GZIP),
    "a header of tiny objects": lambda: Answer(
        gzip.compress(page().replace(b'"digest"', b'"x":[' + b"{}," * 5_000_000 + b'0],"digest"')), headers=GZIP
    ),
    "a page of nothing but lines": lambda: Answer(gzip.compress(page() + b"\n" * 15_000_000), headers=GZIP),
    "a page of nothing but returns": lambda: Answer(gzip.compress(page() + b"\r" * 15_000_000), headers=GZIP),
}
WRONG: dict[str, Callable[[], Answer]] = {
    "a page that leads back": lambda: Answer(page(PERSON, to=9).replace(b'"to":9', b'"to":-1')),
    "a page after another cursor": lambda: Answer(page(PERSON, after=5)),
    "a page that leads nowhere": lambda: Answer(page(to=0, more=True)),
    "nothing": lambda: Answer(b""),
    "no JSON": lambda: Answer(b"x"),
    "JSON that is no page": lambda: Answer(b"{}"),
    "a header that runs backwards": lambda: Answer("\u202e".encode() + page(PERSON)),
    "JSON too deep": lambda: Answer(b"[" * 100_000),
    "invalid UTF-8": lambda: Answer(b"\xff\xfe" + page(PERSON)),
    "HTML": lambda: Answer(b"<html>Welcome to Free WiFi</html>", headers={"Content-Type": "text/html"}),
    "an encoding nobody asked for": lambda: Answer(page(PERSON), headers={"Content-Encoding": "br"}),
    "gzip that is none": lambda: Answer(page(PERSON), headers=GZIP),
    "gzip that is cut": lambda: Answer(gzip.compress(page(PERSON))[:-3], headers=GZIP),
    "gzip and more": lambda: Answer(gzip.compress(page(PERSON)) + b"more", headers=GZIP),
    "a restart that is none": lambda: Answer(b"{}", 410),
}
PLAIN: dict[str, Callable[[], Answer]] = {"a page": lambda: Answer(page(PERSON))}
EVERY = {**BOMBS, **WRONG, **PLAIN}
SENSELESS = [name for name in {**WRONG, **BOMBS} if "field" not in name]  # that is a page, with an item put aside


@cache
def answer(lie: str) -> Answer:
    return EVERY[lie]()


class Enemy:
    """Answers the feed with this, and pushes as central would."""

    def __init__(self, answer: Answer, sign: Callable[[Asked, Answer], Answer] | None) -> None:
        self.answer = answer
        self.sign = sign or (lambda asked, answer: answer)

    def __call__(self, asked: Asked) -> Answer:
        return self.sign(asked, self.answer)


def everything(station: Station) -> list[tuple[object, ...]]:
    """All rows that a feed could change."""

    def rows(tx: Tx) -> list[tuple[object, ...]]:
        connection = tx.station._connection
        tables = ("station", "records", "people", "cards", "stock", "revocations", "quarantine", "events")
        return [tuple(row) for table in tables for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]

    return station.do(rows)


def cursor(station: Station) -> Cursor:
    return station.do(lambda tx: tx.syncing.get().cursor)


def attacked(station: Station, enemy: Enemy, signing: Signing | None = None) -> str:
    """The trouble of a round in which the enemy answers in central's place."""
    with serving(enemy) as url:
        identity = (signing or Signing()).identity(url)
        central = HttpCentral(identity, station.clock)
        try:
            folder = station.settings.data / "snapshot"
            return exchange_once(station.do, central, station.clock, folder=folder).trouble
        finally:
            central.close()


@pytest.mark.parametrize("lie", EVERY)
def test_what_central_did_not_sign_changes_nothing(station: Station, central: CentralAt, lie: str) -> None:
    station.sync()
    rows, position, kept = everything(station), cursor(station), station.clock.kept()
    assert attacked(station, Enemy(answer(lie), None))
    assert (everything(station), cursor(station)) == (rows, position)
    assert station.clock.kept() == kept
    assert not station.sync().trouble


@pytest.mark.parametrize("lie", SENSELESS)
def test_what_central_signed_and_makes_no_sense_changes_nothing(station: Station, central: CentralAt, lie: str) -> None:
    station.sync()
    rows, position = everything(station), cursor(station)
    signing = Signing()
    assert attacked(station, Enemy(answer(lie), signing), signing)
    assert (everything(station), cursor(station)) == (rows, position)
    assert not station.sync().trouble


def test_a_page_of_another_epoch_changes_nothing(station: Station) -> None:
    station.sync()
    rows, position = everything(station), cursor(station)
    assert position.epoch not in ("", EPOCH)
    signing = Signing()
    begun = Cursor(EPOCH, position.rev, position.revoked, position.catalogue, position.began)
    content = wire.dump_page(Page(begun, begun, False, 0, "")) + PERSON + b"\n"
    assert "NotTheWire" in attacked(station, Enemy(Answer(content), signing), signing)
    assert (everything(station), cursor(station)) == (rows, position)


MEASURE = """
import json, os, sys
from pathlib import Path
from kiosk.clock import Clock
from kiosk.domain.wire import Cursor, NotTheWire
from kiosk.sync.central import CentralUnreachable, HttpCentral, Identity

def highest():
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1])

def measure(url, public, listed):
    central = HttpCentral(Identity(url, "station", bytes(32), bytes.fromhex(public), bytes.fromhex(listed)), Clock())
    said = []
    def ask():
        try:
            page = central.feed(Cursor("", 0, 0, None))
            said.append(f"{len(page.items)} items")
        except (CentralUnreachable, NotTheWire) as error:
            said.append(f"{type(error).__name__}: {error}")
    ask()
    Path("/proc/self/clear_refs").write_text("5")  # the highest begins anew
    before = highest()
    ask()
    after = highest()
    ask()
    central.close()
    print(json.dumps({"more": (after - before) * 1024, "said": said}), flush=True)

for line in sys.stdin:
    if child := os.fork():
        if os.waitpid(child, 0)[1]:
            print("{}", flush=True)  # it failed, and has said on stderr why
    else:
        measure(*line.split())
        os._exit(0)
"""


@pytest.fixture(scope="module")
def measuring() -> Iterator[Callable[[str, Signing], dict[str, Any]]]:
    """Asks a central in a process of its own, each time a new one that has loaded already what it needs."""
    command = [sys.executable, "-c", MEASURE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        sent, said = process.stdin, process.stdout
        assert sent is not None
        assert said is not None

        def measure(url: str, signing: Signing) -> dict[str, Any]:
            root = signing.root.public_key().public_bytes_raw()
            print(url, root.hex(), signing.listed.hex(), file=sent, flush=True)
            found: dict[str, Any] = json.loads(said.readline())
            return found

        yield measure
        sent.close()


@pytest.mark.parametrize("signed", [True, False], ids=["signed", "unsigned"])
@pytest.mark.parametrize("lie", BOMBS)
def test_no_answer_takes_more_than_64_mb(
    lie: str, signed: bool, measuring: Callable[[str, Signing], dict[str, Any]]
) -> None:
    """In a process of its own: once a plain page, then the bomb, then the plain page again."""
    signing, bomb, asked_for = Signing(), answer(lie), list[str]()

    def speak(asked: Asked) -> Answer:
        asked_for.append(asked.path)
        return (
            signing(asked, Answer(page(PERSON))) if len(asked_for) != 2 else (signing(asked, bomb) if signed else bomb)
        )

    with serving(speak) as url:
        found = measuring(url, signing)
    assert found["said"][0] == found["said"][2] == "1 items"
    assert found["said"][1] != "1 items" or "field" in lie
    assert found["more"] < MOST
