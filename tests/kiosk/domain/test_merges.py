"""Who is who: the same facts give the same mapping in any order, chains and circles included."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import merges
from kiosk.domain.merges import Fact, Merge, Unmerge, humans, standing

PEOPLE = st.sampled_from("abcde")


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Merges of five people, some taken back, some before they were told."""
    pairs = draw(st.lists(st.tuples(PEOPLE, PEOPLE), max_size=8))
    said: list[Fact] = [Merge(f"m{number}", *pair) for number, pair in enumerate(pairs)]
    undone = draw(st.lists(st.integers(0, 9), max_size=4))
    return [*said, *(Unmerge(f"u{number}", f"m{of}") for number, of in enumerate(undone))]


def linked(some: list[Fact]) -> dict[str, set[str]]:
    """Who is one, found by widening from each: what the mapping has to say."""
    found = {}
    for person in "abcde":
        ids, before = {person}, set[str]()
        while ids != before:
            before = set(ids)
            for merge in standing(some):
                if {merge.kept, merge.dropped} & ids:
                    ids |= {merge.kept, merge.dropped}
        found[person] = ids
    return found


@given(facts(), st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_same_facts_in_any_order_and_however_often_give_the_same_mapping(
    some: list[Fact], shuffler: random.Random, times: int
) -> None:
    again = some * times
    shuffler.shuffle(again)
    assert humans(again) == humans(some)


@given(facts())
def test_whoever_is_linked_is_one_and_nobody_else(some: list[Fact]) -> None:
    known = humans(some)
    for person, ids in linked(some).items():
        assert known.ids(person) == ids
        assert {known.keeper(id_) for id_ in ids} == {known.keeper(person)}
        assert known.keeper(person) in ids
        assert known.keeper(known.keeper(person)) == known.keeper(person)


@given(facts())
def test_all_taken_back_is_nobody_merged(some: list[Fact]) -> None:
    void = [Unmerge(f"v-{fact.event}", fact.event) for fact in some]
    assert humans([*some, *void]) == merges.NOBODY_MERGED


def test_a_chain_leads_to_its_end_in_one_step() -> None:
    known = humans([Merge("1", "b", "a"), Merge("2", "c", "b")])
    assert known.keeps == {"a": "c", "b": "c"}


@pytest.mark.parametrize("keep", [("b", "a"), ("a", "b")])
def test_a_circle_comes_down_to_who_was_registered_first(keep: tuple[str, str]) -> None:
    """Each of two stations kept the other one."""
    assert humans([Merge("1", *keep), Merge("2", *reversed(keep))]).keeps == {"b": "a"}


def test_one_who_was_dropped_into_two_makes_them_one() -> None:
    assert humans([Merge("1", "c", "x"), Merge("2", "b", "x")]).keeps == {"c": "b", "x": "b"}


def test_a_link_taken_back_parts_what_hung_on_it() -> None:
    chain: list[Fact] = [Merge("1", "b", "a"), Merge("2", "c", "b")]
    assert humans([*chain, Unmerge("3", "2")]).keeps == {"a": "b"}
    assert humans([*chain, Unmerge("3", "1")]).keeps == {"b": "c"}


def test_what_was_said_twice_stands_until_both_are_taken_back() -> None:
    both: list[Fact] = [Merge("1", "b", "a"), Merge("2", "b", "a")]
    assert humans([*both, Unmerge("3", "1")]).keeps == {"a": "b"}
    assert humans([*both, Unmerge("3", "1"), Unmerge("4", "2")]).keeps == {}


def test_a_merge_reads_as_it_was_told_and_tells_what_took_it_back() -> None:
    undone = Merge("1", "b", "a", "ada", "2026-12-01T09:00:00.000Z", "u")
    assert merges.read("1", {**merges.dump(undone), "later": 7}) == undone
    assert standing([undone]) == ()


@pytest.mark.parametrize("spoiled", [{"kept": None}, {"dropped": 7}, {"worker": "x" * 65}, {"at": "a\nb"}])
def test_what_cannot_be_read_is_no_merge(spoiled: dict[str, object]) -> None:
    assert merges.read("1", {**merges.dump(Merge("1", "b", "a")), **spoiled}) is None


@pytest.mark.parametrize("body", [{}, {"kept": "a", "dropped": "a"}, {"kept": "", "dropped": "a"}, {"kept": "a"}])
def test_a_body_that_names_no_two_is_no_pair(body: dict[str, str]) -> None:
    assert merges.read_pair(body) is None
    assert merges.read_pair({"kept": "a", "dropped": "b"}) == ("a", "b")
