"""What a station or central still holds of somebody: names anywhere, and ids but where an erasure keeps them.

Those are the names of the erasure itself (its record, its event, at central a table) and the tombstones of records.
"""

from collections.abc import Iterable

from sqlalchemy import Connection

from tests.central_at import CentralAt
from tests.station import Station

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_TOMBSTONES = "SELECT * FROM records WHERE state = 'live' AND kind <> 'erasure'"
_STATION = {
    "records": _TOMBSTONES,
    "bodies": "SELECT bodies.* FROM bodies JOIN events ON events.id = event WHERE type <> 'erased'",
}
_CENTRAL = {
    "records": _TOMBSTONES,
    "bodies": "SELECT * FROM bodies AS b WHERE NOT EXISTS (SELECT 1 FROM events AS e WHERE e.type = 'erased'"
    " AND e.station = b.station AND e.incarnation = b.incarnation AND e.seq = b.seq)",
    "erased": "SELECT 1",
    "decisions": "SELECT 1",
}


def at(station: Station, names: Iterable[str], ids: Iterable[str] = ()) -> list[str]:
    return station.do(lambda tx: _left(tx.syncing._connection, _STATION, names, ids))


def at_central(central: CentralAt, names: Iterable[str], ids: Iterable[str] = ()) -> list[str]:
    with central.writing() as tx:
        return _left(tx, _CENTRAL, names, ids)


def _left(connection: Connection, but: dict[str, str], names: Iterable[str], ids: Iterable[str]) -> list[str]:
    found = []
    for table in connection.exec_driver_sql(_TABLES).scalars().all():
        everything = repr(connection.exec_driver_sql(f"SELECT * FROM {table}").all())
        found += [f"{table}: {name}" for name in names if name in everything]
        some = repr(connection.exec_driver_sql(but.get(table, f"SELECT * FROM {table}")).all())
        found += [f"{table}: {id_}" for id_ in ids if id_ in some]
    return found
