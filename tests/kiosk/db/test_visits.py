"""Visits are found by index, however many there were."""

import sqlalchemy as sql

from kiosk.db.store import Store


def test_who_is_still_here_is_sought_among_the_last_days(store: Store) -> None:
    with store.begin() as tx:
        connection, asked = tx.visits._connection, list[tuple[str, object]]()
        sql.event.listen(connection, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
        tx.visits.here("2026-06-02", "2026-06-01", "2026-06-01T22:00:00.000Z", {"person-1"}, 7)
        statement, values = asked[0]
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        plan = [str(row[3]) for row in rows]
    assert any("visits USING INDEX visits_of_a_day (day>?)" in line for line in plan), plan
    assert "SCAN visits" not in plan
