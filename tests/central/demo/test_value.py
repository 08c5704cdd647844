"""The demonstration's vouchers stand in the books like any others."""

from datetime import date

import pytest

from central import demo, feed, programmes, vouchers
from central.db import Tx
from central.db import ledger as books
from central.opening import Central
from kiosk.domain.accounts import Kind

MONDAY = date(2026, 11, 23)


def test_what_vouchers_hold_came_from_funds(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    held = {one.id: one.left for one in vouchers.every(tx)}
    assert held
    assert {id_: sum(books.of(tx, [id_], Kind.POOL).values()) for id_ in held} == held


def test_loaded_again_nothing_is_awarded_twice(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    before = books.totals(tx)
    demo.load(tx, central.keys, MONDAY)
    assert books.totals(tx) == before


@pytest.mark.parametrize(
    ("day", "until"), [(MONDAY, "2027-07-31"), (date(2027, 7, 31), "2027-07-31"), (date(2027, 8, 1), "2028-07-31")]
)
def test_the_season_is_the_one_that_the_day_is_in(central: Central, tx: Tx, day: date, until: str) -> None:
    demo.load(tx, central.keys, day)
    assert {one.until for one in programmes.every(tx).values()} == {until}


def test_one_voucher_is_of_a_group(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    assert [id_ for id_, one in programmes.every(tx).items() if one.collective] == ["demo.insieme"]
    assert feed.get(tx, "voucher", "demo.voucher-3") is not None
