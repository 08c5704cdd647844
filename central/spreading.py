"""Each voucher brought to what the stations of its hubs should hold (central.spread): its household's, and the other to
which they come. What lies elsewhere, or too much in one place, is asked back, and granted the night after.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from central import allotting, ledger, second_hubs, spread
from central.allotting import Grant
from central.db import Tx, locks
from central.db import ledger as store
from central.db import records as written
from central.db.records import Row
from central.scope import hub_in, hub_of_desk
from central.tonight import Tonight
from kiosk.domain.accounts import Account, Kind
from kiosk.domain.allotments import What
from kiosk.domain.events import uuid7
from kiosk.domain.parts import Parts
from kiosk.domain.programmes import VOUCHER, Programme, Voucher, closed, read_voucher

AT_ONCE = 200  # vouchers in one transaction: on a busy machine who else writes waits three seconds, of ten


@dataclass(frozen=True)
class _Paying:
    """A voucher that pays today, and its hubs; `second` is "" for none."""

    voucher: Voucher
    programme: Programme
    home: str
    second: str


def some(tx: Tx, tonight: Tonight, after: str, now: str) -> tuple[int, int, str]:
    """How many were looked at, how many granted, and the last of them."""
    locks.feed(tx)
    rows = written.live_after(tx, VOUCHER, after, AT_ONCE)
    if not rows:
        return 0, 0, after
    before = second_hubs.of(tx, [row.id for row in rows])
    pays = [found for row in rows if (found := _paying(row, tonight, before.get(row.id, "")))]
    second_hubs.name(tx, [(one.voucher, one.second) for one in pays], tonight.habits)
    lies = _lies(tx, [one.voucher.id for one in pays])
    grants = list[Grant]()
    for one in pays:
        held = lies.get(one.voucher.id, {})
        if not tonight.still_open.bars(held, [*tonight.every[one.home], *tonight.every.get(one.second, ())]):
            grants += _brought(tx, one, tonight, held)
    with store.opened(tx, now) as books:
        done = allotting.grant(tx, books, grants)
    return len(rows), len(done), rows[-1].id


def _paying(row: Row, tonight: Tonight, before: str) -> _Paying | None:
    """If its hub has a station which may hold it. Of a shielded household no other hub is told."""
    voucher, home = read_voucher(row.id, json.loads(row.data)), hub_in(row.scope)
    programme = tonight.programmes.get(voucher.programme) if voucher else None
    hub = home or hub_of_desk(row.scope)
    if voucher is None or programme is None or not tonight.hubs.get(hub):
        return None
    if closed(programme, voucher, tonight.day) is not None:
        return None
    seen = tonight.habits.seen.get(voucher.household, {}) if home and programme.spread.second_share else {}
    at_desks = {other: times for other, times in seen.items() if tonight.desks.get(other)}
    return _Paying(voucher, programme, hub, second_hubs.second_hub(hub, at_desks, before))


def _lies(tx: Tx, vouchers: Sequence[str]) -> Mapping[str, dict[Account, int]]:
    """Of each voucher what central and stations have."""
    found: dict[str, dict[Account, int]] = {}
    for account, cents in store.of(tx, vouchers, Kind.POOL, Kind.ALLOTTED).items():
        found.setdefault(account.of, {})[account] = cents
    return found


def _brought(tx: Tx, one: _Paying, tonight: Tonight, held: Mapping[Account, int]) -> list[Grant]:
    """What is granted; what is not where it should be is asked back."""
    id_, funds, rule = one.voucher.id, one.programme.funds, one.programme.spread
    pool, there = ledger.pools(funds, held, id_), dict[str, Parts]()
    for station in {ledger.station_of(account.at) for account in held if account.at}:
        if station in tonight.incarnations:
            there[station] = ledger.allotted(funds, held, id_, tonight.at(station))
    where = (tonight.hubs[one.home], tonight.desks.get(one.second, ()))
    if back := spread.back(pool, there, rule, *where):
        allotting.ask_of(tx, id_, back)
    return [
        Grant(f"grant:{uuid7()}", What.VOUCHER, id_, station, tonight.incarnations[station], parts)
        for station, parts in spread.more(pool, there, rule, *where).items()
    ]
