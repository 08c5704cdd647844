"""The desk's view model, with verbs that a test answers by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.workers import AskPin, Entered, How, NotEntered, NotIn, Role, Wait, Worker, WrongPin
from kiosk.ui.desk.asking import ToAsk, WaitFace
from kiosk.ui.desk.faces import TROUBLE, Colleague, LockFace, Said, Section, Tab, Tone, Undo
from kiosk.ui.desk.station import DeskStationFace
from kiosk.ui.desk.viewmodel import Desk, Done, Looked, Verbs
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.ui.faces import for_qml
from tests.conftest import ToldClock

LOCK_SECONDS = 300
ADA = Worker("w-1", "Ada Prova", frozenset({Role.EDUCATOR}), 7)
ASKED, ENTERED = AskPin(ADA, How.CARD_AND_PIN), Entered(ADA, "e-1")
TABS = (Tab(Section.TODAY, 0), Tab(Section.STATION, 0))
FACE = DeskStationFace(None, (), 0, True, None, 0, False)


@dataclass
class ByHand:
    """Keeps what the desk asked for until the test answers."""

    locks: list[Done] = field(default_factory=list)
    cards: list[tuple[bytes, Done]] = field(default_factory=list)
    picks: list[tuple[str, Done]] = field(default_factory=list)
    pins: list[tuple[AskPin, str, Done]] = field(default_factory=list)
    switches: list[tuple[bytes, Done]] = field(default_factory=list)
    looks: list[tuple[Entered, Place, Done]] = field(default_factory=list)
    acts: list[tuple[Entered, Wish, Done]] = field(default_factory=list)
    awaited: list[tuple[ToAsk, Done]] = field(default_factory=list)
    ended: list[tuple[ToAsk, Done]] = field(default_factory=list)

    def verbs(self) -> Verbs:
        def keep(kept: list[Any]) -> Callable[..., None]:
            return lambda *asked: kept.append(asked if len(asked) > 1 else asked[0])

        asked: tuple[list[Any], ...] = (
            self.locks,
            self.cards,
            self.picks,
            self.pins,
            self.switches,
            self.looks,
            self.acts,
            self.awaited,
            self.ended,
        )
        return Verbs(*map(keep, asked))

    def show(self) -> None:
        """Answer the last look."""
        self.looks[-1][2](Looked(FACE, TABS, None))


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


@pytest.fixture
def desk(hand: ByHand, clock: ToldClock, qtbot: QtBot) -> Desk:
    made = Desk(hand.verbs(), LOCK_SECONDS, clock)
    made.stop()
    return made


def enter(desk: Desk, hand: ByHand) -> None:
    desk.scanned(b"WM1ADA")
    hand.cards[-1][1](ASKED)
    desk.pin("271828")
    hand.pins[-1][2](ENTERED)
    hand.show()


def test_a_worker_enters_by_card_and_pin(desk: Desk, hand: ByHand) -> None:
    assert desk.shown.screen == "lock"
    enter(desk, hand)
    assert hand.pins[0][:2] == (ASKED, "271828")
    assert (desk.shown.screen, desk.shown.frame["worker"]) == ("today", "Ada Prova")
    assert [tab["section"] for tab in desk.shown.frame["tabs"]] == ["today", "station"]


def test_a_wrong_pin_is_said_and_a_wait_counts_down(desk: Desk, hand: ByHand) -> None:
    desk.scanned(b"WM1ADA")
    hand.cards[-1][1](ASKED)
    desk.pin("000000")
    hand.pins[-1][2](WrongPin(0))
    assert (desk.shown.face["bar"], desk.shown.face["asking"]) == ("wrong_pin", "Ada Prova")
    desk.pin("000000")
    hand.pins[-1][2](Wait(1.5))
    assert (desk.shown.face["bar"], desk.shown.face["waitSeconds"]) == ("wait", 2)
    desk.tick()
    desk.tick()
    assert (desk.shown.face["bar"], desk.shown.face["waitSeconds"]) == ("", 0)


@pytest.mark.parametrize("why", list(NotEntered))
def test_every_card_that_does_not_enter_is_answered_alike(desk: Desk, hand: ByHand, why: NotEntered) -> None:
    desk.scanned(b"WM1OTHER")
    hand.cards[-1][1](NotIn(why))
    assert desk.shown.face["bar"] == ("card_first" if why is NotEntered.CARD_FIRST else "card")
    assert desk.shown.face["asking"] == ""


def test_colleagues_of_the_day_are_offered_and_asked_for_their_pin(desk: Desk, hand: ByHand) -> None:
    desk.refresh()
    hand.locks[-1](LockFace((Colleague("w-1", "Ada Prova"),)))
    assert desk.shown.face["colleagues"] == [{"id": "w-1", "name": "Ada Prova"}]
    desk.pick("w-1")
    hand.picks[-1][1](ASKED)
    assert desk.shown.face["asking"] == "Ada Prova"
    desk.pick("")
    hand.locks[-1](LockFace(()))
    assert desk.shown.face["asking"] == ""


def test_it_locks_after_five_minutes_without_a_hand_and_keeps_nothing(
    desk: Desk, hand: ByHand, clock: ToldClock
) -> None:
    enter(desk, hand)
    clock.pass_(LOCK_SECONDS - 1)
    desk.hand()
    clock.pass_(LOCK_SECONDS - 1)
    desk.tick()
    assert desk.shown.screen == "today"
    clock.pass_(1)
    desk.tick()
    assert (desk.shown.screen, desk.shown.frame["worker"], desk.shown.frame["tabs"]) == ("lock", "", [])
    desk.act({"path": "today/see/v"})
    desk.go("families")
    assert hand.acts == []
    assert desk.shown.screen == "lock"


def test_what_was_asked_before_the_desk_locked_is_not_shown_after_it(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.go("families/open/h-1")
    desk.act({"path": "families/export/h-1"})
    desk.lock()
    hand.show()
    hand.acts[-1][2](Said(Tone.DONE, "exported", name="Haddad"))
    assert (desk.shown.screen, desk.shown.said) == ("lock", None)


def test_what_was_done_is_answered_with_its_way_back_and_looked_at_again(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    looks = len(hand.looks)
    desk.act({"path": "today/see/v-1", "form": {}})
    by, wished, done = hand.acts[-1]
    assert (by, wished) == (ENTERED, Wish("today", "see", "v-1"))
    done(Said(Tone.DONE, "seen", undo=Undo("today/undo/v-1")))
    assert (desk.shown.said or {})["undo"] == {"path": "today/undo/v-1"}
    assert len(hand.looks) == looks + 1
    desk.go("heard")
    assert desk.shown.said is None


def test_an_answer_may_lead_elsewhere(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.act({"path": "families/register"})
    hand.acts[-1][2](Said(Tone.DONE, "registered", to="families/open/h-9"))
    assert hand.looks[-1][1] == Place("families", "open/h-9")


def test_a_code_that_cannot_be_read_is_the_sections_too_and_locks_nobody_out(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.scanned(b"WM1GARBLED")
    hand.switches[-1][1](NotIn(NotEntered.NOT_A_CODE))
    assert hand.acts[-1][1] == Wish("today", "scan", "", {"code": "WM1GARBLED"})
    assert desk.shown.screen == "today"


def test_what_is_gone_leads_back_to_its_section(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.go("families/open/erased")
    hand.looks[-1][2](Looked(None, TABS, None))
    assert hand.looks[-1][1] == Place("families")


def test_a_card_at_an_open_desk_switches_workers_or_is_the_sections(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.scanned(b"WM1BRUNO")
    bruno = Entered(Worker("w-2", "Bruno", frozenset({Role.EDUCATOR}), 8), "e-2")
    hand.switches[-1][1](bruno)
    assert hand.looks[-1][0] is bruno
    desk.scanned(b"WM1FAMILY")
    hand.switches[-1][1](NotIn(NotEntered.WRONG_KIND))
    assert hand.acts[-1][:2] == (bruno, Wish("today", "scan", "", {"code": "WM1FAMILY"}))


def test_where_another_worker_stands_by_their_card_switches_nobody(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    hand.show()
    desk.go("vouchers/second/-/pay/h/v")
    desk.scanned(b"WM1BRUNO")
    by, wish, _ = hand.acts[-1]
    assert (hand.switches, by) == ([], ENTERED)
    assert (wish.section, wish.verb, wish.about) == ("vouchers", "scan", "second/-/pay/h/v")
    assert wish.text("code") == "WM1BRUNO"


def test_a_role_that_does_not_allow_it_is_told_and_one_revoked_is_out(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.act({"path": "families/erase/h"})
    hand.acts[-1][2](NotIn(NotEntered.NOT_ALLOWED))
    assert (desk.shown.said or {})["what"] == "not_allowed"
    desk.go("families")
    hand.looks[-1][2](NotIn(NotEntered.REVOKED))
    assert desk.shown.screen == "lock"


def test_a_technician_who_may_see_nobody_lands_at_the_station(desk: Desk, hand: ByHand) -> None:
    desk.scanned(b"WM1TECH")
    hand.cards[-1][1](ASKED)
    desk.pin("271828")
    hand.pins[-1][2](ENTERED)
    hand.looks[-1][2](NotIn(NotEntered.NOT_ALLOWED))
    assert hand.looks[-1][1] == Place("station")


def test_a_store_that_does_not_answer_is_said(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.act({"path": "today/see/v"})
    hand.acts[-1][2](TROUBLE)
    assert (desk.shown.said or {})["what"] == "not_now"
    desk.set_trouble()
    assert desk.shown.screen == "trouble"


def test_what_was_said_stays_behind_when_the_worker_goes_elsewhere_but_for_its_way_back(
    desk: Desk, hand: ByHand
) -> None:
    enter(desk, hand)
    for undo, stays in ((None, False), (Undo("today/undo/v"), True)):
        desk.act({"path": "today/see/v"})
        hand.acts[-1][2](Said(Tone.DONE, "seen", undo=undo))
        hand.show()
        desk.go("today/?sa")
        assert desk.shown.said is not None
        desk.go("station")
        assert (desk.shown.said is not None) == stays
        desk.go("today")


def test_a_page_that_is_not_theirs_any_more_goes_from_the_screen(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.go("families/open/h-1")
    hand.show()
    desk.refresh()
    hand.looks[-1][2](NotIn(NotEntered.NOT_ALLOWED))
    assert hand.looks[-1][1] == Place("families")
    assert (desk.shown.said or {})["what"] == "not_allowed"


def test_while_somebody_types_what_stands_around_stays(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    tabs = desk.shown.frame["tabs"]
    assert tabs
    desk.go("today/?sa")
    _, at, done = hand.looks[-1]
    assert at.typed == "sa"
    done(Looked(FACE))
    assert desk.shown.frame["tabs"] == tabs


def test_an_answer_with_nothing_to_say_only_leads_on(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.act({"path": "today/read/v"})
    hand.acts[-1][2](Said(Tone.SHOWN, "", to="today/notes/v"))
    assert desk.shown.said is None
    assert hand.looks[-1][1] == Place("today", "notes/v")


# --- what waits for central -----------------------------------------------------------------------------------------


def _never() -> Said:
    raise AssertionError("the test answers by hand")


def _told(desk: Desk) -> str:
    return str((desk.shown.said or {}).get("what", ""))


PAID = Said(Tone.DONE, "paid", number=2_000)
ASKS = ToAsk(WaitFace(2_000), _never, _never)


@pytest.fixture
def waiting(desk: Desk, hand: ByHand) -> Desk:
    enter(desk, hand)
    desk.act({"path": "vouchers/pay/x", "form": {}})
    hand.acts[-1][2](ASKS)
    assert (desk.shown.waits or {})["cents"] == 2_000
    return desk


def test_what_central_says_is_answered_and_the_waiting_is_over(waiting: Desk, hand: ByHand) -> None:
    hand.awaited[-1][1](PAID)
    assert (_told(waiting), waiting.shown.waits) == ("paid", None)


def test_it_is_called_off_once_and_a_late_answer_is_not_shown(waiting: Desk, hand: ByHand) -> None:
    waiting.go("call_off")
    waiting.go("call_off")
    assert len(hand.ended) == 1
    assert waiting.shown.waits == {**for_qml(ASKS.face), "ends": True}
    hand.awaited[-1][1](PAID)
    assert _told(waiting) == ""
    hand.ended[-1][1](Said(Tone.HINT, "called_off"))
    assert _told(waiting) == "called_off"
    assert waiting.shown.waits is None


@pytest.mark.parametrize("path", ["lock", "families"])
def test_whoever_leaves_has_called_it_off(waiting: Desk, hand: ByHand, path: str) -> None:
    waiting.go(path)
    assert [asks for asks, _ in hand.ended] == [ASKS]
    hand.awaited[-1][1](PAID)
    assert (waiting.shown.said, waiting.shown.waits) == (None, None)


def test_what_is_asked_for_a_worker_who_has_gone_meanwhile_is_called_off(desk: Desk, hand: ByHand) -> None:
    enter(desk, hand)
    desk.act({"path": "vouchers/pay/x", "form": {}})
    desk.go("lock")
    hand.acts[-1][2](ASKS)
    assert [asks for asks, _ in hand.ended] == [ASKS]
    assert hand.awaited == []
