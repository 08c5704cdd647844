"""Controls are large enough for a finger and far enough from each other (SCREENS.md, "Targets")."""

from collections.abc import Iterator
from fnmatch import fnmatch
from itertools import combinations

from tests.screens.finding import Finding
from tests.screens.scene import Control, Scene, is_above, quote

LEAST_MM = 15.0
MAIN_MM = 20.0
APART_MM = 3.0
MAIN_ACTIONS = (  # patterns of objectNames: what children come for
    "scan", "browse-all", "pillar-*", "activity-*", "*-undo", "*-done", "still-here"
)  # fmt: skip
_ROUNDING_PX = 0.6


def targets(scene: Scene) -> Iterator[Finding]:
    for control in scene.controls:
        yield from _size(scene, control)
    for one, other in combinations(scene.controls, 2):
        if not is_above(one.node, other.node) and not is_above(other.node, one.node):
            yield from _distance(scene, one, other)


def _size(scene: Scene, control: Control) -> Iterator[Finding]:
    least = MAIN_MM if _is_main(control) else LEAST_MM
    side = min(control.touch.width, control.touch.height)
    if side + _ROUNDING_PX < least * scene.px_per_mm:
        width, height = control.touch.width / scene.px_per_mm, control.touch.height / scene.px_per_mm
        what = f"{quote(control.node)}: {width:.1f} x {height:.1f} mm, least {least:.0f}"
        yield Finding("target", scene.where(control.node), what)


def _is_main(control: Control) -> bool:
    return any(fnmatch(control.node.name, pattern) for pattern in MAIN_ACTIONS)


def _distance(scene: Scene, one: Control, other: Control) -> Iterator[Finding]:
    """In the same list compare whole rectangles; across lists only what shows now."""
    first, second = one.touch, other.touch
    if one.node.scroller != other.node.scroller:
        first, second = one.shown, other.shown
        if first.empty or second.empty:
            return
    gap = first.gap(second)
    if -2.0 <= gap < APART_MM * scene.px_per_mm - _ROUNDING_PX:  # below that they overlap: another check's matter
        what = f"{quote(one.node)} and {quote(other.node)}: {max(gap, 0) / scene.px_per_mm:.1f} mm apart, least 3"
        yield Finding("apart", scene.where(one.node), what)
