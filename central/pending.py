"""Online, in two phases: kept for a station until its own log says what came of it. No time closes it.

The request is the transfer; what closes it is `post:REQUEST` or `void:REQUEST`, whoever tells first, the call or the
event. Of a sign-up the request is the sign-up's id, and the fund is "".
"""

from central import allotting, asking, programmes, silence, vouchers
from central.allotting import Grant
from central.db import Tx, incarnations, locks
from central.db import ledger as store
from central.db.ledger import Books
from central.db.stations import Station
from central.ledger import holder
from kiosk.domain import accounts, ledger, parts
from kiosk.domain.accounts import PLACE, Kind
from kiosk.domain.allotments import What
from kiosk.domain.ledger import Move, Transfer
from kiosk.domain.parts import Part, Parts
from kiosk.domain.wire import No, Pending, PendingAnswer, PendingAsk, Phase


def take(tx: Tx, station: Station, ask: PendingAsk, now: str) -> PendingAnswer:
    """One phase, answered the same however often it comes."""
    locks.station(tx, station.id)
    with store.opened(tx, now) as books:
        asked = books.written(ask.request)
        if asked is not None:
            return _known(books, station, asked, ask)
        if ask.phase is Phase.VOID:
            never(books, ask.request)
            return PendingAnswer(ask.request, Pending.VOIDED)
        if ask.phase is Phase.POST or _was_voided(books, ask.request):
            return PendingAnswer(ask.request, Pending.REFUSED, why=No.UNKNOWN)
        return _asked(tx, books, station, ask, now)


def _asked(tx: Tx, books: Books, station: Station, ask: PendingAsk, now: str) -> PendingAnswer:
    incarnations.note(tx, station.id, ask.incarnation, now)
    no = asking.why_not(tx, station, ask.incarnation, ask.what, ask.of, now)
    if ask.what is What.PURSE:
        no = No.UNKNOWN
    kept = None if no else _kept(tx, books, ask, now)
    if kept is None:
        silent = no is None and ask.what is What.VOUCHER and _may_be_lent(tx, books, station, ask, now)
        return PendingAnswer(ask.request, Pending.REFUSED, why=no or No.NOT_ENOUGH, silent=silent)
    at = holder(station.id, ask.incarnation)
    books.write(ledger.ask(ask.request, ask.of, at, kept) if ask.what is What.VOUCHER else _place(ask, at))
    return PendingAnswer(ask.request, Pending.PENDING, kept)


def _may_be_lent(tx: Tx, books: Books, station: Station, ask: PendingAsk, now: str) -> bool:
    """Whether a purse may lend what is lacking of a voucher beyond what central has and the station that asks: it lies
    at others that are not heard of. Of those that answer it is asked back. What central has comes to the one that asks,
    unless something is still to come: a minute later it is there."""
    at, free = holder(station.id, ask.incarnation), asking.free_of(tx, books, ask.of)
    ours = sum(books.balance(accounts.allotted(ask.of, at, fund)) for fund in asking.funds_of(tx, ask.of))
    lacking = max(0, ask.amount - parts.total(free) - ours)
    if lacking:
        allotting.ask_back(tx, ask.of, lacking, station.id)
    lent = _purse_lends(tx, ask.of, lacking) and silence.holds(tx, ask.of, station.id, now) >= lacking
    if free and (lent or not lacking):
        rest = Grant(f"rest:{ask.request}", What.VOUCHER, ask.of, station.id, ask.incarnation, free)
        allotting.grant(tx, books, [rest])
    return lent


def _purse_lends(tx: Tx, of: str, cents: int) -> bool:
    """By the programme's rule, for a voucher that owes nothing."""
    voucher = vouchers.of(tx, [of])[of]
    programme = programmes.of(tx, voucher.programme)
    return programme is not None and not voucher.owes and 0 < cents <= programme.spread.guest_limit


def _kept(tx: Tx, books: Books, ask: PendingAsk, now: str) -> Parts | None:
    """All of it or nothing."""
    if ask.what is What.VOUCHER:
        return parts.draw(asking.free_of(tx, books, ask.of), ask.amount)
    there = asking.free_places(tx, books, ask.of, now)
    return (Part(PLACE, 1),) if ask.amount == 1 and there else None


def _place(ask: PendingAsk, at: str) -> Transfer:
    kept = accounts.pending(ask.of, at, PLACE)
    return Transfer(ask.request, (Move(accounts.seats(ask.of), kept, 1),))


# --- what came of it ------------------------------------------------------------------------------------------------


def _known(books: Books, station: Station, asked: Transfer, ask: PendingAsk) -> PendingAnswer:
    if not is_of(asked, station.id):
        return PendingAnswer(ask.request, Pending.REFUSED, why=No.ANOTHER)
    if ask.phase is Phase.POST and ask.provider:
        post(books, asked, ask.provider, parts.draw(kept(asked), ask.amount) or () if ask.amount > 0 else ())
    elif ask.phase is Phase.VOID:
        void(books, asked)
    return PendingAnswer(ask.request, state(books, ask.request), kept(asked))


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


def _was_voided(books: Books, request: str) -> bool:
    return books.has(f"void:{request}")
