"""A scene without a screen: loads QML, lays it out, paints it, gives its items and its pixels.

Nothing here waits for a duration. A ``QQuickRenderControl`` lets the checker polish and paint when it wants to, so
a scene is settled when a round of events changes nothing any more.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QMetaObject,
    QObject,
    QtMsgType,
    QTranslator,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickRenderControl, QQuickWindow

from tests.screens.geometry import Rect
from tests.screens.tree import Node, nodes

ROOT = Path(__file__).parents[2]
QML = ROOT / "kiosk" / "ui" / "qml"
FONTS = ROOT / "assets" / "fonts"
WORDS = ROOT / "assets" / "words"
BUILT_WORDS = ROOT / "build" / "words"

_ROUNDS = 40  # of events; a scene that still changes after so many is in motion for good


class Stage:
    """One engine and one window; ``show`` puts a new root item in it and throws the one before away."""

    def __init__(self, source: Path | bytes) -> None:
        """``source``: a QML file, or QML text itself (for the tests of the checks)."""
        self.messages: list[str] = []
        self._app = application()
        self._control = QQuickRenderControl()
        self._window = QQuickWindow(self._control)
        self._engine = QQmlEngine()
        self._engine.addImportPath(str(QML))
        self._component = self._load(source)
        self._root: QQuickItem | None = None
        self._translator: QTranslator | None = None
        self._moving = False
        self._control.sceneChanged.connect(self._moved)

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            self.messages.append(message)

    def _load(self, source: Path | bytes) -> QQmlComponent:
        if isinstance(source, Path):
            component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(source)))
        else:
            component = QQmlComponent(self._engine)
            component.setData(source, QUrl.fromLocalFile(str(QML / "Snippet.qml")))
        if component.isError():
            raise RuntimeError("\n".join(error.toString() for error in component.errors()))
        return component

    def speak(self, language: str) -> None:
        """Take the compiled words of a language (none exist for the source language, unless for its plurals)."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = QTranslator()
        if self._translator.load(str(BUILT_WORDS / f"{language}.qm")):
            QCoreApplication.installTranslator(self._translator)

    def show(self, properties: Mapping[str, Any], width: int, height: int) -> None:
        """A fresh root item with these properties, laid out at this size (pixels)."""
        self.clear()
        self.messages.clear()
        qInstallMessageHandler(self._hear)  # each time: pytest-qt takes it for each test
        self._window.resize(width, height)
        self._window.contentItem().setSize(self._window.size().toSizeF())
        root = self._component.createWithInitialProperties(dict(properties))
        if not isinstance(root, QQuickItem):
            raise RuntimeError("\n".join(error.toString() for error in self._component.errors()))
        root.setParentItem(self._window.contentItem())
        root.setSize(self._window.size().toSizeF())
        self._root = root
        self._finish_animations()
        self.settle()

    def settle(self) -> None:
        """Handle events and polish until nothing changes."""
        for _ in range(_ROUNDS):
            self._moving = False
            QCoreApplication.processEvents()
            self._control.polishItems()
            if not self._moving:
                return

    def _moved(self) -> None:
        self._moving = True

    def _finish_animations(self) -> None:
        for child in self.root.findChildren(QObject):
            if child.inherits("QQuickAbstractAnimation") and child.property("running"):
                QMetaObject.invokeMethod(child, "complete")

    @property
    def root(self) -> QQuickItem:
        assert self._root is not None, "nothing shown yet"
        return self._root

    @property
    def window(self) -> Rect:
        return Rect(0, 0, self._window.width(), self._window.height())

    def nodes(self) -> tuple[Node, ...]:
        return nodes(self.root, self.window)

    def grab(self) -> QImage:
        """The pixels, one to one, 32 bits each."""
        return self._window.grabWindow().convertToFormat(QImage.Format.Format_RGB32)

    def pages(self, most: int = 5) -> Iterator[int]:
        """Show the scene as it opens, then scrolled down by steps to the end of its longest list."""
        yield 0
        for page in range(1, most):
            if not self._scroll(last=page == most - 1):
                return
            self.settle()
            yield page

    def _scroll(self, last: bool) -> bool:
        """Move every upright Flickable down, by most of a page or to its end; False when none can move."""
        moved = False
        for item in self.root.findChildren(QQuickItem):
            if item.inherits("QQuickFlickable") and _is_seen(item) and item.property("interactive"):
                top, height = float(item.property("originY")), float(item.property("contentHeight"))
                end = top + height - item.height() + float(item.property("bottomMargin") or 0.0)
                here = float(item.property("contentY"))
                there = end if last else min(here + item.height() * 0.8, end)
                if there > here + 1:
                    item.setProperty("contentY", there)
                    moved = True
        return moved

    def clear(self) -> None:
        if self._root is not None:
            self._root.setParentItem(None)  # type: ignore[arg-type]  # the stub forgets that an item may have no parent
            self._root.deleteLater()
            self._root = None
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Take everything down in the order Qt likes."""
        self.clear()
        qInstallMessageHandler(None)
        self._component.deleteLater()
        self._engine.deleteLater()
        self._window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _is_seen(item: QQuickItem) -> bool:
    above: QQuickItem | None = item
    while above is not None:
        if above.opacity() < 0.02:
            return False
        above = above.parentItem()
    return item.isVisible()


def application() -> QGuiApplication:
    """The process's one application, with the fonts the station ships and no others asked for."""
    app = QCoreApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)
    if not app.property("screensFonts"):
        app.setProperty("screensFonts", True)
        for file in font_files():
            QFontDatabase.addApplicationFont(str(file))
    return app


def font_files() -> tuple[Path, ...]:
    return tuple(sorted(file for file in FONTS.glob("*.*tf")))


def compile_words() -> None:
    """Make ``build/words/<tag>.qm`` from every ``assets/words/<tag>.ts`` that is newer."""
    BUILT_WORDS.mkdir(parents=True, exist_ok=True)
    for source in sorted(WORDS.glob("*.ts")):
        target = BUILT_WORDS / f"{source.stem}.qm"
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        fresh = target.with_suffix(f".{os.getpid()}")
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([tool, "-silent", source, "-qm", fresh], check=True)
        fresh.replace(target)
