"""Sign-ups that stand already, for which a place is sought: of a course for all of it, as one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.signingup import Moved, NotSigned
from kiosk.domain.signups import Signup
from kiosk.domain.workers import Entered
from kiosk.usecases.courses import together
from kiosk.usecases.seats import Said, Seat, move, seat


@dataclass(frozen=True)
class Sought:
    """`one` is the sign-up that was touched, `places` the session of each that stands with it. `by` a worker, or None
    where the family says so itself."""

    station: Station
    by: Entered | None
    one: Signup = field(repr=False)
    signups: tuple[Signup, ...] = field(repr=False)
    places: tuple[Seat, ...]


def sought(tx: Tx, station: Station, by: Entered | None, one: Signup, now: Reading) -> Sought | NotSigned:
    """Unless one of its sessions is over, or gone."""
    some = together(tx, one, now)
    found = [seat(tx, other.session, now) for other in some]
    places = tuple(place for place in found if isinstance(place, Seat))
    no = next((place for place in found if isinstance(place, NotSigned)), None)
    return no or Sought(station, by, one, some, places)


def all_moved(tx: Tx, those: Sought, said: Sequence[Said], now: Reading) -> Moved:
    """What was decided is said of each; what came of the one that was touched."""
    each = zip(those.signups, said, strict=True)
    moved = {one.id: move(tx, those.station, one, told, now) for one, told in each}
    return moved[those.one.id]
