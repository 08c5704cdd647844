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
    gone: bool = False  # they live there no longer, nor anywhere else that is known


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
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.person, []).append(hit)
    return tuple(_line(several, day) for several in found.values())


def _line(hits: Sequence[Hit], day: date) -> HitLine:
    """What only one of several households says of somebody, the line does not: but their first name."""
    hits = [hit for hit in hits if not hit.gone] or hits
    first, homes = hits[0], {hit.household for hit in hits}
    family, latin, born, band = (
        getattr(first, name) if len({getattr(hit, name) for hit in hits}) == 1 else ""
        for name in ("family", "latin", "born", "band")
    )
    age = years(born, day)
    who = Named(first.person, first.given, family, latin, first.creature, first.role, -1 if age is None else age, band)
    return HitLine(first.person, first.household if len(homes) == 1 else "", who, first.gone)
