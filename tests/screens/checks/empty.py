"""A screen says something and paints something."""

from collections.abc import Iterator

from PySide6.QtGui import QImage

from tests.screens.checks.contrast import colours_in
from tests.screens.finding import Finding
from tests.screens.geometry import Rect
from tests.screens.scene import Scene

_BARE = 0.995  # of the pixels in one colour: nothing but ground


def empty(scene: Scene, image: QImage) -> Iterator[Finding]:
    small = image.scaled(image.width() // 4, image.height() // 4)  # nearest pixel: no new colours
    colours = colours_in(small, Rect(0, 0, small.width(), small.height()))
    share = max(colours.values()) / sum(colours.values())
    if share > _BARE:
        yield Finding("empty", "the whole screen", f"{share:.1%} of it is one colour")
    elif not scene.texts:
        yield Finding("empty", "the whole screen", "no word on it")
