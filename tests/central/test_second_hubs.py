"""The other hub to which a family comes is learnt from where it was seen, and holds part of its vouchers."""

import uuid
from datetime import timedelta
from typing import Any

import pytest

from central import erasing, feed, guests, nightly, second_hubs
from central.db import reading, writing
from central.opening import Central
from kiosk.domain import elsewhere
from kiosk.domain.accounts import Kind
from kiosk.domain.erasure import Erasure
from kiosk.domain.events import Type
from kiosk.domain.programmes import State
from kiosk.domain.wire import No, Phase
from tests.central import value
from tests.central.conftest import SQLITE_ONLY, Hands
from tests.central.station import Station, arrival, enrolled
from tests.central.test_booking import left, redeemed
from tests.central.value import ask, balance, given_back

# --- the rule -------------------------------------------------------------------------------------------------------


def test_it_is_where_they_were_seen_most_but_for_home() -> None:
    assert second_hubs.second_hub("h1", {"h1": 40, "h2": 3, "h3": 5}, "") == "h3"


def test_a_few_times_are_no_habit() -> None:
    assert second_hubs.second_hub("h1", {"h1": 40, "h2": 2}, "") == ""
    assert second_hubs.second_hub("h1", {"h2": 2}, "h2") == ""


def test_the_one_that_it_is_stays_it_until_another_has_more() -> None:
    assert second_hubs.second_hub("h1", {"h2": 4, "h3": 4}, "h3") == "h3"
    assert second_hubs.second_hub("h1", {"h2": 5, "h3": 4}, "h3") == "h2"


# --- learnt, told, granted ------------------------------------------------------------------------------------------


@pytest.fixture
def voucher(central: Central, station: Station) -> str:
    """Of EUR 150; its family has the cards 7 and 8, and 9 that is dead."""
    ask(station)
    with writing(central.engine) as tx:
        feed.publish(tx, "provider", "pool", {"name": "Piscina"})
        for serial, live in ((7, True), (8, True), (9, False)):
            card(tx, serial, live=live)
    return value.city(central)


def card(tx: Any, serial: int, live: bool = True) -> None:
    row: dict[str, Any] = {"serial": serial, "person": "p1", "household": "f1", "live": live}
    feed.publish(tx, "card", str(serial), row, scope="hub:h1")


@pytest.fixture
def other(central: Central, station: Station) -> Station:
    desk = enrolled(central, station.app, "h2", "desk", "other")
    ask(desk)
    return desk


def came(station: Station, serial: int = 7, times: int = 3) -> None:
    """They show their card where nobody knows whose it is."""
    unknown: dict[str, Any] = {"person": "", "household": "", "serial": serial}
    station.push(*(station.record(Type.ARRIVED, {**arrival(station.hub), **unknown}) for _ in range(times)))


def told(station: Station) -> elsewhere.Away | None:
    return away(station, elsewhere.KIND)


def guest(station: Station) -> elsewhere.Away | None:
    return away(station, elsewhere.GUEST)


def away(station: Station, of: str) -> elsewhere.Away | None:
    items = [one for (kind, _), one in station.copy().items() if kind == of and one.state == "live"]
    assert len(items) < 2
    return elsewhere.read(items[0].id, items[0].data) if items else None


def held(central: Central, voucher: str, *stations: Station) -> list[int]:
    return [balance(central, Kind.ALLOTTED, voucher, one.id) for one in stations]


def gives_back(station: Station, voucher: str) -> None:
    """As much as it is asked for, as its next exchange would."""
    said = station.copy()[("allotment", f"{voucher}@{station.id}")].data
    before = getattr(station, "gave", 0)
    rows, wanted = said["parts"][::-1], said["back"] - before
    given = []
    for fund, amount in rows:
        some = min(amount, wanted)
        wanted -= some
        given += [f"{fund}:{some}"] if some else []
    station.push(given_back(station, voucher, " ".join(given)))


def test_where_they_came_three_times_their_voucher_has_a_share(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    assert held(central, voucher, station, other) == [9750, 2250]
    assert balance(central, Kind.POOL, voucher) == 3000
    value.books_hold(central)


def test_all_that_is_told_there_is_the_cards_and_what_it_holds(central: Central, other: Station, voucher: str) -> None:
    came(other, serial=8)
    nightly.grant_all(central)
    fed = {(kind, id_): item for (kind, id_), item in other.copy().items() if item.state == "live"}
    assert fed[elsewhere.KIND, voucher].data == {
        "programme": "dote", "serials": [7, 8], "left": 15_000, "state": "live", "starts": "", "until": "",
        "owes": False,
    }  # fmt: skip
    assert {kind for kind, _ in fed} <= {
        elsewhere.KIND,
        "programme",
        "provider",
        "allotment",
        "lease",
        "key_list",
        "lead",
    }
    assert not any(name in repr([item.data for item in fed.values()]) for name in ("'f1'", "'p1'", "Ada"))


def test_a_touchscreen_there_is_told_nothing_and_holds_nothing(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    touch = enrolled(central, station.app, "h2", "touch", "touch")
    ask(touch)
    came(other)
    nightly.grant_all(central)
    assert told(touch) is None
    assert held(central, voucher, touch, other) == [0, 2250]


def test_before_there_is_a_habit_nothing_is_told(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other, times=2)
    nightly.grant_all(central)
    assert told(other) is None
    assert held(central, voucher, station, other) == [12_000, 0]


def test_what_was_taken_back_is_no_visit(central: Central, other: Station, voucher: str) -> None:
    came(other, times=2)
    visit = str(uuid.uuid4())
    other.push(
        other.record(Type.ARRIVED, {**arrival("h2", visit), "person": "", "household": ""}),
        other.record(Type.ARRIVAL_UNDONE, {"visit": visit, "why": "undone"}),
    )
    nightly.grant_all(central)
    assert told(other) is None


def test_a_share_at_home_is_asked_back_for_a_hub_that_is_learnt_later(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    nightly.grant_all(central)
    assert held(central, voucher, station, other) == [12_000, 0]
    came(other)
    nightly.grant_all(central)
    gives_back(station, voucher)
    nightly.grant_all(central)
    assert held(central, voucher, station, other) == [9750, 2250]
    value.books_hold(central)


def test_the_share_moves_when_habits_move(
    central: Central, station: Station, other: Station, voucher: str, clock: Hands
) -> None:
    third = enrolled(central, station.app, "h3", "desk", "third")
    ask(third)
    came(other)
    nightly.grant_all(central)
    came(third, times=4)
    nightly.grant_all(central)
    assert (told(other), told(third) is not None) == (None, True)
    assert held(central, voucher, other, third) == [2250, 0], "it may have given it: nothing is granted twice"
    gives_back(other, voucher)
    nightly.grant_all(central)
    assert held(central, voucher, other, third) == [0, 2250]
    value.books_hold(central)


def test_what_is_asked_back_is_asked_once(central: Central, station: Station, other: Station, voucher: str) -> None:
    came(other)
    nightly.grant_all(central)
    third = enrolled(central, station.app, "h3", "desk", "third")
    ask(third)
    came(third, times=4)
    for _ in range(3):
        nightly.grant_all(central)
    assert other.copy()[("allotment", f"{voucher}@{other.id}")].data["back"] == 2250


def test_it_is_told_what_is_left_as_it_changes(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    other.push(redeemed(other, voucher, "state:700", household="", person="", serial=7))
    now = told(other)
    assert now is not None
    assert (now.left, now.state, left(central, voucher)) == (14_300, State.LIVE, 14_300)


def test_a_card_that_is_new_leads_there_at_once_and_one_that_is_dead_no_more(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    with writing(central.engine) as tx:
        card(tx, 7, live=False)
        card(tx, 10)
        second_hubs.tell_cards(tx, {"f1"})
    now = told(other)
    assert now is not None
    assert now.serials == (8, 10)


def test_of_a_family_that_is_shielded_no_other_hub_is_told(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    with writing(central.engine) as tx:
        value.family(tx, shielded=True)
        guests.hide(tx, {"f1"})
    assert told(other) is None
    nightly.grant_all(central)
    assert told(other) is None


def test_of_a_family_that_is_erased_nothing_stays_there(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    with writing(central.engine) as tx:
        erasing.erase(tx, central.journal, Erasure("f1", "", central.now(), frozenset()), central.now())
    assert told(other) is None


@SQLITE_ONLY
def test_after_sixty_days_without_them_it_is_their_second_hub_no_more(
    central: Central, station: Station, other: Station, voucher: str, clock: Hands
) -> None:
    came(other)
    nightly.grant_all(central)
    clock.advance(timedelta(days=61))
    nightly.grant_all(central)
    assert told(other) is None


@SQLITE_ONLY
def test_a_programme_that_says_what_lies_at_home_and_nothing_more_has_all_of_it_there(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    with writing(central.engine) as tx:
        value.programme(tx, spread={"home_share": 80})
    came(other)
    nightly.grant_all(central)
    assert told(other) is None
    assert held(central, voucher, station, other) == [12_000, 0]


# --- guests of a day ------------------------------------------------------------------------------------------------


def test_on_the_day_on_which_they_come_any_hubs_desk_is_told_what_their_card_leads_to(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    touch = enrolled(central, station.app, "h2", "touch", "touch")
    came(touch, times=1)
    here = guest(other)
    assert here is not None
    assert (here.id, here.serials, here.left) == (voucher, (7, 8), 15_000)
    assert (guest(touch), guest(station)) == (None, None)
    nightly.grant_all(central)
    assert guest(other) is None


def test_of_a_card_that_is_known_there_or_nowhere_nothing_is_told(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    other.push(other.arrive())
    came(other, serial=99, times=1)
    came(other, serial=9, times=1)  # a dead one
    came(station, times=1)
    assert (guest(other), guest(station)) == (None, None)


def test_where_part_of_it_lies_they_are_no_guests(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    came(other, times=1)
    assert guest(other) is None


@pytest.mark.parametrize("before", [True, False], ids=["shielded before", "shielded since"])
def test_a_shielded_family_is_nobodys_guest(
    central: Central, station: Station, other: Station, voucher: str, before: bool
) -> None:
    def shield() -> None:
        with writing(central.engine) as tx:
            value.family(tx, shielded=True)
            guests.hide(tx, {"f1"})

    if before:
        shield()
    came(other, times=1)
    if not before:
        assert guest(other) is not None
        shield()
    assert guest(other) is None


# --- who owes a purse -----------------------------------------------------------------------------------------------


def test_a_voucher_that_owes_is_told_so_until_it_has_paid(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    with reading(central.engine) as tx:
        assert "owes" not in (feed.get(tx, "voucher", voucher) or {})
    ask(station, value.of_voucher(voucher, 3000))  # central has nothing left to pay with
    other.push(redeemed(other, voucher, "purse:200", means="purse", household="", person="", serial=7))
    now = told(other)
    assert now is not None
    assert now.owes
    with reading(central.engine) as tx:
        assert (feed.get(tx, "voucher", voucher) or {})["owes"] is True
    other.push(given_back(other, voucher, "state:200"))
    now = told(other)
    assert now is not None
    assert not now.owes
    value.books_hold(central)


# --- online, while another hub is silent ----------------------------------------------------------------------------


def asked(station: Station, voucher: str, amount: int) -> tuple[No | None, bool]:
    said = value.pending(station, Phase.ASK, str(uuid.uuid4()), of=voucher, amount=amount)
    return said.why, said.silent


def test_what_lies_at_a_hub_that_is_not_heard_of_a_purse_may_lend(
    central: Central, station: Station, other: Station, voucher: str, clock: Hands
) -> None:
    came(other)
    nightly.grant_all(central)  # EUR 97.50 at home, 22.50 at the other, 30 with central
    assert asked(other, voucher, 5400) == (No.NOT_ENOUGH, False), "home answers: it is asked back"
    clock.advance(timedelta(hours=2))
    assert asked(other, voucher, 5551) == (No.NOT_ENOUGH, False), "more than a purse lends"
    assert held(central, voucher, other) == [2250]
    assert asked(other, voucher, 5550) == (No.NOT_ENOUGH, True)
    assert held(central, voucher, other) == [5250], "what central has, for the rest of it"
    value.books_hold(central)


def test_what_nobody_can_have_any_more_is_lent_by_nobody(
    central: Central, station: Station, other: Station, voucher: str, clock: Hands
) -> None:
    came(other)
    nightly.grant_all(central)
    station.push(redeemed(station, voucher, "state:6500 city:3250"))
    clock.advance(timedelta(hours=2))
    assert asked(other, voucher, 5300) == (No.NOT_ENOUGH, False)


def test_what_central_lacks_is_asked_back_of_whoever_answers_and_comes_to_who_asks(
    central: Central, station: Station, other: Station, voucher: str
) -> None:
    came(other)
    nightly.grant_all(central)
    assert asked(other, voucher, 5750) == (No.NOT_ENOUGH, False)
    assert station.copy()[("allotment", f"{voucher}@{station.id}")].data["back"] == 500
    gives_back(station, voucher)
    assert asked(other, voucher, 5750) == (No.NOT_ENOUGH, False)
    assert held(central, voucher, other) == [5750]
    value.books_hold(central)
