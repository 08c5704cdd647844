"""A card from elsewhere at the desk's vouchers: scanned, seen without a name, paid by a worker's, reversed."""

import pytest

from kiosk.domain import elsewhere
from kiosk.domain.codes import Code
from kiosk.domain.workers import Role
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.vouchers.finding import HouseholdFace
from kiosk.ui.desk.vouchers.paid import DoneFace, ReverseFace
from kiosk.ui.desk.vouchers.using import Bars, SayFace, UseFace, card_in, chosen, of_card
from tests import value
from tests.central_at import CentralAt
from tests.kiosk.storeroom.desk.sitting import AtDesk
from tests.station import Station
from tests.value import HOME
from tests.workers import on_shift, read


@pytest.fixture
def code(central: CentralAt) -> str:
    """Of a family of another hub."""
    return central.card_of("amina", "household-9", hub="hub-9")


@pytest.fixture
def at(desk: Station, central: CentralAt, code: str) -> AtDesk:
    """At a desk that may give 15 of 60 euro of its voucher; swimming costs 20."""
    central.publish("provider", "piscina", {"name": "Piscina Cardellino"})
    value.all_set(central, desk)
    said = {"programme": "prova", "serials": [serial(desk, code)], "left": 6_000, "state": "live"}
    central.publish(elsewhere.KIND, "v9", said, scope="desk:hub-1")
    value.allot(central, desk, "v9", state=1500)
    assert desk.sync().trouble == ""
    return AtDesk(desk, on_shift(desk, central, Role.COORDINATOR))


def serial(desk: Station, code: str) -> int:
    desk.sync()
    scanned = read(desk, code)
    assert isinstance(scanned, Code)
    return scanned.serial


@pytest.fixture
def whose(at: AtDesk, code: str) -> str:
    """As the address names them."""
    return of_card(serial(at.station, code))


def test_an_address_names_a_card_where_else_a_household_stands() -> None:
    want = chosen("card:77/v9/-/swimming/-/1200")
    assert want is not None
    assert (want.card, want.household, want.path) == (77, "", "card:77/v9/-/swimming/-/1200")
    assert [card_in(text) for text in ("household-1", "card:", "card:x", "card:-1", "card:99999999999")] == [0] * 5


def test_its_vouchers_are_seen_and_nobody(at: AtDesk, code: str, whose: str) -> None:
    opened = at.scan("vouchers", code)
    assert isinstance(opened, Said)
    assert opened.to == f"vouchers/family/{whose}"
    face = at.see(opened.to, HouseholdFace)
    (line,) = face.vouchers
    assert (face.guest, face.label, line.people, line.worth, line.left, line.here) == (True, "", (), 0, 6_000, 1_500)


def test_a_card_to_which_nothing_is_told_opens_nothing(at: AtDesk, central: CentralAt, code: str) -> None:
    central.withdraw(elsewhere.KIND, "v9")
    at.station.sync()
    assert at.scan("vouchers", code) == Said(Tone.NO, "no_card")


def test_it_is_paid_in_a_workers_name_and_reversed(at: AtDesk, central: CentralAt, whose: str) -> None:
    found = at.see(f"vouchers/use/{whose}/v9?nuo", UseFace)
    assert ([one.id for one in found.activities], found.people) == (["swimming"], ())
    swim = f"{whose}/v9/-/swimming/-/1500"
    ready = at.see(f"vouchers/use/{swim}", UseFace)
    assert (ready.bars, ready.why, ready.path) == (Bars(2_000, 0, 1_500, 500), "", swim)
    say = at.see(f"vouchers/say/{swim}", SayFace)
    assert (say.guest, say.cards, say.person, say.alone) == (True, (), None, True)
    central.cut()
    paid = at.done(f"vouchers/pay/{swim}")
    assert (paid.tone, paid.what, paid.number) == (Tone.DONE, "paid", 1_500)
    done = at.see(paid.to, DoneFace)
    assert (done.household, done.person, done.bars) == (whose, None, Bars(2_000, 0, 1_500, 500))
    assert [line.cents for line in at.see(f"vouchers/family/{whose}", HouseholdFace).redemptions] == [1_500]
    event = paid.to.rpartition("/")[2]
    assert at.see(f"vouchers/reverse/{event}", ReverseFace).household == whose
    assert at.done(f"vouchers/reverse/{event}/mistake").what == "reversed"


def test_as_much_as_lies_here_is_proposed(at: AtDesk, central: CentralAt, whose: str) -> None:
    central.cut()
    at.station.sync()
    assert at.see(f"vouchers/use/{whose}/v9/-/swimming/-/0", UseFace).bars == Bars(2_000, 0, 1_500, 500)


def test_a_household_does_not_reach_it_nor_the_card_a_households(at: AtDesk, whose: str) -> None:
    for path in (f"{HOME}/v9/amina/swimming/-/100", f"{whose}/v1/-/swimming/-/100"):
        assert at.look(f"vouchers/use/{path}") is None
        assert at.done(f"vouchers/pay/{path}") == Said(Tone.NO, "unknown")
