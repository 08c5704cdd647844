"""Opens central: database at its head, epoch drawn, keys there and published. Whatever is missing is made."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from central import feed, keys, migrations
from central.clock import Clock, text
from central.db import Engine, Tx, meta, open_engine, reading, writing
from central.keys import Keys
from central.settings import Settings


class WrongKeys(Exception):
    """The key files are not those this database was made with: its stations trust another root."""


@dataclass(frozen=True)
class Central:
    """What every call works with: the database, the keys, the clock."""

    engine: Engine
    keys: Keys
    clock: Clock

    def now(self) -> str:
        return text(self.clock())

    def close(self) -> None:
        self.engine.dispose()


def open_central(settings: Settings) -> Central:
    """Raises WrongKeys, keys.KeysUnreadable; ValueError for a database URL that is not SQLite."""
    engine = open_engine(settings.database)
    settings.folder().mkdir(parents=True, exist_ok=True)
    settings.file().touch(0o600)  # people's data: SQLite gives its other files the mode of this one
    migrations.upgrade(engine)
    with reading(engine) as tx:
        root = meta.get(tx, "root")
    working = keys.load(settings.working_file())
    if root and (working is None or working.root_public.hex() != root):
        raise WrongKeys(settings.working_file().name)
    working = working or keys.load_or_make(settings.root_file(), settings.working_file())
    with reading(engine) as tx:
        ready = _is_ready(tx, working)
    if not ready:
        with writing(engine) as tx:
            _make_ready(tx, working)
    return Central(engine, working, settings.clock)


@contextmanager
def opened(settings: Settings) -> Iterator[Central]:
    central = open_central(settings)
    try:
        yield central
    finally:
        central.close()


def _key_list(working: Keys) -> dict[str, str]:
    return {"signed": working.signed_list.hex()}


def _is_ready(tx: Tx, working: Keys) -> bool:
    return meta.get(tx, "epoch") != "" and feed.get(tx, "key_list", "keys") == _key_list(working)


def _make_ready(tx: Tx, working: Keys) -> None:
    if not meta.get(tx, "epoch"):
        meta.put(tx, "epoch", secrets.token_hex(8))
        meta.put(tx, "root", working.root_public.hex())
    feed.publish(tx, "key_list", "keys", _key_list(working))
