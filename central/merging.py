"""Persons who are one human, as the stations of a hub say: what merges are judged by, and what the hub is told of them.

All stations of the hub are told, touchscreens too, so that all have the same register: a merge is two opaque ids.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from central import feed, households
from central.db import Tx, locks
from central.db import merges as store
from central.db import records as written
from central.db.merges import KIND
from central.scope import of_hub
from kiosk.domain import merges
from kiosk.domain.events import Event, Type
from kiosk.domain.families import Kind, dump_record
from kiosk.domain.merges import Humans, Merge

Key = tuple[Kind, str]


def humans(tx: Tx, hub: str) -> Humans:
    """Who is who at a hub."""
    return merges.humans(store.of_scope(tx, of_hub(hub)).values())


def asks(events: Sequence[Event]) -> bool:
    """Whether any of these events merges somebody, or takes it back."""
    return any(event.header.type in (Type.MERGED, Type.MERGE_UNDONE) for event in events)


def in_question(tx: Tx, hub: str, events: Sequence[Event]) -> dict[str, Merge]:
    """The hub's merges, if these events are about any. Locks the feed: another station may be saying the same."""
    if not asks(events):
        return {}
    locks.feed(tx)
    return store.of_scope(tx, of_hub(hub))


def judged_by(tx: Tx, known: Iterable[Merge], events: Sequence[Event]) -> set[Key]:
    """The records that say whether those who are merged by these events may be: members, and their households.

    A household that is edited in the same batch counts as well: a member may be new in it.
    """
    pairs = [pair for event in events if event.header.type == Type.MERGED and event.body if (pair := _pair(event))]
    if not pairs:
        return set()
    who = merges.humans(known)
    found = store.members_of(tx, {id_ for pair in pairs for person in pair for id_ in who.ids(person)})
    homes = {(Kind.HOUSEHOLD, home) for home in found.values()} | households.homes_in(events)
    return {(Kind.MEMBER, id_) for id_ in found} | homes


def told(tx: Tx, hub: str, changed: Collection[Merge]) -> list[feed.Draft]:
    """What the hub is told. A merge that another hub knows stays as it is."""
    scope = of_hub(hub)
    there = written.held(tx, KIND, [merge.event for merge in changed])
    ours = [merge for merge in changed if merge.event not in there or there[merge.event].scope == scope]
    return [feed.Draft(KIND, merge.event, merges.dump(merge), scope=scope) for merge in ours]


def hand_on(tx: Tx, gone: Collection[str]) -> set[str]:
    """Who is forgotten is in no merge any more: who stays of the same human takes their place, and what relations say
    of that id. The events that said so."""
    named, heirs = store.naming(tx, gone), dict[str, str]()
    for scope in sorted({row.scope for row in named.values()}):
        heirs |= merges.heirs(store.of_scope(tx, scope).values(), gone)
    for event, row in named.items():
        merge = merges.read(event, json.loads(row.data))
        left = merges.handed_on(merge, gone, heirs) if merge else None
        if left is None:
            feed.withdraw(tx, KIND, event)
        else:
            feed.publish(tx, KIND, event, merges.dump(left), scope=row.scope)
    for row in store.ties_naming(tx, heirs):
        tie = households.read(Kind.RELATION, row)
        fields = {name: heirs.get(str(value), value) for name, value in tie.fields.items()}
        feed.publish(tx, row.kind, row.id, dump_record(replace(tie, fields=fields)), scope=row.scope)
    return set(named)


def _pair(event: Event) -> tuple[str, str] | None:
    return merges.read_pair(event.body.content) if event.body else None
