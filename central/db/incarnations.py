"""The copies of stations' stores that may give value: each was made, or put back from a backup, once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, and_, bindparam, select, update

from central.db.engine import Tx
from central.db.tables import incarnations


@dataclass(frozen=True)
class Incarnation:
    """`epoch`: of central, in which it last said all that it holds. `lost_at`: "" unless two people said that it is."""

    station: str
    incarnation: str
    n: int
    first_at: str
    epoch: str = ""
    lost_at: str = ""


_EVERY = select(incarnations).order_by(incarnations.c.station, incarnations.c.n)
_OF = _EVERY.where(incarnations.c.station.in_(bindparam("ids", expanding=True)))


def note(
    tx: Tx, station: str, incarnation: str, now: str, known: Sequence[Incarnation] | None = None
) -> Sequence[Incarnation]:
    """It was heard of; all of the station. Whoever notes it has locked the station. `known`: all before it, where they
    are known already."""
    known = of(tx, station) if known is None else known
    if incarnation in {one.incarnation for one in known}:
        return known
    row = Incarnation(station, incarnation, len(known) + 1, now)
    tx.execute(incarnations.insert().values(**vars(row)))
    return [*known, row]


def of(tx: Tx, station: str) -> Sequence[Incarnation]:
    """All of a station, the latest last."""
    return of_each(tx, [station])[station]


def of_each(tx: Tx, stations: Collection[str]) -> dict[str, Sequence[Incarnation]]:
    """All of each of these stations, the latest last."""
    found: dict[str, list[Incarnation]] = {id_: [] for id_ in stations}
    for row in tx.execute(_OF, {"ids": [*found]}):
        found[row.station].append(_one(row))
    return {**found}


def every(tx: Tx) -> list[Incarnation]:
    return [_one(row) for row in tx.execute(_EVERY)]


def current(tx: Tx) -> dict[str, Incarnation]:
    """The latest of each station."""
    return {one.station: one for one in every(tx)}


def has_reported(tx: Tx, station: str, incarnation: str, epoch: str) -> None:
    _set(tx, station, incarnation, epoch=epoch)


def is_lost(tx: Tx, station: str, incarnation: str, now: str) -> None:
    _set(tx, station, incarnation, lost_at=now)


def _set(tx: Tx, station: str, incarnation: str, **values: str) -> None:
    this = and_(incarnations.c.station == station, incarnations.c.incarnation == incarnation)
    tx.execute(update(incarnations).where(this).values(**values))


def _one(row: Row[*tuple[object, ...]]) -> Incarnation:
    return Incarnation(**row._mapping)
