"""The codes in a camera's frame. Brightness is read where it lies; only colours are turned into grey first."""

from PySide6.QtGui import QImage

from kiosk.devices import decoding
from kiosk.devices.multimedia import QVideoFrame, QVideoFrameFormat

_Format = QVideoFrameFormat.PixelFormat
_PLANAR = {  # brightness is the first plane
    _Format.Format_Y8,
    _Format.Format_NV12,
    _Format.Format_NV21,
    _Format.Format_YUV420P,
    _Format.Format_YUV422P,
    _Format.Format_YV12,
}
_PACKED = {_Format.Format_YUYV: 0, _Format.Format_UYVY: 1}  # every second byte is brightness, from this one


def codes_of(frame: QVideoFrame) -> tuple[bytes, ...]:
    """The payload of each QR in the frame; none in a format without brightness or colours of a byte each."""
    if not frame.isValid() or not frame.map(QVideoFrame.MapMode.ReadOnly):
        return ()
    try:
        return _codes_of_mapped(frame, frame.pixelFormat())
    finally:
        frame.unmap()


def _codes_of_mapped(frame: QVideoFrame, kind: QVideoFrameFormat.PixelFormat) -> tuple[bytes, ...]:
    plane, width, height, stride = memoryview(frame.bits(0)), frame.width(), frame.height(), frame.bytesPerLine(0)
    if kind in _PLANAR:
        return decoding.codes_in(plane, width, height, stride)
    if kind in _PACKED:
        return decoding.codes_in(plane[_PACKED[kind] :], width, height, stride, 2)
    colours = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if colours == QImage.Format.Format_Invalid:
        return ()
    image = QImage(plane, width, height, stride, colours).convertToFormat(QImage.Format.Format_Grayscale8)
    return decoding.codes_in(memoryview(image.constBits()), image.width(), image.height(), image.bytesPerLine())
