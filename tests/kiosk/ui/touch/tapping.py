"""Fingers on the real screens: what is seen is found by its name and touched in its middle."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest


def items(item: QQuickItem) -> Iterator[QQuickItem]:
    """An item and everything that can be seen in it."""
    if item.isVisible() and item.opacity() > 0:
        yield item
        for child in item.childItems():
            yield from items(child)


def named(window: QQuickWindow, name: str) -> QQuickItem:
    return next(item for item in items(window.contentItem()) if item.objectName() == name)


def tap(window: QQuickWindow, name: str) -> None:
    window.grabWindow()  # whatever has changed is laid out
    control = named(window, name)
    touch(window, control.mapToScene(QPointF(control.width() / 2, control.height() / 2)).toPoint())


def touch(window: QQuickWindow, place: QPoint) -> None:
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
