"""JSON on the wire, and the one way to say that bytes are not ours."""

import json
import re
from collections.abc import Mapping
from typing import Any

MOST_PARTS = 100_000  # values in one JSON text: read, they take up to 200 bytes each, however short they were sent
_HALF_A_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


class NotTheWire(Exception):
    """The bytes do not come from central, or not whole: a captive portal's page, a cut, another epoch."""


def canonical(data: Mapping[str, Any]) -> str:
    """The one text of a record's data: central keeps it, feeds it and marks it as it is."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def dump(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def load(content: bytes) -> object:
    """The JSON, or None where it is none, or one of more than MOST_PARTS.

    Half a surrogate pair is none: no store and no hash can take it.
    """
    if parts(content) > MOST_PARTS:
        return None
    try:
        text = content.decode()
        value: object = json.loads(text)
        if _HALF_A_PAIR.search(text):
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return value


def parts(content: bytes) -> int:
    """No fewer than there are values in this JSON, but for the outermost; counted without reading it."""
    return content.count(b",") + content.count(b"[") + content.count(b"{")


def are_whole(*numbers: int) -> bool:
    """What a store can hold; true and false are not numbers here."""
    return all(type(number) is int and 0 <= number < 2**63 for number in numbers)


def unhex(text: str) -> bytes:
    """Raises NotTheWire."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise NotTheWire("not hexadecimal") from None
