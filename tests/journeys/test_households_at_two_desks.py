"""Two desks without network change the same households; joined again nothing is lost and every conflict is a case."""

from collections.abc import Callable, Iterable
from random import Random
from typing import NamedTuple

import pytest

from kiosk.db.families import Families, Held
from kiosk.db.store import Store
from kiosk.domain import familyedits
from kiosk.domain.families import FIELDS, PROTECTIVE, Kind, Record, Value
from kiosk.domain.familyedits import strongest
from kiosk.domain.workers import Entered
from kiosk.settings import Settings
from kiosk.usecases.edit_family import Change, Edited, edit
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import mother_and_child
from tests.station import Station, enrolled
from tests.workers import PIN, employ, tried

ROUND_EVERY = 12  # edits, on average: the desks hear of each other now and then
_FIELDS = [
    (Kind.MEMBER, "given"),
    (Kind.MEMBER, "latin"),
    (Kind.RELATION, "must_not_collect"),
    (Kind.RELATION, "basis"),
]
_MORE = [(Kind.HOUSEHOLD, "label"), (Kind.NOTE, "text"), (Kind.CONSENT, "withdrawn")]


class Made(NamedTuple):
    kind: Kind
    id: str
    name: str
    was: Value
    now: Value


@pytest.fixture
def station(store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """A desk, too."""
    return enrolled(store, central, settings, clock, role="desk")


@pytest.fixture
def two_desks(station: Station, desk: Station) -> tuple[Station, Station]:
    return station, desk


def value(random: Random, kind: Kind, name: str, held: Value) -> Value:
    """What somebody types; nobody takes a protection away."""
    if isinstance(FIELDS[kind][name], bool):
        return True
    if name == "withdrawn":
        return held or f"2026-11-{random.randint(10, 29)}"
    word = f"{name}{random.randint(1, 10_000)}"
    return f"{held}\n{word}".strip() if kind is Kind.NOTE else word


def play(
    desks: tuple[Station, Station], by: Entered, edits: int, seed: int
) -> tuple[list[Made], dict[tuple[Kind, str], Record]]:
    """Edits at two desks, with rounds now and then; what was made, and what each record is at the end."""
    random, made = Random(seed), list[Made]()
    homes = [mother_and_child(desks[0], by).household for _ in range(4)]
    joined(desks)
    relations = {one.id: one.record.household for home in homes for one in _of(desks[0], home, Kind.RELATION)}
    members = {one.id: one.record.household for home in homes for one in _of(desks[0], home, Kind.MEMBER)}
    ids = {
        Kind.HOUSEHOLD: {home: home for home in homes},
        Kind.MEMBER: members,
        Kind.RELATION: relations,
        Kind.NOTE: {f"note-{home}": home for home in homes},
        Kind.CONSENT: {f"consent-{home}": home for home in homes},
    }
    while len(made) < edits:
        at = random.choice(desks)
        kind, name = random.choice([*_FIELDS, *_MORE])
        id_, home = random.choice(sorted(ids[kind].items()))
        one = edited(at, by, Change(kind, id_, home, name, True), random)
        made += [one] if one else []
        if random.random() < 1 / ROUND_EVERY:
            random.choice(desks).sync()
    joined(desks)
    return made, {(one.kind, one.id): _shown(desks[0], one) for one in made}


def edited(at: Station, by: Entered, change: Change, random: Random) -> Made | None:
    now = at.clock.read()
    held = at.do(lambda tx: tx.families.get(change.kind, change.id))
    was = held.fields.get(change.name, FIELDS[change.kind][change.name])
    wanted = value(random, change.kind, change.name, was)
    done = at.do(lambda tx: edit(tx, by, Change(change.kind, change.id, change.household, change.name, wanted), now))
    return Made(change.kind, change.id, change.name, was, wanted) if isinstance(done, Edited) else None


def joined(desks: tuple[Station, Station]) -> None:
    for _ in range(2):
        for one in desks:
            assert one.sync().trouble == ""


def _of(at: Station, home: str, kind: Kind) -> list[Held]:
    return [one for one in at.do(lambda tx: tx.families.of_household(home)) if one.kind is kind]


def _shown(at: Station, one: Made) -> Record:
    return at.do(lambda tx: tx.families.get(one.kind, one.id))


def lost(made: list[Made], ends: dict[tuple[Kind, str], Record]) -> list[Made]:
    """Values that are not there, stand beside nothing, and were replaced by nobody who saw them."""
    return [one for one in made if not _accounted(one, ends[one.kind, one.id], made)]


def _accounted(one: Made, record: Record, made: list[Made]) -> bool:
    ends = record.fields[one.name]
    if (one.kind, one.name) in PROTECTIVE:
        return strongest(one.kind, one.name, one.now, ends) == ends
    replaced = any(other[:3] == one[:3] and other.was == one.now for other in made)
    return one.now == ends or one.now in record.also.get(one.name, ()) or replaced


@pytest.mark.parametrize("edits", [80, pytest.param(500, marks=pytest.mark.long)])
def test_many_edits_at_two_desks_lose_nothing(
    two_desks: tuple[Station, Station], central: CentralAt, edits: int
) -> None:
    by = worker(two_desks, central)
    made, ends = play(two_desks, by, edits, seed=4)
    assert lost(made, ends) == []
    beside = sum(len(values) for record in ends.values() for values in record.also.values())
    assert beside > edits / 50  # they did meet
    assert central.cases().count("conflict") >= beside
    for one in made:
        first, second = (_shown(at, one) for at in two_desks)
        assert first.fields == second.fields
        assert first.also == second.also


def worker(desks: tuple[Station, Station], central: CentralAt) -> Entered:
    card = employ(central)
    for one in desks:
        one.sync()
    entered = tried(desks[0], card, PIN)
    assert isinstance(entered, Entered)
    assert isinstance(tried(desks[1], card, PIN), Entered)
    return entered


def test_a_feed_that_writes_over_what_was_just_typed_is_caught(
    two_desks: tuple[Station, Station], central: CentralAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted mutant: the overlay is forgotten as soon as a page comes."""
    by = worker(two_desks, central)
    plain: Callable[..., Record | None] = familyedits.overlaid

    def forgetful(base: Record | None, own: Iterable[familyedits.Told]) -> Record | None:
        return base if base is not None else plain(base, own)

    monkeypatch.setattr(f"{Families.__module__}.overlaid", forgetful)
    family = mother_and_child(two_desks[0], by)
    joined(two_desks)
    change = Change(Kind.HOUSEHOLD, family.household, family.household, "label", "Haddad Nasr")
    now = two_desks[0].clock.read()
    assert isinstance(two_desks[0].do(lambda tx: edit(tx, by, change, now)), Edited)
    shown = two_desks[0].do(lambda tx: tx.families.get(Kind.HOUSEHOLD, family.household))
    assert shown.text("label") == "Haddad"  # what a person typed is off the screen: exactly what must not be
