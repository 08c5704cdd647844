"""Whether two persons may be the same human, registered twice: by their names in any script, and their birth dates."""

import hashlib
from datetime import date
from enum import StrEnum

from kiosk.domain import finding
from kiosk.domain.agebands import child_with_adult
from kiosk.domain.families import Record

TWINS = "twins"  # as what it is kept that two are not the same


class Alike(StrEnum):
    """By what; the surest first."""

    NAMES_AND_BIRTH = "names_and_birth"
    NAMES = "names"  # of one or both the birth date is not known


def forms(member: Record) -> frozenset[str]:
    """What a member is called, however it is written and in whatever order: in Latin letters, and as they write it.

    A single word says too little; with a birth date it is one that only the same day fits.
    """
    written = (member.text("latin"), f"{member.text('given')} {member.text('family')}")
    return frozenset(form for name in written if (form := _form(name, member.text("born"))))


def _form(name: str, born: str) -> str:
    words = sorted(finding.folded(name).split())
    return " ".join(words if len(words) > 1 else [*words, born] if words and born else [])


def alike(one: Record, other: Record, day: date) -> Alike | None:
    """None for two who are not: other names, another birth date, a child and an adult."""
    births = [record.text("born") for record in (one, other)]
    if not forms(one) & forms(other) or child_with_adult((one, other), day):
        return None
    if not all(births):
        return Alike.NAMES
    return Alike.NAMES_AND_BIRTH if births[0] == births[1] else None


def pair_name(one: str, other: str) -> str:
    """What two persons' pair is called, whichever comes first. It does not say who they are: it may outlive them."""
    return hashlib.sha256("/".join(sorted((one, other))).encode()).hexdigest()[:32]
