"""Two persons who are one human. A merge promised nobody anything: one that must not be is refused."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from central.judge import bodies
from central.judge.values import Facts, Judged, PutMerge, later, refused
from central.judge.workers import done
from kiosk.domain import merges
from kiosk.domain.agebands import child_with_adult
from kiosk.domain.events import Header, JsonBody
from kiosk.domain.families import Kind, Record
from kiosk.domain.merges import Merge


def merged(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """A child is never an adult; who is of a shielded household is merged by safeguarding alone.

    Whoever could merge anybody could collect a child: what no desk of the hub can have seen is refused.
    """
    worker, pair = bodies.by_worker(body, "entry"), merges.read_pair(body)
    if worker is None or pair is None:
        return later("unreadable")
    members = _members(facts, pair)
    if bar := _bar(worker, members, facts):
        return replace(refused(bar), keeps=False)  # nothing leads from a person to what was said of them so
    before = facts.merges.get(header.id)  # what took it back may have come first, after a restore
    undone_by = before.undone_by if before else ""
    return done(worker, facts, PutMerge(Merge(header.id, *pair, worker, header.recorded_at, undone_by)))


def merge_undone(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """They are two again, whoever said that they are one; the first who takes it back counts."""
    worker, merge = bodies.by_worker(body, "entry"), bodies.event_named(body, "merge")
    if worker is None or merge is None:
        return later("unreadable")
    if not facts.desk:
        return refused("not_a_desk")
    held = facts.merges.get(merge, Merge(merge, "", ""))
    return done(worker, facts, *([] if held.undone_by else [PutMerge(replace(held, undone_by=header.id))]))


def _bar(worker: str, members: Mapping[str, Record], facts: Facts) -> str:
    """Why not, "" for nothing."""
    if not facts.desk:
        return "not_a_desk"
    if {(Kind.MEMBER, id_) for id_ in members} & facts.elsewhere:
        return "other_hub"
    if child_with_adult(members.values(), facts.day):
        return "child_with_adult"
    shielded = any(_is_shielded(facts, member.household) for member in members.values())
    return "shielded" if shielded and worker not in facts.safeguarding else ""


def _members(facts: Facts, pair: Collection[str]) -> dict[str, Record]:
    """What is known of both, by whichever id."""
    humans = merges.humans(facts.merges.values())
    ids = {id_ for person in pair for id_ in humans.ids(person)}
    members = {id_: record for (kind, id_), record in facts.families.items() if kind is Kind.MEMBER and record}
    return {id_: record for id_, record in members.items() if record.text("person") in ids}


def _is_shielded(facts: Facts, household: str) -> bool:
    record = facts.families.get((Kind.HOUSEHOLD, household))
    return record is not None and record.flag("shielded")
