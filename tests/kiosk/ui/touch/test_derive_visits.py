"""From errands and answers to the faces of families and visits: data and enums, never words."""

from datetime import UTC, datetime

import pytest

from kiosk.clock import Reading
from kiosk.domain.people import Person
from kiosk.domain.pictures import AskAtTheDesk as NotShown
from kiosk.domain.pictures import NotIdentified
from kiosk.domain.visits import (
    AlreadyHere,
    AskAtTheDesk,
    Family,
    FamilyArrived,
    Farewell,
    Reason,
    Refused,
    Undone,
    Welcomed,
    WhoLeaves,
)
from kiosk.domain.workers import NotEntered, NotIn
from kiosk.ui.touch import derive_visits as derive
from kiosk.ui.touch.errands.coming import offered
from kiosk.ui.touch.visit_faces import FamilyFace, Mark, Outcome, OutcomeFace, Somebody, Tile
from kiosk.ui.touch.wishes import Count, Lead, Show, Wish

AMINA, OMAR, SARA = (Person(id_, "h", id_.capitalize(), creature) for id_, creature in
                     (("amina", "fox"), ("omar", "cat"), ("sara", "dino")))  # fmt: skip
FOX, CAT, DINO = Somebody("Amina", "fox"), Somebody("Omar", "cat"), Somebody("Sara", "dino")
SCAN = Show(b"WM1")
EYES = derive.Eyes("it", Reading(datetime(2026, 12, 1, 9, tzinfo=UTC), None), 0.0, ())


def said(answer: object, wish: Wish = SCAN) -> OutcomeFace | None:
    return derive.outcome(wish, answer, 10, EYES)


def test_whoever_is_known_is_welcomed_by_name_and_picture_and_may_say_who_is_with_them() -> None:
    assert said(Welcomed("v1", AMINA)) == OutcomeFace(Outcome.WELCOMED, (FOX,), undo_seconds=10, more=True)


def test_whoever_is_not_known_is_welcomed_all_the_same() -> None:
    assert said(Welcomed("v1", None)) == OutcomeFace(Outcome.WELCOMED, undo_seconds=10)


def test_a_family_is_welcomed_whole() -> None:
    came = FamilyArrived("party", (Welcomed("v", OMAR),), (AlreadyHere(AMINA),), adults=2)
    assert said(came) == OutcomeFace(Outcome.WELCOMED, (FOX, CAT), adults=2, undo_seconds=10)


def test_whoever_is_here_already_is_greeted_and_has_nothing_to_undo() -> None:
    assert said(AlreadyHere(AMINA)) == OutcomeFace(Outcome.HELLO, (FOX,), more=True)
    assert said(AlreadyHere(None)) == OutcomeFace(Outcome.HELLO)
    again = FamilyArrived("", (), (AlreadyHere(AMINA), AlreadyHere(OMAR)))
    assert said(again) == OutcomeFace(Outcome.HELLO, (FOX, CAT), more=True)


def test_people_nobody_named_are_told_how_many_they_are() -> None:
    unnamed = Count((("0-5", 2), ("6-10", 1)), 2)
    assert said(Welcomed("v", None), unnamed) == OutcomeFace(Outcome.COUNTED, number=5, undo_seconds=10)
    group = Lead(b"WM1", (("6-10", 25),), 2, 1)
    assert said(Welcomed("v", AMINA), group) == OutcomeFace(Outcome.COUNTED, number=28, undo_seconds=10)


def test_who_left_is_said_goodbye_and_who_may_not_is_told_kindly() -> None:
    assert said(Farewell((AMINA,), ("event",))) == OutcomeFace(Outcome.LEFT, (FOX,), undo_seconds=10)
    assert said(WhoLeaves((OMAR,))) == OutcomeFace(Outcome.COLLECT, (CAT,), more=True)


@pytest.mark.parametrize(
    "no",
    [
        *(Refused(reason) for reason in Reason),
        *(NotShown(why) for why in NotIdentified),
        *(NotIn(why) for why in NotEntered),
        AskAtTheDesk(),
    ],
)
def test_every_no_has_the_same_face(no: object) -> None:
    assert said(no) == OutcomeFace(Outcome.ASK)


def test_after_an_undo_there_is_nothing_to_say() -> None:
    assert said(Undone("v1")) is None


def test_a_name_is_in_no_face_that_is_written_down() -> None:
    assert "Amina" not in repr(said(Welcomed("v1", AMINA)))
    assert "Amina" not in repr(derive.family(offered(b"", Family(1, (AMINA,), frozenset(), 0, frozenset(), "amina"))))


def test_a_family_is_offered_as_it_came_last_time() -> None:
    family = Family(1, (AMINA, OMAR, SARA), frozenset({"amina", "omar"}), 1, frozenset(), "amina")
    tiles = (Tile(FOX, Mark.COMING), Tile(CAT, Mark.COMING), Tile(DINO, Mark.NOT_TODAY))
    assert derive.family(offered(b"card", family)) == FamilyFace(
        "Amina", tiles, (Mark.COMING,), number=3, ready=True, room_for_adults=True, others=True
    )


def test_who_is_here_already_is_shown_so_and_counts_among_those_who_are_here() -> None:
    family = Family(1, (AMINA, OMAR), frozenset({"amina"}), 1, frozenset({"amina"}), "amina")
    face = derive.family(offered(b"card", family))
    assert [tile.mark for tile in face.people] == [Mark.HERE, Mark.NOT_TODAY]
    assert face.adults == (Mark.NOT_TODAY,)
    assert (face.number, face.ready) == (1, False)


def test_a_card_whose_holder_is_not_known_here_asks_for_no_pictures() -> None:
    face = derive.family(offered(b"card", Family(1, (), frozenset(), 2, frozenset())))
    assert (face.first_name, face.others, face.number) == ("", False, 2)
