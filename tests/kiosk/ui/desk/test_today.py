"""The faces of the day: who is expected, the hours at its head, the hour of each arrival."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.clock import Reading, stamp
from kiosk.domain.attendance import Counts, Kind, State, Stay, Who
from kiosk.domain.calendar import Closed, Closure, Open, Span
from kiosk.ui.desk.today import opening
from kiosk.ui.desk.today.opening import HoursFace, OpeningFace, TurnFace
from kiosk.ui.desk.today.register import Filter, TodayFace, derive
from kiosk.ui.desk.today.rows import Leaves
from kiosk.usecases.day import Day, Entry
from kiosk.usecases.inside import Heard
from kiosk.usecases.known import Known
from kiosk.usecases.opening import Slot, Today
from tests.conftest import MORNING, ToldClock

NOW = ToldClock().read()
AMINA = Known("p", "Amina", "Haddad", "", "fox", "6-10", 8)


def span(hour: int, minutes: int, capacity: int | None = None) -> Span:
    """From an hour in UTC, so many minutes."""
    begins = datetime(2026, 12, 1, hour, tzinfo=UTC)
    return Span(begins, begins + timedelta(minutes=minutes), capacity)


def face(*entries: Entry, stations: tuple[Heard, ...] = (), now: Reading = NOW) -> TodayFace:
    return derive(Day(entries, Counts(), Counts(), stations), None, Filter(), now)


def test_who_is_expected_stands_with_their_turn_and_counts_as_many_as_they_are() -> None:
    turn = stamp(MORNING + timedelta(hours=5))
    alone = Entry(Stay(State.EXPECTED, person="p", turns=(turn,)), AMINA)
    group = Entry(Stay(State.EXPECTED, Kind.GROUP, person="q", children=(("6-10", 20),), turns=(turn,)), None)
    shown = face(alone, group)
    assert shown.expected == 22
    assert [(row.name, row.since, row.leaves) for row in shown.rows] == [
        ("Amina Haddad", "15.00", Leaves.NOT),
        ("", "15.00", Leaves.NOT),
    ]
    assert len({row.id for row in shown.rows}) == 2


def test_each_arrival_is_in_its_hour_and_the_hour_that_is_now_is_marked() -> None:
    came = Stay(State.LEFT, who=Who.CHILD, since=stamp(MORNING - timedelta(hours=3)), visits=("v",))
    bars = face(Entry(came, AMINA)).hours
    assert [(bar.hour, bar.people) for bar in bars if bar.people] == [(7, 1)]
    assert [bar.hour for bar in bars if bar.now] == [10]
    assert (bars[0].hour, bars[-1].hour) == (7, 18)


@pytest.mark.parametrize(("stations", "named"), [(("door",), "Ingresso"), (("own", "door"), ""), (("own",), "")])
def test_a_line_names_a_station_only_where_this_one_did_not_see_it(stations: tuple[str, ...], named: str) -> None:
    stay = Stay(State.ARRIVED, who=Who.CHILD, since=stamp(MORNING), visits=("v",), stations=stations)
    heard = (Heard("own", "Banco", NOW.at, own=True), Heard("door", "Ingresso", NOW.at, own=False))
    (row,) = face(Entry(stay, AMINA), stations=heard).rows
    assert row.station == named


def test_the_head_tells_the_hours_and_the_turn_with_its_places() -> None:
    morning, turn = Slot(span(8, 180), None), Slot(span(14, 90, 20), 6)
    said = opening.derive(Today(Open(NOW.at), (morning, turn), turn, None), NOW)
    assert said == OpeningFace((HoursFace("9.00", "12.00"),), ("15.00",), TurnFace("15.00", 20, 14), "")
    unsure = opening.derive(Today(Open(NOW.at), (turn,), Slot(span(14, 90, 20), None), None), NOW)
    assert unsure.turn == TurnFace("15.00", 20, None)


def test_the_head_says_why_it_is_closed() -> None:
    said = opening.derive(Today(Closed(None), (), None, Closure.STRIKE), NOW)
    assert said == OpeningFace((), (), None, "strike")
