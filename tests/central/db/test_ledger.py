"""The books in the database are held to those in memory, on both databases and by many writers at once."""

import random
import threading
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from central.db import ledger as store
from central.db import reading, writing
from central.opening import Central
from kiosk.domain import accounts, books, ledger
from kiosk.domain.accounts import Account, Kind, pool
from kiosk.domain.parts import Part
from kiosk.domain.transfers import Balance, Move, Transfer
from tests.central.conftest import POSTGRESQL_ONLY

NOW = "2026-12-01T09:00:00.000Z"
START = (
    ledger.fund("fund:state", "state", 300),
    ledger.fund("fund:city", "city", 300),
    ledger.set_aside("aside", Kind.CONTINGENCY, "city", 30),
    ledger.set_aside("purses", Kind.PURSES, "city", 60),
)
ids, cents = st.integers(0, 12).map(str), st.integers(1, 60)
vouchers, stations = st.sampled_from(["v", "w"]), st.sampled_from(["s", "t"])
parts = st.tuples(st.builds(Part, st.sampled_from(["state", "city"]), cents))
Make = Callable[[Balance], Transfer]

makes: st.SearchStrategy[Make] = st.one_of(
    st.builds(lambda id_, v, p: lambda _: ledger.issue(f"issue:{id_}", v, p), ids, vouchers, parts),
    st.builds(lambda id_, v, s, p: lambda _: ledger.allot(f"allot:{id_}", v, s, p), ids, vouchers, stations, parts),
    st.builds(lambda id_, v, s, p: lambda _: ledger.give_back(f"b:{id_}", v, s, p), ids, vouchers, stations, parts),
    st.builds(lambda id_, s, c: lambda _: ledger.fill_purse(f"fill:{id_}", s, c), ids, stations, cents),
    st.builds(
        lambda id_, v, s, p: lambda held: ledger.spend(held, f"give:{id_}", v, s, "provider", p).transfer,
        ids, vouchers, stations, parts,
    ),
    st.builds(
        lambda id_, v, s, c: lambda held: ledger.spend_purse(held, f"lend:{id_}", v, s, "provider", c).transfer,
        ids, vouchers, stations, cents,
    ),
)  # fmt: skip


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=st.lists(makes, max_size=25), at_once=st.integers(1, 6))
def test_both_books_agree_on_every_balance_and_on_every_no(central: Central, done: list[Make], at_once: int) -> None:
    memory = books.Books()
    with writing(central.engine) as tx:
        store.write(tx, START, NOW)
        for transfer in START:
            memory.write(transfer)
        for start in range(0, len(done), at_once):
            with store.opened(tx, NOW) as here:
                for make in done[start : start + at_once]:
                    assert here.write(make(here.balance)).bars == memory.write(make(memory.balance))
        held = store.balances(tx, memory.balances)
        assert {account: held.get(account, 0) for account in memory.balances} == memory.balances
        assert all(store.written(tx, id_) == transfer for id_, transfer in memory.written.items())
        assert sum(store.totals(tx).values()) == 0
        tx.rollback()


def test_a_transfer_that_is_written_again_changes_nothing(central: Central) -> None:
    for _ in range(2):
        with writing(central.engine) as tx:
            said = store.write(tx, [*START, START[0]], NOW)
    assert all(one.before for one in said)
    with reading(central.engine) as tx:
        assert store.balance(tx, Account(Kind.FUND, fund="state")) == 300


def test_no_other_way_takes_an_account_below_zero(central: Central) -> None:
    with writing(central.engine) as tx:
        store.write(tx, START, NOW)
    with pytest.raises(IntegrityError, match="accounts_covered"), writing(central.engine) as tx:
        tx.exec_driver_sql("UPDATE accounts SET debits = credits + 1 WHERE kind = 'fund'")
    with pytest.raises(IntegrityError, match="moves_amount"), writing(central.engine) as tx:
        tx.exec_driver_sql("UPDATE moves SET amount = 0")


def test_what_went_from_one_account_to_another_is_added_up(central: Central) -> None:
    with writing(central.engine) as tx:
        store.write(tx, [*START, *(ledger.issue(f"i{n}", "v", (Part("state", 10),)) for n in range(3))], NOW)
        assert store.moved(tx, Account(Kind.FUND, fund="state"), pool("v", "state")) == 30
        assert store.moved(tx, pool("v", "state"), Account(Kind.FUND, fund="state")) == 0


@POSTGRESQL_ONLY
def test_many_writers_at_once_never_wait_for_one_another_in_a_ring(central: Central) -> None:
    """Each moves places from one session to another and back, in whatever order its moves name them."""
    with writing(central.engine) as tx:
        store.write(tx, [ledger.open_session(f"open:{n}", str(n), 1000) for n in range(6)], NOW)
    troubles: list[Exception] = []

    def work(seed: int) -> None:
        chance = random.Random(seed)
        try:
            for turn in range(25):
                named = chance.sample(range(6), 3)
                ring = [
                    Move(accounts.seats(str(a)), accounts.seats(str(b)), chance.randint(1, 3))
                    for a, b in zip(named, named[1:] + named[:1], strict=True)
                ]
                with writing(central.engine) as tx:
                    store.write(tx, [Transfer(f"{seed}:{turn}", tuple(ring))], NOW)
        except Exception as trouble:  # noqa: BLE001 - told by the thread that waits
            troubles.append(trouble)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    with reading(central.engine) as tx:
        seats = store.of(tx, [str(n) for n in range(6)], Kind.SEATS)
        assert sum(seats.values()) == 6000
        assert tx.exec_driver_sql("SELECT count(*) FROM transfers").scalar() == 206
