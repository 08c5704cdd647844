"""What adults are to a child, and how the child may leave: all that a release is decided by.

The legal age is 14 (PRODUCT.md, rule 6): below it a child leaves with an authorised adult, or alone with a parent's
written authorisation; from it a person leaves on their own. An unknown birth date counts as below.
"""

from dataclasses import dataclass
from enum import StrEnum


class Way(StrEnum):
    """How a person may leave a hub."""

    WITH_ADULT = "with_adult"
    ALONE = "alone"  # below 14: a parent's written authorisation
    ON_THEIR_OWN = "on_their_own"  # from 14


@dataclass(frozen=True)
class Tie:
    """One adult to one child. Dates are ISO 8601 days in Europe/Rome, both included; "" is open."""

    adult: str  # a person's id
    child: str
    guardian: bool = False
    may_collect: bool = False
    must_not_collect: bool = False  # protective: wins over every other tie of the pair
    emergency: bool = False
    since: str = ""
    until: str = ""
    basis: str = ""  # birth, adoption, foster care, court order, social services, delegation
    review: str = ""  # the day to look at it again

    def holds(self, day: str) -> bool:
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)


@dataclass(frozen=True)
class Leaving:
    """A parent's written authorisation to leave alone. `scope` is "" for always, else an activity's id."""

    alone: bool = False
    since: str = ""
    until: str = ""
    scope: str = ""


@dataclass(frozen=True)
class Minor:
    """What a release needs to know of a person. `born` is an ISO day, "" when it is not known: under 14, unless central
    says that they are `grown`, 14 or more, to the stations that hold no birth dates."""

    person: str
    born: str = ""
    leaving: Leaving = Leaving()
    ties: tuple[Tie, ...] = ()
    grown: bool = False
