"""Nothing is cut: neither a text by its box, nor anything by the edge of the window or of a clip."""

from collections.abc import Iterator

from tests.screens.finding import Finding
from tests.screens.scene import Scene, quote
from tests.screens.tree import Node, Writing

TOLERANCE = 3.0  # px: rounding, and the overhang of letters


def cut(scene: Scene) -> Iterator[Finding]:
    for node in scene.texts:
        if node.writing is not None:
            yield from _text(scene, node, node.writing)
    for control in scene.controls:
        across, down = control.node.reach.overflow(control.node.rect)
        if max(across, down) > TOLERANCE:
            yield _finding(scene, control.node, f"{across:.0f} px across, {down:.0f} px down out of reach")
    for node in scene.nodes:
        if node.broken:
            yield _finding(scene, node, node.broken)


def _text(scene: Scene, node: Node, writing: Writing) -> Iterator[Finding]:
    if writing.truncated:
        yield _finding(scene, node, "ends in dots")
        return
    across, down = node.rect.overflow(writing.ink)
    if across > TOLERANCE or down > TOLERANCE:
        yield _finding(scene, node, f"letters {across:.0f} px across, {down:.0f} px down out of the box")
    across, down = node.reach.overflow(writing.ink)
    if across > TOLERANCE or down > TOLERANCE:
        yield _finding(scene, node, f"letters {across:.0f} px across, {down:.0f} px down cut by the edge")


def _finding(scene: Scene, node: Node, what: str) -> Finding:
    return Finding("cut", scene.where(node), f"{quote(node)}: {what}")
