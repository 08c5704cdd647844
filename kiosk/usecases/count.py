"""People who come without being named: counts, a group with its leader, a guest of one day."""

from dataclasses import dataclass
from datetime import timedelta

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.attendance import Bands, CountedAs, Kind, dump_bands, is_number, read_bands
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.legible import turns_round
from kiosk.domain.visits import SAME_ARRIVAL_SECONDS, AlreadyHere, Reason, Refused, Welcomed
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.arrive import usable_card

_LONGEST_NAME = 80  # characters


@dataclass(frozen=True)
class Numbers:
    """How many came: children by band, adults, educators. Whoever says so is believed; a worker may agree later."""

    children: Bands = ()
    adults: int = 0
    educators: int = 0

    def can_be(self) -> bool:
        told = read_bands(dump_bands(self.children)) == self.children
        people = [*(number for _, number in self.children), self.adults, self.educators]
        return told and all(map(is_number, people)) and sum(people) > 0


def count_unnamed(tx: Tx, numbers: Numbers, now: Reading, by: Entered | None = None) -> Welcomed | Refused | NotIn:
    """So many came, and nobody says who. At the touchscreen it is a claim; a worker's count is agreed at once."""
    station = tx.station.get() if by is None else acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    if not numbers.can_be():
        return Refused(Reason.NOBODY)
    return record_count(
        tx,
        station,
        now,
        children=numbers.children,
        adults=numbers.adults,
        educators=numbers.educators,
        by=by,
    )


def check_in_group(
    tx: Tx,
    leader: Code | NotACode | None,
    numbers: Numbers,
    now: Reading,
    by: Entered | None = None,
    found: str = "",
) -> Welcomed | AlreadyHere | Refused | NotIn:
    """A group comes with its leader, who is one of the adults: by the leader's card, or without one by a worker.

    `found`: the person a worker says it is, where there is no card.
    """
    station = tx.station.get() if by is None else acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    if not numbers.can_be() or (leader is None and by is None):
        return Refused(Reason.NOBODY)
    usable = (0, None) if leader is None else usable_card(tx, leader, now)
    if isinstance(usable, Refused):
        return usable
    serial, binding = usable
    person = binding.person if binding else found
    if serial and any(_a_moment_ago(visit, now) for visit in tx.visits.last_party(serial)):
        return AlreadyHere(tx.people.get(person))
    visit = uuid7()
    content: JsonBody = {"visit": visit, "hub": station.hub, "serial": serial, "person": person, "party": visit}
    event = tx.events.record(station, Type.GROUP_ARRIVED, {**content, **_said(numbers), **_by(by)}, now)
    _add(tx, visit, event, Kind.GROUP, numbers, now, serial=serial, person=person, party=visit, by=by)
    return Welcomed(visit, tx.people.get(person) if person else None)


def admit_guest(
    tx: Tx, by: Entered, name: str, counted: CountedAs, now: Reading, forget_after: int
) -> Welcomed | Refused | NotIn:
    """Somebody comes once and is not registered. `forget_after`: days until the name they gave is deleted."""
    station = acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    given = " ".join(name.split())
    if not 0 < len(given) <= _LONGEST_NAME or turns_round(given):
        return Refused(Reason.NOBODY)
    visit = uuid7()
    content: JsonBody = {
        "visit": visit,
        "hub": station.hub,
        "name": given,
        "who": counted.who.value,
        "band": counted.band,
        "delete_after": forget_after,
        **_by(by),
    }
    event = tx.events.record(station, Type.GUEST, content, now)
    forget_on = (now.day() + timedelta(days=forget_after)).isoformat()
    tx.visits.add(
        Visit(
            id=visit,
            event=event,
            serial=0,
            person="",
            household="",
            arrived_at=stamp(now.at),
            day=now.day().isoformat(),
            kind=Kind.GUEST.value,
            who=counted.who.value,
            band=counted.band,
            forget_on=forget_on,
            worker=by.worker.id,
        )
    )
    return Welcomed(visit, None)


def forget_guests(tx: Tx, now: Reading) -> int:
    """Delete what guests said of themselves and whose days are over; how many. One central has not heard of waits."""
    due = tx.visits.to_forget(now.day().isoformat())
    for visit in due:
        tx.visits.forget(visit)
    return len(due)


def record_count(
    tx: Tx,
    station: Station,
    now: Reading,
    *,
    serial: int = 0,
    party: str = "",
    children: Bands = (),
    adults: int = 0,
    educators: int = 0,
    by: Entered | None = None,
) -> Welcomed:
    """`serial` is of the card they came with, 0 for none."""
    visit, numbers = uuid7(), Numbers(children, adults, educators)
    content: JsonBody = {"visit": visit, "hub": station.hub, "serial": serial, "party": party}
    event = tx.events.record(station, Type.COUNTED, {**content, **_said(numbers), **_by(by)}, now)
    _add(tx, visit, event, Kind.COUNTED, numbers, now, serial=serial, party=party, by=by)
    return Welcomed(visit, None)


def _said(numbers: Numbers) -> dict[str, str | int]:
    children = dump_bands(numbers.children)
    return {"children": children, "adults": numbers.adults, "educators": numbers.educators}


def _by(by: Entered | None) -> dict[str, str]:
    return {"worker": by.worker.id if by else "", "entry": by.entry if by else ""}


def _add(
    tx: Tx,
    visit: str,
    event: str,
    kind: Kind,
    numbers: Numbers,
    now: Reading,
    *,
    serial: int,
    person: str = "",
    party: str,
    by: Entered | None,
) -> None:
    tx.visits.add(
        Visit(
            id=visit,
            event=event,
            serial=serial,
            person=person,
            household="",
            arrived_at=stamp(now.at),
            day=now.day().isoformat(),
            kind=kind.value,
            party=party,
            children=dump_bands(numbers.children),
            adults=numbers.adults,
            educators=numbers.educators,
            worker=by.worker.id if by else "",
        )
    )


def _a_moment_ago(visit: Visit, now: Reading) -> bool:
    return abs(now.at - from_stamp(visit.arrived_at)) < timedelta(seconds=SAME_ARRIVAL_SECONDS)
