"""Cards on paper: the right size, a QR that a reader reads, the name and the short code, and nothing else."""

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.people import CREATURES
from kiosk.papers import cards
from kiosk.papers.cards import HIGH, WIDE, CardFace
from kiosk.ui.shell import add_fonts
from tests.kiosk.papers.reading import codes, pages, sizes, texts

CODE = "WM1" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 4 + "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[:28]
AMINA = CardFace(CODE, "4A7K-2M9P", "Amina", "Amina", "fox")


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    add_fonts()


def drawn(png: bytes) -> QImage:
    return QImage.fromData(QByteArray(png)).convertToFormat(QImage.Format.Format_Grayscale8)


def test_the_qr_of_the_picture_for_a_phone_is_read_back() -> None:
    assert codes(drawn(cards.picture(AMINA))) == [CODE]


def test_it_is_read_as_small_as_a_cheap_camera_sees_it() -> None:
    assert codes(drawn(cards.picture(AMINA, dots_per_mm=4.0))) == [CODE]


def test_a_card_is_as_large_as_a_bank_card() -> None:
    assert sizes(cards.single(AMINA)) == [pytest.approx((WIDE, HIGH), abs=0.3)]


@pytest.mark.parametrize(("number", "sheets"), [(1, 1), (10, 1), (11, 2), (30, 3)])
def test_a_sheet_is_a4_and_holds_ten(number: int, sheets: int) -> None:
    assert sizes(cards.sheet([AMINA] * number)) == [pytest.approx((210, 297), abs=0.3)] * sheets


def test_all_ten_of_a_printed_sheet_are_read_back() -> None:
    ten = [CODE[:-1] + str(number) for number in range(10)]
    (sheet,) = pages(cards.sheet([CardFace(code, "4A7K-2M9P", "Amina", "Amina", "fox") for code in ten]))
    assert sorted(codes(sheet)) == ten


def test_the_same_card_printed_again_is_the_same() -> None:
    assert cards.picture(AMINA) == cards.picture(AMINA)


def test_a_blank_has_its_code_and_nobodys_name() -> None:
    assert codes(drawn(cards.picture(CardFace(CODE, "4A7K-2M9P")))) == [CODE]


def test_a_card_says_the_first_name_and_the_short_code_and_nothing_else() -> None:
    pdf = cards.single(CardFace(CODE, "4A7K-2M9P", "Zoraide", "Zoraide", "owl"))
    (said,) = texts(pdf)
    assert set(said.split()) == {"Zoraide", "4A7K-2M9P"}
    told = PdfDocument(pdf).get_metadata_dict(skip_empty=True)
    assert "Zoraide" not in str(told)
    assert told.keys() <= {"Producer", "CreationDate", "ModDate"}


def ink(image: QImage, box: QRectF) -> list[tuple[int, int]]:
    """The dark dots in a box that is given in millimetres."""
    scale = image.width() / WIDE
    left, top, right, bottom = (round(side * scale) for side in box.getCoords())  # type: ignore[attr-defined]
    return [(x, y) for x in range(left, right) for y in range(top, bottom) if image.pixelColor(x, y).lightness() < 90]


@pytest.mark.parametrize(
    "name",
    [
        "Amina",
        "Maria Antonietta Wilhelmina",
        "Massimiliano-Alessandro",
        "أمينة",
        "عبد الرحمن",
        "Олександра",
        "Ștefăniță",
        "Đặng",
        "Ërëza",
        "赟镕",
        "欧阳娜娜",
        "සමන්ත",
        "রহিমা খাতুন",
    ],
)
def test_no_name_is_cut_by_the_edge_of_the_card(name: str) -> None:
    image = drawn(cards.picture(CardFace(CODE, "4A7K-2M9P", name, name, "cat")))
    assert ink(image, QRectF(51, 29, 31, 11))
    assert not ink(image, QRectF(82.5, 2, 1.5, 50))
    assert not ink(image, QRectF(48.5, 2, 1.5, 50))


@pytest.mark.parametrize("name", ["李雷", "සමන්", "রহিম", "أمينة", "Ярослава"])
def test_a_name_stands_in_its_own_script(name: str) -> None:
    own = CardFace(CODE, "4A7K-2M9P", name, "Lei", "cat")
    assert cards.picture(own) != cards.picture(CardFace(CODE, "4A7K-2M9P", "Lei", "Lei", "cat"))


@pytest.mark.parametrize("name", ["ኣብርሃም", "தமிழ்", "ⵣⵉⵔⵉ"])
def test_a_name_no_font_of_ours_can_write_stands_in_its_latin_form(name: str) -> None:
    own = CardFace(CODE, "4A7K-2M9P", name, "Lei", "cat")
    assert cards.picture(own) == cards.picture(CardFace(CODE, "4A7K-2M9P", "Lei", "Lei", "cat"))


def test_every_picture_is_another_one() -> None:
    assert len({cards.picture(CardFace(CODE, "", "", "", creature), 4.0) for creature in CREATURES}) == len(CREATURES)
