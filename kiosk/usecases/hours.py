"""The hub's calendar as this station knows it, and the opening of yesterday that is still on."""

from datetime import timedelta

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.calendar import Calendar, Span, of_day
from kiosk.domain.calendaredits import Held, overlaid, read_held


def shown_calendar(tx: Tx) -> Calendar:
    """Central's, with what was edited here; an empty one where nobody has said anything that can be read."""
    return overlaid(held_calendar(tx), tx.calendar_edits.own().values())


def held_calendar(tx: Tx) -> Held:
    """As central's record of the hub has it."""
    station = tx.station.get()
    data = tx.catalogue.record("hub", station.hub) if station else None
    held = read_held(data) if data is not None else None
    return held if isinstance(held, Held) else Held()


def begun_before_today(tx: Tx, now: Reading) -> list[Span]:
    """The openings of yesterday that go over midnight and are still on."""
    yesterday = of_day(shown_calendar(tx), now.day() - timedelta(days=1))
    return [span for span in yesterday if span.begins <= now.at < span.ends]
