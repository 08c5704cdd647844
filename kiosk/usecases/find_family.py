"""A worker finds a family by what they type, and opens one household."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from kiosk.clock import Reading
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain import finding, shortcode
from kiosk.domain.agebands import is_grown
from kiosk.domain.codes import Code, NotACode
from kiosk.domain.codes import Kind as CodeKind
from kiosk.domain.families import Kind, Record
from kiosk.domain.living import lives_there
from kiosk.domain.overrides import Sight
from kiosk.domain.ties import Leaving, Minor, Tie, Way
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Deed, Entered, NotEntered, NotIn
from kiosk.usecases.acting import acting, allows
from kiosk.usecases.look import look, look_on, looked

MOST = 20  # hits that are shown
_SHOWN = ("given", "family", "latin", "creature", "role", "born", "band")


@dataclass(frozen=True)
class Hit:
    """A person as one household knows them."""

    person: str
    household: str
    given: str = field(repr=False)
    family: str = field(repr=False)
    latin: str = field(repr=False)
    creature: str
    role: str
    born: str = field(repr=False)
    band: str = ""
    gone: bool = False  # they live there no longer


@dataclass(frozen=True)
class Opened:
    """One household: all that is kept of it but the notes, and nothing of any other."""

    household: str
    records: tuple[Held, ...] = field(repr=False)


def find(tx: Tx, by: Entered, text: str, now: Reading) -> tuple[Hit, ...] | NotIn:
    """As somebody types: by the beginnings of names in any script, or by the short code of a card.

    That names were shown is on record before they are seen, once for ten minutes of an entry, whatever is typed: a
    search is one look, not one for each letter. Whose page is opened from it is a look of its own.
    """
    allowed = acting(tx, by, Deed.FAMILIES)
    if isinstance(allowed, NotIn):
        return allowed
    held = _once(tx, [*_of_card(tx, text), *tx.families.found(finding.words(text), MOST)])
    hidden = set() if allows(tx, by, Deed.SHIELDED) else tx.families.shielded({one.record.household for one in held})
    found = tuple(hit(one) for one in held if one.record.household not in hidden)
    if found and isinstance(seen := look_on(tx, by, Sight.SEARCH, "", now), NotIn):
        return seen
    return found


def known_as(tx: Tx, by: Entered, person: str) -> tuple[Hit, ...]:
    """Somebody by their id, as each household that this worker may see knows them."""
    held = tx.families.of_person(person, Kind.MEMBER) if allows(tx, by, Deed.FAMILIES) else []
    hidden = set() if allows(tx, by, Deed.SHIELDED) else tx.families.shielded({one.record.household for one in held})
    return tuple(hit(one) for one in held if one.record.household not in hidden)


def open_household(tx: Tx, by: Entered, household: str, now: Reading) -> Opened | NotIn:
    """Who looked is in the chain before they see it; a page that stays open is one look."""
    shielded = bool(tx.families.shielded({household}))
    if shielded and not allows(tx, by, Deed.SHIELDED):
        return NotIn(NotEntered.NOT_ALLOWED)
    seen = look_on(tx, by, Sight.HOUSEHOLD, household, now)
    return seen if isinstance(seen, NotIn) else Opened(household, tuple(tx.families.of_household(household)))


def read_notes(tx: Tx, by: Entered, person: str, now: Reading) -> tuple[Held, ...] | NotIn:
    """Health and allergies, by role; every reading is in the chain. They are the person's: of all their households, by
    whichever id they were noted."""
    seen = look(tx, by, Sight.NOTES, person, now)
    return seen if isinstance(seen, NotIn) else _notes(tx, by, person)


def notes_being_read(tx: Tx, by: Entered, person: str, now: Reading) -> tuple[Held, ...] | NotIn | None:
    """What `read_notes` gave, for the page that is drawn again; None where this worker is not reading them."""
    allowed = acting(tx, by, Deed.NOTES)
    if isinstance(allowed, NotIn):
        return allowed
    return _notes(tx, by, person) if looked(tx, by, Sight.NOTES, person, now) else None


def _notes(tx: Tx, by: Entered, person: str) -> tuple[Held, ...]:
    held = [one for id_ in sorted(tx.merges.ids(person)) for one in tx.families.of_person(id_, Kind.NOTE)]
    hidden = set() if allows(tx, by, Deed.SHIELDED) else tx.families.shielded({one.record.household for one in held})
    return tuple(one for one in held if one.record.household not in hidden)


def minor(tx: Tx, person: str) -> Minor:
    """All that a release is decided by, of every household that knows them and by every id: whoever must not collect
    must not, by whichever of their own ids they are chosen. What another hub's household forbids counts, too.

    Households that disagree about the birth date: the later one counts, which is the younger child. A station that
    holds no birth dates knows of each whether central says they are 14.
    """
    ids = sorted(tx.merges.ids(person))
    members = [held.record for id_ in ids for held in tx.families.of_person(id_, Kind.MEMBER)]
    alone = next((one for one in members if one.flag("alone") and lives_there(one)), None)
    leaving = Leaving(True, *map(alone.text, ("alone_since", "alone_until", "alone_scope"))) if alone else Leaving()
    told = tx.people.get(person) if not members else None
    said = [tie(held.record) for id_ in ids for held in tx.families.of_person(id_, Kind.RELATION)]
    said += [one.as_tie() for one in tx.prohibitions.of(ids)]
    ties = tuple(
        replace(one, adult=id_, child=person, adult_born=_born(tx, one.adult))
        for one in said
        for id_ in _ids(tx, one.adult)
    )
    born = max((one.text("born") for one in members), default="")
    adult = not born and bool(members) and all(map(is_grown, members))
    return Minor(person, born, leaving, ties, adult, told is not None and told.way == Way.ON_THEIR_OWN)


def _born(tx: Tx, adult: str) -> str:
    """As the household has it that makes them the youngest, "" where none knows."""
    return max((one.record.text("born") for one in tx.families.members(tx.merges.ids(adult))), default="")


def _ids(tx: Tx, adult: str) -> list[str]:
    """All of an adult's; of one whom nobody knows here none."""
    return sorted(tx.merges.ids(adult)) or [""]


def tie(record: Record) -> Tie:
    """What a record of a relation says."""
    flags = ("guardian", "may_collect", "must_not_collect", "emergency")
    texts = ("since", "until", "basis", "review")
    said: dict[str, Any] = {name: record.flag(name) for name in flags} | {name: record.text(name) for name in texts}
    return Tie(record.text("adult"), record.text("child"), **said)


def _once(tx: Tx, held: Iterable[Held]) -> list[Held]:
    """Each human once in each household, by the record that was kept where that household has it."""
    humans = tx.merges.humans()
    shown: dict[tuple[str, str], Held] = {}
    for one in held:
        person, household = one.record.text("person"), one.record.household
        keeper = humans.keeper(person)
        if (household, keeper) not in shown:
            kept = tx.families.of_person(keeper, Kind.MEMBER) if keeper != person else []
            shown[household, keeper] = next((other for other in kept if other.record.household == household), one)
    return list(shown.values())


def household_of(tx: Tx, by: Entered, scanned: Code | NotACode) -> str | Refused | NotIn:
    """Whose household a scanned card opens. Of a shielded one, for all but safeguarding, nothing is known."""
    allowed = acting(tx, by, Deed.FAMILIES)
    if isinstance(allowed, NotIn):
        return allowed
    if isinstance(scanned, NotACode) or scanned.kind is not CodeKind.CARD:
        return Refused(Reason.NOT_A_CODE if isinstance(scanned, NotACode) else Reason.WRONG_KIND)
    binding = tx.cards.binding(scanned.serial)
    if binding is None:
        return Refused(Reason.UNBOUND)
    hidden = not allows(tx, by, Deed.SHIELDED) and tx.families.shielded({binding.household})
    known = tx.families.of_household(binding.household)
    return binding.household if known and not hidden else Refused(Reason.UNBOUND)


def _of_card(tx: Tx, text: str) -> list[Held]:
    """Whose card has this short code. A name of eight letters may happen to be one: it is looked for all the same."""
    serial = shortcode.read(text)
    binding = tx.cards.binding(serial) if serial is not None else None
    if binding is None:
        return []
    known = tx.families.of_person(binding.person, Kind.MEMBER)
    return [held for held in known if held.record.household == binding.household]


def hit(held: Held) -> Hit:
    """A member's record as it is shown among others."""
    record = held.record
    given, family, latin, creature, role, born, band = map(record.text, _SHOWN)
    home, gone = record.household, not lives_there(record)
    return Hit(record.text("person"), home, given, family, latin, creature, role, born, band, gone)
