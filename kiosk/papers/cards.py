"""Cards on paper and as an image: the QR, the picture, the first name, a short code, and nothing else.

All sizes are millimetres. A card is ID-1, as a bank card (ISO/IEC 7810): 85.6 x 54. A sheet is A4 with ten of them and
marks to cut along. What is drawn stays in memory: whoever prints or keeps it decides where it goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.people import CREATURES
from kiosk.papers import lettering, paper, qr
from kiosk.papers.lettering import SOFT, Style
from kiosk.papers.paper import A4_HIGH, A4_WIDE, Paper

WIDE, HIGH = 85.6, 54.0
A_SHEET = 10
_IMAGES = Path(__file__).parents[2] / "assets" / "images"
_COLUMNS, _ROWS = 2, 5
_GAP = 2.0
_ROUND = 3.0
_QUIET = 4  # modules of white around a QR (ISO/IEC 18004)
_QR_SIDE = 42.0
_LINE, _SUN, _GROUND = (QColor(name) for name in ("#E9DDC8", "#FFC53D", "#FFF7EA"))
_CUT = 0.8  # a mark is as long
_NAME, _SHORT = Style(8.5), Style(4.4, "Barlow")


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
    return paper.pdf(sheet_paper(faces))


def single(face: CardFace) -> bytes:
    """A PDF of one page that is the card."""
    return paper.pdf(single_paper(face))


def picture(face: CardFace, dots_per_mm: float = 14.0) -> bytes:
    """A PNG for a phone; 14 dots a millimetre are 1,198 x 756."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper.picture(single_paper(face), dots_per_mm).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())


def sheet_paper(faces: Sequence[CardFace]) -> Paper:
    """What `sheet` is a PDF of, for a printer."""
    tens = [faces[first : first + A_SHEET] for first in range(0, len(faces), A_SHEET)] or [()]
    return Paper(A4_WIDE, A4_HIGH, tuple(partial(_ten, faces=ten) for ten in tens))


def single_paper(face: CardFace) -> Paper:
    """What `single` is a PDF of, for a printer."""
    return Paper(WIDE, HIGH, (partial(_card, at=QPointF(0, 0), face=face),))


def _ten(painter: QPainter, faces: Sequence[CardFace]) -> None:
    left = (A4_WIDE - _COLUMNS * WIDE - (_COLUMNS - 1) * _GAP) / 2
    top = (A4_HIGH - _ROWS * HIGH - (_ROWS - 1) * _GAP) / 2
    for place, face in enumerate(faces):
        row, column = divmod(place, _COLUMNS)
        at = QPointF(left + column * (WIDE + _GAP), top + row * (HIGH + _GAP))
        _cut_marks(painter, at)
        _card(painter, at, face)


# --- one card -------------------------------------------------------------------------------------------------------


def _card(painter: QPainter, at: QPointF, face: CardFace) -> None:
    painter.save()
    painter.translate(at)
    painter.setPen(QPen(_LINE, 0.3))
    painter.setBrush(_GROUND)
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
        short = QRectF(right.left(), right.bottom() - 6, right.width(), 6)
        lettering.draw_line(painter, short, face.short, _SHORT, Qt.AlignmentFlag.AlignHCenter)
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
    painter.setPen(QPen(SOFT, 0.2))
    painter.drawLine(QPointF(box.left() + 2, box.bottom() - 2), QPointF(box.right() - 2, box.bottom() - 2))


def _name(painter: QPainter, box: QRectF, face: CardFace) -> None:
    """In its own script where we have a font for it, else in its Latin form; a long one on two lines."""
    lines = lettering.in_two(lettering.readable(face.first_name, face.latin), box.width(), _NAME)
    high = box.height() / len(lines)
    widest = max(lettering.width(line, Style(1.0)) for line in lines)
    size = min(_NAME.size if len(lines) == 1 else high, box.width() / max(widest, 0.01))
    for number, line in enumerate(lines):
        room = QRectF(box.left(), box.top() + number * high, box.width(), high)
        lettering.draw_line(painter, room, line, Style(size), Qt.AlignmentFlag.AlignHCenter)


def _cut_marks(painter: QPainter, at: QPointF) -> None:
    """Short lines beyond the corners."""
    painter.setPen(QPen(SOFT, 0.1))
    for x, away in ((at.x(), -1), (at.x() + WIDE, 1)):
        for y, off in ((at.y(), -1), (at.y() + HIGH, 1)):
            painter.drawLine(QPointF(x + away * 0.3, y), QPointF(x + away * _CUT, y))
            painter.drawLine(QPointF(x, y + off * 0.3), QPointF(x, y + off * _CUT))
