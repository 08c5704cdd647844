"""What the screens of families and visits ask of the store: frozen values, granted by `kiosk.storeroom.touch`.

`card` is what was scanned, as it came: the store's side reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.attendance import Bands
from kiosk.domain.pictures import Identified
from kiosk.domain.workers import AskPin, Entered
from kiosk.ui.touch.value_wishes import VALUE_READS, Await, CallOff, ValueWish


@dataclass(frozen=True)
class Show:
    """A card was shown."""

    card: bytes = field(repr=False)


@dataclass(frozen=True)
class Offer:
    """Whom may this card check in? `vouched`: they knew the three pictures."""

    card: bytes = field(repr=False)
    vouched: Identified | None = None


@dataclass(frozen=True)
class Arrive:
    card: bytes = field(repr=False)
    people: tuple[str, ...]
    adults: int
    vouched: Identified | None = None


@dataclass(frozen=True)
class Leave:
    visits: Mapping[str, str]  # by person


@dataclass(frozen=True)
class Count:
    """So many came without a card."""

    children: Bands
    adults: int


@dataclass(frozen=True)
class Lead:
    """A group comes with its leader, whose card it is and who is one of the adults."""

    card: bytes = field(repr=False)
    children: Bands
    adults: int
    educators: int


@dataclass(frozen=True)
class Hours:
    """What do the hub's hours say beside these arrivals?"""

    visits: tuple[str, ...]


@dataclass(frozen=True)
class UndoVisit:
    visit: str


@dataclass(frozen=True)
class UndoParty:
    party: str


@dataclass(frozen=True)
class UndoLeaving:
    events: tuple[str, ...]


@dataclass(frozen=True)
class AskWho:
    """How does the holder of this card say who they are?"""

    serial: int


@dataclass(frozen=True)
class Identify:
    serial: int
    answer: tuple[str, ...] | str = field(repr=False)


@dataclass(frozen=True)
class WhoIsIn:
    """Which workers may enter by PIN alone."""


@dataclass(frozen=True)
class Pick:
    worker: str


@dataclass(frozen=True)
class Enter:
    asked: AskPin
    pin: str = field(repr=False)


@dataclass(frozen=True)
class LookInside:
    by: Entered


Undo = UndoVisit | UndoParty | UndoLeaving
VisitWish = Show | Hours | Offer | Arrive | Leave | Count | Lead | Undo | AskWho
SlowWish = Identify | Enter  # beside the store thread: Argon2 takes its time
StaffWish = WhoIsIn | Pick | LookInside
Wish = VisitWish | ValueWish | SlowWish | StaffWish | Await  # the last waits for the network
READS = (Hours, Offer, AskWho, WhoIsIn, Pick, *VALUE_READS)  # what leaves nothing on record


def meant(wish: Wish) -> Wish:
    """What somebody wants who waits for central, or does no more."""
    match wish:
        case Await(of) | CallOff(Await(of)):
            return of
    return wish
