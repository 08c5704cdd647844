"""What a station may know of people, as fed: the touch projection and the bindings of cards.

A touch-only station holds first name, picture, band and way of leaving; no surname, contact, health or relation.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from kiosk.domain.legible import turns_round

CREATURES = ("fox", "cat", "bear", "dino", "fish", "bird", "rabbit", "owl")


@dataclass(frozen=True)
class Person:
    """The touch projection of a person."""

    id: str
    household: str
    first_name: str = field(repr=False)
    creature: str


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
            return Person(id_, household, name, creature if creature in CREATURES else "")
    return None


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
