"""A second person agrees that a protection is taken away (G9): somebody of safeguarding asked for it at a desk."""

from datetime import datetime

from central import deciding, feed, households
from central.clock import city_day
from central.db import Tx, events
from central.db.cases import Case
from central.db.decisions import What
from central.deciding import NotDecided
from central.judge.values import PutFamily
from kiosk.domain.events import JsonBody
from kiosk.domain.families import read_edit
from kiosk.domain.familyedits import weakened
from kiosk.domain.workers import Role

ASKED = "weakening_asked"  # the kind of its case


def agree(tx: Tx, number: int, who: str, why: str, now: str) -> Case | NotDecided:
    """`who` is the id of a worker of safeguarding, and not of the one who asked. Raises ValueError like `close`."""
    case = deciding.open_case(tx, number)
    if isinstance(case, NotDecided):
        return case
    body = events.body_of(tx, case.station, case.subject) if case.kind == ASKED else None
    edit = read_edit(body) if body is not None else None
    if body is None or edit is None:
        return NotDecided.NOT_ASKED
    if not _may(tx, who, body):
        return NotDecided.NOT_SECOND
    held = households.held(tx, [(edit.kind, edit.id)]).get((edit.kind, edit.id))
    without = weakened(held, edit) if held is not None else None
    if without is None:
        return NotDecided.CHANGED
    decided = deciding.decide(tx, case, What.AGREED, who, why, now)
    if isinstance(decided, Case):
        day = city_day(datetime.fromisoformat(now))
        households.publish(tx, "", [PutFamily(edit.kind, edit.id, without)], day)
    return decided


def _may(tx: Tx, who: str, asked: JsonBody) -> bool:
    """Two people: the one who asked is of safeguarding, and so is the other."""
    first, second = (feed.get(tx, "worker", str(id_)) for id_ in (asked.get("worker"), who))
    both = [one for one in (first, second) if one is not None and Role.SAFEGUARDING in one["roles"]]
    standing = [one for one in both if not one["revoked"]]
    return len(standing) == 2 and asked.get("worker") != who
