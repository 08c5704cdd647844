"""The faces: what each touch screen shows, as frozen values.

A screen is a function of one face. Faces carry data and enums, never words: QML says the words with ``qsTr``,
so that a change of language needs no change of face. The only texts in a face are the city's own (titles,
names of places), already chosen for the sitting's language by ``derive``.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.ui.faces import LanguageChoice, TramFace


class Places(StrEnum):
    """Places in a session, said in words, never counted down."""

    SOME = "some"
    FEW = "few"
    NONE = "none"
    OPEN = "open"  # no places to take: come when you like


class Listing(StrEnum):
    """The ways to look for an activity."""

    ALL = "all"
    TODAY = "today"
    WEEK = "week"
    PILLAR = "pillar"
    AGE = "age"
    NEAR = "near"


@dataclass(frozen=True)
class FrameFace:
    """What every screen has around it."""

    hub_name: tuple[str, ...]  # one or two lines of at most 15 characters
    tram: TramFace
    language: str  # BCP 47 tag
    right_to_left: bool
    text_step: int  # 0, 1, 2: 100, 150, 200 %
    high_contrast: bool
    reach: bool  # the whole interface in the lower 55 %
    px_per_mm: float  # from the station's calibration with a bank card, never from Qt's DPI
    checked: bool = True  # a named mediator has read this language: else texts about money stand beside the Italian


@dataclass(frozen=True)
class LanguageFace:
    choices: tuple[LanguageChoice, ...]
    current: str


@dataclass(frozen=True)
class ActivityCard:
    """One line of a list of activities."""

    id: str
    title: str
    pillar: str  # the pillar with the highest score, or "" where nobody has scored it yet
    day: str  # ISO date of the session shown, "" for a standing offer
    day_word: str  # "today", "tomorrow", "later" or "" (standing offer)
    time: str  # "15.00" in Europe/Rome, "" for a standing offer
    place: str  # name of the place
    area: str  # neighbourhood, "" if unknown
    min_age: int | None
    max_age: int | None
    price_cents: int | None  # None: not known; 0: free
    places: Places
    distance_m: int | None  # from the hub


@dataclass(frozen=True)
class AttractFace:
    """The idle screen: today's programme, shown in turn, in turning languages."""

    today: tuple[ActivityCard, ...]
    greetings: tuple[LanguageChoice, ...]  # whose "hello" is shown in turn


@dataclass(frozen=True)
class HomeFace:
    today: tuple[ActivityCard, ...]  # at most three
    next: tuple[ActivityCard, ...]  # the next sessions, shown when today has none
    pillars: tuple[str, ...]  # the seven keys, in the city's order


@dataclass(frozen=True)
class AgeBand:
    id: str
    min_age: int
    max_age: int


@dataclass(frozen=True)
class BrowseFace:
    listing: Listing
    pillar: str  # "" unless listing is PILLAR
    band: str  # id of the chosen AgeBand, "" unless listing is AGE
    bands: tuple[AgeBand, ...]
    cards: tuple[ActivityCard, ...]
    total: int  # of the whole listing; `cards` holds the first of them
    pillars: tuple[str, ...]


@dataclass(frozen=True)
class SessionLine:
    id: str
    day: str
    day_word: str
    time: str
    until: str
    places: Places
    joins: bool = True  # it has not begun: one may sign up


@dataclass(frozen=True)
class HoursLine:
    """Opening hours of a standing offer on one weekday (1 = Monday), e.g. ("9.30-12.30", "14.00-18.00")."""

    weekday: int
    spans: tuple[str, ...]


@dataclass(frozen=True)
class ToPayFace:
    """What vouchers pay of an activity, and what is left to pay, in cents; `several`: for whom they pay most of."""

    pays: int
    you_pay: int
    first_name: str = field(repr=False)
    several: bool


@dataclass(frozen=True)
class QrFace:
    """A QR drawn as one path: `size` modules a side, `path` in SVG path syntax with one unit a module."""

    size: int
    path: str


@dataclass(frozen=True)
class ActivityFace:
    card: ActivityCard
    pillars: tuple[str, ...]  # all pillars it serves, strongest first
    about: str  # the city's own words
    how: str  # standing offer: how to get in
    provider: str
    place: str
    address: str
    sessions: tuple[SessionLine, ...]  # empty for a standing offer
    hours: tuple[HoursLine, ...]
    voucher: bool  # may be paid with a voucher, in full or in part
    sensitive: bool  # counselling and the like: discreet
    take_away: QrFace | None  # the date for a phone's calendar, without personal data
    to_pay: ToPayFace | None = None  # once somebody has said who they are
    dates: int = 0  # of a course that can be signed up for as a whole: how many are to come


@dataclass(frozen=True)
class IdleFace:
    """The question before a sitting ends by itself."""

    asking: bool
    seconds_left: int


@dataclass(frozen=True)
class FirstCopyFace:
    """The first copy of the catalogue: how far it has come, in records. `total` 0: not known yet."""

    done: int
    total: int
    waiting: bool  # central cannot be reached; it goes on by itself
