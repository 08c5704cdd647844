"""How the station stands with central, as both faces show it."""

from kiosk.clock import Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.domain import catalogue
from kiosk.health import status
from kiosk.ui import standing
from kiosk.ui.faces import StationFace, StationState
from kiosk.usecases import browse


def station(tx: Tx, language: str, now: Reading) -> StationFace | None:
    """None where the machine is not enrolled."""
    found, known, hub = status.read(tx), tx.station.get(), browse.hub(tx)
    if found is None or known is None:
        return None
    copied = StationState.UP_TO_DATE if found.first_copy_complete else StationState.FIRST_COPY
    oldest = from_stamp(found.oldest_waiting) if found.oldest_waiting else None
    looked_up = standing.Standing(
        state=StationState.REVOKED if known.revoked_at else copied,
        as_of=from_stamp(found.last_good_at) if found.last_good_at else None,
        waiting=found.waiting,
        oldest=now.at - oldest if oldest else None,
        need_a_person=found.refused,
        done=found.records,
        total=tx.syncing.get().total,
        hub=catalogue.in_language(hub.name, language) if hub else "",
        station=found.station,
    )
    return standing.station(looked_up, now)
