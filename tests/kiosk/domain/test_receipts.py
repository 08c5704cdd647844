"""Receipts: what one says, who can tell that it is genuine, and that nothing else is taken for one."""

from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.domain import codes, keys, receipts
from kiosk.domain.codes import NotACode, Why
from kiosk.domain.receipts import Receipt

STATION, OTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
DAY = date(2026, 12, 1)
CODE = receipts.write(STATION, 7, "redemption-1", DAY, 1250)


def known(kid: bytes) -> list[Ed25519PublicKey]:
    return [STATION.public_key()] if kid == receipts.kid_of(keys.raw_public(STATION)) else []


def test_a_receipt_says_how_much_on_which_day_and_of_which_redemption() -> None:
    said = receipts.read(CODE, known)
    assert isinstance(said, Receipt)
    assert (said.serial, said.day, said.cents) == (7, DAY, 1250)
    assert said.subject == receipts.subject_of("redemption-1")


@pytest.mark.parametrize("cents", [0, 1, 1250, 70_000, receipts.MOST_CENTS])
def test_every_amount_fits_a_code_that_scanners_read(cents: int) -> None:
    code = receipts.write(STATION, 2**32 - 1, "redemption-1", date(2060, 1, 1), cents)
    assert len(code) <= codes.LONGEST
    assert isinstance(receipts.read(code, known), Receipt)


def test_a_receipt_of_a_station_that_nobody_knows_is_not_told_to_be_false() -> None:
    theirs = receipts.write(OTHER, 7, "redemption-1", DAY, 1250)
    assert receipts.read(theirs, known) == NotACode(Why.UNKNOWN_KEY)


def test_what_another_key_signed_under_this_kid_is_forged() -> None:
    assert receipts.read(CODE, lambda _: [OTHER.public_key()]) == NotACode(Why.FORGED)


def test_a_receipt_is_no_card_and_a_card_no_receipt() -> None:
    card = codes.write(STATION, receipts.kid_of(keys.raw_public(STATION)), codes.Kind.CARD, 7, bytes(8), DAY)
    assert receipts.read(card, known) == NotACode(Why.MALFORMED)
    assert isinstance(codes.read(CODE, keys.EMPTY), NotACode)
