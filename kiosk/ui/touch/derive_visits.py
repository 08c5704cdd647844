"""Pure functions from errands and answers to their faces; those of value are in `derive_value`."""

from dataclasses import dataclass
from typing import Any

from kiosk.clock import Reading
from kiosk.domain.people import Person
from kiosk.domain.pictures import Means
from kiosk.domain.visits import (
    AlreadyHere,
    Family,
    FamilyArrived,
    Farewell,
    Undone,
    Welcomed,
    WhoLeaves,
)
from kiosk.domain.workers import PIN_DIGITS, Worker
from kiosk.ui.touch import derive_value
from kiosk.ui.touch.derive_value import somebody as _somebody
from kiosk.ui.touch.errands import (
    Answering,
    AtTheDoor,
    Choosing,
    Coming,
    Counting,
    Errand,
    Holding,
    Inside,
    Joining,
    Leading,
    Minding,
    Paying,
    Showing,
    Waiting,
)
from kiosk.ui.touch.errands import Going as Leaving
from kiosk.ui.touch.errands.coming import MOST_ADULTS
from kiosk.ui.touch.errands.counting import rows
from kiosk.ui.touch.faces import AgeBand
from kiosk.ui.touch.staff_faces import DoorFace
from kiosk.ui.touch.visit_faces import (
    CountFace,
    CountRow,
    FamilyFace,
    Going,
    LeaveFace,
    LeaveTile,
    Mark,
    Outcome,
    OutcomeFace,
    PadFace,
    PicturesFace,
    PictureTile,
    Somebody,
    Tile,
)
from kiosk.ui.touch.wishes import Count, Lead, Wish

READING = OutcomeFace(Outcome.READING)
ASK = OutcomeFace(Outcome.ASK)


@dataclass(frozen=True)
class Eyes:
    """Whose the screen is: their language, and when this is; `boot` is on the steady clock, in seconds."""

    language: str
    now: Reading
    boot: float
    bands: tuple[AgeBand, ...]


def outcome(wish: Wish, answer: object, undo_seconds: int, eyes: Eyes) -> OutcomeFace | None:
    """The face of an answer; None when there is nothing to say, as after an undo. Every no looks the same."""
    of_value = derive_value.outcome(wish, answer, undo_seconds, eyes.language, eyes.now)
    return of_value or _of_visits(wish, answer, undo_seconds)


def _of_visits(wish: Wish, answer: object, undo_seconds: int) -> OutcomeFace | None:
    match answer:
        case Undone():
            return None
        case Welcomed() if isinstance(wish, Count | Lead):
            return OutcomeFace(Outcome.COUNTED, number=_number(wish), undo_seconds=undo_seconds)
        case Welcomed(_, person):
            known = person is not None
            return OutcomeFace(Outcome.WELCOMED, _people(person), 0, 0, undo_seconds, more=known)
        case FamilyArrived(party) if party:
            came = _people(*[one.person for one in answer.here], *[one.person for one in answer.arrived])
            return OutcomeFace(Outcome.WELCOMED, came, answer.adults, undo_seconds=undo_seconds)
        case FamilyArrived() | AlreadyHere():
            here = answer.here if isinstance(answer, FamilyArrived) else (answer,)
            people = _people(*(one.person for one in here))
            return OutcomeFace(Outcome.HELLO, people, more=bool(people))
        case Farewell(people):
            return OutcomeFace(Outcome.LEFT, _people(*people), undo_seconds=undo_seconds)
        case WhoLeaves(people):
            return OutcomeFace(Outcome.COLLECT, _people(*people), more=bool(people))
    return ASK


def screen(errand: Errand, eyes: Eyes) -> tuple[str, Any]:
    """Which screen an errand is at, and its face."""
    match errand:
        case Coming():
            return "family", family(errand)
        case Leaving():
            return "leave", leave(errand)
        case Leading():
            return "leader", None
        case Counting():
            return "count", count(errand, eyes.bands)
        case Answering():
            return ("pictures", pictures(errand)) if errand.means is Means.PICTURES else ("pin", pad(errand))
        case AtTheDoor():
            return "door", door(errand, eyes.boot)
        case Inside():
            return "inside", errand.face
        case Showing() | Holding() | Choosing() | Minding() | Paying() | Joining() | Waiting():
            return derive_value.screen(errand, eyes.language, eyes.now)


def family(coming: Coming) -> FamilyFace:
    known, here = coming.family, len(coming.family.here)
    return FamilyFace(
        first_name=_holder(known),
        people=tuple(Tile(_somebody(one), _mark(coming, one)) for one in known.people),
        adults=tuple(Mark.COMING if on else Mark.NOT_TODAY for on in coming.adults),
        number=here + len(coming.chosen) + coming.adults_coming,
        ready=coming.anybody,
        room_for_adults=len(coming.adults) < MOST_ADULTS,
        others=coming.vouched is None and known.holder != "",
    )


def leave(going: Leaving) -> LeaveFace:
    def of(person: Person) -> Going:
        if person.id not in going.asked.may:
            return Going.COLLECTED
        return Going.LEAVES if person.id in going.chosen else Going.STAYS

    tiles = tuple(LeaveTile(_somebody(one), of(one)) for one in going.asked.people)
    return LeaveFace(tiles, bool(going.chosen))


def count(counting: Counting, bands: tuple[AgeBand, ...]) -> CountFace:
    ages = {band.id: (band.min_age, band.max_age) for band in bands}
    lines = tuple(
        CountRow(row, low, high, counting.number(row), counting.may_be_fewer(row))
        for row in rows(tuple(ages), counting.group)
        for low, high in [ages.get(row, (None, None))]
    )
    return CountFace(counting.group, lines, counting.people)


def pictures(answering: Answering) -> PicturesFace:
    laid = tuple(PictureTile(name, name in answering.said) for name in answering.laid)
    return PicturesFace(laid, len(answering.said), answering.whole, answering.again)


def pad(answering: Answering) -> PadFace:
    return PadFace(len(answering.said), answering.whole, answering.again)


def door(errand: AtTheDoor, now: float) -> DoorFace:
    """First names only: the screen is a public one."""
    if errand.asked is None:
        return DoorFace(tuple(_first(one) for one in errand.colleagues), "", None)
    wait = max(0, -int(-(errand.wait_until - now) // 1))
    return DoorFace((), _first(errand.asked.worker), PadFace(len(errand.digits), PIN_DIGITS, errand.again, wait))


def _first(worker: Worker) -> str:
    return worker.name.partition(" ")[0]


def _number(wish: Count | Lead) -> int:
    educators = wish.educators if isinstance(wish, Lead) else 0
    return sum(number for _, number in wish.children) + wish.adults + educators


def _holder(known: Family) -> str:
    return next((one.first_name for one in known.people if one.id == known.holder), "")


def _mark(coming: Coming, person: Person) -> Mark:
    if person.id in coming.family.here:
        return Mark.HERE
    return Mark.COMING if person.id in coming.chosen else Mark.NOT_TODAY


def _people(*people: Person | None) -> tuple[Somebody, ...]:
    return tuple(_somebody(one) for one in people if one is not None)
