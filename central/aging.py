"""People grow older: what touchscreens are told of somebody's band and way of leaving is brought up to the day.

With it goes who must not collect whom, as other hubs are told: a central of before told of nothing.
"""

from central import households, prohibiting
from central.clock import city_day
from central.db import reading, writing
from central.opening import Central

_AT_ONCE = 500  # people in a transaction: the others who write wait no longer than for a batch of events


def bring_up_to_date(central: Central) -> int:
    """Of how many another band or way is told now. A night's work, or that of a birthday."""
    day = city_day(central.clock())
    with reading(central.engine) as tx:
        ids = households.members(tx)
    with writing(central.engine) as tx:
        prohibiting.tell_all(tx)
    told = 0
    for start in range(0, len(ids), _AT_ONCE):
        with writing(central.engine) as tx:
            told += households.project_of(tx, ids[start : start + _AT_ONCE], day)
    return told
