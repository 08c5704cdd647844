"""The touch face's view model, with verbs that a test answers by hand."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.people import Person
from kiosk.domain.rounds import Progress
from kiosk.domain.visits import AlreadyHere, Reason, Refused, Undone, Welcomed
from kiosk.ui.faces import Moment, StationFace, StationState, TramFace, TramState, for_qml
from kiosk.ui.touch.faces import HomeFace
from kiosk.ui.touch.viewmodel import STANDS_SECONDS, Touch
from kiosk.ui.touch.visit_faces import Outcome, OutcomeFace
from kiosk.ui.touch.wishes import Hours, Show, UndoVisit
from tests.conftest import ToldClock
from tests.kiosk.ui.touch.by_hand import ByHand, made

AMINA = Person("p", "h", "Amina", "fox")
ARRIVED = TramFace(TramState.ARRIVED, 0)
YESTERDAY = Moment("2026-11-30", "yesterday", "18.05")


def stands(state: StationState) -> StationFace:
    return StationFace(state, YESTERDAY, 0, None, 0, 0, 0, "Spazio", "7F3A")


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def touch(hand: ByHand, clock: ToldClock, qtbot: QtBot) -> Touch:
    return made(hand, clock)


def outcome(touch: Touch) -> dict[str, Any]:
    return dict(touch.shown.outcome or {})


def test_the_first_touch_wakes_and_asks_for_the_language(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    assert touch.shown.screen == "language"
    touch.go("language/ar")
    hand.show()
    assert touch.shown.screen == "home"
    assert hand.spoken == ["ar"]
    assert touch.shown.frame["rightToLeft"] is True


def test_text_contrast_and_reach_change_the_frame_and_nothing_else(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    for intent in ("text", "contrast", "reach"):
        touch.go(intent)
    frame = touch.shown.frame
    assert (frame["textStep"], frame["highContrast"], frame["reach"]) == (1, True, True)
    assert touch.shown.screen == "language"


def test_im_done_drops_everything_of_the_person(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    touch.go("language/ar")
    hand.show()
    touch.go("text")
    touch.scanned(b"WM1")
    hand.answer(Welcomed("visit", AMINA))
    touch.go("finished")
    hand.show()
    assert touch.shown.screen == "attract"
    assert touch.shown.outcome is None
    assert touch.shown.frame["language"] == "it"
    assert touch.shown.frame["textStep"] == 0
    assert "Amina" not in repr(vars(touch))


def test_a_scan_shows_reading_then_the_person(touch: Touch, hand: ByHand) -> None:
    touch.reading()
    assert outcome(touch)["outcome"] == "reading"
    touch.scanned(b"WM1")
    assert outcome(touch)["outcome"] == "reading"
    hand.answer(Welcomed("visit", AMINA))
    assert outcome(touch)["outcome"] == "welcomed"
    assert outcome(touch)["people"] == [{"firstName": "Amina", "creature": "fox"}]
    assert outcome(touch)["undoSeconds"] == 10


def test_typing_that_looked_like_a_scan_takes_the_reading_away(touch: Touch) -> None:
    touch.reading()
    touch.abandoned()
    assert touch.shown.outcome is None


def test_an_abandoned_burst_does_not_take_an_answer_away(touch: Touch, hand: ByHand) -> None:
    touch.scanned(b"WM1")
    hand.answer(AlreadyHere(AMINA))
    touch.abandoned()
    assert outcome(touch)["outcome"] == "hello"


@pytest.mark.parametrize("reason", list(Reason))
def test_every_no_looks_the_same(touch: Touch, hand: ByHand, reason: Reason) -> None:
    touch.scanned(b"nonsense")
    hand.answer(Refused(reason))
    assert touch.shown.outcome == for_qml(OutcomeFace(Outcome.ASK))


def test_an_arrival_can_be_undone_for_ten_seconds(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    touch.scanned(b"WM1")
    hand.answer(Welcomed("visit", AMINA))
    clock.pass_(4)
    touch.tick()
    assert outcome(touch)["undoSeconds"] == 6
    touch.go("outcome/undo")
    assert hand.wish() == UndoVisit("visit")
    hand.answer(Undone("visit"))
    assert touch.shown.outcome is None


def test_a_double_tap_on_undo_asks_once(touch: Touch, hand: ByHand) -> None:
    touch.scanned(b"WM1")
    hand.answer(Welcomed("visit", AMINA))
    touch.go("outcome/undo")
    touch.go("outcome/undo")
    assert [wish for wish, _ in hand.asked] == [Show(b"WM1"), Hours(("visit",)), UndoVisit("visit")]


def test_an_answer_goes_by_itself_after_ten_seconds(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    touch.scanned(b"WM1")
    hand.answer(Welcomed("visit", AMINA))
    clock.pass_(10)
    touch.tick()
    assert touch.shown.outcome is None
    assert "Amina" not in repr(vars(touch))


def test_the_sitting_asks_and_then_ends_by_itself(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    touch.go("wake")
    touch.go("language/en")
    hand.show()
    clock.pass_(119)
    touch.tick()
    assert touch.shown.idle == {"asking": False, "secondsLeft": 0}
    clock.pass_(2)
    touch.tick()
    assert touch.shown.idle == {"asking": True, "secondsLeft": 29}
    clock.pass_(29)
    touch.tick()
    hand.show()
    assert touch.shown.screen == "attract"
    assert touch.shown.idle == {"asking": False, "secondsLeft": 0}


def test_im_still_here_starts_the_time_anew(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    touch.go("wake")
    clock.pass_(130)
    touch.tick()
    touch.go("still-here")
    assert touch.shown.idle["asking"] is False
    clock.pass_(119)
    touch.tick()
    assert touch.shown.idle["asking"] is False


def test_the_idle_screen_never_asks(touch: Touch, clock: ToldClock) -> None:
    clock.pass_(10_000)
    touch.tick()
    assert touch.shown.idle == {"asking": False, "secondsLeft": 0}


def test_a_look_that_comes_too_late_is_not_shown(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    touch.go("language/it")
    late = hand.looked[-1][2]
    touch.go("finished")
    hand.show()
    late(HomeFace((), (), ()))
    assert touch.shown.screen == "attract"


def test_what_left_the_catalogue_leads_back(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    touch.go("language/it")
    hand.show()
    touch.go("activity/gone")
    hand.looked[-1][2](None)
    hand.show()
    assert touch.shown.screen == "home"


def test_the_first_copy_is_shown_until_it_is_complete(touch: Touch, hand: ByHand) -> None:
    touch.set_first_copy(Progress(10, 100, False))
    assert touch.shown.screen == "firstcopy"
    assert touch.shown.face == {"done": 10, "total": 100, "waiting": False}
    touch.set_first_copy(None)
    hand.show()
    assert touch.shown.screen == "attract"


def test_trouble_stays_until_the_program_starts_anew(touch: Touch, hand: ByHand) -> None:
    touch.set_trouble()
    touch.go("wake")
    touch.go("home")
    assert touch.shown.screen == "trouble"


def test_the_tram_changes_the_frame(touch: Touch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(touch.frame_changed):
        touch.set_tram(TramFace(TramState.TRAVELLING, 2))
    assert touch.shown.frame["tram"] == {"state": "travelling", "aboard": 2, "asOf": None}


def test_the_hubs_own_language_greets_the_next_person(touch: Touch, hand: ByHand) -> None:
    touch.set_habits("en", ("HUB", "BAGGIO"))
    assert touch.shown.frame["hubName"] == ["HUB", "BAGGIO"]
    assert touch.shown.frame["language"] == "en"


@pytest.mark.parametrize(
    "path", ["", "/", "nonsense", "browse/", "browse/nowhere", "activity/", "language/xx", "outcome/undo", "é" * 1000]
)
def test_an_intent_that_means_nothing_changes_nothing(touch: Touch, path: str) -> None:
    before = touch.shown.screen
    touch.go(path)
    assert touch.shown.screen == before


def test_an_answer_that_comes_after_im_done_is_shown_to_nobody(touch: Touch, hand: ByHand) -> None:
    touch.scanned(b"WM1")
    touch.go("finished")
    hand.answer(Welcomed("visit", AMINA))
    assert touch.shown.outcome is None
    assert "Amina" not in repr(vars(touch))


def test_the_late_answer_to_one_scan_is_not_shown_to_the_next_person(touch: Touch, hand: ByHand) -> None:
    touch.scanned(b"first")
    touch.reading()
    hand.answer(Welcomed("visit", AMINA))
    assert outcome(touch)["outcome"] == "reading"
    touch.go("outcome/undo")
    assert [wish for wish, _ in hand.asked] == [Show(b"first")]


def test_im_done_clears_the_screen_even_if_the_store_is_silent(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    touch.go("language/it")
    hand.show()
    touch.go("finished")
    assert touch.shown.screen == "attract"


# --- how the station stands -------------------------------------------------------------------------------------------


def tram(touch: Touch) -> dict[str, Any]:
    return dict(touch.shown.frame["tram"])


def test_the_tram_has_arrived_only_once_the_data_are_known_to_be_fresh(touch: Touch, hand: ByHand) -> None:
    touch.set_tram(ARRIVED)
    assert tram(touch)["state"] == "at_stop"
    hand.show(stands(StationState.UP_TO_DATE))
    assert tram(touch) == {"state": "arrived", "aboard": 0, "asOf": None}


def test_data_that_grow_old_while_nobody_tells_are_said_with_their_time(
    touch: Touch, hand: ByHand, clock: ToldClock
) -> None:
    touch.set_tram(ARRIVED)
    hand.show(stands(StationState.UP_TO_DATE))
    clock.pass_(STANDS_SECONDS)
    touch.tick()
    hand.show(stands(StationState.AS_OF))
    assert tram(touch)["state"] == "at_stop"
    assert tram(touch)["asOf"] == {"day": "2026-11-30", "dayWord": "yesterday", "time": "18.05"}


def test_the_station_is_asked_how_it_stands_once_a_minute(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    for _ in range(120):
        clock.pass_(1)
        touch.tick()
    assert [where.screen for where, _, _ in hand.looked] == ["station", "station"]


def test_while_the_tram_travels_nobody_asks_how_the_station_stands(touch: Touch, hand: ByHand) -> None:
    touch.set_tram(TramFace(TramState.TRAVELLING, 1))
    assert hand.looked == []


def test_a_closed_station_has_no_tram(touch: Touch, hand: ByHand) -> None:
    touch.set_tram(ARRIVED)
    hand.show(stands(StationState.REVOKED))
    assert tram(touch)["state"] == "closed"


def test_the_station_s_screen_is_shown_and_left_again(touch: Touch, hand: ByHand) -> None:
    touch.go("wake")
    touch.go("language/it")
    hand.show()
    touch.go("station")
    hand.show(stands(StationState.AS_OF))
    assert touch.shown.screen == "station"
    assert touch.shown.face["state"] == "as_of"
    assert tram(touch)["asOf"] is not None  # the header says no more than the screen below it
    touch.go("back")
    hand.show()
    assert touch.shown.screen == "home"


def test_whoever_looks_at_the_station_s_screen_sees_it_change(touch: Touch, hand: ByHand) -> None:
    touch.go("station")
    hand.show(stands(StationState.AS_OF))
    touch.set_tram(ARRIVED)
    hand.show(stands(StationState.UP_TO_DATE))
    assert touch.shown.face["state"] == "up_to_date"


def test_what_was_asked_in_another_language_is_not_shown(touch: Touch, hand: ByHand) -> None:
    touch.go("station")
    hand.show(stands(StationState.AS_OF))
    touch.set_tram(ARRIVED)
    late = hand.looked[-1][2]
    touch.go("language/ar")
    late(stands(StationState.UP_TO_DATE))
    assert touch.shown.face["state"] == "as_of"


def test_the_station_s_screen_is_reached_during_the_first_copy(touch: Touch, hand: ByHand) -> None:
    touch.set_first_copy(Progress(10, 100, False))
    touch.go("station")
    hand.show(stands(StationState.FIRST_COPY))
    assert touch.shown.screen == "station"
    touch.go("back")
    assert touch.shown.screen == "firstcopy"


def test_the_station_s_screen_ends_like_any_other(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    touch.go("station")
    hand.show(stands(StationState.AS_OF))
    clock.pass_(121)
    touch.tick()
    assert touch.shown.idle["asking"] is True
    clock.pass_(30)
    touch.tick()
    assert touch.shown.screen == "attract"


def test_on_the_calm_screen_nobody_asks_how_the_station_stands(touch: Touch, hand: ByHand, clock: ToldClock) -> None:
    touch.set_trouble()
    clock.pass_(STANDS_SECONDS)
    touch.tick()
    assert hand.looked == []
