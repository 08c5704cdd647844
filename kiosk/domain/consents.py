"""Who gives a consent: from 14 everybody their own, below that a parent or a guardian (PRODUCT.md)."""

from datetime import date
from enum import StrEnum

from kiosk.domain.families import Role
from kiosk.domain.release import is_of_age


class Means(StrEnum):
    PAPER = "paper"
    SCREEN = "screen"


def gives_their_own(role: str, born: str, day: date) -> bool:
    """Whose day of birth is not known counts as under 14, unless they are an adult to this household."""
    return role not in ("", Role.CHILD) or is_of_age(born, day)
