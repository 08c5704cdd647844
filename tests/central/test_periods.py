"""How long central keeps what came from people."""

import pytest

from central.periods import PERIODS, Rule, rule_of
from kiosk.domain.events import Type


@pytest.mark.parametrize("type_", [*Type, "dreamt"])
def test_every_event_is_kept_by_a_rule_that_has_an_end(type_: str) -> None:
    rule = rule_of(type_)
    assert rule in (Rule.VISITS, Rule.BODIES, Rule.MONEY, Rule.TRAIL)
    assert 0 < PERIODS[rule] <= PERIODS[Rule.TRAIL]


def test_what_workers_did_is_kept_longest_and_what_families_said_no_longer_than_needed() -> None:
    assert rule_of(Type.LOOKED) is Rule.TRAIL
    assert rule_of(Type.ARRIVED) is Rule.VISITS
    assert rule_of(Type.EDITED) is Rule.BODIES
    assert PERIODS.keys() == set(Rule)
