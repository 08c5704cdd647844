"""What vouchers paid at this station, as its desk sees it, and what they could pay for.

What somebody of 14 or more has of a discreet service is not in any list of their family, and nobody is named beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.redemptions import Redemption
from kiosk.db.tx import Tx
from kiosk.domain import catalogue, finding, programmes
from kiosk.domain.catalogue import Activity, Provider, Session
from kiosk.domain.families import Kind
from kiosk.domain.programmes import Voucher
from kiosk.domain.signingup import Age
from kiosk.domain.signups import OPEN
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.known import Known, is_hidden, known_people
from kiosk.usecases.move_out import who_is_gone
from kiosk.usecases.paying import activity
from kiosk.usecases.seats import known_seat
from kiosk.usecases.sign_up import age_of

MOST = 20  # activities that are offered


@dataclass(frozen=True)
class Spent:
    """`activity` is None for one that left the catalogue; `known`, for nobody this worker may see, and for whoever has
    something of a discreet service."""

    redemption: Redemption
    activity: Activity | None
    provider: str
    known: Known | None = field(repr=False)


@dataclass(frozen=True)
class Payable:
    """Something that vouchers may pay for; `session` is the one that somebody is signed up for, None for a course."""

    id: str
    activity: Activity
    provider: str
    session_id: str = ""
    session: Session | None = None


def spent_today(tx: Tx, by: Entered, now: Reading) -> tuple[Spent, ...] | NotIn:
    """The newest first."""
    allowed = acting(tx, by, Deed.VOUCHERS)
    if isinstance(allowed, NotIn):
        return allowed
    rows = [row for row in tx.redemptions.of_day(now.day().isoformat()) if not is_hidden(tx, by, row.household)]
    return _spent(tx, by, rows[::-1], now)


def spent_by(tx: Tx, by: Entered, household: str, now: Reading) -> tuple[Spent, ...] | NotIn:
    """A family's, the newest first."""
    allowed = acting(tx, by, Deed.VOUCHERS)
    if isinstance(allowed, NotIn):
        return allowed
    if is_hidden(tx, by, household):
        return ()
    return _spent(tx, by, [row for row in tx.redemptions.of_household(household) if not _keeps_it(tx, row, now)], now)


def spent(tx: Tx, by: Entered, event: str, now: Reading) -> Spent | NotIn | None:
    allowed, row = acting(tx, by, Deed.VOUCHERS), tx.redemptions.get(event)
    if isinstance(allowed, NotIn):
        return allowed
    if row is None or is_hidden(tx, by, row.household):
        return None
    return _spent(tx, by, [row], now)[0]


def payable(tx: Tx, text: str) -> tuple[Payable, ...]:
    """By what is in their titles; nothing while too little is typed."""
    if not finding.words(text):
        return ()
    read = ((id_, activity(tx, id_)) for id_ in tx.catalogue.titled(text.strip(), 5 * MOST))
    good = [Payable(id_, one, provider_name(tx, one.provider)) for id_, one in read if one is not None and one.voucher]
    return tuple(good[:MOST])


def payable_for(tx: Tx, person: str) -> tuple[Payable, ...]:
    """What they are signed up for."""
    signups = [one for id_ in tx.merges.ids(person) for one in tx.signups.of_person(id_) if one.state in OPEN]
    seats = [seat for one in signups if (seat := known_seat(tx, one.session)) is not None and seat.activity.voucher]
    return tuple(
        Payable(seat.session.activity, seat.activity, provider_name(tx, seat.activity.provider), seat.id, seat.session)
        for seat in seats[:MOST]
    )


def payable_one(tx: Tx, id_: str, session: str) -> Payable | None:
    one, seat = activity(tx, id_), known_seat(tx, session) if session else None
    if one is None or (session and (seat is None or seat.session.activity != id_)):
        return None
    return Payable(id_, one, provider_name(tx, one.provider), session, seat.session if seat else None)


def beneficiaries(tx: Tx, voucher: Voucher, *, collective: bool) -> tuple[str, ...]:
    """For whom it may pay: of a collective one everybody of the household."""
    if not collective:
        return voucher.people
    held = tx.families.of_household(voucher.household)
    members = [one.record.text("person") for one in held if one.kind is Kind.MEMBER]
    known = dict.fromkeys([*members, *(one.id for one in tx.people.of_household(voucher.household))])
    gone = who_is_gone(tx, voucher.household)
    return tuple(one for one in known if one not in gone)


def provider_name(tx: Tx, id_: str) -> str:
    record = tx.catalogue.record("provider", id_) if id_ else None
    read = catalogue.read("provider", record) if record is not None else None
    return read.name if isinstance(read, Provider) else ""


def some_programme(tx: Tx) -> bool:
    """Whether any programme is running."""
    read = (programmes.read_programme(data) for data in tx.catalogue.every(programmes.PROGRAMME).values())
    return any(one is not None and one.active for one in read)


def _spent(tx: Tx, by: Entered, rows: Iterable[Redemption], now: Reading) -> tuple[Spent, ...]:
    every = [(row, activity(tx, row.activity)) for row in rows]
    open_ = {row.person for row, one in every if not (one and one.sensitive)}
    known = known_people(tx, by, open_, now)
    return tuple(_one(tx, row, one, known) for row, one in every)


def _one(tx: Tx, row: Redemption, one: Activity | None, known: dict[str, Known]) -> Spent:
    if one and one.sensitive:
        return Spent(row, one, "", None)
    return Spent(row, one, provider_name(tx, row.provider), known.get(row.person))


def _keeps_it(tx: Tx, row: Redemption, now: Reading) -> bool:
    one = activity(tx, row.activity)
    return one is not None and one.sensitive and age_of(tx, row.person, now) is not Age.CHILD
