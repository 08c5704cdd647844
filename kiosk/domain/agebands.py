"""The age bands by which a hub counts children, and in which of them somebody is on a day."""

from collections.abc import Iterable
from datetime import date

from kiosk.domain.attendance import ADULT, CHILD
from kiosk.domain.families import Record, Role

BANDS = ((0, 5), (6, 10), (11, 13), (14, 17))  # years, for those who have no setting of their own
NAMES = tuple(f"{low}-{high}" for low, high in BANDS)
_OF_AGE = 18


def band(member: Record, day: date) -> str:
    """ "6-10" and the like on this day, "adult", or "child" where no more is known."""
    if is_grown(member):
        return ADULT
    full = years(member.text("born"), day)
    if full is None:
        return member.text("band") or CHILD
    if full >= _OF_AGE:
        return ADULT
    return next(name for name, (low, high) in zip(NAMES, BANDS, strict=True) if low <= full <= high)


def is_grown(member: Record) -> bool:
    """Whether they are an adult by what they are to the household, whatever their age."""
    return member.text("role") not in ("", Role.CHILD)


def child_with_adult(members: Iterable[Record], day: date) -> bool:
    """Whether these records are of a child and of an adult on a day: nobody is both."""
    return len({band(member, day) == ADULT for member in members}) > 1


def is_adult(member: Record, day: date) -> bool:
    """Whether a child may be handed to them: 18 or more on the day; by their role where no birth date is known."""
    full = years(member.text("born"), day)
    return is_grown(member) if full is None else full >= _OF_AGE


def is_under_age(born: str, day: date) -> bool:
    """Whether who was born then is less than 18; who knows no birth date does not say so."""
    full = years(born, day)
    return full is not None and full < _OF_AGE


def years(born: str, day: date) -> int | None:
    """None where the birth date is not known, or still to come."""
    try:
        birth = date.fromisoformat(born)
    except ValueError:
        return None
    full = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return full if full >= 0 else None
