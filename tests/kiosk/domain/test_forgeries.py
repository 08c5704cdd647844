"""No forged or mutated code is taken: not as a card or a worker's, not as a receipt."""

from random import Random

import pytest

from kiosk.domain import codes, receipts
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.receipts import Receipt
from tests.kiosk.domain.forgeries import GENUINE, forged
from tests.kiosk.domain.signers import KEYS, WIRE


def taken(scanned: str) -> bool:
    """As anything at all, by either reader, with all the keys that a station knows."""
    read = codes.read(scanned, KEYS), receipts.read(scanned, lambda _: [WIRE.public_key()])
    assert all(isinstance(one, Code | Receipt | NotACode) for one in read)
    return not all(isinstance(one, NotACode) for one in read)


def test_the_real_ones_are_taken() -> None:
    assert all(taken(code) for code in GENUINE)


@pytest.mark.parametrize("count", [3_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_no_forged_or_mutated_code_is_taken(count: int) -> None:
    assert [code for code in forged(Random(7), count) if taken(code)] == []
