from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import allotments
from kiosk.domain.allotments import Allotment, Granted, Lease, Stopped, What, stopped
from kiosk.domain.parts import Part, total

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
GRANTED = Granted("v", What.VOUCHER, (Part("state", 300), Part("city", 500)), "i1")
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 10**13), st.text(max_size=3)),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=3), inside, max_size=3)),
    max_leaves=6,
)


def test_what_was_given_is_gone() -> None:
    held = Allotment(GRANTED, (Part("state", 200),))
    assert held.most() == 600
    assert held.draw(150) == (Part("state", 100), Part("city", 50))
    assert held.draw(601) is None


def test_what_is_asked_back_is_given_back_once_and_the_last_fund_first() -> None:
    held = Allotment(Granted("v", What.VOUCHER, GRANTED.parts, "i1", back=600), ())
    assert held.to_give_back(0) == (Part("city", 500), Part("state", 100))
    assert held.to_give_back(600) == ()


def test_no_more_is_given_back_than_is_there() -> None:
    held = Allotment(Granted("v", What.VOUCHER, GRANTED.parts, "i1", back=800), (Part("state", 300), Part("city", 450)))
    assert held.to_give_back(0) == (Part("city", 50),)


@pytest.mark.parametrize(
    ("lease", "anchored", "why"),
    [
        (Lease("2026-12-01T12:00:00.001Z"), True, None),
        (Lease("2026-12-01T12:00:00.000Z"), True, Stopped.LEASE_OVER),
        (Lease("2027-01-01T00:00:00.000Z"), False, Stopped.NO_TIME),
        (Lease("2027-01-01T00:00:00.000Z", frozen=True), True, Stopped.FROZEN),
        (None, True, Stopped.LEASE_OVER),
    ],
)
def test_a_station_gives_while_its_lease_runs(lease: Lease | None, anchored: bool, why: Stopped | None) -> None:
    assert stopped(lease, NOON, anchored) is why


def test_a_lease_ends_wherever_the_clock_is_shown() -> None:
    assert stopped(Lease("2026-12-01T13:00:00.000+01:00"), NOON - timedelta(seconds=1), True) is None
    assert stopped(Lease("2026-12-01T13:00:00.000+01:00"), NOON, True) is Stopped.LEASE_OVER


@given(st.integers(0, 10**9), st.integers(0, 100))
def test_shares_never_add_up_to_more(amount: int, percent: int) -> None:
    assert allotments.share(amount, percent) + allotments.share(amount, 100 - percent) <= amount


def test_what_is_dumped_is_read() -> None:
    assert allotments.read(allotments.dump(GRANTED)) == GRANTED


@pytest.mark.parametrize(
    "spoiled",
    [
        {"of": ""},
        {"what": "gold"},
        {"parts": [["state", -1]]},
        {"parts": [["state", 1.0]]},
        {"parts": [["state", True]]},
        {"parts": [["state", 1], ["state", 2]]},
        {"to": 5},
        {"back": -1},
    ],
)
def test_what_is_none_is_not_read(spoiled: dict[str, Any]) -> None:
    assert allotments.read({**allotments.dump(GRANTED), **spoiled}) is None


@given(st.dictionaries(st.sampled_from(["of", "what", "parts", "to", "back", "until", "frozen"]), values))
def test_any_record_is_read_or_is_not(data: dict[str, Any]) -> None:
    read = allotments.read(data)
    assert read is None or total(read.parts) >= 0
    lease = allotments.read_lease(data)
    assert lease is None or lease.until
