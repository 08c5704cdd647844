"""Text on paper, measured and set in millimetres, in whatever script a name is written."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QRawFont

_OTHER_SCRIPTS = ("Noto Sans Arabic", "Noto Sans Bengali", "Noto Sans Sinhala", "Noto Sans SC")
_EM = 1000  # pixels of the size that text is measured and drawn at, then scaled
_LEADING = 1.25  # from line to line, in sizes: marks above and below letters of every script fit in
INK, SOFT = QColor("#1E2440"), QColor("#585E7A")


@dataclass(frozen=True)
class Style:
    """`size` is millimetres, of an em."""

    size: float
    family: str = "Source Sans 3"
    weight: QFont.Weight = QFont.Weight.Bold

    @property
    def font(self) -> QFont:
        font = QFont()
        font.setFamilies([self.family, *_OTHER_SCRIPTS])
        font.setWeight(self.weight)
        font.setPixelSize(_EM)
        return font


def width(text: str, style: Style) -> float:
    """Of one line, in millimetres."""
    return QFontMetricsF(style.font).horizontalAdvance(text) * style.size / _EM


def height(text: str, wide: float, style: Style) -> float:
    """Of a text in lines no longer than `wide`, in millimetres."""
    return len(lines(text, wide, style)) * style.size * _LEADING


def lines(text: str, wide: float, style: Style) -> list[str]:
    """Cut between words; a word that is longer than a line is cut where the line ends."""
    metrics, most = QFontMetricsF(style.font), wide * _EM / style.size
    cut: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if metrics.horizontalAdvance(longer) <= most:
                line = longer
                continue
            cut += [line] if line else []
            *whole, line = _pieces(word, metrics, most)
            cut += whole
        cut.append(line)
    return cut


def fitting(text: str, wide: float, high: float, style: Style) -> Style:
    """The style, smaller where the text needs more lines than there is room for, or a word more than a line."""
    fits = style
    while fits.size > style.size / 4 and (height(text, wide, fits) > high or _longest(text, fits) > wide):
        fits = replace(fits, size=fits.size * 0.94)
    return fits


def draw_line(
    painter: QPainter, box: QRectF, text: str, style: Style, align: Qt.AlignmentFlag, ink: QColor = INK
) -> None:
    """One line in the middle of the box's height, smaller where it would not fit; never cut."""
    size = min(style.size, box.width() / max(width(text, style) / style.size, 0.01))
    painter.save()
    painter.setPen(ink)
    painter.setFont(style.font)
    painter.translate(box.topLeft())
    painter.scale(size / _EM, size / _EM)
    room = QRectF(0, 0, box.width() * _EM / size, box.height() * _EM / size)
    flags = int(align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextDontClip)
    painter.drawText(room, flags, text)
    painter.restore()


def draw_lines(
    painter: QPainter, box: QRectF, text: str, style: Style, align: Qt.AlignmentFlag, ink: QColor = INK
) -> None:
    """A text in lines, from the top of the box; `height` says how high it has to be."""
    step = style.size * _LEADING
    for number, line in enumerate(lines(text, box.width(), style)):
        draw_line(painter, QRectF(box.left(), box.top() + number * step, box.width(), step), line, style, align, ink)


def in_two(name: str, wide: float, style: Style) -> list[str]:
    """Two lines, as even as its words allow, where one would be set smaller than two thirds."""
    words = name.split()
    if len(words) < 2 or width(name, style) * 2 / 3 <= wide:
        return [name]
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return list(min(cuts, key=lambda both: max(map(len, both))))


def writes(text: str) -> bool:
    """Whether one of the shipped fonts has every letter of it."""
    fonts = [QRawFont.fromFont(QFont(family)) for family in ("Source Sans 3", *_OTHER_SCRIPTS)]
    return all(letter.isspace() or any(font.supportsCharacter(ord(letter)) for font in fonts) for letter in text)


def readable(name: str, latin: str) -> str:
    """The name in its own script where a font of ours writes it, else its Latin form."""
    return name if not latin or writes(name) else latin


def _longest(text: str, style: Style) -> float:
    return max((width(word, style) for word in text.split()), default=0.0)


def _pieces(word: str, metrics: QFontMetricsF, most: float) -> list[str]:
    """One word in pieces that fit; at least a letter each."""
    pieces, piece = [], ""
    for letter in word:
        if piece and metrics.horizontalAdvance(piece + letter) > most:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
