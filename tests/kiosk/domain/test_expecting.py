"""Who is expected stands in the register until they come for that turn; nobody stands there twice."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.attendance import Came, Fact, How, Kind, Left, State, TakenBack, register
from kiosk.domain.expecting import Expected, is_turn, meant, opens


def at(clock: str) -> str:
    return f"2026-12-01T{clock}:00.000Z"


TEN, FOUR = at("10:00"), at("16:00")
AMINA = Expected("x1", "desk", at("08:00"), TEN, "amina", "p1", worker="ada")
OMAR = Expected("x2", "desk", at("08:01"), TEN, "omar", "p1", worker="ada")
COMES = Came("e1", "door", at("09:40"), "v1", person="amina")
LEAVES = Left("e2", "door", at("11:00"), "v1", How.WITH_ADULT)
CLASS = Expected("x3", "desk", at("08:02"), TEN, "teacher", "p2", children=(("6-10", 20),), adults=1)
UNNAMED = Expected("x4", "desk", at("08:03"), TEN, "", "p3", children=(("0-5", 2),), adults=1)


def lines(*facts: Fact, merged: dict[str, str] | None = None) -> list[tuple[State, str, tuple[str, ...]]]:
    return [(stay.state, stay.person, stay.turns) for stay in register(facts, merged=merged).stays]


def test_who_is_expected_is_listed_until_they_come() -> None:
    assert lines(OMAR, AMINA) == [(State.EXPECTED, "amina", (TEN,)), (State.EXPECTED, "omar", (TEN,))]
    assert lines(OMAR, AMINA, COMES) == [(State.ARRIVED, "amina", (TEN,)), (State.EXPECTED, "omar", (TEN,))]
    assert lines(AMINA, COMES, LEAVES) == [(State.LEFT, "amina", (TEN,))]
    held = register([OMAR, AMINA, COMES])
    assert (held.came.people, held.inside.people) == (1, 1)


def test_an_arrival_that_is_taken_back_leaves_the_expectation_as_it_was() -> None:
    assert lines(AMINA, COMES, TakenBack("b", "door", at("09:41"), "e1")) == [(State.EXPECTED, "amina", (TEN,))]


def test_an_expectation_that_is_taken_back_is_gone_and_the_other_one_stays() -> None:
    back = TakenBack("b", "desk", at("08:30"), "x1", turn=TEN)
    assert lines(AMINA, back) == []
    again = replace(AMINA, event="x9", at=at("08:40"))
    assert lines(AMINA, back, again) == [(State.EXPECTED, "amina", (TEN,))]


def test_who_is_expected_twice_for_one_turn_is_one_line_as_it_was_said_first() -> None:
    double = replace(AMINA, event="x5", station="door", at=at("08:05"), adults=3)
    (stay,) = register([double, AMINA]).stays
    assert (stay.kind, stay.adults, stay.events, stay.stations) == (Kind.PERSON, 0, ("x1", "x5"), ("desk", "door"))


def test_who_was_found_to_be_the_same_is_expected_once() -> None:
    double = replace(AMINA, event="x5", person="amina-2")
    assert lines(AMINA, double, merged={"amina-2": "amina"}) == [(State.EXPECTED, "amina", (TEN,))]
    assert lines(double, COMES, merged={"amina-2": "amina"}) == [(State.ARRIVED, "amina", (TEN,))]


def test_somebody_who_was_forgotten_is_expected_no_more() -> None:
    assert lines(replace(AMINA, person=""), OMAR) == [(State.EXPECTED, "omar", (TEN,))]


def test_a_class_is_expected_by_its_teacher_and_comes_with_her() -> None:
    assert [stay.kind for stay in register([CLASS]).stays] == [Kind.GROUP]
    came = Came("e3", "desk", at("10:05"), "v3", Kind.GROUP, "teacher", 9, children=(("6-10", 18),), adults=2)
    assert lines(CLASS, came) == [(State.ARRIVED, "teacher", (TEN,))]


def test_people_whom_nobody_named_are_expected_until_somebody_says_that_they_came() -> None:
    came = Came("e4", "desk", at("10:05"), "v4", Kind.COUNTED, adults=3)
    assert [stay.state for stay in register([UNNAMED, came]).stays] == [State.ARRIVED, State.EXPECTED]
    assert [stay.state for stay in register([UNNAMED, came, TakenBack("b", "desk", TEN, "x4")]).stays] == [
        State.ARRIVED
    ]


def test_who_is_expected_in_two_turns_of_a_day_comes_for_one_of_them() -> None:
    later = replace(AMINA, event="x6", turn=FOUR)
    assert lines(AMINA, later, COMES, LEAVES) == [(State.LEFT, "amina", (TEN,)), (State.EXPECTED, "amina", (FOUR,))]
    afternoon = replace(COMES, at=at("15:40"))
    assert lines(AMINA, later, afternoon) == [(State.ARRIVED, "amina", (FOUR,)), (State.EXPECTED, "amina", (TEN,))]


@pytest.mark.parametrize(
    ("since", "until", "for_which"),
    [
        ("09:29", "09:50", (TEN,)),  # they were there when it was time
        ("09:00", "09:30", ()),
        ("09:30", "09:31", (TEN,)),
        ("12:00", "13:00", (TEN,)),  # very late
        ("09:30", "15:31", (TEN, FOUR)),
        ("15:30", "16:00", (FOUR,)),
        ("08:00", "", (TEN, FOUR)),  # who is here is not waited for
    ],
)
def test_when_somebody_came_says_for_which_turn(since: str, until: str, for_which: tuple[str, ...]) -> None:
    assert meant([FOUR, TEN], at(since), at(until) if until else "") == for_which


def test_half_an_hour_early_is_half_an_hour_whatever_the_clocks_are_set_to() -> None:
    assert opens("2026-10-25T01:15:00.000Z") == "2026-10-25T00:45:00.000Z"
    assert opens("2026-12-01T00:10:00.000Z") == "2026-11-30T23:40:00.000Z"


@pytest.mark.parametrize("text", ["", "16:00", "2026-12-01", "2026-12-01T16:00:00", "2026-12-01T16:00:00Z", "x" * 24])
def test_a_turn_is_a_moment_as_events_say_it(text: str) -> None:
    assert not is_turn(text)
    assert is_turn(FOUR)


# --- any order --------------------------------------------------------------------------------------------------------

MINUTES = st.integers(8 * 60, 18 * 60).map(lambda minute: at(f"{minute // 60:02}:{minute % 60:02}"))


@st.composite
def days(draw: st.DrawFn) -> list[Fact]:
    """People are expected, come, leave, and any of it is taken back; each name is one of three."""
    facts: list[Fact] = []
    for number in range(draw(st.integers(0, 14))):
        who, when = draw(st.sampled_from("abc")), draw(MINUTES)
        match draw(st.sampled_from(["expected", "came", "left", "back"])):
            case "expected":
                turn = draw(st.sampled_from([TEN, FOUR]))
                facts.append(Expected(f"e{number}", "desk", when, turn, who, adults=draw(st.integers(0, 1))))
            case "came":
                facts.append(Came(f"e{number}", "door", when, f"v{number}", person=who))
            case "left":
                facts.append(Left(f"e{number}", "desk", when, f"v{draw(st.integers(0, 14))}", How.ALONE))
            case _:
                facts.append(TakenBack(f"e{number}", "desk", when, f"e{draw(st.integers(0, 14))}", turn=TEN))
    return facts


@given(days(), st.randoms(use_true_random=False))
def test_the_same_facts_in_any_order_expect_the_same(facts: list[Fact], dice: object) -> None:
    assert register(sorted(facts, key=lambda _: dice.random())) == register(facts)  # type: ignore[attr-defined]


@given(days())
def test_everybody_who_is_expected_in_a_turn_is_in_it_exactly_once(facts: list[Fact]) -> None:
    void = {fact.target for fact in facts if isinstance(fact, TakenBack)}
    said = {(one.person, one.turn) for one in facts if isinstance(one, Expected) and one.event not in void}
    stays = register(facts).stays
    waiting = [(stay.person, stay.turns[0]) for stay in stays if stay.state is State.EXPECTED]
    here = {(stay.person, turn) for stay in stays if stay.state is not State.EXPECTED for turn in stay.turns}
    assert len(waiting) == len(set(waiting))
    assert set(waiting) | here == said
    assert not set(waiting) & here


@given(days())
def test_who_is_expected_counts_as_nobody_who_came(facts: list[Fact]) -> None:
    held, without = register(facts), register([fact for fact in facts if not isinstance(fact, Expected)])
    assert (held.came, held.inside) == (without.came, without.inside)
