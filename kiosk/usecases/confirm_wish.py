"""A parent, or a worker for them, makes a child's wish a sign-up: of a course all of it."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Moved, No, NotSigned
from kiosk.domain.signups import State
from kiosk.domain.workers import NotIn
from kiosk.usecases.sign_up import needs_a_parent, outcome, theirs
from kiosk.usecases.sought import Sought, all_moved, sought


def confirm_wish(tx: Tx, signup: str, asker: Asker, now: Reading) -> Moved | NotSigned | NotIn:
    """It stands as it would, had they signed up themselves."""
    those = wished(tx, signup, asker, now)
    if not isinstance(those, Sought):
        return those
    return all_moved(tx, those, outcome(tx, those.station, those.places, those.by), now)


def wished(tx: Tx, signup: str, asker: Asker, now: Reading) -> Sought | NotSigned | NotIn:
    """What they may confirm."""
    found = theirs(tx, signup, asker, now)
    if isinstance(found, NotSigned | NotIn):
        return found
    station, one = found
    if needs_a_parent(tx, asker, now):
        return NotSigned(No.NOT_ALLOWED)
    if one.state is not State.WISHED:
        return NotSigned(No.NOT_SO)
    return sought(tx, station, asker.worker, one, now)
