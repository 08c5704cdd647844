"""How this station stands with central, in one honest line."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from kiosk.clock import Clock, Reading, from_stamp
from kiosk.db.syncing import SyncState
from kiosk.db.tx import Tx

FRESH = timedelta(seconds=150)  # two rounds of an idle station and a little; after that it is not "up to date"


class State(StrEnum):
    UP_TO_DATE = "up_to_date"
    AS_OF = "as_of"  # of the moment that is named: the last good round was a while ago, or did not end well since
    FIRST_COPY = "first_copy"  # the first copy is on its way
    NEVER = "never"  # central was never heard
    REVOKED = "revoked"  # central takes this station for its own no longer


@dataclass(frozen=True)
class Status:
    """Moments are stamps, "" for none."""

    station: str
    hub: str
    state: State
    as_of: str  # the last good round
    waiting: int  # events that central has not answered
    oldest_waiting: str  # when it was recorded
    oldest_age_s: int | None
    need_a_person: int  # refused and set aside events, unreadable records, kinds that stay different
    last_trouble: str  # of the last round, "" when it was good
    anchored: bool  # whether the clock stands on central's time
    first_copy_complete: bool
    records: int
    refused: int  # events that central refused
    events_aside: int  # events that central could not take as they are
    set_aside: int  # records that could not be read
    differs: int  # kinds that stay different from central's
    blanks_left: int
    visits: int
    last_good_at: str


def read(tx: Tx, now: Reading | None = None) -> Status | None:
    """None before enrolment. Without a reading the moment is the kept clock's."""
    station = tx.station.get()
    if station is None:
        return None
    now = now or _kept_clock(tx).read()
    state, oldest = tx.syncing.get(), tx.events.oldest_waiting()
    refused, events_aside = len(tx.events.refused()), len(tx.events.aside())
    set_aside, differs = len(tx.syncing.set_aside()), len(state.differs)
    return Status(
        station=station.id,
        hub=station.hub,
        state=State.REVOKED if station.revoked_at else _state(state, now),
        as_of=state.last_good_at,
        waiting=tx.events.waiting(),
        oldest_waiting=oldest,
        oldest_age_s=_age(oldest, now),
        need_a_person=refused + events_aside + set_aside + differs,
        last_trouble=state.last_trouble,
        anchored=now.anchor is not None,
        first_copy_complete=state.first_copy_complete,
        records=tx.syncing.records(),
        refused=refused,
        events_aside=events_aside,
        set_aside=set_aside,
        differs=differs,
        blanks_left=tx.cards.blanks_left(),
        visits=tx.visits.count(),
        last_good_at=state.last_good_at,
    )


def _kept_clock(tx: Tx) -> Clock:
    clock = Clock()
    clock.start(tx.clock.get())
    return clock


def _state(state: SyncState, now: Reading) -> State:
    if not state.first_copy_complete:
        return State.FIRST_COPY if state.is_begun else State.NEVER
    if state.last_trouble or state.differs or not state.last_good_at:
        return State.AS_OF
    return State.UP_TO_DATE if abs(now.at - from_stamp(state.last_good_at)) <= FRESH else State.AS_OF


def _age(moment: str, now: Reading) -> int | None:
    """Seconds since then; no less than none, whatever the clock was set to meanwhile."""
    return max(0, int((now.at - from_stamp(moment)).total_seconds())) if moment else None
