"""Pure functions from what was looked up to the faces that are shown. No words: data, enums, the city's own texts."""

from dataclasses import dataclass
from datetime import date

from kiosk.clock import ROME, Reading
from kiosk.domain import catalogue
from kiosk.domain.catalogue import PILLARS, Hub, Opening, Session
from kiosk.domain.offers import Detail, Offer, Offers
from kiosk.domain.rounds import Progress
from kiosk.papers import calendar, qr
from kiosk.ui import standing
from kiosk.ui.faces import StationFace, TramFace, TramState
from kiosk.ui.languages import BY_TAG, CHECKED, LANGUAGES
from kiosk.ui.touch import faces
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
    Places,
    QrFace,
    SessionLine,
)
from kiosk.ui.touch.sitting import Sitting, Where

ON_HOME = 3
FEW = 3  # free places that are said to be "a few"
MOST_TO_TAKE = 1500  # bytes in a code that a phone still reads off a screen


_NOT_YET = TramFace(TramState.AT_STOP, 0)


@dataclass(frozen=True)
class Around:
    """What is around every screen, whoever is at it. `stands`: what the header may claim, as last looked up."""

    px_per_mm: float
    hub_name: tuple[str, ...] = ()
    tram: TramFace = _NOT_YET
    stands: StationFace | None = None


def frame(sitting: Sitting, around: Around) -> FrameFace:
    return FrameFace(
        hub_name=around.hub_name,
        tram=standing.honest(around.tram, around.stands),
        language=sitting.language,
        right_to_left=BY_TAG[sitting.language].right_to_left,
        text_step=sitting.text_step,
        high_contrast=sitting.high_contrast,
        reach=sitting.reach,
        px_per_mm=around.px_per_mm,
        checked=sitting.language in CHECKED,
    )


def language(sitting: Sitting) -> LanguageFace:
    return LanguageFace(LANGUAGES, sitting.language)


def attract(today: Offers, language: str, now: Reading) -> AttractFace:
    return AttractFace(_cards(today.offers[:ON_HOME], language, now), LANGUAGES)


def attract_nothing() -> AttractFace:
    """The idle screen before anything is known."""
    return AttractFace((), LANGUAGES)


def home(today: Offers, week: Offers, language: str, now: Reading) -> HomeFace:
    upcoming = () if today.offers else week.offers[:ON_HOME]
    return HomeFace(_cards(today.offers[:ON_HOME], language, now), _cards(upcoming, language, now), PILLARS)


def bands(pairs: tuple[tuple[int, int], ...]) -> tuple[AgeBand, ...]:
    return tuple(AgeBand(f"{low}-{high}", low, high) for low, high in pairs)


def browse(where: Where, found: Offers, age_bands: tuple[AgeBand, ...], language: str, now: Reading) -> BrowseFace:
    listing = where.listing
    return BrowseFace(
        listing=listing,
        pillar=where.argument if listing is faces.Listing.PILLAR else "",
        band=where.argument if listing is faces.Listing.AGE else "",
        bands=age_bands,
        cards=_cards(found.offers, language, now),
        total=found.total,
        pillars=PILLARS,
    )


def activity(detail: Detail, language: str, now: Reading, dates: int = 0) -> ActivityFace:
    """`dates`: how many a course still has that can be signed up for as one."""
    offer = detail.offer
    about = offer.activity
    return ActivityFace(
        card=card(offer, language, now),
        pillars=catalogue.strongest(about.pillars),
        about=catalogue.in_language(about.about, language),
        how=catalogue.in_language(about.how, language),
        provider=detail.provider,
        place=offer.place.name if offer.place else "",
        address=offer.place.address if offer.place else "",
        sessions=tuple(_session(id_, session, now) for id_, session in detail.sessions),
        hours=hours(about.hours),
        voucher=about.voucher,
        sensitive=about.sensitive,
        take_away=take_away(offer, language),
        dates=dates,
    )


def card(offer: Offer, language: str, now: Reading) -> ActivityCard:
    session, about = offer.session, offer.activity
    strongest = catalogue.strongest(about.pillars)
    return ActivityCard(
        id=offer.id,
        title=catalogue.in_language(about.title, language),
        pillar=strongest[0] if strongest else "",
        day=_day(session).isoformat() if session else "",
        day_word=_day_word(session, now) if session else "",
        time=_time(session) if session else "",
        place=offer.place.name if offer.place else "",
        area=offer.area,
        min_age=about.min_age,
        max_age=about.max_age,
        price_cents=about.price_cents,
        places=places(session),
        distance_m=offer.distance_m,
    )


def places(session: Session | None) -> Places:
    if session is None or session.free is None:
        return Places.OPEN
    if session.free <= 0:
        return Places.NONE
    return Places.FEW if session.free <= FEW else Places.SOME


def hours(openings: tuple[Opening, ...]) -> tuple[HoursLine, ...]:
    weekdays = sorted({opening.weekday for opening in openings})
    return tuple(
        HoursLine(day, tuple(_span(opening) for opening in openings if opening.weekday == day)) for day in weekdays
    )


def hub_name(hub: Hub | None) -> tuple[str, ...]:
    return hub.badge if hub else ()


def first_copy(progress: Progress, connected: bool) -> FirstCopyFace:
    return FirstCopyFace(progress.records, max(progress.total, progress.records), not connected)


def _cards(offers: tuple[Offer, ...], language: str, now: Reading) -> tuple[ActivityCard, ...]:
    return tuple(card(offer, language, now) for offer in offers)


def _session(id_: str, session: Session, now: Reading) -> SessionLine:
    until = session.ends.astimezone(ROME)
    return SessionLine(
        id=id_,
        day=_day(session).isoformat(),
        day_word=_day_word(session, now),
        time=_time(session),
        until=f"{until.hour}.{until.minute:02d}",
        places=places(session),
        joins=now.at < session.starts,
    )


def _day(session: Session) -> date:
    return session.starts.astimezone(ROME).date()


def _day_word(session: Session, now: Reading) -> str:
    days = (_day(session) - now.day()).days
    return "today" if days <= 0 else "tomorrow" if days == 1 else "later"


def _time(session: Session) -> str:
    starts = session.starts.astimezone(ROME)
    return f"{starts.hour}.{starts.minute:02d}"


def _span(opening: Opening) -> str:
    return f"{_clock(opening.opens)}–{_clock(opening.closes)}"


def _clock(text: str) -> str:
    hour, _, minute = text.partition(":")
    return f"{int(hour)}.{minute}" if hour.isdecimal() and minute.isdecimal() else text


def take_away(offer: Offer, language: str) -> QrFace | None:
    """The date for any phone's calendar, or those of a course, without personal data; None where there are more than a
    phone reads off a screen."""
    place, sessions = offer.place, [session for _, session in offer.dates] or ([offer.session] if offer.session else [])
    title = catalogue.in_language(offer.activity.title, language)
    where = f"{place.name}, {place.address}" if place and place.address else place.name if place else ""
    text = calendar.events(title, where, [(one.starts, one.ends) for one in sessions])
    return code(text) if 0 < len(text.encode()) <= MOST_TO_TAKE else None


def code(text: str) -> QrFace:
    drawn = qr.draw(text)
    return QrFace(drawn.size, drawn.path)
