"""The desk's page about its own station."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.papers import qr
from kiosk.ui.desk.families.paper import QrFace
from kiosk.ui.faces import Moment, StationFace
from kiosk.ui.standing import moment
from kiosk.usecases.inside import Heard

FEW_BLANKS = 50  # cards: of a stock of 200 (OFFLINE.md, "Codes")


@dataclass(frozen=True)
class HeardLine:
    """A station of the hub and when it was last heard; None: never."""

    name: str
    at: Moment | None
    own: bool


@dataclass(frozen=True)
class Looked:
    """What was looked up. `aside`: messages and records that could not be read or were refused."""

    stands: StationFace | None
    heard: Sequence[Heard]
    blanks: int
    aside: int
    anchored: bool
    by_hand: bool = False


@dataclass(frozen=True)
class DeskStationFace:
    stands: StationFace | None
    stations: tuple[HeardLine, ...]
    blanks: int  # cards left to give out
    few_blanks: bool
    revocations: Moment | None  # of when the list of dead cards is; None: it never came
    aside: int
    anchored: bool  # whether the clock stands on the city's time
    by_hand: bool = False  # whether somebody said what time it is


@dataclass(frozen=True)
class TimeFace:
    """Two ways to say what time it is; `question` is None where nobody could answer, `by_hand` for who may."""

    question: QrFace | None
    by_hand: bool
    known: bool  # it is known already: nothing has to be said
    shows: Moment  # what the clock says now
    year: int


def time_face(question: str, now: Reading, *, by_hand: bool) -> TimeFace:
    drawn = qr.draw(question) if question else None
    shows = moment(now.at, now)
    asked = QrFace(drawn.size, drawn.path) if drawn else None
    return TimeFace(asked, by_hand, now.anchor is not None, shows, now.day().year)


def derive(looked: Looked, now: Reading) -> DeskStationFace:
    return DeskStationFace(
        stands=looked.stands,
        stations=tuple(heard_line(one, now) for one in looked.heard),
        blanks=looked.blanks,
        few_blanks=looked.blanks < FEW_BLANKS,
        revocations=looked.stands.as_of if looked.stands else None,
        aside=looked.aside,
        anchored=looked.anchored,
        by_hand=looked.by_hand,
    )


def heard_line(one: Heard, now: Reading) -> HeardLine:
    return HeardLine(one.name or one.station[-4:].upper(), moment(one.at, now) if one.at else None, one.own)
