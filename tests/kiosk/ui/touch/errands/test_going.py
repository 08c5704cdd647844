"""Who has been here for a while says who of them leaves; the younger ones are collected at the desk."""

import pytest

from kiosk.domain.people import Person
from kiosk.domain.visits import WhoLeaves
from kiosk.ui.touch.derive_visits import leave as shown
from kiosk.ui.touch.errands import Turn
from kiosk.ui.touch.errands.going import asked, step
from kiosk.ui.touch.visit_faces import Going as State
from kiosk.ui.touch.wishes import Leave, Offer

ZOE, AMINA, IVO = (Person(id_, "h", id_.capitalize(), "fox") for id_ in ("zoe", "amina", "ivo"))
WHO = WhoLeaves((ZOE, AMINA, IVO), {"zoe": "visit-z", "ivo": "visit-i"})
GOING = asked(b"WM1", WHO)


def test_whose_card_it_is_leaves_by_one_touch() -> None:
    assert step(GOING, "leave") == Turn(GOING, Leave({"zoe": "visit-z"}))


def test_who_stays_is_asked_nothing_more() -> None:
    assert step(GOING, "stay") == Turn(None)


def test_the_other_who_is_old_enough_may_come_along() -> None:
    both = step(GOING, "person/2").errand
    assert both is not None
    assert step(both, "leave").wish == Leave({"ivo": "visit-i", "zoe": "visit-z"})  # type: ignore[arg-type]


def test_a_child_is_chosen_by_no_finger() -> None:
    assert step(GOING, "person/1") == Turn(GOING)
    assert [tile.going for tile in shown(GOING).people] == [State.LEAVES, State.COLLECTED, State.STAYS]


def test_where_nobody_is_chosen_nobody_leaves() -> None:
    none = step(GOING, "person/0").errand
    assert none is not None
    assert not shown(none).ready  # type: ignore[arg-type]
    assert step(none, "leave") == Turn(none)  # type: ignore[arg-type]


def test_somebody_may_have_arrived_meanwhile() -> None:
    assert step(GOING, "others") == Turn(GOING, Offer(b"WM1"))


@pytest.mark.parametrize("path", ["", "person", "person/3", "person/x", "nonsense"])
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    assert step(GOING, path) == Turn(GOING)
