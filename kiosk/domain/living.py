"""Who lives in a household, and why somebody does no longer. Their record stays, and what protects a child."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from kiosk.domain.agebands import is_adult
from kiosk.domain.families import Record, Role


class Ended(StrEnum):
    """Why somebody does not live there any more. Enumerated: nothing of what happened gets in."""

    MOVED_AWAY = "moved_away"
    OTHER_HOME = "other_home"  # they live with another family
    NEVER_DID = "never_did"  # written into this household by mistake


def lives_there(member: Record) -> bool:
    """`until` is the day on which they ceased to: from that moment on, whatever the day."""
    return member.text("until") == ""


def is_left_alone(members: Iterable[Record], day: date) -> bool:
    """Whether children of a household live there and no adult does. Who comes for the social services does not."""
    living = [one for one in members if lives_there(one)]
    grown = [one for one in living if is_adult(one, day)]
    return len(grown) < len(living) and all(one.text("role") == Role.CASE_WORKER for one in grown)
