"""A turn, or hours of a day: who is in it, who is to be, and what there is when it is full."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kiosk.clock import ROME, Reading, stamp
from kiosk.ui.desk.calendar.week import LeadFace, SlotFace, lead, slot
from kiosk.ui.desk.today import arriving
from kiosk.ui.desk.today.arriving import HitLine, Tile
from kiosk.ui.desk.today.register import others
from kiosk.ui.desk.today.rows import Row, in_order, rows
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.walk_in import Home
from kiosk.usecases.week import InTurn


@dataclass(frozen=True)
class TurnHead:
    """Which one it is. `slot` is None where the calendar has none such any more."""

    turn: str  # its beginning, as a stamp
    day: str  # ISO date
    at: Moment
    slot: SlotFace | None
    gives: bool  # its places can be given now, at the lead
    lead: LeadFace


@dataclass(frozen=True)
class TurnListFace:
    head: TurnHead
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class FindFace:
    head: TurnHead
    text: str = field(repr=False)
    hits: tuple[HitLine, ...]


@dataclass(frozen=True)
class PartyFace:
    """Of a tile `here` says that they are in the turn already."""

    head: TurnHead
    household: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class CountFace:
    head: TurnHead
    bands: tuple[str, ...]


@dataclass(frozen=True)
class FullFace:
    """There are not so many places. `next` is the next turn that has them, None where none has; `fits`: there are by
    now; `becauses`, why somebody may decide against it, none where this worker may not."""

    head: TurnHead
    asked: str  # who wants the places, to ask again
    people: int
    names: tuple[str, ...] = field(repr=False)
    free: int
    fits: bool
    next: Moment | None
    next_turn: str
    becauses: tuple[str, ...]


def head(of: InTurn, now: Reading) -> TurnHead:
    return TurnHead(
        turn=stamp(of.begins),
        day=of.begins.astimezone(ROME).date().isoformat(),
        at=moment(of.begins, now),
        slot=slot(of.slot, now) if of.slot else None,
        gives=of.gives and of.leading.elsewhere is None,
        lead=lead(of.leading),
    )


def derive(of: InTurn, now: Reading) -> TurnListFace:
    return TurnListFace(head(of, now), rows(in_order(of.entries), others(of.stations), now))


def party(of: InTurn, home: Home, asked: str, now: Reading) -> PartyFace:
    """Chosen are those who came last time, and who was asked for."""
    there = replace(home, here=of.people & {one.person for one in home.people})
    return PartyFace(head(of, now), home.household, arriving.family(there, "", asked).tiles)


def count(of: InTurn, now: Reading) -> CountFace:
    return CountFace(head(of, now), arriving.count().bands)


def find(of: InTurn, text: str, hits: Sequence[HitLine], now: Reading) -> FindFace:
    """`here` of a hit says that they are in the turn already."""
    return FindFace(head(of, now), text, tuple(replace(hit, here=hit.person.id in of.people) for hit in hits))
