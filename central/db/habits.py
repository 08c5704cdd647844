"""Where families were seen that were not at home, and what they have."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, and_, bindparam, cast, exists, func, literal_column, select

from central.db.dialects import household_in
from central.db.engine import Tx
from central.db.tables import FAMILY, LIVE, records, redemptions, undone_visits, visits

_AT_ONCE = 500


class Kept(NamedTuple):
    """A record of a household; `data` is JSON."""

    kind: str
    id: str
    household: str
    data: str


def _came() -> Select[Any]:
    card = and_(records.c.kind == literal_column("'card'"), LIVE, records.c.id == cast(visits.c.serial, Text))
    undone = exists().where(undone_visits.c.station == visits.c.station, undone_visits.c.visit == visits.c.visit)
    named = (household_in(), visits.c.hub)
    seen = select(*named, func.count()).join_from(visits, records, card).group_by(*named)
    return seen.where(visits.c.arrived_at >= bindparam("since"), visits.c.person == "", ~undone)


def _paid() -> Select[Any]:
    voucher = and_(records.c.kind == literal_column("'voucher'"), LIVE, records.c.id == redemptions.c.voucher)
    named = (household_in(), redemptions.c.hub)
    seen = select(*named, func.count()).join_from(redemptions, records, voucher).group_by(*named)
    return seen.where(redemptions.c.at >= bindparam("since"), redemptions.c.reversed_at == "")


_CAME, _PAID = _came(), _paid()
_OF = (
    select(records.c.kind, records.c.id, household_in(), records.c.data)
    .where(
        FAMILY,
        records.c.kind.in_(bindparam("kinds", expanding=True)),
        LIVE,
        household_in().in_(bindparam("households", expanding=True)),
    )
    .order_by(records.c.id)
)


def came(tx: Tx, since: str) -> Iterator[tuple[str, str, int]]:
    """By household and hub how often one of its cards was shown where nobody knew whose it is."""
    return _read(tx.execute(_CAME, {"since": since}))


def paid(tx: Tx, since: str) -> Iterator[tuple[str, str, int]]:
    """By household and hub how often one of its vouchers paid."""
    return _read(tx.execute(_PAID, {"since": since}))


def of(tx: Tx, households: Collection[str], *kinds: str) -> Iterator[Kept]:
    """The live records of these kinds that these households have. The index finds them."""
    ordered = sorted(households)
    for start in range(0, len(ordered), _AT_ONCE):
        asked = {"kinds": kinds, "households": ordered[start : start + _AT_ONCE]}
        yield from (Kept(*row) for row in tx.execute(_OF, asked))


def _read(rows: Iterable[Any]) -> Iterator[tuple[str, str, int]]:
    return ((household, hub, int(times)) for household, hub, times in rows if household)
