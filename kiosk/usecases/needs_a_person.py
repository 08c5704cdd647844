"""What needs a person at this hub, as far as this station knows: one list, and how many there are.

Nothing is dropped: what is here stays until it is put right, or until somebody said that they have seen it.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta
from itertools import chain

from kiosk.clock import ROME, Reading, stamp
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain import casework
from kiosk.domain.cases import REDEMPTION, Case, Kind, Remedy, with_remedies
from kiosk.domain.casework import CONFLICT, Told
from kiosk.domain.families import Kind as Record
from kiosk.domain.families import read_edit
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.late_requests import late_requests

NIGHTS = 7  # how long a visit that was closed by rule is listed: a week in which somebody remembers
_DESK = "desk"


def needs(tx: Tx, by: Entered, now: Reading, few_blanks: int) -> tuple[Case, ...] | NotIn:
    """What protects somebody first. Of a shielded household only safeguarding is told."""
    allowed = acting(tx, by, Deed.CASES)
    if isinstance(allowed, NotIn):
        return allowed
    return _shown(tx, by, [*_but_consents(tx, by, now, few_blanks), *_consents(tx)])


def how_many(tx: Tx, by: Entered, now: Reading, few_blanks: int) -> int:
    """How many `needs` lists; counted after every event."""
    if isinstance(acting(tx, by, Deed.CASES), NotIn):
        return 0
    others = _shown(tx, by, list(_but_consents(tx, by, now, few_blanks)))
    return len(others) + tx.consents_due.count(shielded=allows(tx, by, Deed.SHIELDED))


def case_of(tx: Tx, by: Entered, id_: str, now: Reading) -> Case | NotIn | None:
    """The one of this id, None where it is listed no more."""
    listed = needs(tx, by, now, few_blanks=0)
    return listed if isinstance(listed, NotIn) else next((case for case in listed if case.id == id_), None)


def _shown(tx: Tx, by: Entered, found: Collection[Case]) -> tuple[Case, ...]:
    homes = {case.household for case in found if case.household}
    hidden = set() if not homes or allows(tx, by, Deed.SHIELDED) else tx.families.shielded(homes)
    kinds = list(Kind)
    seen = (with_remedies(case) for case in found if case.household not in hidden)
    return tuple(sorted(seen, key=lambda case: kinds.index(case.kind)))


def _but_consents(tx: Tx, by: Entered, now: Reading, few_blanks: int) -> Iterator[Case]:
    disputed = [_disputed(held, name) for held in tx.families.two_values() for name in sorted(held.record.also)]
    told = tx.cases.told()
    yield from disputed
    yield from _centrals(tx, by, told, {(case.record, case.record_id) for case in disputed})
    yield from _refused(tx, by, told)
    yield from chain(_weakenings(tx), _two_cards(tx), _reviews(tx, now), _visits(tx, now), _value(tx, now))
    yield from (Case(Kind.ASIDE, one.event, one.type, at=one.at, reason=one.reason) for one in tx.cases.aside())
    unread = tx.cases.unreadable()
    yield from (Case(Kind.UNREADABLE, kind, kind, number=number) for kind, number in unread.items())
    station = tx.station.get()
    left = tx.cards.few_blanks(few_blanks)
    if station is not None and station.role == _DESK and left < few_blanks:
        yield Case(Kind.FEW_BLANKS, "blanks", number=left)


# --- of families ----------------------------------------------------------------------------------------------------


def _disputed(held: Held, name: str) -> Case:
    return _about(held, Kind.TWO_VALUES, f"{held.id}.{name}", name, number=len(held.record.also[name]))


def _reviews(tx: Tx, now: Reading) -> Iterator[Case]:
    for held in tx.families.to_review(now.day().isoformat()):
        yield _about(held, Kind.REVIEW_DUE, held.id, "review", held.record.text("review"))


def _consents(tx: Tx) -> Iterator[Case]:
    for due in tx.consents_due.all():
        yield Case(
            Kind.OWN_CONSENT,
            due.id,
            person=due.person,
            household=due.household,
            at=due.day,
            record=Record.CONSENT.value,
            record_id=due.id,
        )


def _weakenings(tx: Tx) -> Iterator[Case]:
    for event in tx.cases.weakenings():
        asked = read_edit(tx.events.body(event) or {})
        if asked is not None:
            home, record = asked.household, asked.kind.value
            yield Case(Kind.WEAKENING_ASKED, event, asked.name, household=home, record=record, record_id=asked.id)


def _about(held: Held, kind: Kind, subject: str, what: str, at: str = "", number: int = 0) -> Case:
    person, home = held.record.text("person") or held.record.text("child"), held.record.household
    return Case(kind, subject, what, person, home, at, number, record=held.kind.value, record_id=held.id)


def _two_cards(tx: Tx) -> Iterator[Case]:
    """Of one human in one household, by two ids: both check them in, and one of them may be lost."""
    for household, *serials in tx.cases.two_cards():
        known = [tx.cards.about(serial) for serial in sorted(serials)]
        live = [one.binding for one in known if one.binding and one.binding.live and not one.revoked]
        subject = "+".join(str(one.serial) for one in live)
        same = len(live) == len(serials) and live[0].person in tx.merges.ids(live[1].person)
        if same and not tx.cases.is_acknowledged(Kind.TWO_CARDS, subject):
            yield Case(Kind.TWO_CARDS, subject, person=live[0].person, household=household, number=len(live))


# --- of visits ------------------------------------------------------------------------------------------------------


def _visits(tx: Tx, now: Reading) -> Iterator[Case]:
    day, began = now.day(), datetime.combine(now.day(), time(), ROME)
    for one in tx.cases.unended(stamp(began - timedelta(days=NIGHTS))):
        yield Case(Kind.CLOSED_AT_NIGHT, one.visit, one.kind, one.person, one.household, one.at)
    for claim in tx.cases.claims(day.isoformat(), stamp(began)):
        yield Case(Kind.CLAIMED, claim.visit, claim.kind, at=claim.at, number=claim.number)


# --- of places and vouchers -----------------------------------------------------------------------------------------


def _value(tx: Tx, now: Reading) -> Iterator[Case]:
    lease = tx.allotments.lease()
    if lease is not None and lease.frozen:
        yield Case(Kind.FROZEN, "lease")
    for one, by_when in late_requests(tx, now):
        yield Case(Kind.REQUEST_LATE, one.id, one.session, one.person, one.household, stamp(by_when))


# --- of central -----------------------------------------------------------------------------------------------------


def _centrals(tx: Tx, by: Entered, told: Collection[Told], disputed: Collection[tuple[str, str]]) -> Iterator[Case]:
    """Two values that stand here are listed as such, and what central refused of this station as refused."""
    ours = {one.event for one in tx.cases.refused()}
    for one in told:
        twice = one.matter.kind == CONFLICT and (one.record, one.record_id) in disputed
        if not twice and one.matter.subject not in ours:
            paid = tx.redemptions.get(one.matter.subject)
            yield Case(
                Kind.CENTRALS,
                one.number,
                one.matter.kind,
                household=one.household,
                at=one.at,
                number=paid.cents if paid else 0,
                record=REDEMPTION if paid else one.record,
                record_id=paid.event if paid else one.record_id,
                may=_closing(tx, by, one),
            )


def _refused(tx: Tx, by: Entered, told: Collection[Told]) -> Iterator[Case]:
    """While central has it open, it is closed there for everybody."""
    opened = {one.matter.subject: one for one in told}
    for one in tx.cases.refused():
        may = _closing(tx, by, opened[one.event]) if one.event in opened else ()
        yield Case(Kind.REFUSED, one.event, one.type, at=one.at, reason=one.reason, may=may)


def _closing(tx: Tx, by: Entered, told: Told) -> tuple[Remedy, ...]:
    may = casework.may_close(told.matter.kind, safeguarding=allows(tx, by, Deed.SHIELDED))
    return (Remedy.CLOSE,) if may else (Remedy.ASK_THE_OFFICE,)
