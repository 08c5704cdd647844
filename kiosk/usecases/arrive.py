"""A person arrives and shows a card; within seconds they may take it back."""

from collections.abc import Callable
from datetime import timedelta

from kiosk.clock import ROME, Reading, from_stamp, stamp
from kiosk.db.cards import Known
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.attendance import CountedAs, counted_as
from kiosk.domain.codes import Code, Kind, NotACode
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.people import Binding, Person
from kiosk.domain.visits import (
    LEAVING_MINUTES,
    UNDO_SECONDS,
    AlreadyHere,
    MayLeave,
    Reason,
    Refused,
    Undone,
    Welcomed,
)
from kiosk.usecases.hours import begun_before_today
from kiosk.usecases.standing import standing

_ONE_VISIT = timedelta(minutes=5)  # two scans so close are one visit, even over midnight
_UNDO_GRACE = timedelta(seconds=UNDO_SECONDS + 5)  # a slow finger on a slow screen


CountAs = Callable[[str], CountedAs]  # of a person's id


def as_known(tx: Tx) -> CountAs:
    """By the band that central told of each."""

    def counted(person: str) -> CountedAs:
        known = tx.people.get(person)
        return counted_as(known.band) if known else CountedAs()

    return counted


def nobody_known(_: str) -> CountedAs:
    """A station that knows nobody's age counts people and bands them later."""
    return CountedAs()


def arrive(
    tx: Tx, scanned: Code | NotACode, now: Reading, counted: CountAs = nobody_known
) -> Welcomed | AlreadyHere | MayLeave | Refused:
    """Check a card in. A card from elsewhere is welcomed without a name: checking in always works."""
    usable = usable_card(tx, scanned, now)
    return usable if isinstance(usable, Refused) else arrive_by(tx, *usable, now, counted)


def arrive_by(
    tx: Tx, serial: int, binding: Binding | None, now: Reading, counted: CountAs = nobody_known
) -> Welcomed | AlreadyHere | MayLeave | Refused:
    """As `arrive`, by a card that was found usable in this transaction."""
    station = tx.station.get()
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    person = tx.people.get(binding.person) if binding else None
    here = still_here(tx, binding.person if binding else "", serial, now)
    if here is not None:
        return MayLeave(here.id, person) if _a_while_ago(here, now) else AlreadyHere(person)
    as_what = counted(binding.person) if binding else CountedAs()
    return welcome(tx, station, serial, binding, person, as_what, now)


def usable_card(tx: Tx, scanned: Code | NotACode, now: Reading) -> tuple[int, Binding | None] | Refused:
    """A card by which somebody may be checked in: its serial and whose it is, as far as this station knows."""
    if isinstance(scanned, NotACode):
        return Refused(Reason.NOT_A_CODE)
    known = tx.cards.about(scanned.serial)
    refusal = _refusal(known, scanned, now)
    return (scanned.serial, known.binding) if refusal is None else Refused(refusal)


def still_here(tx: Tx, person: str, serial: int, now: Reading) -> Visit | None:
    """The visit of this person, by whichever id, or of this card, that began here today, or in an opening of yesterday
    that is still on, and was ended, or taken back, at no station."""
    since = min([now.at - _ONE_VISIT, *(span.begins for span in begun_before_today(tx, now))])
    today, first = now.day().isoformat(), since.astimezone(ROME).date().isoformat()
    visit = tx.visits.here(today, first, stamp(since), tx.merges.ids(person), serial)
    return visit if visit is not None and standing(tx, visit.id) is not None else None


def undo_arrival(tx: Tx, visit_id: str, now: Reading) -> Undone | Refused:
    """Take an arrival back within seconds: an opposite event, the first one stays."""
    station = tx.station.get()
    visit = tx.visits.get(visit_id)
    if station is None or visit is None or visit.undone_by is not None:
        return Refused(Reason.TOO_LATE)
    if abs(now.at - from_stamp(visit.arrived_at)) > _UNDO_GRACE:  # a clock put right meanwhile is no reason
        return Refused(Reason.TOO_LATE)
    content = {"visit": visit.id, "why": "undone_at_the_screen"}
    tx.visits.undo(visit.id, tx.events.record(station, Type.ARRIVAL_UNDONE, content, now))
    return Undone(visit.id)


def _refusal(known: Known, code: Code, now: Reading) -> Reason | None:
    if code.kind is not Kind.CARD:
        return Reason.WRONG_KIND
    if code.expires < now.day():
        return Reason.EXPIRED
    if known.revoked:
        return Reason.REVOKED
    if known.binding is None and known.in_stock:
        return Reason.UNBOUND
    if known.binding is not None and not known.binding.live:
        return Reason.REPLACED
    return None


def _a_while_ago(visit: Visit, now: Reading) -> bool:
    return now.at - from_stamp(visit.arrived_at) >= timedelta(minutes=LEAVING_MINUTES)


def welcome(
    tx: Tx,
    station: Station,
    serial: int,
    binding: Binding | None,
    person: Person | None,
    counted: CountedAs,
    now: Reading,
    party: str = "",
) -> Welcomed:
    """Record an arrival. `serial` is of the card that was shown, `binding` of whoever came."""
    visit, owner, household = uuid7(), binding.person if binding else "", binding.household if binding else ""
    content: JsonBody = {
        "visit": visit,
        "serial": serial,
        "person": owner,
        "household": household,
        "hub": station.hub,
        "who": counted.who.value,
        "band": counted.band,
        "party": party,
    }
    event = tx.events.record(station, Type.ARRIVED, content, now)
    who, band, day = counted.who.value, counted.band, now.day().isoformat()
    tx.visits.add(Visit(visit, event, serial, owner, household, stamp(now.at), day, who=who, band=band, party=party))
    return Welcomed(visit, person)
