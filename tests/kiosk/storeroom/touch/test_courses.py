"""A whole course at the touch face: its dates and price before, one yes, one line of the card, one price paid once."""

import pytest

from kiosk.domain.signups import State
from kiosk.domain.visits import Refused, Undone
from kiosk.ui.touch.held import Act, Fit, Joinable, Paid, Price, SignedUp
from kiosk.ui.touch.value_wishes import AskJoinAll, AskPrice, Move, Pay, SignUp, UndoSignUp
from tests import sessions, value
from tests.central_at import CentralAt
from tests.kiosk.storeroom.touch.test_value import AMINA, SARA, Screen, child_and_teen
from tests.station import Station
from tests.value import allot, offer

DATES = ("s1", "s2", "s3")


@pytest.fixture
def screen(station: Station, central: CentralAt) -> Screen:
    """Three swimming lessons for 20 euro together; a voucher of which 60 euro are here; places for two."""
    value.all_set(central, station)
    child_and_teen(central)
    sessions.hub(central)
    offer(central, booking="course", place="home")
    for n, day in enumerate(("05", "12", "19"), start=1):
        starts, ends = (f"2026-12-{day}T{hour}:00+01:00" for hour in ("10:00", "11:30"))
        sessions.session(central, f"s{n}", "swimming", starts, ends)
        allot(central, station, f"s{n}", "session", places=2)
    assert station.sync().trouble == ""
    return Screen(station)


def all_of(screen: Screen) -> Joinable:
    said = screen.ask(AskJoinAll(SARA, "swimming"))
    assert isinstance(said, Joinable), said
    return said


def joins(screen: Screen, person: str = "amina") -> SignedUp:
    said = screen.ask(SignUp(SARA, all_of(screen).offer, person))
    assert isinstance(said, SignedUp), said
    return said


def test_its_dates_and_what_the_voucher_pays_are_known_before(screen: Screen) -> None:
    asked = all_of(screen)
    assert asked.offer.sessions == DATES
    assert asked.price is not None
    assert (asked.price.cents, sum(one.most for one in asked.price.people[0].payers)) == (2_000, 6_000)


def test_an_activity_of_single_dates_cannot_be_joined_as_a_whole(
    screen: Screen, station: Station, central: CentralAt
) -> None:
    offer(central, place="home")
    station.sync()
    assert isinstance(screen.ask(AskJoinAll(SARA, "swimming")), Refused)


def test_one_yes_is_for_all_dates_and_is_taken_back_whole(screen: Screen) -> None:
    said = joins(screen)
    assert (said.state, len(said.events)) == (State.CONFIRMED, 3)
    assert next(one for one in all_of(screen).people if one.person.id == "amina").fit is Fit.ALREADY
    assert isinstance(screen.ask(UndoSignUp(SARA, said.events)), Undone)
    assert screen.held().signups == ()


def test_a_clash_is_said_with_its_day(screen: Screen, station: Station, central: CentralAt) -> None:
    sessions.activity(central)
    sessions.session(central, "c1", starts="2026-12-12T11:00:00+01:00", ends="2026-12-12T12:00:00+01:00", capacity=None)
    station.sync()
    screen.signs_up("amina", session="c1")
    amina = next(one for one in all_of(screen).people if one.person.id == "amina")
    assert amina.on is not None
    assert (amina.fit, amina.other["it"], amina.on.day) == (Fit.CLASHES, "Scacchi", 12)


def test_on_the_card_it_is_one_line_and_called_off_as_one(screen: Screen) -> None:
    joins(screen)
    (line,) = screen.held().signups
    assert (line.offer.sessions, line.acts) == (DATES, frozenset({Act.CANCEL}))
    screen.ask(Move(SARA, line.id, line.offer, Act.CANCEL))
    assert screen.held().signups == ()


def test_a_childs_wish_for_it_is_one_and_a_parent_says_yes_once(screen: Screen) -> None:
    screen.ask(SignUp(AMINA, all_of(screen).offer, "amina"))
    (wish,) = screen.held().signups
    assert wish.state is State.WISHED
    said = screen.ask(Move(SARA, wish.id, wish.offer, Act.CONFIRM))
    assert isinstance(said, SignedUp)
    (now,) = screen.held().signups
    assert (now.state, now.offer.sessions) == (State.CONFIRMED, DATES)


def test_its_price_is_paid_once_whichever_date_one_came_by(screen: Screen) -> None:
    price = screen.ask(AskPrice(SARA, "swimming", "s2"))
    assert isinstance(price, Price)
    paid = screen.ask(Pay(SARA, price.offer, "amina", ("v1",), 1_500))
    assert isinstance(paid, Paid)
    again = screen.ask(AskPrice(SARA, "swimming"))
    assert [one.before for one in again.people if one.person.id == "amina"] == [1_500]
    assert not isinstance(screen.ask(Pay(SARA, again.offer, "amina", ("v1",), 600)), Paid)  # 21 euro of 20
    assert isinstance(screen.ask(Pay(SARA, again.offer, "amina", ("v1",), 500)), Paid)
