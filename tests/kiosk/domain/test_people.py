"""A touch station reads its projection of a person and nothing more."""

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import people
from kiosk.domain.people import CREATURES, Binding, Person

FED = {"household": "h1", "first_name": "Amina", "creature": "fox"}
BOUND = {"serial": 7, "person": "p1", "household": "h1", "live": True}


def test_a_person_is_read_as_the_touch_projection() -> None:
    assert people.read_person("p1", FED) == Person("p1", "h1", "Amina", "fox")


def test_what_a_touch_station_must_not_hold_is_not_read() -> None:
    more = {**FED, "surname": "Rossi", "phone": "333", "allergies": "nuts", "relation": "mother"}
    assert people.read_person("p1", more) == people.read_person("p1", FED)
    assert {f.name for f in fields(Person)} == {"id", "household", "first_name", "creature", "band", "way"}


@pytest.mark.parametrize(
    ("band", "way", "read"),
    [
        ("6-10", "alone", ("6-10", "alone")),
        ("x" * 17, "over_the_wall", ("", "")),
        (7, None, ("", "")),
        ("a\n", "", ("", "")),
    ],
)
def test_a_band_or_a_way_that_is_none_is_not_known(band: object, way: object, read: tuple[str, str]) -> None:
    person = people.read_person("p1", {**FED, "band": band, "way": way})
    assert person is not None
    assert (person.band, person.way) == read


def test_a_name_that_runs_backwards_is_nobody_s() -> None:
    assert people.read_person("p1", {**FED, "first_name": "\u202eanimA"}) is None
    assert people.read_person("p1", {**FED, "first_name": "أمينة"}) is not None


@pytest.mark.parametrize("creature", CREATURES)
def test_every_creature_of_the_house_is_known(creature: str) -> None:
    assert people.read_person("p1", {**FED, "creature": creature}) == Person("p1", "h1", "Amina", creature)


def test_a_creature_of_a_later_release_is_no_picture_yet() -> None:
    assert people.read_person("p1", {**FED, "creature": "unicorn"}) == Person("p1", "h1", "Amina", "")


@pytest.mark.parametrize("name", list(FED))
@pytest.mark.parametrize("value", [None, 1, [], True])
def test_a_person_without_a_field_is_nobody(name: str, value: object) -> None:
    assert people.read_person("p1", {**FED, name: value}) is None
    assert people.read_person("p1", {key: value for key, value in FED.items() if key != name}) is None


def test_a_binding_is_read() -> None:
    assert people.read_binding(BOUND) == Binding(7, "p1", "h1", True)
    assert people.read_binding({**BOUND, "live": False, "since": "2026"}) == Binding(7, "p1", "h1", False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("serial", "7"),
        ("serial", True),
        ("serial", -1),
        ("serial", 2**32),
        ("person", None),
        ("household", 1),
        ("live", 1),
        ("live", "yes"),
        ("live", None),
    ],
)
def test_a_binding_with_a_wrong_field_binds_nobody(name: str, value: object) -> None:
    assert people.read_binding({**BOUND, name: value}) is None


@given(st.dictionaries(st.sampled_from([*FED, *BOUND]), st.one_of(st.none(), st.booleans(), st.integers(), st.text())))
@settings(max_examples=100, deadline=None)
def test_reading_never_raises(data: dict[str, object]) -> None:
    people.read_person("p1", data)
    people.read_binding(data)
