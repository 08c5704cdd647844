"""Erasures that come down are carried out in the transaction that keeps them: a crash leaves neither or both.

They come to every station, for as long as there is central: a store that was put back from a copy forgets, too.
"""

import json
from collections.abc import Iterable

from kiosk.clock import Reading
from kiosk.db.copying import Prepared, Unread
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import erasure
from kiosk.usecases.forget import forget


def carry_out(tx: Tx, station: Station, records: Iterable[Prepared | Unread], now: Reading) -> None:
    """Those among these records; all at once, and nothing where there are none."""
    fed = (one for one in records if isinstance(one, Prepared) and one.kind == erasure.KIND)
    read = (erasure.read(json.loads(one.text)) for one in fed if one.state == "live" and not one.why)
    names = frozenset(name for one in read if one is not None for name in one.names)
    if names:
        forget(tx, station, names, now)
