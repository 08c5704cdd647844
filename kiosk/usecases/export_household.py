"""What is kept of one household, for the family to take along: of nobody else, and nothing of another household."""

from typing import Any

from kiosk.clock import Reading, stamp
from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn
from kiosk.usecases.acting import allows
from kiosk.usecases.look import look


def export_household(tx: Tx, by: Entered, household: str, now: Reading) -> dict[str, Any] | NotIn:
    """Plain data, the same for JSON and for paper. The health notes are in it: they are theirs."""
    if tx.families.shielded({household}) and not allows(tx, by, Deed.SHIELDED):
        return NotIn(NotEntered.NOT_ALLOWED)
    seen = look(tx, by, Sight.EXPORT, household, now)
    if isinstance(seen, NotIn):
        return seen
    held = tx.families.of_household(household)
    people = sorted({one.record.text("person") for one in held if one.kind is Kind.MEMBER})
    notes = [one for person in people for one in tx.families.of_person(person, Kind.NOTE)]
    ours = [one for one in (*held, *notes) if one.record.household == household]
    records = {kind.value: [_plain(one.id, one.record) for one in ours if one.kind is kind] for kind in Kind}
    return {"household": household, "at": stamp(now.at), **records}


def _plain(id_: str, record: Any) -> dict[str, Any]:
    beside = {"also": {name: list(values) for name, values in record.also.items() if values}}
    return {"id": id_, **record.fields, **(beside if beside["also"] else {})}
