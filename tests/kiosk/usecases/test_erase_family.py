"""A worker erases a family: at once, without network; what stays are numbers, and a chain that holds."""

import pytest

from kiosk.db.store import Store
from kiosk.domain.attendance import How
from kiosk.domain.codes import Code
from kiosk.domain.erasure import Because
from kiosk.domain.families import Kind, Value
from kiosk.domain.overrides import Sight
from kiosk.domain.visits import Reason, Refused, Welcomed
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.settings import Settings
from kiosk.usecases.bind_card import Bound, give_card
from kiosk.usecases.edit_family import Change, Edited, Protected, edit
from kiosk.usecases.erase_family import ALONE_A_DAY, Erased, NeedsSecond, NotKnown, erase
from kiosk.usecases.expect import AlreadyIn, NoPlace, Party, PlaceGiven, expect
from kiosk.usecases.find_family import find, minor
from kiosk.usecases.inside import register
from kiosk.usecases.leave import Gone, let_go
from kiosk.usecases.look import look
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from kiosk.usecases.set_secret import set_secret
from tests import leftovers
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, mother_and_child, registered
from tests.hubs import open_hub, rome, turns
from tests.station import Station, enrolled
from tests.workers import let_in, read

NAMES = ("Samira", "Haddad", "أمينة", "حداد", "Amina", "2018-03-04", "noci")


@pytest.fixture
def station(store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """A desk."""
    return enrolled(store, central, settings, clock, role="desk")


@pytest.fixture
def by(station: Station, central: CentralAt) -> Entered:
    central.grant(station.id, 5)
    return let_in(station, central, Role.COORDINATOR)


def erased(
    station: Station, by: Entered, household: str, person: str = "", second: Entered | None = None
) -> Erased | NotKnown | NeedsSecond | Protected | NotIn:
    now = station.clock.read()
    return station.do(lambda tx: erase(tx, by, household, person, Because.ASKED, now, second))


def changed(station: Station, by: Entered, kind: Kind, id_: str, household: str, **values: Value) -> None:
    now = station.clock.read()
    for name, value in values.items():
        change = Change(kind, id_, household, name, value)
        assert isinstance(station.do(lambda tx, one=change: edit(tx, by, one, now)), Edited)  # type: ignore[misc]


def carded(station: Station, by: Entered, person: str, household: str) -> str:
    """A card for somebody: its code."""
    now = station.clock.read()
    ((_, code),) = station.do(lambda tx: tx.cards.blanks())
    scanned = read(station, code)
    assert isinstance(station.do(lambda tx: give_card(tx, by, scanned, person, household, now)), Bound)
    return code


def known(station: Station, by: Entered) -> tuple[Registered, str]:
    """A family of whom everything is kept that can be, and the code of the child's card; they came today."""
    family = mother_and_child(station, by)
    child, now = family.people[1], station.clock.read()
    changed(station, by, Kind.NOTE, "note", family.household, person=child, what="allergy", text="noci")
    set_secret(station.do, by, family.household, "", ("sun", "moon", "boat"), station.clock, make=lambda _: VERIFIER)
    code = carded(station, by, child, family.household)
    assert isinstance(station.scan(code), Welcomed)
    station.do(lambda tx: look(tx, by, Sight.PERSON, child, now))
    return family, code


VERIFIER = "$argon2id$v=19$m=8,t=1,p=1$" + "a" * 22 + "$" + "b" * 43


def left_of(station: Station, family: Registered) -> list[str]:
    return leftovers.at(station, (*NAMES, VERIFIER), (*family.people, family.household))


@pytest.mark.parametrize("synced", [False, True], ids=["central never heard of them", "central knows them"])
def test_a_family_is_gone_at_once_without_network(
    station: Station, central: CentralAt, by: Entered, *, synced: bool
) -> None:
    family, code = known(station, by)
    if synced:
        assert station.sync().trouble == ""
    central.cut()
    said = erased(station, by, family.household)
    assert isinstance(said, Erased)
    assert set(said.people) == set(family.people)
    assert left_of(station, family) == []
    assert station.do(lambda tx: find(tx, by, "samira", station.clock.read())) == ()
    assert station.scan(code) == Refused(Reason.REVOKED)
    assert station.do(audit.verify).holds()
    central.back()


def test_their_cards_are_nobodys_blanks_again(station: Station, by: Entered) -> None:
    family, code = known(station, by)
    scanned = read(station, code)
    assert isinstance(scanned, Code)
    erased(station, by, family.household)
    assert scanned.serial not in dict(station.do(lambda tx: tx.cards.blanks(50)))
    assert station.do(lambda tx: tx.cards.blanks_left()) == 4


def test_that_they_came_stays_a_number(station: Station, by: Entered) -> None:
    family, _ = known(station, by)
    now = station.clock.read()
    before = station.do(lambda tx: register(tx, now)).came
    erased(station, by, family.household)
    after = station.do(lambda tx: register(tx, now))
    assert after.came == before
    assert [stay.person for stay in after.stays] == [""]


@pytest.mark.parametrize("synced", [False, True], ids=["not pushed before", "pushed before"])
def test_they_are_counted_at_central_once_and_nobody_has_to_look_at_the_holes(
    station: Station, central: CentralAt, by: Entered, *, synced: bool
) -> None:
    family, _ = known(station, by)
    if synced:
        station.sync()
    erased(station, by, family.household)
    assert station.sync().trouble == ""
    assert central.counts().visits == 1
    assert central.cases() == []
    with central.writing() as tx:
        (visit,) = tx.exec_driver_sql("SELECT person, household, serial, arrived_at FROM visits")
        facts = tx.exec_driver_sql("SELECT person, serial FROM facts").all()
    assert tuple(visit)[:3] == ("", "", 0)
    assert [tuple(fact) for fact in facts] == [("", 0)]
    assert left_of(station, family) == []


def test_what_comes_down_afterwards_brings_nobody_back(station: Station, central: CentralAt, by: Entered) -> None:
    family, _ = known(station, by)
    station.sync()
    erased(station, by, family.household)
    for _ in range(2):
        assert station.sync().trouble == ""
        assert left_of(station, family) == []
    again = station.sync()
    assert (again.requests, again.pushed, again.repaired) == (1, 0, 0)


def test_a_child_of_two_households_stays_in_the_other(station: Station, by: Entered) -> None:
    mothers = mother_and_child(station, by)
    mother, child = mothers.people
    fathers = registered(station, by, NewMember(FATHER), NewMember({**CHILD, "creature": "owl"}, child), label="Nasr")
    station.sync()
    said = erased(station, by, mothers.household)
    assert isinstance(said, Erased)
    assert said.people == (mother,)
    for _ in range(2):
        shown = station.do(lambda tx: tx.people.get(child))
        assert shown is not None
        assert (shown.household, shown.creature) == (fathers.household, "owl")
        assert len(station.do(lambda tx: tx.families.of_household(fathers.household))) == 3
        assert station.do(lambda tx: tx.families.of_household(mothers.household)) == []
        assert station.do(lambda tx: tx.people.get(mother)) is None
        station.sync()


def test_one_person_goes_and_the_others_stay(station: Station, by: Entered) -> None:
    family, code = known(station, by)
    mother, child = family.people
    station.sync()
    said = erased(station, by, family.household, child)
    assert isinstance(said, Erased)
    for _ in range(2):
        assert leftovers.at(station, ("أمينة", "noci", "2018-03-04"), (child,)) == []
        (hit,) = station.do(lambda tx: find(tx, by, "haddad", station.clock.read()))  # type: ignore[misc]
        assert hit.person == mother
        assert station.scan(code) == Refused(Reason.REVOKED)
        station.sync()


def test_the_last_of_a_household_is_all_of_it(station: Station, by: Entered) -> None:
    family = registered(station, by, NewMember(MOTHER), label="Haddad")
    erased(station, by, family.household, family.people[0])
    assert left_of(station, family) == []


def test_with_whom_somebody_elses_child_left_is_forgotten_too(
    station: Station, central: CentralAt, by: Entered
) -> None:
    grandmother = registered(station, by, NewMember({**MOTHER, "given": "Zahra"}), label="Zahra")
    family = mother_and_child(station, by)
    child = family.people[1]
    tie: dict[str, Value] = {"child": child, "adult": grandmother.people[0], "may_collect": True}
    changed(station, by, Kind.RELATION, "tie", family.household, **tie)
    came = station.scan(carded(station, by, child, family.household))
    assert isinstance(came, Welcomed)
    now = station.clock.read()
    gone = station.do(lambda tx: let_go(tx, by, came.visit, minor(tx, child), grandmother.people[0], now))
    assert isinstance(gone, Gone)
    erased(station, by, grandmother.household)
    (stay,) = station.do(lambda tx: register(tx, now)).stays
    assert (stay.person, stay.how, stay.adult) == (child, How.WITH_ADULT, "")
    station.sync()
    with central.writing() as tx:
        left = tx.exec_driver_sql("SELECT how, adult FROM facts WHERE what = 'left'").all()
        (visit,) = tx.exec_driver_sql("SELECT person FROM visits")
    assert [tuple(row) for row in left] == [("with_adult", "")]
    assert tuple(visit) == (child,)


def test_whoever_is_erased_is_expected_no_more_and_their_places_are_free(
    station: Station, central: CentralAt, by: Entered
) -> None:
    open_hub(central, turns(2))
    station.sync()
    family = mother_and_child(station, by)
    now, turn = station.clock.read(), rome("11:30")
    for _ in range(2):
        given = station.do(lambda tx: expect(tx, by, turn, Party(family.people), now))
        assert isinstance(given, PlaceGiven | AlreadyIn)
        assert station.sync().trouble == ""
    assert isinstance(station.do(lambda tx: expect(tx, by, turn, Party(("omar",)), now)), NoPlace)
    erased(station, by, family.household)
    assert station.do(lambda tx: register(tx, now)).stays == ()
    for _ in range(2):
        station.sync()
    assert leftovers.at(station, NAMES, family.people) == []
    assert leftovers.at_central(central, NAMES, family.people) == []
    given = station.do(lambda tx: expect(tx, by, turn, Party(("omar",)), now))
    assert isinstance(given, PlaceGiven)
    assert given.free == 1


# --- who may --------------------------------------------------------------------------------------------------------


def test_an_educator_erases_nobody(station: Station, central: CentralAt, by: Entered) -> None:
    family = mother_and_child(station, by)
    educator = let_in(station, central, Role.EDUCATOR, name="Berta Prova")
    assert erased(station, educator, family.household) == NotIn(NotEntered.NOT_ALLOWED)
    assert left_of(station, family)


def test_a_shielded_household_is_erased_by_safeguarding_alone(
    station: Station, central: CentralAt, by: Entered
) -> None:
    family = mother_and_child(station, by)
    changed(station, by, Kind.HOUSEHOLD, family.household, family.household, shielded=True)
    assert erased(station, by, family.household) == NotIn(NotEntered.NOT_ALLOWED)
    guard = let_in(station, central, Role.SAFEGUARDING, name="Carla Prova")
    assert isinstance(erased(station, guard, family.household), Erased)


def test_an_erasure_that_central_does_not_allow_waits_for_a_person_and_the_station_gets_them_back(
    station: Station, central: CentralAt, by: Entered
) -> None:
    """Their role was taken from them while the desk had no network."""
    family = mother_and_child(station, by)
    station.sync()
    account = {"name": "Ada Prova", "roles": ["educator"], "serial": by.worker.serial, "revoked": False, "verifier": ""}
    central.publish("worker", by.worker.id, account, scope="hub:hub-1")
    assert isinstance(erased(station, by, family.household), Erased)
    assert station.do(lambda tx: find(tx, by, "samira", station.clock.read())) == ()
    for _ in range(2):
        assert station.sync().trouble == ""
    assert central.cases() == ["erasure_not_allowed"]
    assert len(station.do(lambda tx: find(tx, by, "samira", station.clock.read()))) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("whom", ["household", "adult"])
def test_to_whom_a_child_who_stays_must_not_be_handed_is_not_erased_by_the_way(
    station: Station, central: CentralAt, by: Entered, whom: str
) -> None:
    """It counts whichever household said it: the child's other one, or the rest of this one, stands on it."""
    mothers = mother_and_child(station, by)
    mother, child = mothers.people
    if whom == "household":
        tie = NewTie(0, 1, {"guardian": True})
        registered(station, by, NewMember(FATHER), NewMember(CHILD, child), ties=(tie,), label="Nasr")
    changed(station, by, Kind.RELATION, "t", mothers.household, child=child, adult=mother, must_not_collect=True)
    person = mother if whom == "adult" else ""
    assert erased(station, by, mothers.household, person) == Protected()
    assert station.do(lambda tx: tx.families.get(Kind.RELATION, "t")).flag("must_not_collect")
    guard = let_in(station, central, Role.SAFEGUARDING, name="Carla Prova")
    assert isinstance(erased(station, guard, mothers.household, person), Erased)


def test_whom_nobody_knows_nobody_erases(station: Station, by: Entered) -> None:
    family = mother_and_child(station, by)
    waiting = station.do(lambda tx: tx.events.waiting())
    assert erased(station, by, "nobody") == NotKnown()
    assert erased(station, by, family.household, "nobody") == NotKnown()
    assert station.do(lambda tx: tx.events.waiting()) == waiting
    erased(station, by, family.household)
    assert erased(station, by, family.household) == NotKnown()


def test_beyond_a_few_families_a_day_another_worker_stands_by(
    station: Station, by: Entered, central: CentralAt, clock: ToldClock
) -> None:
    first, *more = (mother_and_child(station, by) for _ in range(ALONE_A_DAY + 2))
    assert isinstance(erased(station, by, first.household, first.people[1]), Erased)
    for one in more[: ALONE_A_DAY - 1]:
        assert isinstance(erased(station, by, one.household), Erased)
    *_, last, tomorrows = more
    assert erased(station, by, last.household) == NeedsSecond()
    assert erased(station, by, last.household, last.people[1]) == NeedsSecond()  # nor one by one
    assert isinstance(erased(station, by, first.household), Erased)  # the rest of one that was begun
    assert erased(station, by, last.household, second=by) == NeedsSecond()
    technician = let_in(station, central, Role.TECHNICIAN, name="Elio Prova")
    assert erased(station, by, last.household, second=technician) == NeedsSecond()
    educator = let_in(station, central, name="Bea Prova")
    done = erased(station, by, last.household, second=educator)
    assert isinstance(done, Erased)
    said = station.do(lambda tx: tx.events.body(done.event))
    assert said is not None
    assert (said["worker"], said["second"]) == (by.worker.id, educator.worker.id)
    clock.pass_(86400)
    assert isinstance(erased(station, by, tomorrows.household), Erased)
    assert station.sync().trouble == ""
    assert central.cases() == []
    assert station.do(audit.verify).holds()
