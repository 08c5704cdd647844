"""What a hub's lead changes in its calendar. It was said to people: whoever's word counts, nothing of it is refused."""

from central.judge import bodies
from central.judge.leads import not_the_lead
from central.judge.values import Facts, Judged, OpenCase, PutCalendar, later
from central.judge.workers import done
from kiosk.domain.calendaredits import Told, merge, read_edit
from kiosk.domain.calendarrecord import LONGEST
from kiosk.domain.events import Header, JsonBody


def calendar_edited(header: Header, body: JsonBody, facts: Facts) -> Judged:
    worker, edit = bodies.by_worker(body, "entry"), read_edit(body)
    if worker is None or edit is None or body.get("hub") != facts.hub:
        return later("unreadable")
    if facts.calendar is None:
        return later("hub_unknown")
    lead = facts.lead is None or facts.lead.station == header.station
    merged = merge(facts.calendar, Told(edit, header.incarnation, header.seq), lead=lead)
    if len(merged.held.calendar.days) > LONGEST:
        return later("unreadable")
    cases = [OpenCase("calendar_conflict")] if merged.conflict else []
    return done(worker, facts, PutCalendar(merged.held), *cases, *not_the_lead(header, facts))
