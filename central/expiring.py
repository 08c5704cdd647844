"""Vouchers that a person stops, lets go on, or gives more time; and what is left of those whose time is over."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from central import allotting, ledger, programmes, vouchers
from central.db import Tx, decisions, locks
from central.db import ledger as books
from central.db.decisions import Decision, What
from central.deciding import said
from kiosk.domain import days, debts
from kiosk.domain import ledger as kernel
from kiosk.domain.accounts import CONTINGENCY_FUND, Account, Kind
from kiosk.domain.events import uuid7
from kiosk.domain.programmes import VOUCHER, Programme, State, Voucher, last_day

_AT_ONCE = 500


class NotDone(StrEnum):
    UNKNOWN = "no voucher has this id"
    NOT_SO = "it does not stand so: live ones are suspended, suspended ones resumed"
    NO_DAY = "a day is written 2027-07-31, and lies after the one it has"


def suspend(tx: Tx, id_: str, who: str, why: str, now: str) -> Voucher | NotDone:
    return _turn(tx, id_, (State.LIVE, State.SUSPENDED), What.SUSPENDED, (who, why, now))


def resume(tx: Tx, id_: str, who: str, why: str, now: str) -> Voucher | NotDone:
    return _turn(tx, id_, (State.SUSPENDED, State.LIVE), What.RESUMED, (who, why, now))


def extend(tx: Tx, id_: str, until: str, who: str, why: str, now: str) -> Voucher | NotDone:
    """It pays until the end of another day. What was reclaimed already is not brought back by it."""
    found = vouchers.of(tx, [id_]).get(id_)
    if found is None or not vouchers.is_open(found):
        return NotDone.UNKNOWN
    programme = programmes.of(tx, found.programme)
    if programme is None or days.read(until) is None or until <= last_day(programme, found):
        return NotDone.NO_DAY
    return _decided(tx, replace(found, until=until), What.EXTENDED, (who, why, now))


def _turn(tx: Tx, id_: str, states: tuple[State, State], what: What, by: tuple[str, str, str]) -> Voucher | NotDone:
    found = vouchers.of(tx, [id_]).get(id_)
    if found is None:
        return NotDone.UNKNOWN
    if found.state is not states[0]:
        return NotDone.NOT_SO
    return _decided(tx, replace(found, state=states[1]), what, by)


def _decided(tx: Tx, voucher: Voucher, what: What, by: tuple[str, str, str]) -> Voucher:
    who, why, now = by
    decisions.add(tx, Decision(now, said(who), what, VOUCHER, "", voucher.id, said(why)))
    vouchers.put(tx, voucher)
    return voucher


# --- whose time is over ---------------------------------------------------------------------------------------------


def reclaim(tx: Tx, day: date, now: str) -> dict[str, int]:
    """What central holds of the vouchers whose last day is over, and of those that nobody has any more, goes back to
    its funds; how many cents to which.

    What stations hold of them is asked back, and comes as they are heard: the same again finds it. What was lent
    for one is taken first.
    """
    locks.feed(tx)
    known = programmes.every(tx)
    over = [one for one in vouchers.every(tx) if _is_over(one, known.get(one.programme), day)]
    back: dict[str, int] = {}
    for start in range(0, len(over), _AT_ONCE):
        _reclaim(tx, [one.id for one in over[start : start + _AT_ONCE]], back, now)
    for voucher in over:
        if voucher.state is not State.RECLAIMED:
            vouchers.put(tx, replace(voucher, state=State.RECLAIMED, left=0))
    _reclaim(tx, _nobodys(tx), back, now)
    return back


def _is_over(voucher: Voucher, programme: Programme | None, day: date) -> bool:
    if voucher.state is State.NOT_AWARDED or programme is None:
        return False
    return day.isoformat() > last_day(programme, voucher)


def _reclaim(tx: Tx, ids: Sequence[str], back: dict[str, int], now: str) -> None:
    pools, owing = books.of(tx, ids, Kind.POOL), ledger.owing(tx, ids)
    with books.opened(tx, now) as here:
        here.look_at(pools)
        for id_, funds in _by_voucher(pools).items():
            if id_ in owing and (repaid := debts.recover(here.balance, f"recover:{uuid7()}", id_, funds)):
                here.write(repaid)
            parts = ledger.pools([name for name in funds if name != CONTINGENCY_FUND], _held(here, pools), id_)
            here.write(kernel.reclaim(f"reclaim:{uuid7()}", id_, parts))
            for name, cents in parts:
                back[name] = back.get(name, 0) + cents
    for id_, cents in _at_stations(tx, ids).items():
        allotting.ask_back(tx, id_, cents, "")


def _at_stations(tx: Tx, ids: Sequence[str]) -> dict[str, int]:
    """Cents that stations hold, by voucher; of those without any nothing."""
    held: dict[str, int] = {}
    for account, cents in books.of(tx, ids, Kind.ALLOTTED).items():
        if cents:
            held[account.of] = held.get(account.of, 0) + cents
    return held


def _held(here: books.Books, pools: Mapping[Account, int]) -> dict[Account, int]:
    return {account: here.balance(account) for account in pools}


def _by_voucher(pools: Mapping[Account, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for account, cents in pools.items():
        if cents:
            found.setdefault(account.of, []).append(account.fund)
    return found


def _nobodys(tx: Tx) -> list[str]:
    """Vouchers with money whose family was erased."""
    return books.subjects(tx, Kind.POOL, without=VOUCHER)
