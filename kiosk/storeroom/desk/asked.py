"""Who wants places, as a part of an address: "PERSON+PERSON/0-5:2/ADULTS/EDUCATORS". Ids and numbers, no names."""

from collections.abc import Sequence
from datetime import datetime

from kiosk.clock import from_stamp
from kiosk.domain.attendance import Stay
from kiosk.domain.bands import dump_bands, read_bands
from kiosk.domain.expecting import is_turn
from kiosk.usecases.count import Numbers
from kiosk.usecases.expect import Party


def write(party: Party) -> str:
    numbers = party.numbers
    people = "+".join(party.people)
    return "/".join((people, dump_bands(numbers.children), str(numbers.adults), str(numbers.educators)))


def read(text: str) -> Party | None:
    """None for nonsense; how many there can be is the rule's to say."""
    parts = text.split("/")
    if len(parts) != 4 or not all(part.isascii() and part.isdecimal() and len(part) < 5 for part in parts[2:]):
        return None
    children = read_bands(parts[1])
    if children is None:
        return None
    people = tuple(person for person in parts[0].split("+") if person)
    return Party(people, Numbers(children, int(parts[2]), int(parts[3])))


def party_of(expected: Sequence[Stay]) -> Party:
    """Those who were expected, to be expected again."""
    children: dict[str, int] = {}
    for band, number in (pair for stay in expected for pair in stay.children):
        children[band] = children.get(band, 0) + number
    numbers = Numbers(
        tuple(children.items()), sum(stay.adults for stay in expected), sum(stay.educators for stay in expected)
    )
    return Party(tuple(stay.person for stay in expected if stay.person), numbers)


def turn_of(text: str) -> tuple[datetime, str] | None:
    """ "TURN/REST": the moment it begins, and the rest; None for what is no moment."""
    turn, _, rest = text.partition("/")
    return (from_stamp(turn), rest) if is_turn(turn) else None
