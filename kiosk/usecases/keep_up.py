"""What a station does by rule in each round, before it speaks to central: nobody has to be there."""

from kiosk.clock import Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.usecases.give_back import give_back
from kiosk.usecases.waiting_list import tend


def keep_up(tx: Tx, station: Station, now: Reading) -> None:
    """Again there is nothing to do: what is asked back goes back, and who waits is offered what is free."""
    if not station.revoked_at:
        give_back(tx, station, now)
        tend(tx, now)
