"""The bindings of cards. Their one home is the feed's records of kind "card"; this finds them by serial and person."""

import json
from collections.abc import Collection

from sqlalchemy import select, text

from central.db.dialects import person_in
from central.db.engine import Tx
from central.db.tables import LIVE, records
from central.judge.values import Card
from central.scope import hub_in
from kiosk.domain.people import read_binding

_CARDS = select(records.c.scope, records.c.data).where(text("kind = 'card'"), LIVE)


def touching(tx: Tx, serials: Collection[int], persons: Collection[str]) -> dict[int, Card]:
    """The bindings of these serials and of these persons, by serial."""
    if not serials and not persons:
        return {}
    found: dict[int, Card] = {}
    by_serial = _CARDS.where(records.c.id.in_([str(serial) for serial in serials]))
    by_person = _CARDS.where(person_in().in_(persons))
    for row in (*tx.execute(by_serial), *tx.execute(by_person)):
        binding = read_binding(json.loads(row.data))
        if binding is not None:
            card = Card(binding.serial, binding.person, binding.household, binding.live, hub_in(row.scope))
            found[card.serial] = card
    return found
