"""Nothing lies on anything else: text on text, text on a control it is no part of, control on control."""

from collections.abc import Iterator
from typing import TypeVar

from tests.screens.finding import Finding
from tests.screens.geometry import Rect
from tests.screens.scene import Control, Scene, is_above, quote
from tests.screens.tree import Node

TOLERANCE = 2.0  # px, each way
_WHOLE = 0.5  # of the window


def overlap(scene: Scene) -> Iterator[Finding]:
    texts = [(text, text.writing.ink) for text in scene.texts if text.writing is not None]
    for (one, one_box), (other, other_box) in _near(texts):
        if _meet(one_box, other_box, one, other):
            yield _finding(scene, one, other, "text on text")
    controls = [(control, control.touch) for control in scene.controls]
    for text, box in texts:
        for control, touch in controls:
            if touch.gap(box) < 0 and not _is_part(scene, text, control) and _meet(box, touch, text, control.node):
                yield _finding(scene, text, control.node, "text on a control")
    for (first, first_box), (second, second_box) in _near(controls):
        if _meet(first_box, second_box, first.node, second.node) and not _is_backdrop(scene, first, second):
            yield _finding(scene, first.node, second.node, "control on control")


T = TypeVar("T")


def _near(boxes: list[tuple[T, Rect]]) -> Iterator[tuple[tuple[T, Rect], tuple[T, Rect]]]:
    """The pairs on the same height, found in one sweep from top to bottom; in each the earlier one first."""
    order = sorted(range(len(boxes)), key=lambda at: boxes[at][1].y)
    for at, first in enumerate(order):
        bottom = boxes[first][1].bottom
        for second in order[at + 1 :]:
            if boxes[second][1].y >= bottom:
                break
            yield boxes[min(first, second)], boxes[max(first, second)]


def _meet(one: Rect, other: Rect, first: Node, second: Node) -> bool:
    """In the same list compare whole rectangles; across lists only what shows now."""
    if first.scroller != second.scroller:
        one, other = one.meet(first.clip), other.meet(second.clip)
    both = one.meet(other)
    return both.width > TOLERANCE and both.height > TOLERANCE


def _is_part(scene: Scene, text: Node, control: Control) -> bool:
    """Its own label; or any text on a whole screen that answers a touch."""
    if control.touch.area >= _WHOLE * scene.window.area:
        return True
    return is_above(control.node, text) or is_above(text, control.node) or text.path == control.node.path


def _is_backdrop(scene: Scene, first: Control, second: Control) -> bool:
    """A whole screen that answers a touch (the idle screen) may have buttons on it."""
    return first.touch.holds(second.touch, 1) and first.touch.area >= _WHOLE * scene.window.area


def _finding(scene: Scene, one: Node, other: Node, what: str) -> Finding:
    return Finding("overlap", scene.where(one), f"{what}: {quote(one)} and {quote(other)} ({scene.where(other)})")
