"""Workers: who may act at the desk, and what each role may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

from kiosk.domain.legible import turns_round
from kiosk.domain.people import is_serial
from kiosk.domain.verifiers import is_verifier

PIN_DIGITS = 6
_LONGEST_NAME = 80  # characters


class Role(StrEnum):
    EDUCATOR = "educator"
    COORDINATOR = "coordinator"
    SAFEGUARDING = "safeguarding"
    TECHNICIAN = "technician"  # sees no personal data


class Deed(StrEnum):
    """What somebody may be allowed to do."""

    REGISTER = "register"  # see and keep who is expected, here and gone
    INSIDE = "inside"  # the list of who is inside
    FAMILIES = "families"  # find, see and register households
    NOTES = "notes"  # read health and allergy notes
    SHIELDED = "shielded"  # see shielded households
    WEAKEN = "weaken"  # weaken a protective value; takes a second person, online
    MERGE = "merge"
    EXPORT = "export"
    ERASE = "erase"
    CARDS = "cards"  # bind, print and replace cards
    SECRETS = "secrets"  # set pictures or a PIN, and allow new tries
    RELEASE = "release"  # let a child leave with an adult
    OVERRIDE = "override"  # decide against a rule, by name and with a reason
    SESSIONS = "sessions"  # places in sessions: requests, the waiting list, who attended
    VOUCHERS = "vouchers"  # redeem, reverse and check receipts for a family
    STATEMENTS = "statements"  # what providers may invoice: no name is in them
    CALENDAR = "calendar"
    CLOCK = "clock"  # say what time it is, where the station does not know
    CASES = "cases"  # what needs a person
    NUMBERS = "numbers"
    STATION = "station"  # devices, health and sync of the station


_EDUCATOR = frozenset(
    {
        Deed.REGISTER,
        Deed.INSIDE,
        Deed.FAMILIES,
        Deed.NOTES,
        Deed.CARDS,
        Deed.SECRETS,
        Deed.RELEASE,
        Deed.OVERRIDE,
        Deed.SESSIONS,
        Deed.VOUCHERS,
        Deed.CASES,
        Deed.STATION,
    }
)
_COORDINATOR = _EDUCATOR | {
    Deed.MERGE,
    Deed.EXPORT,
    Deed.ERASE,
    Deed.STATEMENTS,
    Deed.CALENDAR,
    Deed.NUMBERS,
    Deed.CLOCK,
}
_SAFEGUARDING = frozenset(
    {
        Deed.REGISTER,
        Deed.INSIDE,
        Deed.FAMILIES,
        Deed.NOTES,
        Deed.SHIELDED,
        Deed.WEAKEN,
        Deed.MERGE,
        Deed.EXPORT,
        Deed.ERASE,
        Deed.RELEASE,
        Deed.OVERRIDE,
        Deed.CASES,
    }
)
_MAY: Mapping[Role, frozenset[Deed]] = {
    Role.EDUCATOR: _EDUCATOR,
    Role.COORDINATOR: _COORDINATOR,
    Role.SAFEGUARDING: _SAFEGUARDING,
    Role.TECHNICIAN: frozenset({Deed.STATION}),
}


@dataclass(frozen=True)
class Worker:
    id: str
    name: str = field(repr=False)
    roles: frozenset[Role]
    serial: int  # of the worker's card
    revoked: bool = False


@dataclass(frozen=True)
class Account:
    """A worker as fed. `verifier` is "" while no PIN is set; then nobody enters by it."""

    worker: Worker
    verifier: str = field(repr=False)


@dataclass(frozen=True)
class Entered:
    """Somebody who may act now: the worker, and the event that says they entered. Passed to whatever they do."""

    worker: Worker
    entry: str


class How(StrEnum):
    """How a worker entered."""

    CARD_AND_PIN = "card_and_pin"
    PIN = "pin"  # of one who entered by card and PIN here this day
    CARD = "card"  # likewise, while somebody is at the desk


class Face(StrEnum):
    DESK = "desk"
    TOUCH = "touch"


class NotEntered(StrEnum):
    """Why somebody is not let in. For the log and the desk; the screen says the same kind words for each."""

    NOT_A_CODE = "not_a_code"
    WRONG_KIND = "wrong_kind"  # a family's card
    EXPIRED = "expired"
    UNKNOWN = "unknown"  # no worker of this hub
    REVOKED = "revoked"
    NO_PIN = "no_pin"
    CARD_FIRST = "card_first"  # a PIN alone is for those who entered by card and PIN here this day
    NOT_ENROLLED = "not_enrolled"
    NOT_ALLOWED = "not_allowed"  # the role does not allow it


@dataclass(frozen=True)
class NotIn:
    """They are not let in, or not allowed this."""

    why: NotEntered


@dataclass(frozen=True)
class AskPin:
    """This worker may try a PIN."""

    worker: Worker
    how: How


@dataclass(frozen=True)
class Wait:
    """Nobody looks at a PIN of theirs for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class WrongPin:
    """`wait`: seconds until the next try, 0 when it may come at once."""

    wait: float


def may(worker: Worker, deed: Deed) -> bool:
    """Whether one of the worker's roles allows it; nothing is allowed to one who was revoked."""
    return not worker.revoked and any(deed in _MAY[role] for role in worker.roles)


def is_pin(text: str) -> bool:
    """Six digits that are not one run and not one digit: the first that anybody tries."""
    if len(text) != PIN_DIGITS or not (text.isascii() and text.isdecimal()):
        return False
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(text)}
    return steps not in ({0}, {1}, {9})


def read_account(id_: str, data: Mapping[str, Any]) -> Account | None:
    """A worker's record. Roles of a later release allow nothing here; one that cannot be read lets nobody in."""
    match data:
        case {
            "name": str() as name,
            "roles": list() as roles,
            "serial": serial,
            "verifier": str() as verifier,
            "revoked": bool() as revoked,
        } if is_serial(serial) and _is_name(name) and (verifier == "" or is_verifier(verifier)):
            known = frozenset(role for role in Role if role in roles)
            return Account(Worker(id_, name, known, serial, revoked), verifier)
    return None


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and not turns_round(name)
