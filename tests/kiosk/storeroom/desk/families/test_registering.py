"""The desk's families, as the page asks and gets: found, registered whole or not at all, given their cards."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.domain import shortcode
from kiosk.domain.families import Kind
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families import FamiliesFace, Stock
from kiosk.ui.desk.families.cards import CardsFace
from kiosk.ui.desk.families.household import HouseholdFace
from kiosk.ui.desk.families.registering import Meant, NewFamilyFace
from kiosk.usecases.register_family import NewMember
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.deskroom import DeskDay
from tests.families import CHILD, FATHER, mother_and_child, registered
from tests.station import Station
from tests.workers import let_in

HADDAD: dict[str, Any] = {
    "people": [
        {"given": "Samira", "family": "Haddad", "role": "adult", "creature": "owl", "phone": "+39 333 0000001"},
        {"given": "أمينة", "family": "حداد", "latin": "Amina Haddad", "born": "04032018", "role": "child"},
        {"given": "Youssef", "family": "Haddad", "born": "11.4.2011", "role": "child", "creature": "fox"},
    ],
    "ties": [
        {"adult": 0, "child": 1, "guardian": True, "may_collect": True},
        {"adult": 0.0, "child": 2.0, "guardian": True},
    ],
    "consents": [{"giver": 0, "how": "paper", "language": "ar"}, {"giver": 2, "how": "screen", "language": "it"}],
}


def blanks(day: DeskDay) -> list[str]:
    return [code for _, code in day.station.do(lambda tx: tx.cards.blanks(10))]


def found(day: DeskDay, typed: str) -> FamiliesFace:
    face = day.look(f"families/?{typed}")
    assert isinstance(face, FamiliesFace)
    return face


def register(day: DeskDay, **changed: Any) -> Said | NotIn:
    return day.act("families/register", {**HADDAD, **changed})


def opened(day: DeskDay) -> HouseholdFace:
    face = day.look(f"families/open/{found(day, 'samira').hits[0].household}")
    assert isinstance(face, HouseholdFace)
    return face


# --- found ----------------------------------------------------------------------------------------------------------


def test_somebody_is_found_as_their_name_is_typed_and_opens_one_household(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    (hit,) = found(day, "am had").hits
    assert (hit.household, hit.who.id) == (family.household, family.people[1])
    assert (hit.who.latin, hit.who.creature, hit.who.age, hit.who.role) == ("Amina Haddad", "cat", 8, "child")
    assert day.look(f"families/open/{hit.household}").label == "Haddad"


def test_who_lives_in_two_households_is_one_line_that_opens_neither(day: DeskDay) -> None:
    first = mother_and_child(day.station, day.by)
    other = {**CHILD, "family": "Nasr"}
    registered(day.station, day.by, NewMember(FATHER), NewMember(other, first.people[1]), label="Nasr")
    (hit,) = found(day, "amina").hits
    assert hit.household == ""
    assert (hit.who.given, hit.who.family) == ("أمينة", "")  # only one of the two says so
    assert [hit.household for hit in found(day, "samira").hits] == [first.household]


def test_the_short_code_of_a_card_finds_its_holder_in_that_household(day: DeskDay) -> None:
    first = mother_and_child(day.station, day.by)
    registered(day.station, day.by, NewMember(FATHER), NewMember(CHILD, first.people[1]), label="Nasr")
    day.scan(f"families/cards/{first.household}/{first.people[1]}", blanks(day)[0])
    (binding,) = day.station.do(lambda tx: tx.cards.of_household(first.household))
    (hit,) = found(day, shortcode.write(binding.serial)).hits
    assert (hit.household, hit.who.id) == (first.household, first.people[1])


def test_who_looked_is_in_the_chain_once_while_the_page_stays_open(day: DeskDay, clock: ToldClock) -> None:
    family = mother_and_child(day.station, day.by)

    def looks() -> int:
        return len(day.station.do(lambda tx: tx.trail.looks_at(family.household)))

    for _ in range(3):
        day.look(f"families/open/{family.household}")
    assert looks() == 1
    clock.pass_(11 * 60)
    day.look(f"families/open/{family.household}")
    assert looks() == 2


def test_a_household_that_is_not_there_is_gone(day: DeskDay) -> None:
    assert day.look("families/open/nobodys") is None
    assert day.look("families/nowhere") is None


def test_few_blanks_are_said(day: DeskDay) -> None:
    assert found(day, "").stock == Stock(60, low=False)
    day.station.settings = replace(day.station.settings, blanks_low=60)
    assert not found(day, "").stock.low
    family = mother_and_child(day.station, day.by)
    day.scan(f"families/cards/{family.household}/{family.people[0]}", blanks(day)[0])
    assert found(day, "").stock == Stock(59, low=True)


def test_what_central_makes_of_a_family_is_what_the_desk_showed(desk: Station, central: CentralAt) -> None:
    day = DeskDay(desk, let_in(desk, central, Role.COORDINATOR))
    register(day)
    face = opened(day)
    assert desk.sync().trouble == ""
    assert opened(day) == face


def test_a_technician_sees_no_family(desk: Station, central: CentralAt) -> None:
    day = DeskDay(desk, let_in(desk, central, Role.TECHNICIAN))
    assert day.look("families/?sa") == NotIn(NotEntered.NOT_ALLOWED)
    assert register(day) == NotIn(NotEntered.NOT_ALLOWED)


# --- registered -----------------------------------------------------------------------------------------------------


def test_a_family_is_registered_whole_and_goes_straight_to_its_cards(day: DeskDay) -> None:
    said = register(day)
    assert isinstance(said, Said)
    assert (said.tone, said.what, said.name) == (Tone.DONE, "registered", "Haddad")
    face = opened(day)
    assert said.to == f"families/cards/{face.household}/{face.adults[0].id}"
    assert [one.who.given for one in face.members] == ["Samira", "Youssef", "أمينة"]
    assert [one.value for one in face.contacts] == ["+39 333 0000001"]
    youssef, amina = face.children
    assert (youssef.pairs[0].guardian, youssef.pairs[0].may_collect) == (True, False)
    assert (amina.pairs[0].guardian, amina.pairs[0].may_collect) == (True, True)


def test_a_parent_consents_for_who_is_below_14_and_who_is_14_for_themselves(day: DeskDay) -> None:
    register(day)
    said = {one.name: (one.giver, one.own, one.how, one.language, one.text) for one in opened(day).consents}
    assert said == {
        "Samira": ("Samira", True, "paper", "ar", "2026-09"),
        "أمينة": ("Samira", False, "paper", "ar", "2026-09"),
        "Youssef": ("Youssef", True, "screen", "it", "2026-09"),
    }


@pytest.mark.parametrize(
    ("people", "what", "number"),
    [
        ([], "nobody", 0),
        ([{"family": "Haddad"}], "no_name", 0),
        ([HADDAD["people"][0], {"given": "Lia", "born": "31.2.2018"}], "no_day", 1),
        ([{"given": "x" * 400, "family": "\u202e"}], "not_fit", 0),
        ([{"given": "Lia"}] * 21, "nobody", 0),
        ("people", "nobody", 0),
    ],
)
def test_nothing_is_kept_unless_all_of_it_can_be(day: DeskDay, people: Any, what: str, number: int) -> None:
    said = register(day, people=people, ties=[], consents=[])
    assert isinstance(said, Said)
    assert (said.tone, said.what, said.number) == (Tone.NO, what, number)
    assert day.station.do(lambda tx: tx.families.of_person("", Kind.MEMBER)) == []
    assert found(day, "haddad").hits == ()


def test_a_tie_to_nobody_keeps_nothing(day: DeskDay) -> None:
    said = register(day, ties=[{"adult": 0, "child": 7, "guardian": True}])
    assert said == Said(Tone.NO, "not_fit")
    assert found(day, "samira").hits == ()


def test_an_unknown_day_of_birth_is_allowed_and_counts_as_under_14(day: DeskDay) -> None:
    people = [HADDAD["people"][0], {"given": "Lia", "role": "child"}]
    said = register(day, people=people, ties=[], consents=[{"giver": 1}])
    assert said == Said(Tone.NO, "too_young", "Lia", 1)  # she gives no consent of her own
    register(day, people=people, ties=[], consents=[{"giver": 0}])
    face = opened(day)
    assert face.children[0].child.age == -1
    assert {(one.name, one.own) for one in face.consents} == {("Samira", True), ("Lia", False)}


def test_only_a_band_may_be_known(day: DeskDay) -> None:
    register(day, people=[{"given": "Samira", "role": "adult"}, {"given": "Lia", "born": "6-10"}], ties=[], consents=[])
    (row,) = opened(day).children
    assert (row.child.age, row.child.band) == (-1, "6-10")


def test_what_is_typed_is_understood_and_who_is_here_already_is_shown(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    face = day.look("families/new?04032018")
    assert isinstance(face, NewFamilyFace)
    assert (face.asked, face.born.meant, face.born.day, face.born.own) == ("04032018", Meant.DAY, "2018-03-04", False)
    assert day.look("families/new?1/12/2012").born.own
    assert day.look("families/new?0-5").born.band == "0-5"
    assert day.look("families/new?boh").born.meant == Meant.NO
    assert day.look("families/new?").born.meant == Meant.UNKNOWN
    (alike,) = day.look("families/new?amina had").alike
    assert alike.who.id == family.people[1]


def test_a_child_who_is_known_stays_the_same_person_in_a_second_household(day: DeskDay) -> None:
    first = mother_and_child(day.station, day.by)
    people = [{"given": "Karim", "family": "Nasr", "role": "adult"}, {"given": "Amina", "person": first.people[1]}]
    said = register(day, people=people, ties=[], consents=[])
    assert isinstance(said, Said)
    assert said.tone is Tone.DONE
    held = day.station.do(lambda tx: tx.families.of_person(first.people[1], Kind.MEMBER))
    assert len({one.record.household for one in held}) == 2


# --- cards ----------------------------------------------------------------------------------------------------------


def cards(day: DeskDay, household: str, person: str = "") -> CardsFace:
    face = day.look(f"families/cards/{household}/{person}")
    assert isinstance(face, CardsFace)
    return face


def test_a_blank_that_is_scanned_becomes_a_card_and_the_next_person_is_asked_for(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    mother, child = family.people
    first, second = blanks(day)[:2]
    said = day.scan(f"families/cards/{family.household}/{mother}", first)
    assert said == Said(Tone.DONE, "card_given", "Samira", to=f"families/cards/{family.household}/{child}")
    said = day.scan(f"families/cards/{family.household}/{child}", second)
    assert said == Said(Tone.DONE, "card_given", "أمينة", to=f"families/open/{family.household}")
    assert [len(one.cards) for one in cards(day, family.household).people] == [1, 1]


def test_a_lost_card_is_bound_again_in_three_steps_and_the_older_is_dead_at_once(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    lost, new, childs = blanks(day)[:3]
    day.scan(f"families/cards/{family.household}/{family.people[0]}", lost)
    day.scan(f"families/cards/{family.household}/{family.people[1]}", childs)
    (hit,) = found(day, "samira").hits  # found
    at = f"families/cards/{hit.household}/{hit.who.id}"  # chosen
    said = day.scan(at, new)  # scanned
    assert said == Said(Tone.DONE, "card_replaced", "Samira", to=f"families/open/{family.household}")
    assert len(cards(day, family.household).people[0].cards) == 1
    assert day.station.scan(lost) != day.station.scan(new)
    said = day.scan("families", lost)  # a dead card still says whose it was
    assert said == Said(Tone.SHOWN, "", to=f"families/open/{family.household}")


def test_a_card_that_is_scanned_opens_its_household(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    code = blanks(day)[0]
    assert day.scan("families", code) == Said(Tone.NO, "card_unknown")
    day.scan(f"families/cards/{family.household}/{family.people[0]}", code)
    assert day.scan("families/?nas", code) == Said(Tone.SHOWN, "", to=f"families/open/{family.household}")
    assert day.scan("families", "WM1XYZ") == Said(Tone.NO, "no_card")


def test_no_card_leads_away_from_what_is_being_typed(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    code, blank = blanks(day)[:2]
    day.scan(f"families/cards/{family.household}/{family.people[0]}", code)
    for place in ("new", "new?amina", f"add/{family.household}"):
        for scanned in (code, blank):
            assert day.scan(f"families/{place}", scanned) == Said(Tone.HINT, "card_later")


def test_a_blank_on_a_familys_page_asks_whose_it_is_to_be(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    for place in (family.household, f"{family.household}/{family.people[1]}"):
        page = "person" if "/" in place else "open"
        said = day.scan(f"families/{page}/{place}", blanks(day)[0])
        assert said == Said(Tone.HINT, "scan_again", to=f"families/cards/{place}")


def test_a_card_that_is_somebodys_is_given_to_nobody_else(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    code = blanks(day)[0]
    day.scan(f"families/cards/{family.household}/{family.people[0]}", code)
    said = day.scan(f"families/cards/{family.household}/{family.people[1]}", code)
    assert said == Said(Tone.NO, "card_taken")


def test_a_card_is_given_only_to_somebody_of_the_household(day: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    other = registered(day.station, day.by, NewMember(FATHER), label="Nasr")
    said = day.scan(f"families/cards/{family.household}/{other.people[0]}", blanks(day)[0])
    assert said == Said(Tone.NO, "no_card")
    assert cards(day, family.household, other.people[0]).at == ""


def test_safeguarding_registers_but_gives_no_cards(guard: DeskDay) -> None:
    said = register(guard)
    assert isinstance(said, Said)
    household = opened(guard).household
    assert said.to == f"families/open/{household}"
    at = f"families/cards/{household}/{opened(guard).adults[0].id}"
    assert guard.scan(at, blanks(guard)[0]) == NotIn(NotEntered.NOT_ALLOWED)


def test_the_card_of_a_shielded_household_opens_nothing_but_for_safeguarding(day: DeskDay, guard: DeskDay) -> None:
    family = mother_and_child(day.station, day.by)
    code = blanks(day)[0]
    day.scan(f"families/cards/{family.household}/{family.people[0]}", code)
    day.act(
        f"families/edit/{family.household}",
        {"kind": "household", "id": family.household, "name": "shielded", "now": True},
    )
    assert day.scan("families", code) == Said(Tone.NO, "card_unknown")
    assert guard.scan("families", code) == Said(Tone.SHOWN, "", to=f"families/open/{family.household}")


def test_nonsense_answers_nothing(day: DeskDay) -> None:
    assert day.act("families/dance", {}) == NOTHING
    assert day.act("families/register", {}) == Said(Tone.NO, "nobody")
