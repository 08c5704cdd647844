"""Judges events: one pure function for each event type and version gives a verdict and its effects.

Nothing that a station promised is refused, and nothing is dropped: what cannot be judged stays in the station's outbox
(`later`) and becomes a case for a person.
"""

from collections.abc import Mapping

from central.judge import arrivals, attendance, calendars, cards, cases, erasures, families, merges, value, workers
from central.judge.values import Facts, Judge, Judged, OpenCase, accepted, later
from kiosk.domain.erasure import OF_ITSELF, is_about
from kiosk.domain.events import Event, Type

_JUDGES: Mapping[tuple[str, int], Judge] = {
    (Type.ARRIVED, 1): arrivals.arrived,
    (Type.ARRIVAL_UNDONE, 1): arrivals.arrival_undone,
    (Type.CARD_BOUND, 1): cards.card_bound,
    (Type.ENTERED, 1): workers.entered,
    (Type.LOOKED, 1): workers.looked,
    (Type.OVERRIDDEN, 1): workers.overridden,
    (Type.OVERRIDE_UNDONE, 1): workers.override_undone,
    (Type.COUNTED, 1): attendance.counted,
    (Type.GUEST, 1): attendance.guest,
    (Type.GROUP_ARRIVED, 1): attendance.group_arrived,
    (Type.SEEN, 1): attendance.seen,
    (Type.LEFT, 1): attendance.left,
    (Type.TAKEN_BACK, 1): attendance.taken_back,
    (Type.EXPECTED, 1): attendance.expected,
    (Type.EXPECTED_TAKEN_BACK, 1): attendance.expected_taken_back,
    (Type.CALENDAR_EDITED, 1): calendars.calendar_edited,
    (Type.TIME_TOLD, 1): workers.time_told,
    (Type.TRIES_RESET, 1): workers.tries_reset,
    (Type.PICTURES_SET, 1): workers.pictures_set,
    (Type.EDITED, 1): families.edited,
    (Type.WEAKENING_ASKED, 1): families.weakening_asked,
    (Type.MERGED, 1): merges.merged,
    (Type.MERGE_UNDONE, 1): merges.merge_undone,
    (Type.CASE_CLOSED, 1): cases.case_closed,
    (Type.ACKNOWLEDGED, 1): cases.acknowledged,
    (Type.ACKNOWLEDGED_TAKEN_BACK, 1): cases.acknowledged_taken_back,
    (Type.ERASED, 1): erasures.erased,
    (Type.FORGOTTEN, 1): erasures.forgotten,
    (Type.RESTATED, 1): erasures.restated,
    (Type.REDEEMED, 1): value.redeemed,
    (Type.REDEMPTION_REVERSED, 1): value.redemption_reversed,
    (Type.GIVEN_BACK, 1): value.given_back,
    (Type.PENDING_ASKED, 1): value.pending_asked,
    (Type.PENDING_VOIDED, 1): value.pending_voided,
    (Type.SIGNED_UP, 1): value.signed_up,
    (Type.SIGN_UP_MOVED, 1): value.signed_up,
    (Type.SIGN_UP_MOVED, 2): value.moved_by_central,
}


def judge(event: Event, facts: Facts) -> Judged:
    """The verdict on one event whose header and body hash hold."""
    rule = _JUDGES.get((event.header.type, event.header.version))
    if rule is None:
        return later("unknown_type")
    if event.body is None:
        return accepted(OpenCase("shredded"), reason="shredded")
    if event.header.type in OF_ITSELF or not is_about(facts.erased, event.body.content):
        return rule(event.header, event.body.content, facts)
    return erasures.afterwards(rule, event.header, event.body.content, facts)
