"""What the live records of each scope add up to: kept by triggers, so that nobody ever counts."""

from collections.abc import Collection

from sqlalchemy import select

from central.db.engine import Tx
from central.db.tables import digests
from kiosk.domain.marks import MODULUS, Sum


def sums(tx: Tx, scopes: Collection[str]) -> dict[str, Sum]:
    """How many live records of each kind these scopes hold together, and the sum of their marks; no kind has none."""
    found: dict[str, Sum] = {}
    columns = select(digests.c.kind, digests.c.live, digests.c.marks)
    for kind, live, marks in tx.execute(columns.where(digests.c.scope.in_(scopes), digests.c.live > 0)):
        before = found.get(kind, Sum(0, 0))
        found[kind] = Sum(before.live + live, (before.marks + marks) % MODULUS)
    return found
