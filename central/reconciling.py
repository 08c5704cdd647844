"""What the journal promised and the database lacks, being an older copy; and what the journal lacks."""

import logging

from central import feed, granting, grants, leads, revoking
from central.db import Engine, Tx, locks, reading, standing, stations, writing
from central.db.stations import Station
from central.journal import BlanksGranted, CardRevoked, Entry, Journal, StationKnown, StationRevoked
from kiosk.domain.wire import REVOCATION

log = logging.getLogger(__name__)


def known(station: Station) -> StationKnown:
    """What the journal says of a station."""
    return StationKnown(station.id, station.hub, station.role, station.name, station.public.hex(), station.enrolled_at)


def note(tx: Tx, journal: Journal, station: str) -> None:
    """A station was enrolled, or took up another key: the journal is to know before anybody else does."""
    there = stations.by_id(tx, station)
    if there is not None:
        journal.append([known(there)])


def reconcile(engine: Engine, journal: Journal, now: str) -> None:
    """Give each what only the other holds."""
    promised = journal.entries()
    with reading(engine) as tx:
        held = _held(tx, promised)
    if missing := _missing(promised, held):
        with writing(engine) as tx:
            locks.enrolment(tx)
            locks.feed(tx)
            again = sum(_again(tx, entry) for entry in missing)
            for hub in _hubs_of(tx, missing):
                leads.settle(tx, hub, now)
        if again:
            log.warning("%d entries of the journal were missing in the database", again)
    told = {entry.station for entry in promised if isinstance(entry, StationKnown)}
    others = [entry for entry in held if not (isinstance(entry, StationKnown) and entry.station in told)]
    before = set(promised)
    journal.append([entry for entry in others if entry not in before])


def _held(tx: Tx, promised: list[Entry]) -> list[Entry]:
    """What the database holds; a grant, which never changes and is long, is read only where nobody has told of it."""
    granted, told = set(grants.every(tx)), [entry for entry in promised if isinstance(entry, BlanksGranted)]
    there = [entry for entry in told if (entry.grant, entry.station) in granted]
    every = stations.every(tx)
    revoked = [StationRevoked(station.id, station.revoked_at) for station in every if station.revoked_at]
    cards = [CardRevoked(int(id_)) for id_, _ in feed.live(tx, REVOCATION) if id_.isdecimal()]
    untold = granting.untold(tx, {entry.grant for entry in told})
    return [*(known(station) for station in every), *revoked, *cards, *there, *untold]


def _missing(promised: list[Entry], held: list[Entry]) -> list[Entry]:
    """Stations first, each as it was said last."""
    last = {entry.station: entry for entry in promised if isinstance(entry, StationKnown)}
    others = [entry for entry in promised if not isinstance(entry, StationKnown)]
    there = set(held)
    return [entry for entry in dict.fromkeys([*last.values(), *others]) if entry not in there]


def _again(tx: Tx, entry: Entry) -> bool:
    match entry:
        case CardRevoked(serial):
            return revoking.card_again(tx, serial)
        case StationRevoked(id_, at):
            return standing.revoke(tx, id_, at)
        case StationKnown():
            return _known_again(tx, entry)
        case BlanksGranted():
            return granting.again(tx, entry)


def _hubs_of(tx: Tx, entries: list[Entry]) -> set[str]:
    """Those that may have got or lost a station."""
    named = {entry.station for entry in entries if isinstance(entry, StationKnown | StationRevoked)}
    there = (stations.by_id(tx, station) for station in named)
    return {station.hub for station in there if station is not None}


def _known_again(tx: Tx, entry: StationKnown) -> bool:
    """The station comes back. Had it taken up another key, either is good until that one is used again."""
    public, there = bytes.fromhex(entry.public), stations.by_id(tx, entry.station)
    if standing.holder(tx, public):
        return False
    if there is None:
        stations.add(tx, Station(entry.station, entry.hub, entry.role, entry.name, public, entry.enrolled_at, None))
    else:
        standing.expect_key(tx, entry.station, public)
    return True
