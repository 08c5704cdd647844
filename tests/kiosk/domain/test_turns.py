"""A turn's places are those of who came for it and is here, and of who is expected: each person once."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given

from kiosk.domain.attendance import Came, Fact, Kind, Who, register
from kiosk.domain.calendar import Span
from kiosk.domain.expecting import Expected
from kiosk.domain.turns import taken
from tests.kiosk.domain.test_expecting import AMINA, COMES, FOUR, LEAVES, TEN, UNNAMED, at, days


def moment(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-12-01T{clock}").replace(tzinfo=UTC)


TURNS = [
    Span(moment("10:00"), moment("11:15"), 20),
    Span(moment("11:30"), moment("12:45"), 20),
    Span(moment("16:00"), moment("17:15"), 20),
]
DROP_IN = [Span(moment("09:30"), moment("12:30"), None), TURNS[2]]


def places(*facts: Fact, spans: list[Span] = TURNS) -> dict[str, int]:
    found = taken(register(facts).stays, spans)
    return {turn.strftime("%H:%M"): number for turn, number in found.items()}


def comes(clock: str) -> Came:
    return replace(COMES, at=at(clock))


def test_who_comes_takes_a_place_of_the_turn_that_is_on_or_of_the_next() -> None:
    assert places(comes("10:05")) == {"10:00": 1}
    assert places(comes("11:20")) == {"11:30": 1}  # between two turns
    assert places(comes("08:00")) == {"10:00": 1}
    assert places(comes("18:00")) == {}


def test_who_is_expected_and_comes_has_one_place() -> None:
    assert places(AMINA) == {"10:00": 1}
    assert places(AMINA, comes("09:50")) == {"10:00": 1}
    assert places(replace(AMINA, turn=FOUR), comes("15:40")) == {"16:00": 1}


def test_who_leaves_gives_the_place_back() -> None:
    assert places(AMINA, COMES, LEAVES) == {}


def test_who_comes_long_before_their_turn_takes_a_place_of_both() -> None:
    assert places(replace(AMINA, turn=FOUR), comes("10:05")) == {"10:00": 1, "16:00": 1}


def test_who_is_so_late_that_their_turn_is_over_takes_a_place_of_the_one_they_walk_into() -> None:
    assert places(AMINA, comes("11:40")) == {"10:00": 1, "11:30": 1}


def test_who_walks_into_hours_without_a_capacity_takes_no_place() -> None:
    assert places(comes("10:05"), spans=DROP_IN) == {}
    assert places(comes("13:00"), spans=DROP_IN) == {"16:00": 1}


def test_groups_and_counts_take_as_many_places_as_they_are_and_educators_none() -> None:
    group = Came("g", "desk", at("10:01"), "v2", Kind.GROUP, "t", 9, children=(("6-10", 3),), adults=2, educators=1)
    educator = Came("h", "desk", at("09:00"), "v3", person="ada", who=Who.EDUCATOR)
    assert places(group, educator) == {"10:00": 5}
    expected = Expected("x", "desk", at("08:00"), TEN, "t", children=(("6-10", 3),), adults=1, educators=1)
    assert places(expected, UNNAMED) == {"10:00": 8}
    assert places(expected, group) == {"10:00": 5}


def test_a_turn_that_the_calendar_has_no_more_still_holds_whom_it_was_given_to() -> None:
    assert places(replace(AMINA, turn=at("13:00"))) == {"13:00": 1}


@given(days())
def test_no_turn_has_more_places_taken_than_there_are_people(facts: list[Fact]) -> None:
    most = len("abc") + sum(fact.adults for fact in facts if isinstance(fact, Expected))
    assert all(number <= most for number in places(*facts).values())
