"""From what was looked up to what is shown: data and enums, never words."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.clock import ROME, Reading
from kiosk.domain.calendar import Calendar
from kiosk.domain.catalogue import PILLARS, Activity, Hub, Opening, Place, Point, Session
from kiosk.domain.offers import Detail, Offer, Offers
from kiosk.domain.people import Person
from kiosk.domain.rounds import Progress
from kiosk.papers import calendar, qr
from kiosk.ui import standing
from kiosk.ui.faces import Age, Moment, StationFace, StationState, TramFace, TramState
from kiosk.ui.standing import FRESH, Standing
from kiosk.ui.touch import derive
from kiosk.ui.touch.derive import Around
from kiosk.ui.touch.faces import (
    ActivityCard,
    AgeBand,
    FirstCopyFace,
    FrameFace,
    HoursLine,
    Listing,
    Places,
    SessionLine,
)
from kiosk.ui.touch.sitting import Sitting, Where

PERSON = Person("p1", "h1", "Amina", "fox")
LIBRARY = Place("Biblioteca", "Via Zara 1", "a1", 9, Point(45.49, 9.19))


def rome(day: int, hour: int, minute: int = 0, month: int = 12, fold: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ROME, fold=fold)


NOW = Reading(rome(1, 10), None)  # a Tuesday


def reading(moment: datetime) -> Reading:
    return Reading(moment.astimezone(UTC), None)


AFTERNOON = rome(1, 15)


def session(starts: datetime = AFTERNOON, minutes: int = 90, free: int | None = 5) -> Session:
    return Session("a1", starts, starts + timedelta(minutes=minutes), 10, free, False)


def activity(
    title: Mapping[str, str] | None = None,
    pillars: Mapping[str, int] | None = None,
    ages: tuple[int | None, int | None] = (6, 10),
    price_cents: int | None = 250,
    hours: tuple[Opening, ...] = (),
) -> Activity:
    return Activity(
        title={"it": "Scacchi", "en": "Chess"} if title is None else title,
        about={"it": "Giochiamo"},
        how={"it": "Si entra"},
        provider="pr1",
        place="pl1",
        standing=False,
        pillars={"education_training": 5, "social_relations": 3} if pillars is None else pillars,
        category="culture",
        min_age=ages[0],
        max_age=ages[1],
        price_cents=price_cents,
        voucher=True,
        sensitive=True,
        hours=hours,
    )


HELD = session()


def offer(about: Activity | None = None, held: Session | None = HELD, place: Place | None = LIBRARY) -> Offer:
    return Offer(
        "a1", about or activity(), "s1" if held else "", held, place, "Isola" if place else "", 320 if place else None
    )


def offers(number: int) -> Offers:
    return Offers((offer(),) * number, number + 40)


# --- one line of a list ---------------------------------------------------------------------------------------------


def test_a_line_says_all_that_is_known() -> None:
    assert derive.card(offer(), "en", NOW) == ActivityCard(
        id="a1",
        title="Chess",
        pillar="education_training",
        day="2026-12-01",
        day_word="today",
        time="15.00",
        place="Biblioteca",
        area="Isola",
        min_age=6,
        max_age=10,
        price_cents=250,
        places=Places.SOME,
        distance_m=320,
    )


def test_a_line_leaves_open_what_nobody_knows() -> None:
    bare = activity({"it": "Scacchi"}, {}, (None, None), None)
    assert derive.card(offer(bare, None, None), "ar", NOW) == ActivityCard(
        id="a1",
        title="Scacchi",
        pillar="",
        day="",
        day_word="",
        time="",
        place="",
        area="",
        min_age=None,
        max_age=None,
        price_cents=None,
        places=Places.OPEN,
        distance_m=None,
    )


def test_free_of_charge_is_not_the_same_as_unknown() -> None:
    assert derive.card(offer(activity(price_cents=0)), "it", NOW).price_cents == 0


# --- days and hours -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "starts", "word", "day", "time"),
    [
        (rome(1, 10), rome(1, 15), "today", "2026-12-01", "15.00"),
        (rome(1, 10), rome(1, 9), "today", "2026-12-01", "9.00"),  # begun, not over
        (rome(1, 0, 30), rome(1, 23, 59), "today", "2026-12-01", "23.59"),
        (rome(1, 23, 59), rome(2, 0, 0), "tomorrow", "2026-12-02", "0.00"),
        (rome(2, 0, 0), rome(2, 0, 1), "today", "2026-12-02", "0.01"),
        (rome(2, 0, 10), rome(1, 23, 30), "today", "2026-12-01", "23.30"),  # begun before midnight
        (rome(1, 0, 5), rome(2, 23, 55), "tomorrow", "2026-12-02", "23.55"),
        (rome(1, 23, 55), rome(3, 0, 5), "later", "2026-12-03", "0.05"),
        (rome(25, 0, 30, 10), rome(25, 23, 30, 10), "today", "2026-10-25", "23.30"),  # 24 hours away: a day of 25
        (rome(24, 23, 30, 10), rome(25, 23, 45, 10), "tomorrow", "2026-10-25", "23.45"),
        (rome(25, 0, 30, 10), rome(26, 0, 15, 10), "tomorrow", "2026-10-26", "0.15"),
        (rome(25, 2, 30, 10), rome(25, 2, 30, 10, fold=1), "today", "2026-10-25", "2.30"),
        (rome(28, 23, 30, 3), rome(29, 23, 30, 3), "tomorrow", "2026-03-29", "23.30"),  # 23 hours away
        (rome(29, 0, 30, 3), rome(30, 0, 15, 3), "tomorrow", "2026-03-30", "0.15"),
        (rome(29, 0, 30, 3), rome(29, 3, 0, 3), "today", "2026-03-29", "3.00"),
    ],
)
def test_a_day_is_the_city_s_day_over_midnight_and_when_the_clocks_change(
    now: datetime, starts: datetime, word: str, day: str, time: str
) -> None:
    for said in (starts, starts.astimezone(UTC)):
        card = derive.card(offer(held=session(said)), "it", reading(now))
        assert (card.day_word, card.day, card.time) == (word, day, time)


def test_a_session_says_until_when_in_the_city_s_hours() -> None:
    lines = derive.activity(Detail(offer(), (("s9", session(rome(31, 23), 120, 0)),), ""), "it", NOW).sessions
    assert lines == (SessionLine("s9", "2026-12-31", "later", "23.00", "1.00", Places.NONE),)


@pytest.mark.parametrize(
    ("free", "places"),
    [
        (None, Places.OPEN),
        (0, Places.NONE),
        (1, Places.FEW),
        (derive.FEW, Places.FEW),
        (derive.FEW + 1, Places.SOME),
        (500, Places.SOME),
    ],
)
def test_places_are_said_in_words(free: int | None, places: Places) -> None:
    assert derive.places(session(free=free)) is places


def test_where_there_is_no_session_one_comes_when_one_likes() -> None:
    assert derive.places(None) is Places.OPEN


def test_opening_hours_are_gathered_by_weekday_from_monday_on() -> None:
    found = (Opening(3, "14:00", "24:00"), Opening(1, "09:30", "12:30"), Opening(1, "14:05", "18:00"))
    assert derive.hours(found) == (
        HoursLine(1, ("9.30–12.30", "14.05–18.00")),
        HoursLine(3, ("14.00–24.00",)),
    )
    assert derive.hours(()) == ()


# --- whole screens --------------------------------------------------------------------------------------------------


def test_an_activity_is_shown_whole() -> None:
    face = derive.activity(
        Detail(offer(activity(hours=(Opening(1, "09:00", "10:00"),))), (), "Gli Scacchisti"), "en", NOW
    )
    assert face.card == derive.card(offer(), "en", NOW)
    assert face.pillars == ("education_training", "social_relations")
    assert (face.about, face.how) == ("Giochiamo", "Si entra")
    assert (face.provider, face.place, face.address) == ("Gli Scacchisti", "Biblioteca", "Via Zara 1")
    assert face.hours == (HoursLine(1, ("9.00–10.00",)),)
    assert (face.voucher, face.sensitive, face.sessions) == (True, True, ())


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (LIBRARY, "Biblioteca, Via Zara 1"),
        (Place("Parco", "", "", None, None), "Parco"),
        (None, ""),
    ],
)
def test_the_date_to_take_away_is_the_session_s_for_a_calendar(place: Place | None, where: str) -> None:
    held = session()
    face = derive.activity(Detail(offer(held=held, place=place), (), ""), "en", NOW)
    drawn = qr.draw(calendar.event("Chess", where, held.starts, held.ends))
    assert face.take_away is not None
    assert (face.take_away.size, face.take_away.path) == (drawn.size, drawn.path)


def test_without_a_session_there_is_no_date_to_take_away() -> None:
    assert derive.activity(Detail(offer(held=None), (), ""), "it", NOW).take_away is None


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=15, deadline=None)
def test_any_title_and_any_place_can_be_taken_away(title: str, name: str) -> None:
    found = offer(activity({"it": title}), place=Place(name, name, "", None, None))
    assert derive.activity(Detail(found, (), ""), "it", NOW).take_away is not None


def test_the_idle_screen_shows_three_of_today_and_greets_in_every_language() -> None:
    face = derive.attract(offers(5), "it", NOW)
    assert len(face.today) == derive.ON_HOME == 3
    assert [choice.tag for choice in face.greetings] == ["it", "en", "ar"]
    assert derive.attract_nothing() == derive.attract(offers(0), "it", NOW)


def test_home_shows_what_comes_next_only_when_today_has_nothing() -> None:
    full = derive.home(offers(5), offers(5), "it", NOW)
    assert (len(full.today), len(full.next)) == (3, 0)
    quiet = derive.home(offers(0), offers(5), "it", NOW)
    assert (len(quiet.today), len(quiet.next)) == (0, 3)
    assert derive.home(offers(0), offers(0), "it", NOW).next == ()
    assert full.pillars == PILLARS


@pytest.mark.parametrize(
    ("about", "listing", "pillar", "band"),
    [
        ("all", Listing.ALL, "", ""),
        ("today", Listing.TODAY, "", ""),
        ("week", Listing.WEEK, "", ""),
        ("near", Listing.NEAR, "", ""),
        ("pillar/healthcare", Listing.PILLAR, "healthcare", ""),
        ("age/6-10", Listing.AGE, "", "6-10"),
    ],
)
def test_a_listing_says_how_it_was_narrowed_and_how_much_there_is(
    about: str, listing: Listing, pillar: str, band: str
) -> None:
    bands = derive.bands(((0, 5), (6, 10)))
    face = derive.browse(Where("browse", about), offers(2), bands, "it", NOW)
    assert (face.listing, face.pillar, face.band) == (listing, pillar, band)
    assert (len(face.cards), face.total, face.pillars) == (2, 42, PILLARS)
    assert face.bands == (AgeBand("0-5", 0, 5), AgeBand("6-10", 6, 10))


@pytest.mark.parametrize(("tag", "right_to_left"), [("it", False), ("en", False), ("ar", True)])
def test_the_frame_carries_the_sitting(tag: str, right_to_left: bool) -> None:
    face = derive.frame(
        Sitting(tag, text_step=2, high_contrast=True, reach=True),
        Around(2.7, ("Zara",), TramFace(TramState.LEAVING, 1)),
    )
    around = (("Zara",), TramFace(TramState.LEAVING, 1))
    assert face == FrameFace(*around, tag, right_to_left, 2, True, True, 2.7, checked=tag == "it")
    assert derive.language(Sitting(tag)).current == tag


def test_the_hub_is_named_by_its_badge() -> None:
    assert derive.hub_name(Hub({"it": "Spazio WISHMI Zara"}, ("Spazio", "Zara"), "p1", "it", None, Calendar())) == (
        "Spazio",
        "Zara",
    )
    assert derive.hub_name(None) == ()


# --- the network ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("travelling", "connected", "aboard", "state"),
    [
        (True, True, 0, TramState.TRAVELLING),
        (True, False, 3, TramState.TRAVELLING),
        (False, False, 0, TramState.AT_STOP),
        (False, False, 3, TramState.AT_STOP),
        (False, True, 3, TramState.LEAVING),
        (False, True, 0, TramState.ARRIVED),
    ],
)
def test_the_tram_tells_the_truth(travelling: bool, connected: bool, aboard: int, state: TramState) -> None:
    assert standing.tram(travelling, connected, aboard) == TramFace(state, aboard)


@pytest.mark.parametrize(
    ("progress", "connected", "face"),
    [
        (Progress(0, 0, False), True, FirstCopyFace(0, 0, False)),
        (Progress(10, 40, False), True, FirstCopyFace(10, 40, False)),
        (Progress(10, 40, False), False, FirstCopyFace(10, 40, True)),
        (Progress(41, 40, False), True, FirstCopyFace(41, 41, False)),  # central grew meanwhile: never over full
    ],
)
def test_the_first_copy_says_how_far_it_has_come(progress: Progress, connected: bool, face: FirstCopyFace) -> None:
    assert derive.first_copy(progress, connected) == face


# --- how the station stands ------------------------------------------------------------------------------------------


def looked_up(
    state: StationState = StationState.UP_TO_DATE,
    as_of: datetime | None = NOW.at,
    waiting: int = 0,
    oldest: timedelta | None = None,
    copied: tuple[int, int] = (0, 0),
) -> Standing:
    return Standing(state, as_of, waiting, oldest, 2, *copied, "Spazio Zara", "0190a1b2-3c4d-7e5f-8a9b-0c1d2e3f7f3a")


def test_the_station_says_all_it_knows() -> None:
    found = looked_up(StationState.AS_OF, rome(30, 18, 5, 11), 3, timedelta(hours=2, minutes=50), (7, 9))
    assert standing.station(found, NOW) == StationFace(
        state=StationState.AS_OF,
        as_of=Moment("2026-11-30", "yesterday", "18.05"),
        waiting=3,
        oldest=Age(2, "hours"),
        need_a_person=2,
        done=7,
        total=9,
        hub="Spazio Zara",
        station="7F3A",
    )


@pytest.mark.parametrize(
    ("ago", "state"),
    [
        (timedelta(0), StationState.UP_TO_DATE),
        (FRESH, StationState.UP_TO_DATE),
        (FRESH + timedelta(seconds=1), StationState.AS_OF),
        (timedelta(days=30), StationState.AS_OF),
        (-FRESH, StationState.UP_TO_DATE),  # clocks that differ by a little
        (-timedelta(days=1), StationState.AS_OF),  # a clock that went back makes nothing fresh
    ],
)
def test_a_station_is_up_to_date_only_minutes_after_a_good_exchange(ago: timedelta, state: StationState) -> None:
    assert standing.station(looked_up(as_of=NOW.at - ago), NOW).state is state


def test_a_station_that_says_of_itself_it_is_behind_is_behind() -> None:
    assert standing.station(looked_up(StationState.AS_OF), NOW).state is StationState.AS_OF


@pytest.mark.parametrize("state", [StationState.FIRST_COPY, StationState.REVOKED, StationState.NEVER])
def test_a_fresh_exchange_opens_no_closed_station_and_ends_no_first_copy(state: StationState) -> None:
    assert standing.station(looked_up(state), NOW).state is state


def test_without_a_good_exchange_nothing_ever_came() -> None:
    face = standing.station(looked_up(as_of=None), NOW)
    assert (face.state, face.as_of) == (StationState.NEVER, None)


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        (rome(1, 0), Moment("2026-12-01", "today", "0.00")),
        (rome(30, 23, 59, 11), Moment("2026-11-30", "yesterday", "23.59")),
        (rome(29, 9, 5, 11), Moment("2026-11-29", "", "9.05")),
        (rome(2, 9), Moment("2026-12-02", "tomorrow", "9.00")),
    ],
)
def test_a_moment_is_said_in_the_city_s_time(at: datetime, moment: Moment) -> None:
    assert standing.station(looked_up(as_of=at.astimezone(UTC)), NOW).as_of == moment


@pytest.mark.parametrize(
    ("oldest", "age"),
    [
        (timedelta(seconds=59), Age(0, "minutes")),
        (timedelta(minutes=59, seconds=59), Age(59, "minutes")),
        (timedelta(minutes=60), Age(1, "hours")),
        (timedelta(hours=47, minutes=59), Age(47, "hours")),
        (timedelta(hours=48), Age(2, "days")),
        (timedelta(days=400), Age(400, "days")),
        (timedelta(seconds=-5), Age(0, "minutes")),
        (None, None),
    ],
)
def test_what_waits_is_said_to_be_no_older_than_it_is(oldest: timedelta | None, age: Age | None) -> None:
    assert standing.station(looked_up(waiting=1, oldest=oldest), NOW).oldest == age


def test_where_nothing_waits_nothing_is_old() -> None:
    assert standing.station(looked_up(oldest=timedelta(hours=1)), NOW).oldest is None


def test_a_first_copy_is_never_more_than_whole() -> None:
    assert standing.station(looked_up(copied=(41, 40)), NOW).total == 41
    assert standing.station(looked_up(copied=(41, 0)), NOW).total == 0


@pytest.mark.parametrize("state", [None, *StationState])
def test_the_header_says_arrived_only_where_the_data_are_fresh(state: StationState | None) -> None:
    stands = standing.station(looked_up(state), NOW) if state else None
    said = standing.honest(TramFace(TramState.ARRIVED, 0), stands)
    assert (said.state is TramState.ARRIVED) == (state is StationState.UP_TO_DATE)
    assert (said.state is TramState.CLOSED) == (state is StationState.REVOKED)
    assert (said.as_of is not None) == (state is StationState.AS_OF)


@pytest.mark.parametrize("doing", [TramState.AT_STOP, TramState.LEAVING, TramState.TRAVELLING])
def test_a_tram_that_claims_nothing_stays_as_it_is_and_old_data_are_said(doing: TramState) -> None:
    fresh, old = (standing.station(looked_up(state), NOW) for state in (StationState.UP_TO_DATE, StationState.AS_OF))
    assert standing.honest(TramFace(doing, 2), fresh) == TramFace(doing, 2)
    assert standing.honest(TramFace(doing, 2), old) == TramFace(doing, 2, old.as_of)
