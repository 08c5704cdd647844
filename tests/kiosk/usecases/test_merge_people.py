"""One human registered twice: one in the register and the search, protected as both, and two again when undone."""

import json
from dataclasses import dataclass, field

import pytest

from kiosk.domain.attendance import CountedAs, Counts, How, Who
from kiosk.domain.families import Kind, Value
from kiosk.domain.merges import WhyNot
from kiosk.domain.release import Bar, NotThisAdult, Released, release
from kiosk.domain.ties import Way
from kiosk.domain.visits import AlreadyHere, Family, FamilyArrived, Reason, Refused, Welcomed
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.usecases.arrive import arrive
from kiosk.usecases.arrive_family import arrive_family, family_of
from kiosk.usecases.bind_card import Bound, give_card
from kiosk.usecases.consents import consents_to
from kiosk.usecases.edit_family import Change, Edited, edit
from kiosk.usecases.export_household import export_household
from kiosk.usecases.find_family import Hit, find, minor, open_household, read_notes
from kiosk.usecases.inside import inside, register
from kiosk.usecases.leave import Gone, let_go
from kiosk.usecases.merge_people import (
    Merged,
    NoSuchMerge,
    NotOne,
    Pair,
    merge_people,
    merged_people,
    undo_merge,
)
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.station import Station
from tests.workers import employ, let_in, read, tried

MOTHERS_TIE = NewTie(0, 1, {"guardian": True, "may_collect": True})


@dataclass
class Hub:
    """A desk that knows Amina twice: by her mother's household, and by her father's."""

    desk: Station
    central: CentralAt
    by: Entered
    mothers: Registered
    fathers: Registered
    codes: list[str] = field(default_factory=list)

    @property
    def amina(self) -> str:
        return self.mothers.people[1]

    @property
    def again(self) -> str:
        return self.fathers.people[1]

    def merged(self, keep: str = "", drop: str = "", by: Entered | None = None) -> Merged | NotOne | NotIn:
        who, now = by or self.by, self.desk.clock.read()
        return self.desk.do(lambda tx: merge_people(tx, who, keep or self.amina, drop or self.again, now))

    def are_one(self) -> str:
        done = self.merged()
        assert isinstance(done, Merged)
        return done.event

    def undone(self, event: str, by: Entered | None = None) -> str | NoSuchMerge | NotIn:
        who, now = by or self.by, self.desk.clock.read()
        return self.desk.do(lambda tx: undo_merge(tx, who, event, now))

    def listed(self, by: Entered | None = None) -> tuple[Pair, ...]:
        pairs = self.desk.do(lambda tx: merged_people(tx, by or self.by))
        assert isinstance(pairs, tuple)
        return pairs

    def found(self, text: str, by: Entered | None = None) -> tuple[Hit, ...]:
        hits = self.desk.do(lambda tx: find(tx, by or self.by, text, self.desk.clock.read()))
        assert isinstance(hits, tuple)
        return hits

    def said(self, kind: Kind, id_: str, household: str, **values: Value) -> None:
        now = self.desk.clock.read()
        for name, value in values.items():
            change = Change(kind, id_, household, name, value)
            assert isinstance(self.desk.do(lambda tx, one=change: edit(tx, self.by, one, now)), Edited)  # type: ignore[misc]

    def released(self, person: str, adult: str) -> object:
        return release(self.desk.do(lambda tx: minor(tx, person)), adult, self.desk.clock.read().day())

    def comes(self, code: str) -> Welcomed | object:
        scanned, now = read(self.desk, code), self.desk.clock.read()
        return self.desk.do(lambda tx: arrive(tx, scanned, now, lambda _: CountedAs(Who.CHILD, "6-10")))

    def carded(self, person: str, household: str) -> str:
        """A card of theirs: its code."""
        code, now = self.codes.pop(), self.desk.clock.read()
        scanned = read(self.desk, code)
        done = self.desk.do(lambda tx: give_card(tx, self.by, scanned, person, household, now))
        assert isinstance(done, Bound)
        return code

    def inside(self) -> Counts:
        now = self.desk.clock.read()
        return self.desk.do(lambda tx: register(tx, now)).inside


@pytest.fixture
def hub(desk: Station, central: CentralAt) -> Hub:
    by = let_in(desk, central, Role.COORDINATOR)
    mothers = registered(desk, by, NewMember(MOTHER), NewMember(CHILD), ties=(MOTHERS_TIE,))
    fathers = registered(desk, by, NewMember(FATHER), NewMember({**CHILD, "given": "Amina"}), label="Nasr")
    codes = list(central.grant(desk.id, 4).values())
    assert desk.sync().trouble == ""
    return Hub(desk, central, by, mothers, fathers, codes)


@pytest.fixture
def guard(hub: Hub) -> Entered:
    """Somebody of safeguarding at the same desk."""
    card = employ(hub.central, Role.SAFEGUARDING, name="Carla Prova")
    hub.desk.sync()
    entered = tried(hub.desk, card)
    assert isinstance(entered, Entered)
    return entered


# --- one, wherever they are looked at -------------------------------------------------------------------------------


def test_both_cards_check_in_the_same_child_once(hub: Hub) -> None:
    cards = [hub.carded(hub.amina, hub.mothers.household), hub.carded(hub.again, hub.fathers.household)]
    hub.are_one()
    assert isinstance(hub.comes(cards[0]), Welcomed)
    assert isinstance(hub.comes(cards[1]), AlreadyHere)
    assert hub.inside() == Counts({"6-10": 1})


def test_two_who_are_inside_become_one_line_and_leave_together(hub: Hub, clock: ToldClock) -> None:
    cards = [hub.carded(hub.amina, hub.mothers.household), hub.carded(hub.again, hub.fathers.household)]
    first, second = (hub.comes(code) for code in cards)
    assert isinstance(first, Welcomed)
    assert isinstance(second, Welcomed)
    event = hub.are_one()
    assert hub.inside() == Counts({"6-10": 1})
    now, mother = hub.desk.clock.read(), hub.mothers.people[0]
    who = hub.desk.do(lambda tx: minor(tx, hub.again))  # by either id, at either visit
    gone = hub.desk.do(lambda tx: let_go(tx, hub.by, first.visit, who, mother, now))
    assert isinstance(gone, Gone)
    assert gone.how is How.WITH_ADULT
    assert hub.inside() == Counts()
    assert hub.desk.do(lambda tx: let_go(tx, hub.by, second.visit, who, mother, now)) == Refused(Reason.NOT_HERE)
    clock.pass_(60)
    assert isinstance(hub.comes(cards[1]), Welcomed)  # and comes again
    assert hub.inside() == Counts({"6-10": 1})
    assert isinstance(hub.undone(event), str)
    assert hub.inside() == Counts({"6-10": 1})  # the second had not left, and came again


def test_a_line_shows_the_name_of_the_card_and_nothing_that_the_other_household_calls_them(hub: Hub) -> None:
    hub.are_one()
    hub.comes(hub.carded(hub.again, hub.fathers.household))
    now = hub.desk.clock.read()
    (line,) = hub.desk.do(lambda tx: inside(tx, now)).lines
    assert line.stay.person == hub.amina
    assert line.person is not None
    assert (line.person.id, line.person.first_name) == (hub.again, "Amina")


def test_somebody_is_found_once_in_each_household_and_each_shows_only_its_own(hub: Hub) -> None:
    twin = registered(hub.desk, hub.by, NewMember(MOTHER), NewMember({**CHILD, "latin": "Amina Hadad"}))
    hub.merged(hub.amina, twin.people[1])
    hub.are_one()
    found = [(hit.person, hit.household) for hit in hub.found("amina")]
    homes = (hub.mothers.household, hub.fathers.household, twin.household)
    assert found == list(zip((hub.amina, hub.again, twin.people[1]), homes, strict=True))
    now = hub.desk.clock.read()
    for mine, theirs in ((hub.mothers, hub.fathers), (hub.fathers, hub.mothers)):
        opened = hub.desk.do(lambda tx, one=mine: open_household(tx, hub.by, one.household, now))  # type: ignore[misc]
        exported = hub.desk.do(lambda tx, one=mine: export_household(tx, hub.by, one.household, now))  # type: ignore[misc]
        shown = repr(getattr(opened, "records", "")) + json.dumps(exported)
        assert mine.people[1] in shown
        for other in (theirs.household, *theirs.people):
            assert other not in shown


def test_one_household_that_has_them_twice_shows_the_one_that_was_kept(hub: Hub) -> None:
    typed_again: dict[str, Value] = {**CHILD, "given": "Amina", "latin": "Ameena Haddad"}
    home = hub.mothers.household
    for name, value in {"person": "p-again", **typed_again}.items():
        hub.said(Kind.MEMBER, "m-again", home, **{name: value})
    hub.merged(hub.amina, "p-again")
    assert [(hit.person, hit.household) for hit in hub.found("ameena")] == [(hub.amina, home)]
    assert len([hit for hit in hub.found("haddad") if hit.household == home]) == 2  # Samira, and Amina once


def test_a_familys_card_offers_them_once_and_brings_them_once(hub: Hub) -> None:
    code = hub.carded(hub.mothers.people[0], hub.mothers.household)
    scanned, now = read(hub.desk, code), hub.desk.clock.read()
    both = [hub.amina, hub.again]
    came = hub.desk.do(lambda tx: arrive_family(tx, scanned, both, 0, now, vouched=hub.by))
    assert isinstance(came, FamilyArrived)
    assert len(came.arrived) == 2
    hub.are_one()
    offered = hub.desk.do(lambda tx: family_of(tx, scanned, now))
    assert isinstance(offered, Family)
    assert [one.id for one in offered.people] == [hub.mothers.people[0], hub.amina]
    assert [*offered.chosen, *offered.here] == [hub.amina, hub.amina]


def test_a_family_that_is_chosen_by_both_ids_is_welcomed_once(hub: Hub) -> None:
    hub.are_one()
    scanned, now = read(hub.desk, hub.carded(hub.mothers.people[0], hub.mothers.household)), hub.desk.clock.read()
    both = [hub.again, hub.amina]
    came = hub.desk.do(lambda tx: arrive_family(tx, scanned, both, 0, now, vouched=hub.by))
    assert isinstance(came, FamilyArrived)
    assert [one.person and one.person.id for one in came.arrived] == [hub.amina]


# --- protected as both ----------------------------------------------------------------------------------------------


def test_who_must_not_collect_must_not_by_any_id_of_child_or_adult(hub: Hub) -> None:
    father, mother = hub.fathers.people[0], hub.mothers.people[0]
    twice = registered(hub.desk, hub.by, NewMember({**FATHER, "latin": "K. Nasr"})).people[0]
    hub.said(Kind.RELATION, "t", hub.mothers.household, child=hub.amina, adult=twice, must_not_collect=True)
    hub.said(Kind.RELATION, "u", hub.fathers.household, child=hub.again, adult=father, guardian=True)
    assert hub.released(hub.again, father) == Released(Way.WITH_ADULT)
    first, second = hub.are_one(), hub.merged(father, twice)
    assert isinstance(second, Merged)
    for child in (hub.amina, hub.again):
        for adult in (father, twice):
            assert hub.released(child, adult) == NotThisAdult(Bar.MUST_NOT_COLLECT)
        assert hub.released(child, mother) == Released(Way.WITH_ADULT)
    hub.undone(first)
    hub.undone(second.event)
    assert hub.released(hub.again, father) == Released(Way.WITH_ADULT)
    assert hub.released(hub.again, mother) == NotThisAdult(Bar.NOT_AUTHORISED)


def test_notes_of_both_are_read_under_either(hub: Hub) -> None:
    hub.said(Kind.NOTE, "n", hub.mothers.household, person=hub.amina, what="allergy", text="noci")
    hub.are_one()
    now = hub.desk.clock.read()
    held = hub.desk.do(lambda tx: read_notes(tx, hub.by, hub.again, now))
    assert isinstance(held, tuple)
    assert [one.record.text("text") for one in held] == ["noci"]


def test_a_consent_that_one_household_withdrew_is_withdrawn_for_both(hub: Hub) -> None:
    given: dict[str, Value] = {"text": "photo-2", "at": "2026-09-01"}
    hub.said(Kind.CONSENT, "c", hub.mothers.household, person=hub.amina, **given)
    hub.said(Kind.CONSENT, "d", hub.fathers.household, person=hub.again, withdrawn="2026-10-01", **given)
    assert hub.desk.do(lambda tx: consents_to(tx, hub.amina, "photo-2"))
    event = hub.are_one()
    assert not hub.desk.do(lambda tx: consents_to(tx, hub.amina, "photo-2"))
    hub.undone(event)
    assert hub.desk.do(lambda tx: consents_to(tx, hub.amina, "photo-2"))


# --- who may, and what may not be -----------------------------------------------------------------------------------


def test_a_child_is_never_merged_with_an_adult_nor_by_a_third(hub: Hub) -> None:
    assert hub.merged(hub.mothers.people[0], hub.again) == NotOne(WhyNot.CHILD_WITH_ADULT)
    hub.are_one()
    assert hub.merged(hub.again, hub.fathers.people[0]) == NotOne(WhyNot.CHILD_WITH_ADULT)


def test_nobody_is_merged_with_themselves_with_nobody_or_twice(hub: Hub) -> None:
    assert hub.merged(hub.amina, hub.amina) == NotOne(WhyNot.ONE_ALREADY)
    assert hub.merged(hub.amina, "nobody") == NotOne(WhyNot.UNKNOWN)
    event = hub.are_one()
    assert hub.merged(hub.again, hub.amina) == NotOne(WhyNot.ONE_ALREADY)
    assert isinstance(hub.undone(event), str)
    assert hub.undone(event) == NoSuchMerge()
    assert isinstance(hub.merged(hub.again, hub.amina), Merged)


def test_an_educator_merges_nobody(hub: Hub) -> None:
    educator = let_in(hub.desk, hub.central, Role.EDUCATOR)
    event = hub.are_one()
    assert hub.merged(by=educator) == NotIn(NotEntered.NOT_ALLOWED)
    assert hub.undone(event, educator) == NotIn(NotEntered.NOT_ALLOWED)
    assert hub.desk.do(lambda tx: merged_people(tx, educator)) == NotIn(NotEntered.NOT_ALLOWED)


def test_who_is_shielded_is_merged_by_safeguarding_and_nobody_else_sees_it(hub: Hub, guard: Entered) -> None:
    hub.said(Kind.HOUSEHOLD, hub.mothers.household, hub.mothers.household, shielded=True)
    assert hub.merged() == NotIn(NotEntered.NOT_ALLOWED)
    done = hub.merged(by=guard)
    assert isinstance(done, Merged)
    assert hub.listed() == ()
    assert [pair.merge.event for pair in hub.listed(guard)] == [done.event]
    assert [hit.household for hit in hub.found("amina")] == [hub.fathers.household]
    assert hub.undone(done.event) == NotIn(NotEntered.NOT_ALLOWED)
    assert isinstance(hub.undone(done.event, guard), str)


def test_a_shielded_childs_own_card_names_nobody_in_the_register(hub: Hub, guard: Entered) -> None:
    code = hub.carded(hub.amina, hub.mothers.household)
    hub.said(Kind.HOUSEHOLD, hub.mothers.household, hub.mothers.household, shielded=True)
    hub.merged(by=guard)
    hub.desk.sync()
    hub.comes(code)
    now = hub.desk.clock.read()
    (line,) = hub.desk.do(lambda tx: inside(tx, now)).lines
    assert line.person is None


# --- cards ----------------------------------------------------------------------------------------------------------


def test_a_new_card_kills_the_lost_one_of_the_other_id_at_once_and_for_good(hub: Hub) -> None:
    home = hub.mothers.household
    hub.said(Kind.MEMBER, "m-again", home, person="p-again", given="Amina", role="child")
    kept, lost = hub.carded(hub.amina, home), hub.carded("p-again", home)
    fathers = hub.carded(hub.again, hub.fathers.household)
    hub.desk.sync()
    done = hub.merged(hub.amina, "p-again")
    assert isinstance(done, Merged)
    hub.are_one()
    assert isinstance(hub.comes(kept), Welcomed)
    assert isinstance(hub.comes(lost), AlreadyHere)  # both work while nobody says that one was lost
    hub.central.cut()
    new = hub.carded(hub.amina, home)
    assert [hub.comes(code) for code in (kept, lost)] == [Refused(Reason.REPLACED)] * 2
    assert isinstance(hub.comes(new), AlreadyHere)
    assert isinstance(hub.comes(fathers), AlreadyHere)
    hub.undone(done.event)
    assert hub.comes(lost) == Refused(Reason.REPLACED)
    hub.central.back()
    assert hub.desk.sync().trouble == ""
    assert [hub.comes(code) for code in (kept, lost)] == [Refused(Reason.REPLACED)] * 2
    assert isinstance(hub.comes(fathers), Welcomed | AlreadyHere)


# --- all stations ---------------------------------------------------------------------------------------------------


def test_the_touchscreen_hears_who_is_one_and_greets_them_once(hub: Hub, station: Station) -> None:
    cards = [hub.carded(hub.amina, hub.mothers.household), hub.carded(hub.again, hub.fathers.household)]
    event = hub.are_one()
    hub.desk.sync()
    station.sync()
    assert isinstance(station.scan(cards[0]), Welcomed)
    assert isinstance(station.scan(cards[1]), AlreadyHere)
    hub.undone(event)
    hub.desk.sync()
    station.sync()
    assert isinstance(station.scan(cards[1]), Welcomed)


def test_what_central_refuses_counts_no_more(hub: Hub) -> None:
    """This desk has not heard yet that she is an adult."""
    with hub.central.writing() as tx:
        members = [one.id for one in hub.desk.do(lambda tx: tx.families.of_person(hub.again, Kind.MEMBER))]
        row = tx.exec_driver_sql("SELECT data FROM records WHERE kind = 'member' AND id = ?", (members[0],)).scalar()
        data = json.loads(str(row))
        data["fields"]["role"] = "adult"
    hub.central.publish("member", members[0], data, scope="desk:hub-1")
    event = hub.are_one()
    assert hub.desk.sync().refused == 1
    assert hub.listed() == ()
    assert hub.undone(event) == NoSuchMerge()
    assert hub.central.cases() == ["child_with_adult"]


def test_it_says_who_did_it_and_the_chain_holds(hub: Hub) -> None:
    event = hub.are_one()
    (pair,) = hub.listed()
    assert (pair.merge.event, pair.merge.worker) == (event, hub.by.worker.id)
    assert [hit.person for hit in (*pair.kept, *pair.dropped)] == [hub.amina, hub.again]
    assert "Amina" not in repr(pair)
    hub.undone(event)
    assert hub.desk.sync().trouble == ""
    assert hub.desk.do(audit.verify).holds()
