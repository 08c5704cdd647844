"""A card is shown at the touchscreen: who comes alone is checked in at once, a family says first who came.

Who is here already is greeted; after a while they are asked whether they leave.
"""

from collections.abc import Mapping
from datetime import timedelta

from kiosk.clock import Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.db.visits import Visit
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.visits import (
    LEAVING_MINUTES,
    AlreadyHere,
    Family,
    FamilyArrived,
    MayLeave,
    Refused,
    Welcomed,
    WhoLeaves,
)
from kiosk.usecases.arrive import CountAs, arrive_by, nobody_known, still_here, usable_card
from kiosk.usecases.arrive_family import family_by
from kiosk.usecases.leave_family import leaves_alone

Shown = Welcomed | AlreadyHere | FamilyArrived | Family | WhoLeaves | Refused


def show(tx: Tx, scanned: Code | NotACode, now: Reading, counted: CountAs = nobody_known) -> Shown:
    """What a scan comes to. Only who comes alone is recorded by it."""
    usable = usable_card(tx, scanned, now)
    if isinstance(usable, Refused):
        return usable
    family = family_by(tx, *usable, now)
    if not _are_here(family) and not family.again:
        return family if _is_of_several(family) else _alone(arrive_by(tx, *usable, now, counted))
    visits = _visits(tx, family, now)
    if any(_a_while_ago(visit, now) for visit in visits.values()):
        return _who_leaves(tx, family, visits, now)
    return FamilyArrived("", (), tuple(AlreadyHere(one) for one in family.people if one.id in family.here))


def _are_here(family: Family) -> bool:
    """Whether all who came last time, or the one whose card it is, are here: nobody is waiting to come in."""
    came = {family.holder} if family.holder in family.here else family.chosen
    return bool(came) and came <= family.here


def _is_of_several(family: Family) -> bool:
    return len(family.people) > 1 or family.adults > 0


def _alone(said: Welcomed | AlreadyHere | MayLeave | Refused) -> Shown:
    """Of a card that nobody knows here nobody is let go."""
    return WhoLeaves(()) if isinstance(said, MayLeave) else said


def _visits(tx: Tx, family: Family, now: Reading) -> Mapping[str, Visit]:
    held = ((one, still_here(tx, one, family.serial, now)) for one in family.here)
    return {one: visit for one, visit in held if visit is not None}


def _a_while_ago(visit: Visit, now: Reading) -> bool:
    return now.at - from_stamp(visit.arrived_at) >= timedelta(minutes=LEAVING_MINUTES)


def _who_leaves(tx: Tx, family: Family, visits: Mapping[str, Visit], now: Reading) -> WhoLeaves:
    people = tuple(one for one in family.people if one.id in visits)
    return WhoLeaves(people, {one.id: visits[one.id].id for one in people if leaves_alone(tx, one.id, now)})
