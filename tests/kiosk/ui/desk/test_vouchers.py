"""What is chosen to be paid, as an address; the months of statements: total, whatever QML sends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.desk.vouchers.statement import month, periods
from kiosk.ui.desk.vouchers.using import Chosen, chosen

_IDS = st.text("abc123", min_size=1, max_size=6)


@given(_IDS, st.lists(_IDS, min_size=1, max_size=3), st.tuples(*[_IDS | st.just("")] * 3), st.integers(0, 99_999))
def test_what_is_chosen_stands_in_the_address_and_is_read_back(
    household: str, vouchers: list[str], rest: tuple[str, str, str], cents: int
) -> None:
    want = Chosen(household, tuple(vouchers), *rest, cents)
    assert chosen(want.path) == want


@pytest.mark.parametrize("path", ["", "-", "h", "h/-", "h/v/p/a/s/-1", "h/v/p/a/s/1e3", "h/v/p/a/s/1/2", "h/v/p/a/s/²"])
def test_nonsense_is_no_choice(path: str) -> None:
    assert chosen(path) is None


@given(st.text(max_size=40))
def test_whatever_is_sent_is_read(path: str) -> None:
    assert chosen(path) is None or isinstance(chosen(path), Chosen)
    assert month(path) is None or isinstance(month(path), tuple)


def test_a_month_is_its_first_and_its_last_day() -> None:
    assert month("2026-12") == (date(2026, 12, 1), date(2026, 12, 31))
    assert month("2028-02") == (date(2028, 2, 1), date(2028, 2, 29))
    assert month("2026-13") is None


def test_the_months_that_are_turned_to_go_back_a_year() -> None:
    turned = periods(date(2026, 2, 3))
    assert (turned[0], turned[1], turned[2], turned[-1], len(turned)) == (
        "2026-02",
        "2026-01",
        "2025-12",
        "2025-03",
        12,
    )
