"""What workers did is accepted, whoever did it; what looks wrong is shown to a person."""

from collections.abc import Mapping

import pytest

from central.judge.values import Facts, OpenCase, PutSecret
from kiosk.domain.events import Type, Verdict
from tests.central.judge.test_judge import verdict_on

VERIFIER = "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21l$" + "a" * 43
KNOWN = Facts(hub="h1", workers={"w": False, "gone": True})
SAMPLES: Mapping[Type, Mapping[str, object]] = {
    Type.ENTERED: {"worker": "w", "serial": 7, "how": "card_and_pin", "face": "desk"},
    Type.LOOKED: {"worker": "w", "entry": "e", "what": "household", "subject": "f1"},
    Type.OVERRIDDEN: {"worker": "w", "entry": "e", "rule": "capacity", "subject": "s", "because": "nobody_turned_away"},
    Type.OVERRIDE_UNDONE: {"worker": "w", "entry": "e", "override": "o"},
    Type.TRIES_RESET: {"worker": "w", "entry": "e", "serial": 7},
    Type.PICTURES_SET: {
        "worker": "w",
        "entry": "e",
        "household": "f1",
        "person": "",
        "means": "pictures",
        "verifier": VERIFIER,
    },
}


@pytest.mark.parametrize("type_", SAMPLES)
def test_every_deed_of_a_known_worker_is_accepted(type_: Type) -> None:
    judged = verdict_on(type_, SAMPLES[type_], KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, "")


@pytest.mark.parametrize("type_", SAMPLES)
@pytest.mark.parametrize(("worker", "case"), [("gone", "worker_revoked"), ("nobody", "worker_unknown")])
def test_a_deed_of_one_who_may_not_is_accepted_and_looked_at(type_: Type, worker: str, case: str) -> None:
    judged = verdict_on(type_, {**SAMPLES[type_], "worker": worker}, KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.ACCEPTED, case)
    assert OpenCase(case) in judged.effects


@pytest.mark.parametrize("type_", SAMPLES)
@pytest.mark.parametrize("worker", ["", None, 7, "x" * 65, "a\nb"])
def test_what_names_no_worker_waits_for_a_person(type_: Type, worker: object) -> None:
    judged = verdict_on(type_, {**SAMPLES[type_], "worker": worker}, KNOWN)
    assert (judged.verdict, judged.reason) == (Verdict.LATER, "unreadable")


def test_a_child_who_left_with_one_who_must_not_collect_is_looked_at() -> None:
    judged = verdict_on(Type.OVERRIDDEN, {**SAMPLES[Type.OVERRIDDEN], "rule": "must_not_collect"}, KNOWN)
    assert judged.effects == (OpenCase("must_not_collect"),)


def test_pictures_go_to_the_hub_where_they_were_first_set() -> None:
    (first,) = verdict_on(Type.PICTURES_SET, SAMPLES[Type.PICTURES_SET], KNOWN).effects
    assert isinstance(first, PutSecret)
    assert first.scope == "hub:h1"
    elsewhere = Facts(hub="h1", workers={"w": False}, secrets={"f1": "hub:h2"})
    put, case = verdict_on(Type.PICTURES_SET, SAMPLES[Type.PICTURES_SET], elsewhere).effects
    assert isinstance(put, PutSecret)
    assert (put.scope, case) == ("hub:h2", OpenCase("set_at_another_hub"))


@pytest.mark.parametrize("spoiled", [{"verifier": "0907"}, {"household": ""}, {"means": "voice"}, {"person": 7}])
def test_a_secret_that_cannot_be_read_waits_for_a_person(spoiled: dict[str, object]) -> None:
    judged = verdict_on(Type.PICTURES_SET, {**SAMPLES[Type.PICTURES_SET], **spoiled}, KNOWN)
    assert judged.verdict is Verdict.LATER
