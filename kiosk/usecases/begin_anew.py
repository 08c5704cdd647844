"""A station whose chain went another way than the one central holds begins anew: its store was copied, or put back.

What was told under the same name by another copy stays that one's. This one goes on under a name of its own, which was
granted nothing: it gives nothing of value until central grants it some, which is not before a person has looked. What
it told under a name that it had before goes on under another one, too.
"""

import secrets

from kiosk.db.station import Station
from kiosk.db.tx import Tx

NAME_BYTES = 8


def begin_anew(tx: Tx) -> Station | None:
    """The station under its new name, its events waiting for central as before; None where central holds nothing else
    than it does."""
    station, parted = tx.station.get(), tx.branches.parted()
    if station is None or not parted:
        return None
    for name, since in parted.items():
        new = secrets.token_hex(NAME_BYTES)
        tx.branches.move(station.id, name, since, new)
        if name == station.incarnation:
            tx.station.begins_anew(new)
    return tx.station.get()
