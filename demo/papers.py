"""What leaves on paper, drawn for the demonstration's families."""

from pathlib import Path

from pypdfium2 import PdfDocument
from PySide6.QtGui import QImage

from kiosk.devices.printers import Outcome, Printed
from kiosk.papers import cards, paper
from kiosk.papers.cards import A_SHEET, CardFace
from kiosk.papers.paper import Paper

_DOTS_A_POINT = 2.0  # of the picture of a printed page
_DOTS_A_MM = 6.0


class Tray:
    """A printer whose papers are pictures."""

    def __init__(self) -> None:
        self._printed: list[QImage] = []

    def print(self, paper_: Paper) -> Outcome:
        self._printed.append(paper.picture(paper_, _DOTS_A_MM))
        return Printed()

    def take(self) -> QImage:
        """The paper that came out last."""
        return self._printed.pop()


def draw(faces: list[CardFace], pictures: Path, first: int) -> None:
    """A card for a phone, and a printed sheet: the page of the PDF as a picture."""
    card, sheet = pictures / f"{first:02d}-card.png", pictures / f"{first + 1:02d}-sheet.png"
    card.write_bytes(cards.picture(faces[0]))
    print(f"{first:3}. a card for a phone: the code, the picture, the first name, a code to type  ({card.name})")
    (page,) = PdfDocument(cards.sheet(faces[:A_SHEET]))
    page.render(scale=_DOTS_A_POINT).to_pil().save(sheet)
    print(f"{first + 1:3}. ten cards on a sheet to print and cut  ({sheet.name})")
