"""What a writer locks before it reads what it is going to change.

On SQLite a writer is alone from its beginning, and these do nothing. On PostgreSQL each is held until the commit.
They are taken in the order of this module, or two writers may wait for one another until one of them is thrown out
(Busy). Whatever writes a record, raw SQL included, takes `feed` by trigger if it has not done so before.
"""

from collections.abc import Iterable
from weakref import WeakKeyDictionary, WeakSet

from sqlalchemy import bindparam, select

from central.db.dialects import is_postgresql
from central.db.engine import Tx
from central.db.tables import counters, stations

# Of transactions, each of which has a connection object of its own: those that have the feed's, and whose stations'.
_FED: WeakSet[Tx] = WeakSet()
_STATIONS: WeakKeyDictionary[Tx, set[str]] = WeakKeyDictionary()
_OPENING, _ENROLMENT, _ERASING = (
    0x57495348_01,
    0x57495348_02,
    0x57495348_03,
)  # "WISH" and a number: ours in a database that others may use


def opening(tx: Tx) -> None:
    """To migrate a database, or to draw what it needs once: its epoch, its keys."""
    _alone(tx, _OPENING)


def enrolment(tx: Tx) -> None:
    """To use a one-time code, or to give a key to a station: no two stations may have the same."""
    _alone(tx, _ENROLMENT)


def station(tx: Tx, id_: str) -> None:
    """To go on from what is known of a station: the end of its chain, its events, its keys."""
    if is_postgresql(tx) and id_ not in _STATIONS.get(tx, ()):
        tx.execute(_STATION, {"of": id_})  # not FOR UPDATE: whoever only refers to the station need not wait
        stations_are_held(tx, [id_])


def stations_are_held(tx: Tx, ids: Iterable[str]) -> None:
    """Whoever has read them so that they stay (central.db.stations) has locked them, in the order of their ids."""
    _STATIONS.setdefault(tx, set()).update(ids)


def erasing(tx: Tx) -> None:
    """To erase somebody: nobody may meanwhile write what he read that they were not."""
    _alone(tx, _ERASING)


def none_is_erased(tx: Tx) -> None:
    """To write what is about people: who is not erased now is not until the commit. Many may do so at once."""
    if is_postgresql(tx):
        tx.exec_driver_sql("SELECT pg_advisory_xact_lock_shared(%s)", (_ERASING,))


def feed(tx: Tx) -> None:
    """To decide by records, of any kind, what records are to be written; and to take serials."""
    if is_postgresql(tx) and tx not in _FED:
        tx.execute(_REV)
        _FED.add(tx)


_STATION = select(stations.c.id).where(stations.c.id == bindparam("of")).with_for_update(key_share=True)
_REV = select(counters.c.value).where(counters.c.name == "rev").with_for_update()


def _alone(tx: Tx, number: int) -> None:
    if is_postgresql(tx):
        tx.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (number,))
