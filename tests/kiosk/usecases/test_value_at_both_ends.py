"""What a station gives is accepted by the real central, and what it erases leaves nothing of whom but what is owed."""

from kiosk.domain.erasure import Because
from kiosk.domain.events import Type
from kiosk.domain.redeeming import Payment, Redeemed
from kiosk.domain.workers import Role
from kiosk.usecases.erase_family import Erased, erase
from tests import leftovers, sessions, value
from tests.central_at import CentralAt
from tests.families import mother_and_child
from tests.kiosk.usecases.test_vouchers import bodies
from tests.sessions import signed
from tests.station import Station
from tests.value import allot, at_desk, paid, swim
from tests.workers import on_shift


def test_what_was_paid_and_who_signed_up_is_accepted(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    value.all_set(central, station)
    assert isinstance(paid(station, swim(1200)), Redeemed)
    signed(station)
    done = station.sync()
    assert (done.trouble, done.refused, done.later, done.waiting) == ("", 0, 0, 0)


def test_an_erased_family_leaves_its_vouchers_sign_ups_and_redemptions_but_what_is_owed_is_paid(
    desk: Station, central: CentralAt
) -> None:
    value.all_set(central, desk)
    by = on_shift(desk, central, Role.COORDINATOR)
    family = mother_and_child(desk, by)
    child = family.people[1]
    value.voucher(central, "v9", household=family.household, people=[child])
    allot(central, desk, "v9", state=5000)
    central.cut()
    desk.sync()
    central.back()
    desk.sync()
    now = desk.clock.read()
    said = paid(desk, Payment(family.household, child, "swimming", 1200), "v9", asker=at_desk(by))
    assert isinstance(said, Redeemed)
    assert isinstance(desk.do(lambda tx: erase(tx, by, family.household, "", Because.ASKED, now)), Erased)
    ids = [family.household, *family.people]
    assert leftovers.at(desk, (), ids) == []
    (paid_again,) = bodies(desk, Type.REDEEMED)
    assert (paid_again["restates"], paid_again["household"], paid_again["person"]) == (said.given[0].event, "", "")
    assert (paid_again["redemption"], paid_again["parts"]) == (said.given[0].redemption, "state:1200")
