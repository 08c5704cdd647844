"""Request bodies, bounded before and after they are inflated."""

import asyncio
import zlib

from fastapi import Request

from central.api.errors import refusal

LARGEST = 4_000_000  # bytes, as sent and as inflated
_PATIENCE = 120  # seconds from the first byte to the last: a station waits no longer for the answer either
_GZIP = 31  # zlib's window bits for a gzip wrapper


async def raw(request: Request) -> bytes:
    """The body as sent; 413 as soon as it is too large, 408 when it is too long in coming."""
    try:
        async with asyncio.timeout(_PATIENCE):
            return await _whole(request)
    except TimeoutError:
        raise refusal(408, "too_slow") from None


async def _whole(request: Request) -> bytes:
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            raise refusal(413, "too_large")
    return bytes(content)


def inflated(content: bytes, encoding: str) -> bytes:
    """The body without its content encoding (none or gzip); 413, 415 or 400 when that cannot be."""
    if encoding in ("", "identity"):
        return content
    if encoding != "gzip":
        raise refusal(415, "content_encoding")
    unzip = zlib.decompressobj(_GZIP)
    try:
        plain = unzip.decompress(content, LARGEST + 1)
    except zlib.error:
        raise refusal(400, "not_gzip") from None
    if len(plain) > LARGEST:
        raise refusal(413, "too_large")
    if not unzip.eof or unzip.unused_data:
        raise refusal(400, "not_gzip")
    return plain
