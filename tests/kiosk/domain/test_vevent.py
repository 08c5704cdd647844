"""A date for a phone's calendar: the moment whatever the season, one line a field, short enough for a QR on paper."""

from datetime import datetime

import pytest

from kiosk.clock import ROME
from kiosk.domain.vevent import vevent


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ROME)


def test_it_says_what_when_and_where() -> None:
    said = vevent("Scacchi", at("2026-12-05T10:00"), at("2026-12-05T11:30"), "Spazio Zara")
    assert said.split("\r\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:Scacchi",
        "DTSTART:20261205T090000Z",
        "DTEND:20261205T103000Z",
        "LOCATION:Spazio Zara",
        "END:VEVENT",
    ]


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("2027-03-28T01:59", "20270328T005900Z"),
        ("2027-03-28T03:00", "20270328T010000Z"),
        ("2027-07-05T10:00", "20270705T080000Z"),
    ],
)
def test_it_is_the_same_moment_in_summer(local: str, utc: str) -> None:
    assert f"DTSTART:{utc}" in vevent("Scacchi", at(local), at(local))


def test_no_text_breaks_out_of_its_line() -> None:
    said = vevent("Arte, musica; e\r\nDTSTART:19700101T000000Z", at("2026-12-05T10:00"), at("2026-12-05T11:30"))
    assert said.count("\r\n") == 4
    assert "SUMMARY:Arte\\, musica\\; e DTSTART" in said


def test_a_long_title_is_cut_so_that_the_code_stays_coarse() -> None:
    assert len(vevent("a" * 500, at("2026-12-05T10:00"), at("2026-12-05T11:30"), "b" * 500)) < 250


def test_a_moment_without_its_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="zone"):
        vevent("Scacchi", datetime(2026, 12, 5), datetime(2026, 12, 5))
