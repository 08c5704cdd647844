"""The visible items of a scene as frozen values, in the order in which they are painted.

The checks read nodes, never Qt items: they stay pure, and a fault can be told from values alone.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, cast

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QFont, QTextLayout
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from tests.screens.geometry import Rect

Path = tuple[int, ...]  # indices among the children, from the root down


class Kind(StrEnum):
    TEXT = "text"
    IMAGE = "image"
    BORDER = "border"  # a BorderImage: a shadow or an edge, no picture of anything
    SHAPE = "shape"
    RECTANGLE = "rectangle"
    TOUCH = "touch"  # a MouseArea
    SCROLLER = "scroller"  # a Flickable or one of its children's children
    ITEM = "item"


class Align(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"
    JUSTIFY = "justify"


@dataclass(frozen=True)
class Writing:
    """What a text item says and how."""

    text: str  # without markup
    ink: Rect  # where the letters are, in scene pixels: as wide as the lines, from the highest to the lowest stroke
    color: str  # "#rrggbb"
    font: QFont
    align: Align  # as it works out after mirroring
    slack: float  # free width beside the letters, in the item's own pixels
    truncated: bool


@dataclass(frozen=True)
class Node:
    """One visible item. Rectangles are in scene pixels."""

    path: Path
    kind: Kind
    type: str  # the QML type without its generated number
    own: bool  # a type of the application, not one of Qt's
    name: str  # objectName
    rect: Rect
    clip: Rect  # where it can show now: the window cut by every clipping ancestor
    reach: Rect  # where it can be brought by scrolling
    scroller: Path | None  # the nearest scrolling ancestor
    opacity: float  # its own and its ancestors', 0 to 1
    enabled: bool
    tappable: bool
    touch: Rect  # what answers a finger: the item and its handlers' margins
    role: str  # accessible role, "" if none
    spoken: str  # accessible name
    fill: tuple[str, float] | None  # a rectangle's colour and its alpha
    writing: Writing | None
    broken: str  # why a picture cannot be shown

    @property
    def shown(self) -> Rect:
        """The part inside the window and every clip, at this moment."""
        return self.rect.meet(self.clip)


ROLES = {role: role.name for role in QAccessible.Role}
INTERACTIVE = frozenset(
    {"Button", "Link", "CheckBox", "RadioButton", "Switch", "MenuItem", "PageTab", "ListItem", "Slider", "SpinBox",
     "ComboBox", "EditableText", "Cell", "ButtonMenu", "ButtonDropDown"}
)  # fmt: skip
_KINDS = (
    ("QQuickText", Kind.TEXT),
    ("QQuickTextInput", Kind.TEXT),
    ("QQuickBorderImage", Kind.BORDER),
    ("QQuickImageBase", Kind.IMAGE),
    ("QQuickShape", Kind.SHAPE),
    ("QQuickRectangle", Kind.RECTANGLE),
    ("QQuickMouseArea", Kind.TOUCH),
    ("QQuickFlickable", Kind.SCROLLER),
)
_ALIGNS = {1: Align.LEFT, 2: Align.RIGHT, 4: Align.CENTRE, 8: Align.JUSTIFY}
_IMAGE_ERROR = 3
_LARGEST_FACTOR = 4.0


def nodes(root: QQuickItem, window: Rect) -> tuple[Node, ...]:
    """All visible items under ``root``, in painting order."""
    found: list[Node] = []
    _walk(root, _Around((), window, window, None, 1.0, True), found)
    return tuple(found)


@dataclass(frozen=True)
class _Around:
    """What an item inherits from its ancestors."""

    path: Path
    clip: Rect
    reach: Rect
    scroller: Path | None
    opacity: float
    enabled: bool


def _walk(item: QQuickItem, around: _Around, found: list[Node]) -> None:
    node = _node(item, around)
    if node.opacity < 0.02:
        return
    found.append(node)
    inner = _Around(node.path, node.clip, node.reach, node.scroller, node.opacity, node.enabled)
    if node.kind is Kind.SCROLLER:
        inner = _scrolling(item, node, inner)
    elif item.clip():
        inner = _clipping(node, inner)
    children = [(child.z(), at, child) for at, child in enumerate(item.childItems()) if child.isVisible()]
    for _, at, child in sorted(children, key=lambda entry: entry[:2]):
        _walk(child, _Around((*node.path, at), *_rest(inner)), found)


def _rest(around: _Around) -> tuple[Rect, Rect, Path | None, float, bool]:
    return around.clip, around.reach, around.scroller, around.opacity, around.enabled


def _clipping(node: Node, around: _Around) -> _Around:
    return _Around(
        around.path, around.clip.meet(node.rect), around.reach.meet(node.rect), *_rest(around)[2:]
    )  # fmt: skip


def _scrolling(item: QQuickItem, node: Node, around: _Around) -> _Around:
    """Inside a Flickable: clipped to the viewport now, reachable over the whole height of the content.

    Vertical only: what sticks out sideways cannot be brought into view.
    """
    height = float(item.property("contentHeight")) * _scale(node, item)
    y = node.rect.y + (float(item.property("originY")) - float(item.property("contentY"))) * _scale(node, item)
    if item.property("interactive") and height > node.rect.height:
        reach = Rect(max(node.rect.x, around.reach.x), y, 0.0, height)
        right = min(node.rect.right, around.reach.right)
        reach = Rect(reach.x, y, max(right - reach.x, 0.0), height)
    else:
        reach = around.reach.meet(node.rect) if item.clip() else around.reach
    clip = around.clip.meet(node.rect) if item.clip() else around.clip
    return _Around(around.path, clip, reach, node.path, around.opacity, around.enabled)


def _scale(node: Node, item: QQuickItem) -> float:
    return node.rect.height / item.height() if item.height() else 1.0


def _node(item: QQuickItem, around: _Around) -> Node:
    kind, type_name, own = _classify(item)
    rect = _rect(item.mapRectToScene(QRectF(0, 0, item.width(), item.height())))
    role, spoken = _accessible(item)
    tappable, touch = _touch(item, kind, rect)
    opacity = around.opacity * item.opacity()
    return Node(
        path=around.path,
        kind=kind,
        type=type_name,
        own=own,
        name=item.objectName(),
        rect=rect,
        clip=around.clip,
        reach=around.reach,
        scroller=around.scroller,
        opacity=opacity,
        enabled=around.enabled and item.isEnabled(),
        tappable=tappable,
        touch=touch,
        role=role,
        spoken=spoken,
        fill=_fill(item) if kind is Kind.RECTANGLE else None,
        writing=_writing(item) if kind is Kind.TEXT else None,
        broken=_broken(item) if kind in {Kind.IMAGE, Kind.BORDER} else "",
    )


def _classify(item: QObject) -> tuple[Kind, str, bool]:
    name = item.metaObject().className()
    if name not in _KNOWN:
        kind = next((kind for base, kind in _KINDS if item.inherits(base)), Kind.ITEM)
        _KNOWN[name] = kind, _plain(name), "_QML" in name
    return _KNOWN[name]


_KNOWN: dict[str, tuple[Kind, str, bool]] = {}  # by class name: what each is never changes


@cache
def _plain(class_name: str) -> str:
    return re.sub(r"_QML(TYPE)?_\d+$", "", class_name).removeprefix("QQuick")


def _rect(rect: QRectF) -> Rect:
    return Rect(rect.x(), rect.y(), rect.width(), rect.height())


def _accessible(item: QQuickItem) -> tuple[str, str]:
    interface = cast("QAccessibleInterface | None", QAccessible.queryAccessibleInterface(item))
    if interface is None:
        return "", ""
    role = ROLES.get(interface.role(), "")
    return ("" if role in {"NoRole", "Client"} else role), interface.text(QAccessible.Text.Name)


def _touch(item: QQuickItem, kind: Kind, rect: Rect) -> tuple[bool, Rect]:
    if kind is Kind.TOUCH:
        return bool(item.isEnabled()), rect
    for child in item.children():
        if child.inherits("QQuickTapHandler") and child.property("enabled"):
            return True, rect.grown(float(child.property("margin") or 0.0))
    return False, rect


def _fill(item: QQuickItem) -> tuple[str, float]:
    color: QColor = item.property("color")
    return color.name(), color.alphaF()


def _broken(item: QQuickItem) -> str:
    source = item.property("source")
    if not source or not source.toString():
        return ""
    return f"cannot show {source.fileName()}" if _number(item, "status") == _IMAGE_ERROR else ""


def _writing(item: QQuickItem) -> Writing | None:
    text = re.sub(r"<[^>]+>", "", str(item.property("text")))
    if not text.strip():
        return None
    align = _align(item)
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    if item.inherits("QQuickTextInput"):  # what is typed moves along under its edges
        width = min(width, item.width())
    left, right = _padding(item, "left"), _padding(item, "right")
    slack = item.width() - left - right - width
    x = left + {Align.RIGHT: slack, Align.CENTRE: slack / 2}.get(align, 0.0)
    font: QFont = item.property("font")
    above, below = _strokes(text, font.toString(), tuple(font.families()))
    lines = max(int(item.property("lineCount") or 1), 1)
    first = item.baselineOffset()
    last = first + (lines - 1) * _advance(float(item.property("lineHeight") or 1), height, lines)
    color = item.property("color")
    return Writing(
        text=text,
        ink=_rect(item.mapRectToScene(QRectF(QPointF(x, first - above), QPointF(x + width, last + below)))),
        color=color.name(),
        font=font,
        align=align,
        slack=slack,
        truncated=bool(item.property("truncated")),
    )


def _padding(item: QQuickItem, side: str) -> float:
    return float(item.property(f"{side}Padding") or 0.0)


def _number(item: QQuickItem, expression: str) -> int:
    """An enum of Qt Quick's private types, which Python cannot read as a property."""
    context = qmlContext(item)
    assert context is not None
    value: Any = QQmlExpression(context, item, expression).evaluate()
    return int(value[0] if isinstance(value, tuple) else value)


def _align(item: QQuickItem) -> Align:
    return _ALIGNS.get(_number(item, "effectiveHorizontalAlignment"), Align.LEFT)


def _advance(line_height: float, height: float, lines: int) -> float:
    """From baseline to baseline, px: ``lineHeight`` is a factor or, where larger than any sane factor, pixels.

    Qt stretches every line by a factor above 1, but leaves the last one its natural height below.
    """
    if line_height > _LARGEST_FACTOR:
        return line_height
    return height / lines if line_height >= 1 else line_height * height / (1 + line_height * (lines - 1))


@cache
def _strokes(text: str, font: str, families: tuple[str, ...]) -> tuple[float, float]:
    """How far the letters of a text reach above and below their baseline, in pixels of its font.

    The height of a line says nothing about this: Arabic and Nastaliq fonts keep much air around their letters. Nor
    do ``QFontMetricsF.tightBoundingRect``, which forgets that marks are moved above and below their letters, and
    ``QGlyphRun.boundingRect``, which counts the air.
    """
    layout = laid_out(text, font, families)
    baseline = layout.lineAt(0).y() + layout.lineAt(0).ascent()
    boxes = [
        run.rawFont().boundingRect(glyph).translated(place)
        for run in layout.glyphRuns()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True)
    ]
    if not boxes:
        return 0.0, 0.0
    return baseline - min(box.top() for box in boxes), max(box.bottom() for box in boxes) - baseline


def laid_out(text: str, font: str, families: tuple[str, ...]) -> QTextLayout:
    """The text on one endless line; ``font`` as ``QFont.toString`` gives it, ``families`` with their fallbacks."""
    written = QFont()
    written.fromString(font)
    written.setFamilies(list(families))
    layout = QTextLayout(text.replace("\n", " "), written)
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return layout
