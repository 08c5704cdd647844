"""The window and what it stands on: fonts, words, the QML engine, and the nets under everything.

An uncaught exception or a Qt warning must neither stop a kiosk nor pass unseen: both are logged without personal data,
and an exception brings the calm screen.
"""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QTranslator, QUrl, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

log = logging.getLogger("wishmi")

QML = Path(__file__).parent / "qml"
ASSETS = Path(__file__).parents[2] / "assets"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class NoWindow(Exception):
    """The QML of the face could not be loaded."""


def application() -> QGuiApplication:
    """The Qt application, set up for a kiosk: a changed screen is painted at once, not with the next 5 ms tick."""
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")
    made = QGuiApplication([])
    add_fonts()
    return made


def add_fonts() -> None:
    for path in sorted((ASSETS / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


class Words:
    """The words of the screens in one language at a time; a change is seen at once."""

    def __init__(self, application: QGuiApplication) -> None:
        self._application = application
        self._translator: QTranslator | None = None
        self.changed: Callable[[], None] = lambda: None

    def speak(self, language: str) -> None:
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = QTranslator()
        if self._translator.load(str(ASSETS / "words" / f"{language}.qm")):
            self._application.installTranslator(self._translator)
        self.changed()


def open_face(name: str, hub: QObject) -> tuple[QQmlApplicationEngine, QQuickWindow]:
    """Load the window "Touch" or "Desk", each in an engine of its own. Raises NoWindow."""
    engine = QQmlApplicationEngine()
    engine.addImportPath(str(QML))
    engine.setInitialProperties({"hub": hub})
    engine.load(QUrl.fromLocalFile(str(QML / "Hub" / f"{name}.qml")))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise NoWindow
    return engine, roots[0]


def catch_everything(trouble: Callable[[], None]) -> None:
    """Install the last nets. `trouble` is called after an exception that nobody caught."""

    def uncaught(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        if kind is KeyboardInterrupt:
            QGuiApplication.quit()
            return
        log.error("uncaught %s at %s", kind.__name__, _place(where))
        try:
            trouble()
        except Exception:  # noqa: BLE001 - the last net: nothing may escape from it
            log.critical("the calm screen could not be shown")

    sys.excepthook = uncaught
    qInstallMessageHandler(_qt_said)


def _qt_said(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)


def _place(where: TracebackType | None) -> str:
    """File and line of the innermost frame: never values, which may be personal."""
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    return f"{Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else "?"
