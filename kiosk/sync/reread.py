"""After an upgrade all that is kept is read again: what the reader before did not know, or could not read.

It needs no network. Cut in between, it begins again with the next round.
"""

from collections.abc import Iterable
from dataclasses import replace

from kiosk.clock import stamp
from kiosk.db.copying import Prepared
from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.wire import Item
from kiosk.sync import apply, erasures
from kiosk.sync.trip import Trip


def read_again_when_upgraded(trip: Trip) -> None:
    """Nothing, as long as the readers are those that wrote this store."""
    if trip.read_by == apply.READERS:
        return
    _records(trip)
    _lines(trip)

    def work(tx: Tx) -> None:
        tx.syncing.move(unmended="")  # a repair may mend now what it did not
        tx.syncing.reads(apply.READERS)

    trip.store(work)
    trip.state = replace(trip.state, unmended="")


def _records(trip: Trip) -> None:
    after, copy = 0, trip.state.copy
    while kept := trip.store(lambda tx, row=after: tx.copying.kept(row)):  # type: ignore[misc]
        found = (apply.prepare_record(one, trip.station.root_public) for one in kept.items)
        for piece in apply.cut_up(found):
            trip.store(lambda tx, some=piece: _read_again(tx, trip, some, copy))  # type: ignore[misc]
        after = kept.last


def _read_again(tx: Tx, trip: Trip, piece: Iterable[Prepared], copy: int) -> None:
    records, now = [*piece], trip.clock.read()
    tx.copying.read_again(records, copy, stamp(now.at))
    erasures.carry_out(tx, trip.station, records, now)


def _lines(trip: Trip) -> None:
    """Lines that were no records: one that is a record today is written as if it came now."""
    moment = trip.moment()
    for line in trip.store(lambda tx: tx.copying.lines_aside()):
        (read,) = wire.parse_items([line.raw.encode()])
        if isinstance(read, Item):
            record = apply.prepare_record(read, trip.station.root_public)

            def work(tx: Tx, row: int = line.row, copy: int = line.copy, record: Prepared = record) -> None:
                tx.copying.write([record], copy, moment)
                tx.copying.healed(row)

            trip.store(work)
            trip.sums = None
