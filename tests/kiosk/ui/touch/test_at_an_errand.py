"""The view model in the middle of something: what is asked, what is shown, and that nothing of it is left behind."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.people import Person
from kiosk.domain.pictures import AskAtTheDesk, Identified, Means, NotIdentified, Question, WrongAnswer
from kiosk.domain.visits import (
    AlreadyHere,
    Family,
    FamilyArrived,
    Farewell,
    Reason,
    Refused,
    Undone,
    Welcomed,
    WhoLeaves,
)
from kiosk.domain.workers import AskPin, Entered, How, NotEntered, NotIn, Role, Wait, Worker
from kiosk.ui.faces import Moment
from kiosk.ui.touch.staff_faces import CountsFace, InsideFace, InsideLine, Sort
from kiosk.ui.touch.viewmodel import Touch
from kiosk.ui.touch.wishes import (
    Arrive,
    AskWho,
    Count,
    Enter,
    Identify,
    Lead,
    Leave,
    LookInside,
    Offer,
    Show,
    UndoLeaving,
    UndoParty,
    WhoIsIn,
)
from tests.conftest import ToldClock
from tests.kiosk.ui.touch.by_hand import ByHand, made

AMINA, OMAR = Person("p-1", "h", "Amina", "fox"), Person("p-2", "h", "Omar", "cat")
FAMILY = Family(7, (AMINA, OMAR), frozenset({"p-1", "p-2"}), 1, frozenset(), "p-1")
CARD = b"WM1-SECRET"
ADA = Worker("w1", "Ada Prova", frozenset({Role.EDUCATOR}), 9)
ASKED, ENTERED = AskPin(ADA, How.CARD_AND_PIN), Entered(ADA, "event")
LINE = InsideLine(Sort.PERSON, "Amina", "fox", "9.30", seen=False)
INSIDE = InsideFace(Moment("2026-12-01", "today", "10.00"), CountsFace(1, 1, 0, 0, 0, 0), (LINE,), (), whole=True)


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def touch(hand: ByHand, clock: ToldClock, qtbot: QtBot) -> Touch:
    return made(hand, clock)


def outcome(touch: Touch) -> dict[str, Any]:
    return dict(touch.shown.outcome or {})


def at_family(touch: Touch, hand: ByHand, family: Family = FAMILY) -> None:
    touch.scanned(CARD)
    hand.answer(family)
    assert touch.shown.screen == "family"


def nothing_is_left(touch: Touch) -> bool:
    """Of names, cards and PINs: not in the view model, nor in what QML reads."""
    held = repr([*vars(touch).values(), touch.shown, vars(touch._here)])
    return not any(word in held for word in ("Amina", "Omar", "SECRET", "Ada", "2718", "p-1"))


def test_the_usual_family_is_a_scan_and_one_touch(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/confirm")
    assert hand.wish() == Arrive(CARD, ("p-1", "p-2"), 1)
    hand.answer(FamilyArrived("party", (Welcomed("v1", AMINA), Welcomed("v2", OMAR)), (), 1))
    said = outcome(touch)
    assert (said["outcome"], len(said["people"]), said["adults"], said["undoSeconds"]) == ("welcomed", 2, 1, 10)


def test_a_second_touch_while_the_store_works_asks_nothing(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/confirm")
    touch.go("family/confirm")
    touch.go("family/adult/more")
    assert len(hand.asked) == 2


def test_a_family_that_was_welcomed_may_be_taken_back_whole(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/confirm")
    hand.answer(FamilyArrived("party", (Welcomed("v1", AMINA),), (), 1))
    touch.go("outcome/undo")
    assert hand.wish() == UndoParty("party")
    hand.answer(Undone("v1"))
    assert touch.shown.outcome is None


def test_who_came_alone_may_say_who_is_with_them(touch: Touch, hand: ByHand) -> None:
    touch.scanned(CARD)
    hand.answer(Welcomed("visit", AMINA))
    assert outcome(touch)["more"] is True
    touch.go("outcome/more")
    assert hand.wish() == Offer(CARD)
    hand.answer(Family(7, (AMINA,), frozenset({"p-1"}), 0, frozenset({"p-1"}), "p-1"))
    assert (touch.shown.screen, touch.shown.outcome) == ("family", None)
    assert touch.shown.face["ready"] is False
    touch.go("family/adult/0")
    touch.go("family/confirm")
    assert hand.wish() == Arrive(CARD, (), 1)


def test_the_others_of_the_family_come_after_the_three_pictures(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand, Family(7, (AMINA,), frozenset({"p-1"}), 0, frozenset(), "p-1"))
    touch.go("family/others")
    assert hand.wish() == AskWho(7)
    hand.answer(Question(Means.PICTURES, 3))
    assert touch.shown.screen == "pictures"
    for name in ("sun", "boat", "drum"):
        touch.go(f"identify/say/{name}")
    assert hand.wish() == Identify(7, ("sun", "boat", "drum"))
    hand.answer(WrongAnswer(2))
    assert (touch.shown.face["again"], touch.shown.face["entered"]) == (True, 0)
    for name in ("boat", "sun", "drum"):
        touch.go(f"identify/say/{name}")
    vouched = Identified("p-1", "h")
    hand.answer(vouched)
    assert hand.wish() == Offer(CARD, vouched)
    hand.answer(FAMILY)
    assert touch.shown.screen == "family"
    assert [tile["mark"] for tile in touch.shown.face["people"]] == ["coming", "not_today"]
    assert touch.shown.face["others"] is False
    touch.go("family/person/1")
    touch.go("family/confirm")
    assert hand.wish() == Arrive(CARD, ("p-1", "p-2"), 0, vouched)


def test_three_wrong_tries_ask_at_the_desk_in_the_same_words_as_everything(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/others")
    hand.answer(AskAtTheDesk(NotIdentified.TRIED_OUT))
    assert outcome(touch)["outcome"] == "ask"
    assert touch.shown.screen != "family"


def test_a_child_with_a_pin_is_asked_for_it(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/others")
    hand.answer(Question(Means.PIN, 3))
    assert (touch.shown.screen, touch.shown.face) == (
        "pin",
        {"entered": 0, "whole": 4, "again": False, "waitSeconds": 0},
    )


def test_who_has_been_here_for_a_while_leaves_and_may_take_it_back(touch: Touch, hand: ByHand) -> None:
    touch.scanned(CARD)
    hand.answer(WhoLeaves((AMINA, OMAR), {"p-1": "visit-1"}))
    assert touch.shown.screen == "leave"
    touch.go("leave/leave")
    assert hand.wish() == Leave({"p-1": "visit-1"})
    hand.answer(Farewell((AMINA,), ("event",)))
    assert outcome(touch)["outcome"] == "left"
    touch.go("outcome/undo")
    assert hand.wish() == UndoLeaving(("event",))


def test_below_fourteen_they_are_told_kindly_who_lets_them_go(touch: Touch, hand: ByHand) -> None:
    touch.scanned(CARD)
    hand.answer(WhoLeaves((AMINA,)))
    assert outcome(touch)["outcome"] == "collect"
    assert touch.shown.screen == "attract"


def test_people_without_a_card_count_themselves_from_home(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    touch.go("language/it")
    hand.show()
    touch.go("count")
    assert [row["row"] for row in touch.shown.face["rows"]] == ["0-5", "6-10", "adults"]
    for path in ("more/0-5", "more/0-5", "more/adults", "confirm"):
        touch.go(f"count/{path}")
    assert hand.wish() == Count((("0-5", 2),), 1)
    hand.answer(Welcomed("visit", None))
    assert (outcome(touch)["outcome"], outcome(touch)["number"]) == ("counted", 3)
    touch.go("outcome/done")
    hand.show()
    assert touch.shown.screen == "home"


def test_a_group_shows_its_leader_s_card_and_then_its_numbers(touch: Touch, hand: ByHand) -> None:
    touch.go("count")
    touch.go("count/group")
    assert touch.shown.screen == "leader"
    touch.reading()
    touch.scanned(CARD)
    assert (hand.asked, touch.shown.outcome) == ([], None)
    assert touch.shown.face["group"] is True
    for path in ("five-more/6-10", "more/educators", "confirm"):
        touch.go(f"count/{path}")
    assert hand.wish() == Lead(CARD, (("6-10", 5),), 1, 1)


def test_a_group_is_begun_from_the_family_s_screen_too(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/group")
    touch.go("count/confirm")
    assert hand.wish() == Lead(CARD, (), 1, 0)


def test_another_card_begins_anew(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.scanned(b"WM2")
    assert hand.wish() == Show(b"WM2")
    hand.answer(Welcomed("visit", None))
    assert (outcome(touch)["outcome"], outcome(touch)["people"]) == ("welcomed", [])
    assert nothing_is_left(touch)


def test_a_scan_that_was_none_leaves_the_family_where_it_was(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/confirm")
    touch.reading()
    hand.answer(FamilyArrived("party", (Welcomed("v1", AMINA),), (), 1))  # nobody is shown it: somebody else scans
    touch.abandoned()
    assert touch.shown.screen == "family"
    touch.go("family/confirm")
    assert hand.wish() == Arrive(CARD, ("p-1", "p-2"), 1)
    hand.answer(FamilyArrived("", (), (AlreadyHere(AMINA), AlreadyHere(OMAR))))
    assert outcome(touch)["outcome"] == "hello"


def test_the_language_may_be_changed_on_the_way(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/adult/more")
    touch.go("language")
    assert touch.shown.screen == "language"
    touch.go("language/ar")
    assert (touch.shown.screen, len(touch.shown.face["adults"])) == ("family", 2)
    assert touch.shown.frame["rightToLeft"] is True


def test_a_new_catalogue_does_not_take_the_family_away(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.refresh()
    assert touch.shown.screen == "family"


def test_a_store_that_could_not_asks_at_the_desk(touch: Touch, hand: ByHand) -> None:
    at_family(touch, hand)
    touch.go("family/confirm")
    hand.answer(Refused(Reason.NOT_NOW))
    assert outcome(touch)["outcome"] == "ask"


@pytest.mark.parametrize("end", ["finished", "idle", "trouble", "family/not-me"])
def test_nothing_of_a_family_is_left(touch: Touch, hand: ByHand, clock: ToldClock, end: str) -> None:
    at_family(touch, hand)
    assert not nothing_is_left(touch)
    if end == "idle":
        clock.pass_(60)
        touch.tick()
        assert touch.shown.idle == {"asking": True, "secondsLeft": 30}
        clock.pass_(30)
        touch.tick()
    elif end == "trouble":
        touch.set_trouble()
    else:
        touch.go(end)
    if touch.shown.screen != "trouble":
        hand.show()
    assert touch.shown.screen in ("attract", "trouble")
    assert nothing_is_left(touch)


def test_nothing_is_left_after_an_answer_has_gone(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    at_family(touch, hand)
    touch.go("family/confirm")
    hand.answer(FamilyArrived("party", (Welcomed("v1", AMINA), Welcomed("v2", OMAR)), (), 1))
    clock.pass_(10)
    touch.tick()
    hand.show()
    assert touch.shown.outcome is None
    assert nothing_is_left(touch)


# --- the staff way in -----------------------------------------------------------------------------------------------


def at_pin(touch: Touch, hand: ByHand) -> None:
    touch.scanned(CARD)
    hand.answer(ASKED)
    assert touch.shown.screen == "door"
    for digit in "271828":
        touch.go(f"staff/say/{digit}")
    assert hand.wish() == Enter(ASKED, "271828")


def inside(touch: Touch, hand: ByHand) -> None:
    at_pin(touch, hand)
    hand.answer(ENTERED)
    assert hand.wish() == LookInside(ENTERED)
    hand.answer(INSIDE)
    assert touch.shown.screen == "inside"


def test_a_worker_s_card_and_pin_show_who_is_inside(touch: Touch, hand: ByHand) -> None:
    inside(touch, hand)
    assert [line["name"] for line in touch.shown.face["lines"]] == ["Amina"]
    touch.go("staff/anew")
    assert hand.wish() == LookInside(ENTERED)
    touch.go("staff/back")


def test_two_corners_open_the_way_in_and_one_does_not(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    touch.go("corner/name")
    assert touch.shown.screen == "attract"
    touch.go("corner/tram")
    clock.pass_(2)
    touch.go("corner/name")
    assert hand.wish() == WhoIsIn()
    hand.answer((ADA,))
    assert (touch.shown.screen, touch.shown.face["colleagues"]) == ("door", ["Ada"])


def test_a_wait_is_said_second_by_second_and_then_over(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    at_pin(touch, hand)
    hand.answer(Wait(3.0))
    seconds = [touch.shown.face["pad"]["waitSeconds"]]
    for _ in range(3):
        clock.pass_(1)
        touch.tick()
        seconds.append(touch.shown.face["pad"]["waitSeconds"])
    assert seconds == [3, 2, 1, 0]


@pytest.mark.parametrize("why", list(NotEntered))
def test_who_is_not_let_in_hears_what_everybody_hears(touch: Touch, hand: ByHand, why: NotEntered) -> None:
    at_pin(touch, hand)
    hand.answer(NotIn(why))
    assert outcome(touch)["outcome"] == "ask"
    assert nothing_is_left(touch)


def test_the_list_goes_by_itself_after_a_minute_without_a_question(
    touch: Touch, hand: ByHand, clock: ToldClock
) -> None:
    inside(touch, hand)
    clock.pass_(59)
    touch.tick()
    assert (touch.shown.screen, touch.shown.idle["asking"]) == ("inside", False)
    clock.pass_(1)
    touch.tick()
    hand.show()
    assert touch.shown.screen == "attract"
    assert nothing_is_left(touch)


def test_a_family_s_card_ends_the_worker_s_look(touch: Touch, hand: ByHand) -> None:
    inside(touch, hand)
    touch.scanned(b"WM2")
    hand.answer(Welcomed("visit", None))
    assert outcome(touch)["outcome"] == "welcomed"
    assert nothing_is_left(touch)
