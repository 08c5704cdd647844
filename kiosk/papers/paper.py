"""A paper: pages drawn in millimetres, the same into a PDF, a picture or the dots of a printer. Never into a file."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

A4_WIDE, A4_HIGH = 210.0, 297.0
_DOTS = 1200  # an inch, of a PDF: fine enough for the modules of a QR
_MM_OF_AN_INCH = 25.4

Draw = Callable[[QPainter], None]


@dataclass(frozen=True)
class Paper:
    """`wide` and `high` are millimetres, of every page; a page is drawn with a painter whose unit is one."""

    wide: float
    high: float
    pages: tuple[Draw, ...] = field(repr=False)


@dataclass(frozen=True)
class ToPrint:
    """The answer to a deed that ends on paper: whoever prints calls `draw`, on the printer's own thread."""

    draw: Callable[[], Paper]
    receipt: bool = False  # on the roll; else on pages


def pdf(paper: Paper) -> bytes:
    assert QGuiApplication.instance() is not None, "fonts need an application"
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setCreator("")
    size = QPageSize(
        QSizeF(paper.wide, paper.high), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    painter.scale(_DOTS / _MM_OF_AN_INCH, _DOTS / _MM_OF_AN_INCH)
    for number, draw in enumerate(paper.pages):
        if number:
            writer.newPage()
        draw(painter)
    painter.end()
    buffer.close()
    return bytes(held.data())


def picture(paper: Paper, dots_per_mm: float, page: int = 0) -> QImage:
    """One page on white."""
    image = QImage(round(paper.wide * dots_per_mm), round(paper.high * dots_per_mm), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dots_per_mm, dots_per_mm)
    paper.pages[page](painter)
    painter.end()
    return image
