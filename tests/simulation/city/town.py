"""Who lives in the city, where they come, what they pay, and which hubs are out: by a seed, for every policy."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from kiosk.domain.programmes import Spread

OUT_DAYS = 3  # how long an outage lasts
CHEATS = 0.01  # of all holders
CHEATED = 6  # hubs without network in one afternoon of each week
AT_HOME, AT_SECOND = 0.80, 0.15  # of somebody's visits; the rest anywhere
MONTH = 30


@dataclass(frozen=True)
class Size:
    hubs: int
    cards: int
    days: int
    sessions: int


CITY = Size(300, 20_000, 60, 3_000)


@dataclass(frozen=True)
class Prices:
    """What things cost and what vouchers are worth, in cents; `often`: redemptions of a card in a day. `spread`: how
    such a programme lies among the stations; a course costs nearly all of a voucher, and shares of it buy nothing."""

    name: str
    worth: tuple[int, int]
    monthly: bool  # the worth comes each month anew
    price: tuple[int, ...]
    often: float
    spread: Spread = field(default_factory=Spread)


SMALL = Prices("small", (2_000, 2_000), True, tuple(range(100, 501, 50)), 0.15)
COURSES = Prices(
    "courses", (10_000, 40_000), False, tuple(range(2_000, 15_001, 500)), 0.04, Spread(home_share=100, second_share=0)
)


@dataclass(frozen=True)
class Card:
    number: int
    home: int
    second: int
    worth: int
    cheats: bool


@dataclass(frozen=True)
class Wish:
    """Somebody wants to pay so much at a hub."""

    card: Card
    hub: int
    cents: int
    honest: bool


def cards(dice: Random, size: Size, prices: Prices) -> list[Card]:
    found = []
    for number in range(size.cards):
        home, second = dice.sample(range(size.hubs), 2)
        found.append(Card(number, home, second, dice.randrange(*_closed(prices.worth), 500), dice.random() < CHEATS))
    return found


def outages(dice: Random, size: Size, share: float) -> list[frozenset[int]]:
    """The hubs without network, day by day: each for OUT_DAYS, a share of them at any time."""
    begins = share / (OUT_DAYS * (1 - share))
    left = [dice.randrange(OUT_DAYS) + 1 if dice.random() < share else 0 for _ in range(size.hubs)]
    days = []
    for _ in range(size.days):
        days.append(frozenset(hub for hub in range(size.hubs) if left[hub]))
        left = [days_left - 1 if days_left else OUT_DAYS * (dice.random() < begins) for days_left in left]
    return days


def wishes(
    dice: Random, size: Size, people: list[Card], prices: Prices, day: int, out: frozenset[int]
) -> Iterator[Wish]:
    """Those of a day, in some order. Who cheats knows which hubs are out, and goes from one to the next."""
    found = [
        Wish(one, _where(dice, size, one), dice.choice(prices.price), True) for one in people if _comes(dice, prices)
    ]
    if day % 7 == 5 and out:
        for one in people:
            if one.cheats:
                hubs = dice.sample(sorted(out), min(CHEATED, len(out)))
                found += [Wish(one, hub, dice.choice(prices.price), False) for hub in hubs]
    dice.shuffle(found)
    yield from found


def _comes(dice: Random, prices: Prices) -> bool:
    return dice.random() < prices.often


def _where(dice: Random, size: Size, card: Card) -> int:
    where = dice.random()
    if where < AT_HOME:
        return card.home
    return card.second if where < AT_HOME + AT_SECOND else dice.randrange(size.hubs)


def _closed(between: tuple[int, int]) -> tuple[int, int]:
    return between[0], between[1] + 1
