"""Signing up: what is asked, what it comes to, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.signups import State


class Age(StrEnum):
    """By law, which is neither an age band nor what an activity is for."""

    CHILD = "child"  # under 14: wishes, and a parent says
    TEEN = "teen"  # 14 and more: alone
    ADULT = "adult"


class No(StrEnum):
    """Why a sign-up is not made or not changed. For the desk; at the touchscreen each looks the same."""

    NOT_ENROLLED = "not_enrolled"
    NOT_ALLOWED = "not_allowed"  # not theirs to say
    UNKNOWN = "unknown"  # no such session, or no such sign-up
    STANDING = "standing"  # there is no sign-up: one just goes there
    CANCELLED = "cancelled"  # the session does not take place
    OVER = "over"  # it has begun
    ALREADY = "already"  # there is an open one for this person and session
    TOO_MANY = "too_many"  # asked for that day
    NO_PLACE = "no_place"  # here, now
    NOT_SO = "not_so"  # the sign-up stands otherwise by now
    OFFER_OVER = "offer_over"
    ELSEWHERE = "elsewhere"  # the station that offered it is to be asked
    TOO_LATE = "too_late"  # to undo it
    NOT_THE_LEAD = "not_the_lead"


class Warn(StrEnum):
    """What is said before anybody signs up: they may all the same."""

    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    AGE_UNKNOWN = "age_unknown"
    CLASH = "clash"  # of time, with another one of theirs


@dataclass(frozen=True)
class Warned:
    """`session` is that of the clash, else the one that is asked for."""

    what: Warn
    session: str


@dataclass(frozen=True)
class Wanted:
    """Of one person, in one session; in several for a whole course: all of them or none. `serial` is of the card that
    was shown, 0 for none."""

    household: str
    person: str = field(repr=False)
    sessions: tuple[str, ...]
    serial: int = 0


@dataclass(frozen=True)
class SignedUp:
    """It is on disk, one for each session; all stand alike."""

    signups: tuple[str, ...]
    state: State
    events: tuple[str, ...]


@dataclass(frozen=True)
class Moved:
    signup: str
    state: State
    event: str
    until: str = ""  # of an offer


@dataclass(frozen=True)
class NotSigned:
    why: No


@dataclass(frozen=True)
class Time:
    """When a session is."""

    session: str
    starts: datetime
    ends: datetime

    def clashes(self, other: "Time") -> bool:
        return self.starts < other.ends and other.starts < self.ends


def age_warning(low: int | None, high: int | None, born: date | None, day: date) -> Warn | None:
    """`day` is that of the session. Of who is born on 29 February the year is full on 1 March."""
    if low is None and high is None:
        return None
    if born is None:
        return Warn.AGE_UNKNOWN
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if low is not None and years < low:
        return Warn.TOO_YOUNG
    return Warn.TOO_OLD if high is not None and years > high else None


def clashes(wanted: Iterable[Time], others: Iterable[Time]) -> tuple[Warned, ...]:
    theirs = list(others)
    found = {other.session for one in wanted for other in theirs if one.session != other.session and one.clashes(other)}
    return tuple(Warned(Warn.CLASH, session) for session in sorted(found))
