"""Codes are read out of a grey picture, and nothing that is not a picture hurts."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.devices.decoding import LARGEST, MOST, codes_in
from tests.kiosk.devices.pictures import HIGH, WIDE, grey, seen

CODE = "WM1" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 5


def test_a_code_is_read_as_the_bytes_it_holds() -> None:
    assert codes_in(grey(seen(CODE)), WIDE, HIGH, WIDE) == (CODE.encode(),)


def test_two_codes_in_one_picture_are_both_read() -> None:
    assert sorted(codes_in(grey(seen("WM1AAAAAA", "WM1BBBBBB")), WIDE, HIGH, WIDE)) == [b"WM1AAAAAA", b"WM1BBBBBB"]


def test_a_picture_without_a_code_holds_none() -> None:
    assert codes_in(grey(seen()), WIDE, HIGH, WIDE) == ()


def test_rows_may_be_longer_than_the_picture_is_wide() -> None:
    rows = grey(seen(CODE))
    padded = b"".join(rows[at : at + WIDE] + b"\xaa" * 64 for at in range(0, len(rows), WIDE))
    assert codes_in(padded, WIDE, HIGH, WIDE + 64) == (CODE.encode(),)


def test_the_last_row_needs_no_padding() -> None:
    rows = grey(seen(CODE))
    padded = b"".join(rows[at : at + WIDE] + b"\xaa" * 64 for at in range(0, len(rows), WIDE))
    assert codes_in(padded[:-64], WIDE, HIGH, WIDE + 64) == (CODE.encode(),)


def test_brightness_between_colours_is_read_in_place() -> None:
    packed = bytearray(b"\x80" * (2 * WIDE * HIGH))
    packed[0::2] = grey(seen(CODE))
    assert codes_in(packed, WIDE, HIGH, 2 * WIDE, 2) == (CODE.encode(),)


def test_other_kinds_of_code_are_not_read() -> None:
    made = zxingcpp.create_barcode("WM1AAAAAA", zxingcpp.BarcodeFormat.DataMatrix)
    drawn = zxingcpp.write_barcode_to_image(made, scale=8)
    high, wide = drawn.shape[:2]
    assert zxingcpp.read_barcodes(drawn)
    assert codes_in(bytes(drawn), wide, high, wide) == ()  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("width", "height", "stride", "step"),
    [
        (WIDE, HIGH, WIDE - 1, 1),  # rows run into one another
        (WIDE, HIGH + 1, WIDE, 1),  # a row more than there is
        (WIDE, HIGH, WIDE, 2),
        (0, HIGH, WIDE, 1),
        (WIDE, -1, WIDE, 1),
        (WIDE, HIGH, -WIDE, 1),
        (WIDE, HIGH, WIDE, 0),
        (LARGEST + 1, 1, LARGEST + 1, 1),
        (1, LARGEST + 1, 1, 1),
        (2**40, 2**40, 2**40, 1),
        (1, 2, 2**62, 1),
    ],
)
def test_what_can_not_be_a_picture_holds_none(width: int, height: int, stride: int, step: int) -> None:
    assert codes_in(grey(seen(CODE)), width, height, stride, step) == ()


@given(st.binary(max_size=4000), st.integers(-2, 80), st.integers(-2, 80), st.integers(-2, 200), st.integers(-1, 5))
@settings(max_examples=200, deadline=None)
def test_any_bytes_of_any_size_are_answered(data: bytes, width: int, height: int, stride: int, step: int) -> None:
    assert len(codes_in(data, width, height, stride, step)) <= MOST
