"""Two persons who are one human. A merge promised nobody anything: one that must not be is refused."""

from collections.abc import Collection
from dataclasses import replace

from central.judge import bodies
from central.judge.values import Facts, Judged, PutMerge, later, refused
from central.judge.workers import done
from kiosk.domain import ages, merges
from kiosk.domain.events import Header, JsonBody
from kiosk.domain.families import Kind, Record
from kiosk.domain.merges import Merge


def merged(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """A child is never an adult; who is of a shielded household is merged by safeguarding alone."""
    worker, pair = bodies.by_worker(body, "entry"), merges.read_pair(body)
    if worker is None or pair is None:
        return later("unreadable")
    members = _members(facts, pair)
    if ages.child_with_adult(members, facts.day):
        return refused("child_with_adult")
    if worker not in facts.safeguarding and any(_is_shielded(facts, member.household) for member in members):
        return refused("shielded")
    before = facts.merges.get(header.id)  # what took it back may have come first, after a restore
    undone_by = before.undone_by if before else ""
    return done(worker, facts, PutMerge(Merge(header.id, *pair, worker, header.recorded_at, undone_by)))


def merge_undone(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """They are two again, whoever said that they are one; the first who takes it back counts."""
    worker, merge = bodies.by_worker(body, "entry"), bodies.event_named(body, "merge")
    if worker is None or merge is None:
        return later("unreadable")
    held = facts.merges.get(merge, Merge(merge, "", ""))
    return done(worker, facts, *([] if held.undone_by else [PutMerge(replace(held, undone_by=header.id))]))


def _members(facts: Facts, pair: Collection[str]) -> list[Record]:
    """What is known of both, by whichever id."""
    humans = merges.humans(facts.merges.values())
    ids = {id_ for person in pair for id_ in humans.ids(person)}
    members = (record for (kind, _), record in facts.families.items() if kind is Kind.MEMBER)
    return [record for record in members if record is not None and record.text("person") in ids]


def _is_shielded(facts: Facts, household: str) -> bool:
    record = facts.families.get((Kind.HOUSEHOLD, household))
    return record is not None and record.flag("shielded")
