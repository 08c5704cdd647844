"""Walk the event chains of the store and the rows that hang on them, and say whether they hold."""

from dataclasses import dataclass

from kiosk.db.hanging import BadRow
from kiosk.db.tx import Tx
from kiosk.domain import events
from kiosk.domain.events import Break


@dataclass(frozen=True)
class Audit:
    """`broken` is None when every chain holds. `shredded` counts events whose body was erased: labelled holes."""

    events: int
    incarnations: int
    shredded: int
    broken: Break | None
    bad_row: BadRow | None = None  # the first row that is not what its event says

    def holds(self) -> bool:
        return self.broken is None and self.bad_row is None


def verify(tx: Tx) -> Audit:
    station = tx.station.get()
    counted, shredded, chains = 0, 0, 0
    for _, chain in tx.events.chain(station.id if station else ""):
        chains += 1
        counted += len(chain)
        shredded += sum(event.body is None for event in chain)
        end = events.verify(chain)
        if isinstance(end, Break):
            return Audit(counted, chains, shredded, end)
    return Audit(counted, chains, shredded, None, tx.hanging.first_bad())
