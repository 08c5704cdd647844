"""A date that any phone's calendar takes."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.clock import ROME
from kiosk.papers import calendar

STARTS = datetime(2026, 12, 1, 15, 0, tzinfo=ROME)
ENDS = STARTS + timedelta(hours=1)


def lines(
    title: str = "Scacchi", where: str = "Via Zara", starts: datetime = STARTS, ends: datetime = ENDS
) -> list[str]:
    text = calendar.event(title, where, starts, ends)
    assert text.endswith("\r\n")
    parted = text.removesuffix("\r\n").split("\r\n")
    assert not any("\r" in line or "\n" in line for line in parted)
    return parted


def said(name: str, event: list[str]) -> str:
    """The value of a property, its escapes undone as RFC 5545 says."""
    (value,) = [line.removeprefix(name + ":") for line in event if line.startswith(name + ":")]
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL)


def test_an_event_says_what_where_and_when() -> None:
    assert lines() == [
        "BEGIN:VEVENT",
        "SUMMARY:Scacchi",
        "DTSTART:20261201T140000Z",
        "DTEND:20261201T150000Z",
        "LOCATION:Via Zara",
        "END:VEVENT",
    ]


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        (datetime(2026, 7, 1, 15, 0, tzinfo=ROME), "20260701T130000Z"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=ROME, fold=0), "20261025T003000Z"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=ROME, fold=1), "20261025T013000Z"),
        (datetime(2026, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=14))), "20251231T100000Z"),
        (datetime(2026, 1, 1, 0, 0, tzinfo=UTC), "20260101T000000Z"),
    ],
)
def test_moments_are_said_in_utc(local: datetime, utc: str) -> None:
    assert f"DTSTART:{utc}" in lines(starts=local)


def test_an_event_nobody_knows_the_place_of_has_no_place() -> None:
    assert [line for line in lines(where="") if "LOCATION" in line] == []


@pytest.mark.parametrize(
    "title", ["Laboratorio:", ":", "Scacchi, dama; e \\ altro", "due\nrighe", "حنان", "END:VEVENT"]
)
def test_a_title_survives_whatever_it_holds(title: str) -> None:
    assert said("SUMMARY", lines(title)) == title


def test_a_title_is_cut_before_it_is_escaped() -> None:
    assert lines(";" * 100)[1] == "SUMMARY:" + "\\;" * 80


@given(st.text(max_size=100), st.text(max_size=100))
@settings(max_examples=200, deadline=None)
def test_no_text_can_add_a_line_or_lose_one(title: str, where: str) -> None:
    event = lines(title, where)
    for name, text in (("SUMMARY", title), ("LOCATION", where)):
        shown = text[:80].replace("\r", "")
        assert (
            [said(name, event)] == [shown] if shown else name not in "".join(line.partition(":")[0] for line in event)
        )
    assert (event[0], event[-1]) == ("BEGIN:VEVENT", "END:VEVENT")
    assert len(event) == 4 + bool(title[:80].replace("\r", "")) + bool(where[:80].replace("\r", ""))


def spans(*days: int, hour: int = 15) -> list[tuple[datetime, datetime]]:
    starts = [datetime(2026, 3, 3, hour, tzinfo=ROME) + timedelta(days=day) for day in days]
    return [(one, one + timedelta(hours=1)) for one in starts]


def test_a_course_of_weeks_is_one_event_that_recurs() -> None:
    text = calendar.events("Nuoto", "", spans(0, 7, 14))
    assert text.count("BEGIN:VEVENT") == 1
    assert "RRULE:FREQ=WEEKLY;COUNT=3\r\n" in text


@pytest.mark.parametrize("days", [(0, 7, 15), (14, 21, 28)], ids=["another day", "the clocks change on 29 March"])
def test_where_the_weeks_are_not_alike_each_date_is_an_event(days: tuple[int, ...]) -> None:
    text = calendar.events("Nuoto", "", spans(*days))
    assert text.count("BEGIN:VEVENT") == 3
    assert "RRULE" not in text
    assert all(f"DTSTART:{starts.astimezone(UTC):%Y%m%dT%H%M%SZ}" in text for starts, _ in spans(*days))


def test_of_no_date_there_is_no_event() -> None:
    assert calendar.events("Nuoto", "", []) == ""
