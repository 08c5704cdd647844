"""How what may be given out lies among the stations: whole cents and places, the same whoever reckons it.

Pure. Of a voucher the stations of its hubs hold `home_share` percent and central the rest. Its hubs are its household's
and, where there is one, the other to which the family comes: there lies `second_share`. Of a hub's part its lead holds
`lead_share`. Shares are rounded down, so that what is over stays with central.
"""

from collections.abc import Mapping, Sequence

from kiosk.domain import parts
from kiosk.domain.allotments import share
from kiosk.domain.parts import Part, Parts
from kiosk.domain.programmes import Spread

PLACES_SHARE = 75  # percent of a session's free places, with the lead of the hub where it is


def targets(amount: int, spread: Spread, home: Sequence[str], second: Sequence[str] = ()) -> dict[str, int]:
    """What each station of the two hubs should hold of so much; the first of a hub is its lead."""
    away = share(amount, spread.second_share) if second else 0
    at_home = share(amount, spread.home_share) - away
    return _among(at_home, spread.lead_share, home) | _among(away, spread.lead_share, second)


def more(
    pool: Parts, held: Mapping[str, Parts], spread: Spread, home: Sequence[str], second: Sequence[str] = ()
) -> dict[str, Parts]:
    """What the hubs' stations are to be granted beyond what they hold: of each fund as far as its reserve stays."""
    given: dict[str, list[Part]] = {}
    for fund, free in pool:
        here = {station: _of(some, fund) for station, some in held.items()}
        worth = free + sum(here.values())
        spare = free - (worth - share(worth, spread.home_share))
        for station, target in targets(worth, spread, home, second).items():
            some = max(0, min(target - here.get(station, 0), spare))
            spare -= some
            if some:
                given.setdefault(station, []).append(Part(fund, some))
    return {station: tuple(parts) for station, parts in given.items()}


def back(
    pool: Parts, held: Mapping[str, Parts], spread: Spread, home: Sequence[str], second: Sequence[str] = ()
) -> dict[str, int]:
    """What stations are asked to give back, in cents: all, where the voucher's hubs are others now; and what is beyond
    a station's own while another has not half of its own and central cannot spare it."""
    here = {station: parts.total(some) for station, some in held.items()}
    free = parts.total(pool)
    worth = free + sum(here.values())
    goals = targets(worth, spread, home, second)
    asked = {station: some for station, some in here.items() if station not in goals and some}
    lacking = sum(goal - here.get(one, 0) for one, goal in goals.items() if here.get(one, 0) < goal // 2)
    lacking -= max(0, free - (worth - share(worth, spread.home_share))) + sum(asked.values())
    for station in sorted(goals, key=lambda one: (goals[one] - here.get(one, 0), one)):
        some = max(0, min(here.get(station, 0) - goals[station], lacking))
        lacking -= some
        asked |= {station: some} if some else {}
    return asked


def more_places(free: int, held: int) -> int:
    """Of a session's free places, how many more its hub's lead is granted."""
    return max(0, min(free, share(free + held, PLACES_SHARE) - held))


def _among(amount: int, lead_share: int, stations: Sequence[str]) -> dict[str, int]:
    if not stations:
        return {}
    lead, *others = stations
    if not others:
        return {lead: amount}
    leads = share(amount, lead_share)
    return {lead: leads, **dict.fromkeys(others, (amount - leads) // len(others))}


def _of(parts: Parts, fund: str) -> int:
    return sum(part.amount for part in parts if part.fund == fund)
