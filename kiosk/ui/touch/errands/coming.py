"""A family says who of them came: each tile is a person, or an adult without a name."""

from dataclasses import dataclass, field, replace

from kiosk.domain.pictures import Identified
from kiosk.domain.visits import Family
from kiosk.ui.touch.errands.counting import Counting
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.wishes import Arrive, AskWho

MOST_ADULTS = 6


@dataclass(frozen=True)
class Coming:
    """`chosen` come now; who is here already is not among them. `adults`: which of their tiles are on."""

    card: bytes = field(repr=False)
    family: Family = field(repr=False)
    chosen: frozenset[str]
    adults: tuple[bool, ...]
    vouched: Identified | None = None

    @property
    def adults_coming(self) -> int:
        return sum(self.adults)

    @property
    def anybody(self) -> bool:
        return bool(self.chosen) or self.adults_coming > 0


def offered(card: bytes, family: Family, vouched: Identified | None = None) -> Coming:
    """The same as last time; where some are here already, whoever came later says so."""
    adults = (not family.here,) * min(family.adults, MOST_ADULTS)
    if not adults and family.here.issuperset(person.id for person in family.people):
        adults = (False,)  # there is nobody else to touch
    return Coming(card, family, family.chosen - family.here, adults, vouched)


def known(coming: Coming, family: Family, vouched: Identified) -> Coming:
    """They knew the three pictures: the whole household is there to choose from, what was chosen stays."""
    return replace(coming, family=family, chosen=coming.chosen - family.here, vouched=vouched)


def step(coming: Coming, path: str) -> Turn:
    what, _, about = path.partition("/")
    match what, about:
        case "person", number:
            return Turn(_with_person(coming, number))
        case "adult", "more" if len(coming.adults) < MOST_ADULTS:
            return Turn(replace(coming, adults=(*coming.adults, True)))
        case "adult", number:
            return Turn(_with_adult(coming, number))
        case "others", "" if coming.vouched is None:
            return Turn(coming, AskWho(coming.family.serial))
        case "group", "":
            return Turn(Counting.of_group(coming.card))
        case "not-me", "":
            return Turn(None)
        case "confirm", "" if coming.anybody:
            people = tuple(person.id for person in coming.family.people if person.id in coming.chosen)
            return Turn(coming, Arrive(coming.card, people, coming.adults_coming, coming.vouched))
    return Turn(coming)


def _with_person(coming: Coming, number: str) -> Coming:
    at = _place(number, len(coming.family.people))
    if at is None or coming.family.people[at].id in coming.family.here:
        return coming
    return replace(coming, chosen=coming.chosen ^ {coming.family.people[at].id})


def _with_adult(coming: Coming, number: str) -> Coming:
    at = _place(number, len(coming.adults))
    if at is None:
        return coming
    return replace(coming, adults=tuple(on != (place == at) for place, on in enumerate(coming.adults)))


def _place(number: str, length: int) -> int | None:
    return int(number) if number.isascii() and number.isdecimal() and int(number) < length else None
