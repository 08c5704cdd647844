"""A new family is being typed: what a day that was typed means, who is here already under such a name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.domain.agebands import years
from kiosk.domain.consents import gives_their_own
from kiosk.domain.families import Role
from kiosk.domain.typed import born
from kiosk.ui.desk.families import HitLine, hit_lines
from kiosk.usecases.find_family import Hit

MOST_ALIKE = 3


class Meant(StrEnum):
    DAY = "day"
    BAND = "band"
    UNKNOWN = "unknown"  # nothing typed: under 14
    NO = "no"


@dataclass(frozen=True)
class BornSaid:
    """How a day of birth is understood. `own`: from 14 a person gives their own consent."""

    meant: Meant
    day: str = field(default="", repr=False)
    band: str = ""
    age: int = -1
    own: bool = False


@dataclass(frozen=True)
class NewFamilyFace:
    """`asked` is what is typed in one field, `born` and `alike` what it means as a day and as a name."""

    asked: str = field(repr=False)
    born: BornSaid
    alike: tuple[HitLine, ...]
    consent_text: str


def derive(asked: str, alike: Sequence[Hit], consent_text: str, day: date) -> NewFamilyFace:
    return NewFamilyFace(asked, born_said(asked, day), hit_lines(alike[:MOST_ALIKE], day), consent_text)


def born_said(typed: str, day: date) -> BornSaid:
    said = born(typed, day)
    if said is None:
        return BornSaid(Meant.NO)
    if said.day:
        own = gives_their_own(Role.CHILD, said.day, day)
        return BornSaid(Meant.DAY, said.day, age=years(said.day, day) or 0, own=own)
    return BornSaid(Meant.BAND, band=said.band) if said.band else BornSaid(Meant.UNKNOWN)
