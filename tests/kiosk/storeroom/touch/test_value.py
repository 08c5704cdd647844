"""What the store answers to the screens of a card: a real store, fed by a real central."""

from typing import Any

import pytest

from kiosk.domain import codes, keys
from kiosk.domain.pictures import Identified, Means
from kiosk.domain.signups import ANSWER_DAYS, State
from kiosk.domain.visits import Refused, Undone
from kiosk.domain.wire import PendingAsk
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.touch import TouchRoom
from kiosk.ui.touch.held import (
    Act,
    CalledOff,
    Fit,
    Held,
    Holder,
    HolderAsked,
    Joinable,
    Paid,
    Payable,
    Price,
    SignedUp,
    Spend,
)
from kiosk.ui.touch.value_wishes import (
    AskHolder,
    AskJoin,
    AskPayable,
    AskPrice,
    Await,
    CallOff,
    Move,
    OpenCard,
    Pay,
    SignUp,
    UndoSignUp,
    ValueWish,
)
from kiosk.usecases.set_secret import SecretSet, set_secret
from tests import sessions, value
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import let_in

SARA, AMINA = Holder(7, value.SARA), Holder(8, Identified("amina", value.HOME))
ZOE = Holder(9, Identified("zoe", value.HOME))


class Screen:
    """A touchscreen of a station, as far as it asks."""

    def __init__(self, station: Station) -> None:
        self.station = station
        trusted = keys.open_list(station.known.key_list, station.known.root_public)
        behind = Behind(station.do, station.clock, station.settings, lambda scanned: codes.read(scanned, trusted))
        self._room = TouchRoom(behind, station.do)

    def ask(self, wish: ValueWish) -> Any:
        return self._room.ask(wish)

    def waits(self, awaits: Await) -> object:
        """For central, which does not answer."""
        return self._room.ask_central(awaits)

    def held(self, holder: Holder = SARA) -> Held:
        said = self.ask(OpenCard(holder))
        assert isinstance(said, Held)
        return said

    def joinable(self, holder: Holder = SARA, session: str = "s1") -> Joinable:
        said = self.ask(AskJoin(holder, session))
        assert isinstance(said, Joinable)
        return said

    def signs_up(self, person: str, holder: Holder = SARA, session: str = "s1") -> SignedUp:
        said = self.ask(SignUp(holder, self.joinable(holder, session).offer, person))
        assert isinstance(said, SignedUp)
        return said


@pytest.fixture
def screen(station: Station) -> Screen:
    return Screen(station)


def child_and_teen(central: CentralAt) -> None:
    """Of the same household: Amina is 8, Zoe is 14 as central tells."""
    central.cards("zoe")
    for person, band, way in (("amina", "6-10", "with_adult"), ("zoe", "14-17", "on_their_own")):
        face = {"household": value.HOME, "first_name": person.capitalize(), "creature": "cat", "band": band, "way": way}
        central.publish("person", person, face, scope="hub:hub-1")


@pytest.fixture
def family(central: CentralAt, station: Station) -> None:
    value.all_set(central, station)
    child_and_teen(central)
    assert station.sync().trouble == ""


@pytest.fixture
def session(central: CentralAt, station: Station) -> None:
    sessions.all_set(central, station)
    child_and_teen(central)
    assert station.sync().trouble == ""


# --- who somebody is ------------------------------------------------------------------------------------------------


def test_whose_card_it_is_is_asked_by_their_means(screen: Screen, station: Station, central: CentralAt) -> None:
    codes = value.people(central)
    assert station.sync().trouble == ""
    assert not isinstance(screen.ask(AskHolder(codes["sara"].encode())), HolderAsked)
    by = let_in(station, central)
    assert isinstance(set_secret(station.do, by, value.HOME, "", ("sun", "boat", "drum"), station.clock), SecretSet)
    asked = screen.ask(AskHolder(codes["sara"].encode()))
    assert isinstance(asked, HolderAsked)
    assert asked.question.means is Means.PICTURES
    assert not isinstance(screen.ask(AskHolder(b"nonsense")), HolderAsked)


# --- vouchers -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("family")
def test_what_is_left_is_what_central_said_while_there_is_a_connection(screen: Screen) -> None:
    (one,) = screen.held().vouchers
    assert (one.worth, one.left, one.at_least, one.until) == (10_000, 10_000, False, "2027-07-31")
    assert ([who.id for who in one.people], one.spend) == (["amina"], Spend.HERE)


@pytest.mark.usefixtures("family")
def test_while_there_is_none_it_is_at_least_what_this_station_may_give(
    screen: Screen, station: Station, central: CentralAt
) -> None:
    central.cut()
    station.sync()
    (one,) = screen.held().vouchers
    assert (one.left, one.at_least, one.spend) == (6_000, True, Spend.HERE)


@pytest.mark.usefixtures("family")
def test_a_child_sees_the_voucher_and_somebody_grown_pays(screen: Screen) -> None:
    assert [one.spend for one in screen.held(AMINA).vouchers] == [Spend.BY_ADULT]
    assert [one.spend for one in screen.held(ZOE).vouchers] == [Spend.HERE]
    assert isinstance(screen.ask(AskPrice(AMINA, "swimming")), Refused)


@pytest.mark.parametrize(
    ("changes", "spend"),
    [
        ({"state": "suspended"}, Spend.AT_DESK),
        ({"until": "2026-11-30"}, Spend.AT_DESK),
        ({"left": 0}, Spend.USED),
        ({"state": "not_awarded", "worth": 0, "left": 0}, Spend.NOT_AWARDED),
    ],
)
@pytest.mark.usefixtures("family")
def test_one_that_pays_nothing_says_so_without_saying_why(
    screen: Screen, station: Station, central: CentralAt, changes: dict[str, Any], spend: Spend
) -> None:
    value.voucher(central, "v2", **changes)
    assert station.sync().trouble == ""
    assert {one.id: one.spend for one in screen.held().vouchers}["v2"] is spend


@pytest.mark.usefixtures("family")
def test_what_it_may_pay_for_costs_something_and_is_of_its_programme(
    screen: Screen, station: Station, central: CentralAt
) -> None:
    value.offer(central, "free", price_cents=0, standing=True)
    value.offer(central, "chess", category="culture", standing=True)
    value.offer(central, "diving", standing=True)
    value.programme(central, categories=["sport"])
    assert station.sync().trouble == ""
    said = screen.ask(AskPayable(SARA, "v1"))
    assert isinstance(said, Payable)
    assert [one.id for one in said.offers] == ["diving"]


@pytest.mark.usefixtures("family")
def test_the_price_is_for_whom_the_voucher_is_and_as_much_as_this_station_may_give(screen: Screen) -> None:
    said = screen.ask(AskPrice(SARA, "swimming"))
    assert isinstance(said, Price)
    assert said.cents == 2_000
    assert [(one.person.id, one.before, [(by.voucher, by.most) for by in one.payers]) for one in said.people] == [
        ("amina", 0, [("v1", 6_000)])
    ]


@pytest.mark.usefixtures("family")
def test_what_is_not_here_may_be_paid_by_centrals_word_by_one_voucher_alone(
    screen: Screen, station: Station, central: CentralAt
) -> None:
    value.offer(central, price_cents=9_000)
    value.voucher(central, "v2", left=9_500)
    value.allot(central, station, "v2", state=1_000)
    assert station.sync().trouble == ""
    said = screen.ask(AskPrice(SARA, "swimming"))
    assert [(by.voucher, by.most) for by in said.people[0].payers] == [("v1", 10_000)]
    central.cut()
    station.sync()
    said = screen.ask(AskPrice(SARA, "swimming"))
    assert [(by.voucher, by.most) for by in said.people[0].payers] == [("v1", 6_000), ("v2", 1_000)]


@pytest.mark.usefixtures("family")
def test_a_voucher_of_which_nothing_is_here_may_be_used_while_central_is_there(
    screen: Screen, station: Station, central: CentralAt
) -> None:
    value.voucher(central, "v2")
    assert station.sync().trouble == ""
    assert {one.id: one.spend for one in screen.held().vouchers}["v2"] is Spend.HERE
    central.cut()
    station.sync()
    assert {one.id: one.spend for one in screen.held().vouchers}["v2"] is Spend.AT_DESK


@pytest.mark.usefixtures("family")
def test_a_collective_voucher_pays_for_whoever_of_them_comes(
    screen: Screen, station: Station, central: CentralAt
) -> None:
    value.programme(central, collective=True)
    assert station.sync().trouble == ""
    said = screen.ask(AskPrice(SARA, "swimming"))
    assert isinstance(said, Price)
    assert [one.person.id for one in said.people] == ["amina", "sara", "zoe"]
    assert screen.held().vouchers[0].collective


@pytest.mark.usefixtures("family")
def test_what_was_paid_is_on_disk_with_a_receipt_and_what_is_left(screen: Screen, station: Station) -> None:
    price = screen.ask(AskPrice(SARA, "swimming"))
    paid = screen.ask(Pay(SARA, price.offer, "amina", ("v1",), 1_200))
    assert isinstance(paid, Paid)
    assert (paid.cents, paid.to_pay, paid.left) == (1_200, 800, 8_800)
    (row,) = station.do(lambda tx: tx.redemptions.of_household(value.HOME))
    assert (row.cents, row.person, row.serial) == (1_200, "amina", 7)
    assert [code[:3] for code in paid.codes] == ["WM1"]
    assert (paid.receipt.paid, paid.receipt.to_pay, paid.receipt.funds) == (1_200, 800, (("Fondo statale", 1_200),))
    assert (paid.receipt.activity, paid.receipt.first_name) == ("Nuoto", "Amina")


@pytest.mark.usefixtures("family")
def test_what_a_child_pays_or_what_is_too_much_is_not_paid(screen: Screen, station: Station) -> None:
    offer = screen.ask(AskPrice(SARA, "swimming")).offer
    for pay in (Pay(AMINA, offer, "amina", ("v1",), 1_200), Pay(SARA, offer, "amina", ("v1",), 2_100)):
        assert not isinstance(screen.ask(pay), Paid)
    assert station.do(lambda tx: tx.redemptions.of_household(value.HOME)) == []


# --- sign-ups -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("session")
def test_who_is_grown_signs_the_family_up_and_others_themselves(screen: Screen) -> None:
    assert [one.person.id for one in screen.joinable().people] == ["amina", "zoe", "sara"]
    assert [one.person.id for one in screen.joinable(ZOE).people] == ["zoe"]
    assert ([one.person.id for one in screen.joinable(AMINA).people], screen.joinable(AMINA).wishes) == (
        ["amina"],
        True,
    )


@pytest.mark.usefixtures("session")
def test_a_place_is_confirmed_and_may_be_undone(screen: Screen) -> None:
    said = screen.signs_up("amina")
    assert (said.state, said.person.id, said.tell_by) == (State.CONFIRMED, "amina", None)
    assert screen.joinable().people[0].fit is Fit.ALREADY
    assert isinstance(screen.ask(UndoSignUp(SARA, said.events)), Undone)
    assert screen.held().signups == ()


@pytest.mark.usefixtures("session")
def test_a_child_leaves_a_wish_and_a_parent_says_yes(screen: Screen) -> None:
    assert screen.signs_up("amina", AMINA).state is State.WISHED
    (theirs,), (wish,) = screen.held(AMINA).signups, screen.held().signups
    assert (theirs.acts, wish.acts) == (frozenset({Act.CANCEL}), frozenset({Act.CONFIRM, Act.CANCEL}))
    said = screen.ask(Move(SARA, wish.id, wish.offer, Act.CONFIRM))
    assert isinstance(said, SignedUp)
    assert (said.state, said.events) == (State.CONFIRMED, ())


@pytest.fixture
def says_yes(screen: Screen, station: Station, central: CentralAt) -> Await:
    """A parent, to a wish for a session of which this station has no place; central is asked."""
    sessions.all_set(central, station, places=0, at="elsewhere")
    child_and_teen(central)
    assert station.sync().trouble == ""
    screen.signs_up("amina", AMINA)
    (wish,) = screen.held().signups
    move = Move(SARA, wish.id, wish.offer, Act.CONFIRM)
    asked = screen.ask(move)
    assert isinstance(asked, PendingAsk)
    return Await(move, asked)


def test_without_an_answer_of_centrals_a_parent_s_yes_is_a_request(screen: Screen, says_yes: Await) -> None:
    said = screen.waits(says_yes)
    assert isinstance(said, SignedUp)
    assert (said.state, said.tell_by is not None) == (State.REQUESTED, True)
    late = screen.ask(CallOff(says_yes))
    assert isinstance(late, SignedUp)
    assert late.state is State.REQUESTED


def test_a_parent_who_does_not_wait_has_said_nothing(screen: Screen, says_yes: Await) -> None:
    assert screen.ask(CallOff(says_yes)) == CalledOff()
    assert not isinstance(screen.waits(says_yes), SignedUp)  # whatever central says after
    (wish,) = screen.held().signups
    assert wish.state is State.WISHED


def test_who_is_only_heard_elsewhere_is_told_the_day(screen: Screen, station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")
    central.cut()
    station.sync()
    said = screen.signs_up("sara")
    assert said.state is State.REQUESTED
    assert said.tell_by is not None
    assert (said.tell_by - station.clock.read().at).days <= ANSWER_DAYS


@pytest.mark.usefixtures("session")
def test_what_is_at_the_same_time_is_said_before(screen: Screen, station: Station, central: CentralAt) -> None:
    sessions.activity(central, "choir", title={"it": "Coro"})
    sessions.session(central, "s2", activity="choir", capacity=None)
    assert station.sync().trouble == ""
    screen.signs_up("amina")
    told = {one.person.id: one for one in screen.joinable(session="s2").people}
    assert (told["amina"].fit, told["amina"].other) == (Fit.CLASHES, {"it": "Scacchi"})
    assert told["zoe"].fit is Fit.FITS


@pytest.mark.usefixtures("session")
def test_what_a_teen_keeps_to_themselves_is_absent_from_the_family_s_view(
    screen: Screen, station: Station, central: CentralAt
) -> None:
    sessions.activity(central, sensitive=True)
    assert station.sync().trouble == ""
    asked = screen.joinable(ZOE)
    assert (asked.discreet, [one.person.id for one in asked.people]) == (True, ["zoe"])
    screen.signs_up("zoe", ZOE)
    assert [one.discreet for one in screen.held(ZOE).signups] == [True]
    assert screen.held().signups == screen.held(AMINA).signups == ()


@pytest.mark.usefixtures("session")
def test_one_gives_up_one_s_own_place(screen: Screen) -> None:
    screen.signs_up("sara")
    (mine,) = screen.held().signups
    said = screen.ask(Move(SARA, mine.id, mine.offer, Act.CANCEL))
    assert isinstance(said, SignedUp)
    assert said.state is State.CANCELLED
    assert screen.held().signups == ()


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.usefixtures("session")
def test_an_offer_is_taken_where_it_was_made_and_not_shown_to_be_elsewhere(
    screen: Screen, station: Station, central: CentralAt, elsewhere: bool
) -> None:
    by = "another-station" if elsewhere else station.id
    said = {"session": "s1", "person": "sara", "household": value.HOME, "state": "offered", "paid": "allotment"}
    when = {"since": "2026-12-01T08:00:00.000Z", "asked_at": "2026-12-01T08:00:00.000Z"}
    central.publish("signup", "o1", {**said, **when, "by": by, "until": "2026-12-03T08:00:00.000Z"}, scope="hub:hub-1")
    assert station.sync().trouble == ""
    (offered,) = screen.held().signups
    assert (offered.state, offered.acts) == (
        State.OFFERED,
        frozenset({Act.CANCEL} if elsewhere else {Act.CANCEL, Act.TAKE}),
    )
    assert (offered.desk.badge if offered.desk else ()) == (("CASA",) if elsewhere else ())
    assert isinstance(screen.ask(Move(SARA, "o1", offered.offer, Act.TAKE)), SignedUp) is not elsewhere


@pytest.mark.usefixtures("session")
def test_nobody_signs_up_for_what_has_begun(screen: Screen, clock: ToldClock) -> None:
    clock.pass_(10 * 24 * 3600)
    assert isinstance(screen.ask(AskJoin(SARA, "s1")), Refused)
