"""Somebody no longer lives in a household: said at the desk, seen on its pages, and taken back."""

from pathlib import Path

import pytest

from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import FamiliesFace
from kiosk.ui.desk.families.cards import CardsFace
from kiosk.ui.desk.families.household import HouseholdFace
from kiosk.ui.desk.families.moving import AwayFace
from kiosk.ui.desk.families.person import PersonFace
from kiosk.usecases.register_family import Registered
from tests.deskroom import DeskDay


@pytest.fixture
def folder(made_family: tuple[Path, Registered]) -> Path:
    return made_family[0]


@pytest.fixture
def family(made_family: tuple[Path, Registered]) -> Registered:
    return made_family[1]


def who(face: object) -> list[str]:
    assert isinstance(face, HouseholdFace)
    return [one.who.id for one in face.members]


def test_a_child_moves_out_and_the_undo_brings_them_back(day: DeskDay, family: Registered) -> None:
    mother, child = family.people
    about = f"{family.household}/{child}"
    page = day.look(f"families/away/{about}")
    assert isinstance(page, AwayFace)
    assert (page.who.id, page.ties, page.bans, page.last) == (child, 1, 0, False)
    said = day.act(f"families/away/{about}", {"because": "other_home"})
    assert isinstance(said, Said)
    assert (said.tone, said.what, said.to) == (Tone.DONE, "away", f"families/open/{family.household}")
    opened = day.look(said.to)
    assert (who(opened), [one.ended for one in opened.gone]) == ([mother], ["other_home"])
    cards = day.look(f"families/cards/{family.household}")
    assert isinstance(cards, CardsFace)
    assert [one.who.id for one in cards.people] == [mother]
    assert day.look(f"families/away/{about}") is None
    person = day.look(f"families/person/{about}")
    assert isinstance(person, PersonFace)
    assert (person.until, person.ended) == ("2026-12-01", "other_home")
    assert said.undo is not None
    assert day.act(said.undo.path) == Said(Tone.DONE, "put_back")
    assert who(day.look(said.to)) == [mother, child]


def test_the_last_adult_stays_while_children_do(day: DeskDay, family: Registered) -> None:
    mother, child = family.people
    page = day.look(f"families/away/{family.household}/{mother}")
    assert isinstance(page, AwayFace)
    assert page.last
    refused = day.act(f"families/away/{family.household}/{mother}", {"because": "moved_away"})
    assert refused == Said(Tone.NO, "last_adult")
    assert day.act(f"families/away/{family.household}/{child}", {"because": "whatever"}) == Said(Tone.NO, "no_reason")


def test_who_moved_out_is_found_as_gone_and_lives_there_again(day: DeskDay, family: Registered) -> None:
    about = f"{family.household}/{family.people[1]}"
    day.act(f"families/away/{about}", {"because": "moved_away"})
    found = day.look("families/?amina")
    assert isinstance(found, FamiliesFace)
    assert [(hit.household, hit.gone) for hit in found.hits] == [(family.household, True)]
    said = day.act(f"families/back/{about}")
    assert isinstance(said, Said)
    assert said.what == "back"
    assert who(day.look(f"families/open/{family.household}")) == list(family.people)
    assert day.act(f"families/back/{about}") == Said(Tone.HINT, "same")
