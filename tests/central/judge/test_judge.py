import uuid
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from central.judge import judge
from central.judge.values import BookVisit, Card, Facts, Judged, OpenCase, PutCard, UndoVisit
from kiosk.domain import events
from kiosk.domain.events import START, Event, Type, Verdict

VISIT = str(uuid.UUID(int=1))
ARRIVED = {"visit": VISIT, "serial": 7, "person": "p1", "household": "f1", "hub": "h1"}
BOUND = {"serial": 7, "person": "p1", "household": "f1"}
FACTS = Facts(hub="h1", stock=frozenset({7, 8}))


def event(type_: Type, body: Mapping[str, object], version: int = 1) -> Event:
    return events.record("s1", "0" * 16, START, type_, body, "2026-05-22T08:00:00.000Z", "", version)  # type: ignore[arg-type]


def verdict_on(type_: Type, body: Mapping[str, object], facts: Facts = FACTS) -> Judged:
    return judge(event(type_, body), facts)


def test_an_arrival_is_booked() -> None:
    assert verdict_on(Type.ARRIVED, ARRIVED) == Judged(Verdict.ACCEPTED, "", (BookVisit(VISIT, 7, "p1", "f1", "h1"),))


def test_an_arrival_with_an_unknown_card_is_booked() -> None:
    judged = verdict_on(Type.ARRIVED, {**ARRIVED, "person": "", "household": ""})
    assert judged == Judged(Verdict.ACCEPTED, "", (BookVisit(VISIT, 7, "", "", "h1"),))


def test_an_arrival_at_another_hub_is_booked_and_looked_at() -> None:
    judged = verdict_on(Type.ARRIVED, {**ARRIVED, "hub": "h2"})
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, "other_hub")
    assert OpenCase("other_hub") in judged.effects


def test_fields_of_a_later_release_are_no_hindrance() -> None:
    assert verdict_on(Type.ARRIVED, {**ARRIVED, "weather": "rain"}).verdict is Verdict.ACCEPTED


def test_an_arrival_is_undone() -> None:
    judged = verdict_on(Type.ARRIVAL_UNDONE, {"visit": VISIT, "why": "mistake"})
    assert judged == Judged(Verdict.ACCEPTED, "", (UndoVisit(VISIT, "mistake"),))


@pytest.mark.parametrize(
    "spoiled",
    [
        {"visit": "x"},
        {"visit": None},
        {"visit": VISIT.replace("-", "")},
        {"serial": "7"},
        {"serial": True},
        {"serial": -1},
        {"serial": 2**32},
        {"person": None},
        {"person": "p" * 65},
        {"person": "a\x00b"},
        {"hub": ""},
    ],
)
def test_a_body_that_cannot_be_read_waits_for_a_person(spoiled: dict[str, object]) -> None:
    assert verdict_on(Type.ARRIVED, {**ARRIVED, **spoiled}) == Judged(
        Verdict.LATER, "unreadable", (OpenCase("unreadable"),)
    )


@pytest.mark.parametrize("body", [{}, {"visit": VISIT}, {"visit": VISIT, "why": 3}, {"visit": VISIT, "why": "x" * 201}])
def test_an_undoing_that_cannot_be_read_waits_for_a_person(body: dict[str, object]) -> None:
    assert verdict_on(Type.ARRIVAL_UNDONE, body).reason == "unreadable"


def test_an_unknown_type_or_version_waits_for_a_newer_central() -> None:
    for unknown in (event("dreamt", {}), event(Type.ARRIVED, ARRIVED, 2)):  # type: ignore[arg-type]
        assert judge(unknown, FACTS) == Judged(Verdict.LATER, "unknown_type", (OpenCase("unknown_type"),))


def test_a_shredded_event_is_closed_and_looked_at() -> None:
    judged = judge(replace(event(Type.ARRIVED, ARRIVED), body=None), FACTS)
    assert judged == Judged(Verdict.ACCEPTED, "shredded", (OpenCase("shredded"),))


# --- cards ----------------------------------------------------------------------------------------------------------

CARD = Card(7, "p1", "f1", True, "h1")


def test_a_blank_of_the_stations_stock_is_bound() -> None:
    assert verdict_on(Type.CARD_BOUND, BOUND) == Judged(Verdict.ACCEPTED, "", (PutCard(CARD),))


def test_a_blank_of_somebody_elses_stock_is_refused() -> None:
    judged = verdict_on(Type.CARD_BOUND, {**BOUND, "serial": 9})
    assert judged == Judged(Verdict.REFUSED, "not_your_blank", (OpenCase("not_your_blank"),))


def test_a_blank_that_a_restored_central_forgot_is_bound_and_looked_at() -> None:
    facts = replace(FACTS, forgotten=frozenset({9}))
    judged = verdict_on(Type.CARD_BOUND, {**BOUND, "serial": 9}, facts)
    assert judged.verdict is Verdict.ACCEPTED
    assert judged.effects == (PutCard(replace(CARD, serial=9)), OpenCase("blank_forgotten"))


def test_a_newer_card_of_the_same_person_and_household_kills_the_older() -> None:
    judged = verdict_on(Type.CARD_BOUND, {**BOUND, "serial": 8}, FACTS.after((PutCard(CARD),)))
    assert judged.effects == (PutCard(replace(CARD, serial=8)), PutCard(replace(CARD, live=False)))


def test_of_two_cards_that_were_made_apart_neither_dies_and_a_person_looks() -> None:
    facts = FACTS.after((PutCard(CARD),))
    apart = verdict_on(Type.CARD_BOUND, {**BOUND, "serial": 8, "knew": ""}, facts)
    assert apart.effects == (PutCard(replace(CARD, serial=8)), OpenCase("cards_made_apart"))
    meant = verdict_on(Type.CARD_BOUND, {**BOUND, "serial": 8, "knew": "7"}, facts)
    assert meant.effects == (PutCard(replace(CARD, serial=8)), PutCard(replace(CARD, live=False)))


def test_a_card_of_the_other_household_lives_on() -> None:
    judged = verdict_on(Type.CARD_BOUND, {**BOUND, "serial": 8, "household": "f2"}, FACTS.after((PutCard(CARD),)))
    assert judged.effects == (PutCard(Card(8, "p1", "f2", True, "h1")),)


def test_a_card_given_out_by_another_hub_is_looked_at() -> None:
    elsewhere = replace(CARD, hub="h2")
    judged = verdict_on(Type.CARD_BOUND, {**BOUND, "serial": 8}, FACTS.after((PutCard(elsewhere),)))
    assert judged.verdict is Verdict.ACCEPTED
    assert judged.effects[1:] == (PutCard(replace(elsewhere, live=False)), OpenCase("cards_of_two_hubs"))


def test_a_card_is_not_given_to_two_people() -> None:
    facts = FACTS.after((PutCard(CARD),))
    assert verdict_on(Type.CARD_BOUND, {**BOUND, "person": "p2"}, facts).reason == "already_bound"
    assert verdict_on(Type.CARD_BOUND, BOUND, facts) == Judged(Verdict.ACCEPTED)


@pytest.mark.parametrize("spoiled", [{"serial": None}, {"person": ""}, {"household": ""}, {"person": 3}])
def test_a_binding_that_cannot_be_read_waits_for_a_person(spoiled: dict[str, object]) -> None:
    assert verdict_on(Type.CARD_BOUND, {**BOUND, **spoiled}).reason == "unreadable"


values = st.none() | st.booleans() | st.integers() | st.text(max_size=70) | st.just(VISIT)
bodies = st.dictionaries(st.sampled_from([*ARRIVED, "why"]) | st.text(max_size=5), values)


@given(st.sampled_from(list(Type)), bodies)
def test_any_body_gets_a_verdict(type_: Type, body: dict[str, object]) -> None:
    ours = Event(replace(event(type_, {}).header), events.Body(b"", body))  # type: ignore[arg-type]
    judged = judge(ours, FACTS)
    assert judged.verdict in (Verdict.ACCEPTED, Verdict.REFUSED, Verdict.LATER)
    assert (judged.verdict is Verdict.ACCEPTED) or any(isinstance(effect, OpenCase) for effect in judged.effects)
