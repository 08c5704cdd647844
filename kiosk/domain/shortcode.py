"""The short code of a card: eight characters that somebody types at the desk when no reader is at hand.

It names a serial and opens nothing: who shows it still says who they are. The alphabet is Crockford's without Z, 31
characters that nobody takes for one another, and 31 is a prime: with a weight of its own for every place one wrong
character, and any two that changed places, are always noticed.
"""

from kiosk.domain.people import is_serial

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY"
_BASE = len(_ALPHABET)
_PLACES = 7  # 31^7 is more than the 2^32 serials there are
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1", "Z": "2", "U": "V", " ": "", "-": ""})
_LONGEST = 40  # characters anybody can mean as a code, spaces and hyphens included


def write(serial: int) -> str:
    """As it is printed: two groups of four. Raises ValueError for what is no serial."""
    if not is_serial(serial):
        raise ValueError("no serial")
    digits = [serial // _BASE**place % _BASE for place in reversed(range(_PLACES))]
    text = "".join(_ALPHABET[digit] for digit in [*digits, _check(digits)])
    return f"{text[:4]}-{text[4:]}"


def read(text: str) -> int | None:
    """The serial, however it was typed; None for anything else. Forgives small letters, spaces, O for 0, I for 1."""
    if len(text) > _LONGEST:
        return None
    meant = text.upper().translate(_MEANT)
    if len(meant) != _PLACES + 1 or not set(meant) <= set(_ALPHABET):
        return None
    *digits, check = map(_ALPHABET.index, meant)
    serial = 0
    for digit in digits:
        serial = serial * _BASE + digit
    return serial if check == _check(digits) and is_serial(serial) else None


def _check(digits: list[int]) -> int:
    return sum(place * digit for place, digit in enumerate(digits, start=2)) % _BASE
