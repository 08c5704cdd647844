"""What can be read on a paper: its text, its codes, its pages as pictures."""

from typing import Any

import zxingcpp
from pypdfium2 import PdfDocument
from PySide6.QtGui import QImage

_MM = 72 / 25.4
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def codes(image: QImage) -> list[str]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    array = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(array, _QR)]


def pages(pdf: bytes) -> list[QImage]:
    """As a printer of 300 dots an inch prints them."""
    return [_image(page.render(scale=300 / 72, grayscale=True).to_pil()) for page in PdfDocument(pdf)]


def _image(drawn: Any) -> QImage:
    """Of a picture of Pillow's in grey."""
    wide, high = drawn.size
    return QImage(drawn.tobytes(), wide, high, wide, QImage.Format.Format_Grayscale8).copy()


def sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Of its pages, in millimetres."""
    return [(page.get_width() / _MM, page.get_height() / _MM) for page in PdfDocument(pdf)]


def texts(pdf: bytes) -> list[str]:
    """The text of each page that can be copied out of it, its lines joined, without what only steers direction."""
    every = [page.get_textpage().get_text_bounded() for page in PdfDocument(pdf)]
    return [" ".join(plain(text).split()) for text in every]


def plain(text: str) -> str:
    """Without the isolates of UAX 9."""
    return text.translate(str.maketrans("", "", "\u2066\u2068\u2069"))
