"""Who may have been registered twice: pairs to look at, each with the households that this worker may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.likeness import Alike
from kiosk.ui.desk.families import Named, hit_lines
from kiosk.usecases.duplicates import Likely
from kiosk.usecases.find_family import Hit


@dataclass(frozen=True)
class AlikeSide:
    """One of the two. `label` is what their household is called."""

    household: str
    label: str = field(repr=False)
    who: Named


@dataclass(frozen=True)
class AlikeLine:
    """`birth`: their birth dates are the same, too; else one of them is not known."""

    id: str  # ONE/OTHER
    one: AlikeSide
    other: AlikeSide
    birth: bool


@dataclass(frozen=True)
class AlikeFace:
    lines: tuple[AlikeLine, ...]


def derive(likely: Sequence[Likely], labels: Mapping[str, str], day: date) -> AlikeFace:
    return AlikeFace(
        tuple(
            AlikeLine(
                f"{pair.one.person}/{pair.other.person}",
                _side(pair.one, labels, day),
                _side(pair.other, labels, day),
                pair.alike is Alike.NAMES_AND_BIRTH,
            )
            for pair in likely
        )
    )


def _side(hit: Hit, labels: Mapping[str, str], day: date) -> AlikeSide:
    return AlikeSide(hit.household, labels.get(hit.household, ""), hit_lines((hit,), day)[0].who)
