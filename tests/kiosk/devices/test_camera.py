"""A camera is a scanner: real frames in a real sink, cameras that are plugged and pulled by the test."""

import logging
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.devices.camera import PACE_S, SILENT_S, Camera
from kiosk.devices.cameras import ANY, Cameras, Found, best_format, pick
from kiosk.devices.frames import codes_of
from kiosk.devices.holding import AWAY_S
from kiosk.devices.multimedia import QVideoFrame, QVideoFrameFormat, QVideoSink
from kiosk.jobs import ByHand, Inline, JobExecutor, OneThread
from tests.kiosk.devices.alarms import HandAlarm
from tests.kiosk.devices.pictures import HIGH, WIDE, grey, seen

pytestmark = pytest.mark.timeout(20)
A, B, C = "WM1AAAAAAAAA", "WM1BBBBBBBBB", "WM1CCCCCCCCC"
DOOR, DESK = Found("/dev/video0", "Door camera"), Found("/dev/video2", "Desk camera")
Format = QVideoFrameFormat.PixelFormat


class Shelf(Cameras):
    """Cameras that are there as the test says."""

    def __init__(self, *there: Found) -> None:
        super().__init__()
        self.there, self.open_now = list(there), ""

    def list(self) -> Sequence[Found]:
        return self.there

    def open(self, id_: str, sink: QVideoSink) -> None:
        self.open_now = id_

    def close(self) -> None:
        self.open_now = ""

    def plug(self, one: Found) -> None:
        self.there.append(one)
        self.changed.emit()

    def pull(self, one: Found) -> None:
        self.there.remove(one)
        self.changed.emit()


class Stand:
    """A camera, what is plugged, a clock that stands still, and what was heard."""

    def __init__(self, shelf: Shelf, wanted: str = ANY, worker: JobExecutor | None = None) -> None:
        self.shelf, self.now, self.alarm = shelf, 100.0, HandAlarm()
        self.heard: list[str] = []
        self.camera = Camera(wanted, shelf, worker or Inline(), lambda: self.now, self.alarm)
        self.camera.reading.connect(lambda: self.heard.append("reading"))
        self.camera.scanned.connect(lambda data: self.heard.append(bytes(data).decode()))
        self.camera.present.connect(lambda here: self.heard.append("there" if here else "away"))
        self.camera.start()

    def show(self, *texts: str, after: float = 1.01 * PACE_S) -> None:
        self.now += after
        self.camera.sink.setVideoFrame(frame(seen(*texts)))

    def said(self) -> list[str]:
        said, self.heard = self.heard, []
        return said


def frame(image: QImage, kind: QVideoFrameFormat.PixelFormat = Format.Format_NV12) -> QVideoFrame:
    """A frame with this picture's brightness in it, as a camera of this format sends it."""
    made = QVideoFrame(QVideoFrameFormat(QSize(image.width(), image.height()), kind))
    assert made.map(QVideoFrame.MapMode.WriteOnly)
    plane = memoryview(made.bits(0))
    first, step = {Format.Format_YUYV: (0, 2), Format.Format_UYVY: (1, 2)}.get(kind, (0, 1))
    stop = image.width() * image.height() * step
    packed = bytearray(b"\x80" * stop)
    packed[first::step] = grey(image)
    plane[:stop] = packed
    made.unmap()
    return made


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    made = Stand(Shelf(DOOR))
    made.show()
    assert made.said() == ["there"]
    return made


def test_a_card_shown_to_the_camera_is_scanned(stand: Stand) -> None:
    stand.show(A)
    assert stand.said() == ["reading", A]


def test_a_card_held_there_is_scanned_once_until_it_was_away(stand: Stand) -> None:
    for _ in range(5):
        stand.show(A)
    assert stand.said() == ["reading", A]
    stand.show(after=AWAY_S)
    stand.show(A)
    assert stand.said() == ["reading", A]


@pytest.mark.parametrize(
    "kind",
    [Format.Format_NV12, Format.Format_YUV420P, Format.Format_Y8, Format.Format_YUYV, Format.Format_UYVY],
)
def test_every_format_that_cameras_send_is_read(kind: QVideoFrameFormat.PixelFormat) -> None:
    assert codes_of(frame(seen(A), kind)) == (A.encode(),)


def test_a_frame_in_colours_is_read_too() -> None:
    assert codes_of(QVideoFrame(seen(A).convertToFormat(QImage.Format.Format_RGB32))) == (A.encode(),)


def test_an_empty_frame_holds_nothing() -> None:
    assert codes_of(QVideoFrame()) == ()


def test_a_format_with_more_than_a_byte_a_colour_is_not_misread() -> None:
    assert codes_of(QVideoFrame(QVideoFrameFormat(QSize(WIDE, HIGH), Format.Format_P010))) == ()


def test_frames_are_looked_at_ten_times_a_second(stand: Stand) -> None:
    stand.show(A, after=0.0)
    stand.show(B, after=0.03)
    stand.show(C, after=0.08)
    assert stand.said() == ["reading", C]


def test_one_frame_is_under_way_and_the_newest_comes_next(qtbot: QtBot) -> None:
    worker = ByHand()
    stand = Stand(Shelf(DOOR), worker=worker)
    for text in (A, B, C):
        stand.show(text)
    assert worker.step()
    assert worker.step()
    assert not worker.step()
    assert stand.said() == ["there", "reading", A, "reading", C]


def test_frames_are_decoded_on_another_thread(qtbot: QtBot) -> None:
    worker = OneThread("camera")
    stand = Stand(Shelf(DOOR), worker=worker)
    with qtbot.waitSignal(stand.camera.scanned):
        stand.show(A)
    worker.close()
    assert stand.said() == ["there", "reading", A]


def test_a_frame_that_comes_back_after_the_end_says_nothing(qtbot: QtBot) -> None:
    worker = ByHand()
    stand = Stand(Shelf(DOOR), worker=worker)
    stand.show(A)
    stand.camera.stop()
    worker.run()
    assert stand.said() == ["there"]
    assert stand.shelf.open_now == ""
    assert stand.alarm.seconds is None


def test_a_camera_that_is_not_there_is_a_state(qtbot: QtBot) -> None:
    assert Stand(Shelf()).said() == ["away"]


def test_a_camera_pulled_and_plugged_again_recovers(stand: Stand) -> None:
    stand.shelf.pull(DOOR)
    assert (stand.said(), stand.shelf.open_now) == (["away"], "")
    stand.show(A)
    assert stand.said() == []
    stand.shelf.plug(DOOR)
    stand.show(A)
    assert stand.said() == ["there", "reading", A]


def test_a_card_shown_before_it_was_pulled_is_scanned_after(stand: Stand) -> None:
    stand.show(A)
    stand.shelf.pull(DOOR)
    stand.shelf.plug(DOOR)
    stand.show(A)
    assert stand.said() == ["reading", A, "away", "there", "reading", A]


def test_another_camera_that_is_pulled_changes_nothing(qtbot: QtBot) -> None:
    stand = Stand(Shelf(DOOR, DESK))
    stand.show(A)
    stand.shelf.pull(DESK)
    assert stand.said() == ["there", "reading", A]
    assert stand.shelf.open_now == DOOR.id


def test_a_camera_that_falls_silent_is_opened_anew(stand: Stand) -> None:
    assert stand.alarm.seconds == SILENT_S
    stand.shelf.open_now = ""
    stand.alarm.ring()
    assert (stand.said(), stand.shelf.open_now) == (["away"], DOOR.id)
    stand.show(A)
    assert stand.said() == ["there", "reading", A]


def test_a_camera_that_another_program_has_is_tried_again(stand: Stand) -> None:
    stand.shelf.failed.emit()
    assert stand.said() == ["away"]
    stand.alarm.ring()
    stand.show(A)
    assert stand.said() == ["there", "reading", A]


def test_the_one_that_is_wanted_is_opened_by_its_id_or_its_name() -> None:
    assert pick(ANY, [DOOR, DESK]) == DOOR
    assert pick(DESK.id, [DOOR, DESK]) == DESK
    assert pick(DESK.name, [DOOR, DESK]) == DESK
    assert pick("/dev/video9", [DOOR, DESK]) is None


def test_of_a_camera_that_says_no_formats_none_is_chosen() -> None:
    assert best_format([]) is None


def test_what_was_seen_and_what_went_wrong_is_logged_without_a_code(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stand.show(A)
    stand.shelf.pull(DOOR)
    assert "not there" in caplog.text
    assert "WM1" not in caplog.text
