import gzip
import zlib

from hypothesis import given
from hypothesis import strategies as st

from central import packing


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_pieces_beside_one_another_are_one_gzip_file(contents: list[bytes]) -> None:
    packed = packing.gzipped([packing.pack(content) for content in contents])
    assert gzip.decompress(packed) == b"".join(contents)


def test_it_is_one_member_for_clients_that_read_no_more() -> None:
    packed = packing.gzipped([packing.pack(b"head\n"), packing.pack(b"lines\n" * 1000)])
    unpacking = zlib.decompressobj(31)
    assert unpacking.decompress(packed) == b"head\n" + b"lines\n" * 1000
    assert (unpacking.eof, unpacking.unused_data) == (True, b"")


@given(st.binary(max_size=300))
def test_a_piece_can_be_unpacked_alone(content: bytes) -> None:
    assert packing.unpack(packing.pack(content)) == content


def test_a_large_piece_is_checked_too() -> None:
    contents = [bytes([number % 251 for number in range(200_000)]), b"x" * 70_000, b"", b"end"]
    assert gzip.decompress(packing.gzipped([packing.pack(one) for one in contents])) == b"".join(contents)
