"""The day's hours at the head of the desk's day: from when to when, and the turn that is on or comes next."""

from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.ui.standing import moment
from kiosk.usecases.opening import Slot, Today


@dataclass(frozen=True)
class HoursFace:
    begins: str  # "9.30"
    ends: str


@dataclass(frozen=True)
class TurnFace:
    """`free` is None at a station that does not know how many places are taken."""

    begins: str
    places: int
    free: int | None


@dataclass(frozen=True)
class OpeningFace:
    """`hours` without a capacity, `turns` by when they begin; neither where the hub is closed today. `why` is one of
    kiosk.domain.calendar.Closure, "" on a day like every other."""

    hours: tuple[HoursFace, ...]
    turns: tuple[str, ...]
    turn: TurnFace | None
    why: str


def derive(today: Today, now: Reading) -> OpeningFace:
    plain = (slot.span for slot in today.slots if slot.span.capacity is None)
    timed = (slot.span for slot in today.slots if slot.span.capacity is not None)
    return OpeningFace(
        hours=tuple(HoursFace(moment(one.begins, now).time, moment(one.ends, now).time) for one in plain),
        turns=tuple(moment(one.begins, now).time for one in timed),
        turn=_turn(today.turn, now) if today.turn else None,
        why=today.why or "",
    )


def _turn(slot: Slot, now: Reading) -> TurnFace:
    return TurnFace(moment(slot.span.begins, now).time, slot.span.capacity or 0, slot.free)
