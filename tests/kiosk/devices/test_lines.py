"""Bytes of a serial line are cut into payloads, however they arrive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.lines import LONGEST, NOTHING, Begun, Dropped, Fact, Payload, more, silence

CODE = b"WM1ABC"


def told(*parts: bytes) -> list[Fact]:
    """The facts of bytes that come in these parts, with silence after them."""
    line, facts = NOTHING, list[Fact]()
    for part in parts:
        line, said = more(line, part)
        facts += said
    return [*facts, *silence(line)]


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\n\n", b""])
def test_a_code_is_ended_by_a_terminator_or_by_silence(end: bytes) -> None:
    assert told(CODE + end) == [Begun(), Payload(CODE)]


def test_a_code_that_comes_in_pieces_is_one() -> None:
    assert told(b"W", b"M1A", b"BC\r", b"\n") == [Begun(), Payload(CODE)]


def test_two_codes_in_one_piece_are_two() -> None:
    assert told(CODE + b"\r\n" + CODE + b"\r\n") == [Begun(), Payload(CODE)] * 2


def test_ends_alone_are_nothing() -> None:
    assert told(b"\r\n\r\n") == []


def test_the_longest_payload_is_still_one() -> None:
    assert told(b"9" * LONGEST + b"\r") == [Begun(), Payload(b"9" * LONGEST)]


def test_junk_without_end_is_dropped_and_does_not_grow() -> None:
    line = NOTHING
    for _ in range(100):
        line, _said = more(line, b"9" * 1000)
        assert len(line.held) <= LONGEST
    assert silence(line) == (Dropped(),)


def test_after_junk_the_next_code_is_read() -> None:
    assert told(b"9" * (LONGEST + 1), b"999\r" + CODE + b"\r") == [Begun(), Dropped(), Begun(), Payload(CODE)]


def test_no_code_is_shown_by_what_is_logged_of_it() -> None:
    assert "WM1" not in repr(told(CODE)) + repr(more(NOTHING, CODE)[0])


@given(st.lists(st.binary(max_size=40), max_size=12))
def test_where_the_bytes_are_cut_makes_no_difference(parts: list[bytes]) -> None:
    assert told(*parts) == told(b"".join(parts))
