"""Where an event stands in its station's chain. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from kiosk.domain import events
from kiosk.domain.events import Event, Link


class Place(Enum):
    NEXT = auto()  # it continues the chain
    HELD = auto()  # central has it: same seq, same id, same hash
    AGAIN = auto()  # it continues the chain, under an id that central holds at another place
    GAP = auto()  # something before it is missing
    FORK = auto()  # the chain that central holds went another way: a store was copied or restored
    BRANCH = auto()  # it continues what went another way
    BROKEN = auto()  # it is not what its own hash says


class Known(Protocol):
    """What is asked of an event that central holds."""

    @property
    def id(self) -> str: ...
    @property
    def hash(self) -> bytes: ...


@dataclass(frozen=True)
class Held:
    """What central holds of this incarnation by seq, and of this station by id."""

    by_seq: Mapping[int, Known]
    by_id: Mapping[str, Known]


def place(event: Event, end: Link, held: Held, fork: Link | None = None) -> Place:
    """Where the event stands, `end` being the last one held without a gap, and `fork` the last one that went another
    way."""
    header = event.header
    if fork is not None and (header.seq, header.prev_hash) == (fork.seq + 1, fork.hash):
        return Place.BRANCH if events.header_hash(header) == header.hash else Place.BROKEN
    if header.seq > end.seq + 1:
        return Place.GAP
    known = held.by_seq.get(header.seq)
    if known is not None:
        return Place.HELD if (known.id, known.hash) == (header.id, header.hash) else Place.FORK
    if events.header_hash(header) != header.hash:
        return Place.BROKEN
    if header.prev_hash != end.hash:
        return Place.FORK
    return Place.AGAIN if header.id in held.by_id else Place.NEXT


def body_holds(event: Event) -> bool:
    """Whether the body is the one that the header speaks of; a shredded one is not missed."""
    if event.body is None:
        return True
    try:
        return events.body_hash(event.body) == event.header.body_hash
    except (ValueError, TypeError, RecursionError):
        return False
