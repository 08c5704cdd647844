"""A person arrives and shows a card."""

from central.keys import ROOT_FILE
from central.rotation import rotate
from kiosk.domain import codes, keys
from kiosk.domain.keys import Purpose
from kiosk.domain.visits import AlreadyHere, Reason, Refused, Undone, Welcomed
from kiosk.usecases.arrive import undo_arrival
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station


def test_a_known_card_is_welcomed_by_name_and_picture(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    said = station.scan(code)
    assert isinstance(said, Welcomed)
    assert said.person is not None
    assert (said.person.first_name, said.person.creature) == ("Amina", "fox")


def test_a_card_from_elsewhere_is_welcomed_without_a_name(station: Station, central: CentralAt) -> None:
    code = central.cards("amina", hub="hub-2")["amina"]
    station.sync()
    said = station.scan(code)
    assert isinstance(said, Welcomed)
    assert said.person is None


def test_a_card_whose_key_was_revoked_is_let_in_all_the_same(station: Station, central: CentralAt) -> None:
    """What it is worth is asked for at the desk, later; nobody is left standing at the door."""
    code = central.cards("amina")["amina"]
    rotate(central.own, central.own.folder / ROOT_FILE, Purpose.CARDS, revoke=True)
    station.sync()
    known = station.do(lambda tx: tx.station.get())
    assert known is not None
    read = codes.read(code, keys.open_list(known.key_list, known.root_public))
    assert isinstance(read, codes.Code)
    assert read.key_state is keys.KeyState.REVOKED
    assert isinstance(station.scan(code), Welcomed)


def test_a_second_scan_is_a_hello_and_counts_nothing(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    station.scan(code)
    again = station.scan(code)
    assert isinstance(again, AlreadyHere)
    assert again.person is not None
    assert station.do(lambda tx: (tx.visits.count(), tx.events.waiting())) == (1, 1)


def test_a_card_scanned_before_its_binding_came_is_not_counted_again(station: Station, central: CentralAt) -> None:
    station.sync()
    code = central.cards("amina")["amina"]
    assert isinstance(station.scan(code), Welcomed)
    station.sync()
    assert isinstance(station.scan(code), AlreadyHere)


def test_two_scans_around_midnight_are_one_visit(station: Station, central: CentralAt, clock: ToldClock) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    clock.pass_(14 * 3600 - 1)  # 23.59.59 in Milan
    assert isinstance(station.scan(code), Welcomed)
    clock.pass_(2)
    assert isinstance(station.scan(code), AlreadyHere)


def test_the_next_day_is_a_new_visit(station: Station, central: CentralAt, clock: ToldClock) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    station.scan(code)
    clock.pass_(24 * 3600)
    assert isinstance(station.scan(code), Welcomed)


def test_an_arrival_is_taken_back_by_an_opposite_event(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    said = station.scan(code)
    assert isinstance(said, Welcomed)
    now = station.clock.read()
    assert station.do(lambda tx: undo_arrival(tx, said.visit, now)) == Undone(said.visit)
    assert isinstance(station.scan(code), Welcomed)
    station.sync()
    assert central.counts().by_type[("arrival_undone", "accepted")] == 1


def test_an_arrival_is_taken_back_only_once_and_only_at_once(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    said = station.scan(code)
    assert isinstance(said, Welcomed)
    clock.pass_(16)
    late = clock.read()
    assert station.do(lambda tx: undo_arrival(tx, said.visit, late)) == Refused(Reason.TOO_LATE)
    assert station.do(lambda tx: undo_arrival(tx, "nobody", late)) == Refused(Reason.TOO_LATE)


def test_a_revoked_card_asks_at_the_desk(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    binding = station.do(lambda tx: tx.cards.binding(1) or tx.cards.binding(2))
    assert binding is not None
    central.publish("revocation", str(binding.serial), {"serial": binding.serial})
    station.sync()
    assert station.scan(code) == Refused(Reason.REVOKED)


def test_a_card_that_a_newer_one_replaced_asks_at_the_desk(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    binding = station.do(lambda tx: tx.cards.binding(1) or tx.cards.binding(2))
    assert binding is not None
    central.publish("card", str(binding.serial), {**vars(binding), "live": False}, scope="hub:hub-1")
    station.sync()
    assert station.scan(code) == Refused(Reason.REPLACED)


def test_an_expired_card_asks_at_the_desk(station: Station, central: CentralAt, clock: ToldClock) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    clock.pass_(11 * 366 * 24 * 3600)
    assert station.scan(code) == Refused(Reason.EXPIRED)


def test_a_code_of_another_kind_asks_at_the_desk(station: Station, central: CentralAt) -> None:
    assert station.scan(central.invite()) == Refused(Reason.WRONG_KIND)


def test_anything_else_asks_at_the_desk(station: Station) -> None:
    for nonsense in ("", "https://example.org", "4006381333931", "WM1", "WM1" + "0" * 150, "\x00" * 50, "x" * 10_000):
        assert station.scan(nonsense) == Refused(Reason.NOT_A_CODE)
