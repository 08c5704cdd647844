"""People as a worker may see them on the hub's own lists: who they are, nothing of where they live.

Who lives only in a shielded household is known to safeguarding alone. To everybody else they are like the holder of a
card from another hub: counted, without a name.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from kiosk.clock import Reading
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain import agebands
from kiosk.domain.attendance import CountedAs, counted_as
from kiosk.domain.people import Person
from kiosk.domain.workers import Deed, Entered
from kiosk.usecases.acting import allows
from kiosk.usecases.arrive import CountAs


@dataclass(frozen=True)
class Known:
    """`band` is that of the day, as in kiosk.domain.agebands; `years` None where nobody knows."""

    person: str
    given: str = field(repr=False)
    family: str = field(repr=False)
    latin: str = field(repr=False)
    creature: str
    band: str
    years: int | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()


def known_people(tx: Tx, by: Entered, people: Collection[str], now: Reading) -> dict[str, Known]:
    """Those of them whom this worker may see. Of who lives in two homes the name that one of them uses."""
    held = tx.families.members(people)
    hidden = _hidden(tx, by, {one.record.household for one in held})
    shown = [one for one in reversed(held) if one.record.household not in hidden]
    known = {one.record.text("person"): of_member(one, now) for one in shown}
    spoken_of = {one.record.text("person") for one in held}
    others = [person for person in map(tx.people.get, sorted(set(people) - spoken_of)) if person is not None]
    return known | _of_projection(tx, by, others)


def counted_at_desk(tx: Tx, now: Reading) -> CountAs:
    """As what a person is counted, by the records of families; by what central told where there are none."""

    def counted(person: str) -> CountedAs:
        held = tx.families.members([person])
        told = tx.people.get(person)
        return counted_as(agebands.band(held[0].record, now.day()) if held else told.band if told else "")

    return counted


def is_hidden(tx: Tx, by: Entered, household: str) -> bool:
    return bool(_hidden(tx, by, {household}))


def of_member(held: Held, now: Reading) -> Known:
    """As one household knows them."""
    record, day = held.record, now.day()
    person, given, family, latin, creature = map(record.text, ("person", "given", "family", "latin", "creature"))
    years = agebands.years(record.text("born"), day)
    return Known(person, given, family, latin, creature, agebands.band(record, day), years)


def _hidden(tx: Tx, by: Entered, households: Collection[str]) -> set[str]:
    return set() if allows(tx, by, Deed.SHIELDED) else tx.families.shielded(households)


def _of_projection(tx: Tx, by: Entered, people: Iterable[Person]) -> dict[str, Known]:
    """A station that holds no full records knows a first name."""
    told = list(people)
    hidden = _hidden(tx, by, {one.household for one in told})
    shown = (one for one in told if one.household not in hidden)
    return {one.id: Known(one.id, one.first_name, "", "", one.creature, one.band) for one in shown}
