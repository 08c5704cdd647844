"""What the screens of a card ask of the store: granted by `kiosk.storeroom.touch.value`. Nothing of it without a holder
who said who they are."""

from dataclasses import dataclass, field

from kiosk.domain.offers import Offer
from kiosk.domain.wire import PendingAsk
from kiosk.ui.touch.held import Act, Holder


@dataclass(frozen=True)
class AskHolder:
    """Whose card is this, and how do they say so?"""

    card: bytes = field(repr=False)


@dataclass(frozen=True)
class OpenCard:
    """What lies behind it?"""

    holder: Holder


@dataclass(frozen=True)
class AskPayable:
    """What may this voucher pay for?"""

    holder: Holder
    voucher: str


@dataclass(frozen=True)
class AskPrice:
    """What of an activity would the vouchers pay, and for whom? `session` "": its next one, if it has any."""

    holder: Holder
    activity: str
    session: str = ""


@dataclass(frozen=True)
class AskJoin:
    """Who of the family could come to this session?"""

    holder: Holder
    session: str


@dataclass(frozen=True)
class AskJoinAll:
    """Who of the family could come to all of this course?"""

    holder: Holder
    activity: str


@dataclass(frozen=True)
class Pay:
    """These vouchers pay, in this order."""

    holder: Holder
    offer: Offer
    person: str
    vouchers: tuple[str, ...]
    cents: int


@dataclass(frozen=True)
class SignUp:
    """For a date, or for all of a course: as the offer has it."""

    holder: Holder
    offer: Offer
    person: str


@dataclass(frozen=True)
class Move:
    """A sign-up goes on."""

    holder: Holder
    signup: str
    offer: Offer
    act: Act


@dataclass(frozen=True)
class UndoSignUp:
    holder: Holder
    events: tuple[str, ...]


@dataclass(frozen=True)
class Await:
    """Central was asked for what this hub may not give by itself, and that it was is on disk: what comes of it?"""

    of: Pay | SignUp | Move
    asked: PendingAsk


@dataclass(frozen=True)
class CallOff:
    """They do not wait for it any more."""

    awaited: Await


Joins = AskJoin | AskJoinAll
ValueWish = AskHolder | OpenCard | AskPayable | AskPrice | Joins | Pay | SignUp | Move | UndoSignUp | CallOff
VALUE_READS = (AskHolder, OpenCard, AskPayable, AskPrice, AskJoin, AskJoinAll)  # what leaves nothing on record
