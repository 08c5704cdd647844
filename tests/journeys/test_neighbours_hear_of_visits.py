"""A station of a hub hears what the others saw; where it is the only one, nothing is told."""

from kiosk.usecases.inside import register
from tests.central_at import CentralAt
from tests.station import Station


def test_the_only_station_of_a_hub_is_told_nothing_of_what_it_told_itself(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    station.scan(code)
    assert station.sync().pulled == 0


def test_a_second_station_hears_who_came(station: Station, desk: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    station.scan(code)
    station.sync()
    desk.sync()
    now = desk.clock.read()
    assert desk.do(lambda tx: register(tx, now)).inside.people == 1
