"""gzip in pieces: what was compressed once is sent many times, behind a head that is new each time.

A piece is raw deflate data that ends at a byte and refers to nothing before it, so that pieces stand beside one another
in one ordinary gzip member (RFC 1952), which every client reads. Its checksum is joined from those of the pieces.
"""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = bytes.fromhex("1f8b08000000000000ff")  # no name, no time
_END = b"\x03\x00"  # a last, empty block
_LEVEL = 6
_RAW = -15  # zlib's window bits for data without a wrapper


@dataclass(frozen=True)
class Packed:
    """`length` and `crc` (CRC-32) are of the bytes before compression."""

    deflated: bytes
    length: int
    crc: int


def pack(content: bytes) -> Packed:
    deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    deflated = deflating.compress(content) + deflating.flush(zlib.Z_FULL_FLUSH)
    return Packed(deflated, len(content), zlib.crc32(content))


def unpack(packed: Packed) -> bytes:
    return zlib.decompressobj(_RAW).decompress(packed.deflated)


def gzipped(pieces: Sequence[Packed]) -> bytes:
    """The pieces, one after the other, as one gzip member."""
    crc = 0
    for piece in pieces:
        crc = _joined(crc, piece)
    length = sum(piece.length for piece in pieces) & 0xFFFFFFFF
    return b"".join([_HEAD, *(piece.deflated for piece in pieces), _END, struct.pack("<II", crc, length)])


def _joined(crc: int, piece: Packed) -> int:
    """The CRC-32 of what `crc` stands for and the piece after it.

    crc(A, B) as a function of crc(A) and B is affine, so it is the sum of what either gives beside zeros.
    """
    if not crc:
        return piece.crc
    zeros = bytes(piece.length)
    return zlib.crc32(zeros, crc) ^ zlib.crc32(zeros) ^ piece.crc
