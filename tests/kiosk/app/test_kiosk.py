"""A whole kiosk in one process: real window, real store, real central, offscreen."""

import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.app import kiosk as app
from kiosk.db.store import open_store, read_key
from kiosk.settings import Settings
from kiosk.sync.central import client
from kiosk.sync.central.line import Patience
from kiosk.ui import shell
from tests.central_at import CentralAt
from tests.station import Station

pytestmark = pytest.mark.timeout(60)
Open = Callable[[], Kiosk]
FOR_EVER = Patience(stall=3600, whole=3600)
PATIENCE_S = 50  # of a busy machine
WAITING_FOR_EVER = """
import sys
from kiosk.__main__ import main
from kiosk.sync.central import client, line
client.SMALL = line.Patience(stall=3600, whole=3600)
sys.exit(main())
"""


@pytest.fixture
def left() -> list[int]:
    """The statuses with which the kiosk wanted to end the process."""
    return []


@pytest.fixture
def open_kiosk(qapp: QGuiApplication, station: Station, settings: Settings, left: list[int]) -> Iterator[Open]:
    shell.add_fonts()
    opened: list[Kiosk] = []

    def start() -> Kiosk:
        station.store.close()
        opened.append(Kiosk(settings, qapp, leave=left.append))
        return opened[-1]

    yield start
    for kiosk in opened:
        kiosk.close()


def outcome(kiosk: Kiosk) -> str:
    return str((kiosk.touch.shown.outcome or {}).get("outcome", ""))


def tram(kiosk: Kiosk) -> str:
    return str(kiosk.touch.shown.frame["tram"]["state"])


def test_a_card_is_scanned_as_keys_and_the_visit_reaches_central(
    open_kiosk: Open, central: CentralAt, qtbot: QtBot
) -> None:
    code = central.cards("amina")["amina"]
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: tram(kiosk) == "arrived")
    for character in code:
        QTest.keyClick(kiosk.window, Qt.Key(ord(character)))
    QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: outcome(kiosk) == "welcomed")
    assert kiosk.sync is not None
    qtbot.waitUntil(lambda: kiosk.touch.shown.frame["tram"]["aboard"] == 1)
    kiosk.sync.go()
    qtbot.waitUntil(lambda: central.counts().visits == 1)


def test_without_a_network_the_card_is_welcomed_all_the_same(
    open_kiosk: Open, central: CentralAt, station: Station, qtbot: QtBot
) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    central.cut()
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: kiosk.sync is not None)
    kiosk.touch.scanned(code.encode())
    qtbot.waitUntil(lambda: outcome(kiosk) == "welcomed")
    qtbot.waitUntil(lambda: tram(kiosk) == "at_stop")
    qtbot.waitUntil(lambda: kiosk.sync is not None and kiosk.sync.due_in() > 0)


def test_a_scan_before_the_first_frame_waits_for_the_store(
    open_kiosk: Open, central: CentralAt, station: Station, qtbot: QtBot
) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    kiosk = open_kiosk()
    kiosk.touch.scanned(code.encode())
    qtbot.waitUntil(lambda: outcome(kiosk) == "welcomed")


def test_the_next_round_is_always_due(open_kiosk: Open, central: CentralAt, qtbot: QtBot) -> None:
    central.cut()
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: kiosk.sync is not None)
    assert kiosk.sync is not None
    for _ in range(3):
        with qtbot.waitSignal(kiosk.sync.finished):
            kiosk.sync.go()
        assert 0 < kiosk.sync.due_in() <= 15 * 60


def test_the_first_copy_is_shown_until_it_is_there(open_kiosk: Open, central: CentralAt, qtbot: QtBot) -> None:
    central.cut()
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: kiosk.touch.shown.screen == "firstcopy")
    central.back()
    assert kiosk.sync is not None
    kiosk.sync.go()
    qtbot.waitUntil(lambda: kiosk.touch.shown.screen == "attract")


def test_a_scan_is_never_echoed_or_logged(
    open_kiosk: Open,
    central: CentralAt,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(0)
    code = central.cards("amina")["amina"]
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: tram(kiosk) == "arrived")
    for payload in (code, "SOMEBODYS-SECRET-42"):
        kiosk.touch.scanned(payload.encode())
        qtbot.waitUntil(lambda: outcome(kiosk) in ("welcomed", "ask"))
    said = caplog.text + "".join(capfd.readouterr())
    assert code not in said
    assert "SECRET" not in said
    assert "Amina" not in said


def test_a_store_that_cannot_be_opened_shows_the_calm_screen(
    open_kiosk: Open, settings: Settings, qtbot: QtBot
) -> None:
    settings.key_file.write_text("00" * 32)
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: kiosk.touch.shown.screen == "trouble")


def test_the_calm_screen_says_ask_at_the_desk_to_a_scan_too(open_kiosk: Open, settings: Settings, qtbot: QtBot) -> None:
    settings.key_file.write_text("00" * 32)
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: kiosk.touch.shown.screen == "trouble")
    kiosk.touch.scanned(b"WM1")
    qtbot.waitUntil(lambda: outcome(kiosk) == "ask")


# --- leaving --------------------------------------------------------------------------------------------------------


def test_a_store_that_breaks_shows_the_calm_screen_and_ends_the_process_for_a_supervisor(
    open_kiosk: Open, left: list[int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "CALM_MS", 50)
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: kiosk.sync is not None and kiosk.sync.due_in() > 0)
    assert kiosk._room._store is not None
    kiosk._room._store._broken = True  # as an I/O error leaves it
    kiosk.touch.scanned(b"WM1")
    qtbot.waitUntil(lambda: kiosk.touch.shown.screen == "trouble")
    qtbot.waitUntil(lambda: left == [app.BROKEN])


def test_a_store_that_never_opened_is_not_started_again_and_again(
    open_kiosk: Open, left: list[int], settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "CALM_MS", 0)
    settings.key_file.write_text("00" * 32)
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: kiosk.touch.shown.screen == "trouble")
    kiosk.touch.scanned(b"WM1")
    qtbot.waitUntil(lambda: outcome(kiosk) == "ask")
    assert left == []


def test_the_time_is_written_down_each_minute(
    open_kiosk: Open, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "MINUTE_MS", 20)
    kiosk = open_kiosk()
    qtbot.waitUntil(lambda: tram(kiosk) == "arrived")
    floors = set[datetime]()

    def three() -> bool:
        kept = kiosk._asking.of_store(lambda: kiosk._room._in_one(lambda tx: tx.clock.get()))
        assert kept is not None
        floors.add(kept.floor)
        return len(floors) > 2

    qtbot.waitUntil(three)
    assert kiosk._clock.read().anchor is not None


def test_nobody_waits_for_central_when_the_light_goes_out(
    open_kiosk: Open, central: CentralAt, station: Station, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "SMALL", FOR_EVER)
    central.cut()
    with socket.create_server(("127.0.0.1", central._port)) as silent:  # takes the question and says nothing
        kiosk = open_kiosk()
        qtbot.waitUntil(lambda: bool(select.select([silent], [], [], 0)[0]))
        asked, _ = silent.accept()
        with asked:
            kiosk.close()
            while asked.recv(65536):  # what was asked, and that nobody waits for the answer
                pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_kiosk_in_order(station: Station, central: CentralAt, number: signal.Signals) -> None:
    """A real process, in the middle of a round that hangs for ever."""
    enrolled = station.do(lambda tx: tx.clock.get())
    station.store.close()
    central.cut()
    command = [sys.executable, "-c", WAITING_FOR_EVER, "--data", str(station.settings.data), "run", "--window"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with socket.create_server(("127.0.0.1", central._port)) as silent:
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        asked, _ = silent.accept()
        with asked:
            process.send_signal(number)
            said = process.communicate(timeout=PATIENCE_S)[1]
    assert process.returncode == 0, said
    assert "Traceback" not in said
    again = open_store(station.settings.store, read_key(station.settings.key_file))
    with again.begin() as tx:
        kept = tx.clock.get()
    again.close()
    assert enrolled is not None
    assert kept is not None
    assert kept.floor > enrolled.floor  # what time it was at the end
