"""What the store tells of a card once somebody has said whose it is: vouchers, sign-ups, who may join, what is paid.

The city's texts come in all their languages: `derive_value` chooses. Money is cents.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kiosk.domain.catalogue import Hub, Words
from kiosk.domain.offers import Offer
from kiosk.domain.people import Person
from kiosk.domain.pictures import Identified, Question
from kiosk.domain.signups import State
from kiosk.papers.receipt import Receipt


@dataclass(frozen=True)
class Holder:
    """Who stands here: by a card, and by three pictures or a PIN."""

    serial: int
    vouched: Identified = field(repr=False)


@dataclass(frozen=True)
class HolderAsked:
    """A card was shown: how its holder says who they are."""

    serial: int
    question: Question


class Spend(StrEnum):
    """Whether a voucher may be spent by whoever stands here."""

    HERE = "here"
    USED = "used"  # nothing is left of it
    BY_ADULT = "by_adult"  # by the card of somebody grown
    AT_DESK = "at_desk"  # whatever the reason
    NOT_AWARDED = "not_awarded"


@dataclass(frozen=True)
class HeldVoucher:
    """`left` at this moment; `at_least`: this station cannot know of more. `until`: the last day. `people` is nobody
    for a collective one."""

    id: str
    name: Words
    people: tuple[Person, ...] = field(repr=False)
    worth: int
    left: int
    at_least: bool
    until: str
    collective: bool
    spend: Spend


class Act(StrEnum):
    """What whoever looks may do with a sign-up."""

    TAKE = "take"  # the place that is offered
    CONFIRM = "confirm"  # a child's wish
    CANCEL = "cancel"


@dataclass(frozen=True)
class HeldSignup:
    """`until`: for how long an offer stands. `discreet`: no name, and no more of it than needed. `payable`: it costs
    something that a voucher may pay. `desk`: the hub where an offer is taken that another station made."""

    id: str
    offer: Offer
    person: Person = field(repr=False)
    state: State
    until: datetime | None
    acts: frozenset[Act]
    discreet: bool = False
    payable: bool = False
    desk: Hub | None = None


@dataclass(frozen=True)
class Held:
    """What lies behind a card. `first` is whose card it is."""

    first: Person = field(repr=False)
    vouchers: tuple[HeldVoucher, ...]
    signups: tuple[HeldSignup, ...]


@dataclass(frozen=True)
class Payable:
    """Activities that a voucher may pay for."""

    voucher: HeldVoucher
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class Payer:
    """A voucher that may pay: at most so much of this price. `left` is what is in it before."""

    voucher: str
    name: Words
    most: int
    left: int
    at_least: bool


@dataclass(frozen=True)
class ForWhom:
    """Somebody for whom vouchers may pay, in this order. `before`: what they have paid already; `here`: who pays where
    central has nothing to add."""

    person: Person = field(repr=False)
    before: int
    payers: tuple[Payer, ...]
    here: tuple[Payer, ...] = ()


@dataclass(frozen=True)
class Price:
    """What an activity costs, and for whom it may be paid."""

    offer: Offer
    cents: int
    people: tuple[ForWhom, ...]


class Fit(StrEnum):
    """How a session suits somebody. It is said before, kindly."""

    FITS = "fits"
    TOO_YOUNG = "too_young"
    TOO_OLD = "too_old"
    CLASHES = "clashes"  # with another one that they have at that time: they decide
    ALREADY = "already"  # signed up


@dataclass(frozen=True)
class MayJoin:
    """`other`: what it clashes with, `on` when that is."""

    person: Person = field(repr=False)
    fit: Fit
    other: Words = field(default_factory=dict)
    on: datetime | None = None

    @property
    def may(self) -> bool:
        """Ages and clashes are said, and nobody is held back by them."""
        return self.fit is not Fit.ALREADY


@dataclass(frozen=True)
class Joinable:
    """A session, or all of a course, and who of the family could come. `wishes`: a parent says yes later. `discreet`:
    nobody is named. `price`: what their vouchers pay of a course, None where they pay nothing."""

    offer: Offer
    people: tuple[MayJoin, ...]
    wishes: bool
    discreet: bool
    price: Price | None = None


@dataclass(frozen=True)
class Paid:
    """It is on disk. `to_pay` is the family's; `codes`: a receipt for each voucher that paid; `left` in all of them.
    `receipt` is what a printer prints, where there is one."""

    cents: int
    to_pay: int
    left: int
    at_least: bool
    codes: tuple[str, ...] = field(repr=False)
    receipt: Receipt = field(repr=False)


@dataclass(frozen=True)
class SignedUp:
    """It is on disk, as `state` says. `events` are what an undo takes back, all or nothing; `tell_by`: until when the
    hub answers a request."""

    events: tuple[str, ...]
    state: State
    person: Person = field(repr=False)
    tell_by: datetime | None = None


@dataclass(frozen=True)
class NotGiven:
    """Central has not so much to give, or did not answer: nothing was taken."""


@dataclass(frozen=True)
class CalledOff:
    """Nobody waits for central any more, and nothing was given."""
