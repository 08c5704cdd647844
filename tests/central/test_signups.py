"""Places: given by stations, booked by how each sign-up stands, told to the hubs that have to know."""

import uuid
from datetime import timedelta
from itertools import count, permutations
from typing import Any

import pytest

from central import feed, nightly, signups
from central.db import cases, reading, writing
from central.db import ledger as books
from central.opening import Central
from kiosk.domain import events
from kiosk.domain.accounts import Kind
from kiosk.domain.allotments import What
from kiosk.domain.events import Event, Link, Type
from kiosk.domain.parts import Part
from kiosk.domain.wire import Pending, PendingAnswer, Phase, Place, Wanted
from tests.central import value
from tests.central.conftest import SQLITE_ONLY
from tests.central.station import Station, enrolled
from tests.central.value import ask, balance, pending

_MOMENTS = count()
ENDS = "2026-06-01T16:00:00+02:00"


@pytest.fixture
def lead(central: Central, station: Station) -> Station:
    """The station of the hub where the session is, with three of its four places; a family of another hub."""
    with writing(central.engine) as tx:
        rows: list[tuple[str, str, dict[str, Any]]] = [
            ("hub", "h1", {"name": {"it": "Hub"}, "badge": ["HUB"], "place": "pl", "language": "it"}),
            ("place", "pl", {"name": "Casa"}),
            ("activity", "a", activity()),
            ("session", "x", {"activity": "a", "starts": "2026-06-01T15:00:00+02:00", "ends": ENDS, "capacity": 4}),
        ]
        for kind, id_, data in rows:
            assert isinstance(feed.publish(tx, kind, id_, data), feed.Change)
        value.family(tx, hub="h2")
    ask(station)
    assert nightly.grant_all(central).sessions == 1
    return station


def activity(**changes: Any) -> dict[str, Any]:
    return {"title": {"it": "Danza"}, "place": "pl", "provider": "pr", "standing": False, **changes}


@pytest.fixture
def other(central: Central, lead: Station) -> Station:
    """A station of the household's hub."""
    station = enrolled(central, lead.app, "h2", name="two")
    ask(station)
    return station


def said(station: Station, signup: str, state: str, paid: str = "", type_: Type = Type.SIGNED_UP, **more: Any) -> Event:
    plain: dict[str, Any] = {
        "signup": signup, "session": "x", "activity": "a", "person": "p1", "household": "f1", "serial": 7,
        "hub": station.hub, "state": state, "paid": paid, "until": "", "asked_at": "", "override": "", "worker": "",
        "entry": "",
    }  # fmt: skip
    n = next(_MOMENTS)  # one after the other
    at = f"2026-05-22T08:{n // 60:02}:{n % 60:02}.000Z"
    event = events.record(station.id, station.incarnation, station.end, type_, {**plain, **more}, at, "")
    station.end = Link(event.header.seq, event.header.hash)
    return event


def moved(station: Station, signup: str, state: str, paid: str = "", **more: Any) -> Event:
    return said(station, signup, state, paid, Type.SIGN_UP_MOVED, **more)


def new() -> str:
    return str(uuid.uuid4())


def open_cases(central: Central) -> list[str]:
    with reading(central.engine) as tx:
        return [case.kind for case in cases.still_open(tx)]


def test_a_place_that_was_given_is_taken_once(central: Central, lead: Station) -> None:
    event = said(lead, new(), "confirmed", "allotment")
    for _ in range(2):
        lead.push(event)
    assert (balance(central, Kind.TAKEN), balance(central, Kind.ALLOTTED, at=lead.id)) == (1, 2)
    value.books_hold(central)


def test_both_hubs_are_told_and_nobody_else(central: Central, lead: Station, other: Station) -> None:
    id_ = new()
    lead.push(said(lead, id_, "confirmed", "allotment"))
    third = enrolled(central, lead.app, "h3", name="three")
    told = [key for one in (lead, other, third) for key in one.copy() if key[0].startswith("signup")]
    assert told == [("signup", id_), ("signup_away", id_)]
    assert lead.copy()["signup", id_].data["by"] == lead.id


def test_of_a_discreet_service_the_household_s_hub_is_not_told(central: Central, lead: Station, other: Station) -> None:
    with writing(central.engine) as tx:
        feed.publish(tx, "activity", "a", activity(sensitive=True))
    lead.push(said(lead, new(), "confirmed", "allotment"))
    assert [key for key in other.copy() if key[0].startswith("signup")] == []


def test_who_cancels_where_it_was_given_leaves_the_place_there(central: Central, lead: Station) -> None:
    id_ = new()
    lead.push(said(lead, id_, "confirmed", "allotment"), moved(lead, id_, "cancelled"))
    assert (balance(central, Kind.TAKEN), balance(central, Kind.ALLOTTED, at=lead.id)) == (0, 3)


def test_who_cancels_elsewhere_leaves_it_to_central(central: Central, lead: Station, other: Station) -> None:
    id_ = new()
    lead.push(said(lead, id_, "confirmed", "allotment"))
    other.push(moved(other, id_, "cancelled"))
    assert (balance(central, Kind.ALLOTTED, at=lead.id), balance(central, Kind.SEATS)) == (2, 2)
    value.books_hold(central)


def test_who_comes_or_does_not_keeps_the_place_in_the_books(central: Central, lead: Station) -> None:
    id_ = new()
    lead.push(said(lead, id_, "confirmed", "allotment"), moved(lead, id_, "attended"), moved(lead, id_, "not_come"))
    assert balance(central, Kind.TAKEN) == 1


@SQLITE_ONLY
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whoever_pushes_first_the_books_come_out_the_same(
    central: Central, lead: Station, other: Station, order: tuple[int, ...]
) -> None:
    id_, third = new(), enrolled(central, lead.app, "h1", name="three")
    told = [
        (other, said(other, id_, "requested")),
        (lead, moved(lead, id_, "confirmed", "allotment")),
        (third, moved(third, id_, "cancelled")),
    ]
    for n in order:
        station, event = told[n]
        station.push(event)
    assert (balance(central, Kind.TAKEN), balance(central, Kind.SEATS) + balance(central, Kind.ALLOTTED)) == (0, 4)
    assert lead.copy()["signup", id_].data["state"] == "cancelled"
    value.books_hold(central)


def test_a_place_beyond_what_a_station_had_is_booked_and_a_person_sees_it(central: Central, lead: Station) -> None:
    lead.push(*(said(lead, new(), "confirmed", "allotment") for _ in range(5)))
    assert open_cases(central) == ["overbooked", "overbooked"]
    assert (balance(central, Kind.TAKEN), balance(central, Kind.CAPACITY)) == (5, -5)
    value.books_hold(central)


def test_an_override_is_beyond_the_capacity_and_no_case(central: Central, lead: Station) -> None:
    id_ = new()
    lead.push(said(lead, id_, "confirmed", "override"))
    assert [balance(central, kind) for kind in (Kind.TAKEN, Kind.ALLOTTED, Kind.CAPACITY)] == [1, 3, -5]
    lead.push(moved(lead, id_, "cancelled"))
    assert balance(central, Kind.CAPACITY) == -4
    assert open_cases(central) == []


def test_a_place_that_was_kept_online_is_the_one_that_is_taken(central: Central, other: Station) -> None:
    id_ = new()
    pending(other, Phase.ASK, id_, what=What.SESSION, of="x", amount=1)
    assert (balance(central, Kind.SEATS), balance(central, Kind.PENDING)) == (0, 1)
    assert pending(other, Phase.ASK, new(), what=What.SESSION, of="x", amount=1).why is not None
    other.push(said(other, id_, "confirmed", "central"))
    assert (balance(central, Kind.PENDING), balance(central, Kind.TAKEN)) == (0, 1)
    other.push(moved(other, id_, "cancelled"))
    assert (balance(central, Kind.SEATS), balance(central, Kind.TAKEN)) == (1, 0)
    value.books_hold(central)


def test_a_place_that_was_kept_and_called_off_in_one_breath_is_free_again(central: Central, other: Station) -> None:
    id_ = new()
    pending(other, Phase.ASK, id_, what=What.SESSION, of="x", amount=1)
    other.push(said(other, id_, "confirmed", "central"), moved(other, id_, "cancelled"))
    assert (balance(central, Kind.PENDING), balance(central, Kind.TAKEN), balance(central, Kind.SEATS)) == (0, 0, 1)


def test_a_request_of_before_takes_the_place_that_was_kept_for_it(central: Central, other: Station) -> None:
    id_, request = new(), new()
    other.push(said(other, id_, "requested"))
    pending(other, Phase.ASK, request, what=What.SESSION, of="x", amount=1)
    other.push(by_central(other, id_, request), moved(other, id_, "attended", "central"))
    assert (balance(central, Kind.PENDING), balance(central, Kind.TAKEN), open_cases(central)) == (0, 1, [])
    value.books_hold(central)


def test_what_was_kept_for_who_had_a_place_already_is_free_again(
    central: Central, lead: Station, other: Station
) -> None:
    id_, request = new(), new()
    lead.push(said(lead, id_, "confirmed", "allotment"))
    pending(other, Phase.ASK, request, what=What.SESSION, of="x", amount=1)
    other.push(by_central(other, id_, request))
    assert (balance(central, Kind.PENDING), balance(central, Kind.TAKEN), balance(central, Kind.SEATS)) == (0, 1, 1)
    assert open_cases(central) == []


def by_central(station: Station, signup: str, request: str) -> Event:
    """Said of a sign-up of before, in the second version of its event."""
    first = moved(station, signup, "confirmed", "central", request=request)
    assert first.body is not None
    end = Link(first.header.seq - 1, first.header.prev_hash)
    again = (station.id, station.incarnation, end, Type.SIGN_UP_MOVED, first.body.content)
    event = events.record(*again, first.header.recorded_at, "", version=2)
    station.end = Link(event.header.seq, event.header.hash)
    return event


def another_date(central: Central, capacity: int) -> None:
    row = {"activity": "a", "starts": "2026-06-08T15:00:00+02:00", "ends": "2026-06-08T16:00:00+02:00"}
    with writing(central.engine) as tx:
        feed.publish(tx, "session", "y", {**row, "capacity": capacity})


def course(station: Station, first: str, second: str) -> PendingAnswer:
    return pending(station, Phase.ASK, first, what=What.SESSION, of="x", amount=1, also=(Place(second, "y"),))


def test_of_a_course_all_places_are_kept_and_asked_again_they_are_the_same(central: Central, other: Station) -> None:
    another_date(central, 2)
    first, second = new(), new()
    said_first = course(other, first, second)
    assert (said_first.state, said_first.parts) == (Pending.PENDING, (Part("", 2),))
    assert course(other, first, second) == said_first
    assert balance(central, Kind.PENDING) == 2
    other.push(said(other, first, "confirmed", "central"), said(other, second, "confirmed", "central", session="y"))
    assert (balance(central, Kind.TAKEN, "x"), balance(central, Kind.TAKEN, "y")) == (1, 1)
    value.books_hold(central)


def test_of_a_course_with_a_date_that_is_full_nothing_is_kept(central: Central, other: Station) -> None:
    another_date(central, 0)
    assert course(other, new(), new()).why is not None
    assert balance(central, Kind.PENDING) == 0


def test_a_course_of_which_one_request_was_voided_is_kept_no_more(central: Central, other: Station) -> None:
    another_date(central, 2)
    first, second = new(), new()
    course(other, first, second)
    pending(other, Phase.VOID, second, what=What.SESSION)
    assert course(other, first, second).state is Pending.VOIDED
    late = new()
    pending(other, Phase.VOID, late, what=What.SESSION)
    assert course(other, new(), late).state is Pending.REFUSED
    assert balance(central, Kind.PENDING) == 1  # the first, until its station says so


def test_a_request_takes_no_place(central: Central, other: Station) -> None:
    id_ = new()
    other.push(said(other, id_, "requested"), moved(other, id_, "waiting"))
    assert balance(central, Kind.TAKEN) == 0


def test_who_has_a_place_when_the_last_is_asked_for_keeps_it(central: Central, lead: Station, other: Station) -> None:
    """G3: whatever two stations do, no more than four are confirmed."""
    assert ask(other, Wanted(What.SESSION, "x", 4)).granted == 1
    lead.push(*(said(lead, new(), "confirmed", "allotment") for _ in range(3)))
    other.push(said(other, new(), "confirmed", "allotment"))
    assert (balance(central, Kind.TAKEN), balance(central, Kind.CAPACITY)) == (4, -4)
    assert open_cases(central) == []


def test_long_after_a_session_its_hubs_are_told_no_more(central: Central, lead: Station, clock: Any) -> None:
    lead.push(said(lead, new(), "confirmed", "allotment"))
    clock.advance(timedelta(days=50))
    with writing(central.engine) as tx:
        assert signups.withdraw_old(tx, central.clock()) == 2
        assert sum(books.totals(tx).values()) == 0
