"""Which cameras the machine has, and opening one. Tests plug and pull their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kiosk.devices.multimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrameFormat,
    QVideoSink,
)

ANY = "any"
WIDE, HIGH = 1280, 720  # a card at arm's length has 7 pixels a module, and decoding stays under 3 ms
ENOUGH = 10.0  # frames a second; nobody looks at more
_COMPRESSED = QVideoFrameFormat.PixelFormat.Format_Jpeg  # costs a core to unpack


@dataclass(frozen=True)
class Found:
    """`id` may change when it is plugged elsewhere, `name` is what its maker calls it."""

    id: str
    name: str


class Cameras(QObject):
    """The seam. `changed`: one was plugged or pulled; `failed`: the one that is open gives nothing."""

    changed = Signal()
    failed = Signal()

    def list(self) -> Sequence[Found]:
        raise NotImplementedError

    def open(self, id_: str, sink: QVideoSink) -> None:
        """Send its frames to the sink. One at a time: the one before is closed."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


class SystemCameras(Cameras):
    """Those of QtMultimedia."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)
        self._session = QMediaCaptureSession(self)
        self._camera: QCamera | None = None

    def list(self) -> Sequence[Found]:
        return [Found(_id(one), one.description()) for one in QMediaDevices.videoInputs()]

    def open(self, id_: str, sink: QVideoSink) -> None:
        self.close()
        device = next((one for one in QMediaDevices.videoInputs() if _id(one) == id_), None)
        if device is None:
            self.failed.emit()
            return
        self._camera = QCamera(device, self)
        best = best_format(device.videoFormats())
        if best is not None:
            self._camera.setCameraFormat(best)
        self._camera.errorOccurred.connect(self._broke)
        self._session.setCamera(self._camera)
        self._session.setVideoOutput(sink)
        self._camera.start()

    def close(self) -> None:
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
            self._camera = None

    def _broke(self, error: QCamera.Error) -> None:
        if error != QCamera.Error.NoError:
            self.failed.emit()


def pick(wanted: str, there: Sequence[Found]) -> Found | None:
    """The first for "any", else the one with that id or that name."""
    return next((one for one in there if wanted in (ANY, one.id, one.name)), None)


def best_format(formats: Sequence[QCameraFormat]) -> QCameraFormat | None:
    """The one nearest to 1280 x 720 that is fast enough, and of those one that need not be unpacked."""
    return min(formats, key=_cost, default=None)


def _cost(one: QCameraFormat) -> tuple[bool, int, bool, float]:
    size = one.resolution()
    away = abs(size.width() - WIDE) + abs(size.height() - HIGH)
    return one.maxFrameRate() < ENOUGH, away, one.pixelFormat() == _COMPRESSED, one.maxFrameRate()


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
