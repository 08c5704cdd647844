"""Edits of families' records: taken, merged, and shown to a person where two disagree."""

from collections.abc import Mapping

import pytest

from central.judge.values import Facts, OpenCase, PutFamily
from kiosk.domain.events import Type, Verdict
from kiosk.domain.families import Kind, Record
from tests.central.judge.test_judge import verdict_on

EDIT: Mapping[str, object] = {
    "kind": "member",
    "id": "m",
    "household": "f",
    "field": "given",
    "was": "",
    "now": "Amina",
    "settled": 0,
    "worker": "w",
    "entry": "e",
}
KNOWN = Facts(hub="h1", workers={"w": False})


def of(*records: tuple[Kind, Record | None]) -> Facts:
    return Facts(hub="h1", workers={"w": False}, families={(kind, "m"): record for kind, record in records})


def test_a_first_edit_makes_the_record() -> None:
    judged = verdict_on(Type.EDITED, EDIT, KNOWN)
    assert judged.verdict is Verdict.ACCEPTED
    (put,) = judged.effects
    assert isinstance(put, PutFamily)
    assert (put.kind, put.id, put.record.household, put.record.text("given")) == (Kind.MEMBER, "m", "f", "Amina")
    assert list(put.record.contains.values()) == [1]


def test_two_who_changed_the_same_are_shown_to_a_person() -> None:
    judged = verdict_on(Type.EDITED, EDIT, of((Kind.MEMBER, Record("f", {"given": "Anna"}))))
    assert judged.verdict is Verdict.ACCEPTED
    assert OpenCase("conflict") in judged.effects


@pytest.mark.parametrize(("held", "case"), [(None, "edited_after_erasure"), (Record("other", {}), "other_household")])
def test_who_was_erased_or_is_of_another_household_is_not_written_over(held: Record | None, case: str) -> None:
    judged = verdict_on(Type.EDITED, EDIT, of((Kind.MEMBER, held)))
    assert (judged.verdict, judged.effects) == (Verdict.ACCEPTED, (OpenCase(case),))


def test_to_weaken_a_protection_changes_nothing_and_asks_a_second_person() -> None:
    body = {**EDIT, "kind": "relation", "field": "must_not_collect", "was": True, "now": False}
    judged = verdict_on(Type.WEAKENING_ASKED, body, of((Kind.RELATION, Record("f", {"must_not_collect": True}))))
    assert (judged.verdict, judged.effects) == (Verdict.ACCEPTED, (OpenCase("weakening_asked"),))


@pytest.mark.parametrize("type_", [Type.EDITED, Type.WEAKENING_ASKED])
@pytest.mark.parametrize("spoiled", [{"kind": "pet"}, {"field": "isee"}, {"now": 7}, {"id": ""}, {"worker": ""}])
def test_what_cannot_be_read_waits_for_a_person(type_: Type, spoiled: Mapping[str, object]) -> None:
    judged = verdict_on(type_, {**EDIT, **spoiled}, KNOWN)
    expected = Verdict.ACCEPTED if type_ is Type.WEAKENING_ASKED and "worker" in spoiled else Verdict.LATER
    assert judged.verdict is (Verdict.LATER if "worker" in spoiled else expected)
