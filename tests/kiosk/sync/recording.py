"""Events recorded at a station in a test."""

from kiosk.clock import stamp
from kiosk.db.tx import Tx
from kiosk.domain.events import Type, uuid7
from tests.station import Station


def arrivals(station: Station, count: int) -> list[str]:
    """So many arrivals; their ids."""

    def work(tx: Tx) -> list[str]:
        known = tx.station.get()
        assert known is not None
        now = station.clock.read()
        assert stamp(now.at)
        return [
            tx.events.record(
                known,
                Type.ARRIVED,
                {"visit": uuid7(), "serial": number, "person": "", "household": "", "hub": known.hub},
                now,
            )
            for number in range(count)
        ]

    return station.do(work)


def verdicts(station: Station) -> dict[str, str | None]:
    def work(tx: Tx) -> dict[str, str | None]:
        rows = tx.events._connection.exec_driver_sql('SELECT id, verdict FROM events ORDER BY "row"')
        return {row.id: row.verdict for row in rows}

    return station.do(work)
