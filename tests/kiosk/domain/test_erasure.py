"""Whom something that was said is about, and what is left of it when they are erased."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import erasure
from kiosk.domain.erasure import Erasure, Filed, filed_under, is_about, names_in, without
from kiosk.domain.events import JsonBody

HOME = {("household", "h")}
CHILD = {("person", "c")}
MOVED_OUT = {("resident", "h/c"), ("member", "m"), ("person", "c")}
CARD = {("card", "7")}

ARRIVED: JsonBody = {"visit": "v", "serial": 7, "person": "c", "household": "h", "hub": "hub-1", "band": "6-10"}
EDITED: JsonBody = {"kind": "member", "id": "m", "household": "h", "field": "given", "was": "", "now": "Amina"}
NAMED: JsonBody = {"kind": "contact", "id": "k", "household": "h", "field": "person", "was": "", "now": "c"}
LOOKED: JsonBody = {"worker": "w", "entry": "e", "what": "person", "subject": "c"}
LEFT: JsonBody = {"visit": "v", "how": "with_adult", "adult": "c", "worker": "w"}
GROUP: JsonBody = {"visit": "v", "serial": 7, "person": "c", "party": "v"}


@pytest.mark.parametrize("said", [ARRIVED, EDITED, NAMED])
def test_what_is_of_a_household_is_about_it(said: JsonBody) -> None:
    assert is_about(HOME, said)
    assert not is_about({("household", "other")}, said)


@pytest.mark.parametrize("said", [LOOKED, LEFT, GROUP])
def test_where_no_household_is_named_the_person_says_whom_it_is_about(said: JsonBody) -> None:
    assert is_about(CHILD, said)
    assert not is_about(HOME, said)


def test_who_was_erased_with_one_household_is_still_somebody_of_the_other() -> None:
    assert not is_about(CHILD | HOME, {**ARRIVED, "household": "fathers", "serial": 9})
    assert is_about(CHILD | HOME, {**ARRIVED, "household": ""})


@pytest.mark.parametrize("said", [ARRIVED, EDITED, NAMED, {**NAMED, "was": "c", "now": ""}])
def test_one_person_of_a_household_is_known_by_their_records_and_by_being_named(said: JsonBody) -> None:
    assert is_about(MOVED_OUT, said)


@pytest.mark.parametrize("other", [{**ARRIVED, "person": "d"}, {**EDITED, "id": "n"}, {**NAMED, "now": "d"}])
def test_the_others_of_the_household_are_not_about_that_person(other: JsonBody) -> None:
    assert not is_about(MOVED_OUT, other)


def test_a_card_says_whose_a_visit_was_where_nobody_knew() -> None:
    unknown = {**ARRIVED, "person": "", "household": ""}
    assert is_about(CARD, unknown)
    assert not is_about({("card", "8")}, unknown)


def test_who_looked_at_a_household_looked_at_them() -> None:
    assert is_about(HOME, {**LOOKED, "what": "household", "subject": "h"})


@pytest.mark.parametrize("said", [{}, {"household": 7, "person": None, "serial": "7", "subject": True}, {"serial": -1}])
def test_what_names_nobody_is_about_nobody(said: Mapping[str, object]) -> None:
    assert names_in(said) == frozenset()
    assert filed_under(said) == Filed("", "", 0)


@pytest.mark.parametrize("said", [ARRIVED, EDITED, NAMED, LOOKED, LEFT, GROUP])
def test_whatever_is_about_somebody_lies_where_it_is_sought(said: JsonBody) -> None:
    filed = filed_under(said)
    for kind, id_ in names_in(said):
        match kind:
            case "card":
                assert filed.serial == int(id_)
            case "resident":
                assert filed.household == id_.partition("/")[0]
            case "household":
                assert id_ in (filed.household, filed.person)
            case "person":
                assert filed.person == id_
            case _:
                assert filed.household


def test_a_visit_is_left_without_whose_it_was() -> None:
    assert without(ARRIVED) == {**ARRIVED, "person": "", "household": "", "serial": 0}
    assert without(LEFT) == {**LEFT, "adult": ""}


# --- holes ----------------------------------------------------------------------------------------------------------

_PLACES = st.sets(st.integers(1, 60), min_size=1)


@given(st.dictionaries(st.text("0123456789abcdef", min_size=1, max_size=16), _PLACES, max_size=3))
def test_holes_are_told_in_runs_and_read_again(holes: dict[str, set[int]]) -> None:
    read = erasure.read_holes(erasure.dump_holes(holes))
    found = {name: {seq for first, last in runs for seq in range(first, last + 1)} for name, runs in read.items()}
    assert found == holes


def test_what_lies_together_is_one_run() -> None:
    assert erasure.dump_holes({"b": [9], "a": [3, 2, 4, 7]}) == "a:2-4,7 b:9"


@pytest.mark.parametrize("text", ["a", "a:", "a:x", "a:3-1", "a:0", "a:-4", f"a:{2**53}", "a:1,,2", f"a:{'9' * 9999}"])
def test_what_are_no_holes_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        erasure.read_holes(text)


# --- as plain data --------------------------------------------------------------------------------------------------

ONE = Erasure("h", "", "2026-12-01T09:00:00.000Z", frozenset({("household", "h"), ("card", "7")}))


def test_an_erasure_is_told_and_read_again() -> None:
    assert erasure.read(erasure.dump(ONE)) == ONE
    assert ONE.id == "h"
    assert Erasure("h", "c", "", frozenset()).id == "h/c"


@pytest.mark.parametrize(
    "spoiled",
    [{"household": ""}, {"person": 1}, {"names": [["card"]]}, {"names": [["card", 7]]}, {"names": "x"}, {"at": None}],
)
def test_what_is_no_erasure_is_none(spoiled: Mapping[str, object]) -> None:
    assert erasure.read({**erasure.dump(ONE), **spoiled}) is None
