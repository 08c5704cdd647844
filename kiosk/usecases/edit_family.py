"""A worker at the desk changes one field of a family's record, or asks that a protection be taken away."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.clock import Reading
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import families
from kiosk.domain.agebands import is_adult
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.families import FIELDS, HANDS_OVER, PROTECTIVE, Edit, Kind, Record, Value, is_well_said
from kiosk.domain.familyedits import PERIOD, is_about, weakens
from kiosk.domain.release import takes_safeguarding
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.find_family import minor


@dataclass(frozen=True)
class Change:
    """What a field is to be. `settled`: how many values beside it somebody saw and decided about."""

    kind: Kind
    id: str
    household: str
    name: str
    now: Value = field(repr=False)
    settled: int = 0


@dataclass(frozen=True)
class Edited:
    event: str


@dataclass(frozen=True)
class Same:
    """It is so already."""


@dataclass(frozen=True)
class NotFit:
    """The field cannot hold that; of a relation, an adult whom a child may be handed to is 18 or more."""


@dataclass(frozen=True)
class Protected:
    """It would take protection away: somebody of safeguarding asks for it, and a second person agrees at central.

    So would an end to a prohibition: of a new one the days are said before the flag. And so would that somebody may
    have a child who must not, or who is new where somebody must not whom nobody knows here.
    """


@dataclass(frozen=True)
class Asked:
    """Somebody else has to agree; until then it stays as it is."""

    event: str


def edit(tx: Tx, by: Entered, change: Change, now: Reading) -> Edited | Same | NotFit | Protected | NotIn:
    """Call it in one transaction for all fields that are changed together."""
    station = allowed(tx, by, change.kind, change.household)
    if isinstance(station, NotIn):
        return station
    held = tx.families.get(change.kind, change.id)
    if held.household not in ("", change.household) or not is_well_said(change.kind, change.name, change.now):
        return NotFit()
    was = held.fields.get(change.name, FIELDS[change.kind][change.name])
    if weakens(held, change.kind, change.name, change.now):
        return Protected()
    if was == change.now and not change.settled:
        return Same()
    if is_about(change.kind, change.name, was):
        return NotFit()
    if change.kind is Kind.RELATION and not is_an_adults(tx, held, change, now):
        return NotFit()
    if change.kind is Kind.RELATION and hands_over_anew(tx, held, change, now):
        return Protected()
    if change.name == "must_not_collect":
        _say_its_days(tx, station, by, held, change, now)
    return Edited(_say(tx, station, by, held, change, now))


def is_an_adults(tx: Tx, held: Record, change: Change, now: Reading) -> bool:
    """No child is handed to itself, or to anybody whom a household knows as less than 18: an adult collects."""
    if change.name not in (*HANDS_OVER, "adult", "child") or not change.now:
        return True
    pair = {name: str(change.now) if change.name == name else held.text(name) for name in ("adult", "child")}
    ids = tx.merges.ids(pair["adult"])
    if pair["child"] in ids:
        return False
    hands_over = change.name in HANDS_OVER or any(map(held.flag, HANDS_OVER))
    return not hands_over or all(is_adult(one.record, now.day()) for one in tx.families.members(ids))


def hands_over_anew(tx: Tx, held: Record, change: Change, now: Reading) -> bool:
    """Whether it would let an adult have a child of whom safeguarding decides."""
    if change.name not in HANDS_OVER or not change.now or held.flag(change.name):
        return False
    child = minor(tx, held.text("child"))
    return takes_safeguarding(child, held.text("adult"), change.name, now.day())


def _say(tx: Tx, station: Station, by: Entered, held: Record, change: Change, now: Reading) -> str:
    was = held.fields.get(change.name, FIELDS[change.kind][change.name])
    made = Edit(change.kind, change.id, change.household, change.name, was, change.now, change.settled)
    event = tx.events.record(station, Type.EDITED, _body(made, by), now)
    tx.families.edit(event, made, _subject(held, made))
    return event


def _say_its_days(tx: Tx, station: Station, by: Entered, held: Record, change: Change, now: Reading) -> None:
    """The period that whoever forbids it sees: one that another desk made shorter meanwhile does not count."""
    for name in PERIOD:
        _say(tx, station, by, held, replace(change, name=name, now=held.text(name), settled=0), now)


def put_back(tx: Tx, by: Entered, event: str, now: Reading) -> Edited | Same | NotFit | Protected | NotIn:
    """Undo an edit made here, by the opposite one: while the field still holds what it made of it."""
    made = families.read_edit(tx.events.body(event) or {})
    if made is None or tx.families.get(made.kind, made.id).fields.get(made.name) != made.now:
        return NotFit()
    return edit(tx, by, Change(made.kind, made.id, made.household, made.name, made.was), now)


def write_new(
    tx: Tx, by: Entered, kind: Kind, household: str, values: Mapping[str, Value], now: Reading
) -> str | NotFit | NotIn:
    """A new record of a household, whom it is about first among the values; its id. All of it or nothing.

    What protects is said last: the days of a prohibition before it.
    """
    station = allowed(tx, by, kind, household)
    if isinstance(station, NotIn):
        return station
    if not all(is_well_said(kind, name, value) for name, value in values.items()):
        return NotFit()
    whole = Record(household, values)
    changes = [Change(kind, uuid7(), household, name, value) for name, value in values.items()]
    if kind is Kind.RELATION and not all(is_an_adults(tx, whole, one, now) for one in changes):
        return NotFit()
    id_ = uuid7()
    for name, value in sorted(values.items(), key=lambda one: (kind, one[0]) in PROTECTIVE):
        edit(tx, by, Change(kind, id_, household, name, value), now)
    return id_


def ask_to_weaken(tx: Tx, by: Entered, change: Change, now: Reading) -> Asked | NotFit | NotIn:
    """Nothing changes here: central asks a second person."""
    station = allowed(tx, by, change.kind, change.household)
    if not isinstance(station, NotIn):
        station = acting(tx, by, Deed.WEAKEN)
    if isinstance(station, NotIn):
        return station
    held = tx.families.get(change.kind, change.id)
    fit = is_well_said(change.kind, change.name, change.now) and held.household == change.household
    opens = change.kind is Kind.RELATION and hands_over_anew(tx, held, change, now)
    if not fit or not (opens or weakens(held, change.kind, change.name, change.now)):
        return NotFit()
    was = held.fields.get(change.name, FIELDS[change.kind][change.name])
    made = Edit(change.kind, change.id, change.household, change.name, was, change.now)
    return Asked(tx.events.record(station, Type.WEAKENING_ASKED, _body(made, by), now))


def allowed(tx: Tx, by: Entered, kind: Kind, household: str) -> Station | NotIn:
    """Whether this worker may touch records of that kind in this household; a shielded one is safeguarding's alone."""
    station = acting(tx, by, Deed.NOTES if kind is Kind.NOTE else Deed.FAMILIES)
    if isinstance(station, NotIn) or allows(tx, by, Deed.SHIELDED):
        return station
    hidden = tx.families.get(Kind.HOUSEHOLD, household).flag("shielded")
    return NotIn(NotEntered.NOT_ALLOWED) if hidden else station


def _body(made: Edit, by: Entered) -> JsonBody:
    return {
        "kind": made.kind.value,
        "id": made.id,
        "household": made.household,
        "field": made.name,
        "was": made.was,
        "now": made.now,
        "settled": made.settled,
        "worker": by.worker.id,
        "entry": by.entry,
    }


def _subject(held: Record, made: Edit) -> str:
    """Whom the record is about."""
    name = "child" if made.kind is Kind.RELATION else "person"
    if made.name == name:
        return str(made.now)
    return held.text(name)
