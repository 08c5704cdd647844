"""Revoking cards and stations: in the journal first, then in the database."""

from central import casework, feed, leads
from central.db import Tx, locks, standing, stations
from central.db.cases import Case
from central.journal import CardRevoked, Journal, StationRevoked
from kiosk.domain.wire import REVOCATION


def card(tx: Tx, journal: Journal, serial: int) -> bool:
    """False when it had been revoked before."""
    locks.feed(tx)
    if feed.get(tx, REVOCATION, str(serial)) is not None:
        return False
    journal.append([CardRevoked(serial)])
    return card_again(tx, serial)


def station(tx: Tx, journal: Journal, id_: str, now: str) -> bool:
    """False when it had been revoked before. From now on it is refused; a case says so to a person.

    Was it the lead of its hub, another one is.
    """
    locks.enrolment(tx)
    gone = stations.by_id(tx, id_)
    if not standing.revoke(tx, id_, now):
        return False
    journal.append([StationRevoked(id_, now)])
    casework.open_all(tx, [Case("station_revoked", id_, id_, now)])
    if gone is not None:
        leads.settle(tx, gone.hub, now)
    return True


def card_again(tx: Tx, serial: int) -> bool:
    """False when it had been revoked before."""
    return feed.publish(tx, REVOCATION, str(serial), {"serial": serial}) is not feed.Change.SAME
