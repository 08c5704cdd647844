"""Whether somebody may leave, and how: the one rule, for whoever lets them go.

Below 14 with an authorised adult, or alone with a parent's written authorisation; from 14 on their own (PRODUCT.md,
rule 6 and the facts of the programme). An unknown birth date counts as below 14, but for who is known as an adult.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain import days
from kiosk.domain.agebands import is_under_age
from kiosk.domain.ties import Minor, Way

ON_THEIR_OWN_FROM = 14  # years
OLDEST = 120  # years: 1 January 1900 stands where somebody had to write something


class Bar(StrEnum):
    """Why not with this adult."""

    MUST_NOT_COLLECT = "must_not_collect"
    NOT_AUTHORISED = "not_authorised"
    ASK_SAFEGUARDING = "ask_safeguarding"  # nor is it known whether they are the one who must not


class Standing(StrEnum):
    """What an adult is to a child on a day, for whoever lets the child go; who must not collect, before all else."""

    MUST_NOT_COLLECT = "must_not_collect"
    GUARDIAN = "guardian"
    MAY_COLLECT = "may_collect"
    NOBODY = "nobody"  # not known to be allowed to


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
    stands = standing(minor, adult, day)
    if stands is Standing.MUST_NOT_COLLECT:
        return NotThisAdult(Bar.MUST_NOT_COLLECT)
    if minor.adult or minor.grown or is_of_age(minor.born, day):
        return Released(Way.ON_THEIR_OWN)
    if adult:
        return _new(minor, day) if stands is Standing.NOBODY else Released(Way.WITH_ADULT)
    return Released(Way.ALONE) if minor.leaving.allows(day, activity) else NeedsAdult()


def asks_safeguarding(minor: Minor, day: date) -> bool:
    """Whether somebody must not collect whom nobody knows here: it may be anybody new."""
    return any(not tie.adult and tie.child == minor.person and tie.forbids(day) for tie in minor.ties)


def takes_safeguarding(minor: Minor, adult: str, flag: str, day: date) -> bool:
    """Whether it is not for one worker to say that this adult may have the child: they must not, now or some day, or
    they are new where somebody must not whom nobody knows here. `flag` is the field of the relation.

    That somebody is a guardian is true of who must not collect, too; the prohibition wins over it.
    """
    theirs = [tie for tie in minor.ties if tie.child == minor.person and tie.adult == adult and tie.must_not_collect]
    if any(days.within(day, "", tie.until, unread=True) for tie in theirs):
        return flag == "may_collect"
    return asks_safeguarding(minor, day) and standing(minor, adult, day) is Standing.NOBODY


def _new(minor: Minor, day: date) -> NotThisAdult:
    return NotThisAdult(Bar.ASK_SAFEGUARDING if asks_safeguarding(minor, day) else Bar.NOT_AUTHORISED)


def standing(minor: Minor, adult: str, day: date) -> Standing:
    """By the ties that hold on the day, of every household that knows the child. Who is not 18 yet collects nobody,
    whatever was said of them."""
    held = [tie for tie in minor.ties if tie.child == minor.person and adult and tie.adult == adult]
    if any(tie.forbids(day) for tie in held):
        return Standing.MUST_NOT_COLLECT
    allowing = [tie for tie in held if tie.allows(day) and not is_under_age(tie.adult_born, day)]
    if any(tie.guardian for tie in allowing):
        return Standing.GUARDIAN
    return Standing.MAY_COLLECT if allowing else Standing.NOBODY


def is_of_age(born: str, day: date) -> bool:
    """Whether who was born then is 14 on this day. Of those born on 29 February the year is full on 1 March."""
    birth = days.read(born)
    if birth is None:
        return False
    full = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return ON_THEIR_OWN_FROM <= full <= OLDEST


def born_by(day: date) -> date:
    """The latest day of birth of who is 14 on this day. Who was born on 29 February is so on 1 March."""
    year = day.year - ON_THEIR_OWN_FROM
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) else date(year, day.month, day.day)
