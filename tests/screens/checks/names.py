"""Every control says what it is and what it does, to those who do not see it."""

from collections import Counter
from collections.abc import Iterator

from tests.screens.finding import Finding
from tests.screens.scene import Scene, quote
from tests.screens.tree import INTERACTIVE


def names(scene: Scene) -> Iterator[Finding]:
    for control in scene.controls:
        node = control.node
        if node.role not in INTERACTIVE:
            yield Finding("role", scene.where(node), f"answers a touch but has {node.role or 'no'} role")
        if not node.spoken.strip():
            yield Finding("name", scene.where(node), f"{quote(node)} has no accessible name")
    yield from _twins(scene)


def _twins(scene: Scene) -> Iterator[Finding]:
    """Two controls that say the same and do different things: the last part of an objectName is what it does."""
    said = {(c.node.role, c.node.spoken, c.node.name.split("-")[-1]) for c in scene.controls if c.node.spoken}
    for (role, spoken), count in Counter((role, spoken) for role, spoken, _ in said).items():
        if count > 1:
            which = sorted(name for r, s, name in said if (r, s) == (role, spoken))
            yield Finding("twins", " + ".join(which), f"{count} different controls say “{spoken}” ({role})")
