"""Where a station does not know what time it is and nobody answers it, a person says so: with a phone that shows what
central signed, or a coordinator by hand. Either leaves a name and both times in the chain.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from kiosk.clock import ROME, Clock, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import timecodes
from kiosk.domain.codes import Code
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.enter import InOne


class Way(StrEnum):
    PHONE = "phone"
    BY_HAND = "by_hand"


class NotTold(StrEnum):
    """Why the clock stays as it is."""

    KNOWN = "known"  # it stands on central's word
    OLD = "old"  # the code answers no question that still holds
    BACK = "back"  # before what is certain, or too far ahead
    NO_TIME = "no_time"  # there is no such day or hour in the city


@dataclass(frozen=True)
class TimeTold:
    event: str
    at: datetime


def question(tx: Tx, pages: str, clock: Clock) -> str:
    """Where a phone asks central for the answer, `pages` or central's own address; "" where this is no station yet."""
    station = tx.station.get()
    if station is None:
        return ""
    asked = timecodes.question(station.private_key, clock.this_boot(), clock.boot())
    return f"{(pages or station.central_url).rstrip('/')}/time?q={asked.hex()}"


def show_phone(in_one: InOne, by: Entered, code: Code, clock: Clock) -> TimeTold | NotTold | NotIn:
    """What a phone shows is central's word: whoever works at the desk may hold it there."""

    def heard(tx: Tx) -> tuple[timecodes.Told, TimeTold] | NotTold | NotIn:
        station, now = acting(tx, by, Deed.STATION), clock.boot()
        if isinstance(station, NotIn):
            return station
        told = timecodes.read(code, station.private_key, clock.this_boot(), now)
        if told is None:
            return NotTold.OLD
        return told, TimeTold(_recorded(tx, station, by, Way.PHONE, told.server, clock), told.server)

    said = in_one(heard)
    if not isinstance(said, tuple):
        return said
    told, done = said
    clock.anchor(told.server, told.asked, clock.boot(), timecodes.HOLDS)
    _keep(in_one, clock)
    return done


def tell_by_hand(in_one: InOne, by: Entered, at: datetime | None, clock: Clock) -> TimeTold | NotTold | NotIn:
    """A coordinator says that it is `at` (aware), which may only move time forward (OFFLINE.md, "Time")."""

    def heard(tx: Tx) -> TimeTold | NotTold | NotIn:
        station = acting(tx, by, Deed.CLOCK)
        if isinstance(station, NotIn):
            return station
        if at is None:
            return NotTold.NO_TIME
        if clock.read().anchor is not None:
            return NotTold.KNOWN
        if not clock.may_be_told(at):
            return NotTold.BACK
        return TimeTold(_recorded(tx, station, by, Way.BY_HAND, at, clock), at)

    said = in_one(heard)
    if not isinstance(said, TimeTold):
        return said
    if not clock.tell(said.at):  # central spoke in between
        return NotTold.KNOWN
    _keep(in_one, clock)
    return said


def in_the_city(day: str, time: str) -> datetime | None:
    """ "27.11.2026" or "27/11/2026", "9.05" or "09:05", as somebody reads it off a watch in Rome. None: no such moment;
    the hour that is there twice is the earlier one."""
    try:
        on = datetime.strptime(day.replace("/", ".").replace("-", ".").strip(), "%d.%m.%Y")
        clock = datetime.strptime(time.replace(":", ".").strip(), "%H.%M")
    except ValueError:
        return None
    at = on.replace(hour=clock.hour, minute=clock.minute, tzinfo=ROME)
    utc = at.astimezone(UTC)
    return utc if utc.astimezone(ROME).replace(tzinfo=None) == at.replace(tzinfo=None) else None


def _recorded(tx: Tx, station: Station, by: Entered, way: Way, at: datetime, clock: Clock) -> str:
    content: JsonBody = {"worker": by.worker.id, "entry": by.entry, "way": way.value, "at": stamp(at)}
    return tx.events.record(station, Type.TIME_TOLD, content, clock.read())


def _keep(in_one: InOne, clock: Clock) -> None:
    kept = clock.kept()
    if kept is not None:
        in_one(lambda tx: tx.clock.keep(kept))
