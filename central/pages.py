"""Pages of the feed: what comes after a cursor for a reader.

Three streams, one after the other: revocations, what is the reader's own, the public catalogue. The first two are put
together for each reader; pieces of the catalogue are the same for all and are packed once (Segments).
"""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from threading import Lock

from central import packing
from central.db import Tx, digests, meta, streams
from central.packing import Packed
from kiosk.domain import catalogue, marks, wire

CATALOGUE = catalogue.KINDS
_REVOCATIONS = (wire.REVOCATION,)
_SEGMENTS = 64_000_000  # bytes that are kept packed: the pages of 200,000 records of 1 KB
_BUILDING = 16  # locks; two that wait for one segment wait for the same lock


class Lost(StrEnum):
    """Why a cursor leads nowhere any more."""

    EPOCH = "epoch"
    AHEAD = "ahead"  # central was restored
    PURGED = "purged"  # tombstones that the reader never saw are gone


@dataclass(frozen=True)
class Reply:
    """A page on its way: its head, the lines that are this reader's, and a piece of the catalogue."""

    head: wire.Page  # without items
    lines: bytes = b""
    segment: Packed | None = None

    @property
    def length(self) -> int:
        """Bytes before compression."""
        return len(wire.dump_head(self.head)) + len(self.lines) + (self.segment.length if self.segment else 0)

    def plain(self) -> bytes:
        return wire.dump_head(self.head) + self.lines + (packing.unpack(self.segment) if self.segment else b"")

    def gzipped(self) -> bytes:
        ours = packing.pack(wire.dump_head(self.head) + self.lines)
        return packing.gzipped([ours, self.segment] if self.segment else [ours])


@dataclass(frozen=True)
class _Now:
    """The feed as this transaction sees it."""

    tx: Tx
    epoch: str
    highest: int  # rev
    purged: int  # the last rev of which the tombstone is gone


def page(
    tx: Tx,
    scopes: Sequence[str],
    cursor: wire.Cursor,
    limit: int = wire.PAGE_ITEMS,
    kinds: Collection[str] = (),
    segments: "Segments | None" = None,
) -> Reply | Lost:
    """At most `limit` items (from 1) after a cursor; with `kinds` only these: that is a repair, and has no digest.

    A stream that has nothing more leads to the highest rev there is, so that what others are sent is never sought
    again. A page that holds something else takes a piece of the catalogue whole or not at all: pieces are shared.
    """
    now = _Now(tx, *meta.feed(tx))
    lost = _lost(now, cursor, repairs=bool(kinds))
    if lost is not None:
        return lost
    began = now.highest if cursor.begins else cursor.began
    here = wire.Cursor(now.epoch, cursor.rev, cursor.revoked, cursor.catalogue, began)
    reply = _Walk(now, tuple(scopes), here, limit, frozenset(kinds), segments or Segments()).reply()
    return replace(reply, head=replace(reply.head, after=cursor))


def _lost(now: _Now, cursor: wire.Cursor, *, repairs: bool) -> Lost | None:
    furthest = max(cursor.rev, cursor.revoked, cursor.catalogue or 0)
    if cursor.begins:
        return None if furthest == 0 else Lost.EPOCH
    if cursor.epoch != now.epoch:
        return Lost.EPOCH
    if furthest > now.highest:
        return Lost.AHEAD
    positions = [cursor.rev] if cursor.catalogue is None else [cursor.rev, cursor.catalogue]
    if not repairs and any(now.purged > max(position, cursor.began) for position in positions):
        return Lost.PURGED
    return None


class _Walk:
    """Through the streams in their order, until the page is full or there is nothing more."""

    def __init__(
        self,
        now: _Now,
        scopes: tuple[str, ...],
        at: wire.Cursor,
        limit: int,
        kinds: frozenset[str],
        segments: "Segments",
    ) -> None:
        self._now = now
        self._scopes = scopes
        self._to = at
        self._limit = limit
        self._kinds = kinds
        self._segments = segments
        self._lines = _Lines(limit)
        self._segment: Packed | None = None

    def reply(self) -> Reply:
        more = self._take_revocations() or self._take_own() or self._take_catalogue()
        sums = digests.sums(self._now.tx, self._scopes)
        head = wire.Page(
            after=self._to,
            to=self._to,
            more=more,
            total=sum(one.live for one in sums.values()),
            digest="" if more or self._kinds else marks.digest(sums),
        )
        return Reply(head, self._lines.content(), self._segment)

    def _take_revocations(self) -> bool:
        """Whether there are more of them, as for the other streams."""
        after, last = self._to.revoked, None
        if after < self._now.highest and self._asked(_REVOCATIONS):
            last = self._lines.take(streams.shared(self._now.tx, _REVOCATIONS, after, self._lines.room + 1))
        self._to = replace(self._to, revoked=self._now.highest if last is None else max(last, after))
        return last is not None

    def _take_own(self) -> bool:
        after, last, kinds = self._to.rev, None, self._kinds - wire.CATALOGUE - {wire.REVOCATION}
        if after < self._now.highest and (kinds or not self._kinds):
            mine = streams.own(self._now.tx, self._scopes, kinds, after, self._lines.room + 1)
            last = self._lines.take(mine)
        self._to = replace(self._to, rev=self._now.highest if last is None else max(last, after))
        return last is not None

    def _take_catalogue(self) -> bool:
        after, kinds = self._to.catalogue, self._asked(CATALOGUE)
        if after is None:
            return False
        segment = None
        if after < self._now.highest and kinds:
            segment = self._segments.after(self._now, kinds, after, self._limit)
        if segment is None:
            self._to = replace(self._to, catalogue=self._now.highest)
            return False
        if not self._lines.have_room_for(segment):
            return True
        self._segment = segment.packed
        self._to = replace(self._to, catalogue=segment.last if segment.more else self._now.highest)
        return segment.more

    def _asked(self, kinds: Sequence[str]) -> tuple[str, ...]:
        return tuple(kind for kind in kinds if not self._kinds or kind in self._kinds)


class _Lines:
    """The lines of a page, at most `limit` and about wire.PAGE_BYTES."""

    def __init__(self, limit: int) -> None:
        self.room = limit  # how many more lines there may be
        self._bytes = 0
        self._lines: list[bytes] = []
        self.last = 0  # the rev of the line taken last

    def take(self, items: Iterable[wire.Item]) -> int | None:
        """Take items while there is room; the rev of the last one taken (0 for none) if some had to stay."""
        self.last = 0
        for item in items:
            if self.room <= 0 or self._bytes >= wire.PAGE_BYTES:
                return self.last
            line = wire.dump_item(item)
            self._lines.append(line)
            self._bytes += len(line)
            self.room -= 1
            self.last = item.rev
        return None

    def have_room_for(self, segment: "Segment") -> bool:
        """An empty page has room for any."""
        fits = segment.count <= self.room and self._bytes + segment.packed.length <= wire.PAGE_BYTES
        return fits or not self._lines

    def content(self) -> bytes:
        return b"".join(self._lines)


# --- the catalogue, packed once -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Segment:
    """Lines of the catalogue from the one with rev `first` to the one with rev `last`, without a gap."""

    first: int
    last: int
    count: int
    more: bool  # whether there were later ones
    packed: Packed


_Key = tuple[str, tuple[str, ...], int, int]  # epoch, kinds, first rev, limit


class Segments:
    """Pieces of the catalogue that were sent before, compressed; the one not used for longest goes first.

    A record that changes takes the next rev, beyond all that a segment holds: a segment is true as long as nothing has
    left its range, which is counted by index, and is never compared with what a transaction cannot see yet.
    """

    def __init__(self, most: int = _SEGMENTS) -> None:
        """`most` bytes are kept."""
        self._most = most
        self._held: OrderedDict[_Key, Segment] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()
        self._building = [Lock() for _ in range(_BUILDING)]

    def after(self, now: _Now, kinds: tuple[str, ...], rev: int, limit: int) -> Segment | None:
        """What comes after a rev, as this transaction sees it; None when nothing does."""
        first = streams.next_rev(now.tx, kinds, rev)
        if first is None:
            return None
        key = (now.epoch, kinds, first, limit)
        with self._building[hash(key) % _BUILDING]:
            held = self._found(key)
            if held is None or not _is_true(now, kinds, held):
                held = _packed(now, kinds, first, limit)
                self._keep(key, held)
            return held

    def _found(self, key: _Key) -> Segment | None:
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
            return held

    def _keep(self, key: _Key, segment: Segment) -> None:
        with self._lock:
            self._drop(key)
            self._held[key] = segment
            self._bytes += len(segment.packed.deflated)
            while self._bytes > self._most:
                self._drop(next(iter(self._held)))

    def _drop(self, key: _Key) -> None:
        dropped = self._held.pop(key, None)
        self._bytes -= len(dropped.packed.deflated) if dropped else 0


def _is_true(now: _Now, kinds: tuple[str, ...], held: Segment) -> bool:
    """Whether a page that is put together now would hold these very lines."""
    if held.last > now.highest:  # packed by somebody who saw more than this transaction does
        return False
    return streams.count(now.tx, kinds, held.first, held.last) == (held.count, held.more)


def _packed(now: _Now, kinds: tuple[str, ...], first: int, limit: int) -> Segment:
    lines = _Lines(limit)
    items = streams.shared(now.tx, kinds, first - 1, limit + 1)
    more = lines.take(items) is not None
    return Segment(first, lines.last, limit - lines.room, more, packing.pack(lines.content()))
