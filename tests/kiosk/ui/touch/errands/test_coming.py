"""A family says who came: the same as last time is one touch away, and no finger can choose somebody else."""

import pytest

from kiosk.domain.people import Person
from kiosk.domain.pictures import Identified
from kiosk.domain.visits import Family
from kiosk.ui.touch.errands import Counting, Turn
from kiosk.ui.touch.errands.coming import MOST_ADULTS, Coming, known, offered, step
from kiosk.ui.touch.wishes import Arrive, AskWho

FOUR = tuple(Person(id_, "h", id_.capitalize(), "fox") for id_ in ("amina", "omar", "sara", "zoe"))
CARD = b"WM1"


def family(*chosen: str, adults: int = 0, here: tuple[str, ...] = ()) -> Family:
    return Family(7, FOUR, frozenset(chosen), adults, frozenset(here), "amina")


def after(coming: Coming, *paths: str) -> Coming:
    for path in paths:
        turn = step(coming, path)
        assert isinstance(turn.errand, Coming)
        assert turn.wish is None
        coming = turn.errand
    return coming


def confirmed(coming: Coming) -> object:
    return step(coming, "confirm").wish


def test_the_same_as_last_time_is_one_touch() -> None:
    coming = offered(CARD, family("amina", "omar", adults=1))
    assert confirmed(coming) == Arrive(CARD, ("amina", "omar"), 1)


def test_four_who_were_never_together_are_four_touches() -> None:
    touches = ("person/1", "person/2", "person/3")
    assert confirmed(after(offered(CARD, family("amina")), *touches)) == Arrive(
        CARD, ("amina", "omar", "sara", "zoe"), 0
    )
    assert len(touches) + 1 <= 4


def test_a_second_touch_takes_somebody_off_again() -> None:
    coming = after(offered(CARD, family("amina", "omar", adults=2)), "person/1", "adult/0")
    assert confirmed(coming) == Arrive(CARD, ("amina",), 1)
    assert confirmed(after(coming, "person/1", "adult/0")) == Arrive(CARD, ("amina", "omar"), 2)


def test_adults_are_added_one_by_one_up_to_what_a_screen_holds() -> None:
    coming = after(offered(CARD, family("amina")), *["adult/more"] * (MOST_ADULTS + 3))
    assert coming.adults_coming == MOST_ADULTS


def test_who_is_here_already_is_neither_taken_off_nor_counted_again() -> None:
    coming = offered(CARD, family("amina", "omar", adults=2, here=("amina", "omar")))
    assert (coming.chosen, coming.adults_coming) == (frozenset(), 0)
    assert not coming.anybody
    assert step(coming, "confirm") == Turn(coming)
    assert confirmed(after(coming, "person/0", "person/2", "adult/1")) == Arrive(CARD, ("sara",), 1)


def test_where_all_are_here_there_is_an_adult_to_touch() -> None:
    alone = Family(7, FOUR[:1], frozenset({"amina"}), 0, frozenset({"amina"}), "amina")
    coming = offered(CARD, alone)
    assert (coming.adults, coming.anybody) == ((False,), False)
    assert confirmed(after(coming, "adult/0")) == Arrive(CARD, (), 1)
    assert offered(CARD, family("amina", here=("amina",))).adults == ()


def test_nobody_is_no_family() -> None:
    coming = after(offered(CARD, family("amina")), "person/0")
    assert step(coming, "confirm") == Turn(coming)


def test_who_knew_the_pictures_sees_all_and_keeps_what_was_chosen() -> None:
    before = after(offered(CARD, family("amina")), "adult/more")
    vouched = Identified("amina", "h")
    coming = known(before, family("amina", here=("zoe",)), vouched)
    assert (coming.chosen, coming.adults_coming, coming.vouched) == (frozenset({"amina"}), 1, vouched)
    assert confirmed(coming) == Arrive(CARD, ("amina",), 1, vouched)
    assert step(coming, "others") == Turn(coming)


def test_the_others_of_the_family_need_the_three_pictures() -> None:
    coming = offered(CARD, family("amina"))
    assert step(coming, "others") == Turn(coming, AskWho(7))


def test_a_group_begins_with_the_card_that_was_shown() -> None:
    assert step(offered(CARD, family("amina")), "group") == Turn(Counting.of_group(CARD))


def test_not_me_drops_it_all() -> None:
    assert step(offered(CARD, family("amina")), "not-me") == Turn(None)


@pytest.mark.parametrize(
    "path",
    ["", "person", "person/", "person/4", "person/-1", "person/²", "adult/0", "adult/x", "confirm/1", "nonsense"],
)
def test_an_intent_that_means_nothing_changes_nothing(path: str) -> None:
    coming = offered(CARD, family("amina"))
    assert step(coming, path) == Turn(coming)


def test_no_name_and_no_card_is_written_down() -> None:
    assert "Amina" not in repr(offered(CARD, family("amina")))
    assert "WM1" not in repr(step(offered(CARD, family("amina")), "confirm"))
