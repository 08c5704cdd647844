"""A blank becomes somebody's card."""

from kiosk.domain import codes, keys
from kiosk.domain.visits import Reason, Refused, Welcomed
from kiosk.usecases.bind_card import Bound, bind_card
from tests.central_at import CentralAt
from tests.station import Station


def bind(station: Station, code: str, person: str) -> Bound | Refused:
    known = station.do(lambda tx: tx.station.get())
    assert known is not None
    scanned = codes.read(code, keys.open_list(known.key_list, known.root_public))
    return station.do(lambda tx: bind_card(tx, scanned, person, "household-1", station.clock.read()))


def test_a_blank_of_the_own_stock_is_bound_without_a_network(station: Station, central: CentralAt) -> None:
    central.cards("amina")
    blanks = central.grant(station.id, 3)
    station.sync()
    central.cut()
    (serial, code), *_ = blanks.items()
    assert bind(station, code, "amina") == Bound(serial, "amina")
    said = station.scan(code)
    assert isinstance(said, Welcomed)
    assert said.person is not None
    assert said.person.first_name == "Amina"


def test_a_blank_that_is_nobodys_yet_asks_at_the_desk(station: Station, central: CentralAt) -> None:
    blanks = central.grant(station.id, 1)
    station.sync()
    assert station.scan(*blanks.values()) == Refused(Reason.UNBOUND)


def test_a_card_that_is_somebodys_is_not_given_again(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    assert bind(station, code, "sara") == Refused(Reason.TAKEN)


def test_a_blank_of_another_station_is_not_given_out(station: Station, central: CentralAt) -> None:
    code = central.cards("amina", hub="hub-2")["amina"]
    station.sync()
    assert bind(station, code, "sara") == Refused(Reason.NOT_OURS)


def test_a_newer_card_kills_the_older_one_once_central_has_said_so(station: Station, central: CentralAt) -> None:
    old = central.cards("amina")["amina"]
    new = central.grant(station.id, 1)
    station.sync()
    (code,) = new.values()
    bind(station, code, "amina")
    station.sync()
    station.sync()
    assert station.scan(old) == Refused(Reason.REPLACED)
    assert isinstance(station.scan(code), Welcomed)


def test_a_bound_blank_leaves_the_stock(station: Station, central: CentralAt) -> None:
    blanks = central.grant(station.id, 2)
    station.sync()
    first = min(blanks)
    bind(station, blanks[first], "amina")
    assert station.do(lambda tx: tx.cards.blanks_left()) == 1
    assert station.do(lambda tx: tx.cards.blanks(9)) == [(max(blanks), blanks[max(blanks)])]
