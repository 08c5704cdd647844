"""A card is shown at the touchscreen: one alone comes in at once, a family is asked, who has been here may leave."""

import pytest

from kiosk.domain.attendance import Counts
from kiosk.domain.people import Person
from kiosk.domain.pictures import Identified
from kiosk.domain.visits import (
    LEAVING_MINUTES,
    AskAtTheDesk,
    Family,
    FamilyArrived,
    Farewell,
    Reason,
    Refused,
    Undone,
    Welcomed,
    WhoLeaves,
)
from kiosk.usecases.arrive_family import arrive_family
from kiosk.usecases.inside import register
from kiosk.usecases.leave_family import leave_on_their_own, undo_farewell
from kiosk.usecases.show import Shown, show
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import read

AWHILE = LEAVING_MINUTES * 60
Hub = tuple[Station, dict[str, str]]


@pytest.fixture
def hub(station: Station, central: CentralAt) -> Hub:
    """A touch-only station that knows four people of one household; the eldest is 14, as central says."""
    codes = central.cards("mother", "amina", "omar", "zoe")
    for person, way in (("mother", "on_their_own"), ("zoe", "on_their_own"), ("omar", "alone")):
        face = {"household": "household-1", "first_name": person.capitalize(), "creature": "fox", "way": way}
        central.publish("person", person, face, scope="hub:hub-1")
    assert station.sync().trouble == ""
    return station, codes


def shown(hub: Hub, person: str) -> Shown:
    station, codes = hub
    scanned, now = read(station, codes[person]), station.clock.read()
    return station.do(lambda tx: show(tx, scanned, now))


def came(hub: Hub, card: str, *people: str, adults: int = 0, home: str = "household-1") -> FamilyArrived:
    """They knew the household's three pictures."""
    station, codes = hub
    scanned, now, vouched = read(station, codes[card]), station.clock.read(), Identified(card, home)
    said = station.do(lambda tx: arrive_family(tx, scanned, people, adults, now, vouched=vouched))
    assert isinstance(said, FamilyArrived)
    return said


def counts(hub: Hub) -> Counts:
    station, now = hub[0], hub[0].clock.read()
    return station.do(lambda tx: register(tx, now)).inside


def ids(people: tuple[Person, ...]) -> list[str]:
    return [person.id for person in people]


def test_who_comes_alone_is_welcomed_by_one_scan(hub: Hub) -> None:
    assert isinstance(shown(hub, "amina"), Welcomed)
    assert counts(hub).people == 1


def test_a_family_is_asked_and_nothing_is_recorded(hub: Hub, clock: ToldClock) -> None:
    came(hub, "amina", "amina", "omar", adults=1)
    clock.pass_(24 * 3600)
    family = shown(hub, "amina")
    assert isinstance(family, Family)
    assert (ids(family.people), family.chosen, family.adults) == (["amina", "omar"], frozenset({"amina", "omar"}), 1)
    assert family.holder == "amina"
    assert counts(hub).people == 0


def test_a_toddler_who_comes_with_an_adult_is_a_family(hub: Hub, clock: ToldClock) -> None:
    came(hub, "amina", "amina", adults=1)
    clock.pass_(24 * 3600)
    family = shown(hub, "amina")
    assert isinstance(family, Family)
    assert (ids(family.people), family.adults) == (["amina"], 1)


def test_who_was_alone_and_then_said_who_is_with_them_is_a_family_the_next_time(hub: Hub, clock: ToldClock) -> None:
    assert isinstance(shown(hub, "amina"), Welcomed)
    clock.pass_(30)
    came(hub, "amina", "omar", adults=1)
    clock.pass_(24 * 3600)
    family = shown(hub, "amina")
    assert isinstance(family, Family)
    assert (family.chosen, family.adults) == (frozenset({"amina", "omar"}), 1)


def test_a_grandmother_who_came_later_is_not_all_that_is_remembered(hub: Hub, clock: ToldClock) -> None:
    came(hub, "amina", "amina", adults=1)
    clock.pass_(3600)
    came(hub, "amina", adults=1)
    clock.pass_(24 * 3600)
    family = shown(hub, "amina")
    assert isinstance(family, Family)
    assert (family.chosen, family.adults) == (frozenset({"amina"}), 1)


@pytest.mark.parametrize("seconds", [3, 9, 60, AWHILE - 1])
def test_a_card_that_comes_again_soon_is_the_same_arrival(hub: Hub, clock: ToldClock, seconds: int) -> None:
    came(hub, "amina", "amina", "omar", adults=1)
    clock.pass_(seconds)
    again = shown(hub, "amina")
    assert isinstance(again, FamilyArrived)
    assert (again.party, [one.person.id for one in again.here if one.person]) == ("", ["amina", "omar"])
    assert counts(hub).people == 3


def test_adults_alone_are_not_asked_again_within_seconds(hub: Hub, clock: ToldClock) -> None:
    came(hub, "amina", adults=2)
    clock.pass_(9)
    assert shown(hub, "amina") == FamilyArrived("", (), ())


def test_a_brother_whose_own_card_is_shown_comes_in_beside_those_who_are_here(hub: Hub, clock: ToldClock) -> None:
    came(hub, "amina", "amina", adults=1)
    clock.pass_(AWHILE)
    assert isinstance(shown(hub, "omar"), Welcomed)
    assert counts(hub).people == 3


def test_from_fourteen_they_are_asked_whether_they_leave(hub: Hub, clock: ToldClock) -> None:
    came(hub, "zoe", "zoe", "amina", "omar")
    clock.pass_(AWHILE)
    asked = shown(hub, "zoe")
    assert isinstance(asked, WhoLeaves)
    assert ids(asked.people) == ["zoe", "amina", "omar"]
    assert list(asked.may) == ["zoe"]
    assert counts(hub).people == 3


def test_below_fourteen_nobody_is_let_go_not_even_with_a_parent_s_paper(hub: Hub, clock: ToldClock) -> None:
    visit = came(hub, "omar", "omar").arrived[0].visit
    clock.pass_(AWHILE)
    asked = shown(hub, "omar")
    assert isinstance(asked, WhoLeaves)
    assert dict(asked.may) == {}
    station, now = hub[0], clock.read()
    assert station.do(lambda tx: leave_on_their_own(tx, {"omar": visit}, now)) == AskAtTheDesk()
    assert counts(hub).people == 1


def test_who_leaves_is_gone_and_may_take_it_back_at_once(hub: Hub, clock: ToldClock) -> None:
    came(hub, "zoe", "zoe", "mother", "amina")
    clock.pass_(AWHILE)
    asked = shown(hub, "zoe")
    assert isinstance(asked, WhoLeaves)
    station, now = hub[0], clock.read()
    gone = station.do(lambda tx: leave_on_their_own(tx, asked.may, now))
    assert isinstance(gone, Farewell)
    assert sorted(ids(gone.people)) == ["mother", "zoe"]
    assert counts(hub).people == 1
    again = station.do(lambda tx: leave_on_their_own(tx, asked.may, now))
    assert again == Refused(Reason.NOT_HERE)
    undone = station.do(lambda tx: undo_farewell(tx, gone.events, now))
    assert isinstance(undone, tuple)
    assert {type(one) for one in undone} == {Undone}
    assert counts(hub).people == 3


def test_a_farewell_is_taken_back_only_at_once(hub: Hub, clock: ToldClock) -> None:
    came(hub, "zoe", "zoe")
    clock.pass_(AWHILE)
    asked = shown(hub, "zoe")
    assert isinstance(asked, WhoLeaves)
    station, now = hub[0], clock.read()
    gone = station.do(lambda tx: leave_on_their_own(tx, asked.may, now))
    assert isinstance(gone, Farewell)
    clock.pass_(16)
    late = clock.read()
    assert station.do(lambda tx: undo_farewell(tx, gone.events, late)) == Refused(Reason.TOO_LATE)


def test_of_a_card_that_nobody_knows_here_nobody_is_let_go(hub: Hub, central: CentralAt, clock: ToldClock) -> None:
    hub[1].update(central.cards("stranger", hub="hub-2"))
    hub[0].sync()
    assert isinstance(shown(hub, "stranger"), Welcomed)
    clock.pass_(AWHILE)
    assert shown(hub, "stranger") == WhoLeaves(())


def test_what_is_no_card_is_refused(station: Station, central: CentralAt) -> None:
    scanned, now = read(station, "HELLO WORLD"), station.clock.read()
    assert station.do(lambda tx: show(tx, scanned, now)) == Refused(Reason.NOT_A_CODE)


def test_the_card_of_one_home_never_shows_the_other_home(hub: Hub, central: CentralAt, clock: ToldClock) -> None:
    """Amina has a card of each of two homes, and came with each."""
    station, codes = hub
    father = {"household": "household-2", "first_name": "Karim", "creature": "bear"}
    central.publish("person", "karim", father, scope="hub:hub-1")
    codes["amina-2"] = central.card_of("amina", "household-2")
    station.sync()
    came(hub, "amina", "amina", "omar", "mother")
    clock.pass_(24 * 3600)
    came(hub, "amina-2", "amina", "karim", adults=1, home="household-2")
    clock.pass_(24 * 3600)
    first, second = shown(hub, "amina"), shown(hub, "amina-2")
    assert isinstance(first, Family)
    assert isinstance(second, Family)
    assert (ids(first.people), first.adults) == (["amina", "mother", "omar"], 0)
    assert (ids(second.people), second.adults) == (["amina", "karim"], 1)
