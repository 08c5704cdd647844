"""What every screen of the desk has around it, and what is answered to what a worker did. Data and enums, no words."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.ui.faces import StationFace, TramFace
from kiosk.ui.hints import HintFace


class Section(StrEnum):
    """The rooms of the desk, in the order they are listed."""

    TODAY = "today"
    INSIDE = "inside"
    FAMILIES = "families"
    CALENDAR = "calendar"
    SESSIONS = "sessions"
    VOUCHERS = "vouchers"
    NEEDS = "needs"
    STATION = "station"


class Tone(StrEnum):
    DONE = "done"
    NO = "no"  # the rules say no, or it cannot be done now
    HINT = "hint"  # nothing happened; something to know
    SHOWN = "shown"  # nothing to say: it is seen where `to` says


@dataclass(frozen=True)
class Tab:
    section: Section
    badge: int  # how many wait for somebody; 0: none


@dataclass(frozen=True)
class DeskFrame:
    hub_name: tuple[str, ...]
    tram: TramFace
    stands: StationFace | None  # how fresh what is shown is
    worker: str = field(repr=False)  # "" while the desk is locked
    tabs: tuple[Tab, ...]  # only what this worker may see
    section: str  # "" while locked


@dataclass(frozen=True)
class Undo:
    """What takes it back again: a wish to send."""

    path: str


@dataclass(frozen=True)
class Said:
    """The answer to what a worker did. `what` is one of the enumerated words of its section (see its QML)."""

    tone: Tone
    what: str
    name: str = field(default="", repr=False)  # whom it is about, shown beside the words
    number: int = 0
    undo: Undo | None = None
    to: str = ""  # where to look next, "" for here
    hint: HintFace | None = None  # what the hub's hours say beside an arrival


TROUBLE = Said(Tone.NO, "not_now")
NOT_ALLOWED = Said(Tone.NO, "not_allowed")
NOTHING = Said(Tone.NO, "nothing")  # what was asked means nothing here


@dataclass(frozen=True)
class Colleague:
    """Somebody who entered here today and may switch by PIN."""

    id: str
    name: str = field(repr=False)


class Bar(StrEnum):
    """Why nobody is let in, in the lock's words."""

    NONE = ""
    CARD = "card"  # the card is not one that enters here
    WRONG_PIN = "wrong_pin"
    WAIT = "wait"
    CARD_FIRST = "card_first"
    NOT_NOW = "not_now"


@dataclass(frozen=True)
class LockFace:
    """Nobody is at the desk. `asking`: whose PIN is asked for, "" for nobody's yet."""

    colleagues: tuple[Colleague, ...]
    asking: str = field(default="", repr=False)
    bar: Bar = Bar.NONE
    wait_seconds: int = 0
