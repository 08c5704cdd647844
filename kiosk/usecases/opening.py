"""When this hub is open, and how many places its turns have, as this station knows it.

It is shown beside a person at the door and refuses nobody: checking in always works.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import calendar, turns
from kiosk.domain.attendance import Stay
from kiosk.domain.calendar import Answer, Calendar, Closed, Closure, Early, Full, Late, Span, Taken, of_day, spans
from kiosk.usecases.hours import begun_before_today, shown_calendar
from kiosk.usecases.inside import from_yesterday
from kiosk.usecases.lead import leads

Hint = Early | Late | Full | Closed


@dataclass(frozen=True)
class Slot:
    """One opening of today, and how many of its places are taken: None for hours without a capacity, and at a station
    that is not the lead."""

    span: Span
    taken: int | None

    @property
    def free(self) -> int | None:
        """None where that is not known."""
        if self.span.capacity is None or self.taken is None:
            return None
        return max(0, self.span.capacity - self.taken)


@dataclass(frozen=True)
class Today:
    """`slots` are those that begin today, and one of yesterday that goes over midnight and is still on."""

    answer: Answer
    slots: tuple[Slot, ...]
    turn: Slot | None  # the one that is on, else the next of today; None where there are no turns
    why: Closure | None  # of a day that differs


def opening(tx: Tx, now: Reading) -> Answer:
    shown = shown_calendar(tx)
    return calendar.answer(shown, now.at, known_places(tx, shown, now))


def next_chance(tx: Tx, now: Reading, places: int = 1) -> datetime | None:
    """When so many people can come together: now where the hub is open. None: nobody has said so."""
    shown = shown_calendar(tx)
    answer = calendar.answer(shown, now.at, known_places(tx, shown, now), places)
    return calendar.next_chance(answer, now.at)


def today_hours(tx: Tx, now: Reading) -> Today:
    shown, day = shown_calendar(tx), now.day()
    taken = known_places(tx, shown, now)
    still_on = begun_before_today(tx, now)
    slots = tuple(
        Slot(span, None if span.capacity is None else taken(span.begins)) for span in (*still_on, *of_day(shown, day))
    )
    turn = next((slot for slot in slots if slot.span.capacity is not None and now.at < slot.span.ends), None)
    differs = shown.days.get(day)
    return Today(calendar.answer(shown, now.at, taken), slots, turn, differs.why if differs else None)


def hours_of_today(tx: Tx, now: Reading) -> Today | None:
    """None where nobody has said anything of this hub's hours."""
    return None if shown_calendar(tx) == Calendar() else today_hours(tx, now)


def hint(tx: Tx, now: Reading, visits: Collection[str]) -> Hint | None:
    """What to say kindly beside the green to those who just came by these visits, and to all who came by the same scan;
    None when there is nothing to say.

    Who is expected has their place: they hear of their turn when it is still to come.
    """
    shown = shown_calendar(tx)
    if shown == Calendar():
        return None
    came, others = _apart(stays(tx, now), visits)
    expected = sorted(datetime.fromisoformat(turn) for stay in came for turn in stay.turns)
    if expected:
        return Early(expected[0]) if expected[0] > now.at else None
    places = max(1, sum(map(turns.places, came)))
    answer = calendar.answer(shown, now.at, known_places(tx, shown, now, others), places)
    return answer if isinstance(answer, Hint) else None


# --- what it is made of ---------------------------------------------------------------------------------------------


def stays(tx: Tx, now: Reading) -> tuple[Stay, ...]:
    """Of yesterday (a turn may go over midnight) and today, and who is expected from then on."""
    return tuple(stay for held in from_yesterday(tx, now).values() for stay in held.stays)


def known_places(tx: Tx, shown: Calendar, now: Reading, among: Sequence[Stay] | None = None) -> Taken:
    """How many places of a turn are taken; None at a station that is not the lead. It is counted when first asked."""
    if not leads(tx):
        return lambda _: None

    @cache
    def counted() -> dict[datetime, int]:
        return turns.taken(stays(tx, now) if among is None else among, list(spans(shown, now.day())))

    return lambda turn: counted().get(turn, 0)


def _apart(every: Sequence[Stay], visits: Collection[str]) -> tuple[list[Stay], list[Stay]]:
    """The stays that these visits are of, with all who came by the same scan, and the others."""
    parties = {stay.party for stay in every if not set(visits).isdisjoint(stay.visits)} - {""}
    came: list[Stay] = []
    others: list[Stay] = []
    for stay in every:
        together = stay.party in parties or not set(visits).isdisjoint(stay.visits)
        (came if together else others).append(stay)
    return came, others
