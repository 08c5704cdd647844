"""Frames with a card in them, shown to the camera's scanner. Argument: a file with a code a line.

Milliseconds from the frame in the sink to the code at whoever listens, of zxing-cpp alone on the same bytes, and of a
frame without a code.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import zxingcpp
from PySide6.QtCore import QEventLoop, QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.devices.alarms import QtAlarm
from kiosk.devices.camera import Camera
from kiosk.devices.cameras import ANY, HIGH, WIDE, Cameras, Found
from kiosk.devices.frames import codes_of
from kiosk.devices.multimedia import QVideoFrame, QVideoFrameFormat, QVideoSink
from kiosk.jobs import OneThread
from kiosk.papers import cards
from kiosk.papers.cards import CardFace
from kiosk.ui import shell

CARD_MM = 5.0  # dots a millimetre: a card at arm's length
TILTED = 12.0  # degrees: nobody holds it straight
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


class OneCamera(Cameras):
    def list(self) -> Sequence[Found]:
        return [Found("/dev/video0", "Bench")]

    def open(self, id_: str, sink: QVideoSink) -> None:
        pass

    def close(self) -> None:
        pass


def main(deck: str) -> None:
    application = shell.application()
    codes, worker, owner, now = Path(deck).read_text().split(), OneThread("camera"), QObject(), [0.0]
    camera = Camera(ANY, OneCamera(), worker, lambda: now[0], QtAlarm(owner))
    heard = QEventLoop()
    camera.scanned.connect(heard.quit)
    camera.start()
    scanned, floor = list[float](), list[float]()
    for code in (codes[0], *codes):  # the first one opens what is opened once
        picture = seen(code)
        frame, grey = framed(picture), bytes(picture.constBits())
        now[0] += 10.0
        started = time.perf_counter()
        camera.sink.setVideoFrame(frame)
        heard.exec()
        scanned.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        alone(grey)
        floor.append((time.perf_counter() - started) * 1000)
    empty = without_a_code(len(codes))
    camera.stop()
    worker.close()
    del application
    print(json.dumps({"scanned": scanned[1:], "floor": floor[1:], "empty": empty}))


def without_a_code(frames: int) -> list[float]:
    wall, times = framed(seen("")), list[float]()
    for _ in range(frames):
        started = time.perf_counter()
        codes_of(wall)
        times.append((time.perf_counter() - started) * 1000)
    return times


def alone(grey: bytes) -> None:
    view = zxingcpp.ImageView(memoryview(grey), WIDE, HIGH, zxingcpp.ImageFormat.Lum, WIDE, 1)
    if not zxingcpp.read_barcodes(view, _QR):
        sys.exit("a frame could not be read")


def seen(code: str) -> QImage:
    """A card, tilted, before a grey wall; without a code the wall alone."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_Grayscale8)
    image.fill(110)
    if not code:
        return image
    card = QImage.fromData(cards.picture(CardFace(code, "4A7K-2M9P", "Nina", "Nina", "fox"), CARD_MM))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(QPointF(WIDE / 2, HIGH / 2))
    painter.rotate(TILTED)
    painter.drawImage(QRectF(-card.width() / 2, -card.height() / 2, card.width(), card.height()), card)
    painter.end()
    return image


def framed(picture: QImage) -> QVideoFrame:
    frame = QVideoFrame(QVideoFrameFormat(QSize(WIDE, HIGH), QVideoFrameFormat.PixelFormat.Format_NV12))
    frame.map(QVideoFrame.MapMode.WriteOnly)
    memoryview(frame.bits(0))[: WIDE * HIGH] = bytes(picture.constBits())
    frame.unmap()
    return frame


if __name__ == "__main__":
    main(*sys.argv[1:])
