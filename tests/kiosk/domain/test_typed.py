"""Days as they are typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.agebands import BANDS
from kiosk.domain.typed import Born, born, day

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    "typed",
    ["4.3.2018", "04.03.2018", "04032018", "4/3/2018", "4-3-2018", "4 3 2018", "040318", "4.3.18", " 2018-03-04 "],
)
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert born(typed, TODAY) == Born(day="2018-03-04")


@pytest.mark.parametrize(
    "typed",
    [
        "31.2.2018",
        "4.13.2018",
        "2.12.2026",
        "2026-12-02",
        "1.1.1899",
        "4.3",
        "432018",
        "2018",
        "quattro",
        "18-6",
        "7-9",
        "٤",
    ],
)
def test_what_is_no_day_of_birth_is_none(typed: str) -> None:
    assert born(typed, TODAY) is None


def test_nothing_typed_is_a_day_that_is_not_known() -> None:
    assert born("  ", TODAY) == Born()


@pytest.mark.parametrize("typed", ["6-10", "6 - 10", "6–10", "06-10"])
def test_only_a_band_may_be_known(typed: str) -> None:
    assert born(typed, TODAY) == Born(band="6-10")


def test_two_digits_of_a_year_mean_somebody_who_was_born() -> None:
    assert born("2.12.26", TODAY) == Born(day="1926-12-02")
    assert born("1.12.26", TODAY) == Born(day="2026-12-01")
    assert born("5.5.31", TODAY) == Born(day="1931-05-05")


def test_a_day_to_come_may_be_the_last_of_an_authorisation() -> None:
    assert day("31.7.27", TODAY) == date(2027, 7, 31)


@given(st.dates(date(1910, 1, 1), date(2036, 12, 31)), st.sampled_from("./- "))
def test_every_day_is_read_as_it_is_written(meant: date, apart: str) -> None:
    written = f"{meant.day}{apart}{meant.month}{apart}{meant.year}"
    together = f"{meant.day:02}{meant.month:02}{meant.year}"
    assert day(written, TODAY) == day(together, TODAY) == day(meant.isoformat(), TODAY) == meant


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{0,4}[./ -]?[0-9]{0,4}[./ -]?[0-9]{0,6}"))
def test_whatever_is_typed_is_a_day_that_has_been_or_a_band_or_nothing(typed: str) -> None:
    said = born(typed, TODAY)
    assert said is None or not (said.day and said.band)
    assert said is None or not said.day or "1906" <= said.day <= TODAY.isoformat()
    assert said is None or not said.band or said.band in {f"{low}-{high}" for low, high in BANDS}
