"""Whose places of a turn are taken: those of who came for it and is here, and of who is expected in it.

Nobody has two places of one turn. Educators, the hub's own and those who bring a group, take none.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from kiosk.domain import expecting
from kiosk.domain.attendance import State, Stay, count
from kiosk.domain.calendar import Span


def taken(stays: Iterable[Stay], spans: Sequence[Span]) -> dict[datetime, int]:
    """How many places, by the beginning of a turn. `spans` are in the order of their beginnings."""
    found: dict[datetime, int] = {}
    for stay in stays:
        for turn in turns_of(stay, spans):
            found[turn] = found.get(turn, 0) + places(stay)
    return found


def turns_of(stay: Stay, spans: Sequence[Span]) -> set[datetime]:
    """The turns in which a stay takes places: none once they have left."""
    expected = {datetime.fromisoformat(turn): expecting.opens(turn) for turn in stay.turns}
    if stay.state is State.EXPECTED:
        return set(expected)
    if not stay.inside:
        return set()
    ends = {span.begins: span.ends for span in spans}
    since = datetime.fromisoformat(stay.since)
    if any(near <= stay.since and since < ends.get(turn, turn) for turn, near in expected.items()):
        return set(expected)
    walked_into = next((span for span in spans if since < span.ends), None)
    if walked_into is None or walked_into.capacity is None:
        return set(expected)
    return {*expected, walked_into.begins}


def places(stay: Stay) -> int:
    if stay.state is State.EXPECTED:
        return bool(stay.person) + sum(number for _, number in stay.children) + stay.adults
    counts = count([stay])
    return counts.people - counts.educators
