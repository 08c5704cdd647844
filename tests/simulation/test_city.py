"""The policies on a small town: what the figures of the whole city rest on."""

import pytest

from tests.simulation.city import figures
from tests.simulation.city.town import COURSES, SMALL, Prices, Size

TOWN = Size(hubs=24, cards=700, days=40, sessions=150)
OUT = 0.2


@pytest.mark.parametrize("prices", [SMALL, COURSES], ids=["small", "courses"])
@pytest.mark.parametrize("policy", ["home only", "at home, with purse", "allotments", "allotments with purse"])
def test_who_gives_what_was_allotted_overspends_nothing_beyond_the_purses(policy: str, prices: Prices) -> None:
    assert figures.paid(policy, prices, OUT, 1, TOWN).overspent == 0


def test_who_trusts_a_balance_overspends() -> None:
    assert figures.paid("cached balance", COURSES, OUT, 1, TOWN).overspent > 0


def test_the_purse_and_a_second_hub_halve_what_allotments_at_home_refuse() -> None:
    alone, with_purse = (
        figures.paid(name, SMALL, OUT, 1, TOWN) for name in ("allotments at home", "allotments with purse")
    )
    assert with_purse.refused_though_covered < alone.refused_though_covered / 2


def test_nobody_is_bumped_and_nobody_refused_where_the_host_holds_and_the_rest_may_ask() -> None:
    told = figures.placed("host-held, with requests", OUT, 1, TOWN)
    assert (told.bumped, told.refused_though_free) == (0, 0.0)
    assert figures.placed("cached free places", OUT, 1, TOWN).bumped > 0
    assert figures.placed("host only", OUT, 1, TOWN).refused_though_free > 0
