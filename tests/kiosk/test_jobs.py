"""The one door to another thread: outcomes are values, and they come home."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from kiosk.jobs import ByHand, Err, Inline, OneThread, Result, outcome

pytestmark = pytest.mark.timeout(20)


class Desk(QObject):
    """Where results are handed in."""

    handed_in = Signal(object)


class Broken(Exception):
    pass


def fails() -> int:
    raise Broken("no")


# --- outcomes -------------------------------------------------------------------------------------------------------


def test_what_a_job_returns_is_ok() -> None:
    said = outcome(lambda: 7)
    assert not isinstance(said, Err)
    assert said.value == 7


def test_what_a_job_raises_is_err() -> None:
    said = outcome(fails)
    assert isinstance(said, Err)
    assert isinstance(said.error, Broken)


@pytest.mark.parametrize("leave", [KeyboardInterrupt, SystemExit])
def test_whoever_wants_to_leave_is_let_go(leave: type[BaseException]) -> None:
    def leaves() -> None:
        raise leave

    with pytest.raises(leave):
        outcome(leaves)


def test_a_failure_is_logged_by_its_name_alone(caplog: pytest.LogCaptureFixture) -> None:
    def personal() -> None:
        raise Broken("Amina Rossi")

    with caplog.at_level("DEBUG"):
        outcome(personal)
    assert [record.getMessage() for record in caplog.records] == ["job failed: Broken"]


# --- here and by hand -----------------------------------------------------------------------------------------------


def test_inline_runs_a_job_at_once() -> None:
    said: list[Result[int]] = []
    Inline().submit(lambda: 1, said.append)
    Inline().submit(fails, said.append)
    assert [type(result).__name__ for result in said] == ["Ok", "Err"]


def test_by_hand_nothing_runs_until_it_is_told_and_then_in_order() -> None:
    ran: list[str] = []
    jobs = ByHand()
    for name in "abc":
        jobs.submit(lambda name=name: ran.append(name), lambda _, name=name: ran.append(name.upper()))  # type: ignore[misc]
    assert ran == []
    assert jobs.step()
    assert ran == ["a", "A"]
    jobs.run()
    assert ran == ["a", "A", "b", "B", "c", "C"]
    assert not jobs.step()


def test_by_hand_what_a_result_asks_for_comes_last() -> None:
    ran: list[str] = []
    jobs = ByHand()
    jobs.submit(lambda: "first", lambda _: jobs.submit(lambda: ran.append("asked"), lambda _: None))
    jobs.submit(lambda: ran.append("second"), lambda _: None)
    jobs.close()
    assert ran == ["second", "asked"]


# --- another thread -------------------------------------------------------------------------------------------------


def test_a_job_runs_on_the_named_thread_and_its_result_comes_home(qtbot: QtBot) -> None:
    desk, threads, home = Desk(), OneThread("store"), []

    def done(result: Result[str]) -> None:
        home.append(threading.current_thread())
        desk.handed_in.emit(result)

    with qtbot.waitSignal(desk.handed_in) as handed:
        threads.submit(lambda: threading.current_thread().name, done)
    threads.close()
    assert handed.args is not None
    assert handed.args[0].value.startswith("store")
    assert home == [threading.main_thread()]


def test_a_failure_comes_home_as_err_and_the_thread_lives_on(qtbot: QtBot) -> None:
    desk, threads = Desk(), OneThread("store")
    said: list[Result[int]] = []
    desk.handed_in.connect(said.append)
    with qtbot.waitSignals([desk.handed_in] * 2):
        threads.submit(fails, desk.handed_in.emit)
        threads.submit(lambda: 2, desk.handed_in.emit)
    threads.close()
    assert [type(result).__name__ for result in said] == ["Err", "Ok"]


def test_jobs_run_one_at_a_time_in_the_order_they_were_asked(qtbot: QtBot) -> None:
    desk, threads = Desk(), OneThread("store")
    ran: list[int] = []
    said: list[Result[None]] = []
    with qtbot.waitSignal(desk.handed_in):
        for number in range(50):
            threads.submit(lambda number=number: ran.append(number), said.append)  # type: ignore[misc]
        threads.submit(lambda: None, desk.handed_in.emit)
    threads.close()
    assert ran == list(range(50))
    assert len(said) == 50


def test_nothing_comes_home_before_the_event_loop_turns(qtbot: QtBot) -> None:
    desk, threads = Desk(), OneThread("store")
    said: list[Result[int]] = []
    desk.handed_in.connect(said.append)
    threads.submit(lambda: 1, desk.handed_in.emit)
    threads.ask(lambda: None)  # the first job is over now
    assert said == []
    with qtbot.waitSignal(desk.handed_in):
        pass
    threads.close()
    assert len(said) == 1


def test_another_worker_asks_and_waits() -> None:
    store = OneThread("store")
    with ThreadPoolExecutor(1) as network:
        name = network.submit(lambda: store.ask(lambda: threading.current_thread().name)).result()
        with pytest.raises(Broken):
            network.submit(lambda: store.ask(fails)).result()
    store.close()
    assert name.startswith("store")


def test_closing_finishes_what_was_asked_and_takes_no_more() -> None:
    ran: list[int] = []
    threads = OneThread("store")
    for number in range(20):
        threads.submit(lambda number=number: ran.append(number), lambda _: None)  # type: ignore[misc]
    threads.close()
    threads.submit(lambda: ran.append(99), lambda _: None)
    assert ran == list(range(20))


# --- the pin --------------------------------------------------------------------------------------------------------


def test_calls_into_qt_that_return_nothing_keep_none_alive() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None at each, and the process dies after some thousands."""
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(5000):
        thing.setObjectName(str(number))
    assert sys.getrefcount(None) > before - 500
