"""What central asks back of this station's allotments goes back: as much of it as is still here."""

from kiosk.clock import Reading
from kiosk.db.allotments import Gone
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.parts import Parts, dump_parts


def give_back(tx: Tx, station: Station, now: Reading) -> int:
    """All that is asked: an event for each thing, and what it draws with it. How many. Again there is nothing to do."""
    back = ((of, _asked(tx, station, of)) for of in tx.allotments.asked_back(station.incarnation))
    return sum(_give(tx, station, of, some, now) for of, some in back if some)


def _asked(tx: Tx, station: Station, of: str) -> Parts:
    held = tx.allotments.get(station.incarnation, of)
    return held.to_give_back(tx.allotments.given_back(station.incarnation, of)) if held else ()


def _give(tx: Tx, station: Station, of: str, some: Parts, now: Reading) -> int:
    content: JsonBody = {"of": of, "parts": dump_parts(some)}
    event = tx.events.record(station, Type.GIVEN_BACK, content, now)
    tx.allotments.draw(event, station.incarnation, of, some, Gone.BACK)
    return 1
