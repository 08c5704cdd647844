"""Planted bugs of money and places. See tests.simulation.mutants."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from central import judge, nightly, settling
from central.db import ledger as store
from central.db import redemptions, writing
from central.judge.values import Judged, refused
from central.opening import Central
from kiosk.db import copying
from kiosk.db.allotments import Allotments
from kiosk.db.redemptions import Redemptions
from kiosk.domain import accounts, ledger
from kiosk.domain.accounts import Account, Kind
from kiosk.domain.events import uuid7
from kiosk.domain.parts import Part, total
from kiosk.domain.transfers import Move, Transfer
from kiosk.sync import push
from kiosk.usecases import begin_anew, outages


def a_grant_applied_twice() -> AbstractContextManager[Any]:
    told = copying._FILL["allotments"]
    added = told.replace("max(granted, excluded.granted)", "granted + excluded.granted")
    assert added != told
    return patch.dict(copying._FILL, {"allotments": added})


def draws_forgotten() -> AbstractContextManager[Any]:
    """What was given goes from no allotment: the effect is not in the transaction of its event."""
    return patch.object(Allotments, "draw", lambda self, *about, **why: None)


def purse_not_counted() -> AbstractContextManager[Any]:
    """A card borrows again and again in one outage."""

    def left(tx: Any, station: Any, programme: Any, payment: Any, began: str) -> int:
        held = tx.allotments.purse(station.incarnation)
        return total(held.left) if held else 0

    return patch.object(outages, "purse_left", left)


@contextmanager
def reversed_twice() -> Iterator[None]:
    """The station forgets that it reversed it, and central that it booked that."""
    got, known, reverse = Redemptions.get, redemptions.known, ledger.reverse

    def get(self: Redemptions, event: str) -> Any:
        held = got(self, event)
        return replace(held, reversed_by=None) if held else None

    def standing(tx: Any, targets: Any) -> Any:
        return {event: replace(one, reversed=False) for event, one in known(tx, targets).items()}

    def anew(balance: Any, id_: str, *about: Any) -> Any:
        return reverse(balance, f"{id_}:{uuid7()}", *about)

    with (
        patch.object(Redemptions, "get", get),
        patch.object(redemptions, "known", standing),
        patch.object(ledger, "reverse", anew),
    ):
        yield


@contextmanager
def issued_again_at_lease_end() -> Iterator[None]:
    """What a silent station may have given is granted to others."""
    granted = nightly.grant_all

    def grant_all(central: Central) -> Any:
        with writing(central.engine) as tx:
            for account, amount in _allotted(tx):
                part = (Part(account.fund, amount),)
                store.write(tx, [ledger.give_back(uuid7(), account.of, account.at, part)], central.now())
        return granted(central)

    with patch.object(nightly, "grant_all", grant_all):
        yield


def granted_anew_after_a_restore() -> AbstractContextManager[Any]:
    """Of what nobody has said yet that they hold it."""
    return patch.object(settling, "open_ones", lambda tx: settling.Open())


@contextmanager
def a_pending_timed_out() -> Iterator[None]:
    """What a station asked for and has not said anything of since is the voucher's again by night."""
    granted = nightly.grant_all

    def grant_all(central: Central) -> Any:
        with writing(central.engine) as tx:
            waiting = store.with_balance(tx, Kind.PENDING)
            back = [Transfer(uuid7(), (Move(one, _pool(one), amount),)) for one, amount in waiting.items()]
            store.write(tx, back, central.now())
        return granted(central)

    with patch.object(nightly, "grant_all", grant_all):
        yield


def _pool(account: Account) -> Account:
    return accounts.pool(account.of, account.fund)


def rights_outlive_a_fork() -> AbstractContextManager[Any]:
    """No incarnation: what was granted to the store before is what this copy may give."""

    def anew(tx: Any) -> Any:
        before, station = tx.station.get(), begin_anew.begin_anew(tx)
        for table in ("allotments", "draws"):
            names = (station.incarnation if station else before.incarnation, before.incarnation)
            statement = f"UPDATE {table} SET incarnation = ? WHERE incarnation = ?"
            tx.station._connection.exec_driver_sql(statement, names)
        return station

    return patch.object(push, "begin_anew", anew)


def _allotted(tx: Any) -> list[tuple[Any, int]]:
    ids = [f"voucher-{number}" for number in range(4)]
    return [(account, amount) for account, amount in store.of(tx, ids, Kind.ALLOTTED).items() if amount]


def a_redemption_refused() -> AbstractContextManager[Any]:
    def rule(header: Any, body: Any, facts: Any) -> Judged:
        return refused("too_much")

    return patch.dict(judge._JUDGES, {("redeemed", 1): rule})
