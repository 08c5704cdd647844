"""What stations gave is booked, whatever the books say: nothing that was green is refused.

What the books do not hold is paid by contingency, and at last by nobody; a person then has to look. The voucher
owes it, as what a purse lent, and pays as soon as central has something of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from central import allotting, casework, ledger, pending, programmes, settling, signups, vouchers
from central.allotting import PURSE, Grant
from central.db import Tx, redemptions
from central.db import ledger as store
from central.db.cases import Case
from central.db.ledger import Books
from central.db.stations import Station
from central.judge.valuebodies import Back, Means, Redemption
from central.judge.values import (
    BookRedemption,
    GiveBack,
    KeepSignup,
    OfValue,
    ReverseRedemption,
    VoidPending,
)
from central.ledger import holder
from kiosk.domain import accounts, debts, parts
from kiosk.domain import ledger as kernel
from kiosk.domain.accounts import CONTINGENCY_FUND, Account, Kind
from kiosk.domain.allotments import What
from kiosk.domain.events import Header
from kiosk.domain.ledger import Booked
from kiosk.domain.parts import Part, Parts
from kiosk.domain.signups import Fact
from kiosk.domain.transfers import Move, Transfer
from kiosk.domain.wire import Pending

Given = tuple[Header, OfValue]


@dataclass
class _Desk:
    """One batch being booked."""

    tx: Tx
    books: Books
    station: Station
    now: str
    touched: set[str] = field(default_factory=set)  # vouchers
    rows: list[tuple[Redemption, str]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    requests: dict[str, str] = field(default_factory=dict)  # of a place that central kept, by the fact's event
    cases: list[Case] = field(default_factory=list)

    open_ones: dict[str, bool] = field(default_factory=dict)

    def is_open(self, station: str, incarnation: str) -> bool:
        """settling.is_open, asked once for each incarnation: this transaction changes nothing about it."""
        if incarnation not in self.open_ones:
            self.open_ones[incarnation] = settling.is_open(self.tx, station, incarnation)
        return self.open_ones[incarnation]

    def case(self, kind: str, event: str) -> None:
        self.cases.append(Case(kind, self.station.id, event, self.now))


def write(tx: Tx, station: Station, given: Sequence[Given], now: str) -> None:
    """In the order of the chain. Each event is booked once, by its id."""
    if not given:
        return
    with store.opened(tx, now) as books:
        _look_ahead(books, given)
        desk = _Desk(tx, books, station, now)
        for header, effect in given:
            _book(desk, header, effect)
        for event in signups.keep(tx, books, station.hub, desk.facts, desk.requests) if desk.facts else ():
            desk.case("overbooked", event)
    redemptions.add(tx, station.id, desk.rows)
    vouchers.tell(tx, desk.touched)
    casework.open_all(tx, desk.cases)


def _look_ahead(books: Books, given: Sequence[Given]) -> None:
    """What redemptions usually need, looked at all together: what was asked online, and the accounts between which it
    moves."""
    paid = [(header, effect.read) for header, effect in given if isinstance(effect, BookRedemption)]
    requests = {read.request for _, read in paid if read.request}
    ends = [end for one in requests for end in pending.ends(one)]
    books.look_at([], [id_ for _, read in paid for id_ in (read.event, _reversal(read.event))] + ends)
    books.read_all(requests)
    asked = [books.written(request) for request in requests]
    books.look_at({account for one in asked if one for account in one.accounts()} | {*_between(paid)})


def _between(paid: Sequence[tuple[Header, Redemption]]) -> Iterator[Account]:
    for header, read in paid:
        at = holder(header.station, header.incarnation)
        for fund, _ in read.parts if read.means is not Means.PURSE else ():
            yield accounts.spent(read.provider, fund)
            if read.means is Means.ALLOTMENT and fund != accounts.PURSE_FUND:
                yield accounts.allotted(read.voucher, at, fund)


def _book(desk: _Desk, header: Header, effect: OfValue) -> None:
    at, before = holder(header.station, header.incarnation), len(desk.books.done)
    match effect:
        case BookRedemption(read):
            _redeemed(desk, at, read)
        case ReverseRedemption(target):
            _reversed(desk, target)
        case GiveBack(back):
            _given_back(desk, at, header.id, back)
        case VoidPending(request):
            asked = desk.books.written(request)
            if asked is None:
                pending.never(desk.books, request)
            elif pending.is_of(asked, header.station):
                pending.void(desk.books, asked)
        case KeepSignup(fact, request):
            desk.facts.append(replace(fact, station=at))
            desk.requests[fact.event] = request
    _settle(desk, header.id, desk.books.done[before:])


# --- redemptions ----------------------------------------------------------------------------------------------------


def _redeemed(desk: _Desk, at: str, read: Redemption) -> None:
    if desk.books.has(read.event):
        return
    desk.touched.add(read.voucher)
    match read.means:
        case Means.ONLINE:
            transfer = _online(desk, at, read)
        case Means.PURSE:
            _true_up(desk, at, read.event, What.PURSE, PURSE, read.parts)
            booked = kernel.spend_purse(desk.books.balance, read.event, read.voucher, at, read.provider, read.cents)
            transfer = _done(desk, read, booked)
        case Means.ALLOTMENT:
            _true_up(desk, at, read.event, What.VOUCHER, read.voucher, read.parts)
            transfer = _spent(desk, at, read)
    desk.rows.append((read, transfer))
    if desk.books.has(_reversal(read.event)):
        _take_back(desk, read.event, f"{_reversal(read.event)}/late", read.voucher, transfer)


def _spent(desk: _Desk, at: str, read: Redemption) -> str:
    return _done(desk, read, kernel.spend(desk.books.balance, read.event, read.voucher, at, read.provider, read.parts))


def _done(desk: _Desk, read: Redemption, booked: Booked) -> str:
    desk.books.write(booked.transfer)
    if booked.uncovered:
        desk.case("overspend", read.event)
    return booked.transfer.id


def _online(desk: _Desk, at: str, read: Redemption) -> str:
    """What was kept for it is spent. Where it is kept no more, what central has of the voucher is."""
    asked = desk.books.written(read.request) if read.request else None
    ours = asked is not None and pending.is_of(asked, ledger.station_of(at))
    if asked is not None and ours and pending.state(desk.books, asked.id) is not Pending.VOIDED:
        pending.post(desk.books, asked, read.provider, read.parts)
        return f"post:{asked.id}"
    desk.case("pending_closed_before", read.event)
    some = _free(desk.books, read.voucher, read.parts)
    desk.books.write(kernel.allot(f"late:{read.event}", read.voucher, at, some))
    return _spent(desk, at, read)


def _true_up(desk: _Desk, at: str, event: str, what: What, of: str, gone: Parts) -> None:
    """A restored central may have forgotten what it had granted, and is gone now: it comes from where it came then, and
    the station is known to have been told."""
    station, _, incarnation = at.partition("/")
    if not desk.is_open(station, incarnation):
        return
    balance = desk.books.balance
    lacks = ((fund, amount - balance(_held(what, of, at, fund))) for fund, amount in gone)
    there = ((fund, min(amount, balance(settling.source(what, of, fund)))) for fund, amount in lacks)
    some = tuple(Part(fund, amount) for fund, amount in there if amount > 0)
    if some:
        grant = Grant(f"true:{event}", what, of, station, incarnation, some)
        allotting.grant(desk.tx, desk.books, [grant])


def _held(what: What, of: str, at: str, fund: str) -> Account:
    return accounts.purse(at) if what is What.PURSE else accounts.allotted(of, at, fund)


def _free(books: Books, voucher: str, wanted: Parts) -> Parts:
    """As much of it as central holds."""
    there = ((fund, min(amount, books.balance(accounts.pool(voucher, fund)))) for fund, amount in wanted)
    return tuple(Part(fund, amount) for fund, amount in there if amount)


def _reversed(desk: _Desk, target: str) -> None:
    """It is the voucher's again, with central; what is not known is as soon as it is told of. Of a central that was
    restored, and of copies of a store, one may tell that it was reversed before another tells that it was given."""
    new = {read.event: (read.voucher, transfer) for read, transfer in desk.rows}
    known = new.get(target) or redemptions.booked(desk.tx, target)
    if known is None:
        desk.books.write(Transfer(_reversal(target), ()))
    else:
        _take_back(desk, target, _reversal(target), *known)


def _take_back(desk: _Desk, target: str, id_: str, voucher: str, transfer: str) -> None:
    done = desk.books.written(transfer)
    if done is None:
        return
    desk.books.write(kernel.reverse(desk.books.balance, id_, voucher, done))
    desk.touched.add(voucher)
    redemptions.add(desk.tx, desk.station.id, desk.rows)
    redemptions.is_reversed(desk.tx, target, desk.now)


def _reversal(of: str) -> str:
    return f"reverse:{of}"


# --- given back -----------------------------------------------------------------------------------------------------


def _given_back(desk: _Desk, at: str, event: str, back: Back) -> None:
    """As much as the books have with the station: of more a person is told."""
    what, moves = _what(back), list[Move]()
    _true_up(desk, at, event, what, back.of, back.parts)
    for fund, amount in back.parts:
        source, target = _held(what, back.of, at, fund), settling.source(what, back.of, fund)
        some = min(amount, desk.books.balance(source))
        moves += [Move(source, target, some)] if some else []
    desk.books.write(Transfer(event, tuple(moves)))
    if sum(move.amount for move in moves) < parts.total(back.parts):
        desk.case("gave_back_too_much", event)


def _what(back: Back) -> What:
    if back.of == PURSE:
        return What.PURSE
    return What.SESSION if any(fund == accounts.PLACE for fund, _ in back.parts) else What.VOUCHER


# --- what is owed ---------------------------------------------------------------------------------------------------


def _settle(desk: _Desk, event: str, done: Sequence[Transfer]) -> None:
    """Whose debt or pool has grown pays what it owes."""
    for voucher in {move.target.of for one in done for move in one.moves if move.target.kind in (Kind.DUE, Kind.POOL)}:
        if recover(desk.tx, desk.books, voucher, event):
            desk.touched.add(voucher)


def recover(tx: Tx, books: Books, voucher: str, cause: str) -> bool:
    """What was lent for a voucher comes back as far as central holds anything of it; whether anything did."""
    if not debts.owed(books.balance, voucher):
        return False
    held = vouchers.of(tx, [voucher]).get(voucher)
    programme = programmes.of(tx, held.programme) if held else None
    funds = (*(programme.funds if programme else ()), CONTINGENCY_FUND)
    back = debts.recover(books.balance, f"recover:{cause}", voucher, funds)
    if back is not None:
        books.write(back)
    return back is not None
