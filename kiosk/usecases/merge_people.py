"""One human was registered twice: a worker says so, and may take it back. Nothing is changed or deleted by it.

Of a shielded household only safeguarding merges anybody, and sees that it was done.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from kiosk.clock import Reading, stamp
from kiosk.db.families import Held
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.agebands import child_with_adult
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.merges import Merge, WhyNot
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.find_family import Hit, hit


@dataclass(frozen=True)
class Merged:
    """`event` is what `undo_merge` takes."""

    event: str


@dataclass(frozen=True)
class NotOne:
    why: WhyNot


@dataclass(frozen=True)
class NoSuchMerge:
    """There is none, or it was taken back before."""


@dataclass(frozen=True)
class Pair:
    """A merge that stands, and both as each of their households knows them; the kept ones first."""

    merge: Merge
    kept: tuple[Hit, ...] = field(repr=False)
    dropped: tuple[Hit, ...] = field(repr=False)


def merge_people(tx: Tx, by: Entered, keep: str, drop: str, now: Reading) -> Merged | NotOne | NotIn:
    """From now on `drop` is another id of `keep`: one in the register, one in the search, all protections of both."""
    humans = tx.merges.humans()
    kept, dropped = (tx.families.members(humans.ids(person)) for person in (keep, drop))
    station = _acting(tx, by, [*kept, *dropped])
    if isinstance(station, NotIn):
        return station
    if humans.are_one(keep, drop):
        return NotOne(WhyNot.ONE_ALREADY)
    if not kept or not dropped:
        return NotOne(WhyNot.UNKNOWN)
    if child_with_adult((held.record for held in (*kept, *dropped)), now.day()):
        return NotOne(WhyNot.CHILD_WITH_ADULT)
    content: JsonBody = {"kept": keep, "dropped": drop, "worker": by.worker.id, "entry": by.entry}
    event = tx.events.record(station, Type.MERGED, content, now)
    tx.merges.add(Merge(event, keep, drop, by.worker.id, stamp(now.at)))
    return Merged(event)


def undo_merge(tx: Tx, by: Entered, event: str, now: Reading) -> str | NoSuchMerge | NotIn:
    """They are two again, as if they had never been merged: the id of the event that says so.

    `event` is that of a merge of this station or another's of the hub. What links them otherwise stays.
    """
    merge = next((one for one in tx.merges.standing() if one.event == event), None)
    station = _acting(tx, by, tx.families.members((merge.kept, merge.dropped) if merge else ()))
    if isinstance(station, NotIn):
        return station
    if merge is None:
        return NoSuchMerge()
    content: JsonBody = {"merge": event, "worker": by.worker.id, "entry": by.entry}
    undone = tx.events.record(station, Type.MERGE_UNDONE, content, now)
    tx.merges.undo(undone, event, by.worker.id, stamp(now.at))
    return undone


def merged_people(tx: Tx, by: Entered) -> tuple[Pair, ...] | NotIn:
    """The merges that stand and may be taken back, the latest first."""
    allowed = acting(tx, by, Deed.MERGE)
    if isinstance(allowed, NotIn):
        return allowed
    pairs = []
    for merge in tx.merges.standing():
        kept, dropped = tx.families.members((merge.kept,)), tx.families.members((merge.dropped,))
        if not _hidden(tx, by, [*kept, *dropped]):
            pairs.append(Pair(merge, tuple(map(hit, kept)), tuple(map(hit, dropped))))
    return tuple(sorted(pairs, key=lambda pair: (pair.merge.at, pair.merge.event), reverse=True))


def _acting(tx: Tx, by: Entered, members: Collection[Held]) -> Station | NotIn:
    station = acting(tx, by, Deed.MERGE)
    if isinstance(station, NotIn):
        return station
    return NotIn(NotEntered.NOT_ALLOWED) if _hidden(tx, by, members) else station


def _hidden(tx: Tx, by: Entered, members: Collection[Held]) -> bool:
    """Whether one of them is of a shielded household that this worker may not see."""
    if allows(tx, by, Deed.SHIELDED):
        return False
    return bool(tx.families.shielded({held.record.household for held in members}))
