"""A new central and the stations that enrolled there in the morning: made once a process, copied for each test."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.clock import Clock
from kiosk.db.store import open_store, read_key
from kiosk.settings import Settings
from tests.central_at import CentralAt
from tests.station import enrolled


@dataclass(frozen=True)
class Morning:
    central: Path
    stores: Mapping[str, Path]  # the stations' folders, by role
    ids: Mapping[str, str]


def morning(
    folder: Path, central: Path, store: Path, roles: Iterable[str], clock: Clock, now: Callable[[], datetime]
) -> Morning:
    """In `folder`, of copies of an empty central and of an empty store; the stations enrol in the order of `roles`.

    `clock` is the stations', `now` what central goes by.
    """
    shutil.copytree(central, folder / "central")
    here = CentralAt(folder / "central", now)
    here.back()
    stores = {role: Path(shutil.copytree(store, folder / role)) for role in roles}
    ids = {role: _enrol(data, here, role, clock) for role, data in stores.items()}
    here.cut()
    here.own.close()
    return Morning(folder / "central", stores, ids)


def _enrol(data: Path, central: CentralAt, role: str, clock: Clock) -> str:
    own = Settings(data=data, full_screen=False)
    store = open_store(own.store, read_key(own.key_file))
    id_ = enrolled(store, central, own, clock, role=role).id
    store.close()
    return id_
