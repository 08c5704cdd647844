"""How far what vouchers paid has come, as a station is told: read as it was told, and nothing else is read."""

from typing import Any

import pytest

from kiosk.domain import statements
from kiosk.domain.statements import Settled, Told

TOLD = Told("pool", "2026-12-01", "2026-12-31", Settled.CONFIRMED, "2027-01-08", ("e1", "e2"))


def test_it_is_read_as_it_was_told() -> None:
    assert statements.read(statements.dump(TOLD)) == TOLD


@pytest.mark.parametrize(
    "changes",
    [
        {"provider": 7},
        {"provider": "x" * 65},
        {"since": "1/12/2026"},
        {"until": ""},
        {"on": "soon"},
        {"state": "waiting"},
        {"state": "lost"},
        {"events": "e1"},
        {"events": ["e1", 7]},
    ],
)
def test_what_cannot_be_so_is_not_read(changes: dict[str, Any]) -> None:
    assert statements.read({**statements.dump(TOLD), **changes}) is None


def test_a_station_has_several_records_of_a_long_statement() -> None:
    assert statements.name(TOLD, "s1", 0) != statements.name(TOLD, "s1", 1)
