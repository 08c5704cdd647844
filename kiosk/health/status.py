"""How this station stands with central, in one honest line."""

from dataclasses import dataclass

from kiosk.db.tx import Tx


@dataclass(frozen=True)
class Status:
    station: str
    hub: str
    first_copy_complete: bool
    records: int
    waiting: int  # events that central has not answered
    oldest_waiting: str  # recorded_at, "" if none
    refused: int  # events that a person has to look at
    set_aside: int  # records that could not be read
    blanks_left: int
    visits: int
    last_good_at: str


def read(tx: Tx) -> Status | None:
    """None before enrolment."""
    station = tx.station.get()
    if station is None:
        return None
    state = tx.syncing.get()
    return Status(
        station=station.id,
        hub=station.hub,
        first_copy_complete=state.first_copy_complete,
        records=tx.syncing.records(),
        waiting=tx.events.waiting(),
        oldest_waiting=tx.events.oldest_waiting(),
        refused=len(tx.events.refused()),
        set_aside=len(tx.syncing.set_aside()),
        blanks_left=tx.cards.blanks_left(),
        visits=tx.visits.count(),
        last_good_at=state.last_good_at,
    )
