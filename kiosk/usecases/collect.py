"""An adult collects several children at once: each is checked, and all of them leave, or nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.release import NeedsAdult, NotThisAdult, Released, release
from kiosk.domain.ties import Minor
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.find_family import minor
from kiosk.usecases.leave import Gone, let_go
from kiosk.usecases.standing import owner, standing


@dataclass(frozen=True)
class NotAll:
    """Nobody left: the first of the visits that may not, and why."""

    visit: str
    why: NotThisAdult | NeedsAdult | Refused


def minor_of(tx: Tx, visit: str) -> Minor | None:
    """What the release of whoever a visit is of is decided by; None when no such visit stands."""
    came = standing(tx, visit)
    if came is None:
        return None
    person = owner(tx, came)
    return minor(tx, person) if person else Minor("")


def collect(
    tx: Tx, by: Entered, visits: Sequence[str], adult: str, now: Reading, activity: str = ""
) -> tuple[Gone, ...] | NotAll | NotIn:
    """`adult` is a person's id, "" for nobody; `activity` is what they leave from."""
    allowed = acting(tx, by, Deed.RELEASE)
    if isinstance(allowed, NotIn):
        return allowed
    minors = [(visit, minor_of(tx, visit)) for visit in dict.fromkeys(visits)]
    for visit, whose in minors:
        said = release(whose, adult, now.day(), activity) if whose and whose.person else Refused(Reason.NOT_HERE)
        if not isinstance(said, Released):
            return NotAll(visit, said)
    gone: list[Gone] = []
    for visit, whose in minors:
        let = let_go(tx, by, visit, whose or Minor(""), adult, now, activity)
        if isinstance(let, NotIn):
            return let
        if not isinstance(let, Gone):
            return NotAll(visit, let)
        gone.append(let)
    return tuple(gone)
