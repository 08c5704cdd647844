"""Rectangles on the screen, in pixels."""

from dataclasses import dataclass
from math import hypot


@dataclass(frozen=True)
class Rect:
    """A rectangle in scene pixels; one without area is empty and meets nothing."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    @property
    def area(self) -> float:
        return max(self.width, 0.0) * max(self.height, 0.0)

    @property
    def empty(self) -> bool:
        return self.width <= 0 or self.height <= 0

    def meet(self, other: "Rect") -> "Rect":
        """The part in both."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(min(self.right, other.right) - x, 0.0), max(min(self.bottom, other.bottom) - y, 0.0))

    def join(self, other: "Rect") -> "Rect":
        """The smallest rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def grown(self, by: float) -> "Rect":
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def holds(self, other: "Rect", slack: float = 0.0) -> bool:
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overflow(self, inner: "Rect") -> tuple[float, float]:
        """How many pixels ``inner`` sticks out of this one, across and down."""
        across = max(self.x - inner.x, inner.right - self.right, 0.0)
        down = max(self.y - inner.y, inner.bottom - self.bottom, 0.0)
        return across, down

    def gap(self, other: "Rect") -> float:
        """The distance between the two; 0 when they touch, negative when they overlap."""
        across = max(self.x - other.right, other.x - self.right)
        down = max(self.y - other.bottom, other.y - self.bottom)
        return hypot(across, down) if across > 0 and down > 0 else max(across, down)
