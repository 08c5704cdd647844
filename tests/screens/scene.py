"""What a check is given: the nodes that can be seen, the controls among them, and a name for each place."""

from dataclasses import dataclass
from functools import cached_property

from tests.screens.geometry import Rect
from tests.screens.tree import INTERACTIVE, Kind, Node, Path

_COVER_ALPHA = 0.4  # a ground this dense hides or dims what is below
_COVER_SHARE = 0.5  # of the window: a smaller one is a tile, not a layer
_GROUND_SHARE = 0.3  # of the window: in reach mode a whole layer is no more than that


@dataclass(frozen=True)
class Control:
    """Something that answers a finger: one item, with the part of the screen it answers on."""

    node: Node
    touch: Rect  # scene pixels, not cut by scrolling

    @property
    def shown(self) -> Rect:
        return self.touch.meet(self.node.clip)


@dataclass(frozen=True)
class Scene:
    """One picture of one screen. ``px_per_mm`` comes from the frame, never from Qt."""

    all_nodes: tuple[Node, ...]
    window: Rect
    px_per_mm: float = 4.0
    contrast: bool = False
    language: str = "it"
    data: frozenset[str] = frozenset()  # the texts of the faces

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Without what lies below a layer: only the topmost layer is read and touched."""
        kept: list[Node] = []
        for node in self.all_nodes:
            if self._covers(node):
                kept = [other for other in kept if is_above(other, node) or not node.shown.holds(other.shown, 1)]
            kept.append(node)
        return tuple(kept)

    def _covers(self, node: Node) -> bool:
        if node.fill is None or node.fill[1] * node.opacity < _COVER_ALPHA:
            return False
        return node.shown.area >= _COVER_SHARE * self.window.area

    @cached_property
    def by_path(self) -> dict[Path, Node]:
        return {node.path: node for node in self.all_nodes}

    @cached_property
    def texts(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.writing is not None)

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """A touch area or handler belongs to the nearest ancestor that says it is a button or the like."""
        owners: dict[Path, Control] = {}
        for node in self.nodes:
            if not node.enabled or not (node.tappable or node.role in INTERACTIVE):
                continue
            owner = node if node.role in INTERACTIVE else self._owner(node)
            known = owners.get(owner.path)
            owners[owner.path] = Control(owner, known.touch.join(node.touch) if known else node.touch)
        return tuple(control for control in owners.values() if not self._is_ground(control, owners))

    def _owner(self, node: Node) -> Node:
        for above in self.above(node):
            if above.role in INTERACTIVE:
                return above
        return node

    def _is_ground(self, control: Control, owners: dict[Path, Control]) -> bool:
        """A nameless touch area as large as a layer, beside real controls, only swallows taps that miss."""
        if control.node.role or control.touch.area < _GROUND_SHARE * self.window.area:
            return False
        return any(path != control.node.path and other.node.role for path, other in owners.items())

    def above(self, node: Node) -> list[Node]:
        """Its ancestors, the nearest first."""
        paths = (node.path[:length] for length in range(len(node.path) - 1, -1, -1))
        return [self.by_path[path] for path in paths if path in self.by_path]

    def control_of(self, node: Node) -> Control | None:
        """The control that a text or picture is part of."""
        return next((c for c in self.controls if c.node.path == node.path or is_above(c.node, node)), None)

    def where(self, node: Node) -> str:
        """The names of the application's own types and objects on the way to the item."""
        steps = [above.name or above.type for above in reversed(self.above(node)) if above.name or above.own]
        own = node.name or node.type
        return "/".join([*steps, own][-5:])

    def is_data(self, text: str) -> bool:
        """Whether the text comes from a face, whole."""
        return text.strip() in self.data

    def has_data(self, text: str) -> bool:
        """Whether a city's text stands inside this one (``"at %1"``)."""
        return any(part in text for part in self.data if len(part) > 2)


def is_above(ancestor: Node, node: Node) -> bool:
    return len(ancestor.path) < len(node.path) and node.path[: len(ancestor.path)] == ancestor.path


def quote(node: Node) -> str:
    """The text of an item, cut to a line for a report."""
    text = " ".join(node.writing.text.split()) if node.writing else node.spoken or node.name or node.type
    return f"“{text[:40]}…”" if len(text) > 42 else f"“{text}”"


def is_picture(node: Node) -> bool:
    return node.kind in {Kind.IMAGE, Kind.SHAPE}
