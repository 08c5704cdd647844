"""What this station keeps of somebody is found by index: whoever is at the door does not wait for it."""

import pytest
from sqlalchemy import event as sql

from kiosk.db.store import Store
from kiosk.domain.erasure import Name

NAMES: set[Name] = {("household", "f1"), ("person", "p1"), ("card", "7"), ("resident", "f2/p2"), ("member", "m")}
INDEXES = {
    "bodies": {"bodies_of_a_household", "bodies_of_a_person", "bodies_of_a_card"},
    "visits": {"visits_of_somebody"},
    "departures": {"departures_with_an_adult", "departures_of_a_visit"},
}


@pytest.mark.parametrize("noun", INDEXES)
def test_it_is_found_by_index(store: Store, noun: str) -> None:
    with store.begin() as tx:
        connection, asked = tx.erasing._connection, list[tuple[str, object]]()
        sql.listen(connection, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
        more = (["v"],) if noun == "departures" else ()
        getattr(tx.erasing, noun)(NAMES, *more)
        statement, values = asked[0]
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        plan = [str(row[3]) for row in rows]
    assert {index for index in INDEXES[noun] if any(f"INDEX {index}" in line for line in plan)} == INDEXES[noun], plan
    assert not [line for line in plan if line == f"SCAN {noun}"], plan
