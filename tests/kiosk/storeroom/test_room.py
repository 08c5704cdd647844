"""The late half of the kiosk: what it does for the network thread."""

import pytest

from kiosk.domain.rounds import Progress
from kiosk.storeroom import Storeroom
from kiosk.sync.central import NoConnection
from tests.central_at import CentralAt
from tests.kiosk.sync.records import activity
from tests.station import Station


def test_whoever_hangs_up_waits_for_no_copy_to_end(station: Station, central: CentralAt) -> None:
    for number in range(2000):
        central.publish("activity", f"a-{number}", activity("Palla"))
    station.store.close()
    room, heard = Storeroom(station.settings, station.clock), list[int]()

    def told(progress: Progress) -> None:
        heard.append(progress.records)
        if len(heard) == 2:
            room.hang_up()

    room.open()
    with pytest.raises(NoConnection):
        room.exchange(told)
    room.close()
    assert len(heard) == 2
