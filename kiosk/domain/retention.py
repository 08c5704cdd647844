"""How long a station keeps what is about people. Policy sets the numbers (PRODUCT.md, rule 9); these are the defaults.

What central has not accepted is kept whatever its age: it is still owed.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum


class Rule(StrEnum):
    BODIES = "bodies"  # what an event says, once central has it: then a hole that the chain labels
    VISITS = "visits"  # whose visit it was: it stays as a count, of a band and a day
    COLLECTED = "collected"  # with whom a child left
    TRAIL = "trail"  # who entered, looked, overrode
    ASIDE = "aside"  # lines of central that could not be read
    TRIES = "tries"  # wrong pictures and PINs
    COPIES = "copies"  # of the store, made before upgrades: an upgrade that was a mistake shows sooner


PERIODS: Mapping[Rule, int] = {
    Rule.BODIES: 30,  # central restored from an old backup is told again what it lost (OFFLINE.md, G14)
    Rule.VISITS: 30,
    Rule.COLLECTED: 30,
    Rule.TRAIL: 730,
    Rule.ASIDE: 90,
    Rule.TRIES: 1,
    Rule.COPIES: 30,
}
"""Days."""


def before(rule: Rule, today: date, periods: Mapping[Rule, int] = PERIODS) -> date:
    """What is older than this day goes."""
    return today - timedelta(days=periods[rule])
