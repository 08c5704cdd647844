"""Two copies that should be the same are compared, and what differs is copied again: only the kinds that do.

What a repair does not mend (a line of central's that is no record, for one) is noted and shown. It is not tried again
while the difference stays what it is, however much else changes at central meanwhile.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from kiosk.clock import from_stamp
from kiosk.db.digests import NONE, added
from kiosk.db.syncing import Difference, Unmended, read_unmended
from kiosk.db.tx import Tx
from kiosk.domain import marks
from kiosk.domain.marks import MODULUS, Sum
from kiosk.domain.wire import Cursor, Digests, Page
from kiosk.sync import apply
from kiosk.sync.trip import Trip

CHECK_EVERY = timedelta(days=1)
KINDS_AT_ONCE = 30  # that a page is asked for
_KIND = re.compile(r"[0-9a-z_]{1,64}")  # what central calls a kind; any other is nobody's, and is swept


def compare(trip: Trip, last: Page, thorough: bool = False) -> None:
    """After the last page: is what is here what central has? Raises CentralUnreachable, NotTheWire."""
    if thorough or _check_is_due(trip):
        check(trip)
    if not last.digest:
        return
    here, known = marks.digest(trip.own_sums()), read_unmended(trip.state.unmended)
    if here == last.digest:
        _note(trip, {}, here, here)
    elif (here, last.digest) != (known.here, known.there):
        _look_closer(trip, last)


def _look_closer(trip: Trip, last: Page) -> None:
    theirs = trip.ask(trip.central.digests)
    if (theirs.epoch, theirs.rev) != (last.to.epoch, last.to.rev):
        return  # something changed meanwhile: the next round compares what is then
    different = _difference(trip.own_sums(), theirs.sums)
    if different == trip.state.differs:
        _note(trip, different, marks.digest(trip.own_sums()), last.digest)
    else:
        _repair(trip, theirs)


def _note(trip: Trip, different: Difference, here: str, there: str) -> None:
    """What stays different, if anything does."""
    unmended = Unmended(there, here, different).dump() if different else ""
    if unmended != trip.state.unmended:
        trip.move(unmended=unmended)


def _difference(mine: Mapping[str, Sum], theirs: Mapping[str, Sum]) -> Difference:
    difference: Difference = {}
    for kind in sorted({*mine, *theirs}):
        here, there = mine.get(kind, NONE), theirs.get(kind, NONE)
        apart = [there.live - here.live, (there.marks - here.marks) % MODULUS]
        if any(apart):
            difference[kind] = apart
    return difference


# --- copying kinds again --------------------------------------------------------------------------------------------


def _repair(trip: Trip, theirs: Digests) -> None:
    check(trip)  # what was changed in the file, the sums of it too, shows now
    kinds = tuple(_difference(trip.own_sums(), theirs.sums))
    if kinds:
        _copy_again(trip, theirs.epoch, kinds)
        trip.count(repaired=len(kinds))
    still = _difference(trip.own_sums(), theirs.sums)
    if still and trip.ask(trip.central.digests).rev != theirs.rev:
        return  # what came in between is not unmended: the next round compares again
    _note(trip, still, marks.digest(trip.own_sums()), marks.digest(theirs.sums))


def _copy_again(trip: Trip, epoch: str, kinds: Sequence[str]) -> None:
    """As a copy of its own, so that it takes the place of what is here whatever that says of itself."""
    copy = trip.state.copy + 1
    trip.move(copy=copy, swept=copy)  # the other kinds are whole as they are
    named = [kind for kind in kinds if _KIND.fullmatch(kind)]
    for start in range(0, len(named), KINDS_AT_ONCE):
        _fetch(trip, epoch, named[start : start + KINDS_AT_ONCE])
    sweep(trip, copy, kinds)


def _fetch(trip: Trip, epoch: str, kinds: Sequence[str]) -> None:
    cursor, more = Cursor(epoch, 0, 0, 0), True
    while more:
        page = trip.ask(lambda asked=cursor: trip.central.feed(asked, kinds))  # type: ignore[misc]
        for records in apply.cut_up(apply.prepare(item, trip.station.root_public) for item in page.items):
            trip.write(records, trip.state.cursor, trip.state.total)
        trip.count(pulled=len(page.items))
        cursor, more = page.to, page.more
        if more:
            trip.go_on()


def sweep(trip: Trip, copy: int, kinds: Sequence[str] = ()) -> None:
    """Drop, in pieces, what only older copies held; of these kinds, or of all."""
    after: int | None = 0
    while after is not None:
        after = trip.store(lambda tx, row=after: tx.copying.sweep(copy, row, kinds))  # type: ignore[misc]
    trip.sums = None


# --- computing the marks anew ---------------------------------------------------------------------------------------


def _check_is_due(trip: Trip) -> bool:
    """Once a day, and when the clock was set back."""
    checked, now = trip.state.checked_at, trip.clock.read().at
    return not checked or not timedelta(0) <= now - from_stamp(checked) < CHECK_EVERY


def check(trip: Trip) -> None:
    """Compute all marks and sums from the data, in pieces: what was changed by another way than ours shows."""
    found: dict[str, Sum] = {}
    after = 0
    while checked := trip.store(lambda tx, row=after: tx.digests.check(row)):  # type: ignore[misc]
        for kind, some in checked.sums.items():
            found[kind] = added(found.get(kind, NONE), some)
        after = checked.last
    moment = trip.moment()

    def work(tx: Tx) -> None:
        if tx.digests.sums() != found:
            tx.digests.put(found)
        tx.syncing.move(checked_at=moment)

    trip.store(work)
    trip.state, trip.sums = replace(trip.state, checked_at=moment), found
