"""A card on the screen: its code to be photographed with a phone, and typed where no reader is at hand."""

from dataclasses import dataclass, field

from kiosk.domain import shortcode
from kiosk.papers import qr
from kiosk.ui.desk.families import Named


@dataclass(frozen=True)
class QrFace:
    """A QR drawn as one path: `size` modules a side, `path` in SVG path syntax with one unit a module."""

    size: int
    path: str = field(repr=False)


@dataclass(frozen=True)
class CardPaperFace:
    """`qr` is None where the code is not at this station: the card was given out elsewhere."""

    household: str
    who: Named
    serial: int
    short: str = field(repr=False)
    qr: QrFace | None


def derive(household: str, who: Named, serial: int, code: str) -> CardPaperFace:
    drawn = qr.draw(code) if code else None
    return CardPaperFace(
        household, who, serial, shortcode.write(serial), QrFace(drawn.size, drawn.path) if drawn else None
    )
