from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import programmes
from kiosk.domain.programmes import Programme, State, Use, Voucher, Why, read_programme, read_voucher, why_not

SPORT = Programme({"it": "Dote"}, ("state", "city"), "2026-09-01", "2027-07-31", categories=("sport",))
OURS = Voucher("v", "dote", "f1", ("p1",), 20_000, 20_000)
SWIM = Use("p1", "swim", "pool", "sport", 1500, 1500)
DAY = date(2026, 12, 1)


def why(programme: Programme = SPORT, voucher: Voucher = OURS, use: Use = SWIM, day: date = DAY, today: int = 0) -> Any:
    return why_not(programme, voucher, use, day, today)


def test_a_voucher_pays() -> None:
    assert why() is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"programme": replace(SPORT, active=False)}, Why.MODULE_OFF),
        ({"voucher": replace(OURS, state=State.SUSPENDED)}, Why.SUSPENDED),
        ({"voucher": replace(OURS, state=State.RECLAIMED)}, Why.EXPIRED),
        ({"voucher": replace(OURS, state=State.NOT_AWARDED)}, Why.UNKNOWN),
        ({"day": date(2026, 8, 31)}, Why.NOT_YET),
        ({"day": date(2027, 8, 1)}, Why.EXPIRED),
        ({"voucher": replace(OURS, until="2026-11-30")}, Why.EXPIRED),
        ({"voucher": replace(OURS, starts="2026-12-02")}, Why.NOT_YET),
        ({"use": replace(SWIM, person="p2")}, Why.NOT_FOR_CHILD),
        ({"use": replace(SWIM, category="culture")}, Why.WRONG_CATEGORY),
        ({"programme": replace(SPORT, activities=("dance",))}, Why.WRONG_ACTIVITY),
        ({"programme": replace(SPORT, providers=("other",))}, Why.PROVIDER),
        ({"use": replace(SWIM, provider="")}, Why.PROVIDER),
        ({"use": replace(SWIM, price=None)}, Why.NO_PRICE),
        ({"use": replace(SWIM, price=0)}, Why.NO_PRICE),
        ({"use": replace(SWIM, cents=1501)}, Why.ABOVE_PRICE),
        ({"use": replace(SWIM, paid_before=1)}, Why.ABOVE_PRICE),
        ({"use": replace(SWIM, cents=0)}, Why.ABOVE_PRICE),
        ({"programme": replace(SPORT, per_redemption=1499)}, Why.ABOVE_LIMIT),
        ({"programme": replace(SPORT, per_day=2000), "today": 501}, Why.ABOVE_DAY),
    ],
)
def test_each_refusal_has_its_name(changes: dict[str, Any], reason: Why) -> None:
    assert why(**changes) is reason


def test_the_last_day_is_one_that_it_pays_on() -> None:
    assert why(day=date(2027, 7, 31)) is None
    assert why(voucher=replace(OURS, until="2027-12-31"), day=date(2027, 9, 1)) is None


def test_of_a_groups_voucher_whoever_comes_may_pay() -> None:
    assert why(programme=replace(SPORT, collective=True), use=replace(SWIM, person="p9")) is None


def test_limits_of_the_day_are_reached_and_not_passed() -> None:
    assert why(programme=replace(SPORT, per_day=2000), today=500) is None


def test_a_voucher_is_read_as_it_was_written() -> None:
    assert read_voucher("v", programmes.dump_voucher(OURS)) == OURS


RECORD = {"name": {"it": "Dote"}, "funds": ["state", "city"], "starts": "2026-09-01", "until": "2027-07-31"}


def test_a_programme_says_only_what_is_not_usual() -> None:
    assert read_programme({**RECORD, "categories": ["sport"]}) == SPORT


def test_a_voucher_of_before_owes_nothing_and_one_that_owes_says_so() -> None:
    written = programmes.dump_voucher(OURS)
    assert "owes" not in written
    owing = replace(OURS, owes=True)
    assert read_voucher("v", programmes.dump_voucher(owing)) == owing


def test_a_programme_of_before_there_were_second_hubs_that_says_what_lies_at_home_has_all_of_it_there() -> None:
    def spread(**said: int) -> programmes.Spread:
        read = read_programme({**RECORD, "spread": said})
        assert read is not None
        return read.spread

    assert (spread().home_share, spread().second_share) == (80, 15)
    assert (spread(home_share=100).second_share, spread(home_share=80).second_share) == (0, 0)
    assert spread(home_share=90, second_share=20) == programmes.Spread(90, 20)
    assert spread(guest_limit=500).second_share == 15


@pytest.mark.parametrize(
    "spoiled",
    [
        {"funds": []},
        {"funds": ["state", "state"]},
        {"funds": ["state fund"]},
        {"funds": ["state:2"]},
        {"funds": ["purse"]},
        {"funds": ["contingency"]},
        {"until": "31/07/2027"},
        {"name": {"it": 5}},
        {"name": {}},
        {"spread": {"home_share": 101}},
        {"spread": {"home_share": 60, "second_share": 61}},
        {"spread": {"second_share": 81}},
        {"spread": {"purse": -1}},
        {"per_day": True},
        {"categories": "sport"},
    ],
)
def test_a_programme_that_cannot_be_kept_to_is_not_read(spoiled: dict[str, Any]) -> None:
    assert read_programme({**RECORD, **spoiled}) is None


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**13), st.text(max_size=3), st.sampled_from(["live", "a"])),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=3), inside, max_size=3)),
    max_leaves=6,
)
_FIELDS = ["name", "funds", "starts", "until", "spread", "people", "programme", "household", "worth", "left", "state"]


@given(st.dictionaries(st.sampled_from(_FIELDS), values))
def test_any_record_is_read_or_is_not(data: dict[str, Any]) -> None:
    assert read_programme({**RECORD, **data}) is None or data.get("funds", True)
    voucher = read_voucher("v", {**programmes.dump_voucher(OURS), **data})
    assert voucher is None or voucher.left >= 0
