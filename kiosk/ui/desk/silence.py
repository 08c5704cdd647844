"""Whether a list of people may be incomplete: a station of the hub that was not heard for long may know of more."""

from collections.abc import Sequence

from kiosk.clock import Reading
from kiosk.ui.standing import FRESH
from kiosk.usecases.inside import Heard


def silent(stations: Sequence[Heard], now: Reading) -> tuple[Heard, ...]:
    """Those whose people may be missing: a station asks each minute, so longer than `FRESH` is long."""
    return tuple(one for one in stations if not one.own and (one.at is None or now.at - one.at > FRESH))
