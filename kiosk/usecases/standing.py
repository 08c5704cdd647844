"""Whether a visit of the hub stands: one of this station, or one it was told of.

It is looked at as the register does: who left by another visit of the same stay, be it at another station or by another
id of the same human, is here no more.
"""

from collections.abc import Collection, Iterable
from datetime import date

from kiosk.clock import ROME, from_stamp
from kiosk.db.tx import Tx
from kiosk.domain.attendance import Came, Fact, Kind, Left, Seen, TakenBack, register
from kiosk.domain.people import Binding


def facts_of(tx: Tx, station: str, visits: Collection[str], told: Iterable[Fact] | None = None) -> list[Fact]:
    """All that is known here of these visits; and all that was taken back elsewhere: it names what by its event."""
    heard = tx.attendance.told() if told is None else told
    about = [fact for fact in heard if isinstance(fact, TakenBack) or _is_about(fact, visits)]
    return [*tx.attendance.of_visits(station, visits), *about]


def standing(tx: Tx, visit: str) -> Came | None:
    """How a visit began that has not ended; None when there is none, or it was taken back."""
    station = tx.station.get()
    if station is None:
        return None
    told = tx.attendance.told()
    facts = facts_of(tx, station.id, {visit}, told)
    came = next((fact for fact in facts if isinstance(fact, Came)), None)
    if came is None:
        return None
    ids = tx.merges.ids(owner(tx, came))
    if came.kind is Kind.PERSON and (others := _others(tx, came, ids, told)):
        facts += facts_of(tx, station.id, others, told)
    merged = tx.merges.humans().keeps if len(ids) > 1 else {}
    held = register(facts, holders=holders(tx, facts), merged=merged)
    return came if any(stay.inside and visit in stay.visits for stay in held.stays) else None


def holders(tx: Tx, facts: Iterable[Fact]) -> dict[int, str]:
    """Whose cards those are that were scanned before it was known here."""
    unknown = {fact.serial for fact in facts if isinstance(fact, Came) and fact.kind is Kind.PERSON and not fact.person}
    known = {serial: tx.cards.binding(serial) for serial in unknown}
    return {serial: binding.person for serial, binding in known.items() if binding}


def owner(tx: Tx, came: Came) -> str:
    """Whose visit it is, "" for nobody known: a card may have been scanned before its binding was copied."""
    binding: Binding | None = tx.cards.binding(came.serial) if came.serial and not came.person else None
    return binding.person if binding else came.person


def day_of(came: Came) -> date:
    """The day in the city on which a visit began."""
    return from_stamp(came.at).astimezone(ROME).date()


def _others(tx: Tx, came: Came, ids: Collection[str], told: Iterable[Fact]) -> set[str]:
    """The other visits of that day of whoever this one is of, by whichever card and id."""
    serials = {came.serial, *(serial for serial, _ in tx.cards.of_people(ids))}
    heard = {
        fact.visit
        for fact in told
        if isinstance(fact, Came) and fact.kind is Kind.PERSON and day_of(fact) == day_of(came)
        if (fact.person in ids if fact.person else fact.serial in serials)
    }
    return (heard | tx.visits.on_day(day_of(came).isoformat(), ids, serials)) - {came.visit}


def _is_about(fact: Fact, visits: Collection[str]) -> bool:
    return isinstance(fact, Came | Seen | Left) and fact.visit in visits
