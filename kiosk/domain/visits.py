"""What a scan at the hub comes to. Every answer is a named value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.people import Person

UNDO_SECONDS = 10  # how long an arrival can be taken back at the screen
SAME_ARRIVAL_SECONDS = 10  # a card, or a finger, that comes again so soon is the same arrival
# From when on a card that is shown again may mean leaving. Turns last 90 minutes: before half of one is over it is more
# often a child who shows the card once more. Who leaves earlier says so at the desk.
LEAVING_MINUTES = 45


class Reason(StrEnum):
    """Why the rules say no. For the desk; on the public screen every one looks the same: ask at the desk."""

    NOT_A_CODE = "not_a_code"
    WRONG_KIND = "wrong_kind"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"  # a newer card of the same person took its place
    UNBOUND = "unbound"  # a blank of this hub that is nobody's yet
    TAKEN = "taken"  # a blank that is somebody's already
    NOT_OURS = "not_ours"  # not a blank of this station
    NOT_ENROLLED = "not_enrolled"
    NOT_NOW = "not_now"  # the store could not write
    TOO_LATE = "too_late"  # the time to undo is over
    NOBODY = "nobody"  # a count or a choice of nobody, or of more than can be
    NOT_THIS_CARDS = "not_this_cards"  # somebody whom this card has not checked in before
    NOT_HERE = "not_here"  # no visit that stands


@dataclass(frozen=True)
class Refused:
    reason: Reason


@dataclass(frozen=True)
class Welcomed:
    """The visit is on disk. `person` is None where this station does not know whose card it is."""

    visit: str
    person: Person | None


@dataclass(frozen=True)
class AlreadyHere:
    """Hello only: this person is here already; nothing was counted twice."""

    person: Person | None


@dataclass(frozen=True)
class MayLeave:
    """They have been here for a while: do they leave? Nothing was recorded."""

    visit: str
    person: Person | None


@dataclass(frozen=True)
class Family:
    """Whom a card checks in: its holder, and those whom it has checked in before. `chosen` were last time.

    Nothing was recorded. `holder` is "" where this station does not know whose card it is; `again`, they confirmed only
    seconds ago.
    """

    serial: int  # of the card
    people: tuple[Person, ...]
    chosen: frozenset[str]
    adults: int  # without a name, last time
    here: frozenset[str]  # of the people, who is here already
    holder: str = ""
    again: bool = False


@dataclass(frozen=True)
class FamilyArrived:
    """All of it is on disk, or was before. `party` names it for an undo, "" when nothing was added."""

    party: str
    arrived: tuple[Welcomed, ...]
    here: tuple[AlreadyHere, ...]
    adults: int = 0  # who were counted


@dataclass(frozen=True)
class WhoLeaves:
    """Those who came by a card have been here for a while: who of them leaves? Nothing was recorded."""

    people: tuple[Person, ...]  # who is here, the card's holder first; nobody where the card is not known
    may: Mapping[str, str] = field(default_factory=dict)  # person -> visit, of those who leave on their own


@dataclass(frozen=True)
class Farewell:
    """They left, and it is on disk."""

    people: tuple[Person, ...]
    events: tuple[str, ...]  # what an undo takes back


@dataclass(frozen=True)
class AskAtTheDesk:
    """Not at the touchscreen: a worker lets them go."""


@dataclass(frozen=True)
class Undone:
    visit: str
