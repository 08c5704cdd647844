"""What a provider may invoice for a period: totals by fund, line by line, and what has to be looked at first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.clock import Reading, from_stamp
from kiosk.domain import days
from kiosk.domain.parts import total
from kiosk.domain.statements import Settled
from kiosk.ui.desk.vouchers.paid import FundPart
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.statement import Line, Statement, least

MONTHS = 12  # that can be turned to


@dataclass(frozen=True)
class StatementLine:
    """No name stands in it. `receipt` is its serial; `flagged`: nobody was marked as having come; `on`: the ISO day
    since which a statement of the city's has it so, "" without one."""

    event: str
    at: Moment
    title: str
    receipt: str
    cents: int
    flagged: bool
    settled: Settled
    on: str


@dataclass(frozen=True)
class ProviderLine:
    """`settled`: how far all of it has come."""

    id: str
    name: str
    count: int
    cents: int
    flagged: int
    settled: Settled


@dataclass(frozen=True)
class StateSum:
    """What has come so far, and no further: by fund, those of the whole statement in their order."""

    settled: Settled
    funds: tuple[FundPart, ...]
    cents: int


@dataclass(frozen=True)
class StatementFace:
    """`first`, `last`: ISO days, both included. `provider` is "" for all of them. It is what this station alone knows,
    as of when central was last heard. `states`: what is least certain first. `periods`: the months that can be turned
    to, the newest first."""

    first: str
    last: str
    provider: str
    as_of: Moment | None
    providers: tuple[ProviderLine, ...]
    funds: tuple[FundPart, ...]
    states: tuple[StateSum, ...]
    cents: int
    count: int
    flagged: int
    lines: tuple[StatementLine, ...]
    periods: tuple[str, ...]  # "2026-11"


def derive(made: Statement, provider: str, now: Reading) -> StatementFace:
    lines = tuple(_line(one, now) for one in made.lines) if provider else ()
    return StatementFace(
        first=made.first.isoformat(),
        last=made.last.isoformat(),
        provider=provider,
        as_of=moment(from_stamp(made.heard_at), now) if made.heard_at else None,
        providers=_providers(made),
        funds=tuple(FundPart(part.fund, part.amount) for part in made.totals),
        states=_states(made),
        cents=sum(one.cents for one in made.lines),
        count=len(made.lines),
        flagged=sum(one.flagged for one in made.lines),
        lines=lines,
        periods=periods(now.day()),
    )


def periods(today: date) -> tuple[str, ...]:
    """This month and those before it, as far as somebody still invoices."""
    months = today.year * 12 + today.month - 1
    return tuple(f"{month // 12}-{month % 12 + 1:02d}" for month in range(months, months - MONTHS, -1))


def month(period: str) -> tuple[date, date] | None:
    """The first and the last day of "2026-11"; None for nonsense."""
    first = days.read(f"{period}-01")
    return (first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)) if first else None


def _states(made: Statement) -> tuple[StateSum, ...]:
    order = [part.fund for part in made.totals]
    found = []
    for settled, parts in made.by_state.items():
        by_fund = {part.fund: part.amount for part in parts}
        funds = tuple(FundPart(fund, by_fund.get(fund, 0)) for fund in order)
        found.append(StateSum(settled, funds, total(parts)))
    return tuple(found)


def _providers(made: Statement) -> tuple[ProviderLine, ...]:
    by_id: dict[str, list[Line]] = {}
    for line in made.lines:
        by_id.setdefault(line.provider, []).append(line)
    found = [
        ProviderLine(
            id=id_,
            name=made.names.get(id_, "") or id_,
            count=len(some),
            cents=sum(one.cents for one in some),
            flagged=_flags(some),
            settled=least(some),
        )
        for id_, some in by_id.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def _flags(lines: Iterable[Line]) -> int:
    return sum(one.flagged for one in lines)


def _line(one: Line, now: Reading) -> StatementLine:
    at = moment(from_stamp(one.at), now)
    return StatementLine(one.event, at, one.title, f"{one.receipt:010}", one.cents, one.flagged, one.settled, one.on)
