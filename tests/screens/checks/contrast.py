"""Colours stand out: measured on the pixels really painted."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from tests.screens.finding import Finding
from tests.screens.geometry import Rect
from tests.screens.scene import Scene, is_picture, quote
from tests.screens.tree import Node, Writing

TEXT = 4.5
TEXT_HIGH = 7.0
SHAPE = 3.0
_SHARE = 0.15  # of the pixels: a colour this common is ground, a rarer one is the edge of a letter
_PART = 0.02  # of the pixels of a picture: outlines and strokes this many can be recognised
_LEAST_PX = 12.0  # a picture smaller than this is a dot of decoration
_NEAR = 24  # sum of the differences of the three channels: the same colour but for blending
_MANY = 30_000  # px: a larger rectangle is counted by samples

Colour = tuple[int, int, int]


def contrast(scene: Scene, image: QImage) -> Iterator[Finding]:
    """Texts and pictures in sight; what is disabled may fade as a picture, but not as a text (after WCAG 1.4.11)."""
    for node in scene.texts:
        if node.writing is not None and _in_sight(node, node.writing.ink):
            yield from _text(scene, node, node.writing, image)
    for node in scene.nodes:
        if is_picture(node) and node.enabled and _in_sight(node, node.rect) and _is_large(node.rect):
            yield from _picture(scene, node, image)


def _in_sight(node: Node, rect: Rect) -> bool:
    """Wholly on the screen now: half a line at the edge of a list says nothing about its colours."""
    return not rect.empty and node.clip.holds(rect, 1.0)


def _is_large(rect: Rect) -> bool:
    return min(rect.width, rect.height) >= _LEAST_PX


def _text(scene: Scene, node: Node, writing: Writing, image: QImage) -> Iterator[Finding]:
    colours = colours_in(image, writing.ink)
    total = sum(colours.values())
    ink = _rgb(QColor(writing.color))
    ground = [colour for colour, count in colours.most_common(6) if count >= _SHARE * total and not _near(colour, ink)]
    if not ground:
        yield Finding("contrast", scene.where(node), f"{quote(node)}: written in the colour of its ground")
        return
    least = TEXT_HIGH if scene.contrast else TEXT
    seen = _blend(ink, ground[0], node.opacity)
    if not any(_near(colour, seen, 3 * _NEAR) for colour in colours):
        yield Finding("hidden", scene.where(node), f"{quote(node)}: its colour is not painted, something lies on it")
        return
    worst = min(ratio(seen, colour) for colour in ground)
    if worst < least - 0.05:
        yield Finding("contrast", scene.where(node), f"{quote(node)}: {worst:.2f} to 1, least {least}")


def _picture(scene: Scene, node: Node, image: QImage) -> Iterator[Finding]:
    """Enough of it to recognise stands out from what is around it."""
    inside, around = colours_in(image, node.rect), _ring(image, node.rect)
    if not inside or not around:
        return
    ground = around.most_common(1)[0][0]
    total = sum(inside.values())
    seen = sum(count for colour, count in inside.items() if ratio(colour, ground) >= SHAPE - 0.05)
    if seen < _PART * total:
        what = f"picture {node.rect.width:.0f} px wide: {seen / total:.1%} of it stands out {SHAPE} to 1 or more"
        yield Finding("shape", scene.where(node), what)


def colours_in(image: QImage, rect: Rect) -> Counter[Colour]:
    """How many pixels of each colour lie in a rectangle of the picture."""
    box = QRect(round(rect.x), round(rect.y), round(rect.width), round(rect.height)) & image.rect()
    if box.isEmpty():
        return Counter()
    part = image.copy(box)
    if box.width() * box.height() > _MANY:
        part = part.scaled(box.width() // 3, box.height() // 3)  # nearest pixel: fewer, but no new colours
    counts = Counter(memoryview(part.constBits()).cast("I"))
    return Counter({_channels(pixel): count for pixel, count in counts.items()})


@cache
def _channels(pixel: int) -> Colour:
    """Of 32 bits, as Format_RGB32 has them: the first eight are the same in all."""
    return (pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255


def _ring(image: QImage, rect: Rect) -> Counter[Colour]:
    """The colours of the frame of two pixels just outside."""
    out = rect.grown(3)
    sides = (
        Rect(out.x, out.y, out.width, 2),
        Rect(out.x, out.bottom - 2, out.width, 2),
        Rect(out.x, out.y, 2, out.height),
        Rect(out.right - 2, out.y, 2, out.height),
    )
    around: Counter[Colour] = Counter()
    for side in sides:
        around.update(colours_in(image, side))
    return around


def ratio(one: Colour, other: Colour) -> float:
    """The contrast of two colours after WCAG 2.2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@cache
def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _rgb(color: QColor) -> Colour:
    return color.red(), color.green(), color.blue()


def _blend(over: Colour, under: Colour, alpha: float) -> Colour:
    red, green, blue = (round(a * alpha + b * (1 - alpha)) for a, b in zip(over, under, strict=True))
    return red, green, blue


def _near(one: Colour, other: Colour, by: int = _NEAR) -> bool:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) <= by
