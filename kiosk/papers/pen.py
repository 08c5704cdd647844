"""Draws on a page that is read from the left or, in Arabic, from the right: `x` counts from where reading begins.

All sizes are millimetres.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from kiosk.domain.people import CREATURES
from kiosk.papers import lettering, qr
from kiosk.papers.lettering import INK, Style

LINE, GROUND, SUN, WHITE = (QColor(name) for name in ("#D9CDB8", "#FFF7EA", "#FFC53D", "#FFFFFF"))
QUIET = 4  # modules of white around a QR (ISO/IEC 18004)
_IMAGES = Path(__file__).parents[2] / "assets" / "images"
_CREATURE_DOTS = 192  # a side: 8 mm at 600 dots an inch
_ROUND = 1.2


@dataclass(frozen=True)
class Pen:
    painter: QPainter
    wide: float  # of the page
    right_to_left: bool = False

    def line(self, x: float, y: float, wide: float, high: float, text: str, style: Style, ink: QColor = INK) -> None:
        """One line where reading begins, in the middle of the height; smaller rather than cut."""
        lettering.draw_line(self.painter, self._box(x, y, wide, high), text, style, self._begin, ink)

    def line_at_end(
        self, x: float, y: float, wide: float, high: float, text: str, style: Style, ink: QColor = INK
    ) -> None:
        lettering.draw_line(self.painter, self._box(x, y, wide, high), text, style, self._end, ink)

    def line_in_middle(
        self, x: float, y: float, wide: float, high: float, text: str, style: Style, ink: QColor = INK
    ) -> None:
        box = self._box(x, y, wide, high)
        lettering.draw_line(self.painter, box, text, style, Qt.AlignmentFlag.AlignHCenter, ink)

    def lines(self, x: float, y: float, wide: float, text: str, style: Style, ink: QColor = INK) -> float:
        """A text of several lines. Answers with its height."""
        high = lettering.height(text, wide, style)
        lettering.draw_lines(self.painter, self._box(x, y, wide, high), text, style, self._begin, ink)
        return high

    def lines_within(
        self, x: float, y: float, wide: float, high: float, text: str, style: Style, ink: QColor = INK
    ) -> None:
        """A text in the middle of the height, in as many lines as it needs; smaller rather than cut."""
        fits = lettering.fitting(text, wide, high, style)
        self.lines(x, y + (high - lettering.height(text, wide, fits)) / 2, wide, text, fits, ink)

    def fill(self, x: float, y: float, wide: float, high: float, colour: QColor, round_: float = _ROUND) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(self._box(x, y, wide, high), round_, round_)

    def frame(self, x: float, y: float, wide: float, high: float, thick: float = 0.4, colour: QColor = INK) -> None:
        self.painter.setPen(QPen(colour, thick))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(self._box(x, y, wide, high), _ROUND / 2, _ROUND / 2)

    def rule(self, x: float, y: float, wide: float, thick: float = 0.15, colour: QColor = LINE) -> None:
        box = self._box(x, y, wide, 0)
        self.painter.setPen(QPen(colour, thick))
        self.painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def dot(self, x: float, y: float, size: float, *, filled: bool) -> None:
        """A round mark, full or empty."""
        self.painter.setPen(QPen(INK, 0.35))
        self.painter.setBrush(INK if filled else WHITE)
        self.painter.drawEllipse(self._box(x, y, size, size))

    def creature(self, x: float, y: float, size: float, creature: str) -> None:
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawImage(self._box(x, y, size, size), _creature(creature if creature in CREATURES else "unknown"))

    def code(self, x: float, y: float, code: qr.Qr, module: float) -> None:
        """A QR with its quiet zone; a side is (its size + 2 x QUIET) modules."""
        side = (code.size + 2 * QUIET) * module
        box = self._box(x, y, side, side)
        hints = self.painter.renderHints()
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self.painter.fillRect(box, Qt.GlobalColor.white)
        for column, row, length in qr.runs(code):
            at = QPointF(box.left() + (QUIET + column) * module, box.top() + (QUIET + row) * module)
            self.painter.fillRect(QRectF(at.x(), at.y(), length * module, module), Qt.GlobalColor.black)
        self.painter.setRenderHints(hints)

    @property
    def _begin(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self.right_to_left else Qt.AlignmentFlag.AlignLeft

    @property
    def _end(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft if self.right_to_left else Qt.AlignmentFlag.AlignRight

    def _box(self, x: float, y: float, wide: float, high: float) -> QRectF:
        return QRectF(self.wide - x - wide if self.right_to_left else x, y, wide, high)


@cache
def _creature(name: str) -> QImage:
    """Drawn once: three hundred people on a list have eight pictures between them."""
    image = QImage(_CREATURE_DOTS, _CREATURE_DOTS, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(_IMAGES / f"creature-{name}.svg")).render(painter)
    painter.end()
    return image
