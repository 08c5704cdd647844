"""What a process of the simulation finds out once for all its seeds, as it would again each time.

Statements are compiled once for all databases, of which each seed opens some: SQLAlchemy keeps what it compiled by
engine; here engines of a kind share a dialect and what was compiled for it. A list of keys, or a certificate, that was
verified is verified: the same bytes under the same root, or under the same keys. A record that is the same has the same
mark.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import lru_cache
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, Engine, create_engine

from central.db import engine as of_central
from kiosk.db import store as of_stations
from kiosk.domain import certificates, keys, marks
from tests.simulation import quick

_first: dict[str, Engine] = {}
_opened, _read, _mark = lru_cache(keys.open_list), lru_cache(certificates.read), lru_cache(5000)(marks.mark)


@contextmanager
def shared() -> Iterator[None]:
    with ExitStack() as patched:
        patched.enter_context(quick.asking())
        patched.enter_context(unlocked())
        patched.enter_context(patch.object(of_central, "_begin_writing", _begin_alone))
        patched.enter_context(patch.object(of_central, "_connected", _kept))
        for module in (of_stations, of_central):
            patched.enter_context(patch.object(module, "create_engine", _sharing(module.__name__)))
        patched.enter_context(patch.object(keys, "open_list", _opened))
        patched.enter_context(patch.object(certificates, "read", _read))
        patched.enter_context(patch.object(marks, "mark", _mark))
        yield


def unlocked() -> AbstractContextManager[object]:
    """No store is encrypted: of what is checked here nothing hangs on it, and each page costs more than all else. And
    none asks the system before each transaction whether it may: nobody else opens it."""
    return patch.object(of_stations, "_unlock", lambda store, _: store.execute("PRAGMA locking_mode=EXCLUSIVE"))


def _begin_alone(connection: Connection) -> None:
    """Nobody else writes at this central, for which it would have to wait."""
    driver: Any = connection.connection.driver_connection
    driver.execute("BEGIN IMMEDIATE")


def _kept(engine: Engine, _: object) -> AbstractContextManager[Connection]:
    """One transaction after the other goes over one connection of a central, which nobody gives back in between."""
    kept = engine.__dict__.get("_kept")
    if not isinstance(kept, Connection):
        kept = engine.__dict__["_kept"] = engine.connect()
    return engine.connect() if kept.in_transaction() else nullcontext(kept)


def let_go(engine: Engine) -> None:
    """Of a central that is closed."""
    kept = engine.__dict__.pop("_kept", None)
    if isinstance(kept, Connection):
        kept.detach()  # its pool has gone already
        kept.close()


@contextmanager
def lasting(engine: Engine) -> Iterator[None]:
    """A store that is closed in here leaves its connection open, and one that is opened takes it. What SQLite does when
    it is opened it does when a machine is first started and when a disk is put back; what it makes of a power cut the
    power-cut recorder tries."""
    with (
        patch.object(of_stations, "_engine", lambda *_: engine),
        patch.object(engine, "dispose", lambda: None),
    ):
        yield


def settle() -> None:
    """What is loaded by now is never garbage. Whoever runs many seeds collects between them."""
    gc.collect()
    gc.freeze()
    gc.disable()


def _sharing(name: str) -> Callable[..., Engine]:
    def create(*arguments: Any, **options: Any) -> Engine:
        engine = create_engine(*arguments, **options)
        first = _first.setdefault(name, engine)
        engine.dialect = engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        return engine

    return create
