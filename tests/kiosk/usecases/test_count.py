"""People whom nobody names are counted: as a claim, as a group, as a guest who is forgotten."""

import pytest

from kiosk.domain.attendance import CountedAs, Counts, Who
from kiosk.domain.visits import AlreadyHere, Reason, Refused, Welcomed
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.usecases.count import Numbers, admit_guest, check_in_group, count_unnamed, forget_guests
from kiosk.usecases.inside import inside, register
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import let_in, read

CLASS = Numbers((("6-10", 25),), adults=1)


def test_a_count_is_a_claim_until_a_worker_agrees(station: Station, clock: ToldClock) -> None:
    now = clock.read()
    said = station.do(lambda tx: count_unnamed(tx, Numbers((("0-5", 3), ("", 1)), adults=2), now))
    assert isinstance(said, Welcomed)
    assert station.do(lambda tx: register(tx, now)).inside == Counts({"0-5": 3, "": 1}, adults=2)
    station.sync()


@pytest.mark.parametrize(
    "numbers",
    [Numbers(), Numbers(adults=-1), Numbers(adults=1000), Numbers((("0-5", 0),)), Numbers((("a,b", 1),))],
)
def test_a_count_of_nobody_is_none(station: Station, clock: ToldClock, numbers: Numbers) -> None:
    now = clock.read()
    assert station.do(lambda tx: count_unnamed(tx, numbers, now)) == Refused(Reason.NOBODY)
    assert station.do(lambda tx: tx.events.waiting()) == 0


def test_a_class_comes_with_its_teachers_card_once(station: Station, central: CentralAt, clock: ToldClock) -> None:
    code = central.cards("teacher")["teacher"]
    station.sync()
    scanned, now = read(station, code), clock.read()
    said = station.do(lambda tx: check_in_group(tx, scanned, CLASS, now))
    assert isinstance(said, Welcomed)
    assert said.person is not None
    clock.pass_(5)
    soon = clock.read()
    assert isinstance(station.do(lambda tx: check_in_group(tx, scanned, CLASS, soon)), AlreadyHere)
    counts = station.do(lambda tx: register(tx, soon)).inside
    assert counts == Counts({"6-10": 25}, adults=1, groups=1)
    assert counts.people == 26


def test_a_group_without_a_card_takes_a_worker(station: Station, central: CentralAt, clock: ToldClock) -> None:
    now = clock.read()
    assert station.do(lambda tx: check_in_group(tx, None, CLASS, now)) == Refused(Reason.NOBODY)
    by = let_in(station, central)
    assert isinstance(station.do(lambda tx: check_in_group(tx, None, CLASS, now, by)), Welcomed)


def test_a_guest_is_named_to_the_desk_and_forgotten_when_their_days_are_over(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    by, now = let_in(station, central), clock.read()
    child = CountedAs(Who.CHILD, "6-10")
    assert isinstance(station.do(lambda tx: admit_guest(tx, by, " Una  Prova ", child, now, 30)), Welcomed)
    (line,) = station.do(lambda tx: inside(tx, now)).lines
    assert line.name == "Una Prova"
    assert station.do(lambda tx: inside(tx, now)).counts == Counts({"6-10": 1}, guests=1)
    clock.pass_(29 * 86400)
    station.sync()
    assert station.do(lambda tx: forget_guests(tx, clock.read())) == 0
    clock.pass_(86400)
    assert station.do(lambda tx: forget_guests(tx, clock.read())) == 1
    assert station.do(lambda tx: tx.attendance.guest_names(now.day().isoformat())) == {}
    assert station.do(lambda tx: register(tx, now)).came == Counts({"6-10": 1}, guests=1)
    assert station.do(audit.verify).holds()


def test_a_guest_whom_central_has_not_heard_of_is_kept_until_it_has(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    by, now = let_in(station, central), clock.read()
    central.cut()
    station.do(lambda tx: admit_guest(tx, by, "Una Prova", CountedAs(Who.ADULT), now, 1))
    clock.pass_(3 * 86400)
    assert station.do(lambda tx: forget_guests(tx, clock.read())) == 0


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "Una \u202eavorP"])
def test_a_guest_has_a_name_that_can_be_read(station: Station, central: CentralAt, clock: ToldClock, name: str) -> None:
    by, now = let_in(station, central), clock.read()
    said = station.do(lambda tx: admit_guest(tx, by, name, CountedAs(), now, 30))
    assert said == Refused(Reason.NOBODY)


def test_a_technician_counts_nobody(station: Station, central: CentralAt, clock: ToldClock) -> None:
    by, now = let_in(station, central, Role.TECHNICIAN), clock.read()
    no = NotIn(NotEntered.NOT_ALLOWED)
    assert station.do(lambda tx: count_unnamed(tx, CLASS, now, by)) == no
    assert station.do(lambda tx: check_in_group(tx, None, CLASS, now, by)) == no
    assert station.do(lambda tx: admit_guest(tx, by, "Una Prova", CountedAs(), now, 30)) == no
