"""A station trusts the keys that its pinned root certified, and no others."""

import re

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import cose, keys
from kiosk.domain.cose import NotVerified
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose
from tests.kiosk.domain.signers import CARDS, KEYS, OTHER_ROOT, ROOT

PINNED = keys.raw_public(ROOT)
SIGNED = keys.sign_list(ROOT, KEYS)

any_key = st.builds(
    Key, st.binary(max_size=8), st.sampled_from(Purpose), st.sampled_from(KeyState), st.binary(min_size=32, max_size=32)
)


def by_root(content: object) -> bytes:
    """Signed by the root, whatever it says."""
    return cose.sign1(ROOT, keys.ROOT_KID, keys.LIST_CONTEXT, cbor2.dumps(content, canonical=True))


@given(st.integers(0, 2**63), st.lists(any_key, max_size=5))
@settings(max_examples=50, deadline=None)
def test_a_list_signed_by_the_root_opens(number: int, held: list[Key]) -> None:
    made = KeyList(number, tuple(held))
    assert keys.open_list(keys.sign_list(ROOT, made), PINNED) == made


def test_a_list_signed_by_another_root_does_not_open() -> None:
    with pytest.raises(NotVerified, match="signature"):
        keys.open_list(keys.sign_list(OTHER_ROOT, KEYS), PINNED)


def test_a_list_signed_by_a_key_of_the_list_does_not_open() -> None:
    content = cose.peek(SIGNED)[1]
    with pytest.raises(NotVerified, match="unknown key"):
        keys.open_list(cose.sign1(CARDS, b"c2", keys.LIST_CONTEXT, content), PINNED)


def test_what_the_root_signed_for_something_else_is_no_list() -> None:
    content = cose.peek(SIGNED)[1]
    with pytest.raises(NotVerified, match="signature"):
        keys.open_list(cose.sign1(ROOT, keys.ROOT_KID, "wishmi/update/1", content), PINNED)


def test_a_list_with_one_changed_byte_does_not_open() -> None:
    for place in range(len(SIGNED)):
        changed = bytearray(SIGNED)
        changed[place] ^= 0x01
        with pytest.raises(NotVerified):
            keys.open_list(bytes(changed), PINNED)


@pytest.mark.parametrize(
    "content",
    [
        [1, [[b"k", "sweets", "current", bytes(32)]]],
        [1, [[b"k", "cards", "forgotten", bytes(32)]]],
        [1, [[b"k", "cards", "current", bytes(31)]]],
        [1, [["k", "cards", "current", bytes(32)]]],
        [1, [[b"k", "cards", "current"]]],
        [1, [b"k"]],
        ["1", []],
        [1],
        [1, [], 2],
        {},
        None,
    ],
)
def test_a_list_that_says_what_this_version_does_not_know_is_refused(content: object) -> None:
    with pytest.raises(NotVerified):
        keys.open_list(by_root(content), PINNED)


@given(st.binary(max_size=80))
@settings(max_examples=200, deadline=None)
def test_what_is_no_list_is_never_opened(data: bytes) -> None:
    with pytest.raises(NotVerified):
        keys.open_list(data, PINNED)


def test_a_key_is_found_by_its_name_and_its_purpose() -> None:
    found = KEYS.find(b"w1", Purpose.WIRE)
    assert found is not None
    assert found.purpose is Purpose.WIRE
    assert KEYS.find(b"w1", Purpose.CARDS) is None
    assert KEYS.find(b"w1", Purpose.CARDS, Purpose.WIRE) == found
    assert KEYS.find(b"nobody", *Purpose) is None
    assert KEYS.find(b"w1") is None
    assert keys.EMPTY.find(b"w1", Purpose.WIRE) is None


def test_a_fingerprint_is_sixteen_characters_to_compare_by_eye() -> None:
    assert re.fullmatch("[0-9a-f]{16}", keys.fingerprint(PINNED))
    assert keys.fingerprint(bytes(32)) == "66687aadf862bd77"  # the beginning of SHA-256 of 32 zero bytes
    assert keys.fingerprint(PINNED) != keys.fingerprint(keys.raw_public(OTHER_ROOT))


def test_a_public_key_is_its_32_bytes() -> None:
    key = KEYS.keys[0]
    assert key.public_key().public_bytes_raw() == key.public == CARDS.public_key().public_bytes_raw()
