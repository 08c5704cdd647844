"""The rules of the house that import-linter cannot say: who may import what from outside."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
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
WORDS = {"tr", "qsTr", "translate"}


@dataclass(frozen=True)
class Module:
    """What these rules ask of a module; its tree is not kept, or every garbage collection would walk it."""

    name: str
    imports: frozenset[str]
    catches_all: tuple[int, ...]  # lines
    says: tuple[int, ...]


@cache
def modules() -> tuple[Module, ...]:
    return tuple(read(path) for package in ("kiosk", "central") for path in sorted((ROOT / package).rglob("*.py")))


def read(path: Path) -> Module:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    nodes = list(ast.walk(ast.parse(path.read_text())))
    imports = frozenset(target for node in nodes for target in imported(node))
    catches_all = tuple(node.lineno for node in nodes if isinstance(node, ast.ExceptHandler) and is_of_all(node))
    says = tuple(node.lineno for node in nodes if isinstance(node, ast.Call) and called(node) in WORDS)
    return Module(name, imports, catches_all, says)


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module


def is_of_all(handler: ast.ExceptHandler) -> bool:
    return isinstance(handler.type, ast.Name) and handler.type.id == "Exception"


def called(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


@pytest.mark.parametrize("library", sorted(ALLOWED))
def test_a_library_is_known_only_in_its_rooms(library: str) -> None:
    rooms = ALLOWED[library]
    strangers = [
        f"{module.name} imports {target}"
        for module in modules()
        for target in sorted(module.imports)
        if target.split(".")[0] == library
        and not any(module.name == room or module.name.startswith(room + ".") for room in rooms)
    ]
    assert strangers == []


def test_exceptions_of_every_kind_are_caught_only_at_the_last_nets() -> None:
    nets = {
        "kiosk.jobs",
        "kiosk.ui.shell",
        "central.events",
        "central.judge",
        "central.api.errors",
        "central.db.together",
    }
    strangers = [
        f"{module.name}:{line}" for module in modules() if module.name not in nets for line in module.catches_all
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
        f"{module.name}:{line}" for module in modules() if module.name.startswith("kiosk.ui") for line in module.says
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
