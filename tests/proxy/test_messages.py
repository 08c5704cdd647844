"""A stream is cut into the same messages in whatever portions it comes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.proxy.messages import Messages, Part, Piece, field

CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n1\r\nd\r\n0\r\nDigest: x\r\n\r\n"
SIZED = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nabcd"
INTERIM = b"HTTP/1.1 100 Continue\r\n\r\n"
EMPTY = b"HTTP/1.1 204 No Content\r\n\r\n"
OPEN = b"HTTP/1.1 200 OK\r\n\r\nabcd"


def taken(messages: Messages, stream: bytes, cuts: list[int]) -> list[Piece]:
    marks = [0, *sorted(cut % (len(stream) + 1) for cut in cuts), len(stream)]
    pieces = []
    for start, end in pairwise(marks):
        messages.add(stream[start:end])
        while piece := messages.take():
            pieces.append(piece)
    return [*pieces, messages.end()]


@given(st.lists(st.integers(min_value=0)))
def test_answers_are_told_apart(cuts: list[int]) -> None:
    stream = SIZED + INTERIM + CHUNKED + EMPTY + OPEN
    pieces = taken(Messages(answers=True), stream, cuts)
    assert b"".join(piece.data for piece in pieces) == stream
    assert b"".join(piece.data for piece in pieces if piece.part is Part.BODY) == b"abcd" * 3
    assert [piece.data for piece in pieces if piece.part is Part.HEAD][2] == EMPTY
    assert sum(piece.last for piece in pieces) == 4


@given(st.lists(st.integers(min_value=0)))
def test_requests_are_told_apart(cuts: list[int]) -> None:
    stream = b"GET / HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab" * 2
    pieces = taken(Messages(), stream, cuts)
    assert b"".join(piece.data for piece in pieces) == stream
    assert sum(piece.last for piece in pieces) == 4
    assert not pieces[-1].last


@given(st.binary(), st.booleans())
def test_any_bytes_come_out_as_they_went_in(stream: bytes, answers: bool) -> None:
    pieces = taken(Messages(answers=answers), stream, [])
    assert b"".join(piece.data for piece in pieces) == stream


@pytest.mark.parametrize("broken", [SIZED[:-1], SIZED[:20], CHUNKED[:-2], CHUNKED[:-30]])
def test_a_message_that_broke_off_has_no_last_piece(broken: bytes) -> None:
    pieces = taken(Messages(answers=True), broken, [])
    assert b"".join(piece.data for piece in pieces) == broken
    assert not any(piece.last for piece in pieces)


def test_an_answer_to_head_has_no_body() -> None:
    messages = Messages(answers=True)
    messages.expect(to_head=True)
    assert taken(messages, SIZED[:-4], [])[0].last


@pytest.mark.parametrize(
    "strange", [b"\x16\x03\x01", b"SSH-2.0", b"G\x00", b"GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\nab"]
)
def test_what_is_no_http_lasts_until_the_end(strange: bytes) -> None:
    messages = Messages()
    pieces = taken(messages, strange, [])
    assert messages.raw
    assert [piece.last for piece in pieces] == [False] * (len(pieces) - 1) + [True]


def test_a_header_is_found_whatever_its_case() -> None:
    assert field(SIZED, b"Content-Length") == b"4"
    assert field(SIZED, b"Content") == b""
