from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import signups
from kiosk.domain.signups import HOLDS_A_PLACE, Fact, Paid, Signup, State, fold, in_order, over


def at(minute: int) -> str:
    return f"2026-12-01T10:{minute:02}:00.000Z"


def fact(minute: int, state: State, **more: Any) -> Fact:
    plain = Fact(f"e{minute}", "s1", at(minute), "u", state, "x", "p1", "f1")
    return replace(plain, **{"event": f"e{minute}-{state}", **more})


ASKED = fact(0, State.REQUESTED)
WAITS = fact(1, State.WAITING)
OFFERED = fact(2, State.OFFERED, station="lead", paid=Paid.ALLOTMENT, until=at(50))
TAKEN = fact(3, State.CONFIRMED, station="s2", paid=Paid.ALLOTMENT)


@pytest.mark.parametrize("facts", list(permutations([ASKED, WAITS, OFFERED, TAKEN])))
def test_it_stands_as_it_was_said_whatever_came_first(facts: tuple[Fact, ...]) -> None:
    (found,) = fold([*facts, *facts]).values()
    assert found == Signup("u", "x", "p1", "f1", State.CONFIRMED, at(3), at(0), Paid.ALLOTMENT, "lead")


def test_a_place_that_was_offered_is_the_one_that_is_taken() -> None:
    assert fold([ASKED, OFFERED, TAKEN])["u"].by == "lead"


def test_a_confirmed_place_is_not_lost_by_what_comes_too_late() -> None:
    sure = fact(0, State.CONFIRMED, paid=Paid.ALLOTMENT)
    for state in (State.WAITING, State.DECLINED, State.OFFERED, State.REQUESTED, State.WISHED):
        assert fold([sure, fact(1, state)])["u"].state is State.CONFIRMED
    assert fold([sure, fact(1, State.CANCELLED)])["u"].state is State.CANCELLED


def test_what_was_cancelled_or_declined_stays_so() -> None:
    for end in (State.CANCELLED, State.DECLINED):
        for state in State:
            assert fold([ASKED, fact(1, end), fact(2, state)])["u"].state is end


def test_whoever_came_after_all_is_marked_so() -> None:
    told = [fact(0, State.CONFIRMED), fact(1, State.NOT_COME), fact(2, State.ATTENDED)]
    assert fold(told)["u"].state is State.ATTENDED


def test_those_who_wait_are_in_the_order_in_which_they_asked() -> None:
    first = replace(fact(5, State.WAITING), signup="b", asked_at=at(1))
    then = replace(fact(2, State.WAITING, event="e"), signup="a")
    assert [one.id for one in in_order(fold([first, then]).values())] == ["b", "a"]


def test_an_offer_is_over_at_its_moment() -> None:
    found = fold([ASKED, OFFERED]).values()
    assert over(found, at(49)) == []
    assert [one.id for one in over(found, at(50))] == ["u"]


any_facts = st.lists(
    st.builds(
        lambda number, minute, state, signup, paid: fact(
            minute, state, event=f"e{number}", signup=signup, paid=paid if state in HOLDS_A_PLACE else Paid.NONE
        ),
        st.integers(0, 99),
        st.integers(0, 5),
        st.sampled_from(State),
        st.sampled_from("uv"),
        st.sampled_from(Paid),
    ),
    max_size=8,
    unique_by=lambda one: one.event,
)


@given(any_facts, st.randoms(use_true_random=False))
def test_any_order_and_any_repetition_tells_the_same(facts: list[Fact], chance: Any) -> None:
    told = facts + [one for one in facts if chance.random() < 0.5]
    chance.shuffle(told)
    assert fold(told) == fold(facts)


@given(any_facts)
def test_what_is_dumped_is_read(facts: list[Fact]) -> None:
    for id_, found in fold(facts).items():
        assert signups.read(id_, signups.dump(found)) == found


values: st.SearchStrategy[object] = st.one_of(
    st.none(), st.integers(), st.text(max_size=3), st.lists(st.integers(), max_size=2), st.just({})
)
_FIELDS = ["session", "person", "household", "since", "asked_at", "by", "until", "state", "paid"]


@given(st.dictionaries(st.sampled_from(_FIELDS), values))
def test_any_record_is_read_or_is_not(data: dict[str, Any]) -> None:
    read = signups.read("u", {**signups.dump(fold([ASKED])["u"]), **data})
    assert read is None or read.session
