"""What a worker at a desk says of cases: that one is closed, or that one of the station's own was seen."""

from central.judge import bodies
from central.judge.values import CloseCase, Facts, Judged, later
from central.judge.workers import done
from kiosk.domain.cases import AT_THE_DESK, GRAVE, Name, read_closing
from kiosk.domain.events import Header, JsonBody, Verdict


def case_closed(_: Header, body: JsonBody, facts: Facts) -> Judged:
    """The first who closes it counts. What is not theirs to close stays open, and opens no other."""
    worker, said = bodies.by_worker(body, "entry"), read_closing(body)
    if worker is None or said is None:
        return later("unreadable")
    name, why = said
    if name not in facts.cases:
        return done(worker, facts)
    if not _may(worker, name, facts):
        return Judged(Verdict.REFUSED, "not_theirs")
    return done(worker, facts, CloseCase(name, worker, why))


def acknowledged(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry", "kind", "why"), facts)


def acknowledged_taken_back(_: Header, body: JsonBody, facts: Facts) -> Judged:
    return done(bodies.by_worker(body, "entry", "acknowledged"), facts)


def _may(worker: str, name: Name, facts: Facts) -> bool:
    """A grave one not by who did it: one of which that is not known yet stays open."""
    if not facts.desk or name.kind not in AT_THE_DESK:
        return False
    return name.kind not in GRAVE or (worker in facts.safeguarding and facts.cases[name] not in (worker, None))
