"""What the live records of each scope add up to: kept by triggers, so that nobody ever counts."""

from collections.abc import Collection

from sqlalchemy import bindparam, select

from central.db.engine import Tx
from central.db.tables import digests
from kiosk.domain.marks import MODULUS, Sum

_HELD = select(digests.c.kind, digests.c.live, digests.c.marks).where(
    digests.c.scope.in_(bindparam("scopes", expanding=True)), digests.c.live > 0
)


def sums(tx: Tx, scopes: Collection[str]) -> dict[str, Sum]:
    """How many live records of each kind these scopes hold together, and the sum of their marks; no kind has none."""
    found: dict[str, Sum] = {}
    for kind, live, marks in tx.execute(_HELD, {"scopes": list(scopes)}):
        before = found.get(kind, Sum(0, 0))
        found[kind] = Sum(before.live + live, (before.marks + marks) % MODULUS)
    return found
