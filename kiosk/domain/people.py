"""What a station may know of people, as fed: the touch projection and the bindings of cards.

A touch-only station holds first name, picture, band and way of leaving; no surname, contact, health or relation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from kiosk.domain.legible import turns_round
from kiosk.domain.ties import Way

CREATURES = ("fox", "cat", "bear", "dino", "fish", "bird", "rabbit", "owl")
_LONGEST_BAND = 16


@dataclass(frozen=True)
class Person:
    """The touch projection of a person."""

    id: str
    household: str
    first_name: str = field(repr=False)
    creature: str
    band: str = ""  # of a child "0-5" and the like, else "adult"; "" where it is not known
    way: str = ""  # of leaving, as kiosk.domain.ties.Way; "" where it is not known: with an adult


@dataclass(frozen=True)
class Binding:
    """Whose card a serial is. `live` is False when a newer binding or a revocation killed it."""

    serial: int
    person: str
    household: str
    live: bool


def is_serial(value: object) -> TypeGuard[int]:
    """Whether this can be the serial number of a card: 32 bits, and not a flag in disguise."""
    return type(value) is int and 0 <= value < 2**32


def read_person(id_: str, data: Mapping[str, Any]) -> Person | None:
    match data:
        case {"household": str() as household, "first_name": str() as name, "creature": str() as creature} if (
            not turns_round(name)
        ):
            band, way = data.get("band", ""), data.get("way", "")
            known = creature if creature in CREATURES else ""
            return Person(id_, household, name, known, _short(band), way if way in tuple(Way) else "")
    return None


def _short(band: object) -> str:
    return band if isinstance(band, str) and len(band) <= _LONGEST_BAND and band.isprintable() else ""


def read_binding(data: Mapping[str, Any]) -> Binding | None:
    match data:
        case {
            "serial": serial,
            "person": str() as person,
            "household": str() as household,
            "live": bool() as live,
        } if is_serial(serial):
            return Binding(serial, person, household, live)
    return None
