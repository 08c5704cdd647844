"""What a named person decides on a case, with a reason: both go into the audit trail."""

from dataclasses import replace
from enum import StrEnum

from central import casework, erasing
from central.db import Tx, cases, decisions, events, locks
from central.db.cases import Case
from central.db.decisions import Decision, What
from central.journal import Journal
from kiosk.domain import erasure
from kiosk.domain.erasure import Because, Erasure

LONGEST = 500  # characters of a name or a reason


class NotDecided(StrEnum):
    UNKNOWN = "no case has this number"
    CLOSED = "somebody has closed this case before"
    NOT_BROKEN = "this case is not about a broken event"
    HELD = "central holds this event: it keeps none behind it waiting"
    NOT_ASKED = "this case does not ask to take a protection away"
    NOT_SECOND = "two workers of safeguarding have to want it, the one who asked and another: name the other's id"
    NO_FAMILY = "central has no such household, or no such person in it"
    CHANGED = "what they were asked about has changed since"


def close(tx: Tx, number: int, who: str, why: str, now: str) -> Case | NotDecided:
    """Nobody has to look at it any more. Raises ValueError without a name or a reason."""
    case = open_case(tx, number)
    return case if isinstance(case, NotDecided) else decide(tx, case, What.CLOSED, who, why, now)


def skip(tx: Tx, number: int, who: str, why: str, now: str) -> Case | NotDecided:
    """Give up an event whose header is not what its hash says, so that those behind it are taken in.

    It takes no effect, ever: it is answered `refused`, and kept as it came. Raises ValueError like `close`.
    """
    case = open_case(tx, number)
    if isinstance(case, NotDecided):
        return case
    if case.kind != "broken":
        return NotDecided.NOT_BROKEN
    locks.station(tx, case.station)
    if events.stored_ids(tx, case.station, [case.subject]):
        return NotDecided.HELD
    return decide(tx, case, What.SKIPPED, who, why, now)


def erase(
    tx: Tx, journal: Journal, household: str, person: str, who: str, because: Because, now: str
) -> Erasure | NotDecided:
    """The city's office erases a household, or one `person` of it. Raises ValueError without a name."""
    locks.erasing(tx)
    asked = erasing.asked(tx, household, person, now)
    if asked is None:
        return NotDecided.NO_FAMILY
    decisions.add(tx, Decision(now, said(who), What.ERASED, erasure.KIND, "", asked.id, because.value))
    return erasing.erase(tx, journal, asked, now)


def open_case(tx: Tx, number: int) -> Case | NotDecided:
    """The case that somebody is about to decide on."""
    case = cases.numbered(tx, number)
    if case is None:
        return NotDecided.UNKNOWN
    return NotDecided.CLOSED if case.closed_at else case


def decide(tx: Tx, case: Case, what: What, who: str, why: str, now: str) -> Case | NotDecided:
    """Close a case with what was decided, by whom and why, in the audit trail."""
    decision = Decision(now, said(who), what, case.kind, case.station, case.subject, said(why))
    if not cases.close(tx, case, now):
        return NotDecided.CLOSED
    decisions.add(tx, decision)
    casework.is_closed(tx, case.number)
    return replace(case, closed_at=now)


def said(words: str) -> str:
    plain = " ".join(words.split())
    if not plain or len(plain) > LONGEST or not plain.isprintable():
        raise ValueError(f"a name and a reason, each of 1 to {LONGEST} characters")
    return plain
