"""What was said of sign-ups, by station and event. `station` of a fact is here who holds its place: one incarnation."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Result, bindparam, delete, select

from central.db import dialects
from central.db.engine import Tx
from central.db.tables import signup_facts
from kiosk.domain.signups import Fact, Paid, State

_OF = select(signup_facts).where(signup_facts.c.signup.in_(bindparam("ids", expanding=True)))
_NAMES = tuple(column.name for column in signup_facts.columns)


def keep(tx: Tx, new: Sequence[Fact]) -> None:
    """The same event of the same station, told twice, is one fact."""
    rows = [_row(fact) for fact in new]
    dialects.insert(tx, signup_facts, [tuple(row[name] for name in _NAMES) for row in rows], _NAMES, new=True)


def _row(fact: Fact) -> dict[str, str]:
    station, _, incarnation = fact.station.partition("/")
    plain = {**vars(fact), "state": fact.state.value, "paid": fact.paid.value}
    return {**plain, "station": station, "incarnation": incarnation}


def of(tx: Tx, signups: Collection[str]) -> list[Fact]:
    """All that was said of these."""
    return _facts(tx.execute(_OF, {"ids": [*signups]})) if signups else []


def of_household(tx: Tx, household: str) -> list[Fact]:
    theirs = select(signup_facts).where(signup_facts.c.household != "", signup_facts.c.household == household)
    return _facts(tx.execute(theirs))


def drop(tx: Tx, signups: Collection[str]) -> None:
    """As if nothing had been said of them."""
    if signups:
        tx.execute(delete(signup_facts).where(signup_facts.c.signup.in_(signups)))


def _facts(rows: Result[*tuple[Any, ...]]) -> list[Fact]:
    return [_fact(dict(row)) for row in rows.mappings()]


def _fact(row: dict[str, str]) -> Fact:
    holder = f"{row.pop('station')}/{row.pop('incarnation')}"
    state, paid = State(row.pop("state")), Paid(row.pop("paid"))
    return Fact(station=holder, state=state, paid=paid, **row)
