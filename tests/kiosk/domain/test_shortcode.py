"""The short code of a card: read however it is typed, and never as another's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import shortcode

SERIALS = st.integers(0, 2**32 - 1)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"


@given(SERIALS)
def test_what_is_written_is_read(serial: int) -> None:
    assert shortcode.read(shortcode.write(serial)) == serial


@given(SERIALS)
def test_it_is_two_groups_of_four_without_characters_that_look_alike(serial: int) -> None:
    first, second = shortcode.write(serial).split("-")
    assert (len(first), len(second)) == (4, 4)
    assert set(first + second) <= set(ALPHABET)


@given(SERIALS, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(serial: int, place: int, other: str) -> None:
    code = shortcode.write(serial).replace("-", "")
    typed = code[:place] + other + code[place + 1 :]
    assert shortcode.read(typed) == (serial if typed == code else None)


@given(SERIALS, st.integers(0, 7), st.integers(0, 7))
def test_two_that_changed_places_are_always_noticed(serial: int, one: int, other: int) -> None:
    code = list(shortcode.write(serial).replace("-", ""))
    typed = code.copy()
    typed[one], typed[other] = typed[other], typed[one]
    assert shortcode.read("".join(typed)) == (serial if typed == code else None)


@given(SERIALS)
def test_it_may_be_typed_small_without_the_hyphen_and_with_letters_for_digits(serial: int) -> None:
    code = shortcode.write(serial)
    assert shortcode.read(f"  {code.replace('-', ' ').lower()} ") == serial
    assert shortcode.read(code.replace("0", "o").replace("1", "l").replace("2", "z")) == serial


@given(st.text(max_size=60))
def test_whatever_is_typed_never_raises(text: str) -> None:
    read = shortcode.read(text)
    assert read is None or 0 <= read < 2**32


@pytest.mark.parametrize("text", ["", "0000-000", "0000-0000-0", "YYYY-YYYY", "٠٠٠٠-٠٠٠٠", "0" * 10_000])
def test_what_is_no_code_is_none(text: str) -> None:
    assert shortcode.read(text) is None


@pytest.mark.parametrize("number", [-1, 2**32, True])
def test_what_is_no_serial_has_no_code(number: int) -> None:
    with pytest.raises(ValueError, match="no serial"):
        shortcode.write(number)
