"""A lost card is bound again at the desk in three steps, without network, and the older is dead at once."""

from kiosk.domain.visits import AlreadyHere, MayLeave, Reason, Refused, Welcomed
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.usecases.bind_card import Bound, Reprint, give_card, reprint
from kiosk.usecases.find_family import find
from tests.central_at import CentralAt
from tests.families import mother_and_child
from tests.station import Station
from tests.workers import let_in, read


def given(desk: Station, central: CentralAt) -> tuple[list[str], str, str, Entered]:
    """Codes of three blanks, a child and her household, and the worker at the desk; the network is cut."""
    by = let_in(desk, central)
    codes = list(central.grant(desk.id, 3).values())
    desk.sync()
    family = mother_and_child(desk, by)
    desk.sync()
    central.cut()
    return codes, family.people[1], family.household, by


def give(desk: Station, by: Entered, code: str, person: str, household: str) -> object:
    now, scanned = desk.clock.read(), read(desk, code)
    return desk.do(lambda tx: give_card(tx, by, scanned, person, household, now))


def test_the_lost_card_is_dead_at_once_and_the_new_one_works(desk: Station, central: CentralAt) -> None:
    (lost, new, _), child, household, by = given(desk, central)
    assert isinstance(give(desk, by, lost, child, household), Bound)
    found = desk.do(lambda tx: find(tx, by, "amina had", desk.clock.read()))
    assert isinstance(found, tuple)
    (hit,) = found
    assert isinstance(give(desk, by, new, hit.person, hit.household), Bound)
    assert desk.scan(lost) == Refused(Reason.REPLACED)
    assert isinstance(desk.scan(new), Welcomed)
    central.back()
    assert desk.sync().trouble == ""
    assert desk.scan(lost) == Refused(Reason.REPLACED)
    assert isinstance(desk.scan(new), AlreadyHere | MayLeave)


def test_a_card_that_central_knows_is_dead_as_soon_as_another_is_given(desk: Station, central: CentralAt) -> None:
    (lost, new, newer), child, household, by = given(desk, central)
    give(desk, by, lost, child, household)
    central.back()
    desk.sync()
    central.cut()
    for older, code in ((lost, new), (new, newer)):
        give(desk, by, code, child, household)
        assert desk.scan(older) == Refused(Reason.REPLACED)
    assert isinstance(desk.scan(newer), Welcomed)
    central.back()


def test_the_card_of_the_same_person_in_another_household_lives(desk: Station, central: CentralAt) -> None:
    (mothers, fathers, _), child, household, by = given(desk, central)
    give(desk, by, mothers, child, household)
    give(desk, by, fathers, child, "another-household")
    assert isinstance(desk.scan(mothers), Welcomed)
    assert isinstance(desk.scan(fathers), AlreadyHere)
    central.back()


def test_a_torn_card_is_printed_again_with_the_same_code(desk: Station, central: CentralAt) -> None:
    (code, other, blank), child, household, by = given(desk, central)
    bound = give(desk, by, code, child, household)
    assert isinstance(bound, Bound)
    assert desk.do(lambda tx: reprint(tx, by, bound.serial)) == Reprint(bound.serial, code)
    give(desk, by, other, child, household)
    assert desk.do(lambda tx: reprint(tx, by, bound.serial)) == Refused(Reason.REPLACED)
    serial = getattr(read(desk, blank), "serial", -1)
    assert desk.do(lambda tx: reprint(tx, by, serial)) == Refused(Reason.UNBOUND)
    central.back()


def test_a_technician_gives_no_card(desk: Station, central: CentralAt) -> None:
    by = let_in(desk, central, Role.TECHNICIAN)
    (code,) = central.grant(desk.id, 1).values()
    desk.sync()
    assert give(desk, by, code, "p", "h") == NotIn(NotEntered.NOT_ALLOWED)
