"""What a worker at a desk says of cases: that one is closed, or that one of the station's own was seen."""

from central.judge import bodies
from central.judge.values import CloseCase, Facts, Judged, later
from central.judge.workers import done
from kiosk.domain.casework import GRAVE, Matter, may_close, read_closing
from kiosk.domain.events import Header, JsonBody, Verdict


def case_closed(_: Header, body: JsonBody, facts: Facts) -> Judged:
    """The first who closes it counts. What is not theirs to close stays open, and opens no other."""
    worker, said = bodies.by_worker(body, "entry"), read_closing(body)
    if worker is None or said is None:
        return later("unreadable")
    matter, why = said
    if matter not in facts.cases:
        return done(worker, facts)
    if not _may(worker, matter, facts):
        return Judged(Verdict.REFUSED, "not_theirs")
    return done(worker, facts, CloseCase(matter, worker, why))


def acknowledged(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry", "kind", "why"), facts)


def acknowledged_taken_back(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry", "acknowledged"), facts)


def _may(worker: str, matter: Matter, facts: Facts) -> bool:
    """A grave one not by who did it: one of which that is not known yet stays open."""
    known = matter.kind not in GRAVE or facts.cases[matter] not in (worker, None)
    return facts.desk and known and may_close(matter.kind, safeguarding=worker in facts.safeguarding)
