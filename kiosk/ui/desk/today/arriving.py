"""Somebody arrives at the desk: looked for, chosen from a household, counted, a guest, a group."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from kiosk.domain.agebands import NAMES
from kiosk.domain.attendance import ADULT
from kiosk.ui.desk.today.leaving import PersonLine, line
from kiosk.usecases.find_family import Hit
from kiosk.usecases.known import Known
from kiosk.usecases.walk_in import Home


@dataclass(frozen=True)
class HitLine:
    """A person as one household knows them; `home` is what that household is called."""

    person: PersonLine
    household: str
    home: str = field(repr=False)
    adult: bool
    here: bool


@dataclass(frozen=True)
class ArriveFace:
    text: str = field(repr=False)
    hits: tuple[HitLine, ...] = ()


@dataclass(frozen=True)
class Tile:
    person: PersonLine
    adult: bool
    here: bool
    chosen: bool  # to begin with


@dataclass(frozen=True)
class FamilyFace:
    """`source` says to whom it is answered: a card that was shown, or a household that was found."""

    source: str
    tiles: tuple[Tile, ...]
    adults: int  # without a name, to begin with


@dataclass(frozen=True)
class CountFace:
    bands: tuple[str, ...]


@dataclass(frozen=True)
class GuestFace:
    """`name` as it was typed where somebody was looked for; `days` until it is deleted."""

    name: str = field(repr=False)
    bands: tuple[str, ...]
    days: int


@dataclass(frozen=True)
class GroupFace:
    """`leader` is whose card was scanned, or who was found; `card`, that a card was scanned which nobody knows here."""

    bands: tuple[str, ...]
    text: str = field(default="", repr=False)
    hits: tuple[HitLine, ...] = ()
    leader: PersonLine | None = None
    card: str = field(default="", repr=False)


def hits(
    found: Sequence[Hit], known: Mapping[str, Known], homes: Mapping[str, str], here: Set[str]
) -> tuple[HitLine, ...]:
    """`homes` names the households; `here`, who is inside."""
    return tuple(_hit(hit, known[hit.person], homes, here) for hit in found if hit.person in known)


def family(home: Home, source: str, asked: str) -> FamilyFace:
    """Chosen are those who came last time, and who was asked for; of whom nobody came before, all the children."""
    wanted = set(home.chosen) | ({asked} if asked else set())
    if not wanted:
        wanted = {one.person for one in home.people if one.band != ADULT}
    return FamilyFace(
        source,
        tuple(
            Tile(line(one.person, one), one.band == ADULT, one.person in home.here, one.person in wanted - home.here)
            for one in home.people
        ),
        home.adults,
    )


def _hit(hit: Hit, known: Known, homes: Mapping[str, str], here: Set[str]) -> HitLine:
    """By the names that this household uses."""
    as_here = replace(known, given=hit.given, family=hit.family, latin=hit.latin, creature=hit.creature)
    adult = known.band == ADULT
    return HitLine(line(hit.person, as_here), hit.household, homes.get(hit.household, ""), adult, hit.person in here)


def count() -> CountFace:
    return CountFace(NAMES)


def guest(name: str, days: int) -> GuestFace:
    return GuestFace(name, NAMES, days)
