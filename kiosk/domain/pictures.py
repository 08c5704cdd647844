"""Three pictures of nine in order, or a PIN: who somebody is, without typing. They identify, they are never secure.

504 rows of pictures: what they open is bounded by allotments, and wrong tries are counted (SCREENS.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from random import Random
from typing import Any

from kiosk.domain.verifiers import is_verifier

# None of them is a person's picture (kiosk.domain.people.CREATURES): a card tells nothing of the three.
PICTURES = ("sun", "moon", "apple", "boat", "ball", "tree", "kite", "drum", "house")
CHOSEN = 3
PIN_DIGITS = 4
PIN_FROM_AGE = 10  # years, about: from then on a PIN is offered at the desk
TRIES_A_DAY = 3  # wrong ones, of one card at one station, on one day in the city


class Means(StrEnum):
    PICTURES = "pictures"  # the household's
    PIN = "pin"  # a person's own, within one household


@dataclass(frozen=True)
class Secret:
    """What identifies the holder of a card. `person` is "" for the household's pictures."""

    household: str
    person: str
    means: Means
    verifier: str = field(repr=False)


@dataclass(frozen=True)
class Wrong:
    """How many tries of a card were wrong on a day."""

    day: date
    count: int


class NotIdentified(StrEnum):
    """Why the desk has to help. On the screen each looks the same."""

    UNKNOWN = "unknown"  # nobody here knows whose card it is
    DEAD = "dead"  # revoked, or a newer card took its place
    NOT_SET = "not_set"  # none is set, or none is known here
    TRIED_OUT = "tried_out"
    NOT_ALLOWED = "not_allowed"  # the worker's role does not allow it


@dataclass(frozen=True)
class Question:
    """What to ask of whoever holds this card, and how many tries are left today."""

    means: Means
    left: int


@dataclass(frozen=True)
class Identified:
    """They knew it. `person` and `household` are those of the card."""

    person: str
    household: str


@dataclass(frozen=True)
class WrongAnswer:
    left: int


@dataclass(frozen=True)
class AskAtTheDesk:
    """Not here, or not any more today."""

    why: NotIdentified


def shuffled(random: Random) -> tuple[str, ...]:
    """The nine, as they are laid out this time: where a finger went tells nothing."""
    return tuple(random.sample(PICTURES, len(PICTURES)))


def three(chosen: Sequence[str]) -> str | None:
    """What a verifier is made of; None for what is not three different pictures of the nine."""
    if len(chosen) != CHOSEN or len(set(chosen)) != CHOSEN or not set(chosen) <= set(PICTURES):
        return None
    return " ".join(chosen)


def pin(digits: str) -> str | None:
    """Likewise of a PIN: four digits."""
    return digits if len(digits) == PIN_DIGITS and digits.isascii() and digits.isdecimal() else None


def offered(age: int | None) -> Means:
    """What the desk offers first. Unknown counts as young."""
    return Means.PIN if age is not None and age >= PIN_FROM_AGE else Means.PICTURES


def wrong_on(held: Wrong | None, today: date) -> Wrong:
    """What counts today. A clock that was set back opens no day anew: the later day goes on."""
    return held if held is not None and held.day >= today else Wrong(today, 0)


def secret_id(household: str, person: str) -> str:
    """The name of a secret's record."""
    return f"{household}/{person}" if person else household


def read_secret(id_: str, data: Mapping[str, Any]) -> Secret | None:
    match data:
        case {
            "household": str() as household,
            "person": str() as person,
            "means": "pictures" | "pin" as means,
            "verifier": str() as verifier,
        } if household and id_ == secret_id(household, person) and is_verifier(verifier):
            return Secret(household, person, Means(means), verifier) if person or means == "pictures" else None
    return None
