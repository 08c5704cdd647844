"""A family is erased at the desk: named first, confirmed by a word, and gone."""

from pathlib import Path

import pytest

from kiosk.domain.families import Kind
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families.erasing import EraseFace
from kiosk.ui.desk.families.second import SecondFace
from kiosk.usecases.erase_family import ALONE_A_DAY
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from tests.central_at import CentralAt
from tests.deskroom import DeskDay
from tests.families import CHILD, FATHER, MOTHER, mother_and_child, registered
from tests.station import Station
from tests.workers import PIN, employ, let_in


@pytest.fixture
def folder(made_family: tuple[Path, Registered]) -> Path:
    """The desk that knows a family already."""
    return made_family[0]


@pytest.fixture
def family(made_family: tuple[Path, Registered]) -> Registered:
    return made_family[1]


def face(day: DeskDay, about: str) -> EraseFace:
    found = day.look(f"families/erase/{about}")
    assert isinstance(found, EraseFace)
    return found


def test_what_goes_is_named_before(day: DeskDay, family: Registered) -> None:
    whole = face(day, family.household)
    assert ([one.given for one in whole.people], whole.ties, whole.word) == (["Samira", "أمينة"], 1, "Haddad")
    one = face(day, f"{family.household}/{family.people[1]}")
    assert one.who is not None
    assert ([who.given for who in one.people], one.word) == (["أمينة"], "Amina Haddad")
    assert day.look(f"families/erase/{family.household}/nobody") is None


@pytest.mark.parametrize("typed", ["Haddad", " haddad ", "HADDAD"])
def test_once_its_label_is_typed_a_family_is_gone(day: DeskDay, family: Registered, typed: str) -> None:
    said = day.act(f"families/erase/{family.household}", {"word": typed, "because": "asked"})
    assert said == Said(Tone.DONE, "erased", to="families")
    assert day.look(f"families/open/{family.household}") is None
    assert day.look("families/?samira").hits == ()
    assert day.station.do(lambda tx: tx.families.of_person(family.people[1], Kind.MEMBER)) == []


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ({"word": "Haddat", "because": "asked"}, "other_word"),
        ({"because": "asked"}, "other_word"),
        ({"word": "Haddad", "because": "so"}, "no_reason"),
    ],
)
def test_nothing_goes_without_the_word_and_a_reason(
    day: DeskDay, family: Registered, form: dict[str, str], what: str
) -> None:
    assert day.act(f"families/erase/{family.household}", form) == Said(Tone.NO, what)
    assert len(face(day, family.household).people) == 2


def test_one_person_goes_and_the_others_stay(day: DeskDay, family: Registered) -> None:
    about = f"{family.household}/{family.people[1]}"
    said = day.act(f"families/erase/{about}", {"word": "amina haddad", "because": "asked"})
    assert said == Said(Tone.DONE, "erased", to="families")
    assert [one.given for one in face(day, family.household).people] == ["Samira"]


def test_a_child_of_two_households_goes_from_one(day: DeskDay, family: Registered) -> None:
    other = registered(day.station, day.by, NewMember(FATHER), NewMember(CHILD, family.people[1]), label="Nasr")
    day.act(f"families/erase/{family.household}", {"word": "Haddad", "because": "gone_away"})
    assert len(face(day, other.household).people) == 2


def test_a_ban_on_a_child_who_stays_is_looked_at_by_safeguarding_first(day: DeskDay, guard: DeskDay) -> None:
    ban = NewTie(1, 2, {"must_not_collect": True})
    members = (NewMember(MOTHER), NewMember(FATHER), NewMember(CHILD))
    family = registered(day.station, day.by, *members, ties=(ban,))
    about, form = f"{family.household}/{family.people[1]}", {"word": "Karim", "because": "asked"}
    assert day.act(f"families/erase/{about}", form) == Said(Tone.NO, "erase_protected")
    assert guard.act(f"families/erase/{about}", form) == Said(Tone.DONE, "erased", to="families")


def test_an_educator_erases_nobody(desk: Station, central: CentralAt) -> None:
    day = DeskDay(desk, let_in(desk, central, Role.EDUCATOR))
    family = mother_and_child(desk, day.by)
    assert day.look(f"families/erase/{family.household}") == NotIn(NotEntered.NOT_ALLOWED)
    form = {"word": "Haddad", "because": "asked"}
    assert day.act(f"families/erase/{family.household}", form) == NotIn(NotEntered.NOT_ALLOWED)
    assert day.act("families/erase/nobodys", form) == NOTHING


def test_one_worker_alone_erases_a_few_families_a_day_and_then_another_stands_by(
    desk: Station, central: CentralAt
) -> None:
    by, card = let_in(desk, central, Role.COORDINATOR), employ(central, name="Bea Prova")
    desk.sync()
    day, asked = DeskDay(desk, by), {"word": "Haddad", "because": "asked"}
    homes = [mother_and_child(desk, by).household for _ in range(ALONE_A_DAY + 1)]
    for home in homes[:-1]:
        assert day.act(f"families/erase/{home}", asked) == Said(Tone.DONE, "erased", to="families")
    last = homes[-1]
    place = f"families/second/-/asked/{last}"
    assert day.act(f"families/erase/{last}", asked) == Said(Tone.NO, "needs_second", to=place)
    face = day.look(place)
    assert isinstance(face, SecondFace)
    assert (face.label, face.name) == ("Haddad", "")
    shown = day.scan(place, card.code)
    assert isinstance(shown, Said)
    face = day.look(shown.to)
    assert isinstance(face, SecondFace)
    assert face.name == "Bea Prova"
    assert day.act(face.act, {"code": face.code, "pin": "000000"}) == Said(Tone.NO, "second_pin")
    assert day.look(f"families/open/{last}") is not None
    assert day.act(face.act, {"code": face.code, "pin": PIN}) == Said(Tone.DONE, "erased", to="families")
    assert day.look(f"families/open/{last}") is None
    assert day.look(f"families/second/-/whatever/{last}") is None
