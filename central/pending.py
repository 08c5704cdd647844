"""Online, in two phases: kept for a station until its own log says what came of it. No time closes it.

The request is the transfer; what closes it is `post:REQUEST` or `void:REQUEST`, whoever tells first, the call or the
event. Of a sign-up the fund is "", and the request the sign-up's id, but of one that was there before. The places of a
whole course are asked for together, each by a request of its own: all are kept, or none.
"""

from collections.abc import Sequence

from central import allotting, asking, silence, vouchers
from central.allotting import Grant
from central.db import Tx, incarnations, locks
from central.db import ledger as store
from central.db.ledger import Books
from central.db.stations import Station
from central.ledger import holder
from central.vouchers import Paying
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
        books.look_at([], [name for one in ask.requests for name in (one, *ends(one))])
        books.read_all(ask.requests)
        asked = [books.written(one) for one in ask.requests]
        if any(asked):
            return _known(books, station, asked, ask)
        if ask.phase is Phase.VOID:
            never(books, ask.request)
            return PendingAnswer(ask.request, Pending.VOIDED)
        if ask.phase is Phase.POST or any(_was_voided(books, one) for one in ask.requests):
            return PendingAnswer(ask.request, Pending.REFUSED, why=No.UNKNOWN)
        return _asked(tx, books, station, ask, now)


def _asked(tx: Tx, books: Books, station: Station, ask: PendingAsk, now: str) -> PendingAnswer:
    known = incarnations.note(tx, station.id, ask.incarnation, now)
    if no := asking.barred(tx, station, ask.incarnation, known):
        return PendingAnswer(ask.request, Pending.REFUSED, why=no)
    at = holder(station.id, ask.incarnation)
    match ask.what:
        case What.VOUCHER:
            return _cents(tx, books, station, at, ask, now)
        case What.SESSION:
            return _places(tx, books, at, ask, now)
        case What.PURSE:
            return PendingAnswer(ask.request, Pending.REFUSED, why=No.UNKNOWN)


def _cents(tx: Tx, books: Books, station: Station, at: str, ask: PendingAsk, now: str) -> PendingAnswer:
    """All of them or none."""
    paying = vouchers.paying(tx, ask.of)
    no = asking.why_not(tx, What.VOUCHER, ask.of, paying, now)
    if no or paying is None:
        return PendingAnswer(ask.request, Pending.REFUSED, why=no)
    ours = (accounts.pending(ask.of, at, fund) for fund in paying.programme.funds)
    books.look_at([*ours, *(accounts.pool(ask.of, fund) for fund in asking.funds_of(paying))])
    kept = parts.draw(asking.free_of(books, paying), ask.amount)
    if kept is None:
        silent = _may_be_lent(tx, books, station, ask, paying, now)
        return PendingAnswer(ask.request, Pending.REFUSED, why=No.NOT_ENOUGH, silent=silent)
    books.write(ledger.ask(ask.request, ask.of, at, kept))
    return PendingAnswer(ask.request, Pending.PENDING, kept)


def _places(tx: Tx, books: Books, at: str, ask: PendingAsk, now: str) -> PendingAnswer:
    """One of each session, or none of any."""
    books.look_at(account for _, of in ask.each for account in (accounts.seats(of), accounts.pending(of, at, PLACE)))
    for _, of in ask.each:
        no = asking.why_not(tx, What.SESSION, of, None, now)
        if no or ask.amount != 1 or not asking.free_places(tx, books, of, now):
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
