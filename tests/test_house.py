"""The rules of the house that import-linter cannot say: who may import what from outside."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QT = {"kiosk.ui", "kiosk.devices", "kiosk.papers", "kiosk.jobs", "kiosk.sync.service", "kiosk.app"}
SQL = {"kiosk.db", "central.db", "central.ledger", "central.grants", "central.feed", "central.migrations"}
ALLOWED = {
    "PySide6": QT,
    "sqlalchemy": SQL,
    "alembic": {"kiosk.db", "central.migrations"},
    "sqlcipher3": {"kiosk.db"},
    "requests": {"kiosk.sync.central"},
    "http_message_signatures": {"kiosk.sync.central", "central.api"},
    "fastapi": {"central.api", "central.app"},
    "uvicorn": {"central.server"},
    "zxingcpp": {"kiosk.devices"},
    "serial": {"kiosk.devices"},
    "escpos": {"kiosk.devices"},
}


@cache
def modules() -> tuple[tuple[str, ast.Module], ...]:
    paths = [path for package in ("kiosk", "central") for path in sorted((ROOT / package).rglob("*.py"))]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths]
    return tuple((name, ast.parse(path.read_text())) for name, path in zip(names, paths, strict=True))


@cache
def imports() -> frozenset[tuple[str, str]]:
    """A module, and what it imports."""
    return frozenset((name, target) for name, tree in modules() for target in imported(tree))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


@pytest.mark.parametrize("library", sorted(ALLOWED))
def test_a_library_is_known_only_in_its_rooms(library: str) -> None:
    rooms = ALLOWED[library]
    strangers = [
        f"{name} imports {target}"
        for name, target in sorted(imports())
        if target.split(".")[0] == library and not any(name == room or name.startswith(room + ".") for room in rooms)
    ]
    assert strangers == []


def test_exceptions_of_every_kind_are_caught_only_at_the_last_nets() -> None:
    nets = {"kiosk.jobs", "kiosk.ui.shell", "central.events", "central.judge", "central.api.errors"}
    strangers = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and isinstance(node.type, ast.Name)
        and node.type.id == "Exception"
        and name not in nets
    ]
    assert strangers == []


def test_no_screen_uses_what_the_product_may_not_ship_or_the_renderer_cannot_clip() -> None:
    forbidden = ("QtQuick.VirtualKeyboard", "QtCharts", "QtGraphs", "QtQuick.Shapes", "setContextProperty")
    strangers = [
        f"{path.name}: {word}"
        for path in (ROOT / "kiosk" / "ui" / "qml").rglob("*.qml")
        for word in forbidden
        if f"import {word}" in path.read_text() or (word == "setContextProperty" and word in path.read_text())
    ]
    assert strangers == []


def test_no_words_are_said_in_python() -> None:
    strangers = [
        f"{name}:{node.lineno}"
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, (ast.Attribute, ast.Name))
        and (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id) in ("tr", "qsTr", "translate")
        and name.startswith("kiosk.ui")
    ]
    assert strangers == []


def test_all_tests_may_fail() -> None:
    """No test is skipped or expected to fail, and none sleeps."""
    words = ["time." + "sleep", "pytest." + "skip", "mark." + "skip", "mark." + "xfail", "q" + "Wait("]
    strangers = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in (ROOT / "tests").rglob("*.py")
        for word in words
        if word in path.read_text()
    ]
    assert strangers == []
