"""The streams of the feed, each sought by index: no page walks over what it does not send.

Revocations and the catalogue are public and the same for all; everything else is a reader's own.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    TextClause,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.sql.selectable import CompoundSelect

from central.db.dialects import contains, is_postgresql, unplanned
from central.db.engine import Tx
from central.db.tables import CATALOGUE, EVER_LEFT, LIVE, OWN, records
from central.scope import PUBLIC
from kiosk.domain import wire
from kiosk.domain.wire import Item

Statement = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


class Merged(NamedTuple):
    """Parts that are each sought by one index, together by rev. SQLite merges them in the order of their indexes;
    PostgreSQL knows no order across parts, and would sort all that is there: it is given the first of each.
    """

    parts: Statement
    firsts: Statement

    def on(self, tx: Tx) -> Statement:
        return self.firsts if is_postgresql(tx) else self.parts


class Seek(NamedTuple):
    """Statements that seek, built once, and what they are asked this time; a test proves their plans."""

    statements: Merged
    values: Mapping[str, Any]


GONE = "{}"
_AT_ONCE = 200  # rows fetched from a cursor: one may be half a megabyte
_ITEM = (records.c.kind, records.c.id, records.c.rev, records.c.state, records.c.v, records.c.data)
_KEPT = 256  # statements that are built once: one for every set of kinds that somebody asks for
_LATER = records.c.rev > bindparam("after")
_PUBLIC = select(*_ITEM).where(records.c.scope == PUBLIC)
_LIVE = _PUBLIC.where(records.c.kind == unplanned(bindparam("of")), LIVE).order_by(records.c.id)
_LEFT = (
    records.c.kind,
    records.c.id,
    records.c.rev,
    literal("gone").label("state"),
    records.c.v,
    literal(GONE).label("data"),
)


def shared(tx: Tx, kinds: Sequence[str], after: int, limit: int) -> Iterator[Item]:
    """At most `limit` items of these kinds (at least one), which are the same for all, after a rev."""
    return _items(tx, shared_after(kinds, after, limit))


def own(tx: Tx, scopes: Sequence[str], kinds: Collection[str], after: int, limit: int) -> Iterator[Item]:
    """At most `limit` items that are a reader's of these scopes alone, only of `kinds` if there are any.

    What has left these scopes comes as gone.
    """
    return _items(tx, own_after(scopes, kinds, after, limit))


def shared_after(kinds: Sequence[str], after: int, limit: int) -> Seek:
    return Seek(_shared(tuple(kinds)), {"after": after, "most": limit})


def own_after(scopes: Sequence[str], kinds: Collection[str], after: int, limit: int) -> Seek:
    named = {f"scope{n}": scope for n, scope in enumerate(scopes)}
    named |= {f"was{n}": f" {scope} " for n, scope in enumerate(scopes)}
    return Seek(_own(len(scopes), frozenset(kinds)), {"after": after, "most": limit, **named})


def next_rev(tx: Tx, kinds: Sequence[str], after: int) -> int | None:
    """The rev of the first shared item after this one."""
    rev: int | None = tx.execute(_revs(tuple(kinds)).on(tx), {"after": after, "most": 1}).scalar()
    return rev


def count(tx: Tx, kinds: Sequence[str], first: int, last: int) -> tuple[int, bool]:
    """How many records of these kinds have a rev from `first` to `last`, and whether any has a later one."""
    between = and_(records.c.kind.in_(kinds), records.c.rev >= first, records.c.rev <= last)
    later = exists().where(records.c.kind.in_(kinds), records.c.rev > last)
    row = tx.execute(select(select(func.count()).where(between).scalar_subquery(), later)).one()
    return int(row[0]), bool(row[1])


def behind(tx: Tx, kinds: Sequence[str], rev: int, most: int) -> int:
    """How many records of these kinds changed after a rev; counted up to `most`."""
    later = select(records.c.rev).where(records.c.kind.in_(kinds), records.c.rev > rev).limit(most)
    return int(tx.execute(select(func.count()).select_from(later.subquery())).scalar_one())


def live(tx: Tx, kind: str) -> Iterator[Item]:
    """Every live public record of a kind, by id."""
    return _items(tx, Seek(Merged(_LIVE, _LIVE), {"of": kind}))


@lru_cache(_KEPT)
def _shared(kinds: tuple[str, ...]) -> Merged:
    return _merged([_PUBLIC.where(part, _LATER) for part in _parts(kinds)])


@lru_cache(_KEPT)
def _revs(kinds: tuple[str, ...]) -> Merged:
    return _merged([select(records.c.rev).where(part, _LATER) for part in _parts(kinds)])


@lru_cache(_KEPT)
def _own(scopes: int, kinds: frozenset[str]) -> Merged:
    """Of a reader of so many scopes."""
    mine: list[ColumnElement[bool] | TextClause] = [OWN, _LATER]
    if kinds:
        mine.append((records.c.kind + "").in_(kinds))  # no bare column: it would be sought by kind, and sorted
    here = [bindparam(f"scope{n}", type_=Text) for n in range(scopes)]
    seen = [select(*_ITEM).where(records.c.scope == scope, *mine) for scope in here]
    was_here = or_(*(contains(records.c.former, bindparam(f"was{n}", type_=Text)) for n in range(scopes)))
    left = select(*_LEFT).where(EVER_LEFT, *mine, records.c.scope.not_in(here), was_here)
    return _merged([*seen, left])


def _parts(kinds: Sequence[str]) -> list[ColumnElement[bool] | TextClause]:
    """What each seeks by one index: the whole catalogue, or a kind."""
    if set(kinds) == wire.CATALOGUE:
        return [CATALOGUE]
    return [records.c.kind == unplanned(literal(kind)) for kind in kinds]


def _merged(parts: Sequence[Select[*tuple[Any, ...]]]) -> Merged:
    most = bindparam("most", type_=Integer)
    firsts = [part.order_by(records.c.rev).limit(most) for part in parts]
    if len(firsts) == 1:
        return Merged(*firsts, *firsts)
    named = [select(first.subquery()) for first in firsts]
    whole, first = (union_all(*several).order_by("rev").limit(most) for several in (parts, named))
    return Merged(whole, first)


def _items(tx: Tx, seek: Seek) -> Iterator[Item]:
    """Row by row, so that whoever stops early has not read them all."""
    with tx.execute(seek.statements.on(tx), seek.values, execution_options={"yield_per": _AT_ONCE}) as rows:
        for row in rows:
            yield Item(*row)
