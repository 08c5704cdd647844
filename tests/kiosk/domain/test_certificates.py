"""A certificate says which key speaks for a station, and until when."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.domain import certificates, keys
from kiosk.domain.certificates import Certificate
from kiosk.domain.cose import NotVerified
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose
from tests.kiosk.domain.signers import private

WIRE, OTHER, STATION = private(1), private(2), private(9)
ISSUED = datetime(2026, 5, 1, 12, tzinfo=UTC)
NAMED = Certificate("station-1", "hub-1", "desk", keys.raw_public(STATION), ISSUED, ISSUED + timedelta(days=90))
SIGNED = certificates.sign(WIRE, b"\x01", NAMED)


def listed(state: KeyState, purpose: Purpose = Purpose.WIRE) -> KeyList:
    return KeyList(1, (Key(b"\x01", purpose, state, keys.raw_public(WIRE)),))


@pytest.mark.parametrize("state", [KeyState.NEXT, KeyState.CURRENT, KeyState.VERIFY_ONLY])
def test_a_certificate_is_read_as_it_was_signed(state: KeyState) -> None:
    assert certificates.read(SIGNED, listed(state)) == NAMED


@pytest.mark.parametrize(
    ("signed", "known"),
    [
        (SIGNED, listed(KeyState.REVOKED)),
        (SIGNED, listed(KeyState.CURRENT, Purpose.CARDS)),
        (SIGNED, keys.EMPTY),
        (certificates.sign(OTHER, b"\x01", NAMED), listed(KeyState.CURRENT)),
        (SIGNED[:-1], listed(KeyState.CURRENT)),
        (b"", listed(KeyState.CURRENT)),
    ],
)
def test_what_no_wire_key_signed_is_no_certificate(signed: bytes, known: KeyList) -> None:
    with pytest.raises(NotVerified):
        certificates.read(signed, known)


def test_it_is_renewed_after_half_its_life_and_over_at_its_end() -> None:
    half, end = ISSUED + timedelta(days=45), ISSUED + timedelta(days=90)
    second = timedelta(seconds=1)
    assert [NAMED.half_over(moment) for moment in (ISSUED, half - second, half)] == [False, False, True]
    assert [NAMED.over(moment) for moment in (half, end - second, end)] == [False, False, True]
