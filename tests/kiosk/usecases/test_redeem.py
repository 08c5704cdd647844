"""A voucher pays with no network, never more than this station was given, and says precisely why it does not."""

from typing import Any

import pytest

from kiosk.domain.events import Type
from kiosk.domain.parts import Part
from kiosk.domain.pictures import Identified
from kiosk.domain.programmes import Why
from kiosk.domain.redeeming import Asker, Means, NeedsSecond, NotPaid, Redeemed
from tests import value
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.value import allot, at_desk, lease, offer, paid, programme, swim, voucher
from tests.workers import on_shift


def left(station: Station, of: str = "v1") -> int:
    incarnation = station.known.incarnation
    held = station.do(lambda tx: tx.allotments.get(incarnation, of))
    return held.most() if held else 0


def said(station: Station) -> list[Any]:
    return [one.body.content for one in station.do(lambda tx: tx.events.outbox(station.id, 50)) if one.body]


def test_a_voucher_pays_with_no_network_the_first_fund_first(station: Station, central: CentralAt) -> None:
    value.all_set(central, station, state=1000, city=1000)
    central.cut()
    done = paid(station, swim(1200))
    assert isinstance(done, Redeemed)
    (given,) = done.given
    assert given.parts == (Part("state", 1000), Part("city", 200))
    assert (done.cents, done.to_pay, given.means) == (1200, 800, Means.ALLOTMENT)
    assert left(station) == 800


def test_what_was_given_is_an_event_with_all_that_central_books_by(station: Station, central: CentralAt) -> None:
    value.all_set(central, station)
    done = paid(station, swim(1200, serial=7))
    assert isinstance(done, Redeemed)
    (body,) = said(station)
    assert body.pop("receipt") == done.given[0].receipt
    assert body == {
        "redemption": done.given[0].redemption,
        "voucher": "v1",
        "household": "household-1",
        "person": "amina",
        "serial": 7,
        "hub": "hub-1",
        "activity": "swimming",
        "session": "",
        "provider": "piscina",
        "price": 2000,
        "cents": 1200,
        "parts": "state:1200",
        "means": "allotment",
        "outage": "",
        "request": "",
        "worker": "",
        "second": "",
        "entry": "",
    }
    assert station.do(lambda tx: tx.events.outbox(station.id, 9))[0].header.type == Type.REDEEMED


def test_nothing_is_given_beyond_what_was_granted_however_often_it_was_told(
    station: Station, central: CentralAt
) -> None:
    value.all_set(central, station, state=1500)
    assert isinstance(paid(station, swim(1500)), Redeemed)
    central.withdraw("allotment", f"v1@{station.id}")
    station.sync()
    allot(central, station, state=1500)
    station.sync()
    assert isinstance(paid(station, swim(1)), NotPaid)
    assert left(station) == 0


def test_an_older_total_takes_nothing_back_and_a_withdrawn_record_leaves_it(
    station: Station, central: CentralAt
) -> None:
    value.all_set(central, station, state=1500)
    allot(central, station, state=300)
    station.sync()
    assert left(station) == 1500
    central.withdraw("allotment", f"v1@{station.id}")
    station.sync()
    assert left(station) == 1500


def test_what_another_incarnation_was_granted_is_nobodys_here(station: Station, central: CentralAt) -> None:
    value.all_set(central, station)
    row = {"of": "v2", "what": "voucher", "parts": [["state", 900]], "to": "another"}
    central.publish("allotment", f"v2@{station.id}", row, scope=f"station:{station.id}")
    station.sync()
    assert left(station, "v2") == 0


def test_several_vouchers_pay_one_price_and_the_family_the_rest(station: Station, central: CentralAt) -> None:
    value.all_set(central, station, state=700)
    voucher(central, "v2")
    allot(central, station, "v2", state=1000)
    station.sync()
    done = paid(station, swim(1500), "v1", "v2")
    assert isinstance(done, Redeemed)
    assert [(one.voucher, one.cents) for one in done.given] == [("v1", 700), ("v2", 800)]
    assert done.to_pay == 500


def test_never_more_than_the_price_not_by_a_second_payment_of_the_same_session_either(
    station: Station, central: CentralAt
) -> None:
    value.all_set(central, station)
    assert paid(station, swim(2001)) == NotPaid(Why.ABOVE_PRICE, "v1")
    assert isinstance(paid(station, swim(1500, "s1")), Redeemed)
    assert paid(station, swim(501, "s1")) == NotPaid(Why.ABOVE_PRICE, "v1")
    done = paid(station, swim(500, "s1"))
    assert isinstance(done, Redeemed)
    assert done.to_pay == 0


REFUSALS: list[tuple[Why, dict[str, Any], dict[str, Any]]] = [
    (Why.MODULE_OFF, {"active": False}, {}),
    (Why.SUSPENDED, {}, {"state": "suspended"}),
    (Why.EXPIRED, {}, {"until": "2026-11-30"}),
    (Why.EXPIRED, {}, {"state": "reclaimed"}),
    (Why.NOT_YET, {}, {"starts": "2026-12-02"}),
    (Why.NOT_FOR_CHILD, {}, {"people": ["omar"]}),
    (Why.WRONG_CATEGORY, {"categories": ["culture"]}, {}),
    (Why.WRONG_ACTIVITY, {"activities": ["chess"]}, {}),
    (Why.PROVIDER, {"providers": ["teatro"]}, {}),
    (Why.ABOVE_LIMIT, {"per_redemption": 1199}, {}),
    (Why.ABOVE_DAY, {"per_day": 1199}, {}),
    (Why.UNKNOWN, {}, {"household": "household-2"}),
]


@pytest.mark.parametrize(("why", "of_programme", "of_voucher"), REFUSALS)
def test_every_refusal_is_precise_and_leaves_nothing(
    station: Station, central: CentralAt, why: Why, of_programme: dict[str, Any], of_voucher: dict[str, Any]
) -> None:
    value.all_set(central, station)
    programme(central, **of_programme)
    voucher(central, **of_voucher)
    station.sync()
    assert paid(station, swim(1200)) == NotPaid(why, "v1")
    assert said(station) == []
    assert left(station) == 6000


def test_what_has_no_price_or_more_than_is_left_is_not_paid(station: Station, central: CentralAt) -> None:
    value.all_set(central, station, state=100)
    offer(central, "free", price_cents=None)
    voucher(central, left=500)
    station.sync()
    assert paid(station, swim(100, activity="free")) == NotPaid(Why.NO_PRICE, "v1")
    assert paid(station, swim(501)) == NotPaid(Why.ABOVE_LEFT, "v1")
    assert paid(station, swim(500)) == NotPaid(Why.NO_ALLOTMENT, "v1")
    voucher(central, left=0)
    station.sync()
    assert paid(station, swim(500)) == NotPaid(Why.USED, "v1")


def test_a_lease_that_is_over_stops_the_giving_and_one_that_is_renewed_goes_on(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.all_set(central, station)
    clock.pass_(35 * 86_400)
    assert paid(station, swim()) == NotPaid(Why.LEASE_OVER)
    lease(central, station)
    station.sync()
    assert isinstance(paid(station, swim()), Redeemed)


def test_a_station_whose_copy_was_seen_gives_nothing(station: Station, central: CentralAt) -> None:
    value.all_set(central, station)
    value.freeze(central, station)
    station.sync()
    assert paid(station, swim()) == NotPaid(Why.FROZEN)


def test_who_is_under_14_pays_with_somebody_grown(station: Station, central: CentralAt) -> None:
    value.all_set(central, station)
    child = Asker(Identified("amina", "household-1"))
    assert paid(station, swim(), asker=child) == NotPaid(Why.TOO_YOUNG)
    stranger = Asker(Identified("sara", "household-2"))
    assert paid(station, swim(), asker=stranger) == NotPaid(Why.UNKNOWN)


# --- the desk and the purse -----------------------------------------------------------------------------------------


def test_at_the_desk_a_worker_redeems_for_a_family_above_an_amount_two(desk: Station, central: CentralAt) -> None:
    value.all_set(central, desk)
    programme(central, two_workers_above=1000)
    one, other = on_shift(desk, central), on_shift(desk, central)
    assert isinstance(paid(desk, swim(1000), asker=at_desk(one)), Redeemed)
    assert paid(desk, swim(1001), asker=at_desk(one)) == NeedsSecond(1000)
    assert paid(desk, swim(1001), asker=at_desk(one, one)) == NeedsSecond(1000)
    assert isinstance(paid(desk, swim(1001), asker=at_desk(one, other)), Redeemed)
    assert said(desk)[-1]["second"] == other.worker.id
    with_pictures = Asker(value.SARA, one)
    assert isinstance(paid(desk, swim(1001), asker=with_pictures), Redeemed)


def test_in_an_outage_a_worker_gives_what_is_missing_out_of_the_purse(desk: Station, central: CentralAt) -> None:
    value.all_set(central, desk, state=1000)
    allot(central, desk, "purse", "purse", purse=10_000)
    by = at_desk(on_shift(desk, central))
    assert paid(desk, swim(1200), asker=by) == NotPaid(Why.NO_ALLOTMENT, "v1")  # central can be asked
    central.cut()
    assert desk.sync().trouble
    assert paid(desk, swim(1200)) == NotPaid(Why.NO_ALLOTMENT, "v1")  # at the touchscreen
    done = paid(desk, swim(1200), asker=by)
    assert isinstance(done, Redeemed)
    assert [(one.means, one.cents) for one in done.given] == [(Means.ALLOTMENT, 1000), (Means.PURSE, 200)]
    assert said(desk)[-1]["parts"] == "purse:200"
    assert said(desk)[-1]["outage"] == desk.do(lambda tx: tx.syncing.get()).last_good_at
    assert left(desk, "purse") == 9800
    assert paid(desk, swim(101), asker=by) == NotPaid(Why.NO_ALLOTMENT, "v1")  # 300 for one family in one outage
    assert isinstance(paid(desk, swim(100), asker=by), Redeemed)


def test_the_purse_gives_no_more_in_an_outage_than_was_funded_nor_than_the_programme_says(
    desk: Station, central: CentralAt
) -> None:
    value.all_set(central, desk, state=1)
    programme(central, spread={"guest_limit": 5000, "purse": 600})
    allot(central, desk, "purse", "purse", purse=500)
    by = at_desk(on_shift(desk, central))
    assert paid(desk, swim(502), asker=by, unreachable=True) == NotPaid(Why.NO_ALLOTMENT, "v1")
    allot(central, desk, "purse", "purse", purse=5000)
    desk.sync()
    assert paid(desk, swim(602), asker=by, unreachable=True) == NotPaid(Why.NO_ALLOTMENT, "v1")
    assert isinstance(paid(desk, swim(601), asker=by, unreachable=True), Redeemed)
