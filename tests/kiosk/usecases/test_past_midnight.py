"""A hub that is open past midnight: who came last evening is inside until they leave, or that opening ends."""

from datetime import datetime

import pytest

from kiosk.db.attendance import Reversal
from kiosk.domain.attendance import CountedAs, Counts, Who, Why
from kiosk.domain.ties import Minor
from kiosk.domain.visits import MayLeave
from kiosk.domain.workers import Entered, NotIn, Role
from kiosk.usecases.count import admit_guest
from kiosk.usecases.day import Day, inside_now, list_of_inside, register_of_day
from kiosk.usecases.inside import inside, register
from kiosk.usecases.leave import Gone, let_go
from kiosk.usecases.night import night
from kiosk.usecases.take_back import take_back
from kiosk.usecases.who_collects import Collecting, who_collects
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.hubs import open_hub, rome
from tests.station import Station
from tests.workers import let_in


@pytest.fixture
def cards(station: Station, central: CentralAt, clock: ToldClock) -> dict[str, str]:
    """Open on Tuesday morning, and from eight to two at night. Omar came at ten and was forgotten, Amina at nine."""
    made = central.cards("amina", "omar")
    open_hub(central, [[2, "09:00", "12:00"], [2, "20:00", "02:00"]])
    station.sync()
    station.scan(made["omar"])
    until(clock, rome("21:00"))
    station.scan(made["amina"])
    return made


def until(clock: ToldClock, when: datetime) -> None:
    clock.pass_((when - clock.at).total_seconds())


def here(station: Station) -> list[str]:
    return [line.stay.person for line in station.do(lambda tx: inside(tx, station.clock.read())).lines]


def today(station: Station, by: Entered) -> Day:
    day = station.do(lambda tx: register_of_day(tx, by, station.clock.read()))
    assert isinstance(day, Day)
    return day


def test_who_came_last_evening_is_inside_after_midnight_and_no_longer_when_it_closes(
    station: Station, central: CentralAt, clock: ToldClock, cards: dict[str, str]
) -> None:
    by = let_in(station, central)
    until(clock, rome("00:30", day=2))
    station.do(lambda tx: night(tx, clock.read()))
    assert here(station) == ["amina"]
    day = today(station, by)
    assert ([one.stay.person for one in day.entries], day.inside.people, day.came) == (["amina"], 1, Counts())
    assert set(station.do(lambda tx: inside_now(tx, clock.read()))) == {"amina"}
    paper = station.do(lambda tx: list_of_inside(tx, by, clock.read()))
    assert not isinstance(paper, NotIn)
    assert [line.stay.person for line in paper[0].lines] == ["amina"]
    until(clock, rome("02:00", day=2))
    station.do(lambda tx: night(tx, clock.read()))
    assert here(station) == []
    assert today(station, by).entries == ()


def test_a_child_is_handed_over_after_midnight_and_that_is_taken_back(
    station: Station, central: CentralAt, clock: ToldClock, cards: dict[str, str]
) -> None:
    by = let_in(station, central)
    until(clock, rome("00:30", day=2))
    (entry,) = today(station, by).entries
    (visit,) = entry.stay.visits
    assert isinstance(station.do(lambda tx: who_collects(tx, by, visit, clock.read())), Collecting)
    gone = station.do(lambda tx: let_go(tx, by, visit, Minor("amina", "2010-05-01"), "", clock.read()))
    assert isinstance(gone, Gone)
    assert here(station) == []
    (entry,) = today(station, by).entries  # who left today is on the page: it may have been a mistake
    assert not entry.stay.inside
    back = station.do(lambda tx: take_back(tx, by, visit, gone.event, Why.STILL_HERE, clock.read()))
    assert isinstance(back, Reversal)
    assert here(station) == ["amina"]


def test_who_is_there_from_last_evening_and_shows_their_card_again_is_one(
    station: Station, clock: ToldClock, cards: dict[str, str]
) -> None:
    until(clock, rome("00:30", day=2))
    station.do(lambda tx: night(tx, clock.read()))
    assert isinstance(station.scan(cards["amina"]), MayLeave)
    assert here(station) == ["amina"]
    station.scan(cards["omar"])  # was closed by rule, and is here again
    assert sorted(here(station)) == ["amina", "omar"]
    assert len(station.do(lambda tx: register(tx, clock.read())).stays) == 1


def test_the_other_station_hears_of_who_came_last_evening(
    station: Station, desk: Station, clock: ToldClock, cards: dict[str, str]
) -> None:
    desk.sync()
    until(clock, rome("00:30", day=2))
    for one in (station, desk):
        one.sync()
    assert here(desk) == ["amina"]
    until(clock, rome("02:00", day=2))
    assert here(desk) == []


def test_a_guest_of_last_evening_keeps_their_name(
    station: Station, central: CentralAt, clock: ToldClock, cards: dict[str, str]
) -> None:
    by = let_in(station, central, Role.EDUCATOR)
    station.do(lambda tx: admit_guest(tx, by, "Zia Lucia", CountedAs(Who.ADULT), clock.read(), 7))
    until(clock, rome("00:30", day=2))
    assert [one.guest for one in today(station, by).entries if one.guest] == ["Zia Lucia"]
