"""What the journal promised and the database lacks, being an older copy; and what the journal lacks."""

import logging
from dataclasses import replace

from central import erasing, feed, granting, grants, leads, revoking
from central.db import Engine, Tx, locks, reading, standing, stations, writing
from central.db.stations import Station
from central.journal import BlanksGranted, CardRevoked, Entry, Erased, Journal, StationKnown, StationRevoked
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
    """Give each what only the other holds. Who was erased is erased again, before anybody is fed."""
    promised = _together(journal.entries())
    with reading(engine) as tx:
        held = _held(tx, promised)
    if missing := _missing(promised, held):
        with writing(engine) as tx:
            locks.enrolment(tx)
            locks.erasing(tx)
            locks.feed(tx)
            again = sum(_again(tx, journal, entry, now) for entry in missing)
            for hub in _hubs_of(tx, missing):
                leads.settle(tx, hub, now)
        if again:
            log.warning("%d entries of the journal were missing in the database", again)
    journal.append(_untold(promised, held))


def _untold(promised: list[Entry], held: list[Entry]) -> list[Entry]:
    """What the journal lacks; a station is told of once, and again only as it changes."""
    stations = {entry.station for entry in promised if isinstance(entry, StationKnown)}
    erased = {(entry.household, entry.person): {*entry.names} for entry in promised if isinstance(entry, Erased)}
    before = set(promised)

    def is_told(entry: Entry) -> bool:
        match entry:
            case StationKnown():
                return entry.station in stations
            case Erased():
                return erased.get((entry.household, entry.person), set()) >= {*entry.names}
            case _:
                return entry in before

    return [entry for entry in held if not is_told(entry)]


def _held(tx: Tx, promised: list[Entry]) -> list[Entry]:
    """What the database holds; a grant, which never changes and is long, is read only where nobody has told of it."""
    granted, told = set(grants.every(tx)), [entry for entry in promised if isinstance(entry, BlanksGranted)]
    there = [entry for entry in told if (entry.grant, entry.station) in granted]
    every = stations.every(tx)
    revoked = [StationRevoked(station.id, station.revoked_at) for station in every if station.revoked_at]
    cards = [CardRevoked(int(id_)) for id_, _ in feed.live(tx, REVOCATION) if id_.isdecimal()]
    untold = granting.untold(tx, {entry.grant for entry in told})
    gone = [Erased(one.household, one.person, one.at, tuple(sorted(one.names))) for one in erasing.every(tx)]
    return [*(known(station) for station in every), *revoked, *cards, *there, *untold, *gone]


def _together(entries: list[Entry]) -> list[Entry]:
    """What was told of an erasure in several lines, as one."""
    erasures: dict[tuple[str, str], Erased] = {}
    for entry in entries:
        if isinstance(entry, Erased):
            first = erasures.setdefault((entry.household, entry.person), entry)
            names = tuple(sorted({*first.names, *entry.names}))
            erasures[entry.household, entry.person] = replace(first, names=names)
    return [*(entry for entry in entries if not isinstance(entry, Erased)), *erasures.values()]


def _missing(promised: list[Entry], held: list[Entry]) -> list[Entry]:
    """Stations first, each as it was said last."""
    last = {entry.station: entry for entry in promised if isinstance(entry, StationKnown)}
    others = [entry for entry in promised if not isinstance(entry, StationKnown)]
    there = set(held)
    return [entry for entry in dict.fromkeys([*last.values(), *others]) if entry not in there]


def _again(tx: Tx, journal: Journal, entry: Entry, now: str) -> bool:
    match entry:
        case CardRevoked(serial):
            return revoking.card_again(tx, serial)
        case StationRevoked(id_, at):
            return standing.revoke(tx, id_, at)
        case StationKnown():
            return _known_again(tx, entry)
        case BlanksGranted():
            return granting.again(tx, entry)
        case Erased():
            return erasing.again(tx, journal, entry, now)


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
