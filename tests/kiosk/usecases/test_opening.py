"""What a hub says beside the green: when it is open, how full its turn is, and what the next chance is."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from kiosk.domain.calendar import Answer, Closed, Closure, Early, Full, Late, NotSaid, Open
from kiosk.domain.visits import FamilyArrived, Welcomed
from kiosk.usecases import opening
from kiosk.usecases.arrive_family import arrive_family
from kiosk.usecases.count import Numbers, count_unnamed
from kiosk.usecases.expect import Party, PlaceGiven, expect
from kiosk.usecases.opening import Hint, Today, hint, next_chance, today_hours
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.hubs import DROP_IN, open_hub, rome, turns
from tests.station import Station
from tests.workers import on_shift, read


@pytest.fixture(autouse=True)
def starting_at_ten(clock: ToldClock) -> None:
    assert clock.at == rome("10:00")


def opened(station: Station, central: CentralAt, hours: list[Any], days: Mapping[str, Any] | None = None) -> None:
    open_hub(central, hours, days)
    assert station.sync().trouble == ""


def what(station: Station) -> Answer:
    return station.do(lambda tx: opening.opening(tx, station.clock.read()))


def chance(station: Station, places: int = 1) -> datetime | None:
    return station.do(lambda tx: next_chance(tx, station.clock.read(), places))


def today(station: Station) -> Today:
    return station.do(lambda tx: today_hours(tx, station.clock.read()))


def come(station: Station, number: int = 1) -> str:
    """So many people come and nobody names them; their visit."""
    said = station.do(lambda tx: count_unnamed(tx, Numbers(adults=number), station.clock.read()))
    assert isinstance(said, Welcomed)
    return said.visit


def beside(station: Station, visit: str) -> Hint | None:
    return station.do(lambda tx: hint(tx, station.clock.read(), [visit]))


def moved(clock: ToldClock, moment: datetime) -> None:
    clock.pass_((moment - clock.at).total_seconds())


# --- hours ------------------------------------------------------------------------------------------------------------


def test_a_drop_in_hub_is_open_early_late_and_closed_and_names_the_next_chance(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    opened(station, central, DROP_IN)
    assert what(station) == Open(rome("12:30"))
    moved(clock, rome("13:00"))
    assert (what(station), chance(station)) == (Early(rome("14:00")), rome("14:00"))
    moved(clock, rome("18:30"))
    assert (what(station), chance(station)) == (Late(rome("09:30", 3)), rome("09:30", 3))
    moved(clock, rome("12:00", 2))
    assert what(station) == Closed(rome("09:30", 3))


def test_a_closure_says_why_and_names_the_next_chance(station: Station, central: CentralAt) -> None:
    opened(station, central, DROP_IN, {"2026-12-01": {"hours": [], "why": "strike"}})
    assert what(station) == Closed(rome("09:30", 3), Closure.STRIKE)
    assert today(station) == Today(what(station), (), None, Closure.STRIKE)


def test_a_hub_that_has_said_no_hours_is_never_closed(station: Station, central: CentralAt) -> None:
    assert what(station) == NotSaid()
    opened(station, central, [])
    assert (what(station), chance(station)) == (NotSaid(), None)
    assert today(station) == Today(NotSaid(), (), None, None)
    assert beside(station, come(station)) is None


def test_the_night_on_which_the_clocks_change_is_open_as_long_as_it_is(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    row = {"weekday": 6, "opens": "23:30", "closes": "03:30", "capacity": 2}
    opened(station, central, [row])
    moved(clock, datetime(2027, 3, 27, 22, 30, tzinfo=UTC))  # 23.30, and three hours later it is 3.30
    assert what(station) == Open(datetime(2027, 3, 28, 1, 30, tzinfo=UTC))
    moved(clock, datetime(2027, 10, 30, 21, 30, tzinfo=UTC))  # 23.30, and five hours later it is 3.30
    assert what(station) == Open(datetime(2027, 10, 31, 2, 30, tzinfo=UTC))


# --- turns ------------------------------------------------------------------------------------------------------------


def test_the_header_says_todays_hours_and_how_full_the_turn_is(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    opened(station, central, turns(20))
    come(station, 6)
    held = today(station)
    assert [(slot.span.begins, slot.taken) for slot in held.slots] == [
        (rome("10:00"), 6),
        (rome("11:30"), 0),
        (rome("14:30"), 0),
        (rome("16:00"), 0),
    ]
    assert held.turn is not None
    assert (held.turn.span.begins, held.turn.free, held.turn.span.capacity) == (rome("10:00"), 14, 20)
    moved(clock, rome("13:00"))
    after = today(station).turn
    assert after is not None
    assert after.span.begins == rome("14:30")
    moved(clock, rome("18:00"))
    assert today(station).turn is None


def test_a_full_turn_names_the_next_with_a_place_and_refuses_nobody(station: Station, central: CentralAt) -> None:
    opened(station, central, turns(3))
    come(station, 3)
    assert (what(station), chance(station)) == (Full(rome("11:30")), rome("11:30"))
    more = come(station)
    assert beside(station, more) == Full(rome("11:30"))
    assert today(station).slots[0].free == 0


def test_who_takes_the_last_place_is_told_nothing_and_a_family_beyond_it_hears_of_a_turn_for_all(
    station: Station, central: CentralAt
) -> None:
    opened(station, central, turns(4))
    assert beside(station, come(station, 2)) is None
    assert beside(station, come(station, 2)) is None
    assert chance(station, places=5) is None
    by = on_shift(station, central)
    now = station.clock.read()
    place = station.do(lambda tx: expect(tx, by, rome("11:30"), Party(numbers=Numbers(adults=2)), now))
    assert isinstance(place, PlaceGiven)
    assert beside(station, come(station, 3)) == Full(rome("14:30"))


def test_a_family_that_came_by_one_scan_is_counted_whole(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    opened(station, central, turns(3))
    scanned, now = read(station, code), station.clock.read()
    came = station.do(lambda tx: arrive_family(tx, scanned, ["amina"], 2, now))
    assert isinstance(came, FamilyArrived)
    assert beside(station, came.arrived[0].visit) is None  # the child and two adults: the last three places
    come(station)
    assert beside(station, came.arrived[0].visit) == Full(rome("11:30"))


def test_who_comes_early_late_or_on_a_closed_day_is_in_and_hears_when_it_opens(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    opened(station, central, DROP_IN)
    assert beside(station, come(station)) is None
    moved(clock, rome("13:00"))
    assert beside(station, come(station)) == Early(rome("14:00"))
    moved(clock, rome("18:30"))
    assert beside(station, come(station)) == Late(rome("09:30", 3))
    moved(clock, rome("11:00", 2))
    assert beside(station, come(station)) == Closed(rome("09:30", 3))


def test_who_is_expected_hears_of_their_own_turn_even_when_it_is_full(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    code = central.cards("amina")["amina"]
    opened(station, central, turns(1))
    by, now = on_shift(station, central), station.clock.read()
    place = station.do(lambda tx: expect(tx, by, rome("11:30"), Party(("amina",)), now))
    assert isinstance(place, PlaceGiven)
    moved(clock, rome("11:20"))
    came = station.scan(code)
    assert isinstance(came, Welcomed)
    assert beside(station, came.visit) == Early(rome("11:30"))
    moved(clock, rome("11:30"))
    assert beside(station, came.visit) is None
    assert what(station) == Full(rome("14:30"))


def test_a_turn_over_midnight_counts_who_came_on_either_day(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    opened(station, central, [{"weekday": 2, "opens": "22:00", "closes": "01:00", "capacity": 3}])
    moved(clock, rome("22:10"))
    come(station, 2)
    moved(clock, rome("00:30", 2))
    come(station)
    assert what(station) == Full(rome("22:00", 8))
    held = today(station)
    assert held.turn is not None
    assert (held.turn.span.begins, held.turn.taken, held.slots) == (rome("22:00"), 3, (held.turn,))


def test_a_station_that_is_not_the_lead_says_that_it_does_not_know(
    station: Station, desk: Station, central: CentralAt
) -> None:
    opened(station, central, turns(1))
    opened(desk, central, turns(1))
    visit = come(station)
    assert what(station) == Open(rome("11:15"), sure=False)
    assert beside(station, come(station)) is None
    assert [slot.taken for slot in today(station).slots] == [None] * 4
    assert what(desk) == Open(rome("11:15"))
    station.sync()
    desk.sync()
    assert what(desk) == Full(rome("11:30"))
    assert beside(desk, visit) == Full(rome("11:30"))
