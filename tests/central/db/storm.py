"""Many processes that write records, pausing between write and commit, and a reader that polls all the time."""

import multiprocessing
import random
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from unittest import mock

from sqlalchemy import Engine, event, func, select, text

from central import feed, pages
from central.db import Tx, locks, meta, open_engine, reading, triggers, writing
from central.db.tables import records
from central.feed import Draft
from kiosk.domain import wire
from kiosk.domain.wire import Cursor

WRITERS = 8
SCOPES = ("public", "hub:h1")
SHARED = "shared"  # a kind that all of them write over
_PAUSE = 0.01  # seconds at most, between write and commit

Written = tuple[int, str, str]  # rev, kind, id


@dataclass
class Seen:
    """What the reader was fed, in the order in which it came."""

    items: list[Written] = field(default_factory=list)
    polls: int = 0


@dataclass(frozen=True)
class Outcome:
    committed: list[Written]
    seen: Seen

    def skipped(self) -> list[Written]:
        """What was committed and never seen, and was not written over by something that was seen."""
        seen = set(self.seen.items)
        last = {name: rev for rev, *name_ in self.seen.items if (name := tuple(name_))}
        return sorted(one for one in {*self.committed} - seen if last.get(one[1:], 0) <= one[0])

    def disordered(self) -> list[int]:
        """The revs that came after a higher one, or again."""
        revs = [rev for rev, _, _ in self.seen.items]
        return [later for before, later in pairwise(revs) if later <= before]


def storm(url: str, seed: int, transactions: int, *, mutant: bool = False) -> Outcome:
    """`transactions` by each of WRITERS processes. A mutant takes `rev` when it writes, and locks nothing."""
    engine = open_engine(url)
    if mutant:
        _install_mutant(engine)
    start = _highest(engine)
    with _processes() as pool, mock.patch.object(meta, "highest_rev", _visible if mutant else meta.highest_rev):
        jobs = [pool.submit(write, url, seed, number, transactions, mutant=mutant) for number in range(WRITERS)]
        seen = read(engine, start, jobs)
    engine.dispose()
    return Outcome([one for job in jobs for one in job.result()], seen)


@contextmanager
def _processes() -> Iterator[ProcessPoolExecutor]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(WRITERS, mp_context=context) as pool:
        yield pool


def _highest(engine: Engine) -> Cursor:
    with reading(engine) as tx:
        rev = meta.highest_rev(tx)
        return Cursor(meta.get(tx, "epoch"), rev, rev, rev, rev)


# --- the reader -----------------------------------------------------------------------------------------------------


def read(engine: Engine, cursor: Cursor, jobs: Iterable[Future[list[Written]]]) -> Seen:
    """Poll as a station does until all jobs are done and nothing more comes."""
    seen, segments = Seen(), pages.Segments()
    while True:
        over = all(job.done() for job in jobs)
        with reading(engine) as tx:
            reply = pages.page(tx, SCOPES, cursor, 50, segments=segments)
        assert isinstance(reply, pages.Reply), reply
        page = wire.parse_page(reply.plain(), cursor)
        seen.items += [(one.rev, one.kind, one.id) for one in page.items if isinstance(one, wire.Item)]
        seen.polls += 1
        cursor = page.to
        if over and not page.more and not page.items:
            return seen


def _visible(tx: Tx) -> int:
    """The highest rev that a transaction sees, counter or not."""
    return int(tx.execute(select(func.max(records.c.rev))).scalar() or 0)


# --- the writers ----------------------------------------------------------------------------------------------------


def write(url: str, seed: int, number: int, transactions: int, *, mutant: bool) -> list[Written]:
    """In a process of its own: what was committed."""
    chance = random.Random(f"{seed}/{number}")
    engine = open_engine(url)
    prepare = _become_mutant(engine, chance) if mutant else _nothing
    committed: list[Written] = []
    for turn in range(transactions):
        prepare()
        with writing(engine) as tx:
            drafts = [_draft(chance, f"{seed}-{number}-{turn}", place) for place in range(chance.randrange(1, 4))]
            if mutant:  # without locks they would only stumble over one another
                drafts = [draft for draft in drafts if draft.kind != SHARED]
            feed.publish_all(tx, drafts)
            written = [_written(tx, draft) for draft in drafts]
            _pause(chance)
        committed += written
    engine.dispose()
    return committed


def _pause(chance: random.Random) -> None:
    """The storm itself; nothing that is tested relies on how long it takes."""
    threading.Event().wait(chance.random() * _PAUSE)


def _nothing() -> None:
    pass


def _draft(chance: random.Random, turn: str, place: int) -> Draft:
    """Mostly a new record."""
    scope = chance.choice(SCOPES)
    if chance.random() < 0.1:
        return Draft(SHARED, str(place), {"turn": turn}, scope)
    return Draft(f"note-{turn.split('-')[1]}", f"{turn}-{place}", {"turn": turn}, scope)


def _written(tx: Tx, draft: Draft) -> Written:
    this = (records.c.kind == draft.kind, records.c.id == draft.id)
    return tx.execute(select(records.c.rev).where(*this)).scalar_one(), draft.kind, draft.id


# --- the mutant -----------------------------------------------------------------------------------------------------

_BUMP = "UPDATE counters SET value = value + 1 WHERE name = 'rev';"
_BUMPED = "(SELECT value FROM counters WHERE name = 'rev')"


def _install_mutant(engine: Engine) -> None:
    """Triggers that take the number at once: PostgreSQL's from the bare sequence, SQLite's drawn beforehand."""
    with writing(engine) as tx:
        if tx.dialect.name == "postgresql":
            _replace(tx, "records_locked", "RETURN NULL;")
            for name in ("records_inserted", "records_updated"):
                _replace(tx, name, "RETURN NULL;")
            tx.execute(text("SELECT setval('records_slate', (SELECT value FROM counters WHERE name = 'rev'))"))
        else:
            tx.execute(text("DROP TRIGGER records_rev_is_not_set"))
            for statement in triggers.SQLITE_RECORDS:
                if _BUMP in statement:
                    tx.exec_driver_sql(f"DROP TRIGGER {statement.split()[2]}")
                    tx.exec_driver_sql(statement.replace(_BUMP, "").replace(_BUMPED, "drawn()"))
            tx.execute(text("CREATE TABLE drawn (last INTEGER)"))
            tx.execute(text(f"INSERT INTO drawn SELECT {_BUMPED}"))


def _replace(tx: Tx, function: str, body: str) -> None:
    tx.exec_driver_sql(
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {body} END$$"
    )


def _become_mutant(engine: Engine, chance: random.Random) -> Callable[[], None]:
    """What is to be done before each transaction."""
    locks.feed = lambda tx: None  # this process ends with the storm
    return _Drawer(engine, chance).draw if engine.dialect.name == "sqlite" else _nothing


class _Drawer:
    """Takes the numbers of a transaction before it begins, in a transaction of their own."""

    def __init__(self, engine: Engine, chance: random.Random) -> None:
        self._file = engine.url.database or ""
        self._chance = chance
        self._next = 0
        event.listen(engine, "connect", self._know)

    def _know(self, connection: sqlite3.Connection, _: object) -> None:
        connection.create_function("drawn", 0, self._take)

    def draw(self) -> None:
        connection = sqlite3.connect(self._file, timeout=30, isolation_level=None)
        (last,) = connection.execute("UPDATE drawn SET last = last + 100 RETURNING last").fetchone()
        connection.close()
        self._next = last - 100
        _pause(self._chance)

    def _take(self) -> int:
        self._next += 1
        return self._next
