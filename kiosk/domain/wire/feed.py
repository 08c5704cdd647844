"""The feed on its way down: pages after a cursor, the snapshot of the public catalogue, digests, beginning again.

Pages and the snapshot are NDJSON: one header line, then one line per item. Parsing is strict about the header and
forgiving about items: a bad item becomes a `BadItem` that is put aside, and everything else flows. That bytes are
whole and central's own is proved before, by the signature over their digest (kiosk.domain.signing).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain import catalogue
from kiosk.domain.marks import MODULUS, Sum
from kiosk.domain.wire.text import NotTheWire, are_whole, canonical, dump, load, parts

PAGE_ITEMS = 1000  # most items in a feed page
PAGE_BYTES = 4_000_000  # a page ends with the item that reaches this many bytes
RECORD_LONGEST = 500_000  # bytes of one line; a longer one is no item
NDJSON = "application/x-ndjson"
SNAPSHOT_TYPE = "application/zstd"
REVOCATION = "revocation"
CATALOGUE = frozenset(catalogue.KINDS)  # public, the same for all; everything else is a station's own
_HEAD_LONGEST = 10_000  # bytes of a page's first line
_KEPT_OF_BAD = 2000  # characters of a bad line
_DATA = b',"data":{'
_FEW = 128  # parts of a record that is kept as it was read; any larger one is read again where it is wanted


@dataclass(frozen=True)
class Item:
    """One record as fed. `state` is "live" or "gone"; `text` is its data as JSON, "{}" when it is gone."""

    kind: str
    id: str
    rev: int
    state: str
    v: int
    text: str

    @property
    def data(self) -> Mapping[str, Any]:
        read: dict[str, Any] | None = self.__dict__.get("read")
        return read if read is not None else dict(json.loads(self.text))


def item(kind: str, id_: str, rev: int, data: Mapping[str, Any], state: str = "live", v: int = 1) -> Item:
    """An item with this data."""
    return Item(kind, id_, rev, state, v, canonical(data))


@dataclass(frozen=True)
class BadItem:
    """A line that cannot be read as an item. `raw` is kept for the person who will look at it."""

    raw: str
    why: str


@dataclass(frozen=True)
class Cursor:
    """How far a station has read. Central makes cursors; a station keeps them and sends them back.

    Three streams: revocations, the station's own records (`rev`: everything that is no catalogue kind), and the
    public `catalogue`, None while that is to come by snapshot. `began` is the highest rev when this copy began.
    """

    epoch: str
    rev: int
    revoked: int
    catalogue: int | None
    began: int = 0

    @property
    def begins(self) -> bool:
        return self.epoch == ""


BEGIN = Cursor("", 0, 0, None)


@dataclass(frozen=True)
class Page:
    """What comes after a cursor: revocations first, then own records, then the catalogue, each by rev."""

    after: Cursor
    to: Cursor
    more: bool
    total: int  # live records in the station's scope, for the progress bar of a first copy
    digest: str  # marks.digest of the station's scope at `to`; "" unless this is the last page
    items: tuple[Item | BadItem, ...] = field(default=())


def dump_head(page: Page) -> bytes:
    """The header line of a page, whatever its items."""
    after, to = page.after, page.to
    return _line(
        {
            "epoch": to.epoch,
            "from": after.rev,
            "to": to.rev,
            "revoked_from": after.revoked,
            "revoked_to": to.revoked,
            "catalogue_from": after.catalogue,
            "catalogue_to": to.catalogue,
            "began": to.began,
            "more": page.more,
            "total": page.total,
            "digest": page.digest,
        }
    )


def dump_item(one: Item) -> bytes:
    """One line; the data last, as it is."""
    named = {"kind": one.kind, "id": one.id, "rev": one.rev, "state": one.state, "v": one.v}
    return dump(named)[:-1] + b',"data":' + one.text.encode() + b"}\n"


def dump_page(page: Page) -> bytes:
    return dump_head(page) + b"".join(dump_item(one) for one in page.items if isinstance(one, Item))


def parse_page(content: bytes, asked: Cursor) -> Page:
    """Raises NotTheWire unless the content is a page that answers `asked`."""
    if len(content) > _HEAD_LONGEST and content.find(b"\n", 0, _HEAD_LONGEST) < 0:
        raise NotTheWire("no feed header")
    lines = _lines(content)
    match load(next(lines)):
        case {
            "epoch": str() as epoch,
            "from": int() as start,
            "to": int() as to,
            "revoked_from": int() as revoked_start,
            "revoked_to": int() as revoked_to,
            "catalogue_from": (int() | None) as catalogue_start,
            "catalogue_to": (int() | None) as catalogue_to,
            "began": int() as began,
            "more": bool() as more,
            "total": int() as total,
            "digest": str() as digest,
        } if epoch and are_whole(start, to, revoked_start, revoked_to, began, total):
            pass
        case _:
            raise NotTheWire("no feed header")
    if asked.epoch and epoch != asked.epoch:
        raise NotTheWire("another epoch")
    if (start, revoked_start, catalogue_start) != (asked.rev, asked.revoked, asked.catalogue):
        raise NotTheWire("another page than was asked for")
    after = Cursor(epoch, start, revoked_start, catalogue_start, asked.began)
    reached = Cursor(epoch, to, revoked_to, catalogue_to, began)
    if not _leads_on(after, reached, more):
        raise NotTheWire("a page that leads nowhere")
    return Page(after, reached, more, total, digest, tuple(parse_items(_bounded(lines))))


def _lines(content: bytes) -> Iterator[bytes]:
    """One after the other without their ends, at least one: an answer is not held twice."""
    start, end = 0, content.find(b"\n")
    while end >= 0:
        yield content[start:end]
        start, end = end + 1, content.find(b"\n", end + 1)
    if start < len(content) or not start:
        yield content[start:]


def _bounded(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Raises NotTheWire where there is more to keep than a page may hold. A line that is no record is not kept."""
    size = 0
    for line in lines:
        size += len(line) if len(line) <= RECORD_LONGEST else 0
        if size > PAGE_BYTES + RECORD_LONGEST:
            raise NotTheWire("more than a page holds")
        yield line


def _leads_on(after: Cursor, to: Cursor, more: bool) -> bool:
    """No position goes back, and where more is to come at least one has moved."""
    if (after.catalogue is None) != (to.catalogue is None):
        return False
    before, reached = (after.rev, after.revoked, after.catalogue or 0), (to.rev, to.revoked, to.catalogue or 0)
    if not are_whole(*reached) or any(old > new for old, new in zip(before, reached, strict=True)):
        return False
    return not more or before != reached


def parse_items(lines: Iterable[bytes]) -> Iterator[Item | BadItem]:
    for line in lines:
        yield _item(line)


def _item(line: bytes) -> Item | BadItem:
    if len(line) > RECORD_LONGEST:
        return BadItem(line[:_KEPT_OF_BAD].decode("utf-8", "replace"), "too long")
    match load(line):
        case {
            "kind": str() as kind,
            "id": str() as id_,
            "rev": int() as rev,
            "state": "live" | "gone" as state,
            "v": int() as v,
            "data": dict() as data,
        } if kind and id_ and are_whole(rev, v) and rev > 0:
            one = Item(kind, id_, rev, state, v, _text(line, data))
            if parts(line) <= _FEW:
                one.__dict__["read"] = data  # what `data` finds: a page of small records is read once
            return one
    return BadItem(line[:_KEPT_OF_BAD].decode("utf-8", "replace"), "not an item")


def _text(line: bytes, data: Mapping[str, Any]) -> str:
    """The data as it was sent, so that its mark is central's; in our own form where somebody wrote it otherwise."""
    start = line.find(_DATA)
    if start > 0 and line.startswith(b'{"kind":"') and line.endswith(b"}"):
        return line[start + len(_DATA) - 1 : -1].decode()
    try:
        return canonical(data)
    except ValueError:
        return "{}"


# --- the snapshot ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class SnapshotHead:
    """The first line of a snapshot: it holds every live catalogue record of this epoch as of `rev`."""

    epoch: str
    rev: int
    live: int


def dump_snapshot_head(head: SnapshotHead) -> bytes:
    return _line(vars(head))


def parse_snapshot_head(line: bytes) -> SnapshotHead:
    match load(line):
        case {"epoch": str() as epoch, "rev": int() as rev, "live": int() as live} if epoch and are_whole(rev, live):
            return SnapshotHead(epoch, rev, live)
    raise NotTheWire("no snapshot header")


# --- what two copies compare ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Digests:
    """The sums of each kind in the station's scope, as of `rev`, the highest there is."""

    epoch: str
    rev: int
    sums: Mapping[str, Sum]


def dump_digests(digests: Digests) -> bytes:
    sums = {kind: list(one) for kind, one in digests.sums.items()}
    return dump({"epoch": digests.epoch, "rev": digests.rev, "sums": sums})


def parse_digests(content: bytes) -> Digests:
    match load(content):
        case {"epoch": str() as epoch, "rev": int() as rev, "sums": dict() as sums} if are_whole(rev):
            return Digests(epoch, rev, {str(kind): _sum(one) for kind, one in sums.items()})
    raise NotTheWire("not digests")


def _sum(row: object) -> Sum:
    match row:
        case [int() as live, int() as marks] if are_whole(live, marks) and marks < MODULUS:
            return Sum(live, marks)
    raise NotTheWire("not a sum")


# --- beginning again ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Restart:
    """410: this cursor leads nowhere any more. `why` is "epoch", "ahead" (central was restored) or "purged".

    `high_water` says for each incarnation of the station the last seq that central holds without a gap.
    """

    epoch: str
    why: str
    high_water: Mapping[str, int]


def dump_restart(restart: Restart) -> bytes:
    return dump(vars(restart))


def parse_restart(content: bytes) -> Restart:
    match load(content):
        case {"epoch": str() as epoch, "why": str() as why, "high_water": dict() as held} if epoch and are_whole(
            *held.values()
        ):
            return Restart(epoch, why, held)
    raise NotTheWire("not a restart")


def _line(value: Mapping[str, Any]) -> bytes:
    return dump(value) + b"\n"
