"""Who is erased, and what is told of them afterwards: counted, and nothing of it kept."""

import uuid
from collections.abc import Mapping
from dataclasses import replace

import pytest

from central.judge.values import (
    BookVisit,
    Card,
    Erase,
    ExplainHoles,
    Facts,
    Judged,
    KeepFact,
    OpenCase,
    PutCard,
    PutFamily,
)
from kiosk.domain.attendance import Came, How, Left
from kiosk.domain.erasure import Because
from kiosk.domain.events import Type, Verdict
from kiosk.domain.families import Kind, Record
from tests.central.judge.test_judge import ARRIVED, VISIT, verdict_on

EVENT = str(uuid.UUID(int=9))
BODY: Mapping[str, object] = {
    "household": "f1",
    "person": "",
    "because": Because.ASKED.value,
    "cards": "7 8",
    "worker": "w",
    "entry": "e",
}
THEIRS = {7: Card(7, "p1", "f1", True, "h1"), 8: Card(8, "p9", "f9", True, "h1")}
KNOWN = Facts(hub="h1", desk=True, workers={"w": False}, erasers=frozenset({"w"}), cards=THEIRS)
BEFORE = "2026-05-21T08:00:00.000Z"  # the events of these tests are of a day later
AFTER = "2026-05-23T08:00:00.000Z"


def gone(*names: tuple[str, str], at: str = AFTER, **more: object) -> Facts:
    known = Facts(hub="h1", desk=True, workers={"w": False}, erased=dict.fromkeys(names, at))
    return replace(known, **more)  # type: ignore[arg-type]


HOME = ("household", "f1")


def test_a_household_is_erased_with_the_cards_that_are_theirs() -> None:
    judged = verdict_on(Type.ERASED, BODY, KNOWN)
    assert judged.verdict is Verdict.ACCEPTED
    (erase,) = judged.effects
    assert isinstance(erase, Erase)
    assert (erase.household, erase.person) == ("f1", "")
    assert erase.names == {HOME, ("card", "7")}


def test_a_card_that_central_never_heard_of_dies_if_this_station_had_it_as_a_blank() -> None:
    facts = replace(KNOWN, cards={}, stock=frozenset({8}))
    (erase,) = verdict_on(Type.ERASED, BODY, facts).effects
    assert isinstance(erase, Erase)
    assert ("card", "8") in erase.names
    assert ("card", "7") not in erase.names


def test_one_person_of_a_household_is_erased() -> None:
    (erase,) = verdict_on(Type.ERASED, {**BODY, "person": "p1"}, KNOWN).effects
    assert isinstance(erase, Erase)
    assert ("resident", "f1/p1") in erase.names
    assert HOME not in erase.names


@pytest.mark.parametrize(
    ("facts", "case"),
    [
        (replace(KNOWN, erasers=frozenset()), "erasure_not_allowed"),
        (replace(KNOWN, erasers=frozenset(), workers={"w": True}), "erasure_not_allowed"),
        (replace(KNOWN, desk=False), "erasure_not_allowed"),
        (replace(KNOWN, elsewhere=frozenset({(Kind.HOUSEHOLD, "f1")})), "erasure_of_another_hub"),
    ],
)
def test_what_cannot_be_undone_a_person_looks_at_first(facts: Facts, case: str) -> None:
    judged = verdict_on(Type.ERASED, BODY, facts)
    assert judged.verdict is Verdict.ACCEPTED
    assert OpenCase(case) in judged.effects
    assert not any(isinstance(effect, Erase) for effect in judged.effects)


@pytest.mark.parametrize(
    "spoiled", [{"household": ""}, {"because": "Rossi"}, {"cards": "x"}, {"cards": "-1"}, {"cards": 7}, {"worker": ""}]
)
def test_what_cannot_be_read_erases_nobody(spoiled: Mapping[str, object]) -> None:
    assert verdict_on(Type.ERASED, {**BODY, **spoiled}, KNOWN).verdict is Verdict.LATER


def test_to_tell_of_an_erasure_again_is_not_about_somebody_who_was_erased() -> None:
    judged = verdict_on(Type.ERASED, BODY, gone(HOME, erasers=frozenset({"w"})))
    assert judged.keeps
    assert any(isinstance(effect, Erase) for effect in judged.effects)


def test_holes_are_explained() -> None:
    judged = verdict_on(Type.FORGOTTEN, {"holes": "ab:2-4,9"}, KNOWN)
    assert judged.effects == (ExplainHoles({"ab": ((2, 4), (9, 9))}),)
    for spoiled in ("", "ab", 7):
        assert verdict_on(Type.FORGOTTEN, {"holes": spoiled}, KNOWN).verdict is Verdict.LATER


# --- what is told again without whose it was ------------------------------------------------------------------------

CAME: Mapping[str, object] = {
    "event": EVENT,
    "hub": "h1",
    "stay": VISIT,
    "what": "came",
    "station": "another",
    "at": BEFORE,
    "visit": VISIT,
    "kind": "person",
    "person": "",
    "serial": 0,
    "who": "child",
    "band": "6-10",
    "party": "",
    "children": "",
    "adults": 0,
    "educators": 0,
    "seq": 4,
}
LEFT: Mapping[str, object] = {
    **{name: CAME[name] for name in ("event", "hub", "stay", "station", "at", "visit", "seq")},
    "what": "left",
    "how": "with_adult",
    "adult": "",
    "worker": "w",
}


def test_an_arrival_is_counted_where_and_when_it_was() -> None:
    (booked,) = verdict_on(Type.RESTATED, CAME, KNOWN).effects
    assert booked == BookVisit(VISIT, 0, "", "", "h1", "child", "6-10", "", EVENT, BEFORE, VISIT)


def test_whoever_says_it_again_does_not_say_whose_it_was() -> None:
    (booked,) = verdict_on(Type.RESTATED, {**CAME, "person": "p1", "serial": 7}, KNOWN).effects
    assert isinstance(booked, BookVisit)
    assert (booked.person, booked.household, booked.serial) == ("", "", 0)


def test_a_group_and_a_departure_are_facts_of_the_event_that_told_them_first() -> None:
    (group,) = verdict_on(Type.RESTATED, {**CAME, "kind": "group", "adults": 2}, KNOWN).effects
    assert isinstance(group, KeepFact)
    assert isinstance(group.fact, Came)
    assert (group.fact.event, group.fact.station, group.fact.adults) == (EVENT, "s1", 2)
    (left,) = verdict_on(Type.RESTATED, LEFT, KNOWN).effects
    assert isinstance(left, KeepFact)
    assert left.fact == Left(EVENT, "s1", BEFORE, VISIT, How.WITH_ADULT, "", "w", 4)


@pytest.mark.parametrize(
    "spoiled", [{"event": "x"}, {"visit": "x"}, {"stay": "x"}, {"hub": ""}, {"at": "yesterday"}, {"what": "seen"}]
)
def test_what_cannot_be_read_counts_nothing(spoiled: Mapping[str, object]) -> None:
    assert verdict_on(Type.RESTATED, {**CAME, **spoiled}, KNOWN).verdict is Verdict.LATER


# --- afterwards -----------------------------------------------------------------------------------------------------

EDIT: Mapping[str, object] = {
    "kind": "member",
    "id": "m",
    "household": "f1",
    "field": "person",
    "was": "",
    "now": "p9",
    "settled": 0,
    "worker": "w",
    "entry": "e",
}
BOUND: Mapping[str, object] = {"serial": 7, "person": "p9", "household": "f1", "worker": "w", "entry": "e"}


def forgotten(judged: Judged) -> bool:
    return judged.verdict is Verdict.ACCEPTED and judged.reason == "erased" and not judged.keeps


@pytest.mark.parametrize("facts", [gone(HOME), gone(("resident", "f1/p1")), gone(("card", "7"))])
def test_who_came_is_counted_and_not_known(facts: Facts) -> None:
    judged = verdict_on(Type.ARRIVED, {**ARRIVED, "who": "child", "band": "6-10"}, facts)
    assert forgotten(judged)
    assert judged.effects == (BookVisit(VISIT, 0, "", "", "h1", "child", "6-10"),)


def test_somebody_elses_child_left_with_somebody() -> None:
    body = {"visit": VISIT, "how": "with_adult", "adult": "p1", "worker": "w", "entry": "e", "override": ""}
    judged = verdict_on(Type.LEFT, body, gone(("person", "p1")))
    assert forgotten(judged)
    (kept,) = judged.effects
    assert isinstance(kept, KeepFact)
    assert isinstance(kept.fact, Left)
    assert kept.fact.adult == ""


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        (Type.LOOKED, {"worker": "w", "entry": "e", "what": "person", "subject": "p1"}),
        (Type.PICTURES_SET, {"worker": "w", "entry": "e", "household": "f1", "person": "", "means": "pictures"}),
        (Type.TRIES_RESET, {"worker": "w", "entry": "e", "serial": 7}),
        (Type.WEAKENING_ASKED, EDIT),
    ],
)
def test_of_what_was_done_about_them_nothing_is_kept(type_: Type, body: Mapping[str, object]) -> None:
    judged = verdict_on(type_, body, gone(HOME, ("person", "p1"), ("card", "7")))
    assert forgotten(judged)
    assert judged.effects == ()


@pytest.mark.parametrize(("type_", "body"), [(Type.EDITED, EDIT), (Type.CARD_BOUND, BOUND)])
@pytest.mark.parametrize("since", [BEFORE, AFTER])
def test_what_was_added_to_them_is_erased_and_seen_by_a_person_if_it_was_afterwards(
    type_: Type, body: Mapping[str, object], since: str
) -> None:
    judged = verdict_on(type_, body, gone(HOME, at=since, stock=frozenset({7})))
    assert forgotten(judged)
    assert (OpenCase(f"{type_}_after_erasure") in judged.effects) is (since == BEFORE)
    (erase,) = (effect for effect in judged.effects if isinstance(effect, Erase))
    assert (erase.household, erase.person) == ("f1", "")
    assert ("person", "p9") in erase.names
    assert erase.names >= ({("member", "m")} if type_ is Type.EDITED else {("card", "7")})
    assert not any(isinstance(effect, PutFamily | PutCard) for effect in judged.effects)


def test_a_record_about_one_who_was_erased_is_theirs_and_the_others_stay() -> None:
    facts = gone(("resident", "f1/p9"))
    judged = verdict_on(Type.EDITED, EDIT, facts)
    (erase,) = (effect for effect in judged.effects if isinstance(effect, Erase))
    assert erase.person == "p9"
    assert erase.names == {("member", "m"), ("person", "p9")}
    other = verdict_on(Type.EDITED, {**EDIT, "now": "p2"}, facts)
    assert other.keeps
    assert any(isinstance(effect, PutFamily) for effect in other.effects)


@pytest.mark.parametrize("facts", [gone(HOME, families={(Kind.MEMBER, "m"): Record("f2", {})}), gone(HOME, desk=False)])
def test_nobody_elses_record_is_made_theirs_by_saying_so(facts: Facts) -> None:
    judged = verdict_on(Type.EDITED, {**EDIT, "field": "given", "now": "Zoe"}, facts)
    assert forgotten(judged)
    assert not [
        name for one in judged.effects if isinstance(one, Erase) for name in one.names if name == ("member", "m")
    ]


def test_what_comes_after_an_erasure_in_one_batch_is_judged_by_it() -> None:
    facts = KNOWN.after(verdict_on(Type.ERASED, BODY, KNOWN).effects)
    assert forgotten(verdict_on(Type.ARRIVED, ARRIVED, facts))
