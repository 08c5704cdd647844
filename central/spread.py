"""How what may be given out lies among the stations: whole cents and places, the same whoever reckons it.

Pure. Of a voucher the stations of its hubs hold `home_share` percent and central the rest. Its hubs are its household's
and, where there is one, the other to which the family comes: there lies `second_share`. Of a hub's part its lead holds
`lead_share`. Shares of cents are rounded down, so that what is over stays with central; places are not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kiosk.domain import parts
from kiosk.domain.allotments import share
from kiosk.domain.parts import Part, Parts
from kiosk.domain.programmes import Spread

PLACES_SHARE = 75  # percent of a session's free places, with the lead of the hub where it is


@dataclass
class _Giving:
    """What may be granted of each fund, what each station lacks, and what it is given."""

    spare: dict[str, int]
    lacking: dict[str, int]
    given: dict[tuple[str, str], int] = field(default_factory=dict)

    def give(self, station: str, fund: str, wanted: int) -> None:
        some = max(0, min(wanted, self.spare[fund], self.lacking[station]))
        self.spare[fund] -= some
        self.lacking[station] -= some
        self.given[station, fund] = self.given.get((station, fund), 0) + some

    def parts(self, station: str) -> Parts:
        """In the order of the funds."""
        there = (Part(fund, self.given.get((station, fund), 0)) for fund in self.spare)
        return tuple(part for part in there if part.amount)


def targets(amount: int, spread: Spread, home: Sequence[str], second: Sequence[str] = ()) -> dict[str, int]:
    """What each station of the two hubs should hold of so much; the first of a hub is its lead."""
    away = share(amount, spread.second_share) if second else 0
    at_home = share(amount, spread.home_share) - away
    return _among(at_home, spread.lead_share, home) | _among(away, spread.lead_share, second)


def more(
    pool: Parts, held: Mapping[str, Parts], spread: Spread, home: Sequence[str], second: Sequence[str] = ()
) -> dict[str, Parts]:
    """What the hubs' stations are to be granted beyond what they hold: of each fund as far as its reserve stays.

    Each gets its share of every fund, so that the first pays first everywhere; what it lacks then, of any.
    """
    goals = targets(_worth(pool, held), spread, home, second)
    lacking = {station: goal - parts.total(held.get(station, ())) for station, goal in goals.items()}
    spare = {fund: free - _reserve(free + _there(held, fund), spread) for fund, free in pool}
    giving = _Giving(spare, lacking)
    for fund, free in pool:
        for station, target in targets(free + _there(held, fund), spread, home, second).items():
            giving.give(station, fund, target - _of(held.get(station, ()), fund))
    for fund, _ in pool:
        for station in goals:
            giving.give(station, fund, lacking[station])
    return {station: some for station in goals if (some := giving.parts(station))}


def back(
    pool: Parts, held: Mapping[str, Parts], spread: Spread, home: Sequence[str], second: Sequence[str] = ()
) -> dict[str, int]:
    """What stations are asked to give back, in cents: all, where the voucher's hubs are others now; and what is beyond
    a station's own while another has not half of its own and central cannot spare it."""
    here = {station: parts.total(some) for station, some in held.items()}
    free, worth = parts.total(pool), _worth(pool, held)
    goals = targets(worth, spread, home, second)
    asked = {station: some for station, some in here.items() if station not in goals and some}
    lacking = sum(goal - here.get(one, 0) for one, goal in goals.items() if here.get(one, 0) < goal // 2)
    lacking -= max(0, free - _reserve(worth, spread)) + sum(asked.values())
    for station in sorted(goals, key=lambda one: (goals[one] - here.get(one, 0), one)):
        some = max(0, min(here.get(station, 0) - goals[station], lacking))
        lacking -= some
        asked |= {station: some} if some else {}
    return asked


def more_places(free: int, held: int) -> int:
    """Of a session's free places, how many more its hub's lead is granted. What stays with central is rounded down: the
    last place is where people stand and wait for it."""
    every = free + held
    return max(0, min(free, every - share(every, 100 - PLACES_SHARE) - held))


def _among(amount: int, lead_share: int, stations: Sequence[str]) -> dict[str, int]:
    if not stations:
        return {}
    lead, *others = stations
    if not others:
        return {lead: amount}
    leads = share(amount, lead_share)
    return {lead: leads, **dict.fromkeys(others, (amount - leads) // len(others))}


def _worth(pool: Parts, held: Mapping[str, Parts]) -> int:
    return parts.total(pool) + sum(map(parts.total, held.values()))


def _reserve(worth: int, spread: Spread) -> int:
    """What stays with central of so much."""
    return worth - share(worth, spread.home_share)


def _there(held: Mapping[str, Parts], fund: str) -> int:
    """Of a fund with all stations."""
    return sum(_of(some, fund) for some in held.values())


def _of(parts: Parts, fund: str) -> int:
    return sum(part.amount for part in parts if part.fund == fund)
