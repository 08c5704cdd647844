"""Somebody is looked for on a page of the desk, as their name or the code of a card is typed."""

from collections.abc import Set

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, NotIn
from kiosk.ui.desk.today import arriving
from kiosk.ui.desk.today.arriving import HitLine
from kiosk.usecases.find_family import find
from kiosk.usecases.known import known_people


def hits(tx: Tx, by: Entered, text: str, now: Reading, here: Set[str]) -> tuple[HitLine, ...] | NotIn:
    """`here`: of whom it is said that they are there already."""
    found = find(tx, by, text, now)
    if isinstance(found, NotIn) or not found:
        return found if isinstance(found, NotIn) else ()
    known = known_people(tx, by, [hit.person for hit in found], now)
    labels = {hit.household: tx.families.get(Kind.HOUSEHOLD, hit.household).text("label") for hit in found}
    return arriving.hits(found, known, labels, here)
