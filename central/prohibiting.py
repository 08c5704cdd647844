"""Who must not collect a child, told to every other hub where the child lives (OFFLINE.md, G9; PRODUCT.md, rule 7).

A household's records stay with its hub. Whichever desk may let the child go has to know all the same: its hub is told
of the child, of the adult where the hub knows them, and of the days; not who said it, nor where. Of an adult whom the
hub does not know it is told that there is one.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from central import feed
from central.db import Tx, erased, locks, merges, prohibitions
from central.db.records import Row
from central.scope import hub_of_desk, of_desk
from kiosk.domain import merges as who_is_who
from kiosk.domain.families import Kind, Record, read_record
from kiosk.domain.merges import Humans
from kiosk.domain.prohibitions import KIND, Prohibition, dump, name


@dataclass(frozen=True)
class _Said:
    """A relation that forbids, and the hub of the household that says it."""

    hub: str
    child: str
    adult: str
    since: str
    until: str


def linked(tx: Tx, people: Collection[str]) -> set[str]:
    """These people by all ids that any hub gave them."""
    who = _humans(tx) if people else who_is_who.NOBODY_MERGED
    return {id_ for person in people for id_ in who.ids(person)}


def tell(tx: Tx, people: Collection[str]) -> int:
    """Bring up to date what hubs are told, where one of these people is the child or the adult; how much is told anew.

    Call it in the transaction in which something of them was written.
    """
    if not people:
        return 0
    locks.feed(tx)
    who, said = _humans(tx), _all_said(tx)
    about = {id_ for person in people for id_ in who.ids(person)}
    meant = [one for one in said if not about.isdisjoint(who.ids(one.child) | who.ids(one.adult))]
    children = about | {id_ for one in meant for id_ in who.ids(one.child)}
    return sum(_tell_of(tx, child, said, who) for child in sorted(children))


def kept_away(tx: Tx, hub: str, children: Collection[str]) -> dict[str, frozenset[str]]:
    """Who must not collect these children, as a hub is told or says itself: every id of each adult, "" for one whom the
    hub does not know. Also of a child whom the hub is about to know."""
    if not children:
        return {}
    who, said = _humans(tx), _all_said(tx)
    return {child: _kept_from(tx, child, hub, said, who) for child in children}


def _kept_from(tx: Tx, child: str, hub: str, said: Iterable[_Said], who: Humans) -> frozenset[str]:
    forbidden = [one for one in said if who.are_one(one.child, child)]
    known = _hubs(tx, {id_ for one in forbidden for id_ in who.ids(one.adult)})
    own = {id_ for one in forbidden if one.hub == hub for id_ in who.ids(one.adult)}
    return frozenset(own | {one.adult for one in _of_hub(child, hub, forbidden, known, who)})


def tell_all(tx: Tx) -> int:
    """Likewise of everybody: what was written before central told of it."""
    return tell(tx, {one.child for one in _all_said(tx)} | {str(data["child"]) for _, data in feed.live(tx, KIND)})


def _tell_of(tx: Tx, child: str, said: Iterable[_Said], who: Humans) -> int:
    forbidden = [one for one in said if who.are_one(one.child, child)]
    homes = _hubs(tx, [child]) if forbidden else {}
    known = _hubs(tx, {id_ for one in forbidden for id_ in who.ids(one.adult)}) if homes else {}
    wanted = {name(child, hub): _of_hub(child, hub, forbidden, known, who) for hub in homes.get(child, ())}
    changes = [feed.withdraw(tx, KIND, id_) for id_ in prohibitions.told(tx, child) if not wanted.get(id_)]
    for hub in sorted(homes.get(child, ())):
        if told := wanted[name(child, hub)]:
            changed = feed.publish(tx, KIND, name(child, hub), dump(child, told), scope=of_desk(hub))
            changes += [changed] if isinstance(changed, feed.Change) else []
    return sum(change is not feed.Change.SAME for change in changes)


def _of_hub(
    child: str, hub: str, forbidden: Iterable[_Said], known: Mapping[str, Collection[str]], who: Humans
) -> list[Prohibition]:
    """What a hub is told: of its own households it has the records."""
    told = []
    for one in forbidden:
        if one.hub != hub:
            adults = [id_ for id_ in sorted(who.ids(one.adult)) if hub in known.get(id_, ())]
            told += [Prohibition(child, adult, one.since, one.until) for adult in adults or [""]]
    return told


def _hubs(tx: Tx, people: Collection[str]) -> dict[str, set[str]]:
    """Where households know these people, by id."""
    hubs: dict[str, set[str]] = {}
    for row in erased.members(tx, people):
        if record := _record(Kind.MEMBER, row):
            hubs.setdefault(record.text("person"), set()).add(hub_of_desk(row.scope))
    return hubs


def _all_said(tx: Tx) -> list[_Said]:
    read = ((row, _record(Kind.RELATION, row)) for row in prohibitions.forbidding(tx))
    return [
        _Said(hub_of_desk(row.scope), *map(tie.text, ("child", "adult", "since", "until")))
        for row, tie in read
        if tie is not None and tie.flag("must_not_collect")
    ]


def _humans(tx: Tx) -> Humans:
    return who_is_who.humans(merges.every(tx))


def _record(kind: Kind, row: Row) -> Record | None:
    return read_record(kind, json.loads(row.data))
