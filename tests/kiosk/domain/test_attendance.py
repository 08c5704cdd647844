"""The register is made of nothing but facts, in whatever order they come."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.attendance import (
    Came,
    Counts,
    Fact,
    How,
    Kind,
    Left,
    Register,
    Seen,
    State,
    TakenBack,
    Who,
    dump,
    read,
    register,
)
from kiosk.domain.bands import Bands, dump_bands, read_bands
from kiosk.domain.expecting import Expected

AMINA = Came("e1", "door", "T09:00", "v1", person="amina", serial=7, who=Who.CHILD, band="6-10")
AGAIN = replace(AMINA, event="e2", station="desk", at="T09:20", visit="v2")  # the desk saw her too
SEEN = Seen("e3", "desk", "T09:30", "v2", "ada")
LEFT = Left("e4", "door", "T11:00", "v1", How.WITH_ADULT, "mother", "ada")
LATER = replace(AMINA, event="e5", at="T15:00", visit="v3")
CLASS = Came(
    "e6",
    "desk",
    "T09:05",
    "v4",
    Kind.GROUP,
    person="teacher",
    serial=9,
    children=(("6-10", 20), ("11-13", 5)),
    adults=1,
)
FAMILY = Came("e7", "door", "T09:01", "v5", Kind.COUNTED, serial=7, children=(("0-5", 1),), adults=2)
GUEST = Came("e8", "desk", "T09:10", "v6", Kind.GUEST, who=Who.ADULT)
EDUCATOR = Came("e9", "door", "T08:30", "v7", person="ada", serial=3, who=Who.EDUCATOR)
STRANGER = Came("e10", "door", "T09:40", "v8", serial=12)


def only(facts: Sequence[Fact]) -> list[tuple[State, tuple[str, ...]]]:
    return [(stay.state, stay.visits) for stay in register(facts).stays]


def test_two_stations_that_saw_the_same_person_are_one_stay_with_both_facts() -> None:
    (stay,) = register([AMINA, AGAIN, SEEN]).stays
    assert (stay.state, stay.visits, stay.stations) == (State.PRESENT, ("v1", "v2"), ("desk", "door"))
    assert stay.events == ("e1", "e2", "e3")
    assert register([AMINA, AGAIN, SEEN]).inside == Counts({"6-10": 1})


def test_who_left_at_one_station_is_inside_at_none() -> None:
    (stay,) = register([AMINA, AGAIN, LEFT]).stays
    assert (stay.state, stay.how, stay.adult, stay.until) == (State.LEFT, How.WITH_ADULT, "mother", "T11:00")
    assert register([AMINA, AGAIN, LEFT]).inside == Counts()


def test_who_comes_again_after_leaving_is_counted_again() -> None:
    held = register([AMINA, LEFT, LATER])
    assert only([AMINA, LEFT, LATER]) == [(State.LEFT, ("v1",)), (State.ARRIVED, ("v3",))]
    assert (held.inside, held.came) == (Counts({"6-10": 1}), Counts({"6-10": 2}))


def test_a_visit_closed_late_does_not_end_the_next_stay() -> None:
    night = Left("e11", "desk", "T23:59", "v2", How.CLOSED_AT_NIGHT)
    assert only([AMINA, AGAIN, LEFT, LATER, night])[1] == (State.ARRIVED, ("v3",))


def test_nobody_leaves_before_they_came_whatever_the_clocks_say() -> None:
    early = replace(LEFT, at="T08:00")
    (stay,) = register([AMINA, early]).stays
    assert (stay.state, stay.since, stay.until) == (State.LEFT, "T09:00", "T09:00")


def test_what_was_taken_back_is_as_if_it_had_not_been() -> None:
    assert only([AMINA, LEFT, TakenBack("x", "desk", "T11:01", "e4")]) == [(State.ARRIVED, ("v1",))]
    assert only([AMINA, TakenBack("x", "desk", "T09:01", "e1")]) == []
    assert only([AMINA, TakenBack("x", "desk", "T09:01", "v1")]) == []
    assert only([AMINA, AGAIN, SEEN, TakenBack("x", "door", "T09:31", "v2")]) == [(State.ARRIVED, ("v1",))]


def test_children_adults_educators_groups_and_guests_are_kept_apart() -> None:
    held = register([AMINA, CLASS, FAMILY, GUEST, EDUCATOR, STRANGER])
    children = {"0-5": 1, "6-10": 21, "11-13": 5}
    assert held.inside == Counts(children, adults=4, educators=1, unknown=1, groups=1, guests=1)
    assert held.inside.people == 33


def test_one_party_counted_at_two_stations_is_believed_by_the_larger_number() -> None:
    desk = replace(FAMILY, event="e12", station="desk", at="T09:03", visit="v9", children=(("0-5", 2),), adults=1)
    more = replace(FAMILY, event="e13", at="T09:08", visit="v10", children=(), adults=1)
    assert register([FAMILY, desk]).inside == Counts({"0-5": 2}, adults=2)
    assert register([FAMILY, more]).inside == Counts({"0-5": 1}, adults=3)


def test_a_card_scanned_before_its_binding_was_known_is_its_persons() -> None:
    before = replace(AMINA, event="e14", at="T08:50", visit="v11", person="", who=Who.UNKNOWN, band="")
    assert register([before, AMINA], holders={7: "amina"}).came == Counts({"6-10": 1})


def test_two_who_were_found_to_be_the_same_are_one() -> None:
    double = replace(AMINA, event="e15", visit="v12", person="amina-2")
    assert register([AMINA, double], merged={"amina-2": "amina"}).came == Counts({"6-10": 1})
    assert register([AMINA, double]).came == Counts({"6-10": 2})


# --- any order --------------------------------------------------------------------------------------------------------

OMAR = Expected("e20", "desk", "T07:00", "2026-12-01T09:00:00.000Z", "omar", "p1")
SOME = Expected("e21", "desk", "T07:00", "2026-12-01T09:00:00.000Z", "", "p1", (("0-5", 2),), 1, 1, "ada")
EVERY: tuple[Fact, ...] = (OMAR, SOME, AMINA, AGAIN, SEEN, LEFT, LATER, CLASS, FAMILY, GUEST, EDUCATOR, STRANGER)
BACK = [TakenBack(f"back-{fact.event}", "desk", "T20:00", fact.event) for fact in EVERY]


def test_visits_of_whom_nobody_knows_any_more_are_one_each() -> None:
    forgotten = [replace(one, person="", serial=0) for one in (AMINA, replace(AMINA, event="e20", visit="v20"))]
    assert register(forgotten).came == Counts({"6-10": 2})


@given(st.permutations([*EVERY, *BACK[2:5]]), st.lists(st.sampled_from(EVERY)))
def test_the_same_facts_in_any_order_and_however_often_are_the_same_register(
    order: list[Fact], twice: list[Fact]
) -> None:
    assert register([*order, *twice]) == register([*EVERY, *BACK[2:5]])


@given(st.sets(st.integers(0, len(EVERY) - 1)))
def test_taking_back_is_the_same_as_never_having_said_it(taken: set[int]) -> None:
    said = [*EVERY, *(BACK[number] for number in taken)]
    assert register(said) == register([fact for number, fact in enumerate(EVERY) if number not in taken])


people = st.sampled_from(["a", "b", "c"])
bands = st.sampled_from(["0-5", "6-10"])


@st.composite
def histories(draw: st.DrawFn) -> list[Fact]:
    """People come and leave, each by the clock; some are seen at a second station too."""
    facts: list[Fact] = []
    band = {person: draw(bands) for person in "abc"}
    inside: dict[str, list[str]] = {}
    minute, last = 0, ""
    for number in range(draw(st.integers(0, 25))):
        station, who = draw(st.sampled_from(["door", "desk"])), draw(people)
        minute += station != last or draw(st.booleans())  # a clock may stand still
        at, last = f"T{minute:04}", station
        event, visit = f"e{draw(st.integers(0, 9))}{number}", f"v{number}"
        if who in inside and draw(st.booleans()):
            facts.append(Left(event, station, at, draw(st.sampled_from(inside.pop(who))), How.WITH_ADULT, seq=number))
        else:
            inside.setdefault(who, []).append(visit)
            facts.append(Came(event, station, at, visit, person=who, who=Who.CHILD, band=band[who], seq=number))
    return facts


@given(histories(), st.randoms(use_true_random=False))
def test_the_counts_are_those_of_who_walks_through_the_day(facts: list[Fact], dice: object) -> None:
    inside: dict[str, str] = {}
    came: dict[str, int] = {}
    owners = {fact.visit: fact for fact in facts if isinstance(fact, Came)}
    for fact in facts:
        if isinstance(fact, Came):
            if fact.person not in inside:
                came[fact.band] = came.get(fact.band, 0) + 1
            inside[fact.person] = fact.band
        elif isinstance(fact, Left):
            inside.pop(owners[fact.visit].person)
    shuffled = sorted(facts, key=lambda _: dice.random())  # type: ignore[attr-defined]
    held = register(shuffled)
    assert held.came.children == came
    assert sorted(held.inside.children.items()) == sorted(
        (band, list(inside.values()).count(band)) for band in set(inside.values())
    )


# --- plain data -------------------------------------------------------------------------------------------------------


def test_facts_survive_the_way_through_plain_data() -> None:
    for fact in (*EVERY, *BACK):
        assert read(fact.event, dump(fact)) == fact
    assert register([]) == Register(())


def test_a_departure_says_by_which_override_and_one_of_before_says_none() -> None:
    against = replace(LEFT, override="e9")
    assert read("e4", dump(against)) == against
    of_before = {name: value for name, value in dump(against).items() if name != "override"}
    assert read("e4", of_before) == read("e4", {**of_before, "override": 7}) == LEFT


values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=70)
    | st.sampled_from(["came", "left", "expected", SOME.turn])
)


@given(st.dictionaries(st.sampled_from(["what", *dump(CLASS), *dump(LEFT), *dump(BACK[0]), *dump(SOME)]), values))
def test_any_data_is_a_fact_or_none(data: dict[str, object]) -> None:
    fact = read("e", data)
    assert fact is None or read("e", dump(fact)) == fact


@given(
    st.lists(st.tuples(st.sampled_from(["", "0-5", "6-10", "a:b"]), st.integers(0, 999)), unique_by=lambda one: one[0])
)
def test_bands_are_told_in_one_text(children: list[tuple[str, int]]) -> None:
    told: Bands = tuple(children)
    assert read_bands(dump_bands(told)) == told


def test_a_text_that_tells_no_bands_is_none() -> None:
    for text in ("x", "a:-1", "a:1000", "a:1,a:2", "a:1,", "a:٣", None, 3, "b" * 70 + ":1", "a:" + "1" * 999):
        assert read_bands(text) is None
