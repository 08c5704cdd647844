"""Somebody leaves: at the touchscreen on their own, at the desk with an adult who was chosen and checked.

`minor` is all a release is decided by (kiosk.domain.ties), of the person whose visit it is: the caller reads it in the
same transaction. Below 14 the touchscreen lets nobody go.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.db.attendance import Departure, Reversal
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.attendance import Came, How, Kind, Who, Why
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.overrides import Because, Rule
from kiosk.domain.release import Bar, NeedsAdult, NotThisAdult, Released, asks_safeguarding, release
from kiosk.domain.ties import Minor, Way
from kiosk.domain.visits import UNDO_SECONDS, AskAtTheDesk, Reason, Refused, Undone
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.hours import begun_before_today
from kiosk.usecases.override import override
from kiosk.usecases.standing import owner, standing

_UNDO_GRACE = timedelta(seconds=UNDO_SECONDS + 5)  # a slow finger on a slow screen
_RULES: Mapping[Bar, Rule] = {
    Bar.MUST_NOT_COLLECT: Rule.MUST_NOT_COLLECT,
    Bar.NOT_AUTHORISED: Rule.NOT_AUTHORISED,
    Bar.ASK_SAFEGUARDING: Rule.ASK_SAFEGUARDING,
}


@dataclass(frozen=True)
class Gone:
    """They left, and it is on disk. `override` is the event that allowed it against a rule, "" when none did."""

    visit: str
    event: str
    how: How
    override: str = ""


@dataclass(frozen=True)
class NoRule:
    """There is nothing to decide against: the rules let them go."""

    way: Way


def leave(tx: Tx, visit: str, minor: Minor, now: Reading) -> Gone | AskAtTheDesk | Refused:
    """At the touchscreen: who is 14 or more, by a birth date that is known, leaves on their own."""
    station, came = tx.station.get(), standing(tx, visit)
    if station is None:
        return Refused(Reason.NOT_ENROLLED)
    if came is None:
        return Refused(Reason.NOT_HERE)
    if not _is_of(tx, came, minor) or release(minor, "", now.day()) != Released(Way.ON_THEIR_OWN):
        return AskAtTheDesk()
    return _go(tx, station, visit, How.ON_THEIR_OWN, now)


def let_go(
    tx: Tx, by: Entered, visit: str, minor: Minor, adult: str, now: Reading, activity: str = ""
) -> Gone | NotThisAdult | NeedsAdult | Refused | NotIn:
    """At the desk: with the adult who was chosen, "" for nobody. `activity` is what they leave from."""
    station, came = acting(tx, by, Deed.RELEASE), standing(tx, visit)
    if isinstance(station, NotIn):
        return station
    if came is None or not _is_of(tx, came, minor):
        return Refused(Reason.NOT_HERE)
    said = release(minor, adult, now.day(), activity)
    if not isinstance(said, Released):
        return said
    return _go(tx, station, visit, How(said.way.value), now, adult=adult, by=by)


def let_go_against(
    tx: Tx,
    by: Entered,
    visit: str,
    minor: Minor,
    adult: str,
    because: Because,
    now: Reading,
    activity: str = "",
    *,
    stranger: bool = False,
) -> Gone | NoRule | Refused | NotIn:
    """At the desk, against the rule that says no: a name and a reason are left, and a way back.

    `stranger`: with an adult whom nobody knows here. Who came with a card that nobody knows here leaves only so.
    """
    station, came = acting(tx, by, Deed.OVERRIDE), standing(tx, visit)
    if isinstance(station, NotIn):
        return station
    if came is None or not (_is_of(tx, came, minor) or _is_nobodys(tx, came, minor)):
        return Refused(Reason.NOT_HERE)
    said = release(minor, adult, now.day(), activity)
    if isinstance(said, Released) and (not stranger or said.way is Way.ON_THEIR_OWN):
        return NoRule(said.way)
    warned = stranger and asks_safeguarding(minor, now.day())
    decided = override(tx, by, Rule.ASK_SAFEGUARDING if warned else _rule(said, stranger), visit, because, now)
    if isinstance(decided, NotIn):
        return decided
    how = How.WITH_ADULT if adult or stranger else How.ALONE
    return _go(tx, station, visit, how, now, adult=adult, by=by, against=decided.event)


def leave_together(tx: Tx, by: Entered, visit: str, now: Reading) -> Gone | Refused | NotIn:
    """At the desk: a group with its leader, people who were only counted, a guest, or an educator."""
    station, came = acting(tx, by, Deed.REGISTER), standing(tx, visit)
    if isinstance(station, NotIn):
        return station
    if came is None or (came.kind is Kind.PERSON and came.who is not Who.EDUCATOR):
        return Refused(Reason.NOT_HERE)
    how = How.GROUP if came.kind in (Kind.GROUP, Kind.COUNTED) else How.ON_THEIR_OWN
    return _go(tx, station, visit, how, now, by=by)


def undo_leave(tx: Tx, event: str, now: Reading) -> Undone | Refused:
    """At the touchscreen, within seconds: they are here as they were. Afterwards a worker takes it back."""
    station, gone = tx.station.get(), tx.attendance.departure(event)
    if station is None or gone is None or gone.undone_by is not None or gone.worker:
        return Refused(Reason.TOO_LATE)
    if abs(now.at - from_stamp(gone.at)) > _UNDO_GRACE:
        return Refused(Reason.TOO_LATE)
    why = Why.AT_THE_SCREEN.value
    content: JsonBody = {"target": event, "visit": gone.visit, "why": why, "worker": "", "entry": ""}
    undone = tx.events.record(station, Type.TAKEN_BACK, content, now)
    tx.attendance.take_back(Reversal(undone, event, gone.visit, why, "", stamp(now.at)))
    return Undone(gone.visit)


def close_the_day(tx: Tx, now: Reading) -> tuple[Visit, ...]:
    """End by rule what nobody ended on earlier days: those visits of this station, for the desk's list.

    Of an opening that goes over midnight it ends when that does (`still_on`).
    """
    station = tx.station.get()
    if station is None:
        return ()
    on = {visit.id for visit in still_on(tx, now)}
    over = [visit for visit in tx.visits.left_open(now.day().isoformat()) if visit.id not in on]
    for visit in over:
        _go(tx, station, visit.id, How.CLOSED_AT_NIGHT, now)
    return tuple(over)


def still_on(tx: Tx, now: Reading) -> tuple[Visit, ...]:
    """Visits of earlier days that nobody ended, in an opening that is still on."""
    left = tx.visits.left_open(now.day().isoformat())
    begun = [span.begins for span in begun_before_today(tx, now)] if left else []
    return tuple(visit for visit in left if any(begins <= from_stamp(visit.arrived_at) for begins in begun))


def _is_of(tx: Tx, came: Came, minor: Minor) -> bool:
    """One person's visit, and that person's by whichever id; a card that nobody knows here is no one's."""
    return came.kind is Kind.PERSON and minor.person in tx.merges.ids(owner(tx, came))


def _is_nobodys(tx: Tx, came: Came, minor: Minor) -> bool:
    return came.kind is Kind.PERSON and not minor.person and not owner(tx, came)


def _rule(said: Released | NotThisAdult | NeedsAdult, stranger: bool) -> Rule:
    if isinstance(said, NotThisAdult):
        return _RULES[said.bar]
    return Rule.NOT_AUTHORISED if stranger else Rule.LEAVES_ALONE


def _go(
    tx: Tx,
    station: Station,
    visit: str,
    how: How,
    now: Reading,
    *,
    adult: str = "",
    by: Entered | None = None,
    against: str = "",
) -> Gone:
    worker, entry = (by.worker.id, by.entry) if by else ("", "")
    content: JsonBody = {
        "visit": visit,
        "how": how.value,
        "adult": adult,
        "worker": worker,
        "entry": entry,
        "override": against,
    }
    event = tx.events.record(station, Type.LEFT, content, now)
    tx.attendance.left(Departure(event, visit, how.value, adult, worker, against, stamp(now.at)))
    return Gone(visit, event, how, against)
