"""What adults are to a child, and how the child may leave: all that a release is decided by.

The legal age is 14 (PRODUCT.md, rule 6): below it a child leaves with an authorised adult, or alone with a parent's
written authorisation; from it a person leaves on their own. An unknown birth date counts as below.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain import days


class Way(StrEnum):
    """How a person may leave a hub."""

    WITH_ADULT = "with_adult"
    ALONE = "alone"  # below 14: a parent's written authorisation
    ON_THEIR_OWN = "on_their_own"  # from 14


@dataclass(frozen=True)
class Tie:
    """One adult to one child. Dates are ISO 8601 days in Europe/Rome, both included; "" is open."""

    adult: str  # a person's id; "" for somebody whom nobody knows here, whom another hub's household keeps away
    child: str
    guardian: bool = False
    may_collect: bool = False
    must_not_collect: bool = False  # protective: wins over every other tie of the pair
    emergency: bool = False
    since: str = ""
    until: str = ""
    basis: str = ""  # birth, adoption, foster care, court order, social services, delegation
    review: str = ""  # the day to look at it again
    adult_born: str = ""  # an ISO day, "" where nobody knows it

    def forbids(self, day: date) -> bool:
        """Whether nobody hands the child over. Days that cannot be read end no prohibition."""
        return self.must_not_collect and days.within(day, self.since, self.until, unread=True)

    def allows(self, day: date) -> bool:
        """Whether this tie alone lets the adult collect. Days that cannot be read allow nothing."""
        collects = self.guardian or self.may_collect
        return collects and days.within(day, self.since, self.until, unread=False)


@dataclass(frozen=True)
class Leaving:
    """A parent's written authorisation to leave alone. `scope` is "" for always, else an activity's id."""

    alone: bool = False
    since: str = ""
    until: str = ""
    scope: str = ""

    def allows(self, day: date, activity: str) -> bool:
        """Likewise."""
        running = days.within(day, self.since, self.until, unread=False)
        return self.alone and running and self.scope in ("", activity)


@dataclass(frozen=True)
class Minor:
    """What a release needs to know of a person. `born` is an ISO day, "" when it is not known: under 14, but for who is
    an `adult` to every household that knows them, and for who is `grown`, 14 or more, by central's word to a station
    that holds no birth dates."""

    person: str
    born: str = ""
    leaving: Leaving = Leaving()
    ties: tuple[Tie, ...] = ()
    adult: bool = False
    grown: bool = False
