"""Cards on paper and as an image: the QR, the picture, the first name, a short code, and nothing else.

All sizes are millimetres. A card is ID-1, as a bank card (ISO/IEC 7810): 85.6 x 54. A sheet is A4 with ten of them and
marks to cut along. What is drawn stays in memory: whoever prints or keeps it decides where it goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QRawFont,
)
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.people import CREATURES
from kiosk.papers import qr

WIDE, HIGH = 85.6, 54.0
A_SHEET = 10
_IMAGES = Path(__file__).parents[2] / "assets" / "images"
_COLUMNS, _ROWS = 2, 5
_PAPER_WIDE, _PAPER_HIGH = 210.0, 297.0
_GAP = 2.0
_ROUND = 3.0
_QUIET = 4  # modules of white around a QR (ISO/IEC 18004)
_QR_SIDE = 42.0
_INK, _SOFT, _LINE, _SUN, _PAPER = (QColor(name) for name in ("#1E2440", "#585E7A", "#E9DDC8", "#FFC53D", "#FFF7EA"))
_DOTS = 1200  # an inch, of a PDF: fine enough for the modules of a QR
_CUT = 0.8  # a mark is as long
_EM = 1000  # pixels of the size that text is measured and drawn at, then scaled
_NAME_SIZE = 8.5


@dataclass(frozen=True)
class CardFace:
    """What stands on a card; `latin` is the name where no font of ours writes it. A blank has no name, no picture."""

    code: str = field(repr=False)  # WM1...
    short: str = ""
    first_name: str = field(repr=False, default="")
    latin: str = field(repr=False, default="")
    creature: str = ""


def sheet(faces: Sequence[CardFace]) -> bytes:
    """A PDF of A4 pages, ten cards on each; a page is begun for the last of them."""
    paper = _Pdf(QSizeF(_PAPER_WIDE, _PAPER_HIGH))
    left = (_PAPER_WIDE - _COLUMNS * WIDE - (_COLUMNS - 1) * _GAP) / 2
    top = (_PAPER_HIGH - _ROWS * HIGH - (_ROWS - 1) * _GAP) / 2
    for number, face in enumerate(faces):
        place = number % A_SHEET
        if number and not place:
            paper.next_page()
        row, column = divmod(place, _COLUMNS)
        at = QPointF(left + column * (WIDE + _GAP), top + row * (HIGH + _GAP))
        _cut_marks(paper.painter, at)
        _card(paper.painter, at, face)
    return paper.done()


def single(face: CardFace) -> bytes:
    """A PDF of one page that is the card."""
    paper = _Pdf(QSizeF(WIDE, HIGH))
    _card(paper.painter, QPointF(0, 0), face)
    return paper.done()


def picture(face: CardFace, dots_per_mm: float = 14.0) -> bytes:
    """A PNG for a phone; 14 dots a millimetre are 1,198 x 756."""
    image = QImage(round(WIDE * dots_per_mm), round(HIGH * dots_per_mm), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dots_per_mm, dots_per_mm)
    _card(painter, QPointF(0, 0), face)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())


class _Pdf:
    """A PDF being drawn in millimetres, in memory."""

    def __init__(self, size: QSizeF) -> None:
        assert QGuiApplication.instance() is not None, "fonts need an application"
        self._bytes = QByteArray()
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_DOTS)
        self._writer.setCreator("")
        page = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
        self._writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        self.painter = QPainter(self._writer)
        self.painter.scale(_DOTS / 25.4, _DOTS / 25.4)

    def next_page(self) -> None:
        self._writer.newPage()

    def done(self) -> bytes:
        self.painter.end()
        self._buffer.close()
        return bytes(self._bytes.data())


# --- one card -------------------------------------------------------------------------------------------------------


def _card(painter: QPainter, at: QPointF, face: CardFace) -> None:
    painter.save()
    painter.translate(at)
    painter.setPen(QPen(_LINE, 0.3))
    painter.setBrush(_PAPER)
    painter.drawRoundedRect(QRectF(0.15, 0.15, WIDE - 0.3, HIGH - 0.3), _ROUND, _ROUND)
    _sun(painter)
    _code(painter, QRectF(6, (HIGH - _QR_SIDE) / 2, _QR_SIDE, _QR_SIDE), face.code)
    right = QRectF(6 + _QR_SIDE + 3, 6, WIDE - _QR_SIDE - 14, HIGH - 12)
    _creature(painter, QRectF(right.center().x() - 11, right.top(), 22, 22), face.creature)
    name = QRectF(right.left(), right.top() + 23, right.width(), 11)
    if face.first_name:
        _name(painter, name, face)
    else:
        _line_to_write_on(painter, name)
    if face.short:
        _words(painter, QRectF(right.left(), right.bottom() - 6, right.width(), 6), face.short, "Barlow", 4.4, _INK)
    painter.restore()


def _sun(painter: QPainter) -> None:
    """The one warm thing, along the edge: it also says which side is up."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SUN)
    painter.drawRoundedRect(QRectF(2.2, 8, 1.6, HIGH - 16), 0.8, 0.8)


def _code(painter: QPainter, box: QRectF, code: str) -> None:
    drawn = qr.draw(code)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(box, 1.5, 1.5)
    side = box.width() / (drawn.size + 2 * _QUIET)
    painter.setBrush(Qt.GlobalColor.black)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for x, y, length in qr.runs(drawn):
        painter.drawRect(QRectF(box.left() + (_QUIET + x) * side, box.top() + (_QUIET + y) * side, length * side, side))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


def _creature(painter: QPainter, box: QRectF, creature: str) -> None:
    name = f"creature-{creature}.svg" if creature in CREATURES else "creature-unknown.svg"
    QSvgRenderer(str(_IMAGES / name)).render(painter, box)


def _line_to_write_on(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(_SOFT, 0.2))
    painter.drawLine(QPointF(box.left() + 2, box.bottom() - 2), QPointF(box.right() - 2, box.bottom() - 2))


def _name(painter: QPainter, box: QRectF, face: CardFace) -> None:
    """In its own script where we have a font for it, else in its Latin form; a long one on two lines."""
    own = _writes(face.first_name) or not face.latin
    lines = _in_lines(face.first_name if own else face.latin, box.width())
    high = box.height() / len(lines)
    widest = max(_width(line, "Source Sans 3") for line in lines)
    size = min(_NAME_SIZE if len(lines) == 1 else high, box.width() / max(widest, 0.01))
    for number, line in enumerate(lines):
        room = QRectF(box.left(), box.top() + number * high, box.width(), high)
        _words(painter, room, line, "Source Sans 3", size, _INK)


def _in_lines(name: str, width: float) -> list[str]:
    """Two lines, as even as its words allow, where one would be set smaller than two thirds."""
    words = name.split()
    if len(words) < 2 or _width(name, "Source Sans 3") * _NAME_SIZE * 2 / 3 <= width:
        return [name]
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return list(min(cuts, key=lambda lines: max(map(len, lines))))


def _words(painter: QPainter, box: QRectF, text: str, family: str, size: float, ink: QColor) -> None:
    """One line in the middle of the box, smaller where it would not fit; never cut."""
    fits = min(size, box.width() / max(_width(text, family), 0.01))
    painter.save()
    painter.setPen(ink)
    painter.setFont(_font(family))
    painter.translate(box.topLeft())
    painter.scale(fits / _EM, fits / _EM)
    room = QRectF(0, 0, box.width() * _EM / fits, box.height() * _EM / fits)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), text)
    painter.restore()


def _font(family: str) -> QFont:
    font = QFont(family)
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(_EM)
    return font


def _width(text: str, family: str) -> float:
    """Of a line, as a multiple of its size."""
    return QFontMetricsF(_font(family)).horizontalAdvance(text) / _EM


def _writes(text: str) -> bool:
    """Whether one of the shipped fonts has every letter of it."""
    families = ("Source Sans 3", "Noto Sans Arabic")
    fonts = [QRawFont.fromFont(QFont(family)) for family in families]
    return all(letter.isspace() or any(font.supportsCharacter(ord(letter)) for font in fonts) for letter in text)


def _cut_marks(painter: QPainter, at: QPointF) -> None:
    """Short lines beyond the corners."""
    painter.setPen(QPen(_SOFT, 0.1))
    for x, away in ((at.x(), -1), (at.x() + WIDE, 1)):
        for y, off in ((at.y(), -1), (at.y() + HIGH, 1)):
            painter.drawLine(QPointF(x + away * 0.3, y), QPointF(x + away * _CUT, y))
            painter.drawLine(QPointF(x, y + off * 0.3), QPointF(x, y + off * _CUT))
