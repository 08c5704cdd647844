"""What only the lead of a hub may give out: another station that did so is shown to a person."""

from central.judge.values import Facts, OpenCase
from kiosk.domain.events import Header


def not_the_lead(header: Header, facts: Facts) -> list[OpenCase]:
    """None for what a station said before another one became the lead."""
    lead = facts.lead
    if lead is None or lead.station == header.station or header.recorded_at < lead.since:
        return []
    return [OpenCase("not_the_lead")]
