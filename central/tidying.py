"""What is past its time is removed: by hand or by a timer of the machine, never while somebody waits."""

from dataclasses import dataclass
from datetime import timedelta

from central import casework, registers, signups, statements
from central.clock import text
from central.db import leftovers, meta, reading, records, writing
from central.db.compacting import compact
from central.erasing import ERASED_REV
from central.opening import Central

_COMPACTED_REV = "compacted_rev"
KEPT = timedelta(days=90)  # tombstones; a station that was away for longer copies anew


@dataclass(frozen=True)
class Went:
    tombstones: int
    nonces_of_revoked_stations: int
    unused_codes: int
    facts_of_past_days: int  # from the feed: central keeps them
    sign_ups_of_past_sessions: int  # likewise
    statements_of_past_years: int  # likewise


def tidy(central: Central, *, dry_run: bool) -> Went:
    """What went, or would have gone."""
    before = text(central.clock() - KEPT)
    with writing(central.engine) as tx:
        went = Went(
            tombstones=records.purge(tx, before),
            nonces_of_revoked_stations=leftovers.drop_nonces_of_revoked(tx),
            unused_codes=leftovers.drop_unused_codes(tx, before),
            facts_of_past_days=registers.withdraw_old(tx, central.clock()),
            sign_ups_of_past_sessions=signups.withdraw_old(tx, central.clock()),
            statements_of_past_years=statements.withdraw_old(tx, central.clock()),
        )
        casework.bring_up(tx)
        if dry_run:
            tx.rollback()
    return went


def leave_no_bytes(central: Central) -> bool:
    """Write the database's file anew, if anybody was erased since that was last done; whether it is done."""
    with reading(central.engine) as tx:
        erased = int(meta.get(tx, ERASED_REV) or 0)
        done = erased <= int(meta.get(tx, _COMPACTED_REV) or 0)
    if done or not compact(central.engine):
        return done
    with writing(central.engine) as tx:
        meta.put_highest(tx, _COMPACTED_REV, erased)
    return True
