"""A station asks for more of what it may give without asking, and says what it holds."""

from collections.abc import Sequence
from datetime import datetime

from central import allotting, leases, programmes, seating, settling, vouchers
from central.allotting import PURSE, Grant
from central.clock import city_day
from central.db import Tx, epochs, incarnations, locks, stations
from central.db import ledger as store
from central.db.incarnations import Incarnation
from central.db.ledger import Books
from central.db.stations import Station
from central.ledger import holder, pools
from central.settling import Open
from central.vouchers import Paying
from kiosk.domain import parts
from kiosk.domain.accounts import CONTINGENCY_FUND, PLACE, PURSE_FUND, purses, seats
from kiosk.domain.allotments import What
from kiosk.domain.parts import Part, Parts
from kiosk.domain.programmes import Why, closed
from kiosk.domain.wire import AllotmentsAnswer, AllotmentsAsk, No, Wanted


def take(tx: Tx, station: Station, ask: AllotmentsAsk, now: str) -> AllotmentsAnswer:
    """One request, answered the same however often it comes."""
    locks.station(tx, station.id)
    with store.opened(tx, now) as books:
        _hear(tx, books, station, ask, now)
        said = _granted(tx, books, station, ask, ask.wanted, now) if ask.wanted else 0
    granted, why = (0, said) if isinstance(said, No) else (said, None)
    if ask.wanted and why is None and granted < ask.wanted.amount:
        why = No.NOT_ENOUGH
    return AllotmentsAnswer(ask.request, epochs.current(tx), granted, why)


def _hear(tx: Tx, books: Books, station: Station, ask: AllotmentsAsk, now: str) -> None:
    """What it says of itself. A lease begins with the first word of an incarnation."""
    new = ask.incarnation not in {one.incarnation for one in incarnations.of(tx, station.id)}
    incarnations.note(tx, station.id, ask.incarnation, now)
    if settling.is_open(tx, station.id, ask.incarnation):
        ours = [one for one in ask.holdings if one.incarnation == ask.incarnation]
        settling.true_up(tx, books, station.id, ours, now)
        if ask.frozen:
            leases.stays_frozen(tx, station.id, datetime.fromisoformat(now))
    if ask.whole:
        settling.has_reported(tx, station.id, ask.incarnation)
    if new:
        leases.renew(tx, station.id, datetime.fromisoformat(now))


def _granted(tx: Tx, books: Books, station: Station, ask: AllotmentsAsk, wanted: Wanted, now: str) -> int | No:
    at = holder(station.id, ask.incarnation)
    before = books.written(ask.request)
    if before is not None:
        ours = all((move.target.at, move.target.of) == (at, _subject(wanted)) for move in before.moves)
        return sum(move.amount for move in before.moves) if ours else No.ANOTHER
    copies = incarnations.of(tx, station.id)
    if no := barred(ask.incarnation, copies, leases.is_frozen(tx, station.id, copies)):
        return no
    paying = vouchers.paying(tx, [wanted.of]).get(wanted.of) if wanted.what is What.VOUCHER else None
    if no := why_not(tx, wanted.what, wanted.of, paying, settling.open_ones(tx), now):
        return no
    some = _there(tx, books, wanted, paying, now)
    grant = Grant(ask.request, wanted.what, wanted.of, station.id, ask.incarnation, some)
    given = parts.total(some) if some and allotting.grant(tx, books, [grant]) else 0
    if given < wanted.amount and wanted.what is not What.PURSE:
        allotting.ask_back(tx, wanted.of, wanted.amount - given, station.id)
    return given


def _subject(wanted: Wanted) -> str:
    return "" if wanted.what is What.PURSE else wanted.of


def _there(tx: Tx, books: Books, wanted: Wanted, paying: Paying | None, now: str) -> Parts:
    """As much of it as central has."""
    match wanted.what:
        case What.VOUCHER:
            free = free_of(books, paying) if paying else ()
            return parts.draw(free, min(wanted.amount, parts.total(free))) or ()
        case What.SESSION:
            some = min(wanted.amount, free_places(tx, books, wanted.of, now))
            return (Part(PLACE, some),) if some else ()
        case What.PURSE:
            some = min(wanted.amount, books.balance(purses()))
            return (Part(PURSE_FUND, some),) if some else ()


def free_of(books: Books, paying: Paying) -> Parts:
    """What central holds of a voucher, in the order in which it pays."""
    voucher = paying.voucher.id
    balances = {settling.source(What.VOUCHER, voucher, fund): 0 for fund in funds_of(paying)}
    books.look_at(balances)
    return pools(paying.programme.funds, {account: books.balance(account) for account in balances}, voucher)


def funds_of(paying: Paying) -> tuple[str, ...]:
    """As its programme has them, and what makes a family whole."""
    return (*paying.programme.funds, CONTINGENCY_FUND)


def free_places(tx: Tx, books: Books, session: str, now: str) -> int:
    """How many central has, once those are opened that the catalogue knows of."""
    held = seating.of(tx, session)
    if held is None or not seating.has_places(held, datetime.fromisoformat(now)):
        return 0
    seating.open_up(books, session, held)
    return books.balance(seats(session))


def barred(incarnation: str, copies: Sequence[Incarnation], is_frozen: bool) -> No | None:
    """Why this copy of a station's store, of those that are known, gets nothing now, whatever it asks for."""
    if not copies or copies[-1].incarnation != incarnation or not copies[-1].epoch:
        return No.UNREPORTED
    return No.FROZEN if is_frozen else None


def why_not(tx: Tx, what: What, of: str, paying: Paying | None, still: Open, now: str) -> No | None:
    """Why nobody gets anything of it now; None: they may, if there is something. `paying`: of a voucher, as it is;
    `still`: whom central has not heard since it was restored."""
    match what:
        case What.VOUCHER:
            return _no_voucher(tx, paying, still, datetime.fromisoformat(now))
        case What.SESSION:
            return _no_session(tx, of, still, datetime.fromisoformat(now))
        case What.PURSE:
            return _no_purse(tx, of, still)


def _no_voucher(tx: Tx, paying: Paying | None, still: Open, now: datetime) -> No | None:
    if paying is None:
        return No.UNKNOWN
    match closed(paying.programme, paying.voucher, city_day(now)):
        case None:
            return _unsettled(tx, still, paying.voucher.id, paying.hub)
        case Why.MODULE_OFF:
            return No.MODULE_OFF
        case Why.UNKNOWN:
            return No.UNKNOWN
        case _:
            return No.SUSPENDED


def _no_session(tx: Tx, id_: str, still: Open, now: datetime) -> No | None:
    session = seating.of(tx, id_)
    if session is None or session.capacity is None:
        return No.UNKNOWN
    if not seating.has_places(session, now):
        return No.SUSPENDED
    return _unsettled(tx, still, id_, seating.host(tx, session))


def _no_purse(tx: Tx, of: str, still: Open) -> No | None:
    if of != PURSE:
        return No.UNKNOWN
    if not any(programme.active for programme in programmes.every(tx).values()):
        return No.MODULE_OFF
    return No.UNSETTLED if still.is_any else None


def _unsettled(tx: Tx, still: Open, of: str, hub: str) -> No | None:
    if not still.is_any:
        return None
    ours = [station.id for station in stations.of_hub(tx, hub)]
    return No.UNSETTLED if still.bars(settling.holders(tx, [of]).get(of, []), ours) else None
