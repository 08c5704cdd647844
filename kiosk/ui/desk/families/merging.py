"""Somebody was registered twice: both side by side, whom to keep, and the merges that may be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.clock import Reading, from_stamp
from kiosk.ui.desk.families import HitLine, Named, hit_lines
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.find_family import Hit
from kiosk.usecases.merge_people import Pair

COMPARED = ("given", "family", "latin", "born", "creature", "role")


@dataclass(frozen=True)
class Side:
    """One of the two, as a household knows them."""

    who: Named
    born: str = field(repr=False)


@dataclass(frozen=True)
class MergeFace:
    """`other` is None while they are looked for. `same` are the names of the fields that say the same of both."""

    household: str
    one: Side
    other: Side | None
    asked: str = field(repr=False)
    hits: tuple[HitLine, ...]
    same: tuple[str, ...]


@dataclass(frozen=True)
class MergedLine:
    """`id` is the event that says so. None of them is named who is known here no more."""

    id: str
    kept: Named | None
    dropped: Named | None
    at: Moment


@dataclass(frozen=True)
class MergesFace:
    lines: tuple[MergedLine, ...]


def derive(household: str, one: Hit, other: Hit | None, asked: str, hits: Sequence[Hit], day: date) -> MergeFace:
    elsewhere = [hit for hit in hits if hit.person != one.person]
    same = tuple(name for name in COMPARED if other and getattr(one, name) == getattr(other, name) != "")
    return MergeFace(
        household, _side(one, day), _side(other, day) if other else None, asked, hit_lines(elsewhere, day), same
    )


def merges(pairs: Sequence[Pair], now: Reading) -> MergesFace:
    return MergesFace(
        tuple(
            MergedLine(
                pair.merge.event,
                _who(pair.kept, now.day()),
                _who(pair.dropped, now.day()),
                moment(from_stamp(pair.merge.at), now),
            )
            for pair in pairs
        )
    )


def _side(hit: Hit, day: date) -> Side:
    return Side(hit_lines((hit,), day)[0].who, hit.born)


def _who(hits: Sequence[Hit], day: date) -> Named | None:
    return hit_lines(hits, day)[0].who if hits else None
