"""Who came without a card, who was seen and who left. It happened: nothing of it is refused."""

from dataclasses import replace

from central.judge import bodies
from central.judge.leads import not_the_lead
from central.judge.values import Facts, Judged, KeepFact, OpenCase, later
from central.judge.workers import by_whoever
from kiosk.domain.attendance import Fact, Kind
from kiosk.domain.events import Header, JsonBody


def counted(header: Header, body: JsonBody, facts: Facts) -> Judged:
    return _came(Kind.COUNTED, header, body, facts)


def guest(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """The name they gave stays with the hub, and central keeps it no day."""
    return replace(_came(Kind.GUEST, header, body, facts), keeps=False)


def group_arrived(header: Header, body: JsonBody, facts: Facts) -> Judged:
    return _came(Kind.GROUP, header, body, facts)


def seen(header: Header, body: JsonBody, facts: Facts) -> Judged:
    return _later("seen", header, body, facts)


def left(header: Header, body: JsonBody, facts: Facts) -> Judged:
    return _later("left", header, body, facts)


def taken_back(header: Header, body: JsonBody, facts: Facts) -> Judged:
    return _later("taken_back", header, body, facts)


def expected(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """A place in a turn is promised, whoever gave it."""
    return _at_hub(bodies.expected(header, body), body, facts, *not_the_lead(header, facts))


def expected_taken_back(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """It gives nothing out: any station of the hub may."""
    return _at_hub(bodies.expected_taken_back(header, body), body, facts)


def _came(kind: Kind, header: Header, body: JsonBody, facts: Facts) -> Judged:
    return _at_hub(bodies.fact("came", header, {**body, "kind": kind.value}), body, facts)


def _at_hub(fact: Fact | None, body: JsonBody, facts: Facts, *cases: OpenCase) -> Judged:
    hub = body.get("hub")
    if fact is None or not isinstance(hub, str) or not hub:
        return later("unreadable")
    elsewhere = [OpenCase("other_hub")] if hub != facts.hub else []
    return by_whoever(body, facts, KeepFact(fact), *elsewhere, *cases)


def _later(what: str, header: Header, body: JsonBody, facts: Facts) -> Judged:
    fact = bodies.fact(what, header, body)
    return later("unreadable") if fact is None else by_whoever(body, facts, KeepFact(fact))
