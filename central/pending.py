"""Online, in two phases: kept for a station until its own log says what came of it. No time closes it.

The request is the transfer; what closes it is `post:REQUEST` or `void:REQUEST`, whoever tells first, the call or the
event. Of a sign-up the fund is "", and the request the sign-up's id, but of one that was there before. The places of a
whole course are asked for together, each by a request of its own: all are kept, or none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from central import allotting, asking, leases, settling, silence, vouchers
from central.allotting import Grant
from central.db import Tx, incarnations, locks
from central.db import ledger as store
from central.db.incarnations import Incarnation
from central.db.ledger import Books
from central.db.stations import Station
from central.ledger import holder
from central.vouchers import Paying
from kiosk.domain import accounts, ledger, parts
from kiosk.domain.accounts import PLACE, Account, Kind
from kiosk.domain.allotments import What
from kiosk.domain.parts import Part, Parts
from kiosk.domain.transfers import Move, Transfer
from kiosk.domain.wire import No, Pending, PendingAnswer, PendingAsk, Phase

Ask = tuple[Station, PendingAsk]


def take(tx: Tx, station: Station, ask: PendingAsk, now: str) -> PendingAnswer:
    """One phase, answered the same however often it comes."""
    return take_all(tx, [(station, ask)], now)[0]


def take_all(tx: Tx, asks: Sequence[Ask], now: str) -> list[PendingAnswer]:
    """One phase of each, one after the other, each answered the same however often it comes. Many at once cost little
    more than one."""
    for id_ in sorted({station.id for station, _ in asks}):
        locks.station(tx, id_)
    with store.opened(tx, now) as books:
        desk = _opened(tx, books, asks, now)
        _look_ahead(desk, asks)
        return [_answered(desk, station, ask) for station, ask in asks]


@dataclass(frozen=True)
class _Desk:
    """Those that are asking, and what is known of them and of what they ask for."""

    tx: Tx
    books: Books
    now: str
    copies: dict[str, Sequence[Incarnation]]  # of their stores, by station
    frozen: set[str]  # stations
    paying: dict[str, Paying]  # by voucher
    still: settling.Open

    def why_not(self, station: Station, ask: PendingAsk) -> No | None:
        """Why it gets nothing, whatever there is. Purses are not asked for so."""
        no = asking.barred(ask.incarnation, self.copies[station.id], station.id in self.frozen)
        if no or ask.what is What.PURSE:
            return no or No.UNKNOWN
        return asking.why_not(self.tx, ask.what, ask.of, self.paying.get(ask.of), self.still, self.now)


def _opened(tx: Tx, books: Books, asks: Sequence[Ask], now: str) -> _Desk:
    copies = incarnations.of_each(tx, {station.id for station, _ in asks})
    wanted = {ask.of for _, ask in asks if ask.what is What.VOUCHER and ask.phase is Phase.ASK}
    paying = vouchers.paying(tx, wanted) if wanted else {}
    return _Desk(tx, books, now, copies, leases.frozen(tx, copies), paying, settling.open_ones(tx))


def _look_ahead(desk: _Desk, asks: Sequence[Ask]) -> None:
    """What these usually need of the books, looked at all together."""
    requests = [request for _, ask in asks for request in ask.requests]
    desk.books.look_at([], [id_ for request in requests for id_ in (request, *ends(request))])
    desk.books.read_all(requests)
    wanted = ((station, ask) for station, ask in asks if ask.what is What.VOUCHER and ask.of in desk.paying)
    new = [(station, ask) for station, ask in wanted if not desk.books.has(ask.request)]
    kept = [(station, ask) for station, ask in new if desk.why_not(station, ask) is None]
    desk.books.look_at(account for station, ask in kept for account in _between(desk, station, ask))


def _between(desk: _Desk, station: Station, ask: PendingAsk) -> Iterator[Account]:
    """The accounts between which it moves."""
    paying, at = desk.paying[ask.of], holder(station.id, ask.incarnation)
    yield from (accounts.pending(ask.of, at, fund) for fund in paying.programme.funds)
    yield from (accounts.pool(ask.of, fund) for fund in asking.funds_of(paying))


def _answered(desk: _Desk, station: Station, ask: PendingAsk) -> PendingAnswer:
    asked = [desk.books.written(request) for request in ask.requests]
    if any(asked):
        return _known(desk.books, station, asked, ask)
    if ask.phase is Phase.VOID:
        never(desk.books, ask.request)
        return PendingAnswer(ask.request, Pending.VOIDED)
    if ask.phase is Phase.POST or any(_was_voided(desk.books, request) for request in ask.requests):
        return PendingAnswer(ask.request, Pending.REFUSED, why=No.UNKNOWN)
    return _asked(desk, station, ask)


def _asked(desk: _Desk, station: Station, ask: PendingAsk) -> PendingAnswer:
    known = desk.copies[station.id]
    desk.copies[station.id] = incarnations.note(desk.tx, station.id, ask.incarnation, desk.now, known)
    if no := desk.why_not(station, ask):
        return PendingAnswer(ask.request, Pending.REFUSED, why=no)
    at = holder(station.id, ask.incarnation)
    return _places(desk, at, ask) if ask.what is What.SESSION else _cents(desk, station, at, ask)


def _cents(desk: _Desk, station: Station, at: str, ask: PendingAsk) -> PendingAnswer:
    """All of them or none."""
    paying = desk.paying[ask.of]
    kept = parts.draw(asking.free_of(desk.books, paying), ask.amount)
    if kept is None:
        silent = _may_be_lent(desk.tx, desk.books, station, ask, paying, desk.now)
        return PendingAnswer(ask.request, Pending.REFUSED, why=No.NOT_ENOUGH, silent=silent)
    desk.books.write(ledger.ask(ask.request, ask.of, at, kept))
    return PendingAnswer(ask.request, Pending.PENDING, kept)


def _places(desk: _Desk, at: str, ask: PendingAsk) -> PendingAnswer:
    """One of each session, or none of any."""
    books = desk.books
    books.look_at(account for _, of in ask.each for account in (accounts.seats(of), accounts.pending(of, at, PLACE)))
    for _, of in ask.each:
        no = None if of == ask.of else asking.why_not(desk.tx, What.SESSION, of, None, desk.still, desk.now)
        if no or ask.amount != 1 or not asking.free_places(desk.tx, books, of, desk.now):
            return PendingAnswer(ask.request, Pending.REFUSED, why=no or No.NOT_ENOUGH)
    for request, of in ask.each:
        books.write(Transfer(request, (Move(accounts.seats(of), accounts.pending(of, at, PLACE), 1),)))
    return PendingAnswer(ask.request, Pending.PENDING, (Part(PLACE, len(ask.each)),))


def _may_be_lent(tx: Tx, books: Books, station: Station, ask: PendingAsk, paying: Paying, now: str) -> bool:
    """Whether a purse may lend what is lacking of a voucher beyond what central has and the station that asks: it lies
    at others that are not heard of. Of those that answer it is asked back. What central has comes to the one that asks,
    unless something is still to come: a minute later it is there."""
    at, free = holder(station.id, ask.incarnation), asking.free_of(books, paying)
    ours = sum(books.balance(accounts.allotted(ask.of, at, fund)) for fund in asking.funds_of(paying))
    lacking = max(0, ask.amount - parts.total(free) - ours)
    if lacking:
        allotting.ask_back(tx, ask.of, lacking, station.id)
    lent = _purse_lends(paying, lacking) and silence.holds(tx, ask.of, station.id, now) >= lacking
    if free and (lent or not lacking):
        rest = Grant(f"rest:{ask.request}", What.VOUCHER, ask.of, station.id, ask.incarnation, free)
        allotting.grant(tx, books, [rest])
    return lent


def _purse_lends(paying: Paying, cents: int) -> bool:
    """By the programme's rule, for a voucher that owes nothing."""
    return not paying.voucher.owes and 0 < cents <= paying.programme.spread.guest_limit


# --- what came of it ------------------------------------------------------------------------------------------------


def _known(books: Books, station: Station, some: Sequence[Transfer | None], ask: PendingAsk) -> PendingAnswer:
    """Those of a course were written together: where one is closed, all are as good as closed."""
    ours = [asked for asked in some if asked is not None and is_of(asked, station.id)]
    if len(ours) < len(some):
        return PendingAnswer(ask.request, Pending.REFUSED, why=No.ANOTHER)
    asked = ours[0]
    if ask.phase is Phase.POST and ask.provider:
        post(books, asked, ask.provider, parts.draw(kept(asked), ask.amount) or () if ask.amount > 0 else ())
    elif ask.phase is Phase.VOID:
        void(books, asked)
    stands = [state(books, one.id) for one in ours]
    if any(one is not stands[0] for one in stands):
        return PendingAnswer(ask.request, Pending.VOIDED)
    return PendingAnswer(ask.request, stands[0], parts.together(part for one in ours for part in kept(one)))


def state(books: Books, request: str) -> Pending:
    if books.has(f"post:{request}"):
        return Pending.POSTED
    return Pending.VOIDED if _was_voided(books, request) else Pending.PENDING


def is_of(asked: Transfer, station: str) -> bool:
    """Whether it is something pending of this station."""
    targets = [move.target for move in asked.moves]
    return bool(targets) and all(one.kind is Kind.PENDING and one.at.partition("/")[0] == station for one in targets)


def kept(asked: Transfer) -> Parts:
    return tuple(Part(move.target.fund, move.amount) for move in asked.moves)


def post(books: Books, asked: Transfer, provider: str, parts_: Parts = ()) -> None:
    """What was kept is spent, or these parts of it and the rest is free again; of a sign-up it is a place taken.
    Nothing, where it was closed before."""
    if state(books, asked.id) is not Pending.PENDING:
        return
    wanted, moves = dict(parts_ or kept(asked)), list[Move]()
    for source, target, amount in asked.moves:
        some = min(amount, wanted.get(target.fund, 0))
        end = accounts.taken(target.of) if target.fund == PLACE else accounts.spent(provider, target.fund)
        moves += [Move(target, end, some)] if some else []
        moves += [Move(target, source, amount - some)] if amount > some else []
    books.write(Transfer(f"post:{asked.id}", tuple(moves)))


def void(books: Books, asked: Transfer) -> None:
    """It is free again. Nothing, where it was closed before."""
    if state(books, asked.id) is Pending.PENDING:
        back = tuple(Move(target, source, amount) for source, target, amount in asked.moves)
        books.write(Transfer(f"void:{asked.id}", back))


def never(books: Books, request: str) -> None:
    """Voided before it was asked for: what is still under way asks for nothing."""
    books.write(Transfer(f"void:{request}", ()))


def ends(request: str) -> tuple[str, str]:
    """The transfers of which either closes it."""
    return f"post:{request}", f"void:{request}"


def _was_voided(books: Books, request: str) -> bool:
    return books.has(f"void:{request}")
