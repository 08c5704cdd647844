"""The audit walks the chains and finds the first place that does not hold."""

from functools import partial

import pytest

from kiosk.db.hanging import BadRow
from kiosk.domain.events import Break
from kiosk.domain.overrides import Because, Rule, Sight
from kiosk.field import audit
from kiosk.usecases.look import look
from kiosk.usecases.override import override
from tests import given, giving
from tests.central_at import CentralAt
from tests.station import Station
from tests.workers import let_in


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


@pytest.mark.parametrize(
    ("statement", "table", "what"),
    [
        ("UPDATE visits SET serial = 999 WHERE event = (SELECT id FROM events WHERE seq = 2)", "visits", "other_words"),
        ("UPDATE looks SET worker = 'somebody'", "looks", "other_words"),
        ("UPDATE looks SET subject = 'household-2'", "looks", "other_words"),
        ("UPDATE overrides SET because = 'record_wrong'", "overrides", "other_words"),
        ("UPDATE overrides SET undone_by = event", "overrides", "other_event"),
        ("UPDATE entries SET event = (SELECT id FROM events WHERE type = 'arrived')", "entries", "other_event"),
        ("DELETE FROM looks", "looks", "no_row"),
        ("DELETE FROM overrides", "overrides", "no_row"),
    ],
)
def test_the_first_row_that_is_not_what_its_event_says_is_named(
    three_visits: Station, central: CentralAt, statement: str, table: str, what: str
) -> None:
    by = let_in(three_visits, central)
    now = three_visits.clock.read()
    three_visits.do(lambda tx: look(tx, by, Sight.HOUSEHOLD, "household-1", now))
    three_visits.do(lambda tx: override(tx, by, Rule.CAPACITY, "visit-1", Because.NOBODY_TURNED_AWAY, now))
    assert three_visits.do(audit.verify).holds()
    sql(three_visits, statement)
    bad = three_visits.do(audit.verify).bad_row
    assert bad is not None
    assert (bad.table, bad.what) == (table, what)


@pytest.mark.parametrize(
    ("statement", "table", "what"),
    [
        ("UPDATE redemptions SET cents = 1", "redemptions", "other_words"),
        ("UPDATE redemptions SET reversed_by = event", "redemptions", "other_event"),
        ("UPDATE signup_facts SET state = 'cancelled'", "signup_facts", "other_words"),
    ],
)
def test_a_row_of_value_that_is_not_what_its_event_says_is_named(
    station: Station, central: CentralAt, statement: str, table: str, what: str
) -> None:
    given.funded(central)
    given.granted(central, station)
    now = station.clock.read()
    for deed in ("pay a", "join b"):
        station.do(partial(giving.do, deed=deed, now=now))
    assert station.do(audit.verify).holds()
    sql(station, statement)
    bad = station.do(audit.verify).bad_row
    assert bad is not None
    assert (bad.table, bad.what) == (table, what)


def test_every_table_that_hangs_on_events_is_followed(three_visits: Station) -> None:
    three_visits.do(lambda tx: tx.events._connection.exec_driver_sql("DELETE FROM bodies WHERE true"))
    with three_visits.store.begin() as tx:
        connection = tx.events._connection
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("UPDATE visits SET event = 'nowhere'")
        found = tx.hanging.first_bad()
        connection.exec_driver_sql("UPDATE visits SET event = (SELECT id FROM events WHERE seq = 1)")
    assert found == BadRow("visits", "nowhere", "no_event")
