"""How what may be given out lies among the stations: whole cents and places, the same whoever reckons it.

Pure. Of a voucher its household's hub holds `home_share` percent and central the rest; of the hub's part its lead holds
`lead_share`. Shares are rounded down, so that what is over stays with central.
"""

from collections.abc import Mapping, Sequence

from kiosk.domain.allotments import share
from kiosk.domain.parts import Part, Parts
from kiosk.domain.programmes import Spread

PLACES_SHARE = 75  # percent of a session's free places, with the lead of the hub where it is


def targets(amount: int, spread: Spread, stations: Sequence[str]) -> dict[str, int]:
    """What each of a hub's stations should hold of so much; the first is its lead."""
    if not stations:
        return {}
    lead, *others = stations
    home = share(amount, spread.home_share)
    if not others:
        return {lead: home}
    leads = share(home, spread.lead_share)
    return {lead: leads, **dict.fromkeys(others, (home - leads) // len(others))}


def more(pool: Parts, held: Mapping[str, Parts], spread: Spread, stations: Sequence[str]) -> dict[str, Parts]:
    """What a hub's stations are to be granted beyond what they hold: of each fund as far as its reserve stays."""
    given: dict[str, list[Part]] = {}
    for fund, free in pool:
        here = {station: _of(held.get(station, ()), fund) for station in stations}
        worth = free + sum(here.values())
        spare = free - (worth - share(worth, spread.home_share))
        for station, target in targets(worth, spread, stations).items():
            some = max(0, min(target - here[station], spare))
            spare -= some
            if some:
                given.setdefault(station, []).append(Part(fund, some))
    return {station: tuple(parts) for station, parts in given.items()}


def more_places(free: int, held: int) -> int:
    """Of a session's free places, how many more its hub's lead is granted."""
    return max(0, min(free, share(free + held, PLACES_SHARE) - held))


def _of(parts: Parts, fund: str) -> int:
    return sum(part.amount for part in parts if part.fund == fund)
