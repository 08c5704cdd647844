"""Two who are one human are merged at the desk, seen side by side, and taken apart again."""

import pytest

from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families.alike import AlikeFace
from kiosk.ui.desk.families.merging import MergeFace, MergesFace
from kiosk.usecases.register_family import NewMember, Registered
from tests.central_at import CentralAt
from tests.deskroom import DeskDay
from tests.families import CHILD, MOTHER, mother_and_child, registered
from tests.station import Station
from tests.workers import let_in


@pytest.fixture
def twice(day: DeskDay) -> tuple[Registered, Registered]:
    """A family, and the same child registered once more with an aunt."""
    aunt = {**MOTHER, "given": "Nadia", "latin": "Nadia Haddad"}
    again = {**CHILD, "given": "Amina", "family": "Haddad"}
    first = mother_and_child(day.station, day.by)
    return first, registered(day.station, day.by, NewMember(aunt), NewMember(again), label="Haddad")


def face(day: DeskDay, about: str) -> MergeFace:
    found = day.look(f"families/merge/{about}")
    assert isinstance(found, MergeFace)
    return found


def merges(day: DeskDay) -> MergesFace:
    found = day.look("families/merges")
    assert isinstance(found, MergesFace)
    return found


def test_the_other_is_looked_for_and_both_stand_side_by_side(
    day: DeskDay, twice: tuple[Registered, Registered]
) -> None:
    first, second = twice
    here = f"{first.household}/{first.people[1]}"
    looking = face(day, f"{here}?amina")
    assert looking.other is None
    assert [hit.who.id for hit in looking.hits] == [second.people[1]]
    both = face(day, f"{here}/{second.people[1]}")
    assert both.other is not None
    assert (both.one.who.given, both.other.who.given) == ("أمينة", "Amina")
    assert set(both.same) == {"latin", "born", "creature", "role"}
    assert day.look(f"families/merge/{here}/nobody") is None
    assert day.look(f"families/merge/{second.household}/{first.people[1]}") is None


def test_they_are_one_and_then_two_again(day: DeskDay, twice: tuple[Registered, Registered]) -> None:
    first, second = twice
    kept, dropped = first.people[1], second.people[1]
    said = day.act(f"families/merge/{kept}/{dropped}")
    assert isinstance(said, Said)
    assert (said.tone, said.what, said.to) == (Tone.DONE, "merged", "families/merges")
    (line,) = merges(day).lines
    assert line.kept is not None
    assert line.dropped is not None
    assert (line.kept.id, line.dropped.id) == (kept, dropped)
    assert day.act(f"families/merge/{kept}/{dropped}") == Said(Tone.NO, "not_one_one_already")
    assert said.undo is not None
    assert day.act(said.undo.path) == Said(Tone.DONE, "unmerged")
    assert merges(day).lines == ()
    assert day.act(said.undo.path) == NOTHING


def test_a_child_and_an_adult_are_not_one(day: DeskDay, twice: tuple[Registered, Registered]) -> None:
    first, second = twice
    assert day.act(f"families/merge/{first.people[0]}/{second.people[1]}") == Said(Tone.NO, "not_one_child_with_adult")
    assert day.act(f"families/merge/{first.people[0]}/nobody") == Said(Tone.NO, "not_one_unknown")


def test_an_educator_merges_nobody(desk: Station, central: CentralAt) -> None:
    day = DeskDay(desk, let_in(desk, central, Role.EDUCATOR))
    family = mother_and_child(desk, day.by)
    for place in (f"merge/{family.household}/{family.people[0]}", "merges"):
        assert day.look(f"families/{place}") == NotIn(NotEntered.NOT_ALLOWED)
    assert day.act("families/merge/a/b") == NotIn(NotEntered.NOT_ALLOWED)


def test_who_may_be_one_is_listed_with_their_families_and_told_apart(day: DeskDay) -> None:
    first, second = (mother_and_child(day.station, day.by) for _ in range(2))
    face = day.look("families/alike")
    assert isinstance(face, AlikeFace)
    child, _mother = face.lines
    assert (child.id, child.birth) == (f"{first.people[1]}/{second.people[1]}", True)
    assert (child.one.label, child.other.household) == ("Haddad", second.household)
    said = day.act(f"families/apart/{child.id}")
    assert isinstance(said, Said)
    assert (said.tone, said.what) == (Tone.DONE, "apart")
    assert len(day.look("families/alike").lines) == 1
    assert said.undo is not None
    assert day.act(said.undo.path) == Said(Tone.DONE, "put_back")
    assert len(day.look("families/alike").lines) == 2
    page = day.look("/".join(("families/merge", child.one.household, child.id)))
    assert isinstance(page, MergeFace)
