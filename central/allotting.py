"""Allotments: granted in the books, and told to the station as all that it was ever granted.

The record is `OF@STATION`; it belongs to one incarnation of the station, and begins at nothing for another.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from central import feed
from central.db import Tx
from central.db import ledger as store
from central.db import records as written
from central.db.ledger import Books
from central.ledger import holder
from central.scope import of_station
from kiosk.domain import allotments, ledger
from kiosk.domain.accounts import Account, Kind, allotted, pool, seats
from kiosk.domain.allotments import KIND, Granted, What
from kiosk.domain.parts import Part, Parts, total
from kiosk.domain.transfers import Transfer

PURSE = "purse"  # what a purse's allotment is of
Key = tuple[str, str]
"""Of what, and of which station."""


@dataclass(frozen=True)
class Grant:
    """So much more for a station's incarnation, in the transfer of this id."""

    id: str
    what: What
    of: str
    station: str
    incarnation: str
    parts: Parts

    @property
    def key(self) -> Key:
        return self.of, self.station


def name(of: str, station: str) -> str:
    return f"{of}@{station}"


def told(tx: Tx, keys: Collection[Key]) -> dict[Key, Granted]:
    """What stations were told of these. Locks the feed."""
    named = {name(*key): key for key in keys}
    found = {}
    for id_, row in written.held(tx, KIND, sorted(named)).items():
        read = allotments.read(json.loads(row.data)) if row.state == "live" else None
        if read is not None:
            found[named[id_]] = read
    return found


def grant(tx: Tx, books: Books, grants: Sequence[Grant]) -> list[Grant]:
    """Write them into the books and tell the stations; those that were there before, or that are barred, are not told
    again. The ones that were done."""
    transfers = [_transfer(one) for one in grants]
    books.look_at({account for one in transfers for account in one.accounts()}, [one.id for one in transfers])
    done = [one for one, transfer in zip(grants, transfers, strict=True) if _is_new(books, transfer)]
    tell(tx, done)
    return done


def _is_new(books: Books, transfer: Transfer) -> bool:
    said = books.write(transfer)
    return not said.before and said.bars is None


def tell(tx: Tx, done: Sequence[Grant]) -> None:
    """The totals, with so much more in each."""
    totals = dict[Key, Granted]()
    before = told(tx, {one.key for one in done})
    for one in done:
        known = totals.get(one.key, before.get(one.key))
        fresh = Granted(one.of, one.what, (), one.incarnation)
        held = known if known is not None and known.incarnation == one.incarnation else fresh
        totals[one.key] = replace(held, parts=added(held.parts, one.parts))
    put(tx, totals)


def put(tx: Tx, totals: Mapping[Key, Granted]) -> None:
    drafts = [
        feed.Draft(KIND, name(of, station), allotments.dump(granted), of_station(station))
        for (of, station), granted in totals.items()
    ]
    feed.publish_all(tx, drafts)


def added(parts: Parts, more: Parts) -> Parts:
    """Both together, in the order of the first."""
    by_fund = dict(parts)
    for fund, amount in more:
        by_fund[fund] = by_fund.get(fund, 0) + amount
    return tuple(Part(fund, amount) for fund, amount in by_fund.items())


def _transfer(one: Grant) -> Transfer:
    at = holder(one.station, one.incarnation)
    match one.what:
        case What.VOUCHER:
            return ledger.allot(one.id, one.of, at, one.parts)
        case What.SESSION:
            return ledger.allot_places(one.id, one.of, at, total(one.parts))
        case What.PURSE:
            return ledger.fill_purse(one.id, at, total(one.parts))


# --- asked back -----------------------------------------------------------------------------------------------------


def ask_back(tx: Tx, of: str, wanted: int, but: str) -> int:
    """Of what stations hold of a voucher or a session, all but this one, so much is asked back; how much that is.

    What is asked and has not come is not asked twice.
    """
    held: dict[str, int] = {}
    for account, amount in store.of(tx, [of], Kind.ALLOTTED).items():
        held[account.at] = held.get(account.at, 0) + amount
    asked = 0
    known = told(tx, {(of, at.partition("/")[0]) for at in held})
    for at, amount in sorted(held.items(), key=lambda one: (-one[1], one[0])):
        station, _, incarnation = at.partition("/")
        granted = known.get((of, station))
        if station == but or granted is None or granted.incarnation != incarnation:
            continue
        coming = max(0, granted.back - given_back(tx, granted, at))
        some = min(amount, max(coming, wanted - asked))
        asked += some
        if some > coming:
            put(tx, {(of, station): replace(granted, back=granted.back + some - coming)})
    return asked


def ask_of(tx: Tx, of: str, wanted: Mapping[str, int]) -> int:
    """Of what these stations hold of a voucher so much each, but for what is asked already; of how many."""
    asked = 0
    for (_, station), granted in told(tx, {(of, station) for station in wanted}).items():
        coming = granted.back - given_back(tx, granted, holder(station, granted.incarnation))
        if wanted[station] > max(0, coming):
            put(tx, {(of, station): replace(granted, back=granted.back + wanted[station] - max(0, coming))})
            asked += 1
    return asked


def given_back(tx: Tx, granted: Granted, at: str) -> int:
    """All that a holder ever gave back of it."""
    return sum(store.moved(tx, source, target) for source, target in _ways_back(granted, at))


def _ways_back(granted: Granted, at: str) -> Iterable[tuple[Account, Account]]:
    for fund, _ in granted.parts:
        home = seats(granted.of) if granted.what is What.SESSION else pool(granted.of, fund)
        yield allotted(granted.of, at, fund), home
