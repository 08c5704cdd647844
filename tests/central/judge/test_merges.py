"""Merges of people: taken, refused where they must not be, taken back by whoever says so first."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from central.judge import judge
from central.judge.values import Facts, Judged, OpenCase, PutMerge
from kiosk.domain.events import Event, Type, Verdict
from kiosk.domain.families import Kind, Record
from kiosk.domain.merges import Merge
from tests.central.judge.test_judge import event, verdict_on

MERGED: Mapping[str, object] = {"kept": "a", "dropped": "b", "worker": "w", "entry": "e"}
FIRST = str(uuid.UUID(int=7))
CHILDREN = {
    (Kind.MEMBER, "m1"): Record("h1", {"person": "a", "role": "child"}),
    (Kind.MEMBER, "m2"): Record("h2", {"person": "b", "born": "2018-03-04"}),
    (Kind.MEMBER, "m3"): Record("h2", {"person": "x", "role": "adult"}),
    (Kind.HOUSEHOLD, "h2"): Record("h2", {"label": "Nasr"}),
}
KNOWN = Facts(hub="h1", workers={"w": False}, families=CHILDREN, day=date(2026, 12, 1))


def said(body: Mapping[str, object] = MERGED) -> Event:
    return event(Type.MERGED, body)


def test_two_children_are_one_from_now_on() -> None:
    one = said()
    judged = judge(one, KNOWN)
    put = PutMerge(Merge(one.header.id, "a", "b", "w", one.header.recorded_at))
    assert judged == Judged(Verdict.ACCEPTED, "", (put,))


def test_a_child_with_an_adult_is_refused_and_looked_at() -> None:
    judged = verdict_on(Type.MERGED, {**MERGED, "dropped": "x"}, KNOWN)
    assert judged == Judged(Verdict.REFUSED, "child_with_adult", (OpenCase("child_with_adult"),), keeps=False)


def test_a_child_with_an_adult_by_a_third_is_refused_as_well() -> None:
    """`c` is an adult by another id."""
    known = replace(KNOWN, merges={FIRST: Merge(FIRST, "x", "c")})
    assert verdict_on(Type.MERGED, {**MERGED, "dropped": "c"}, known).reason == "child_with_adult"
    undone = replace(KNOWN, merges={FIRST: Merge(FIRST, "x", "c", undone_by="u")})
    assert verdict_on(Type.MERGED, {**MERGED, "dropped": "c"}, undone).verdict is Verdict.ACCEPTED


def test_who_comes_of_age_on_the_day_counts_as_an_adult() -> None:
    later = replace(KNOWN, day=date(2036, 3, 4))
    assert verdict_on(Type.MERGED, MERGED, later).reason == "child_with_adult"


def test_who_is_shielded_is_merged_by_safeguarding_alone() -> None:
    hidden = {**CHILDREN, (Kind.HOUSEHOLD, "h2"): Record("h2", {"shielded": True})}
    known = replace(KNOWN, families=hidden)
    assert verdict_on(Type.MERGED, MERGED, known).reason == "shielded"
    guarded = replace(known, safeguarding=frozenset({"w"}))
    assert verdict_on(Type.MERGED, MERGED, guarded).verdict is Verdict.ACCEPTED


def test_one_who_was_revoked_did_it_all_the_same_and_is_looked_at() -> None:
    judged = verdict_on(Type.MERGED, MERGED, replace(KNOWN, workers={"w": True}))
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, "worker_revoked")
    assert isinstance(judged.effects[0], PutMerge)


def test_the_first_who_takes_it_back_counts() -> None:
    body = {"merge": FIRST, "worker": "w", "entry": "e"}
    known = replace(KNOWN, merges={FIRST: Merge(FIRST, "a", "b", "w")})
    undoing = event(Type.MERGE_UNDONE, body)
    judged = judge(undoing, known)
    assert judged.effects == (PutMerge(Merge(FIRST, "a", "b", "w", undone_by=undoing.header.id)),)
    again = verdict_on(Type.MERGE_UNDONE, body, known.after(judged.effects))
    assert again == Judged(Verdict.ACCEPTED)


def test_taken_back_before_it_was_told_it_stands_taken_back() -> None:
    """Central was restored, and hears the other station first."""
    one = said()
    body = {"merge": one.header.id, "worker": "w", "entry": "e"}
    undoing = event(Type.MERGE_UNDONE, body)
    known = KNOWN.after(judge(undoing, KNOWN).effects)
    (put,) = judge(one, known).effects
    assert isinstance(put, PutMerge)
    assert (put.merge.kept, put.merge.dropped, put.merge.undone_by) == ("a", "b", undoing.header.id)


@pytest.mark.parametrize(
    ("type_", "spoiled"),
    [
        (Type.MERGED, {"kept": "b"}),
        (Type.MERGED, {"dropped": ""}),
        (Type.MERGED, {"kept": 7}),
        (Type.MERGED, {"worker": ""}),
        (Type.MERGE_UNDONE, {"merge": "m"}),
        (Type.MERGE_UNDONE, {"merge": None}),
        (Type.MERGE_UNDONE, {"entry": ""}),
    ],
)
def test_what_cannot_be_read_waits_for_a_person(type_: Type, spoiled: Mapping[str, object]) -> None:
    body = {**MERGED, "merge": FIRST, **spoiled}
    assert verdict_on(type_, body, KNOWN) == Judged(Verdict.LATER, "unreadable", (OpenCase("unreadable"),))
