"""Whether a visit of the hub stands: one of this station, or one it was told of."""

from kiosk.db.tx import Tx
from kiosk.domain.attendance import Came, Fact, TakenBack, register
from kiosk.domain.expecting import Expected
from kiosk.domain.people import Binding


def facts_of(tx: Tx, station: str, visit: str) -> list[Fact]:
    """All that is known here of one visit; and all that was taken back elsewhere, which says of what by its event."""
    told = tx.attendance.told()
    about = [
        fact for fact in told if isinstance(fact, TakenBack) or (not isinstance(fact, Expected) and fact.visit == visit)
    ]
    return [*tx.attendance.of_visit(station, visit), *about]


def standing(tx: Tx, visit: str) -> Came | None:
    """How a visit began that has not ended; None when there is none, or it was taken back."""
    station = tx.station.get()
    facts = facts_of(tx, station.id, visit) if station else []
    inside = [stay for stay in register(facts).stays if stay.inside]
    came = next((fact for fact in facts if isinstance(fact, Came)), None)
    return came if inside else None


def owner(tx: Tx, came: Came) -> str:
    """Whose visit it is, "" for nobody known: a card may have been scanned before its binding was copied."""
    binding: Binding | None = tx.cards.binding(came.serial) if came.serial and not came.person else None
    return binding.person if binding else came.person
