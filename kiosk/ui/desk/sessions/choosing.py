"""Somebody is signed up, moved to another session, or let in beyond the capacity."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.domain.overrides import Because
from kiosk.domain.signingup import Warn
from kiosk.ui.desk.sessions.coming import SessionLine
from kiosk.ui.desk.today.arriving import HitLine
from kiosk.ui.desk.today.leaving import PersonLine

BECAUSES = (Because.GUARDIAN_ASKED, Because.NOBODY_TURNED_AWAY, Because.AUTHORITY_ASKED, Because.RECORD_WRONG)


@dataclass(frozen=True)
class AddFace:
    """Somebody is looked for. `here` of a hit says that they have a place, or wait for one, in this session already.
    `whole`: for all of the course."""

    session: SessionLine
    text: str = field(repr=False)
    hits: tuple[HitLine, ...]
    whole: bool = False


@dataclass(frozen=True)
class MoveFace:
    """`others`: the sessions that they may be moved to, those of the same activity first."""

    session: SessionLine
    signup: str
    person: PersonLine
    others: tuple[SessionLine, ...]


@dataclass(frozen=True)
class FullFace:
    """Something is said before anybody signs up: there is no free place (not `room`), or `warns`. `signup`: of one who
    waits already, "" for somebody new, `household` then theirs. `waiting`: how many wait before them. `becauses` are
    none where this worker may not decide against the capacity here, nor for the `whole` of a course."""

    session: SessionLine
    person: PersonLine
    household: str
    signup: str
    waiting: int
    becauses: tuple[Because, ...]
    room: bool = False
    warns: tuple[Warn, ...] = ()
    whole: bool = False


def others(session: SessionLine, coming: Sequence[SessionLine], same: frozenset[str]) -> tuple[SessionLine, ...]:
    """`same`: the ids of sessions of the same activity."""
    open_ = [one for one in coming if one.id != session.id and not one.cancelled]
    return tuple(sorted(open_, key=lambda one: one.id not in same))
