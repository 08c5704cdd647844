"""Statements are compiled once for all the databases of the simulation, which opens some at each reboot.

SQLAlchemy keeps what it compiled by engine; here engines of a kind share a dialect and what was compiled for it.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, create_engine

from central.db import engine as of_central
from kiosk.db import store as of_stations

_first: dict[str, Engine] = {}


@contextmanager
def shared() -> Iterator[None]:
    with ExitStack() as patched:
        for module in (of_stations, of_central):
            patched.enter_context(patch.object(module, "create_engine", _sharing(module.__name__)))
        yield


def _sharing(name: str) -> Callable[..., Engine]:
    def create(*arguments: Any, **options: Any) -> Engine:
        engine = create_engine(*arguments, **options)
        first = _first.setdefault(name, engine)
        engine.dialect = engine.pool._dialect = first.dialect
        engine._compiled_cache = first._compiled_cache
        return engine

    return create
