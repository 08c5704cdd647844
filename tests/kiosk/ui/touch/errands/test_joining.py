"""Who joins a session: one at a time, and whoever is signed up already is not asked again."""

import pytest

from kiosk.ui.touch.errands import Joining, Turn
from kiosk.ui.touch.errands.joining import begun, step
from kiosk.ui.touch.held import Fit
from kiosk.ui.touch.value_wishes import OpenCard, SignUp
from tests.kiosk.ui.touch.errands.card_of import HOLDER, joinable

FAMILY = joinable(Fit.FITS, Fit.CLASHES, Fit.ALREADY)


def test_where_it_suits_only_one_they_are_chosen_already() -> None:
    assert begun(HOLDER, FAMILY).at == 0
    assert begun(HOLDER, joinable(Fit.FITS, Fit.FITS)).at is None


@pytest.mark.parametrize("fit", [Fit.FITS, Fit.CLASHES, Fit.TOO_OLD, Fit.TOO_YOUNG])
def test_what_does_not_suit_is_said_and_holds_nobody_back(fit: Fit) -> None:
    chosen = step(begun(HOLDER, joinable(Fit.ALREADY, fit)), "person/1").errand
    assert isinstance(chosen, Joining)
    assert step(chosen, "confirm").wish == SignUp(HOLDER, FAMILY.offer, "amina")


def test_whoever_is_signed_up_is_not_asked_again() -> None:
    joining = begun(HOLDER, FAMILY)
    assert step(joining, "person/2") == Turn(joining)


def test_nobody_is_signed_up_before_somebody_is_chosen() -> None:
    joining = begun(HOLDER, joinable(Fit.FITS, Fit.FITS))
    assert step(joining, "confirm") == Turn(joining)


def test_the_way_back_leads_to_the_card() -> None:
    assert step(begun(HOLDER, FAMILY), "back").wish == OpenCard(HOLDER)


@pytest.mark.parametrize("path", ["", "person", "person/9", "person/x", "nonsense"])
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    joining = begun(HOLDER, FAMILY)
    assert step(joining, path) == Turn(joining)
