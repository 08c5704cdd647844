"""The faces of the staff way in, and of who is inside. Data and enums, no words."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.ui.faces import Moment
from kiosk.ui.touch.visit_faces import PadFace


@dataclass(frozen=True)
class DoorFace:
    """`colleagues`: first names of those whose PIN is enough today. Without a pad nobody's PIN is asked for yet."""

    colleagues: tuple[str, ...] = field(repr=False)
    asking: str = field(repr=False)
    pad: PadFace | None


class Sort(StrEnum):
    """What a line of the list is."""

    PERSON = "person"
    COUNTED = "counted"
    GUEST = "guest"
    GROUP = "group"


@dataclass(frozen=True)
class InsideLine:
    """`name` is a first name, with the family's initial where this station knows it. Of a group its leader's."""

    sort: Sort
    name: str = field(repr=False)
    creature: str
    since: str  # "15.02"
    seen: bool  # by a worker
    children: int = 0
    adults: int = 0
    educators: int = 0


@dataclass(frozen=True)
class CountsFace:
    """Everybody stands once in children, adults, educators or unknown."""

    people: int
    children: int
    adults: int
    educators: int
    unknown: int
    groups: int


@dataclass(frozen=True)
class StationHeard:
    name: str
    at: Moment | None  # None: never
    late: bool  # silent for so long that the list may lack somebody


@dataclass(frozen=True)
class InsideFace:
    at: Moment
    counts: CountsFace
    lines: tuple[InsideLine, ...]
    stations: tuple[StationHeard, ...]  # the others of the hub
    whole: bool  # False: somebody may be missing
