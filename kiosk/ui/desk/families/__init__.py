"""The desk's families: who was found, and what the pages of a household have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.agebands import years
from kiosk.domain.workers import Deed, Worker, may
from kiosk.usecases.find_family import Hit


@dataclass(frozen=True)
class Named:
    """Somebody as a line shows them. `age` in years, -1 where it is not known; then `band` may be."""

    id: str
    given: str = field(repr=False)
    family: str = field(repr=False)
    latin: str = field(repr=False)
    creature: str
    role: str
    age: int
    band: str = ""


@dataclass(frozen=True)
class HitLine:
    """Somebody who was found, as one household knows them; `household` is "" where there are several."""

    id: str
    household: str
    who: Named


@dataclass(frozen=True)
class Allowed:
    """What this worker's role allows beyond families: nothing is offered that would be refused."""

    cards: bool
    secrets: bool
    notes: bool
    export: bool
    erase: bool
    merge: bool
    weaken: bool


@dataclass(frozen=True)
class Stock:
    blanks: int  # cards of this station that nobody has
    low: bool


@dataclass(frozen=True)
class FamiliesFace:
    """`asked` is what was looked for: an answer to something else is not shown."""

    asked: str = field(repr=False)
    hits: tuple[HitLine, ...]
    stock: Stock
    allowed: Allowed


def allowed(worker: Worker) -> Allowed:
    deeds = (Deed.CARDS, Deed.SECRETS, Deed.NOTES, Deed.EXPORT, Deed.ERASE, Deed.MERGE, Deed.WEAKEN)
    return Allowed(*(may(worker, deed) for deed in deeds))


def hit_lines(hits: Sequence[Hit], day: date) -> tuple[HitLine, ...]:
    """One line a person. Who was found in two households opens neither: which of them it is, their adult says."""
    households: dict[str, set[str]] = {}
    for hit in hits:
        households.setdefault(hit.person, set()).add(hit.household)
    first = {hit.person: hit for hit in reversed(hits)}
    return tuple(_line(first[person], where, day) for person, where in households.items())


def _line(hit: Hit, where: set[str], day: date) -> HitLine:
    return HitLine(hit.person, hit.household if len(where) == 1 else "", _named(hit, day))


def _named(hit: Hit, day: date) -> Named:
    age = years(hit.born, day)
    names = (hit.person, hit.given, hit.family, hit.latin, hit.creature)
    return Named(*names, hit.role, -1 if age is None else age, hit.band)
