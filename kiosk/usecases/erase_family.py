"""A worker erases a family, or one person of it: at once, with or without network, and for good."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from kiosk.clock import ROME, Reading, stamp
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain.erasure import CARD, HOUSEHOLD, PERSON, RESIDENT, Because, Name
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.families import Kind, Record
from kiosk.domain.pictures import secret_id
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn, may
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.edit_family import Protected
from kiosk.usecases.forget import forget

ALONE_A_DAY = 3  # households of which one worker alone may erase anything on a day at a station: more is a wipe
_WHOM = ("person", "child", "adult")


@dataclass(frozen=True)
class Erased:
    """`people` are those of whom this station knows nothing any more; the others live in another household too."""

    event: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class NotKnown:
    """This station has no record of such a household, or of such a person in it."""


@dataclass(frozen=True)
class NeedsSecond:
    """One worker alone has erased enough for a day: another one confirms it."""


@dataclass(frozen=True)
class _Known:
    """What goes, as this station knows it. `person` is "" where it is all of the household; `elsewhere`, who of those
    it is about lives in another one too, and as whom that one knows them."""

    person: str
    held: tuple[Held, ...]
    people: frozenset[str]
    elsewhere: Mapping[str, Record]


def erase(
    tx: Tx, by: Entered, household: str, person: str, because: Because, now: Reading, second: Entered | None = None
) -> Erased | NotKnown | NeedsSecond | Protected | NotIn:
    """`person` is "" for the whole household; the last one of a household is all of it. A child of two households keeps
    its record in the other one.

    That a child who stays must not be handed to somebody is not erased by whom safeguarding has not looked at. Nothing
    brings a family back: beyond `ALONE_A_DAY` households of a day and station a `second` worker stands by.
    """
    station, known = acting(tx, by, Deed.ERASE), _known(tx, household, person)
    if isinstance(station, NotIn):
        return station
    if tx.families.shielded({household}) and not may(by.worker, Deed.SHIELDED):
        return NotIn(NotEntered.NOT_ALLOWED)
    if not known.held:
        return NotKnown()
    if _protects(tx, known) and not may(by.worker, Deed.WEAKEN):
        return Protected()
    if not _may_alone(tx, household, now) and not _stands_by(tx, by, second):
        return NeedsSecond()
    cards = sorted(tx.erasing.cards(household, known.person))
    content: JsonBody = {
        "household": household,
        "person": known.person,
        "because": because.value,
        "cards": " ".join(map(str, cards)),
        "worker": by.worker.id,
        "entry": by.entry,
        "second": second.worker.id if second else "",
    }
    event = tx.events.record(station, Type.ERASED, content, now)
    names = _names(known, household, cards)
    gone = known.people - known.elsewhere.keys()
    heirs = tx.merges.heirs(gone)
    forget(tx, station, names, now)
    tx.unfeeding.drop(names)
    tx.merges.hand_on_fed(gone, heirs)
    for who, record in known.elsewhere.items():
        if (there := tx.people.get(who)) is not None and there.household == household:
            tx.unfeeding.move(who, record.household, record.text("given"), record.text("creature"))
    return Erased(event, tuple(sorted(known.people - known.elsewhere.keys())))


def _may_alone(tx: Tx, household: str, now: Reading) -> bool:
    """Of a family that went in part today the rest may follow."""
    begun = stamp(datetime.combine(now.day(), time(), ROME))
    touched = tx.erasing.households_since(begun)
    return household in touched or len(touched) < ALONE_A_DAY


def _stands_by(tx: Tx, by: Entered, second: Entered | None) -> bool:
    if second is None or second.worker.id == by.worker.id:
        return False
    return allows(tx, second, Deed.FAMILIES)


def _known(tx: Tx, household: str, person: str) -> _Known:
    every = (*tx.families.of_household(household), *tx.families.notes_of(household))
    only = "" if _named(every, "person", Kind.MEMBER) == {person} else person
    held = tuple(one for one in every if only in ("", *map(one.record.text, _WHOM)))
    people = _named(held, "person", Kind.MEMBER) | ({only} - {""} if held else set())
    about = people | _named(held, "child", Kind.RELATION)
    members = (one.record for who in sorted(about) for one in tx.families.of_person(who, Kind.MEMBER))
    elsewhere = {record.text("person"): record for record in members if record.household != household}
    return _Known(only, held, people, elsewhere)


def _named(held: Iterable[Held], name: str, kind: Kind) -> frozenset[str]:
    return frozenset(one.record.text(name) for one in held if one.kind is kind) - {""}


def _protects(tx: Tx, known: _Known) -> bool:
    """Whether a record goes that says to whom a child, who stays, must not be handed: by this id, or another."""
    children = {one.record.text("child") for one in known.held if one.record.flag("must_not_collect")}
    stay = known.elsewhere.keys() | tx.merges.heirs(known.people - known.elsewhere.keys()).keys()
    return any(child in stay or known.person not in ("", child) for child in children)


def _names(known: _Known, household: str, cards: Iterable[int]) -> frozenset[Name]:
    names = {(PERSON, who) for who in known.people - known.elsewhere.keys()} | {(CARD, str(one)) for one in cards}
    if not known.person:
        return frozenset({*names, (HOUSEHOLD, household)})
    resident = (RESIDENT, secret_id(household, known.person))
    return frozenset({*names, resident, *((one.kind.value, one.id) for one in known.held)})
