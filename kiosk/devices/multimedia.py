"""The door to QtMultimedia, which is the extra `camera` of the package.

While it is imported it tries the libraries for decoding on a graphics card and for the desktop's screen, and warns of
each that is not there. Nobody has to act on that, so the warnings are turned off before.
"""

from PySide6.QtCore import QLoggingCategory

QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")

from PySide6.QtMultimedia import (  # noqa: E402 - after the line above
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

__all__ = [
    "QCamera",
    "QCameraDevice",
    "QCameraFormat",
    "QMediaCaptureSession",
    "QMediaDevices",
    "QVideoFrame",
    "QVideoFrameFormat",
    "QVideoSink",
]
