"""A reader of the feed inside this process: pages as values."""

from collections.abc import Collection, Sequence

from central import pages
from central.db import Tx, meta
from central.pages import Reply, Segments
from kiosk.domain import wire
from kiosk.domain.wire import Cursor, Item, Page

PUBLIC = ("public",)
BEGIN = Cursor("", 0, 0, 0)  # the catalogue too


def cursor(tx: Tx, rev: int = 0, revoked: int = 0, catalogue: int | None = 0) -> Cursor:
    return Cursor(meta.get(tx, "epoch"), rev, revoked, catalogue)


def end(tx: Tx) -> Cursor:
    highest = meta.highest_rev(tx)
    return cursor(tx, highest, highest, highest)


def read(
    tx: Tx,
    after: Cursor = BEGIN,
    scopes: Sequence[str] = PUBLIC,
    limit: int = 100,
    kinds: Collection[str] = (),
    segments: Segments | None = None,
) -> Page:
    """What a reader makes of the page it gets."""
    reply = pages.page(tx, scopes, after, limit, kinds, segments)
    assert isinstance(reply, Reply)
    return wire.parse_page(reply.plain(), after)


def items(page: Page) -> list[Item]:
    assert all(isinstance(item, Item) for item in page.items)
    return [item for item in page.items if isinstance(item, Item)]


def names(page: Page) -> list[tuple[str, str]]:
    return [(item.id, item.state) for item in items(page)]


def walk(tx: Tx, after: Cursor = BEGIN, scopes: Sequence[str] = PUBLIC, limit: int = 100) -> list[Page]:
    """Every page up to the last."""
    walked = [read(tx, after, scopes, limit)]
    while walked[-1].more:
        walked.append(read(tx, walked[-1].to, scopes, limit))
    return walked
