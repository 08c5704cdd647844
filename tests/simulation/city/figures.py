"""Plays the policies over the same days, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

from kiosk.domain.programmes import Spread
from tests.simulation.city import money, seats, town
from tests.simulation.city.seats import Session, Told
from tests.simulation.city.town import CITY, MONTH, Prices, Size

LEAD_DAYS = 7  # how long before it people ask for a session
AT_HOST = 0.6  # of those who ask
CAPACITY = 12
MONEY: dict[str, Callable[[Size, Spread], money.Policy]] = {
    "cached balance": money.CachedBalance,
    "home only": money.HomeOnly,
    "allotments at home": lambda size, spread: money.Allotments(size, spread, money.ONE_HUB),
    "at home, with purse": lambda size, spread: money.Allotments(size, spread, money.ONE_HUB_AND_PURSE),
    "allotments": lambda size, spread: money.Allotments(size, spread, money.TWO_HUBS),
    "allotments with purse": lambda size, spread: money.Allotments(size, spread, money.PRODUCT),
}
PLACES: dict[str, Callable[[], seats.Policy]] = {
    "cached free places": seats.Cached,
    "host only": seats.HostOnly,
    "host-held, with requests": seats.HostHeld,
}


@dataclass(frozen=True)
class Paid:
    """Cents, and shares of what honest families asked for. `overspent`: beyond vouchers and purses together."""

    prices: str
    policy: str
    out: float
    asked: int
    refused_though_covered: float  # percent
    given: int
    overspent: int
    purse_cost: int


@dataclass(frozen=True)
class Placed:
    policy: str
    out: float
    asked: int
    confirmed_at_once: float  # percent
    requested: float  # percent
    refused_though_free: float  # percent
    bumped: int
    filled: float  # percent of the places


def paid(policy_name: str, prices: Prices, out: float, seed: int, size: Size = CITY) -> Paid:
    dice = Random(seed)
    people, days = town.cards(dice, size, prices), town.outages(dice, size, out)
    policy = MONEY[policy_name](size, prices.spread)
    left = [0] * len(people)
    asked = refused = given = 0
    for day in range(size.days):
        if day == 0 or (prices.monthly and day % MONTH == 0):
            for card in people:
                policy.top_up(card, card.worth)
                left[card.number] += card.worth
        policy.morning(days[day])
        for wish in town.wishes(dice, size, people, prices, day, days[day]):
            covered = left[wish.card.number] >= wish.cents
            if wish.honest and not covered:
                continue  # nobody asks for what they know they have not
            yes = policy.pay(wish.card, wish.hub, wish.cents)
            asked += wish.honest
            refused += wish.honest and not yes
            if yes:
                left[wish.card.number] -= wish.cents
                given += wish.cents
    policy.morning(frozenset())
    beyond = sum(-cents for cents in left if cents < 0) - policy.purse_cost()
    return Paid(prices.name, policy_name, out, asked, 100 * refused / asked, given, max(0, beyond), policy.purse_cost())


def placed(policy_name: str, out: float, seed: int, size: Size = CITY) -> Placed:
    dice = Random(seed)
    days = town.outages(dice, size, out)
    policy, all_told, asked = PLACES[policy_name](), Told(), 0
    for number in range(size.sessions):
        session = Session(number, dice.randrange(size.hubs), CAPACITY)
        first = dice.randrange(size.days - LEAD_DAYS)
        policy.begin(session, days[first])
        for day in range(first, first + LEAD_DAYS):
            policy.morning(days[day])
            for _ in range(dice.randrange(4)):
                hub = session.host if dice.random() < AT_HOST else dice.randrange(size.hubs)
                policy.ask(hub)
                asked += 1
        all_told = _added(all_told, policy.end())
    percent = 100 / asked
    return Placed(
        policy=policy_name,
        out=out,
        asked=asked,
        confirmed_at_once=all_told.confirmed * percent,
        requested=all_told.requests * percent,
        refused_though_free=all_told.refused_though_free * percent,
        bumped=all_told.bumped,
        filled=100 * all_told.filled / (size.sessions * CAPACITY),
    )


def _added(one: Told, other: Told) -> Told:
    return Told(**{name: value + getattr(other, name) for name, value in vars(one).items()})


def play(out: Sequence[float], seed: int, tell: Callable[[Paid | Placed], None]) -> dict[str, list[dict[str, Any]]]:
    """All of it; each row is told as soon as it is there."""
    found: dict[str, list[dict[str, Any]]] = {"money": [], "places": []}
    for share in out:
        for prices in (town.SMALL, town.COURSES):
            for name in MONEY:
                row = paid(name, prices, share, seed)
                tell(row)
                found["money"].append(asdict(row))
        for name in PLACES:
            line = placed(name, share, seed)
            tell(line)
            found["places"].append(asdict(line))
    return found
