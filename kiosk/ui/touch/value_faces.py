"""The faces of what lies behind a card: vouchers, sign-ups, who may join, and the plain picture of what a voucher pays.

As in `faces`: data and enums, no words. Money is cents. Whatever names somebody stays out of `repr`.
"""

from dataclasses import dataclass

from kiosk.domain.signups import State
from kiosk.ui.faces import Moment
from kiosk.ui.touch.faces import ActivityCard, QrFace, ToPayFace
from kiosk.ui.touch.held import Act, Fit, Spend
from kiosk.ui.touch.visit_faces import Somebody


@dataclass(frozen=True)
class PromptFace:
    """What a card is asked for: "card", "pay" or "join"."""

    then: str


@dataclass(frozen=True)
class VoucherFace:
    """`at_least`: it may be more. `until`: the last day, ISO."""

    name: str
    people: tuple[Somebody, ...]
    worth: int
    left: int
    at_least: bool
    until: str
    collective: bool
    spend: Spend


@dataclass(frozen=True)
class SignupFace:
    """`until`: for how long an offer stands. A discreet one names nobody. `dates`: of a course that is signed up for as
    one, all that are to come."""

    title: str
    who: Somebody | None
    when: Moment | None
    place: str
    state: State
    until: Moment | None
    discreet: bool
    dates: tuple[Moment, ...] = ()


@dataclass(frozen=True)
class CardFace:
    who: Somebody
    vouchers: tuple[VoucherFace, ...]
    signups: tuple[SignupFace, ...]


@dataclass(frozen=True)
class ChooseFace:
    voucher: VoucherFace
    cards: tuple[ActivityCard, ...]


@dataclass(frozen=True)
class SignupDetailFace:
    """`slip`: the date of a place, to take along. `desk`: the hub where an offer is taken, its name in its lines."""

    signup: SignupFace
    acts: tuple[Act, ...]
    payable: bool
    slip: QrFace | None
    pillars: tuple[str, ...] = ()  # strongest first; none of what is discreet
    address: str = ""
    desk: tuple[str, ...] = ()


@dataclass(frozen=True)
class JoinTile:
    who: Somebody
    fit: Fit
    other: str  # what it clashes with
    chosen: bool
    on: Moment | None = None  # when that is; of a course alone


@dataclass(frozen=True)
class JoinFace:
    """`dates`: of a course that is signed up for as one, with its price as a whole and what vouchers pay of it."""

    title: str
    when: Moment | None
    place: str
    min_age: int | None
    max_age: int | None
    people: tuple[JoinTile, ...]
    ready: bool
    wishes: bool  # a parent says yes to it later
    discreet: bool
    dates: tuple[Moment, ...] = ()
    price_cents: int | None = None
    to_pay: ToPayFace | None = None


@dataclass(frozen=True)
class WhomFace:
    title: str
    when: Moment | None
    place: str
    people: tuple[Somebody, ...]


@dataclass(frozen=True)
class WaitFace:
    """Central is asked: for cents of a voucher, or with 0 of them for a place. A discreet one names nobody."""

    cents: int
    title: str
    who: Somebody | None


@dataclass(frozen=True)
class PartFace:
    """What one voucher pays, and what stays in it. `italian` is its name in the sentence that holds."""

    name: str
    italian: str
    cents: int
    left: int
    at_least: bool


@dataclass(frozen=True)
class MoneyFace:
    """`before`, what was paid already, all parts and `you_pay` are together what it `costs`."""

    title: str
    who: Somebody
    when: Moment | None
    place: str
    costs: int
    before: int
    parts: tuple[PartFace, ...]
    pays: int
    you_pay: int
    left: int  # in all of them together
    at_least: bool
    less: bool  # it may be less
    more: bool
    in_vain: bool = False  # the city was asked for more, and has it not now
