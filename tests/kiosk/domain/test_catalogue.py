"""A catalogue record is read whole, or the field that fails is named."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import catalogue
from kiosk.domain.calendar import Calendar, Closure, Day, Hours, Weekly
from kiosk.domain.catalogue import (
    KINDS,
    PILLARS,
    Activity,
    Area,
    Hub,
    Opening,
    Place,
    Point,
    Provider,
    Season,
    Session,
    Unreadable,
)

Data = dict[str, Any]
WHOLE: dict[str, Data] = {
    "hub": {
        "name": {"it": "Spazio WISHMI", "en": "WISHMI hub"},
        "badge": ["Spazio", "Zara"],
        "place": "p1",
        "language": "it",
        "lat": 45.49,
        "lon": 9.19,
        "hours": [[1, "09:30", "12:30"], [1, "14:00", "24:00"]],
    },
    "provider": {"name": "Associazione Zara"},
    "area": {"name": "Isola", "number": 11, "lat": 45.49, "lon": 9.19},
    "place": {"name": "Biblioteca", "address": "Via Zara 1", "area": "a1", "municipio": 9, "lat": 45, "lon": 9},
    "activity": {
        "title": {"it": "Scacchi"},
        "about": {"it": "Giochiamo"},
        "how": {"it": "Si entra"},
        "provider": "pr1",
        "place": "p1",
        "standing": True,
        "pillars": {"education_training": 5, "social_relations": 3, "healthcare": 0},
        "category": "culture",
        "min_age": 6,
        "max_age": 10,
        "price_cents": 250,
        "voucher": True,
        "sensitive": False,
        "hours": [[3, "16:00", "18:00"]],
        "seasons": [{"months": [7, 8], "hours": [[3, "08:00", "24:00"]]}],
    },
    "session": {
        "activity": "a1",
        "starts": "2026-12-01T15:00:00+01:00",
        "ends": "2026-12-01T16:00:00Z",
        "capacity": 10,
        "free": 4,
        "cancelled": False,
    },
}
NEEDED = {
    "hub": ["name", "badge", "place", "language"],
    "provider": ["name"],
    "area": ["name", "number", "lat", "lon"],
    "place": ["name"],
    "activity": ["title"],
    "session": ["activity", "starts", "ends"],
}


def read(kind: str, **changed: object) -> object:
    """What becomes of the whole record of a kind with some fields changed, or (...) left out."""
    data = {**WHOLE[kind], **changed}
    return catalogue.read(kind, {name: value for name, value in data.items() if value is not ...})


# --- whole records --------------------------------------------------------------------------------------------------


def test_each_kind_is_read_into_its_value() -> None:
    assert read("hub") == Hub(
        {"it": "Spazio WISHMI", "en": "WISHMI hub"},
        ("Spazio", "Zara"),
        "p1",
        "it",
        Point(45.49, 9.19),
        Calendar((Weekly(1, Hours("09:30", "12:30")), Weekly(1, Hours("14:00", "24:00")))),
    )
    assert read("provider") == Provider("Associazione Zara")
    assert read("area") == Area("Isola", 11, Point(45.49, 9.19))
    assert read("place") == Place("Biblioteca", "Via Zara 1", "a1", 9, Point(45.0, 9.0))
    assert read("activity") == Activity(
        {"it": "Scacchi"}, {"it": "Giochiamo"}, {"it": "Si entra"}, "pr1", "p1", True,
        {"education_training": 5, "social_relations": 3}, "culture", 6, 10, 250, True, False,
        (Opening(3, "16:00", "18:00"),), (Season((7, 8), (Opening(3, "08:00", "24:00"),)),),
    )  # fmt: skip
    starts = datetime(2026, 12, 1, 14, tzinfo=UTC)
    assert read("session") == Session("a1", starts, starts + timedelta(hours=2), 10, 4, False)


def test_what_may_be_missing_may_be_missing() -> None:
    assert catalogue.read("place", {"name": "x"}) == Place("x", "", "", None, None)
    assert catalogue.read("activity", {"title": {"en": "x"}}) == Activity(
        {"en": "x"}, {}, {}, "", "", False, {}, "", None, None, None, False, False, ()
    )
    session = read("session", capacity=..., free=..., cancelled=...)
    assert isinstance(session, Session)
    assert (session.capacity, session.free, session.cancelled) == (None, None, False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_this_version_does_not_know_is_ignored(kind: str) -> None:
    assert read(kind, colour="red", nested={"a": [1]}) == read(kind)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NEEDED.items() for name in names])
def test_a_needed_field_that_is_missing_is_named(kind: str, name: str) -> None:
    named = "centre" if kind == "area" and name != "name" else name
    assert read(kind, **{name: ...}) == Unreadable(named)
    assert read(kind, **{name: None}) == Unreadable(named)


# --- reading is total -----------------------------------------------------------------------------------------------

json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=4), inside, max_size=3)),
    max_leaves=6,
)
names = st.sampled_from(sorted({name for data in WHOLE.values() for name in data}))
TOGETHER = {  # where a field is judged by another one too
    "lat": {"lat", "lon"},
    "centre": {"lat", "lon", "number"},
    "max_age": {"min_age", "max_age"},
    "ends": {"starts", "ends"},
}
moments = st.datetimes(timezones=st.timezones()).map(datetime.isoformat)


@given(st.sampled_from(KINDS), st.dictionaries(names, st.one_of(json_values, moments), max_size=14))
@settings(max_examples=100, deadline=None)
def test_any_json_is_read_or_unreadable(kind: str, data: Data) -> None:
    catalogue.read(kind, data)


@given(st.sampled_from(KINDS), st.data())
@settings(max_examples=200, deadline=None)
def test_a_whole_record_with_one_strange_field_is_read_or_names_that_field(kind: str, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(WHOLE[kind])))
    said = read(kind, **{name: data.draw(st.one_of(json_values, moments))})
    if isinstance(said, Unreadable):
        assert name in TOGETHER.get(said.field, {said.field})


@given(moments)
@settings(max_examples=100, deadline=None)
def test_a_moment_that_was_read_can_be_said_in_any_zone(moment: str) -> None:
    session = read("session", starts=moment, ends=moment)
    if isinstance(session, Session):
        for hours in (-23, 0, 23):
            session.starts.astimezone(timezone(timedelta(hours=hours)))


# --- bounds of single fields ----------------------------------------------------------------------------------------

BAD: list[tuple[str, str, list[object]]] = [
    ("hub", "name", [{"it": "Spazio \u202eoizapS"}, {}, {"it": ""}, {"it": "  "}, {"it": 1}, "Spazio", []]),
    ("hub", "badge", [["\u2066HUB"], [], "Spazio", [1], ["a", None], {}]),
    ("hub", "place", ["", " ", 1, "x" * 4001]),
    ("hub", "language", ["", 7]),
    ("hub", "lat", [90.1, -90.1, float("nan"), float("inf"), "45", True]),
    ("hub", "hours", [[[0, "09:00", "10:00"]], [[8, "09:00", "10:00"]], [[True, "09:00", "10:00"]], [[1, "09:00"]],
                      [["1", "09:00", "10:00"]], [None], "always", [[1, "9:00", "10:00"]], [[1, "09.00", "10.00"]],
                      [[1, "25:00", "26:00"]], [[1, "24:01", "24:02"]], [[1, "09:60", "10:00"]],
                      [[1, "9" * 5000 + ":00", "10:00"]], [[1, "٠٩:٠٠", "10:00"]], [[1, "09:00\n", "10:00"]]]),
    ("provider", "name", ["Teatro\u202e", "", "\t", 0, {"it": "x"}, "x" * 4001]),
    ("place", "name", ["", False]),
    ("place", "address", ["via \u202d1", 1, [], {"it": "x"}]),
    ("place", "municipio", [0, 10, -1, "9", True, 1.0]),
    ("activity", "title", [{}, {"it": " "}, "Scacchi"]),
    ("activity", "about", [{"ar": "\u202b"}, {"it": None}, "x", [1]]),
    ("activity", "pillars", [{"sweets": 1}, {"healthcare": 6}, {"healthcare": -1}, {"healthcare": True},
                             {"healthcare": 2.5}, {"healthcare": "5"}, ["healthcare"], "healthcare"]),
    ("activity", "min_age", [-1, 121, "6", True, 6.0]),
    ("activity", "max_age", [-1, 121, 5]),
    ("activity", "price_cents", [-1, 2.5, "250", True, 2**53 + 1]),
    ("activity", "voucher", [1, "yes", []]),
    ("activity", "standing", [0, "true"]),
    ("activity", "sensitive", [1, {}]),
    ("activity", "seasons", ["summer", {}, [None], [{}], [{"months": []}], [{"months": [0]}], [{"months": [13]}],
                             [{"months": [True]}], [{"months": "7"}], [{"months": [7, 7]}],
                             [{"months": [7]}, {"months": [7]}], [{"months": [7], "hours": [[1, "9:00", "10:00"]]}],
                             [{"months": [7], "hours": "always"}]]),
    ("session", "starts", ["", "tomorrow", "2026-12-01T15:00:00", "2026-12-01", 0, "0001-01-01T00:00:00+14:00",
                           "9999-12-31T23:59:59-14:00", "2026-13-01T15:00:00Z"]),
    ("session", "ends", ["2026-12-01T13:59:59Z", "2026-12-01T16:00:00", None]),
    ("session", "capacity", [-1, "10", True]),
    ("session", "free", [-1, 1.5]),
    ("session", "cancelled", ["no", 0]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "name", "value"), [(kind, name, value) for kind, name, values in BAD for value in values]
)
def test_a_field_out_of_its_bounds_is_named(kind: str, name: str, value: object) -> None:
    assert read(kind, **{name: value}) == Unreadable(name)


GOOD: list[tuple[str, str, object, Callable[[Any], object], object]] = [
    ("hub", "badge", ["one"], lambda hub: hub.badge, ("one",)),
    ("hub", "badge", ["a", "b", "c"], lambda hub: hub.badge, ("a", "b")),
    ("hub", "lat", None, lambda hub: hub.at, None),
    ("hub", "lat", -90, lambda hub: hub.at, Point(-90.0, 9.19)),
    ("hub", "hours", None, lambda hub: hub.calendar, Calendar()),
    ("hub", "hours", [[7, "00:00", "24:00"]], lambda hub: hub.calendar.weekly, (Weekly(7, Hours("00:00", "24:00")),)),
    (
        "hub",
        "hours",
        [{"weekday": 3, "opens": "10:00", "closes": "11:15", "capacity": 20}],
        lambda hub: hub.calendar.weekly,
        (Weekly(3, Hours("10:00", "11:15", 20)),),
    ),
    (
        "hub",
        "days",
        {"2026-12-08": {"hours": [], "why": "holiday"}},
        lambda hub: hub.calendar.days,
        {date(2026, 12, 8): Day(why=Closure.HOLIDAY)},
    ),
    ("place", "municipio", 1, lambda place: place.municipio, 1),
    ("place", "name", "x" * 4000, lambda place: len(place.name), 4000),
    ("activity", "min_age", 0, lambda activity: activity.min_age, 0),
    ("activity", "min_age", 10, lambda activity: (activity.min_age, activity.max_age), (10, 10)),
    ("activity", "max_age", 120, lambda activity: activity.max_age, 120),
    ("activity", "price_cents", 0, lambda activity: activity.price_cents, 0),
    ("activity", "pillars", None, lambda activity: activity.pillars, {}),
    ("activity", "pillars", {"healthcare": 0}, lambda activity: activity.pillars, {}),
    ("activity", "seasons", None, lambda activity: activity.seasons, ()),
    ("activity", "seasons", [{"months": [1, 12]}], lambda activity: activity.seasons, (Season((1, 12), ()),)),
    ("session", "free", 0, lambda session: session.free, 0),
    ("session", "ends", "2026-12-01T14:00:00Z", lambda session: session.ends - session.starts, timedelta(0)),
]


@pytest.mark.parametrize(("kind", "name", "value", "look", "seen"), GOOD)
def test_a_field_at_its_bounds_is_read(
    kind: str, name: str, value: object, look: Callable[[Any], object], seen: object
) -> None:
    assert look(read(kind, **{name: value})) == seen


# --- words, pillars, distance ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "language", "said"),
    [
        ({"it": "ciao", "en": "hello", "ar": "مرحبا"}, "ar", "مرحبا"),
        ({"it": "ciao", "en": "hello"}, "ar", "ciao"),
        ({"en": "hello", "fr": "salut"}, "ar", "hello"),
        ({"fr": "salut"}, "ar", "salut"),
        ({"ar": " ", "it": "", "en": "hello"}, "ar", "hello"),
        ({"ar": "", "fr": " ", "de": "hallo"}, "it", "hallo"),
        ({"it": ""}, "it", ""),
        ({}, "it", ""),
    ],
)
def test_words_fall_back_to_italian_then_english_then_whatever_there_is(
    words: dict[str, str], language: str, said: str
) -> None:
    assert catalogue.in_language(words, language) == said


def test_the_strongest_pillar_comes_first_and_equals_in_the_city_s_order() -> None:
    scores = {"common_spaces": 3, "healthcare": 5, "social_relations": 3, "talents_creativity": 4}
    assert catalogue.strongest(scores) == ("healthcare", "talents_creativity", "social_relations", "common_spaces")
    assert catalogue.strongest({}) == ()


@given(st.dictionaries(st.sampled_from(PILLARS), st.integers(1, 5)))
@settings(max_examples=50, deadline=None)
def test_every_pillar_served_is_named_once(scores: dict[str, int]) -> None:
    ordered = catalogue.strongest(scores)
    assert sorted(ordered) == sorted(scores)
    assert [scores[pillar] for pillar in ordered] == sorted(scores.values(), reverse=True)


def test_a_distance_in_the_city_is_good_to_half_a_percent() -> None:
    duomo, centrale = Point(45.4642, 9.1900), Point(45.4862, 9.2042)
    assert duomo.metres_to(centrale) == pytest.approx(2685.4, rel=0.005)  # on the ellipsoid (Vincenty)
    assert Point(0, 0).metres_to(Point(0, 180)) == pytest.approx(20_015_087, rel=0.005)  # half way round


points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@given(points, points)
@settings(max_examples=100, deadline=None)
def test_a_distance_is_the_same_both_ways_and_never_negative(here: Point, there: Point) -> None:
    assert 0 <= here.metres_to(there) == pytest.approx(there.metres_to(here), abs=1)
    assert here.metres_to(here) == 0
