"""What is sought to erase somebody is found by index: a city's database is not walked through for one family."""

from collections.abc import Callable, Mapping

import pytest
from sqlalchemy import event as sql

from central.db import Tx, erased, forgetting
from central.db import retaining as store
from tests.central.conftest import SQLITE_ONLY

pytestmark = SQLITE_ONLY  # PostgreSQL walks over small tables, as it should

SOUGHT: Mapping[str, tuple[Callable[[Tx], object], set[str]]] = {
    "the records of a household": (lambda tx: erased.records_of(tx, "f1"), {"records_of_household"}),
    "the records of people": (lambda tx: erased.members(tx, ["p1", "p2"]), {"records_member_person"}),
    "what was said of them": (
        lambda tx: forgetting.filed(tx, ["f1"], ["p1"], [7]),
        {"bodies_household", "bodies_person", "bodies_serial"},
    ),
    "with whom they left": (lambda tx: forgetting.departures(tx, ["v1"]), {"facts_of_visit", "events_id"}),
    "what is due": (lambda tx: store.some(tx, store.due("visits", "2026")), {"bodies_due", "cases_about"}),
    "whose work is due": (lambda tx: store.let_go(tx, store.workers("2026")[0]), {"facts_by_worker"}),
    "names": (lambda tx: erased.since(tx, [("person", "p1")]), {"sqlite_autoindex_erased_1"}),
}


@pytest.mark.parametrize("what", SOUGHT)
def test_it_is_found_by_index(tx: Tx, what: str) -> None:
    asked: list[tuple[str, object]] = []
    sql.listen(tx, "before_cursor_execute", lambda *said: asked.append((said[2], said[3])))
    seek, indexes = SOUGHT[what]
    seek(tx)
    statement, values = asked[-1]
    plan = [str(row[3]) for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]  # type: ignore[arg-type]
    used = {index for index in indexes if any(f"INDEX {index} " in line for line in plan)}
    assert used == indexes, plan
    assert not [line for line in plan if line.startswith("SCAN") and "USING" not in line], plan
