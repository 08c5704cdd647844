"""Revoking cards and stations: in the journal first, then in the database."""

import logging

from central import feed
from central.db import Engine, Tx, cases, locks, reading, standing, stations, writing
from central.db.cases import Case
from central.journal import CardRevoked, Entry, Journal, StationRevoked
from kiosk.domain.wire import REVOCATION

log = logging.getLogger(__name__)


def card(tx: Tx, journal: Journal, serial: int) -> bool:
    """False when it had been revoked before."""
    locks.feed(tx)
    if feed.get(tx, REVOCATION, str(serial)) is not None:
        return False
    journal.append([CardRevoked(serial)])
    _revoke_card(tx, serial)
    return True


def station(tx: Tx, journal: Journal, id_: str, now: str) -> bool:
    """False when it had been revoked before. From now on it is refused; a case says so to a person."""
    if not standing.revoke(tx, id_, now):
        return False
    journal.append([StationRevoked(id_, now)])
    cases.open_all(tx, [Case("station_revoked", id_, id_, now)])
    return True


def reconcile(engine: Engine, journal: Journal) -> None:
    """Give the database what it lacks, being an older copy, and the journal what it lacks."""
    promised = journal.entries()
    with reading(engine) as tx:
        held = _held(tx)
    journal.append(sorted(held - promised, key=repr))
    if missing := sorted(promised - held, key=repr):
        with writing(engine) as tx:
            locks.feed(tx)
            again = [entry for entry in missing if _again(tx, entry)]
        if again:
            log.warning("%d revocations from the journal were missing in the database", len(again))


def _held(tx: Tx) -> frozenset[Entry]:
    cards = [CardRevoked(int(id_)) for id_, _ in feed.live(tx, REVOCATION) if id_.isdecimal()]
    return frozenset(
        [*cards, *(StationRevoked(one.id, one.revoked_at) for one in stations.every(tx) if one.revoked_at)]
    )


def _again(tx: Tx, entry: Entry) -> bool:
    match entry:
        case CardRevoked(serial):
            return _revoke_card(tx, serial)
        case StationRevoked(id_, at):
            return standing.revoke(tx, id_, at)


def _revoke_card(tx: Tx, serial: int) -> bool:
    return feed.publish(tx, REVOCATION, str(serial), {"serial": serial}) is not feed.Change.SAME
