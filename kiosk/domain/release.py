"""Whether somebody may leave, and how: the one rule, for whoever lets them go.

Below 14 with an authorised adult, or alone with a parent's written authorisation; from 14 on their own (PRODUCT.md,
rule 6 and the facts of the programme). An unknown birth date counts as below 14.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.ties import Leaving, Minor, Tie, Way

ON_THEIR_OWN_FROM = 14  # years


class Bar(StrEnum):
    """Why not with this adult."""

    MUST_NOT_COLLECT = "must_not_collect"
    NOT_AUTHORISED = "not_authorised"


@dataclass(frozen=True)
class Released:
    way: Way


@dataclass(frozen=True)
class NotThisAdult:
    bar: Bar


@dataclass(frozen=True)
class NeedsAdult:
    """Not alone: somebody has to come for them."""


def release(minor: Minor, adult: str, day: date, activity: str = "") -> Released | NotThisAdult | NeedsAdult:
    """`adult` is a person's id, "" for nobody; `day` is the day in Europe/Rome; `activity` is what they leave from.

    Who must not collect wins over everything else, at any age: nobody is handed to them.
    """
    held = [tie for tie in minor.ties if tie.child == minor.person and adult and tie.adult == adult]
    held = [tie for tie in held if tie.holds(day.isoformat())]
    if any(tie.must_not_collect for tie in held):
        return NotThisAdult(Bar.MUST_NOT_COLLECT)
    if is_of_age(minor.born, day) or (minor.grown and not minor.born):
        return Released(Way.ON_THEIR_OWN)
    if adult:
        return Released(Way.WITH_ADULT) if any(map(_may_collect, held)) else NotThisAdult(Bar.NOT_AUTHORISED)
    return Released(Way.ALONE) if _alone(minor.leaving, day.isoformat(), activity) else NeedsAdult()


def is_of_age(born: str, day: date) -> bool:
    """Whether who was born then is 14 on this day. Of those born on 29 February the year is full on 1 March."""
    try:
        birth = date.fromisoformat(born)
    except ValueError:
        return False
    return (day.year - birth.year, day.month, day.day) >= (ON_THEIR_OWN_FROM, birth.month, birth.day)


def _may_collect(tie: Tie) -> bool:
    return tie.guardian or tie.may_collect


def _alone(leaving: Leaving, day: str, activity: str) -> bool:
    running = (not leaving.since or leaving.since <= day) and (not leaving.until or day <= leaving.until)
    return leaving.alone and running and leaving.scope in ("", activity)
