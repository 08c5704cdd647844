"""What one adult is to one child: each field as it stands, in both records where two were made."""

from dataclasses import dataclass
from datetime import date

from kiosk.domain.families import FIELDS, Kind, Record
from kiosk.domain.workers import Worker
from kiosk.ui.desk.families import Allowed, Named, allowed
from kiosk.ui.desk.families.household import Pair, between, members, pair
from kiosk.ui.desk.families.person import Written
from kiosk.usecases.find_family import Opened


@dataclass(frozen=True)
class TieFields:
    since: Written
    until: Written
    basis: Written
    review: Written
    guardian: Written
    may_collect: Written
    must_not_collect: Written
    emergency: Written


@dataclass(frozen=True)
class TieFace:
    """`adult` is None where they are not written in this household."""

    household: str
    adult: Named | None
    child: Named
    pair: Pair
    fields: TieFields
    allowed: Allowed


def derive(opened: Opened, adult: str, child: str, worker: Worker, day: date) -> TieFace | None:
    """None where there is no such child here, or nothing was said of an adult who is not written here."""
    people = {one.who.id: one.who for one in members(opened, (), day)}
    records = tuple(between(opened, adult, child).values())
    if child not in people or (adult not in people and not records):
        return None
    fields = {name: _written(records, name) for name in TieFields.__dataclass_fields__}
    both = pair(adult, child, records, day)
    return TieFace(opened.household, people.get(adult), people[child], both, TieFields(**fields), allowed(worker))


def _written(records: tuple[Record, ...], name: str) -> Written:
    nothing = FIELDS[Kind.RELATION][name]
    if not records:
        return Written(nothing)
    beside = tuple(value for record in records for value in record.also.get(name, ()))
    if isinstance(nothing, bool):
        return Written(any(record.flag(name) for record in records), beside)
    return Written(records[0].text(name), beside)
