"""The lead's word about its calendar counts; whoever else edits, and whatever is replaced unseen, is looked at."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from central.judge.values import Facts, OpenCase, PutCalendar
from kiosk.domain.calendar import Calendar, Closure, Day, Hours
from kiosk.domain.calendaredits import Edit, Held, dump_edit
from kiosk.domain.events import Type, Verdict
from kiosk.domain.lead import Lead
from tests.central.judge.test_judge import verdict_on

DAY, CLOSED, SHORT = date(2026, 12, 8), Day(why=Closure.HOLIDAY), Day((Hours("10:00", "11:00"),))
BY = {"hub": "h1", "worker": "w", "entry": "e"}
EDITED: Mapping[str, object] = {**dump_edit(Edit(DAY, None, CLOSED)), **BY}
FACTS = Facts(hub="h1", workers={"w": False, "gone": True}, lead=Lead("s1", "2026-05-01"), calendar=Held())
ELSEWHERE = replace(FACTS, lead=Lead("s2", "2026-05-01"))


def cases(facts: Facts, body: Mapping[str, object] = EDITED) -> list[str]:
    judged = verdict_on(Type.CALENDAR_EDITED, body, facts)
    assert judged.verdict is Verdict.ACCEPTED
    return [effect.kind for effect in judged.effects if isinstance(effect, OpenCase)]


def put(facts: Facts) -> Mapping[date, Day]:
    (held,) = (
        effect.held
        for effect in verdict_on(Type.CALENDAR_EDITED, EDITED, facts).effects
        if isinstance(effect, PutCalendar)
    )
    assert held.contains == {"0" * 16: 1}
    return held.calendar.days


def test_the_leads_edit_is_written() -> None:
    assert (put(FACTS), cases(FACTS)) == ({DAY: CLOSED}, [])
    assert (put(replace(FACTS, lead=None)), cases(replace(FACTS, lead=None))) == ({DAY: CLOSED}, [])


def test_an_edit_of_another_station_is_written_and_looked_at_unless_it_was_the_lead_then() -> None:
    assert (put(ELSEWHERE), cases(ELSEWHERE)) == ({DAY: CLOSED}, ["not_the_lead"])
    assert cases(replace(FACTS, lead=Lead("s2", "2026-12-01"))) == []


def test_what_was_replaced_unseen_is_looked_at_and_the_lead_counts() -> None:
    held = Held(Calendar(days={DAY: SHORT}))
    assert (put(replace(FACTS, calendar=held)), cases(replace(FACTS, calendar=held))) == (
        {DAY: CLOSED},
        ["calendar_conflict"],
    )
    assert put(replace(ELSEWHERE, calendar=held)) == {DAY: SHORT}
    assert cases(replace(ELSEWHERE, calendar=held)) == ["calendar_conflict", "not_the_lead"]


@pytest.mark.parametrize(("worker", "case"), [("gone", "worker_revoked"), ("nobody", "worker_unknown")])
def test_an_edit_of_one_who_may_not_is_written_and_looked_at(worker: str, case: str) -> None:
    assert cases(FACTS, {**EDITED, "worker": worker}) == [case]


def test_the_next_edit_of_a_batch_is_judged_by_what_the_one_before_made() -> None:
    judged = verdict_on(Type.CALENDAR_EDITED, EDITED, FACTS)
    again = {**EDITED, **dump_edit(Edit(DAY, CLOSED, SHORT))}
    assert cases(FACTS.after(judged.effects), again) == []
    assert cases(FACTS, again) == ["calendar_conflict"]


@pytest.mark.parametrize(
    "spoiled", [{"day": "tomorrow"}, {"now": "soon"}, {"was": 5}, {"worker": ""}, {"hub": "h2"}, {"now": "[]" * 9}]
)
def test_what_cannot_be_read_waits_for_a_person(spoiled: dict[str, object]) -> None:
    judged = verdict_on(Type.CALENDAR_EDITED, {**EDITED, **spoiled}, FACTS)
    assert (judged.verdict, judged.reason) == (Verdict.LATER, "unreadable")


def test_a_hub_that_has_no_record_keeps_its_edit_waiting() -> None:
    judged = verdict_on(Type.CALENDAR_EDITED, EDITED, replace(FACTS, calendar=None))
    assert (judged.verdict, judged.reason) == (Verdict.LATER, "hub_unknown")


def test_no_calendar_grows_without_end() -> None:
    days = {date.fromordinal(DAY.toordinal() + number): SHORT for number in range(1, 1001)}
    judged = verdict_on(Type.CALENDAR_EDITED, EDITED, replace(FACTS, calendar=Held(Calendar(days=days))))
    assert judged.verdict is Verdict.LATER
