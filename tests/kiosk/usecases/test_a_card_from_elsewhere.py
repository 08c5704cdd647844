"""A family pays at the other hub to which it comes: by its card, at the desk, offline, and never more than there is."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from central import nightly, revoking
from central.db import ledger as books
from kiosk.db.store import open_store
from kiosk.domain import elsewhere
from kiosk.domain.accounts import Kind
from kiosk.domain.codes import Code
from kiosk.domain.events import Type
from kiosk.domain.programmes import Why
from kiosk.domain.redeeming import Asker, Because, Means, NeedsSecond, NotPaid, Payment, Redeemed
from kiosk.domain.wire import PendingAsk
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.settings import Settings
from kiosk.sync.central import HttpCentral
from kiosk.usecases.pay_online import redeem_asked, redeem_or_ask
from kiosk.usecases.redeem import redeem
from kiosk.usecases.reverse_redemption import Reversed, reverse_redemption
from kiosk.usecases.what_is_left import what_is_left
from tests import value
from tests.central import value as city
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.usecases.test_vouchers import bodies
from tests.station import Station, enrolled
from tests.value import BY_SARA, at_desk, paid, swim
from tests.workers import employ, read, tried

DAY = 86_400
FAMILY, CARD = "household-1", 7_000  # cards of these tests that nobody knows here


@pytest.fixture
def away(tmp_path: Path, made_store: Path, central: CentralAt, clock: ToldClock) -> Iterator[Station]:
    """The desk of another hub."""
    shutil.copytree(made_store, tmp_path / "away")
    own = Settings(data=tmp_path / "away", full_screen=False)
    opened = open_store(own.store, bytes.fromhex(own.key_file.read_text()))
    yield enrolled(opened, central, own, clock, hub="hub-2", role="desk")
    opened.close()


def at_work(station: Station, central: CentralAt, *roles: Role, name: str = "Ada Prova") -> Entered:
    card = employ(central, *roles, name=name, hub=station.known.hub)
    assert station.sync().trouble == ""
    entered = tried(station, card)
    assert isinstance(entered, Entered)
    return entered


def by_card(cents: int, serial: int = CARD, session: str = "") -> Payment:
    return Payment("", "", "swimming", cents, session, serial)


def told(
    central: CentralAt, hub: str = "hub-2", serials: Sequence[int] = (CARD,), left: int = 10_000, **more: object
) -> None:
    """As central tells a second hub of a voucher."""
    said = {"programme": "prova", "serials": list(serials), "left": left, "state": "live", **more}
    central.publish(elsewhere.KIND, "v1", said, scope=f"desk:{hub}")


@pytest.fixture
def by(away: Station, central: CentralAt) -> Entered:
    """Of a card from elsewhere this desk may give EUR 15."""
    value.programme(central)
    value.offer(central)
    told(central)
    value.allot(central, away, state=1500)
    value.lease(central, away)
    return at_work(away, central)


# --- at the desk ----------------------------------------------------------------------------------------------------


def test_it_pays_at_the_desk_with_no_network_and_nobody_is_named(
    away: Station, central: CentralAt, by: Entered
) -> None:
    central.cut()
    done = paid(away, by_card(1200), asker=at_desk(by))
    assert isinstance(done, Redeemed)
    assert (done.cents, done.given[0].means) == (1200, Means.ALLOTMENT)
    (body,) = bodies(away, Type.REDEEMED)
    assert (body["household"], body["person"], body["serial"], body["hub"]) == ("", "", CARD, "hub-2")


def test_what_is_left_is_seen_by_the_card(away: Station, by: Entered) -> None:
    (left,) = away.do(lambda tx: what_is_left(tx, "", away.clock.read(), CARD))
    assert (left.at_least, left.told, left.until, left.voucher.people) == (1500, 10_000, "2027-07-31", ("",))
    assert away.do(lambda tx: what_is_left(tx, "", away.clock.read(), CARD + 1)) == ()


def test_it_pays_no_more_than_lies_here(away: Station, by: Entered) -> None:
    assert isinstance(paid(away, by_card(1500), asker=at_desk(by)), Redeemed)
    assert paid(away, by_card(1), asker=at_desk(by)) == NotPaid(Why.NO_ALLOTMENT, "v1")


def test_another_card_does_not_reach_it(away: Station, by: Entered) -> None:
    assert paid(away, by_card(100, serial=CARD + 1), asker=at_desk(by)) == NotPaid(Why.UNKNOWN, "v1")
    assert paid(away, by_card(100, serial=0), asker=at_desk(by)) == NotPaid(Why.UNKNOWN, "v1")


def test_a_revoked_card_reaches_nothing(away: Station, central: CentralAt, by: Entered) -> None:
    with central.writing() as tx:
        assert revoking.card(tx, central.own.journal, CARD)
    away.sync()
    assert paid(away, by_card(100), asker=at_desk(by)) == NotPaid(Why.UNKNOWN, "v1")


def test_without_a_worker_whose_role_allows_it_it_does_not_pay(away: Station, central: CentralAt, by: Entered) -> None:
    assert paid(away, by_card(100), asker=BY_SARA) == NotPaid(Why.UNKNOWN)
    assert paid(away, by_card(100), asker=Asker()) == NotPaid(Why.UNKNOWN)
    technician = at_work(away, central, Role.TECHNICIAN, name="Tea Esempio")
    assert paid(away, by_card(100), asker=at_desk(technician)) == NotIn(NotEntered.NOT_ALLOWED)


def test_above_the_programmes_amount_two_stand_for_it(away: Station, central: CentralAt, by: Entered) -> None:
    value.programme(central, two_workers_above=1000)
    second = at_work(away, central, name="Bruno Esempio")
    assert paid(away, by_card(1200), asker=at_desk(by)) == NeedsSecond(1000)
    assert isinstance(paid(away, by_card(1200), asker=at_desk(by, second)), Redeemed)


@pytest.mark.parametrize(
    ("why", "changes"),
    [
        (Why.SUSPENDED, {"state": "suspended"}),
        (Why.EXPIRED, {"until": "2026-11-30"}),
        (Why.NOT_YET, {"starts": "2026-12-02"}),
        (Why.USED, {"left": 0}),
    ],
)
def test_its_dates_and_what_it_holds_count_here_too(
    away: Station, central: CentralAt, by: Entered, why: Why, changes: dict[str, object]
) -> None:
    if why is Why.USED:
        assert isinstance(paid(away, by_card(1500), asker=at_desk(by)), Redeemed)
    told(central, **{"left": 10_000, **changes})  # type: ignore[arg-type]
    away.sync()
    assert paid(away, by_card(100), asker=at_desk(by)) == NotPaid(why, "v1")


def test_a_session_is_not_paid_twice_by_one_card_and_others_cards_do_not_count(
    away: Station, central: CentralAt, by: Entered
) -> None:
    told(central, serials=(CARD, CARD + 1))
    value.allot(central, away, state=5000)
    away.sync()
    assert isinstance(paid(away, by_card(1500, session="s1"), asker=at_desk(by)), Redeemed)
    assert paid(away, by_card(501, session="s1"), asker=at_desk(by)) == NotPaid(Why.ABOVE_PRICE, "v1")
    assert isinstance(paid(away, by_card(2000, CARD + 1, session="s1"), asker=at_desk(by)), Redeemed)


def test_where_it_is_told_no_more_it_pays_no_more(away: Station, central: CentralAt, by: Entered) -> None:
    told(central, hub="hub-3")
    away.sync()
    assert paid(away, by_card(100), asker=at_desk(by)) == NotPaid(Why.UNKNOWN, "v1")


def test_it_is_reversed_where_it_was_paid(away: Station, central: CentralAt, by: Entered) -> None:
    done = paid(away, by_card(1200), asker=at_desk(by))
    assert isinstance(done, Redeemed)
    event, now = done.given[0].event, away.clock.read()
    assert isinstance(away.do(lambda tx: reverse_redemption(tx, by, event, Because.MISTAKE, now)), Reversed)


# --- the purse, and who owes ----------------------------------------------------------------------------------------


def test_in_an_outage_the_purse_tops_up_but_lends_nothing_to_who_owes(
    away: Station, central: CentralAt, by: Entered
) -> None:
    value.allot(central, away, "purse", "purse", purse=10_000)
    away.sync()
    told(central, owes=True)
    away.sync()
    central.cut()
    away.sync()
    assert paid(away, by_card(1700), asker=at_desk(by)) == NotPaid(Why.NO_ALLOTMENT, "v1")
    central.back()
    told(central)
    away.sync()
    central.cut()
    away.sync()
    done = paid(away, by_card(1700), asker=at_desk(by))
    assert isinstance(done, Redeemed)
    assert [one.means for one in done.given] == [Means.ALLOTMENT, Means.PURSE]


def test_at_home_the_purse_lends_nothing_to_who_owes_either(desk: Station, central: CentralAt) -> None:
    value.all_set(central, desk, state=500)
    value.allot(central, desk, "purse", "purse", purse=10_000)
    by = at_work(desk, central)
    value.voucher(central, owes=True)
    desk.sync()
    central.cut()
    desk.sync()
    assert paid(desk, swim(700), asker=at_desk(by)) == NotPaid(Why.NO_ALLOTMENT, "v1")
    central.back()
    value.voucher(central)
    desk.sync()
    central.cut()
    desk.sync()
    assert isinstance(paid(desk, swim(700), asker=at_desk(by)), Redeemed)


# --- both hubs and the real books -----------------------------------------------------------------------------------


def as_much_as_they_give(station: Station, voucher: str, payment: Payment, asker: Asker) -> int:
    """Again and again, until nothing comes."""
    given = 0
    for cents in (payment.cents, 50, 1):
        while True:
            some = Payment(payment.household, payment.person, payment.activity, cents, "", payment.serial)
            now = station.clock.read()
            done = station.do(lambda tx, some=some, now=now: redeem(tx, [voucher], some, asker, now))  # type: ignore[misc]
            if not isinstance(done, Redeemed):
                break
            given += done.cents
    return given


def test_cut_apart_two_hubs_give_together_what_they_were_given_and_their_purses_lent_and_never_more(
    desk: Station, away: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.offer(central)
    central.publish("provider", "piscina", {"name": "Piscina"})
    card = central.cards("amina")["amina"]
    with central.writing() as tx:
        city.programme(tx)
        city.funded(tx)
        city.family(tx, FAMILY, ["amina"], hub="hub-1")
        voucher = city.voucher_of(tx, f"a1,dote,{FAMILY},amina,100,50")
    here, there = at_work(desk, central), at_work(away, central, name="Bruno Esempio")
    for _ in range(3):
        away.scan(card)
        clock.pass_(DAY)
        assert away.sync().trouble == ""
    nightly.grant_all(central.own)
    for station in (desk, away):
        assert station.sync().trouble == ""
    central.cut()
    for station in (desk, away):
        station.sync()
    scanned = read(away, card)
    assert isinstance(scanned, Code)
    elsewhere_ = as_much_as_they_give(away, voucher, by_card(500, scanned.serial), at_desk(there))
    at_home = as_much_as_they_give(desk, voucher, Payment(FAMILY, "amina", "swimming", 500), at_desk(here))
    assert (elsewhere_, at_home) == (2250 + 300, 9750 + 300)
    central.back()
    for station in (desk, away):
        done = station.sync()
        assert (done.trouble, done.refused, done.later) == ("", 0, 0)
    assert city.balance(central.own, Kind.SPENT) == elsewhere_ + at_home
    assert city.balance(central.own, Kind.POOL, voucher) == 15_000 - elsewhere_ - at_home
    assert (city.balance(central.own, Kind.SHORT), city.balance(central.own, Kind.DUE)) == (0, 0)
    assert central.cases() == []
    city.books_hold(central.own)
    with central.writing() as tx:
        assert sum(books.totals(tx).values()) == 0


# --- online, while another hub is silent ----------------------------------------------------------------------------


def test_while_the_hub_that_holds_the_rest_is_silent_the_purse_lends_online_once_in_a_day(
    away: Station, central: CentralAt, by: Entered, clock: ToldClock
) -> None:
    value.allot(central, away, "purse", "purse", purse=10_000)
    away.sync()
    assert paid(away, by_card(1700), asker=at_desk(by)) == NotPaid(Why.NO_ALLOTMENT, "v1")

    def lent(cents: int) -> object:
        now = away.clock.read()
        return away.do(lambda tx: redeem(tx, ["v1"], by_card(cents), at_desk(by), now, silent=True))

    first = lent(1700)
    assert isinstance(first, Redeemed)
    assert [one.means for one in first.given] == [Means.ALLOTMENT, Means.PURSE]
    clock.pass_(600)
    away.sync()
    assert lent(101) == NotPaid(Why.NO_ALLOTMENT, "v1"), "EUR 3 of a card, of which 2 are gone"
    assert isinstance(lent(100), Redeemed)
    clock.pass_(DAY)
    away.sync()
    assert isinstance(lent(300), Redeemed)


# --- by central's word ----------------------------------------------------------------------------------------------


@pytest.fixture
def serial(desk: Station, away: Station, central: CentralAt) -> int:
    """Of Amina's card, whose voucher of EUR 150 is in the real books; her hub has 120 of it, central the rest."""
    value.offer(central)
    central.publish("provider", "piscina", {"name": "Piscina"})
    code = central.cards("amina")["amina"]
    with central.writing() as tx:
        city.programme(tx)
        city.funded(tx)
        city.family(tx, FAMILY, ["amina"], hub="hub-1")
        city.voucher_of(tx, f"a1,dote,{FAMILY},amina,100,50")
    for station in (desk, away):
        assert station.sync().trouble == ""
    nightly.grant_all(central.own)
    away.scan(code)
    for station in (desk, away):
        assert station.sync().trouble == ""
    scanned = read(away, code)
    assert isinstance(scanned, Code)
    return scanned.serial


def asked_for(station: Station, payment: Payment, by: Entered) -> object:
    """Here, or by central's word."""
    (voucher,) = station.do(lambda tx: tx.vouchers.of_card(payment.serial))
    now, line = station.clock.read(), station.central
    first = station.do(lambda tx: redeem_or_ask(tx, [voucher.id], payment, at_desk(by), now))
    if not isinstance(first, PendingAsk):
        return first
    assert isinstance(line, HttpCentral)
    return redeem_asked(station.do, line.pending, first, payment, at_desk(by), station.clock)


def test_on_the_day_on_which_they_came_a_guest_pays_by_centrals_word(
    away: Station, central: CentralAt, serial: int
) -> None:
    by = at_work(away, central)
    done = asked_for(away, by_card(1200, serial), by)
    assert isinstance(done, Redeemed)
    assert [one.means for one in done.given] == [Means.ONLINE]
    assert away.sync().trouble == ""
    assert (city.balance(central.own, Kind.SPENT), city.balance(central.own, Kind.POOL)) == (1200, 1800)
    city.books_hold(central.own)


def test_while_their_hub_is_not_heard_of_the_purse_lends_what_central_lacks(
    away: Station, central: CentralAt, clock: ToldClock, serial: int
) -> None:
    by = at_work(away, central)
    for _ in range(2):
        assert isinstance(asked_for(away, by_card(1000, serial), by), Redeemed)
    assert asked_for(away, by_card(1200, serial), by) == NotPaid(Why.HELD_ELSEWHERE, first_voucher(away, serial))
    clock.pass_(2 * 3600)
    away.sync()
    asked_for(away, by_card(1200, serial), by)  # what central has comes by the next round
    away.sync()
    done = asked_for(away, by_card(1200, serial), by)
    assert isinstance(done, Redeemed)
    assert [(one.means, one.cents) for one in done.given] == [(Means.ALLOTMENT, 1000), (Means.PURSE, 200)]
    assert (away.sync().trouble, central.cases()) == ("", [])
    assert city.balance(central.own, Kind.DUE) == 200
    assert asked_for(away, by_card(100, serial), by) == NotPaid(Why.HELD_ELSEWHERE, first_voucher(away, serial))
    city.books_hold(central.own)


def first_voucher(station: Station, serial: int) -> str:
    return station.do(lambda tx: tx.vouchers.of_card(serial))[0].id
