"""Arrivals. They promised something: whoever was greeted is counted, whatever central knows of the card."""

from central.judge import bodies
from central.judge.values import BookVisit, Facts, Judged, OpenCase, UndoVisit, accepted, later
from kiosk.domain.events import Header, JsonBody


def arrived(_: Header, body: JsonBody, facts: Facts) -> Judged:
    read = bodies.arrived(body)
    if read is None:
        return later("unreadable")
    visit = BookVisit(read.visit, read.serial, read.person, read.household, read.hub, read.who, read.band, read.party)
    if read.hub != facts.hub:
        return accepted(visit, OpenCase("other_hub"), reason="other_hub")
    return accepted(visit)


def arrival_undone(_: Header, body: JsonBody, facts: Facts) -> Judged:
    read = bodies.arrival_undone(body)
    return later("unreadable") if read is None else accepted(UndoVisit(read.visit, read.why))
