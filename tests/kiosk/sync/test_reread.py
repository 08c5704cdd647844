"""After an upgrade: what the release before did not know, or could not read, is read out of what was kept."""

import pytest

from kiosk.db.copying import Unread
from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.sync import apply
from tests.central_at import CentralAt
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.records import activity
from tests.station import Station

NOW = "2026-12-01T09:00:00.000Z"


def listed(station: Station) -> list[str]:
    def work(tx: Tx) -> list[str]:
        rows = tx.copying._connection.exec_driver_sql("SELECT id FROM activities ORDER BY id")
        return [row.id for row in rows]

    return station.do(work)


def aside(station: Station) -> list[str]:
    return [row["id"] for row in station.do(lambda tx: tx.syncing.set_aside())]


@pytest.fixture
def of_before(station: Station, central: CentralAt, monkeypatch: pytest.MonkeyPatch) -> Station:
    """A station whose release knows no activities, and reads no card; then upgraded to today's."""
    central.publish_all("activity", {f"a-{number:03}": activity("Palla") for number in range(250)})
    central.publish("person", "bad", {"first_name": 7}, scope="hub:hub-1")
    central.cards("amina")

    def unfit(item: wire.Item) -> apply.Rows:
        raise apply._Unfit("card")

    with monkeypatch.context() as older:
        readers = {kind: read for kind, read in apply._READERS.items() if kind != "activity"}
        older.setattr(apply, "_READERS", {**readers, "card": unfit})
        older.setattr(apply, "READERS", "0")
        assert station.sync().trouble == ""
    assert listed(station) == []
    assert len(aside(station)) == 2  # the card too
    return station


def test_an_upgraded_station_reads_what_it_kept_without_being_sent_it_again(of_before: Station) -> None:
    of_before.central = between = Between(of_before.central)
    since = of_before.do(lambda tx: tx.syncing.set_aside())
    assert of_before.sync().pulled == 0
    assert len(between.asked) == 1
    assert len(listed(of_before)) == 250
    assert of_before.do(lambda tx: tx.cards.binding(1)) is not None
    assert of_before.do(lambda tx: tx.syncing.set_aside()) == [row for row in since if row["id"] == "bad"]


def test_it_does_so_while_central_is_away(of_before: Station, central: CentralAt) -> None:
    central.cut()
    assert of_before.sync().trouble
    assert len(listed(of_before)) == 250


def test_it_does_so_once(of_before: Station) -> None:
    of_before.sync()
    of_before.do(lambda tx: tx.copying._connection.exec_driver_sql("DELETE FROM activities"))
    of_before.sync()
    assert listed(of_before) == []


def test_what_was_damaged_meanwhile_stops_nothing_and_is_mended(of_before: Station) -> None:
    def spoil(tx: Tx) -> None:
        connection = tx.copying._connection
        connection.exec_driver_sql("UPDATE records SET data = CAST(x'ff' AS TEXT) WHERE id = 'a-007'")
        connection.exec_driver_sql("UPDATE records SET data = '[' WHERE id = 'a-008'")

    of_before.do(spoil)
    assert of_before.do(lambda tx: tx.catalogue.records("activity", ["a-007", "a-008"])) == {}
    assert of_before.sync().trouble == ""
    assert len(listed(of_before)) == 250


def test_a_line_that_is_a_record_today_is_written(of_before: Station) -> None:
    record = wire.item("activity", "new", 3, activity("Nuova"))
    lines = [wire.dump_item(record).decode().rstrip(), "still none", '{"kind":"\ufffd"}', "x" * 5000]
    of_before.do(lambda tx: tx.copying.write([Unread(line, "not an item") for line in lines], 1, NOW))
    of_before.central = Between(of_before.central)
    central_has_it_not = of_before.sync()
    assert central_has_it_not.repaired == 1  # it was written, and a compare with central finds it
    assert sorted(aside(of_before)) == sorted(["bad", *(line[:200] for line in lines[1:])])


def test_a_difference_that_no_repair_mended_is_tried_again(of_before: Station) -> None:
    of_before.do(lambda tx: tx.syncing.move(unmended='["x", "y", {"place": [1, 1]}]'))
    of_before.sync()
    assert not of_before.do(lambda tx: tx.syncing.get()).differs
