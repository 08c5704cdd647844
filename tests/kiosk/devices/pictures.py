"""Grey pictures of codes, as a camera sees them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.papers import qr

WIDE, HIGH = 1280, 720


def seen(*texts: str, wide: int = WIDE, high: int = HIGH, module: int = 6) -> QImage:
    """Codes beside one another on grey ground, black on white."""
    image = QImage(wide, high, QImage.Format.Format_Grayscale8)
    image.fill(150)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    left = 20
    for text in texts:
        code = qr.draw(text)
        side = (code.size + 8) * module
        painter.fillRect(QRectF(left, 20, side, side), Qt.GlobalColor.white)
        for x, y, length in qr.runs(code):
            at = QRectF(left + (4 + x) * module, 20 + (4 + y) * module, length * module, module)
            painter.fillRect(at, Qt.GlobalColor.black)
        left += side + 20
    painter.end()
    return image


def grey(image: QImage) -> bytes:
    """Its bytes, row after row."""
    return bytes(image.constBits())[: image.sizeInBytes()]
