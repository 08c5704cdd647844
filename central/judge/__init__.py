"""Judges events: one pure function for each event type and version gives a verdict and its effects.

Nothing that a station promised is refused, and nothing is dropped: what cannot be judged stays in the station's outbox
(`later`) and becomes a case for a person.
"""

from collections.abc import Mapping

from central.judge import arrivals, cards
from central.judge.values import Facts, Judge, Judged, OpenCase, accepted, later
from kiosk.domain.events import Event, Type

_JUDGES: Mapping[tuple[str, int], Judge] = {
    (Type.ARRIVED, 1): arrivals.arrived,
    (Type.ARRIVAL_UNDONE, 1): arrivals.arrival_undone,
    (Type.CARD_BOUND, 1): cards.card_bound,
}


def judge(event: Event, facts: Facts) -> Judged:
    """The verdict on one event whose header and body hash hold."""
    rule = _JUDGES.get((event.header.type, event.header.version))
    if rule is None:
        return later("unknown_type")
    if event.body is None:
        return accepted(OpenCase("shredded"), reason="shredded")
    return rule(event.header, event.body.content, facts)
