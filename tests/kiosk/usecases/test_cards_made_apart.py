"""Two desks of a hub, both without network, each give one person a card (OFFLINE.md, Codes)."""

import pytest

from kiosk.domain.cases import Kind
from kiosk.domain.casework import MADE_APART, Why
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Entered, Role
from kiosk.usecases.bind_card import Bound, give_card
from kiosk.usecases.needs_a_person import needs
from kiosk.usecases.settle_case import Settled, close_case
from tests.central_at import CentralAt
from tests.families import mother_and_child
from tests.station import Station
from tests.workers import let_in, read


def given(station: Station, by: Entered, code: str, person: str, household: str) -> None:
    scanned, now = read(station, code), station.clock.read()
    assert isinstance(station.do(lambda tx: give_card(tx, by, scanned, person, household, now)), Bound)


def live(station: Station, household: str) -> set[int]:
    return {card.serial for card in station.do(lambda tx: tx.cards.of_household(household))}


@pytest.mark.parametrize("first", [0, 1])
def test_neither_is_lost_and_a_case_opens_until_a_worker_has_given_a_third(
    station: Station, desk: Station, central: CentralAt, first: int
) -> None:
    blanks = [central.grant(one.id, 2) for one in (station, desk)]
    workers = [let_in(one, central, Role.COORDINATOR, name=name) for one, name in ((station, "Ada"), (desk, "Berta"))]
    family = mother_and_child(desk, workers[1])
    child = family.people[1]
    for one in (desk, station):
        assert one.sync().trouble == ""
    for one, by, codes in zip((station, desk), workers, blanks, strict=True):
        given(one, by, next(iter(codes.values())), child, family.household)
    both = {next(iter(codes)) for codes in blanks}
    for one in [(station, desk), (desk, station)][first] * 2:
        assert one.sync().trouble == ""
    assert live(station, family.household) == live(desk, family.household) == both
    assert central.cases() == [MADE_APART]
    now, by = desk.clock.read(), workers[1]
    listed = desk.do(lambda tx: needs(tx, by, now, 0))
    assert isinstance(listed, tuple)
    (case,) = (one for one in listed if one.kind is Kind.CENTRALS)
    assert case.what == MADE_APART
    given(desk, by, list(blanks[1].values())[1], child, family.household)
    for one in (desk, station, desk):
        assert one.sync().trouble == ""
    (last,) = {list(blanks[1])[1]}
    assert live(station, family.household) == live(desk, family.household) == {last}
    for codes in blanks:
        assert station.scan(next(iter(codes.values()))) == Refused(Reason.REPLACED)
    assert isinstance(desk.do(lambda tx: close_case(tx, by, case.id, Why.SETTLED, now)), Settled)
    assert desk.sync().trouble == ""
    assert central.cases() == []
