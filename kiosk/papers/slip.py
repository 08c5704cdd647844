"""A slip from a receipt printer: a QR, a first name at most, the hub and the hour. All sizes are millimetres."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import partial

from PySide6.QtGui import QFont, QPainter

from kiosk.clock import ROME
from kiosk.papers import lettering, qr
from kiosk.papers.lettering import INK, Style
from kiosk.papers.paper import Paper
from kiosk.papers.pen import QUIET, Pen

DOTS_PER_MM = 8  # 203 dots an inch, which nearly every receipt printer has
_HUB, _NAME, _SAID = Style(4.6, "Barlow"), Style(9.0), Style(3.8, weight=QFont.Weight.DemiBold)
_SHORT, _WHEN = Style(5.4, "Barlow"), Style(3.6)


class Roll(Enum):
    """What a printer of this roll can print on, which is less than the roll is wide."""

    MM_58 = 48.0
    MM_80 = 72.0

    @classmethod
    def of(cls, wide: int) -> "Roll":
        """Of a roll as wide as it is sold: 58 or 80."""
        return cls.MM_58 if wide < 80 else cls.MM_80


@dataclass(frozen=True)
class Words:
    """Of this paper, in one language."""

    welcome: str
    keep: str  # what to do with the slip
    right_to_left: bool = False


@dataclass(frozen=True)
class Slip:
    """`code` is what the QR says; `short` the same to type. `latin` is the name where no font of ours writes it."""

    hub: str
    at: datetime
    code: str = field(repr=False)
    short: str = field(repr=False, default="")
    first_name: str = field(repr=False, default="")
    latin: str = field(repr=False, default="")


_Part = tuple[float, Callable[[Pen, float], None]]  # how high it is, and how it is drawn from there


def paper(slip: Slip, words: Words, roll: Roll) -> Paper:
    """As long as it needs to be."""
    wide = roll.value
    parts = _parts(slip, words, wide)
    high = sum(part[0] for part in parts)
    return Paper(wide, high, (partial(_draw, wide=wide, parts=parts, right_to_left=words.right_to_left),))


def _parts(slip: Slip, words: Words, wide: float) -> Sequence[_Part]:
    """From top to bottom."""
    at = slip.at.astimezone(ROME)
    code = qr.draw(slip.code)
    module = module_of(code, wide)
    side = (code.size + 2 * QUIET) * module
    name = lettering.readable(slip.first_name, slip.latin)
    parts: list[_Part] = [(2.0, _nothing), *_in_middle(slip.hub, _HUB, wide), (2.0, _rule(wide))]
    if name:
        parts += [*_in_middle(words.welcome, _SAID, wide), *_in_middle(name, _NAME, wide)]
    parts.append((side, lambda pen, y: pen.code((wide - side) / 2, y, code, module)))
    if slip.short:
        parts += _in_middle(slip.short, _SHORT, wide)
    parts += [*_in_middle(words.keep, _SAID, wide), (1.0, _nothing)]
    parts += [*_in_middle(f"{at:%d.%m.%Y  %H:%M}", _WHEN, wide), (2.0, _nothing)]
    return parts


def module_of(code: qr.Qr, wide: float) -> float:
    """As large as the paper allows, in whole dots: a QR of uneven modules is read badly; never larger than 0.75 mm."""
    dots = int(wide * DOTS_PER_MM / (code.size + 2 * QUIET))
    return max(1, min(6, dots)) / DOTS_PER_MM


def _draw(painter: QPainter, wide: float, parts: Sequence[_Part], right_to_left: bool) -> None:
    pen, y = Pen(painter, wide, right_to_left), 0.0
    for high, draw in parts:
        draw(pen, y)
        y += high


def _in_middle(text: str, style: Style, wide: float) -> list[_Part]:
    high = lettering.height("x", wide, style)
    return [
        (high, partial(_middle, wide=wide, high=high, text=line, style=style))
        for line in lettering.lines(text, wide - 2, style)
    ]


def _middle(pen: Pen, y: float, wide: float, high: float, text: str, style: Style) -> None:
    pen.line_in_middle(1, y, wide - 2, high, text, style)


def _rule(wide: float) -> Callable[[Pen, float], None]:
    return lambda pen, y: pen.rule(1, y + 1, wide - 2, 0.25, INK)


def _nothing(pen: Pen, y: float) -> None:
    pass
