"""A station asks for more of what it may give without asking, and says what it holds."""

from datetime import datetime

from central import allotting, leases, programmes, seating, settling, vouchers
from central.allotting import PURSE, Grant
from central.clock import city_day
from central.db import Tx, epochs, incarnations, locks, stations
from central.db import ledger as store
from central.db.ledger import Books
from central.db.stations import Station
from central.ledger import holder, pools
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
    if no := why_not(tx, station, ask.incarnation, wanted.what, wanted.of, now):
        return no
    some = _there(tx, books, wanted, now)
    grant = Grant(ask.request, wanted.what, wanted.of, station.id, ask.incarnation, some)
    given = parts.total(some) if some and allotting.grant(tx, books, [grant]) else 0
    if given < wanted.amount and wanted.what is not What.PURSE:
        allotting.ask_back(tx, wanted.of, wanted.amount - given, station.id)
    return given


def _subject(wanted: Wanted) -> str:
    return "" if wanted.what is What.PURSE else wanted.of


def _there(tx: Tx, books: Books, wanted: Wanted, now: str) -> Parts:
    """As much of it as central has."""
    match wanted.what:
        case What.VOUCHER:
            free = free_of(tx, books, wanted.of)
            return parts.draw(free, min(wanted.amount, parts.total(free))) or ()
        case What.SESSION:
            some = min(wanted.amount, free_places(tx, books, wanted.of, now))
            return (Part(PLACE, some),) if some else ()
        case What.PURSE:
            some = min(wanted.amount, books.balance(purses()))
            return (Part(PURSE_FUND, some),) if some else ()


def free_of(tx: Tx, books: Books, voucher: str) -> Parts:
    """What central holds of a voucher, in the order in which it pays."""
    funds = funds_of(tx, voucher)
    balances = {settling.source(What.VOUCHER, voucher, fund): 0 for fund in funds}
    books.look_at(balances)
    return pools(funds[:-1], {account: books.balance(account) for account in balances}, voucher)


def funds_of(tx: Tx, voucher: str) -> tuple[str, ...]:
    """As its programme has them, and what makes a family whole."""
    programme = programmes.of(tx, vouchers.of(tx, [voucher])[voucher].programme)
    return (*(programme.funds if programme else ()), CONTINGENCY_FUND)


def free_places(tx: Tx, books: Books, session: str, now: str) -> int:
    """How many central has, once those are opened that the catalogue knows of."""
    held = seating.of(tx, session)
    if held is None or not seating.has_places(held, datetime.fromisoformat(now)):
        return 0
    seating.open_up(books, session, held)
    return books.balance(seats(session))


def why_not(tx: Tx, station: Station, incarnation: str, what: What, of: str, now: str) -> No | None:
    """Why a station gets nothing of it now; None: it may, if there is something."""
    known = incarnations.of(tx, station.id)
    if not known or known[-1].incarnation != incarnation or not known[-1].epoch:
        return No.UNREPORTED
    if leases.is_frozen(tx, station.id):
        return No.FROZEN
    match what:
        case What.VOUCHER:
            return _no_voucher(tx, of, datetime.fromisoformat(now))
        case What.SESSION:
            return _no_session(tx, of, datetime.fromisoformat(now))
        case What.PURSE:
            return _no_purse(tx, of)


def _no_voucher(tx: Tx, id_: str, now: datetime) -> No | None:
    voucher = vouchers.of(tx, [id_]).get(id_)
    programme = programmes.of(tx, voucher.programme) if voucher else None
    if voucher is None or programme is None:
        return No.UNKNOWN
    match closed(programme, voucher, city_day(now)):
        case None:
            return _unsettled(tx, id_, vouchers.hubs(tx, [id_])[id_])
        case Why.MODULE_OFF:
            return No.MODULE_OFF
        case Why.UNKNOWN:
            return No.UNKNOWN
        case _:
            return No.SUSPENDED


def _no_session(tx: Tx, id_: str, now: datetime) -> No | None:
    session = seating.of(tx, id_)
    if session is None or session.capacity is None:
        return No.UNKNOWN
    if not seating.has_places(session, now):
        return No.SUSPENDED
    return _unsettled(tx, id_, seating.host(tx, session))


def _no_purse(tx: Tx, of: str) -> No | None:
    if of != PURSE:
        return No.UNKNOWN
    if not any(programme.active for programme in programmes.every(tx).values()):
        return No.MODULE_OFF
    return No.UNSETTLED if settling.open_ones(tx).is_any else None


def _unsettled(tx: Tx, of: str, hub: str) -> No | None:
    still = settling.open_ones(tx)
    ours = [station.id for station in stations.of_hub(tx, hub)]
    return No.UNSETTLED if still.bars(settling.holders(tx, [of]).get(of, []), ours) else None
