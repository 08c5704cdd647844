"""Who may be granted anything tonight, and where its families were seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from central import leads, programmes, second_hubs, settling
from central.clock import city_day
from central.db import Tx, incarnations, stations
from central.ledger import holder
from central.second_hubs import Habits
from central.settling import Open
from kiosk.domain.programmes import Programme


@dataclass(frozen=True)
class Tonight:
    """Who may be granted anything: of each hub its stations, the lead first, each with its incarnation."""

    day: date
    programmes: Mapping[str, Programme]
    hubs: Mapping[str, Sequence[str]]
    incarnations: Mapping[str, str]
    every: Mapping[str, Sequence[str]]  # all stations of each hub, those that hold no value too
    desks: Mapping[str, Sequence[str]]  # of those in `hubs`: who is from elsewhere pays at a desk
    habits: Habits
    still_open: Open

    def at(self, station: str) -> str:
        """As which it stands in the books."""
        return holder(station, self.incarnations[station])


def read(tx: Tx, now: datetime) -> Tonight:
    led = leads.stations(tx)
    known = {one.station: one.incarnation for one in incarnations.current(tx).values() if one.epoch and not one.lost_at}
    every: dict[str, list[str]] = {}
    desks = set[str]()
    for station in stations.every(tx):
        if station.revoked_at is None:
            every.setdefault(station.hub, []).append(station.id)
            desks |= {station.id} if station.role == "desk" else set()
    hubs = {
        hub: sorted((id_ for id_ in ids if id_ in known), key=lambda id_: (id_ not in led, id_))
        for hub, ids in every.items()
    }
    at_desk = {hub: [id_ for id_ in ids if id_ in desks] for hub, ids in hubs.items()}
    seen = second_hubs.learnt(tx, now)
    return Tonight(city_day(now), programmes.every(tx), hubs, known, every, at_desk, seen, settling.open_ones(tx))
