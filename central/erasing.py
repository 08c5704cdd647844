"""Erasing a family, or one person of it: what a worker recorded at a desk, what the city's office asked for, and what
the journal says of a database that was restored from before.

Nothing of them is left but names: ids that were drawn at random. By these every station is told, whatever comes later
is known to be theirs, and the journal erases them again.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from central import feed, households, merging, prohibiting, registers, revoking
from central.clock import city_day
from central.db import Tx, erased, forgetting, locks, meta
from central.db.records import Row
from central.journal import Erased, Journal
from kiosk.domain import erasure
from kiosk.domain.erasure import CARD, HOUSEHOLD, KIND, OF_ITSELF, PERSON, RESIDENT, Erasure, Name, is_about
from kiosk.domain.events import Type
from kiosk.domain.families import Kind

ERASED_REV = "erased_rev"  # of the database: how far it had come when somebody was last erased
_WHOM = ("person", "child", "adult")
_OF_OTHERS = (Kind.RELATION, Kind.CONTACT, Kind.CONSENT, Kind.NOTE)  # they may name somebody of no household


def erase(tx: Tx, journal: Journal, asked: Erasure, now: str) -> Erasure:
    """Again it erases what was added since. `asked.names` are those that are known beside what central holds.

    Whoever erases somebody new has taken locks.erasing. The journal knows before the database does. Raises OSError when
    it cannot.
    """
    locks.feed(tx)
    before, found = held(tx, asked.id), _found(tx, asked)
    asked = replace(before, names=before.names | asked.names) if before else asked
    people = _people(asked, found)
    elsewhere = _elsewhere(tx, asked.household, people)
    names = _names(asked, found, people) - {(PERSON, person) for person in elsewhere}
    done = replace(asked, names=names)
    if done != before:
        journal.append([Erased(done.household, done.person, done.at, tuple(sorted(names)))])
    named = prohibiting.linked(tx, people.union(*(one.people for one in found)))
    _withdraw(tx, found, elsewhere, now)
    for serial in sorted(int(id_) for kind, id_ in names if kind == CARD):
        revoking.card(tx, journal, serial)
    _forget(tx, names)
    prohibiting.tell(tx, named)
    feed.publish(tx, KIND, done.id, erasure.dump(done))
    erased.add(tx, done.id, done.at, names)
    meta.put_highest(tx, ERASED_REV, meta.highest_rev(tx))
    return done


def asked(tx: Tx, household: str, person: str, now: str) -> Erasure | None:
    """What the city's office asks for, None where central has nothing of them. The last of a household is all of it."""
    whole = Erasure(household, "", now, frozenset({(HOUSEHOLD, household)}))
    found = _found(tx, whole)
    about = [one for one in found if person in ("", *one.people)]
    members = _people(whole, found)
    if not about:
        return None
    return whole if members <= {person} or not person else replace(whole, person=person, names=frozenset())


def again(tx: Tx, journal: Journal, entry: Erased, now: str) -> bool:
    """The database lacks some of it; False where those names were taken back: they live on elsewhere."""
    asked = Erasure(entry.household, entry.person, entry.at, frozenset(entry.names))
    before = held(tx, asked.id)
    return erase(tx, journal, asked, now) != before


def held(tx: Tx, id_: str) -> Erasure | None:
    """An erasure of this name, as every station is told of it."""
    data = feed.get(tx, KIND, id_)
    return erasure.read(data) if data is not None else None


def every(tx: Tx) -> list[Erasure]:
    read = (erasure.read(data) for _, data in feed.live(tx, KIND))
    return [one for one in read if one is not None]


def live_on(tx: Tx, people: Iterable[str]) -> None:
    """Who was thought to be gone lives in a household that central had not heard of."""
    back = erased.since(tx, {(PERSON, person) for person in people})
    for id_ in erased.take_back(tx, back):
        known = held(tx, id_)
        if known is not None:
            feed.publish(tx, KIND, id_, erasure.dump(replace(known, names=known.names - back.keys())))


# --- what there is of them ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Found:
    """A live record, and whom it is about."""

    row: Row
    people: frozenset[str]

    @property
    def name(self) -> Name:
        return self.row.kind, self.row.id


def _found(tx: Tx, asked: Erasure) -> list[_Found]:
    read = [_Found(row, _about(row)) for row in erased.records_of(tx, asked.household)]
    return [one for one in read if asked.person in ("", *one.people) or one.name in asked.names]


def _about(row: Row) -> frozenset[str]:
    if row.kind == PERSON:
        return frozenset({row.id})
    data = json.loads(row.data)
    fields = data.get("fields", data)
    return frozenset(str(fields.get(name, "")) for name in _WHOM) - {""}


def _people(asked: Erasure, found: Iterable[_Found]) -> frozenset[str]:
    """Who may live nowhere any more."""
    named = frozenset(id_ for kind, id_ in asked.names if kind == PERSON)
    if asked.person:
        return named | {asked.person}
    return named.union(*(one.people for one in found if one.row.kind not in _OF_OTHERS))


def _names(asked: Erasure, found: Collection[_Found], gone: Iterable[str]) -> frozenset[Name]:
    names = {(PERSON, person) for person in gone} | {one.name for one in found if one.row.kind == CARD}
    if not asked.person:
        return frozenset({*asked.names, *names, (HOUSEHOLD, asked.household)})
    records = {one.name for one in found if one.row.kind in tuple(Kind)}
    return frozenset({*asked.names, *names, *records, (RESIDENT, asked.id)})


def _elsewhere(tx: Tx, household: str, people: Collection[str]) -> dict[str, list[Row]]:
    """Who of them lives in another household, and the records by which those know them."""
    faces = ((person, feed.get(tx, PERSON, person)) for person in people)
    shown = [person for person, face in faces if face and face.get("household") not in ("", household)]
    there: dict[str, list[Row]] = {person: [] for person in shown}
    for row in erased.members(tx, people):
        record = households.read(Kind.MEMBER, row)
        if record.household != household:
            there.setdefault(record.text("person"), []).append(row)
    return there


# --- letting go -----------------------------------------------------------------------------------------------------


def _withdraw(tx: Tx, found: Iterable[_Found], elsewhere: Mapping[str, Sequence[Row]], now: str) -> None:
    """Tombstones hold nothing. Who lives on elsewhere is shown as the first of those households knows them."""
    for one in found:
        feed.withdraw(tx, *one.name)
    day = city_day(datetime.fromisoformat(now))
    for row in (row for rows in elsewhere.values() for row in rows):
        households.project(tx, {row.id: households.read(Kind.MEMBER, row)}, day)


def _forget(tx: Tx, names: Collection[Name]) -> None:
    """What events said of them, and whose the visits were."""
    by = {kind: [id_ for of, id_ in names if of == kind] for kind in (HOUSEHOLD, RESIDENT, PERSON, CARD)}
    homes = by[HOUSEHOLD] + [id_.partition("/")[0] for id_ in by[RESIDENT]]
    lying = forgetting.filed(tx, homes, by[PERSON] + by[HOUSEHOLD], [int(id_) for id_ in by[CARD]])
    told = [one for one in lying if one.type not in OF_ITSELF and is_about(names, one.said)]
    visits = frozenset(str(one.said["visit"]) for one in told if one.type in forgetting.CAME)
    for hub, day in registers.twice(tx, visits):
        registers.fold(tx, hub, day, only=visits)
    left = forgetting.departures(tx, visits)
    merged = forgetting.named(tx, merging.hand_on(tx, by[PERSON]))
    gone = list({one.id: one for one in (*told, *left, *merged)}.values())
    forgetting.strip(tx, gone)
    forgetting.shred(tx, gone)
    registers.tell_again(tx, {str(one.said.get("visit", "")) for one in gone})
    registers.expect_no_more(tx, [(one.station, one.id) for one in told if one.type == Type.EXPECTED])
