"""When a consent stands. A record is one giving of it; days are ISO 8601 (kiosk.domain.families)."""

from collections.abc import Iterable

from kiosk.domain.families import Record


def stands(consents: Iterable[Record], text: str) -> bool:
    """Whether the consent to this text stands: whoever withdrew it did so for all, until it is given on a later day."""
    said = [one for one in consents if one.text("text") == text]
    withdrawn = max((one.text("withdrawn") for one in said), default="")
    standing = [one.text("at")[:10] for one in said if not one.text("withdrawn")]
    return any(not withdrawn or given > withdrawn for given in standing)
