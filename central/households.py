"""The records of families that a batch of events is about, and what the stations are told of them.

Full records go to the desks of the hub they belong to; its touchscreens get a projection of each person: first name,
picture, band and way of leaving. Of a shielded household no touchscreen is told anything.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from central import feed, prohibiting
from central.db import Tx, erased
from central.db import records as written
from central.judge.values import PutFamily
from central.scope import hub_of_desk, of_desk, of_hub
from kiosk.domain.agebands import band, is_grown
from kiosk.domain.events import Event, Type
from kiosk.domain.families import HANDS_OVER, Kind, Record, dump_record, read_edit, read_record
from kiosk.domain.living import lives_there
from kiosk.domain.release import is_of_age
from kiosk.domain.ties import Leaving, Way

Key = tuple[Kind, str]


def edited_in(events: Sequence[Event]) -> set[Key]:
    """The records that these events change."""
    edits = [read_edit(event.body.content) for event in events if event.header.type == Type.EDITED and event.body]
    return {(edit.kind, edit.id) for edit in edits if edit is not None}


def who_may_have_a_child(held: Mapping[Key, Record | None], events: Sequence[Event]) -> set[str]:
    """The adults of relations that are changed, as they stand or as these events name them."""
    edits = [read_edit(event.body.content) for event in events if event.header.type == Type.EDITED and event.body]
    ties = {edit.id for edit in edits if edit is not None and edit.kind is Kind.RELATION and edit.name in HANDS_OVER}
    named = {str(edit.now) for edit in edits if edit and edit.id in ties and edit.name == "adult"}
    stand = {
        record.text("adult") for (kind, id_), record in held.items() if kind is Kind.RELATION and id_ in ties and record
    }
    return (named | stand) - {""}


def children_handed_over(held: Mapping[Key, Record | None], events: Sequence[Event]) -> set[str]:
    """The children of relations by which these events let somebody have them."""
    edits = [read_edit(event.body.content) for event in events if event.header.type == Type.EDITED and event.body]
    ties = {edit.id for edit in edits if edit and edit.kind is Kind.RELATION and edit.name in HANDS_OVER and edit.now}
    named = {str(edit.now) for edit in edits if edit and edit.id in ties and edit.name == "child"}
    stand = {one.text("child") for (kind, id_), one in held.items() if kind is Kind.RELATION and id_ in ties and one}
    return (named | stand) - {""}


def living_with(tx: Tx, events: Sequence[Event]) -> set[Key]:
    """The members of households of which these events say that somebody does not live there."""
    edits = [read_edit(event.body.content) for event in events if event.header.type == Type.EDITED and event.body]
    homes = {edit.household for edit in edits if edit and (edit.kind, edit.name) == (Kind.MEMBER, "until")}
    rows = [row for home in sorted(homes) for row in erased.records_of(tx, home)]
    return {(Kind.MEMBER, row.id) for row in rows if row.kind == Kind.MEMBER}


def homes_in(events: Sequence[Event]) -> set[Key]:
    """The households whose records these events change."""
    edits = [read_edit(event.body.content) for event in events if event.header.type == Type.EDITED and event.body]
    return {(Kind.HOUSEHOLD, edit.household) for edit in edits if edit is not None}


def held(tx: Tx, keys: Collection[Key]) -> dict[Key, Record | None]:
    """Those that are there; None for one that was erased. Locks the feed: another station may be changing the same."""
    found: dict[Key, Record | None] = {}
    for kind in sorted({kind for kind, _ in keys}):
        rows = written.held(tx, kind, sorted(id_ for of, id_ in keys if of is kind))
        for id_, row in rows.items():
            found[kind, id_] = read(kind, row) if row.state == "live" else None
    return found


def elsewhere(tx: Tx, hub: str, keys: Collection[Key]) -> frozenset[Key]:
    """Those of these records that another hub's desks are told."""
    ours, found = of_desk(hub), set[Key]()
    for kind in sorted({kind for kind, _ in keys}):
        rows = written.held(tx, kind, sorted(id_ for of, id_ in keys if of is kind))
        found |= {(kind, id_) for id_, row in rows.items() if row.state == "live" and row.scope != ours}
    return frozenset(found)


def publish(tx: Tx, hub: str, puts: Iterable[PutFamily], day: date) -> None:
    """Write what was changed at a station of this hub, and what touchscreens are told of whom it is about.

    A record stays with the hub that has it.
    """
    last = {(put.kind, put.id): put.record for put in puts}
    for (kind, id_), record in last.items():
        there = written.held(tx, kind, [id_]).get(id_)
        scope = there.scope if there is not None else of_desk(hub)
        feed.publish(tx, kind.value, id_, dump_record(record), scope=scope)
    members = {id_: record for (kind, id_), record in last.items() if kind is Kind.MEMBER}
    households = [(id_, record) for (kind, id_), record in last.items() if kind is Kind.HOUSEHOLD]
    project(tx, {**members, **_members_of(tx, households)}, day)
    prohibiting.tell(tx, _whom(last))


def _whom(put: Mapping[Key, Record]) -> set[str]:
    """Who lives where, and who is what to whom, of these records."""
    people = {record.text("person") for (kind, _), record in put.items() if kind is Kind.MEMBER}
    ties = [record for (kind, _), record in put.items() if kind is Kind.RELATION]
    return (people | {tie.text(name) for tie in ties for name in ("adult", "child")}) - {""}


def members(tx: Tx) -> list[str]:
    """The ids of all members' records, in their order."""
    return sorted(id_ for id_, _ in feed.live(tx, Kind.MEMBER.value))


def project_of(tx: Tx, ids: Collection[str], day: date) -> int:
    """Bring what is told of these members up to the day; of how many something else is told now."""
    rows = written.held(tx, Kind.MEMBER, sorted(ids))
    return project(tx, {id_: read(Kind.MEMBER, row) for id_, row in rows.items() if row.state == "live"}, day)


def _members_of(tx: Tx, households: Collection[tuple[str, Record]]) -> Mapping[str, Record]:
    """Of those whose shield changed: told, or told no more."""
    changed = {id_ for id_, record in households if "shielded" in record.fields}
    if not changed:
        return {}
    return {id_: record for id_, record in _all_members(tx).items() if record.household in changed}


def _all_members(tx: Tx) -> dict[str, Record]:
    every = ((id_, read_record(Kind.MEMBER, data)) for id_, data in feed.live(tx, Kind.MEMBER.value))
    return {id_: record for id_, record in every if record is not None}


def project(tx: Tx, members: Mapping[str, Record], day: date) -> int:
    """Tell touchscreens of whom these members' records are about; of how many something else is told now."""
    people = {record.text("person") for record in members.values()} - {""}
    return sum(_project(tx, person, day) for person in sorted(people))


def _project(tx: Tx, person: str, day: date) -> bool:
    """As one household that is not shielded knows them: the one that was there first. Of others nothing is told."""
    known = {row.id: (read(Kind.MEMBER, row), of_hub(hub_of_desk(row.scope))) for row in erased.members(tx, [person])}
    there = feed.get(tx, "person", person)
    first = there.get("household", "") if there is not None else ""
    if first and all(record.household != first for record, _ in known.values()):
        return False  # of a home that tells nothing else of them
    shown = {id_: one for id_, one in known.items() if lives_there(one[0]) and not _is_shielded(tx, one[0].household)}
    if not shown:
        return feed.withdraw(tx, "person", person) is not feed.Change.SAME
    member, scope = min(shown.items(), key=lambda one: (one[1][0].household != first, one[0]))[1]
    return feed.publish(tx, "person", person, projection(member, day), scope=scope) is not feed.Change.SAME


def _is_shielded(tx: Tx, household: str) -> bool:
    held = feed.get(tx, Kind.HOUSEHOLD.value, household)
    record = read_record(Kind.HOUSEHOLD, held) if held else None
    return record is not None and record.flag("shielded")


def projection(member: Record, day: date) -> dict[str, str]:
    """What a touchscreen is told of a person."""
    return {
        "household": member.household,
        "first_name": member.text("given"),
        "creature": member.text("creature"),
        "band": band(member, day),
        "way": _way(member, day).value,
    }


def _way(member: Record, day: date) -> Way:
    if is_grown(member) or is_of_age(member.text("born"), day):
        return Way.ON_THEIR_OWN
    said = Leaving(member.flag("alone"), *map(member.text, ("alone_since", "alone_until", "alone_scope")))
    return Way.ALONE if said.allows(day, "") else Way.WITH_ADULT


def read(kind: Kind, row: written.Row) -> Record:
    """A record as it is held. Nothing but this module writes them: one that cannot be read is a fault of ours."""
    record = read_record(kind, json.loads(row.data))
    if record is None:
        raise ValueError(f"a {kind} that cannot be read")
    return record
