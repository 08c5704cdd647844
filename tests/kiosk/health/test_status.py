"""One honest line about how this station stands with central."""

from dataclasses import asdict
from datetime import datetime, timedelta
from json import dumps

import pytest

from kiosk.clock import Reading, stamp
from kiosk.db.copying import Unread
from kiosk.db.store import Store
from kiosk.health import status
from kiosk.health.status import FRESH, State, Status
from tests.central_at import CentralAt
from tests.kiosk.sync.recording import arrivals
from tests.kiosk.sync.records import activity
from tests.kiosk.sync.test_pull import Closed
from tests.station import Station


def said(station: Station, later: timedelta = timedelta(0)) -> Status:
    now = station.clock.read()
    found = station.do(lambda tx: status.read(tx, Reading(now.at + later, now.anchor)))
    assert found is not None
    return found


def test_before_enrolment_there_is_none(store: Store) -> None:
    with store.begin() as tx:
        assert status.read(tx) is None


def test_a_station_that_never_heard_of_central_says_so(station: Station) -> None:
    assert (said(station).state, said(station).as_of) == (State.NEVER, "")


def test_while_the_first_copy_comes_it_says_so(station: Station, central: CentralAt) -> None:
    central.cards("amina")
    station.central = Closed(station.central, "unknown")
    station.sync()
    station.do(lambda tx: tx.syncing.move(epoch="e", rev=1))
    assert said(station).state is State.FIRST_COPY


def test_after_a_good_round_it_is_up_to_date_for_a_while(station: Station) -> None:
    station.sync()
    assert said(station).state is State.UP_TO_DATE
    assert said(station, FRESH).state is State.UP_TO_DATE
    assert said(station, FRESH + timedelta(seconds=2)).state is State.AS_OF
    assert said(station, -2 * FRESH).state is State.AS_OF  # a clock that was set back knows nothing


def test_after_a_round_with_trouble_it_is_as_of_the_last_good_one(station: Station, central: CentralAt) -> None:
    station.sync()
    good = said(station)
    central.cut()
    station.sync()
    now = said(station)
    assert (now.state, now.as_of) == (State.AS_OF, good.as_of)
    assert now.last_trouble.startswith("NoConnection")


def test_a_revoked_station_says_so(station: Station) -> None:
    station.sync()
    station.do(lambda tx: tx.station.revoked("2026-12-01T09:00:00.000Z"))
    assert said(station).state is State.REVOKED


def test_what_waits_is_counted_with_the_age_of_the_oldest(station: Station) -> None:
    station.sync()
    assert (said(station).waiting, said(station).oldest_age_s) == (0, None)
    at = station.clock.read().at
    arrivals(station, 3)
    now = said(station, timedelta(hours=2))
    assert (now.waiting, now.oldest_age_s) == (3, 7200)
    assert abs(datetime.fromisoformat(now.oldest_waiting) - at) < timedelta(seconds=5)
    assert said(station, timedelta(hours=-2)).oldest_age_s == 0


def test_everything_that_needs_a_person_is_counted(station: Station) -> None:
    station.sync()
    refused, aside, _ = arrivals(station, 3)
    station.do(lambda tx: tx.events.set_aside(aside, "400"))
    station.do(
        lambda tx: tx.events._connection.exec_driver_sql(
            "UPDATE events SET verdict = 'refused' WHERE id = ?", (refused,)
        )
    )
    station.do(lambda tx: tx.copying.write([Unread("}{", "not an item")], 1, ""))
    station.do(lambda tx: tx.syncing.move(unmended='["a", "b", {"activity": [1, 2], "place": [0, 3]}]'))
    now = said(station)
    assert (now.refused, now.events_aside, now.set_aside, now.differs) == (1, 1, 1, 2)
    assert now.need_a_person == 5
    assert now.state is State.AS_OF


def test_it_says_whether_the_clock_is_anchored(station: Station) -> None:
    station.sync()
    assert said(station).anchored
    unanchored = station.do(lambda tx: status.read(tx, Reading(station.clock.read().at, None)))
    assert unanchored is not None
    assert not unanchored.anchored


def test_without_a_reading_it_takes_the_kept_clock(station: Station) -> None:
    station.sync()
    found = station.do(lambda tx: status.read(tx))
    assert found is not None


def test_it_can_be_said_as_json(station: Station, central: CentralAt) -> None:
    central.publish("activity", "a", activity("Palla"))
    station.sync()
    text = dumps(asdict(said(station)))
    assert '"state": "up_to_date"' in text
    assert stamp(station.clock.read().at)[:10] in text


@pytest.mark.parametrize("text", ["", "[]", "{", "[1]", '["a", "b", 7]', "null"])
def test_a_note_that_cannot_be_read_is_none(station: Station, text: str) -> None:
    station.sync()
    station.do(lambda tx: tx.syncing.move(unmended=text))
    assert said(station).differs == 0
