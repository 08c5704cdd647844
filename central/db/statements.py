"""What providers are paid for a period: added up from the books, and how far the payment has come."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, select, update

from central.db.engine import Tx
from central.db.tables import accounts, moves, redemptions, statements, transfers
from kiosk.domain.accounts import Kind


class State(StrEnum):
    COLLECTED = "collected"
    CONFIRMED = "confirmed"  # by the provider
    PAID = "paid"


@dataclass(frozen=True)
class Statement:
    """`since` and `until` are the first and the last day, in Europe/Rome."""

    provider: str
    since: str
    until: str
    cents: int
    state: State
    state_at: str


class Line(NamedTuple):
    """One redemption that central booked in the period: by its time at the station, without of whom."""

    event: str
    at: str
    hub: str
    activity: str
    session: str
    cents: int
    receipt: int
    reversed_at: str


def totals(tx: Tx, provider: str, since: str, before: str) -> dict[str, int]:
    """By fund, what came to a provider between two moments, less what was taken back."""
    theirs = and_(accounts.c.kind == Kind.SPENT, accounts.c.holder == provider)
    found: dict[str, int] = {}
    for side, sign in ((moves.c.target, 1), (moves.c.source, -1)):
        joined = moves.join(accounts, accounts.c.id == side).join(transfers, transfers.c.id == moves.c.transfer)
        within = and_(theirs, transfers.c.at >= since, transfers.c.at < before)
        query = select(accounts.c.fund, func.sum(moves.c.amount)).select_from(joined).where(within)
        for fund, cents in tx.execute(query.group_by(accounts.c.fund)):
            found[fund] = found.get(fund, 0) + sign * int(cents)
    return dict(sorted(found.items()))


def lines(tx: Tx, provider: str, since: str, before: str) -> list[Line]:
    """What was booked between two moments, in that order."""
    columns = [redemptions.c[name] for name in Line._fields]
    joined = redemptions.join(transfers, transfers.c.id == redemptions.c.transfer)
    within = and_(redemptions.c.provider == provider, transfers.c.at >= since, transfers.c.at < before)
    query = select(*columns).select_from(joined).where(within)
    return [Line(*row) for row in tx.execute(query.order_by(transfers.c.at, redemptions.c.at, redemptions.c.event))]


def by_station(tx: Tx, provider: str, since: str, before: str) -> dict[str, list[str]]:
    """The events of what was booked between two moments, of each station; in one order, always."""
    joined = redemptions.join(transfers, transfers.c.id == redemptions.c.transfer)
    within = and_(redemptions.c.provider == provider, transfers.c.at >= since, transfers.c.at < before)
    query = select(redemptions.c.station, redemptions.c.event).select_from(joined).where(within)
    found: dict[str, list[str]] = {}
    for station, event in tx.execute(query.order_by(redemptions.c.station, redemptions.c.event)):
        found.setdefault(station, []).append(event)
    return found


def providers(tx: Tx) -> list[str]:
    """Whoever was ever paid."""
    query = select(accounts.c.holder).where(accounts.c.kind == Kind.SPENT).distinct()
    return sorted(tx.execute(query).scalars())


def get(tx: Tx, provider: str, since: str, until: str) -> Statement | None:
    row = tx.execute(select(statements).where(_this(provider, since, until))).first()
    return Statement(**{**row._mapping, "state": State(row.state)}) if row else None


def overlapping(tx: Tx, provider: str, since: str, until: str) -> list[Statement]:
    """Those of a provider that share a day with this period, and are not of it."""
    shares = and_(statements.c.provider == provider, statements.c.since <= until, statements.c.until >= since)
    other = ~and_(statements.c.since == since, statements.c.until == until)
    rows = tx.execute(select(statements).where(shares, other))
    return [Statement(**{**row._mapping, "state": State(row.state)}) for row in rows]


def add(tx: Tx, statement: Statement) -> None:
    tx.execute(statements.insert().values(**{**vars(statement), "state": statement.state.value}))


def turn(tx: Tx, statement: Statement) -> None:
    values = {"state": statement.state.value, "state_at": statement.state_at}
    tx.execute(update(statements).where(_this(statement.provider, statement.since, statement.until)).values(**values))


def _this(provider: str, since: str, until: str) -> ColumnElement[bool]:
    return and_(statements.c.provider == provider, statements.c.since == since, statements.c.until == until)
