"""The coming sessions of this hub: their places, who waits, and what is asked of somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import ROME, Reading
from kiosk.domain import catalogue, finding
from kiosk.domain.signups import State
from kiosk.ui.desk.sessions import places
from kiosk.ui.desk.sessions.places import PlacesFace
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.sessions_here import SessionHere

LANGUAGE = "it"  # of the city's own texts, at the desk


@dataclass(frozen=True)
class CourseFace:
    """A course as a whole: `dates` are to come; `left` the places in all of them together that this station may give,
    None where whoever comes is welcome."""

    dates: int
    left: int | None


@dataclass(frozen=True)
class SessionLine:
    """`pillar` is the activity's strongest, "" while nobody has scored it. `course`: what it is a date of."""

    id: str
    title: str
    at: Moment
    ends: str  # "16.30"
    place: str
    pillar: str
    places: PlacesFace
    waiting: int
    requests: int  # that wait for an answer
    wishes: int  # of children, for a parent to confirm
    cancelled: bool
    course: CourseFace | None = None


class Part(StrEnum):
    """Which sessions are shown."""

    ALL = "all"
    ASKED = "asked"  # a request waits for an answer
    WAITING = "waiting"  # somebody waits for a place
    FREE = "free"


@dataclass(frozen=True)
class PartCount:
    part: Part
    count: int


@dataclass(frozen=True)
class SessionsFace:
    parts: tuple[PartCount, ...]
    part: Part
    text: str
    lines: tuple[SessionLine, ...]  # by when they begin


def derive(coming: Iterable[SessionHere], part: str, text: str, now: Reading) -> SessionsFace:
    every = [line(one, now) for one in sorted(coming, key=lambda one: (one.session.starts, one.id))]
    shown = Part(part) if part in tuple(Part) else Part.ALL
    counts = tuple(PartCount(one, sum(_is_in(line, one) for line in every)) for one in Part)
    lines = tuple(one for one in every if _is_in(one, shown) and _matches(one, text))
    return SessionsFace(counts, shown, text, lines)


def line(one: SessionHere, now: Reading) -> SessionLine:
    states = [signup.state for signup in one.signups]
    ends = one.session.ends.astimezone(ROME)
    return SessionLine(
        id=one.id,
        title=catalogue.in_language(one.activity.title, LANGUAGE),
        at=moment(one.session.starts, now),
        ends=f"{ends.hour}.{ends.minute:02d}",
        place=one.place,
        pillar=next(iter(catalogue.strongest(one.activity.pillars)), ""),
        places=places.derive(one.session.capacity, one.signups, one.free),
        waiting=states.count(State.WAITING),
        requests=states.count(State.REQUESTED),
        wishes=states.count(State.WISHED),
        cancelled=one.session.cancelled,
        course=CourseFace(len(one.course), one.left) if len(one.course) > 1 else None,
    )


def _is_in(line: SessionLine, part: Part) -> bool:
    free = line.places.capacity is None or line.places.here + line.places.elsewhere > 0
    return {
        Part.ALL: True,
        Part.ASKED: line.requests > 0,
        Part.WAITING: line.waiting > 0,
        Part.FREE: free and not line.cancelled,
    }[part]


def _matches(line: SessionLine, text: str) -> bool:
    """Whether each word that was typed is the beginning of one of the title, of the place or of the hour."""
    keys = (*finding.keys(line.title, line.place), line.at.time)
    return all(any(key.startswith(word) for key in keys) for word in finding.folded(text).split())
