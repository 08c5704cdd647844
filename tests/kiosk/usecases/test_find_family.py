"""Families at a desk: registered without network, found as somebody types, and one household never shows the other."""

import json
from itertools import product

import pytest

from central import feed
from kiosk.db.store import Store
from kiosk.domain import shortcode
from kiosk.domain.events import Type
from kiosk.domain.families import Kind, Value
from kiosk.domain.overrides import Sight
from kiosk.domain.release import Bar, NotThisAdult, Released, release
from kiosk.domain.ties import Way
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.settings import Settings
from kiosk.usecases.edit_family import Asked, Change, Edited, NotFit, Protected, Same, ask_to_weaken, edit
from kiosk.usecases.export_household import export_household
from kiosk.usecases.find_family import Hit, Opened, find, minor, open_household, read_notes
from kiosk.usecases.register_family import NewMember, NewTie, Registered, register_family
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, mother_and_child, registered
from tests.station import Station, enrolled
from tests.workers import employ, let_in, tried


@pytest.fixture
def station(store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """A desk."""
    return enrolled(store, central, settings, clock, role="desk")


@pytest.fixture
def by(station: Station, central: CentralAt) -> Entered:
    return let_in(station, central, Role.EDUCATOR, Role.COORDINATOR)


def seek(station: Station, by: Entered, text: str) -> tuple[Hit, ...]:
    found = station.do(lambda tx: find(tx, by, text, station.clock.read()))
    assert isinstance(found, tuple)
    return found


def change(
    station: Station, by: Entered, kind: Kind, id_: str, household: str, name: str, now: Value
) -> Edited | Same | NotFit | Protected | NotIn:
    at = station.clock.read()
    return station.do(lambda tx: edit(tx, by, Change(kind, id_, household, name, now), at))


def of(station: Station, household: str, kind: Kind) -> list[str]:
    held = station.do(lambda tx: tx.families.of_household(household))
    return [one.id for one in held if one.kind is kind]


def test_a_family_is_known_at_once_without_network(station: Station, central: CentralAt, by: Entered) -> None:
    central.cut()
    family = mother_and_child(station, by)
    child = family.people[1]
    assert [hit.person for hit in seek(station, by, "am had")] == [child]
    said = station.do(lambda tx: minor(tx, child))
    assert release(said, family.people[0], station.clock.read().day()) == Released(Way.WITH_ADULT)
    central.back()


@pytest.mark.parametrize("typed", ["أمي", "حداد", "amina", "AMI had", "haddad am"])
def test_somebody_is_found_in_any_script_and_in_latin(station: Station, by: Entered, typed: str) -> None:
    family = mother_and_child(station, by)
    assert family.people[1] in [hit.person for hit in seek(station, by, typed)]


def test_what_central_made_of_it_is_shown_after_it_came_back(station: Station, by: Entered) -> None:
    family = mother_and_child(station, by)
    before = station.do(lambda tx: tx.families.of_household(family.household))
    assert station.sync().trouble == ""
    after = station.do(lambda tx: tx.families.of_household(family.household))
    assert [one.record.fields for one in after] == [one.record.fields for one in before]


def test_nothing_of_a_family_is_kept_if_one_field_cannot_be(station: Station, by: Entered) -> None:
    now = station.clock.read()
    bad = NewMember({**CHILD, "given": "x" * 501})
    said = station.do(lambda tx: register_family(tx, by, "Haddad", (NewMember(MOTHER), bad), (), now))
    assert said == NotFit()
    assert seek(station, by, "samira") == ()


def test_the_card_of_somebody_finds_them_by_its_short_code(station: Station, central: CentralAt, by: Entered) -> None:
    family = mother_and_child(station, by)
    child = family.people[1]
    bound = {"serial": 7, "person": child, "household": family.household, "live": True}
    central.publish("card", "7", bound, scope="hub:hub-1")
    station.sync()
    assert [hit.person for hit in seek(station, by, shortcode.write(7).lower())] == [child]


def test_a_name_that_happens_to_be_a_short_code_is_found_as_a_name(station: Station, by: Entered) -> None:
    names = ("l" + "".join(letters) for letters in product("aeinort", repeat=7))
    name = next(name for name in names if shortcode.read(name) is not None)
    family = registered(station, by, NewMember({**CHILD, "given": name.capitalize()}))
    assert [hit.person for hit in seek(station, by, name)] == [*family.people]


def test_one_child_in_two_households_and_neither_sees_the_other(station: Station, by: Entered) -> None:
    mothers = mother_and_child(station, by)
    child = mothers.people[1]
    tie = NewTie(0, 1, {"guardian": True})
    fathers = registered(station, by, NewMember(FATHER), NewMember(CHILD, child), ties=(tie,), label="Nasr")
    now = station.clock.read()
    for mine, other in ((mothers, fathers), (fathers, mothers)):
        opened = station.do(lambda tx, one=mine: open_household(tx, by, one.household, now))  # type: ignore[misc]
        exported = station.do(lambda tx, one=mine: export_household(tx, by, one.household, now))  # type: ignore[misc]
        assert isinstance(opened, Opened)
        shown = repr([one.record.fields for one in opened.records]) + json.dumps(exported)
        assert mine.household in shown + mine.household
        assert other.household not in shown
        assert other.people[0] not in shown
    assert "Karim" not in json.dumps(station.do(lambda tx: export_household(tx, by, mothers.household, now)))


def test_who_must_not_collect_is_known_from_whichever_household(station: Station, by: Entered) -> None:
    mothers = mother_and_child(station, by)
    child = mothers.people[1]
    fathers = registered(station, by, NewMember(FATHER), NewMember(CHILD, child), label="Nasr")
    relation: dict[str, Value] = {"child": child, "adult": fathers.people[0], "must_not_collect": True}
    for name, value in relation.items():
        change(station, by, Kind.RELATION, "tie", mothers.household, name, value)
    said = station.do(lambda tx: minor(tx, child))
    today = station.clock.read().day()
    assert release(said, fathers.people[0], today) == NotThisAdult(Bar.MUST_NOT_COLLECT)


def test_households_that_disagree_about_the_age_mean_the_younger(station: Station, by: Entered) -> None:
    child = mother_and_child(station, by).people[1]
    registered(station, by, NewMember({**CHILD, "born": "2010-01-01"}, child))
    assert station.do(lambda tx: minor(tx, child)).born == "2018-03-04"


def test_a_shielded_household_is_found_by_nobody_but_safeguarding(
    station: Station, central: CentralAt, by: Entered
) -> None:
    family = mother_and_child(station, by)
    done = change(station, by, Kind.HOUSEHOLD, family.household, family.household, "shielded", now=True)
    assert isinstance(done, Edited)
    now = station.clock.read()
    assert seek(station, by, "samira") == ()
    for said in (
        station.do(lambda tx: open_household(tx, by, family.household, now)),
        station.do(lambda tx: export_household(tx, by, family.household, now)),
        change(station, by, Kind.HOUSEHOLD, family.household, family.household, "label", "x"),
    ):
        assert said == NotIn(NotEntered.NOT_ALLOWED)
    guard = let_in_at_desk(station, central)
    assert len(seek(station, guard, "samira")) == 1
    assert isinstance(station.do(lambda tx: open_household(tx, guard, family.household, now)), Opened)
    station.sync()
    assert station.do(lambda tx: tx.people.get(family.people[0])) is None


def test_a_household_shielded_without_network_is_off_every_screen_at_once(
    station: Station, central: CentralAt, by: Entered
) -> None:
    family = mother_and_child(station, by)
    station.sync()
    assert station.do(lambda tx: tx.people.get(family.people[1])) is not None
    central.cut()
    change(station, by, Kind.HOUSEHOLD, family.household, family.household, "shielded", now=True)
    assert station.do(lambda tx: tx.people.get(family.people[1])) is None
    assert station.do(lambda tx: tx.people.all()) == []
    central.back()
    station.sync()
    assert station.do(lambda tx: tx.people.all()) == []


def test_who_is_of_safeguarding_no_longer_sees_no_shielded_household_though_they_still_stand_there(
    station: Station, central: CentralAt, by: Entered
) -> None:
    family = mother_and_child(station, by)
    change(station, by, Kind.HOUSEHOLD, family.household, family.household, "shielded", now=True)
    guard = let_in_at_desk(station, central)
    assert len(seek(station, guard, "samira")) == 1
    with central.writing() as tx:
        account = feed.get(tx, "worker", guard.worker.id)
        assert account is not None
        feed.publish(tx, "worker", guard.worker.id, {**account, "roles": ["educator"]}, scope="desk:hub-1")
    station.sync()
    now = station.clock.read()
    assert seek(station, guard, "samira") == ()
    said = station.do(lambda tx: open_household(tx, guard, family.household, now))
    assert said == NotIn(NotEntered.NOT_ALLOWED)


def let_in_at_desk(station: Station, central: CentralAt) -> Entered:
    """Somebody of safeguarding: known to this station, which is a desk."""
    card = employ(central, Role.SAFEGUARDING, name="Carla Prova")
    station.sync()
    entered = tried(station, card)
    assert isinstance(entered, Entered)
    return entered


def test_to_take_a_protection_away_takes_safeguarding_and_a_second_person(
    station: Station, central: CentralAt, by: Entered
) -> None:
    family = mother_and_child(station, by)
    (tie,) = of(station, family.household, Kind.RELATION)
    change(station, by, Kind.RELATION, tie, family.household, "must_not_collect", now=True)
    weaker = Change(Kind.RELATION, tie, family.household, "must_not_collect", now=False)
    now = station.clock.read()
    assert station.do(lambda tx: edit(tx, by, weaker, now)) == Protected()
    assert station.do(lambda tx: ask_to_weaken(tx, by, weaker, now)) == NotIn(NotEntered.NOT_ALLOWED)
    guard = let_in_at_desk(station, central)
    assert isinstance(station.do(lambda tx: ask_to_weaken(tx, guard, weaker, now)), Asked)
    station.sync()
    assert station.do(lambda tx: tx.families.get(Kind.RELATION, tie)).flag("must_not_collect")
    assert "weakening_asked" in central.cases()


def test_notes_are_read_by_role_and_every_reading_is_in_the_chain(station: Station, by: Entered) -> None:
    family = mother_and_child(station, by)
    child = family.people[1]
    for name, value in {"person": child, "what": "allergy", "text": "noci"}.items():
        change(station, by, Kind.NOTE, "note", family.household, name, value)
    now = station.clock.read()
    held = station.do(lambda tx: read_notes(tx, by, child, now))
    assert isinstance(held, tuple)
    assert [one.record.text("text") for one in held] == ["noci"]
    assert [look.what for look in station.do(lambda tx: tx.trail.looks_at(child))] == [Sight.NOTES]
    opened = station.do(lambda tx: open_household(tx, by, family.household, now))
    assert "noci" not in repr(opened)


def test_a_search_that_shows_names_is_one_look_that_does_not_say_what_was_typed(
    station: Station, by: Entered, clock: ToldClock
) -> None:
    def looks() -> list[str]:
        return [look.what for look in station.do(lambda tx: tx.trail.looks_at(""))]

    mother_and_child(station, by)
    assert seek(station, by, "zz") == ()
    assert looks() == []  # nobody was seen
    for end in range(2, 7):
        assert seek(station, by, "samira"[:end])
    assert looks() == [Sight.SEARCH]
    clock.pass_(601)
    assert seek(station, by, "samira")
    assert looks() == [Sight.SEARCH, Sight.SEARCH]
    chains = station.do(lambda tx: list(tx.events.chain(station.id)))
    said = [one.body.content for _, events in chains for one in events if one.header.type == Type.LOOKED and one.body]
    wanted = {"worker": by.worker.id, "entry": by.entry, "what": "search", "subject": ""}
    assert said == [wanted, wanted]


def test_a_touchscreen_is_told_a_first_name_a_picture_a_band_and_a_way(station: Station, by: Entered) -> None:
    family = mother_and_child(station, by)
    station.sync()
    child = station.do(lambda tx: tx.people.get(family.people[1]))
    assert child is not None
    assert (child.first_name, child.creature, child.band, child.way) == ("أمينة", "cat", "6-10", "with_adult")
    mother = station.do(lambda tx: tx.people.get(family.people[0]))
    assert mother is not None
    assert mother.band == "adult"


def test_a_technician_finds_nobody(station: Station, central: CentralAt) -> None:
    by = let_in(station, central, Role.TECHNICIAN)
    assert station.do(lambda tx: find(tx, by, "samira", station.clock.read())) == NotIn(NotEntered.NOT_ALLOWED)


def test_the_same_again_says_nothing(station: Station, by: Entered) -> None:
    family = mother_and_child(station, by)
    assert isinstance(family, Registered)
    said = change(station, by, Kind.HOUSEHOLD, family.household, family.household, "label", "Haddad")
    assert said == Same()
