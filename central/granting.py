"""Granting blanks: what a database restored from a backup would have forgotten of them, the journal knows."""

from collections.abc import Collection
from datetime import date

from central import grants
from central.db import Tx, epochs, stations
from central.grants import Blank
from central.journal import BlanksGranted, Journal
from central.keys import Keys


def blanks(tx: Tx, keys: Keys, journal: Journal, station: str, count: int, today: date) -> list[Blank]:
    """Sign blanks for a station; raises ValueError for a count out of range, and OSError when the journal cannot."""
    signed = grants.grant_blanks(tx, keys, station, count, today)
    grant = grants.grant_of(tx, signed[0].serial)
    journal.append([BlanksGranted(grant, station, tuple((blank.serial, blank.code) for blank in signed))])
    return signed


def untold(tx: Tx, told: Collection[str]) -> list[BlanksGranted]:
    """The grants in the database, but for those of these ids."""
    found = {grant: station for grant, station in grants.every(tx) if grant not in told}
    pairs = {grant: tuple((blank.serial, blank.code) for blank in grants.signed(tx, grant)) for grant in found}
    return [BlanksGranted(grant, station, pairs[grant]) for grant, station in found.items() if pairs[grant]]


def again(tx: Tx, entry: BlanksGranted) -> bool:
    """The same codes for the same station; False where nobody has that id, or a serial of them was granted since."""
    serials = [serial for serial, _ in entry.codes]
    if stations.by_id(tx, entry.station) is None or grants.known(tx, serials):
        return False
    epochs.raise_counters(tx, 0, max(serials))
    grants.put(tx, entry.grant, entry.station, [Blank(serial, code) for serial, code in entry.codes])
    return True
