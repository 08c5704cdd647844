"""How long central keeps what came from people. Policy sets the numbers (PRODUCT.md, rule 9); these are the defaults.

Each body of an event is kept by one rule, by the type of its event. The header stays for ever: it says nothing of
anybody, and what is told again is known by it.
"""

from collections.abc import Mapping
from enum import StrEnum

from kiosk.domain.events import Type


class Rule(StrEnum):
    VISITS = "visits"  # what events say of visits, and whose these were: they stay as numbers, of a band and a day
    BODIES = "bodies"  # what other events say
    TRAIL = "trail"  # which worker did what
    MONEY = "money"  # what events say of vouchers; the books themselves say of nobody
    CASES = "cases"  # once they are closed
    COUNTS = "counts"  # the numbers


PERIODS: Mapping[Rule, int] = {
    Rule.VISITS: 90,
    Rule.BODIES: 90,
    Rule.TRAIL: 730,
    Rule.MONEY: 730,
    Rule.CASES: 730,
    Rule.COUNTS: 3650,
}
"""Days, from when central was told. What a person still has to look at is kept until then, and no longer than TRAIL."""

_OF_VISITS = (
    Type.ARRIVED,
    Type.ARRIVAL_UNDONE,
    Type.COUNTED,
    Type.EXPECTED,
    Type.EXPECTED_TAKEN_BACK,
    Type.GUEST,
    Type.GROUP_ARRIVED,
    Type.SEEN,
    Type.LEFT,
    Type.TAKEN_BACK,
    Type.RESTATED,
    Type.SIGNED_UP,
    Type.SIGN_UP_MOVED,
)
_OF_WORKERS = (
    Type.ENTERED,
    Type.LOOKED,
    Type.OVERRIDDEN,
    Type.OVERRIDE_UNDONE,
    Type.CALENDAR_EDITED,
    Type.TIME_TOLD,
    Type.ERASED,
    Type.FORGOTTEN,
    Type.MERGED,
    Type.MERGE_UNDONE,
    Type.CASE_CLOSED,
    Type.ACKNOWLEDGED,
    Type.ACKNOWLEDGED_TAKEN_BACK,
)
_OF_MONEY = (
    Type.REDEEMED,
    Type.REDEMPTION_REVERSED,
    Type.GIVEN_BACK,
    Type.PENDING_ASKED,
    Type.PENDING_VOIDED,
)
_BY: Mapping[str, Rule] = {
    **dict.fromkeys(_OF_VISITS, Rule.VISITS),
    **dict.fromkeys(_OF_WORKERS, Rule.TRAIL),
    **dict.fromkeys(_OF_MONEY, Rule.MONEY),
}


def rule_of(type_: str) -> Rule:
    """By which rule the body of an event of this type is kept."""
    return _BY.get(type_, Rule.BODIES)
