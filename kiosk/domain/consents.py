"""Who gives a consent: from 14 everybody their own, below that a parent or a guardian (PRODUCT.md); and when it stands.

A record is one giving of it; days are ISO 8601 (kiosk.domain.families).
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from kiosk.domain.families import Record, Role
from kiosk.domain.release import is_of_age


class Means(StrEnum):
    PAPER = "paper"
    SCREEN = "screen"


def gives_their_own(role: str, born: str, day: date) -> bool:
    """Whose day of birth is not known counts as under 14, unless they are an adult to this household."""
    return role not in ("", Role.CHILD) or is_of_age(born, day)


def stands(consents: Iterable[Record], text: str) -> bool:
    """Whether the consent to this text stands: whoever withdrew it did so for all, until it is given on a later day."""
    said = [one for one in consents if one.text("text") == text]
    withdrawn = max((one.text("withdrawn") for one in said), default="")
    standing = [one.text("at")[:10] for one in said if not one.text("withdrawn")]
    return any(not withdrawn or given > withdrawn for given in standing)
