"""A family, or one person of it, is about to be erased for good: what goes, and the word to be typed first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain import finding
from kiosk.domain.erasure import Because
from kiosk.domain.families import Kind, Record
from kiosk.domain.people import Binding
from kiosk.ui.desk.families import Named
from kiosk.ui.desk.families.household import members, records_of
from kiosk.usecases.find_family import Opened


@dataclass(frozen=True)
class EraseFace:
    """`who` is None for the whole household. `word` is what has to be typed; `because` what may be the reason."""

    household: str
    label: str = field(repr=False)
    who: Named | None
    people: tuple[Named, ...]
    cards: int
    contacts: int
    consents: int
    ties: int
    word: str = field(repr=False)
    because: tuple[Because, ...] = tuple(Because)


def derive(opened: Opened, person: str, cards: Sequence[Binding], day: date) -> EraseFace | None:
    """None where nobody of this household is that person."""
    people = tuple(one.who for one in members(opened, cards, day) if person in ("", one.who.id))
    if not people:
        return None
    home = records_of(opened, Kind.HOUSEHOLD).get(opened.household, Record("", {}))
    label = home.text("label")
    return EraseFace(
        opened.household,
        label,
        people[0] if person else None,
        people,
        sum(person in ("", one.person) for one in cards),
        _about(opened, Kind.CONTACT, person),
        _about(opened, Kind.CONSENT, person),
        _about(opened, Kind.RELATION, person),
        _word(people[0].given if person else label, people),
    )


def said(face: EraseFace, typed: str) -> bool:
    """Whether it was typed, however its accents and capitals are."""
    return bool(finding.folded(typed)) and finding.folded(typed) == finding.folded(face.word)


def _about(opened: Opened, kind: Kind, person: str) -> int:
    whom = ("person", "adult", "child")
    return sum(person in ("", *map(one.text, whom)) for one in records_of(opened, kind).values())


def _word(name: str, people: Sequence[Named]) -> str:
    """The name itself; in Latin letters, where it is written in others and somebody's are known."""
    latin = next((one.latin for one in people if one.latin), "")
    return name if name.isascii() or not latin else latin
