"""Those who came by a card say who of them leaves. Below 14 nobody is asked: a worker lets them go."""

from dataclasses import dataclass, field, replace

from kiosk.domain.visits import WhoLeaves
from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.wishes import Leave, Offer


@dataclass(frozen=True)
class Going:
    card: bytes = field(repr=False)
    asked: WhoLeaves = field(repr=False)
    chosen: frozenset[str]


def asked(card: bytes, who: WhoLeaves) -> Going:
    """Whose card it is leaves, if they may: the first of them."""
    first = next((person.id for person in who.people if person.id in who.may), "")
    return Going(card, who, frozenset({first}))


def step(going: Going, path: str) -> Turn:
    what, _, number = path.partition("/")
    match what:
        case "person":
            return Turn(_with_person(going, number))
        case "leave" if going.chosen:
            return Turn(going, Leave({one: going.asked.may[one] for one in sorted(going.chosen)}))
        case "stay":
            return Turn(None)
        case "others":
            return Turn(going, Offer(going.card))
    return Turn(going)


def _with_person(going: Going, number: str) -> Going:
    people = going.asked.people
    at = int(number) if number.isascii() and number.isdecimal() and int(number) < len(people) else None
    if at is None or people[at].id not in going.asked.may:
        return going
    return replace(going, chosen=going.chosen ^ {people[at].id})
