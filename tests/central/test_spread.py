"""How a voucher lies among the stations of two hubs, and a session's places at the lead of one."""

from central import spread
from kiosk.domain.parts import Part, Parts
from kiosk.domain.programmes import Spread

RULE = Spread()  # 80 % with stations, 15 of it at the second hub


def euro(amount: int) -> Parts:
    return (Part("city", amount * 100),) if amount else ()


def test_without_a_second_hub_all_of_the_share_is_at_home() -> None:
    assert spread.targets(10_000, RULE, ["home"]) == {"home": 8000}


def test_a_second_hub_has_its_share_of_what_home_would_have() -> None:
    assert spread.targets(10_000, RULE, ["home"], ["other"]) == {"home": 6500, "other": 1500}


def test_in_each_hub_the_lead_has_the_larger_part() -> None:
    there = spread.targets(10_000, RULE, ["lead", "touch"], ["desk", "second desk"])
    assert there == {"lead": 4550, "touch": 1950, "desk": 1050, "second desk": 450}


def test_what_is_granted_leaves_centrals_reserve() -> None:
    assert spread.more(euro(100), {}, RULE, ["home"], ["other"]) == {"home": euro(65), "other": euro(15)}
    assert spread.more(euro(20), {"home": euro(80)}, RULE, ["home"], ["other"]) == {}


def test_home_is_asked_back_what_a_new_second_hub_lacks_and_no_more() -> None:
    assert spread.back(euro(20), {"home": euro(80)}, RULE, ["home"], ["other"]) == {"home": 1500}
    assert spread.back(euro(30), {"home": euro(70)}, RULE, ["home"], ["other"]) == {"home": 500}
    assert spread.more(euro(35), {"home": euro(65)}, RULE, ["home"], ["other"]) == {"other": euro(15)}


def test_nobody_is_asked_back_anything_for_a_few_euros_more_or_less() -> None:
    assert spread.back(euro(20), {"home": euro(70), "other": euro(10)}, RULE, ["home"], ["other"]) == {}


def test_of_a_hub_to_which_they_come_no_more_all_is_asked_back() -> None:
    held = {"home": euro(65), "former": euro(15)}
    assert spread.back(euro(20), held, RULE, ["home"], ["other"]) == {"former": 1500}
    assert spread.back(euro(20), held, RULE, ["home"]) == {"former": 1500}


def test_a_programme_of_courses_has_no_second_share() -> None:
    courses = Spread(home_share=100, second_share=0)
    assert spread.targets(10_000, courses, ["home"], ["other"]) == {"home": 10_000, "other": 0}


def test_each_station_has_its_share_of_every_fund_and_what_came_back_of_one_goes_to_whoever_lacks() -> None:
    def both(state: int, city: int) -> Parts:
        return (Part("state", state), Part("city", city))

    fresh = spread.more(both(10_000, 5_000), {}, RULE, ["home"], ["other"])
    assert fresh == {"home": both(6500, 3250), "other": both(1500, 750)}
    back = {"home": both(8000, 1750)}  # it gave 22.50 back, of the last fund
    assert spread.back(both(2000, 3250), back, RULE, ["home"], ["other"]) == {}
    assert spread.more(both(2000, 3250), back, RULE, ["home"], ["other"]) == {"other": (Part("city", 2250),)}


def test_the_last_place_lies_where_people_wait_for_it_and_a_quarter_of_many_with_central() -> None:
    assert [spread.more_places(free, 0) for free in (0, 1, 2, 4, 8, 30)] == [0, 1, 2, 3, 6, 23]
    assert spread.more_places(1, 4) == 0  # of five the lead has its part
    assert spread.more_places(2, 1) == 2
