"""A right-to-left screen is the mirror image of the left-to-right one."""

from collections.abc import Iterator
from itertools import combinations

from tests.screens.finding import Finding
from tests.screens.geometry import Rect
from tests.screens.scene import Control, Scene, quote
from tests.screens.tree import Align, Path

DIGITS = "pad-"  # objectNames of a pad of digits, which is the same in every script: 1 2 3 from the left
_SAME = 2.0  # px: sizes that differ by less are the same
_PLACE = 4.0  # px: how far a mirrored place may be off
_FREE = 8.0  # px: with less free width an alignment cannot be seen


def mirror(ltr: Scene, rtl: Scene) -> Iterator[Finding]:
    """Compares two scenes of the same state and size; items are matched by their place in the tree."""
    pairs = _pairs(ltr, rtl)
    yield from _places(rtl, pairs)
    yield from _order(rtl, pairs)
    yield from _alignment(ltr, rtl)


def _pairs(ltr: Scene, rtl: Scene) -> list[tuple[Control, Control]]:
    mirrored: dict[tuple[Path, str], Control] = {(c.node.path, c.node.name): c for c in rtl.controls}
    theirs = (control for control in ltr.controls if not control.node.name.startswith(DIGITS))
    found = ((control, mirrored.get((control.node.path, control.node.name))) for control in theirs)
    return [(one, other) for one, other in found if other is not None]


def _places(rtl: Scene, pairs: list[tuple[Control, Control]]) -> Iterator[Finding]:
    """What has the same size in both stands at the mirrored place; what has not keeps its mirrored edge or middle."""
    for one, other in pairs:
        wanted = _flip(one.touch, rtl.window.width)
        offs = (wanted.x - other.touch.x, wanted.right - other.touch.right, wanted.centre[0] - other.touch.centre[0])
        same_size = abs(one.touch.width - other.touch.width) <= _SAME
        if same_size and min(abs(off) for off in offs) > _PLACE:
            what = f"{quote(other.node)}: middle at {other.touch.centre[0]:.0f}, mirrored {wanted.centre[0]:.0f} px"
            yield Finding("mirror", rtl.where(other.node), what)


def _order(rtl: Scene, pairs: list[tuple[Control, Control]]) -> Iterator[Finding]:
    """Side by side in one, side by side the other way round in the other."""
    for (one, one_rtl), (two, two_rtl) in combinations(pairs, 2):
        if not (_beside(one.touch, two.touch) and _beside(one_rtl.touch, two_rtl.touch)):
            continue
        if (one.touch.x < two.touch.x) == (one_rtl.touch.x < two_rtl.touch.x):
            what = f"{quote(one_rtl.node)} and {quote(two_rtl.node)} stand in the order of the other direction"
            yield Finding("mirror", rtl.where(one_rtl.node), what)


def _beside(one: Rect, other: Rect) -> bool:
    apart = one.right <= other.x + _SAME or other.right <= one.x + _SAME
    level = min(one.bottom, other.bottom) - max(one.y, other.y)
    return apart and level > 0.5 * min(one.height, other.height)


def _alignment(ltr: Scene, rtl: Scene) -> Iterator[Finding]:
    """A text that leans left in one leans right in the other, whatever script it is in."""
    flipped = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT}
    theirs = {node.path: node for node in ltr.texts}
    for node in rtl.texts:
        twin = theirs.get(node.path)
        if node.writing is None or twin is None or twin.writing is None or twin.name != node.name:
            continue
        wanted = flipped.get(twin.writing.align, twin.writing.align)
        if node.writing.align is not wanted and node.writing.slack > _FREE:
            what = f"{quote(node)}: leans {node.writing.align}, mirrored {wanted}"
            yield Finding("lean", rtl.where(node), what)


def _flip(rect: Rect, width: float) -> Rect:
    return Rect(width - rect.right, rect.y, rect.width, rect.height)
