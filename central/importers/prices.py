"""Prices in euro as people write them, in cents. What could mean two things, or is more than one price, is None."""

import re

from central.importers.times import plain

_LONGEST = 30  # characters
_FREE = {"gratis", "gratuito", "gratuita", "gratuiti", "libero", "ingresso libero", "ingresso gratuito", "free"}
_EURO = r"(?:€|eur|euro)"
_PRICE = re.compile(rf"{_EURO}? ?(\d{{1,6}}|\d{{1,3}}(?:\.\d{{3}})+(?=,))(?:[.,](\d{{1,2}}|-))? ?{_EURO}?(?:,-)?")


def cents(text: str) -> int | None:
    """ "5", "€ 5,00", "1.200,00 euro", "gratis". "1.200" alone is None."""
    text = plain(text) if len(text) <= _LONGEST else ""
    if text in _FREE:
        return 0
    found = _PRICE.fullmatch(text)
    if not found:
        return None
    after = (found[2] or "").replace("-", "")
    return int(found[1].replace(".", "")) * 100 + int(after.ljust(2, "0") or 0)
