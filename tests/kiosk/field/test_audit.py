"""The audit walks the chains and finds the first place that does not hold."""

import pytest

from kiosk.domain.events import Break
from kiosk.field import audit
from tests.central_at import CentralAt
from tests.station import Station


@pytest.fixture
def three_visits(station: Station, central: CentralAt) -> Station:
    codes = central.cards("amina", "sara", "liang").values()
    station.sync()
    for code in codes:
        station.scan(code)
    return station


def sql(station: Station, statement: str) -> None:
    station.do(lambda tx: tx.events._connection.exec_driver_sql(statement))


def test_an_honest_chain_holds(three_visits: Station) -> None:
    assert three_visits.do(audit.verify) == audit.Audit(events=3, incarnations=1, shredded=0, broken=None)


def test_a_shredded_body_is_a_labelled_hole(three_visits: Station) -> None:
    sql(three_visits, "DELETE FROM bodies WHERE event = (SELECT id FROM events WHERE seq = 2)")
    found = three_visits.do(audit.verify)
    assert (found.shredded, found.broken) == (1, None)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE events SET recorded_at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", Break(2, "header")),
        ("UPDATE bodies SET content = '{}' WHERE event = (SELECT id FROM events WHERE seq = 3)", Break(3, "body")),
        ("UPDATE events SET prev_hash = x'00' WHERE seq = 2", Break(2, "link")),
        ("UPDATE events SET seq = 9 WHERE seq = 2", Break(2, "gap")),
    ],
)
def test_what_was_changed_is_found_where_it_was_changed(three_visits: Station, statement: str, broken: Break) -> None:
    sql(three_visits, statement)
    assert three_visits.do(audit.verify).broken == broken
