"""A receipt says what a voucher paid, out of which funds and what is left to pay; its code is read back."""

from datetime import date, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pytestqt.qtbot import QtBot

from kiosk.clock import ROME
from kiosk.domain import receipts
from kiosk.papers import paper, receipt, words
from kiosk.papers.money import euros
from kiosk.papers.paper import Paper
from kiosk.papers.receipt import Receipt, on_a6, on_roll
from kiosk.papers.slip import DOTS_PER_MM
from kiosk.ui.shell import add_fonts
from tests.kiosk.papers.reading import codes, texts

KEY = Ed25519PrivateKey.generate()
CODE = receipts.write(KEY, 4_000_000_000, "redemption", date(2026, 12, 1), 70_000)
PAID = Receipt(
    hub="Casa di Prova",
    at=datetime(2026, 12, 1, 10, 42, tzinfo=ROME),
    price=2000,
    funds=(("Stato", 1000), ("Città", 250)),
    codes=(CODE,),
    activity="Nuoto",
    provider="Piscina di Prova",
    first_name="Amina",
)


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


def made(language: str, size: str) -> Paper:
    said = words.load(language).receipt
    return on_roll(PAID, said) if size == "roll" else on_a6(PAID, said)


@pytest.mark.parametrize("size", ["roll", "a6"])
@pytest.mark.parametrize("language", ["it", "ar"])
def test_its_code_is_read_back_as_the_printers_dots_show_it(language: str, size: str) -> None:
    assert codes(paper.picture(made(language, size), DOTS_PER_MM)) == [CODE]


@pytest.mark.parametrize("size", ["roll", "a6"])
def test_it_says_every_amount_and_by_whom_it_is_paid(size: str) -> None:
    (said,) = texts(paper.pdf(made("it", size)))
    for text in ("Nuoto", "Piscina di Prova", "Amina", "Stato", "20,00", "12,50", "10,00", "2,50", "7,50"):
        assert text in said, text


def test_of_two_vouchers_each_has_its_code() -> None:
    other = receipts.write(KEY, 8, "another", date(2026, 12, 1), 1)
    both = receipt.Receipt(**{**vars(PAID), "codes": (CODE, other)})
    said = words.load("it").receipt
    assert sorted(codes(paper.picture(on_roll(both, said), DOTS_PER_MM))) == sorted([CODE, other])
    assert codes(paper.picture(on_a6(both, said), DOTS_PER_MM, page=1)) == [other]


def test_money_is_written_as_people_read_it() -> None:
    plain = euros(123_456_78).translate(dict.fromkeys(range(0x2000, 0x2070)))
    assert plain == "€ 123.456,78"
