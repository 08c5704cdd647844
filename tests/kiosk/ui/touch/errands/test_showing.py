"""A card is asked for, then who they are, then what they came for goes on."""

from random import Random

import pytest

from kiosk.domain.pictures import Identified, Means, Question
from kiosk.ui.touch import errands
from kiosk.ui.touch.errands import Answering, Holding, Showing, Turn
from kiosk.ui.touch.errands.showing import Then, ToJoin, ToJoinAll, ToOpen, ToPay, begun, step
from kiosk.ui.touch.held import HolderAsked
from kiosk.ui.touch.value_wishes import AskHolder, AskJoin, AskJoinAll, AskPrice, OpenCard
from kiosk.ui.touch.wishes import Identify
from tests.kiosk.ui.touch.errands.card_of import HOLDER, held

CARD = b"WM1"


@pytest.mark.parametrize(
    ("path", "then"),
    [
        ("my-card", ToOpen()),
        ("pay-for/swimming", ToPay("swimming")),
        ("sign-up/s1", ToJoin("s1")),
        ("sign-up-all/swimming", ToJoinAll("swimming")),
    ],
)
def test_who_is_not_known_is_asked_for_a_card_whatever_they_came_for(path: str, then: Then) -> None:
    assert begun(path) == then
    assert errands.begin(None, path) == Turn(Showing(then))


@pytest.mark.parametrize(
    "path", ["my-card/x", "pay-for", "pay-for/", "sign-up/", "sign-up-all", "sign-up-all/", "home"]
)
def test_what_means_nothing_begins_nothing(path: str) -> None:
    assert begun(path) is None
    assert errands.begin(None, path) is None


def test_who_has_said_who_they_are_is_not_asked_again() -> None:
    holding = Holding(HOLDER, held())
    assert errands.begin(holding, "sign-up/s1") == Turn(holding, AskJoin(HOLDER, "s1"))
    assert errands.begin(holding, "sign-up-all/swimming") == Turn(holding, AskJoinAll(HOLDER, "swimming"))
    assert errands.begin(holding, "pay-for/swimming") == Turn(holding, AskPrice(HOLDER, "swimming"))
    assert errands.begin(holding, "my-card") == Turn(holding, OpenCard(HOLDER))


def test_after_the_card_come_the_pictures_and_then_what_they_came_for() -> None:
    showing = Showing(ToJoin("s1"))
    assert errands.scanned(showing, CARD) == Turn(showing, AskHolder(CARD))
    asked = errands.answered(showing, AskHolder(CARD), HolderAsked(7, Question(Means.PICTURES, 3)), Random(1), 0.0)
    assert asked is not None
    assert isinstance(asked.errand, Answering)
    knew = errands.answered(asked.errand, Identify(7, ("sun",)), Identified("sara", "h"), Random(1), 0.0)
    assert knew == Turn(asked.errand, AskJoin(HOLDER, "s1"))


def test_the_way_back_names_nobody_and_leaves_nobody_behind() -> None:
    assert step(Showing(ToOpen()), "back") == Turn(None)
    assert not errands.named(Showing(ToOpen()))
    assert errands.named(Holding(HOLDER, held()))


def test_a_card_is_nowhere_written_down() -> None:
    assert "WM1" not in repr(AskHolder(CARD))
    assert "sara" not in repr(HOLDER).lower()
