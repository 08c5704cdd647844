"""Every screen in every state that matters, as named faces, in each language.

``catalogue("it")`` gives the same names in the same order as ``catalogue("ar")``: only the city's texts differ.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import qrcode

from kiosk.ui.faces import Age, LanguageChoice, Moment, StationFace, StationState, TramFace, TramState
from kiosk.ui.languages import CHECKED
from kiosk.ui.touch.faces import (
    ActivityCard,
    ActivityFace,
    AgeBand,
    AttractFace,
    BrowseFace,
    FirstCopyFace,
    FrameFace,
    HomeFace,
    HoursLine,
    LanguageFace,
    Listing,
    Places,
    QrFace,
    SessionLine,
    ToPayFace,
)
from kiosk.ui.touch.visit_faces import Outcome, OutcomeFace, Somebody
from tests.screens import values, visits
from tests.screens.state import (
    ARRIVED,
    ASKING,
    LEAVING,
    LONG_AGO,
    NOON,
    SAVED,
    YESTERDAY,
    State,
)
from tests.screens.words import BY_TAG, CityWords

LANGUAGES = ("it", "en", "ar")

PILLARS = (
    "social_relations",
    "physical_activity",
    "healthcare",
    "education_training",
    "talents_creativity",
    "self_determination",
    "common_spaces",
)

BANDS = (AgeBand("small", 0, 6), AgeBand("middle", 7, 14), AgeBand("big", 15, 18))

CHOICES = (
    LanguageChoice("it", "Italiano", False),
    LanguageChoice("en", "English", False),
    LanguageChoice("ar", "العربية", True),
)

MANY_CHOICES = (
    *CHOICES,
    LanguageChoice("fr", "Français", False),
    LanguageChoice("es", "Español", False),
    LanguageChoice("ro", "Română", False),
    LanguageChoice("sq", "Shqip", False),
    LanguageChoice("fil", "Filipino", False),
)

_LONG_PLACE = "Centro di aggregazione giovanile di via delle Betulle"


def frame(state: State, language: str, *, step: int, contrast: bool, reach: bool, px_per_mm: float) -> FrameFace:
    """What is around the screen: ``step`` 0, 1 or 2 for text at 100, 150 or 200 %."""
    return FrameFace(
        hub_name=BY_TAG[language].hub_name,
        tram=state.tram,
        language=language,
        right_to_left=language == "ar",
        text_step=step,
        high_contrast=contrast,
        reach=reach,
        px_per_mm=px_per_mm,
        checked=language in CHECKED,
    )


@cache
def catalogue(language: str) -> tuple[State, ...]:
    """All states, in the order in which a person could meet them."""
    words = BY_TAG[language]
    return tuple(state for part in _PARTS for state in part(words, language))


def data_texts(*values: Any) -> frozenset[str]:
    """Every text found in the given faces, at any depth: what the city wrote, not we."""
    return frozenset(text for value in values for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


# Cards -----------------------------------------------------------------------------------------------------------


def _card(words: CityWords, at: int, **changes: Any) -> ActivityCard:
    """The card number ``at``: all kinds of price, age, place and pillar come round."""
    card = ActivityCard(
        id=f"a{at}",
        title=words.titles[at % len(words.titles)],
        pillar=PILLARS[at % len(PILLARS)],
        day="2026-05-22",
        day_word="today",
        time=("15.00", "16.30", "17.00", "9.15")[at % 4],
        place=words.places[at % len(words.places)],
        area=words.areas[at % len(words.areas)],
        min_age=(6, 8, 11, 0)[at % 4],
        max_age=(10, 13, 14, None)[at % 4],
        price_cents=(0, 0, 350, 1200)[at % 4],
        places=(Places.SOME, Places.FEW, Places.NONE, Places.SOME)[at % 4],
        distance_m=(120, 450, 900, 1800)[at % 4],
    )
    return replace(card, **changes)


def _today(words: CityWords, count: int) -> tuple[ActivityCard, ...]:
    return tuple(_card(words, at) for at in range(count))


def _later(words: CityWords, count: int) -> tuple[ActivityCard, ...]:
    days = (("2026-05-23", "tomorrow"), ("2026-05-25", "later"), ("2026-06-01", "later"))
    return tuple(
        _card(words, at + 3, day=days[at % 3][0], day_word=days[at % 3][1], time="10.00") for at in range(count)
    )


def _long(words: CityWords) -> tuple[ActivityCard, ...]:
    return tuple(
        _card(words, at, title=title, place=_LONG_PLACE, area=words.areas[3])
        for at, title in enumerate(words.long_titles)
    )


def _standing(words: CityWords) -> tuple[ActivityCard, ...]:
    """Standing offers as the catalogue often has them: no day, no price, no age, no distance, even no pillar."""
    return tuple(
        _card(
            words,
            at,
            id=f"s{at}",
            title=title,
            pillar=PILLARS[at] if at else "",
            day="",
            day_word="",
            time="",
            area=words.areas[at] if at % 2 else "",
            min_age=None,
            max_age=None,
            price_cents=None,
            places=Places.OPEN,
            distance_m=None,
        )
        for at, title in enumerate(words.standing)
    )


# Screens, part by part -------------------------------------------------------------------------------------------


def _idle_screens(words: CityWords, language: str) -> Iterator[State]:
    greetings = tuple(sorted(CHOICES, key=lambda choice: choice.tag != language))  # its own first
    yield State("attract-programme", "attract", AttractFace(_today(words, 5), greetings))
    yield State("attract-nothing-today", "attract", AttractFace((), greetings))
    yield State("attract-long-titles", "attract", AttractFace(_long(words), greetings))
    yield State("language", "language", LanguageFace(CHOICES, language))
    yield State("language-many", "language", LanguageFace(MANY_CHOICES, language))


def _home(words: CityWords, count: int = 3, following: int = 3) -> HomeFace:
    return HomeFace(_today(words, count), _later(words, following), PILLARS)


def _homes(words: CityWords, language: str) -> Iterator[State]:
    yield State("home-full", "home", _home(words))
    yield State("home-one-today", "home", _home(words, 1))
    yield State("home-next-only", "home", _home(words, 0))
    yield State("home-empty", "home", _home(words, 0, 0))
    yield State("home-long-titles", "home", HomeFace(_long(words), (), PILLARS))
    yield State("home-tram-at-stop", "home", _home(words), tram=SAVED)
    yield State("home-tram-leaving", "home", _home(words), tram=LEAVING)
    yield State("home-tram-travelling", "home", _home(words), tram=TramFace(TramState.TRAVELLING, 120))
    yield State("home-tram-of-yesterday", "home", _home(words), tram=TramFace(TramState.AT_STOP, 2, YESTERDAY))
    yield State("home-tram-of-long-ago", "home", _home(words), tram=TramFace(TramState.LEAVING, 120, LONG_AGO))
    yield State("home-tram-closed", "home", _home(words), tram=TramFace(TramState.CLOSED, 2))
    yield State("home-idle-asking", "home", _home(words), idle=ASKING)
    welcomed = OutcomeFace(Outcome.WELCOMED, (Somebody(words.first_name, "fox"),), undo_seconds=10, more=True)
    yield State("outcome-over-home", "home", _home(words), outcome=welcomed)


def _browse(words: CityWords, listing: Listing, **changes: Any) -> BrowseFace:
    cards = _today(words, 4) + _later(words, 2)
    return replace(BrowseFace(listing, "", "", BANDS, cards, len(cards), PILLARS), **changes)


def _browses(words: CityWords, language: str) -> Iterator[State]:
    many = tuple(_card(words, at, time=f"{9 + at // 3}.{at % 3}5") for at in range(24))
    of_pillar = tuple(_card(words, at, pillar="talents_creativity") for at in range(3))
    yield State("browse-all", "browse", _browse(words, Listing.ALL))
    yield State("browse-today", "browse", _browse(words, Listing.TODAY))
    yield State("browse-week", "browse", _browse(words, Listing.WEEK))
    yield State(
        "browse-pillar", "browse", _browse(words, Listing.PILLAR, pillar="talents_creativity", cards=of_pillar, total=3)
    )
    yield State("browse-age", "browse", _browse(words, Listing.AGE, band="middle"))
    yield State("browse-near", "browse", _browse(words, Listing.NEAR))
    yield State("browse-long-list", "browse", _browse(words, Listing.ALL, cards=many, total=137))
    yield State("browse-empty-today", "browse", _browse(words, Listing.TODAY, cards=(), total=0))
    yield State("browse-empty-pillar", "browse", _browse(words, Listing.PILLAR, pillar="healthcare", cards=(), total=0))
    yield State("browse-long-titles", "browse", _browse(words, Listing.ALL, cards=_long(words), total=3))
    yield State("browse-standing", "browse", _browse(words, Listing.NEAR, cards=_standing(words), total=4))
    yield State("browse-idle-asking", "browse", _browse(words, Listing.ALL), idle=ASKING)


@cache
def _qr() -> QrFace:
    """A true QR with a calendar date inside, drawn as one path of unit squares."""
    code = qrcode.QRCode(border=0, error_correction=qrcode.ERROR_CORRECT_M)
    code.add_data("BEGIN:VEVENT\nDTSTART:20260522T130000Z\nSUMMARY:Bottega dei suoni\nEND:VEVENT")
    code.make(fit=True)
    rows = code.get_matrix()
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return QrFace(len(rows), "".join(squares))


def _activity(words: CityWords, **changes: Any) -> ActivityFace:
    session = SessionLine("e1", "2026-05-22", "today", "15.00", "17.00", Places.FEW)
    face = ActivityFace(
        card=_card(words, 0, pillar="talents_creativity", places=Places.FEW),
        pillars=("talents_creativity", "social_relations"),
        about=words.about,
        how="",
        provider=words.provider,
        place=words.places[0],
        address=words.address,
        sessions=(session,),
        hours=(),
        voucher=True,
        sensitive=False,
        take_away=_qr(),
    )
    return replace(face, **changes)


def _activities(words: CityWords, language: str) -> Iterator[State]:
    sessions = tuple(
        SessionLine(f"e{at}", f"2026-05-{22 + at}", word, "15.00", "17.00", places)
        for at, (word, places) in enumerate(
            (
                ("today", Places.NONE),
                ("tomorrow", Places.FEW),
                ("later", Places.SOME),
                ("later", Places.SOME),
                ("later", Places.OPEN),
                ("later", Places.SOME),
            )
        )
    )
    sessions = (replace(sessions[0], joins=False), *sessions[1:])
    hours = (*(HoursLine(day, ("9.30-12.30", "14.00-18.00")) for day in (1, 2, 4)), HoursLine(6, ("10.00-13.00",)))
    standing = _standing(words)[1]
    yield State("activity-session", "activity", _activity(words))
    yield State("activity-many-sessions", "activity", _activity(words, sessions=sessions))
    yield State(
        "activity-standing",
        "activity",
        _activity(words, card=standing, sessions=(), hours=hours, how=words.how, voucher=False, take_away=None),
    )
    yield State("activity-paid", "activity", _activity(words, card=_card(words, 3)))
    to_pay = ToPayFace(800, 400, words.first_name, several=True)
    yield State("activity-to-pay", "activity", _activity(words, card=_card(words, 3), to_pay=to_pay))
    yield State("activity-course", "activity", _activity(words, card=_card(words, 3), sessions=sessions, dates=8))
    yield State("activity-sensitive", "activity", _sensitive(words))
    yield State("activity-bare", "activity", _bare(words))
    yield State("activity-long", "activity", _very_long(words))
    yield State("activity-idle-asking", "activity", _activity(words), idle=ASKING)


def _sensitive(words: CityWords) -> ActivityFace:
    card = _card(words, 2, title=words.sensitive_title, pillar="healthcare", price_cents=0)
    return _activity(
        words, card=card, pillars=("healthcare",), about=words.sensitive_about, voucher=False, sensitive=True
    )


def _bare(words: CityWords) -> ActivityFace:
    """A record with a title and nothing else."""
    card = replace(_standing(words)[0], place="")
    return ActivityFace(card, (), "", "", "", "", "", (), (), voucher=False, sensitive=False, take_away=None)


def _very_long(words: CityWords) -> ActivityFace:
    return _activity(
        words,
        card=_long(words)[0],
        pillars=PILLARS,
        about=words.long_about,
        provider=f"{words.provider}, {words.provider} e altri quattro gruppi del quartiere",
        place=_LONG_PLACE,
        address="via delle Betulle 12, angolo piazza dei Ciliegi, secondo cortile, scala C",
    )


def _stations(words: CityWords, language: str) -> Iterator[State]:
    """The station about itself: how fresh, what waits, what a person has to look at."""

    def stands(state: StationState, as_of: Moment | None = NOON, **changes: Any) -> StationFace:
        fresh = StationFace(state, as_of, 0, None, 0, 0, 0, words.hub, "7F3A")
        return replace(fresh, **changes)

    def shown(name: str, face: StationFace, tram: TramFace = ARRIVED) -> State:
        return State(f"station-{name}", "station", face, tram)

    behind = stands(StationState.AS_OF, YESTERDAY, waiting=3, oldest=Age(2, "hours"), need_a_person=1)
    old = {"waiting": 1240, "oldest": Age(86, "days"), "need_a_person": 12}
    half = {"done": 640, "total": 1280, "hub": ""}
    yield shown("up-to-date", stands(StationState.UP_TO_DATE))
    yield shown("fresh-one-waits", stands(StationState.UP_TO_DATE, waiting=1, oldest=Age(0, "minutes")), LEAVING)
    yield shown("fresh-needs-a-person", stands(StationState.UP_TO_DATE, need_a_person=2))
    yield shown("travelling", behind, TramFace(TramState.TRAVELLING, 3, YESTERDAY))
    yield shown("behind", behind, TramFace(TramState.AT_STOP, 3, YESTERDAY))
    yield shown(
        "behind-nothing-waits", stands(StationState.AS_OF, YESTERDAY), TramFace(TramState.AT_STOP, 0, YESTERDAY)
    )
    yield shown("long-behind", stands(StationState.AS_OF, LONG_AGO, **old), TramFace(TramState.AT_STOP, 1240, LONG_AGO))
    yield shown("first-copy", stands(StationState.FIRST_COPY, None, **half), TramFace(TramState.TRAVELLING, 0))
    yield shown("never", stands(StationState.NEVER, None, hub=""), TramFace(TramState.AT_STOP, 0))
    yield shown("closed", stands(StationState.REVOKED, YESTERDAY, **old), TramFace(TramState.CLOSED, 1240))
    yield State("station-idle-asking", "station", behind, TramFace(TramState.AT_STOP, 3, YESTERDAY), idle=ASKING)


def _beginnings(words: CityWords, language: str) -> Iterator[State]:
    yield State("firstcopy-unknown-total", "firstcopy", FirstCopyFace(0, 0, waiting=False))
    yield State("firstcopy-half", "firstcopy", FirstCopyFace(640, 1280, waiting=False))
    yield State("firstcopy-waiting", "firstcopy", FirstCopyFace(640, 1280, waiting=True), tram=SAVED)
    yield State("trouble", "trouble", None)


_PARTS: tuple[Callable[[CityWords, str], Iterator[State]], ...] = (
    _idle_screens,
    _homes,
    _browses,
    _activities,
    visits.scans,
    visits.families,
    visits.leavings,
    visits.counts,
    visits.secrets,
    visits.staff,
    values.cards,
    values.signups,
    values.money,
    values.answers,
    _stations,
    _beginnings,
)
