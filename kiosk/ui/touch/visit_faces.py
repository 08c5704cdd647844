"""The faces of families and visits: who came, who leaves, how many, who somebody is, and what is answered.

As in `faces`: data and enums, no words. Whatever names somebody stays out of `repr`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.ui.faces import Moment
from kiosk.ui.hints import HintFace
from kiosk.ui.touch.faces import QrFace


class Outcome(StrEnum):
    """The answers: each has a shape, a word and (later) a sound of its own."""

    READING = "reading"  # characters are arriving, nothing is known yet
    WELCOMED = "welcomed"  # done: the visits are on disk (star)
    COUNTED = "counted"  # done: so many came without a name; a claim until a worker agrees (star)
    LEFT = "left"  # done: they went home (star)
    HELLO = "hello"  # hello only: they are already here, nothing new was counted (tram at its stop)
    COLLECT = "collect"  # whoever comes for them passes by the desk (two hand in hand)
    PAID = "paid"  # done: a voucher has paid (star)
    SIGNED_UP = "signed_up"  # done: a place (star)
    REQUESTED = "requested"  # not a place yet: somebody is asked (hourglass)
    WAITING = "waiting"  # not a place yet: there is none free (hourglass)
    WISHED = "wished"  # not a place yet: a parent says (hourglass)
    GIVEN_UP = "given_up"  # done: a place is somebody else's now (star)
    ASK = "ask"  # "I can't right now, ask at the desk" (signpost), the same words whatever the cause


@dataclass(frozen=True)
class Somebody:
    """A person as the public screen shows them."""

    first_name: str = field(repr=False)
    creature: str  # "fox", "cat", "bear", ...; "" if unknown


@dataclass(frozen=True)
class PaidFace:
    """Cents: what vouchers paid, what the family pays, what stays in those vouchers; `at_least`: it may be more."""

    cents: int
    to_pay: int
    left: int
    at_least: bool


@dataclass(frozen=True)
class OutcomeFace:
    outcome: Outcome
    people: tuple[Somebody, ...] = ()  # nobody where this station does not know whose card it is
    adults: int = 0  # who came with them, without a name
    number: int = 0  # how many came without a card
    undo_seconds: int = 0  # 0: no undo offered (any more)
    more: bool = False  # there is somewhere to go on to: somebody else may be with them, or their card
    hint: HintFace | None = None
    when: Moment | None = None  # until when the hub answers a request
    paid: PaidFace | None = None
    keeps: tuple[QrFace, ...] = field(default=(), repr=False)  # to take along: receipts, or a date


class Mark(StrEnum):
    """What a tile says of somebody."""

    HERE = "here"  # since before
    COMING = "coming"
    NOT_TODAY = "not_today"


@dataclass(frozen=True)
class Tile:
    who: Somebody
    mark: Mark


@dataclass(frozen=True)
class FamilyFace:
    first_name: str = field(repr=False)  # of whoever holds the card, "" where that is not known
    people: tuple[Tile, ...]
    adults: tuple[Mark, ...]
    number: int  # how many are here once it is confirmed
    ready: bool  # somebody new is chosen
    room_for_adults: bool
    others: bool  # the rest of the family may be shown, after the three pictures


class Going(StrEnum):
    LEAVES = "leaves"
    STAYS = "stays"
    COLLECTED = "collected"  # below 14: somebody comes for them, at the desk


@dataclass(frozen=True)
class LeaveTile:
    who: Somebody
    going: Going


@dataclass(frozen=True)
class LeaveFace:
    people: tuple[LeaveTile, ...]
    ready: bool  # somebody is chosen


@dataclass(frozen=True)
class CountRow:
    """One sort of people. `row` is a band's id, "adults" or "educators"; the ages are those of a band."""

    row: str
    min_age: int | None
    max_age: int | None
    number: int
    less: bool  # there may be fewer


@dataclass(frozen=True)
class CountFace:
    group: bool
    rows: tuple[CountRow, ...]
    number: int


@dataclass(frozen=True)
class PictureTile:
    name: str
    touched: bool


@dataclass(frozen=True)
class PicturesFace:
    """In which order they were touched is not in it: somebody may stand behind."""

    laid: tuple[PictureTile, ...]
    entered: int
    whole: int
    again: bool  # the last try was not it


@dataclass(frozen=True)
class PadFace:
    """Digits that are asked for; which ones were touched is not in it."""

    entered: int
    whole: int
    again: bool
    wait_seconds: int = 0
