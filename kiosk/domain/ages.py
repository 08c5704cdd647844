"""How old somebody is on a day, and whether they count as a child or as an adult."""

from collections.abc import Iterable
from datetime import date

from kiosk.domain.attendance import ADULT
from kiosk.domain.families import Record, Role

OF_AGE = 18  # years


def years(born: str, day: date) -> int | None:
    """None where the birth date is not known, or still to come."""
    try:
        birth = date.fromisoformat(born)
    except ValueError:
        return None
    full = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return full if full >= 0 else None


def is_adult(member: Record, day: date) -> bool:
    """By what they are to the household, else by their age; of whom nothing is known is a child."""
    if member.text("role") not in ("", Role.CHILD):
        return True
    full = years(member.text("born"), day)
    return full >= OF_AGE if full is not None else member.text("band") == ADULT


def child_with_adult(members: Iterable[Record], day: date) -> bool:
    """Whether these records are of a child and of an adult: nobody is both."""
    return len({is_adult(member, day) for member in members}) > 1
