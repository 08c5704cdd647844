"""What was said of one stay, by whom and where: what a worker may take back."""

from dataclasses import dataclass, field

from kiosk.db.tx import Tx
from kiosk.domain.attendance import Came, Left, Seen, Stay
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.standing import facts_of


@dataclass(frozen=True)
class Told:
    """`worker` is the name of who said it, "" at the touchscreen and by rule."""

    fact: Came | Seen | Left
    worker: str = field(default="", repr=False)


def history(tx: Tx, by: Entered, stay: Stay) -> tuple[Told, ...] | NotIn:
    """All that stands of it, the last first."""
    station = acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    facts = {fact.event: fact for fact in facts_of(tx, station.id, stay.visits)}
    stands = [fact for event in stay.events if isinstance(fact := facts.get(event), Came | Seen | Left)]
    names = {worker.id: worker.name for worker in tx.workers.every()}
    told = (Told(fact, "" if isinstance(fact, Came) else names.get(fact.worker, "")) for fact in stands)
    return tuple(sorted(told, key=lambda one: (one.fact.at, one.fact.seq), reverse=True))
