"""Who came, was seen and left: it happened, so nothing of it is refused."""

import uuid
from collections.abc import Mapping
from dataclasses import replace

import pytest

from central.judge.values import BookVisit, Facts, KeepFact, OpenCase
from kiosk.domain.attendance import Came, Kind
from kiosk.domain.events import Type, Verdict
from kiosk.domain.lead import Lead
from tests.central.judge.test_judge import ARRIVED, verdict_on

VISIT, EVENT = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))
KNOWN = Facts(hub="h1", workers={"w": False, "gone": True})
BY = {"worker": "w", "entry": "e"}
NUMBERS = {"children": "0-5:1,6-10:2", "adults": 2, "educators": 0}
SAMPLES: Mapping[Type, Mapping[str, object]] = {
    Type.COUNTED: {"visit": VISIT, "hub": "h1", "serial": 7, "party": VISIT, **NUMBERS, **BY},
    Type.GROUP_ARRIVED: {"visit": VISIT, "hub": "h1", "serial": 7, "person": "p", "party": VISIT, **NUMBERS, **BY},
    Type.GUEST: {
        "visit": VISIT,
        "hub": "h1",
        "name": "Una Prova",
        "who": "adult",
        "band": "",
        "delete_after": 30,
        **BY,
    },
    Type.SEEN: {"visit": VISIT, **BY},
    Type.LEFT: {"visit": VISIT, "how": "with_adult", "adult": "a", "override": "", **BY},
    Type.TAKEN_BACK: {"target": EVENT, "visit": VISIT, "why": "mistake", **BY},
}


def test_the_name_of_a_guest_stays_with_the_hub() -> None:
    assert not verdict_on(Type.GUEST, SAMPLES[Type.GUEST], KNOWN).keeps
    assert all(verdict_on(type_, body, KNOWN).keeps for type_, body in SAMPLES.items() if type_ is not Type.GUEST)


@pytest.mark.parametrize("type_", SAMPLES)
def test_what_a_known_worker_recorded_is_kept(type_: Type) -> None:
    judged = verdict_on(type_, SAMPLES[type_], KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, "")
    assert [type(effect) for effect in judged.effects] == [KeepFact]


@pytest.mark.parametrize("type_", [Type.COUNTED, Type.GROUP_ARRIVED, Type.LEFT, Type.TAKEN_BACK])
def test_the_touchscreen_has_no_worker(type_: Type) -> None:
    judged = verdict_on(type_, {**SAMPLES[type_], "worker": "", "entry": ""}, KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, "")


@pytest.mark.parametrize("type_", SAMPLES)
@pytest.mark.parametrize(("worker", "case"), [("gone", "worker_revoked"), ("nobody", "worker_unknown")])
def test_what_one_who_may_not_recorded_is_kept_and_looked_at(type_: Type, worker: str, case: str) -> None:
    judged = verdict_on(type_, {**SAMPLES[type_], "worker": worker}, KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, case)
    assert OpenCase(case) in judged.effects
    assert isinstance(judged.effects[0], KeepFact)


@pytest.mark.parametrize("type_", [Type.COUNTED, Type.GROUP_ARRIVED, Type.GUEST])
def test_who_came_to_another_hub_is_kept_and_looked_at(type_: Type) -> None:
    judged = verdict_on(type_, {**SAMPLES[type_], "hub": "h2"}, KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, "other_hub")


@pytest.mark.parametrize("type_", SAMPLES)
@pytest.mark.parametrize("spoiled", [{"visit": "x"}, {"visit": None}, {"worker": 7}])
def test_what_cannot_be_read_waits_for_a_person(type_: Type, spoiled: dict[str, object]) -> None:
    judged = verdict_on(type_, {**SAMPLES[type_], **spoiled}, KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.LATER, "unreadable")


@pytest.mark.parametrize(
    ("type_", "spoiled"),
    [
        (Type.COUNTED, {"children": "many"}),
        (Type.COUNTED, {"adults": -1}),
        (Type.COUNTED, {"adults": True}),
        (Type.GROUP_ARRIVED, {"serial": 2**32}),
        (Type.GROUP_ARRIVED, {"hub": ""}),
        (Type.GUEST, {"who": "dog"}),
        (Type.LEFT, {"how": "flew"}),
        (Type.TAKEN_BACK, {"target": ""}),
        (Type.TAKEN_BACK, {"target": "all"}),
    ],
)
def test_numbers_and_names_that_cannot_be_wait_for_a_person(type_: Type, spoiled: dict[str, object]) -> None:
    assert verdict_on(type_, {**SAMPLES[type_], **spoiled}, KNOWN).verdict is Verdict.LATER


def test_the_name_of_a_guest_is_in_the_body_alone() -> None:
    (kept,) = verdict_on(Type.GUEST, SAMPLES[Type.GUEST], KNOWN).effects
    assert isinstance(kept, KeepFact)
    assert isinstance(kept.fact, Came)
    assert kept.fact.kind is Kind.GUEST
    assert "Una" not in repr(kept)


def test_an_arrival_says_as_what_somebody_is_counted() -> None:
    said = {**ARRIVED, "who": "child", "band": "0-5", "party": VISIT}
    (booked,) = verdict_on(Type.ARRIVED, said).effects
    assert isinstance(booked, BookVisit)
    assert (booked.who, booked.band, booked.party) == ("child", "0-5", VISIT)


TURN = "2026-12-01T09:00:00.000Z"
EXPECTED = {"hub": "h1", "turn": TURN, "person": "p", "party": VISIT, "children": "0-5:1", "adults": 1, "educators": 0}
OFF = {"hub": "h1", "target": EVENT, "turn": TURN, "why": "cancelled"}


@pytest.mark.parametrize(("type_", "body"), [(Type.EXPECTED, EXPECTED), (Type.EXPECTED_TAKEN_BACK, OFF)])
def test_who_is_expected_or_no_more_is_kept(type_: Type, body: Mapping[str, object]) -> None:
    judged = verdict_on(type_, {**body, **BY}, KNOWN)
    assert (judged.verdict, judged.reason, [type(effect) for effect in judged.effects]) == (
        Verdict.ACCEPTED,
        "",
        [KeepFact],
    )
    assert verdict_on(type_, {**body, **BY, "hub": "h2"}, KNOWN).reason == "other_hub"
    assert verdict_on(type_, {**body, **BY, "worker": "gone"}, KNOWN).reason == "worker_revoked"


def test_a_place_that_another_station_than_the_lead_gave_is_kept_and_looked_at() -> None:
    led = replace(KNOWN, lead=Lead("s2", "2026-05-01T00:00:00.000Z"))
    kept, case = verdict_on(Type.EXPECTED, {**EXPECTED, **BY}, led).effects
    assert (type(kept), case) == (KeepFact, OpenCase("not_the_lead"))
    assert len(verdict_on(Type.EXPECTED_TAKEN_BACK, {**OFF, **BY}, led).effects) == 1
    assert len(verdict_on(Type.EXPECTED, {**EXPECTED, **BY}, replace(KNOWN, lead=Lead("s1", ""))).effects) == 1


@pytest.mark.parametrize(
    ("type_", "body"),
    [
        (Type.EXPECTED, {**EXPECTED, "turn": "soon"}),
        (Type.EXPECTED, {**EXPECTED, "turn": ""}),
        (Type.EXPECTED, {**EXPECTED, "adults": True}),
        (Type.EXPECTED, {**EXPECTED, "person": "x" * 65}),
        (Type.EXPECTED, {**EXPECTED, "hub": None}),
        (Type.EXPECTED, {**EXPECTED, "person": "", "children": "", "adults": 0}),
        (Type.EXPECTED_TAKEN_BACK, {**OFF, "target": "all"}),
        (Type.EXPECTED_TAKEN_BACK, {**OFF, "turn": ""}),
    ],
)
def test_an_expectation_that_cannot_be_waits_for_a_person(type_: Type, body: Mapping[str, object]) -> None:
    judged = verdict_on(type_, {**body, **BY}, KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.LATER, "unreadable")


@pytest.mark.parametrize("odd", [{"who": "dog"}, {"who": 3}, {"band": None}, {"band": "x" * 65}, {"party": True}])
def test_an_arrival_is_booked_whatever_it_is_counted_as(odd: dict[str, object]) -> None:
    (booked,) = verdict_on(Type.ARRIVED, {**ARRIVED, **odd}).effects
    assert isinstance(booked, BookVisit)
    assert (booked.who, booked.band, booked.party) == ("", "", "")
