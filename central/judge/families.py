"""What workers change in the records of families. No value is lost, and no protection is taken away by a merge."""

from central.judge import bodies
from central.judge.values import Effect, Facts, Judged, OpenCase, PutFamily, SettleConflicts, later
from central.judge.workers import done
from kiosk.domain import merges
from kiosk.domain.agebands import is_adult
from kiosk.domain.casework import CONFLICT
from kiosk.domain.events import Header, JsonBody
from kiosk.domain.families import HANDS_OVER, Edit, Kind, Record, read_edit
from kiosk.domain.familyedits import Told, merge
from kiosk.domain.living import is_left_alone, lives_there


def edited(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """Two who changed the same are both right until a person has looked. Who was erased stays so.

    Whoever opens a touchscreen's machine knows who lives where and who works here, and could let a child be collected:
    what no station can have seen changes nothing.
    """
    worker, edit = bodies.by_worker(body, "entry"), read_edit(body)
    if worker is None or edit is None:
        return later("unreadable")
    key = (edit.kind, edit.id)
    held = facts.families.get(key)
    if key in facts.families and held is None:
        return done(worker, facts, OpenCase("edited_after_erasure"))
    if not facts.desk:
        return done(worker, facts, OpenCase("not_a_desk"))
    if {key, (Kind.HOUSEHOLD, edit.household)} & facts.elsewhere:
        return done(worker, facts, OpenCase("other_hub"))
    if held is not None and held.household != edit.household:
        return done(worker, facts, OpenCase("other_household"))
    merged = merge(held, Told(edit, header.incarnation, header.seq))
    effects: list[Effect] = [PutFamily(edit.kind, edit.id, merged.record)]
    if edit.settled and not merged.record.also.get(edit.name):
        effects.append(SettleConflicts(body, worker))
    if not _is_an_adults(edit, merged.record, facts):
        effects.append(OpenCase("not_an_adult"))
    if _handed_over_anew(edit, held, merged.record, facts):
        effects.append(OpenCase("may_collect_despite"))
    if edit.kind is Kind.MEMBER and edit.name == "until" and _leaves_children(edit, merged.record, facts):
        effects.append(OpenCase("no_adult_left"))
    return done(worker, facts, *effects, *([OpenCase(CONFLICT)] if merged.conflict else []))


def _is_an_adults(edit: Edit, relation: Record, facts: Facts) -> bool:
    """Who may have a child is 18 or more, and not the child. A desk that knew less said so: it stands, and is seen."""
    if edit.kind is not Kind.RELATION or edit.now is not True or edit.name not in HANDS_OVER:
        return True
    adult, child = relation.text("adult"), relation.text("child")
    ids = merges.humans(facts.merges.values()).ids(adult)
    known = (one for (kind, _), one in facts.families.items() if kind is Kind.MEMBER and one is not None)
    return child not in ids and all(is_adult(one, facts.day) for one in known if one.text("person") in ids)


def _handed_over_anew(edit: Edit, before: Record | None, relation: Record, facts: Facts) -> bool:
    """Whether somebody may have a child from now on who must not, or who is new where somebody must not whom that hub
    does not know. A desk that had not heard of it said so: it stands, who must not collect does not, and is seen."""
    if edit.kind is not Kind.RELATION or edit.now is not True or edit.name not in HANDS_OVER:
        return False
    had = {name for name in HANDS_OVER if before is not None and before.flag(name)}
    kept = facts.kept_away.get(relation.text("child"), frozenset())
    if relation.text("adult") in kept:
        return edit.name == "may_collect" and edit.name not in had
    return "" in kept and not had


def _leaves_children(edit: Edit, member: Record, facts: Facts) -> bool:
    """Two desks may each have let an adult go who was not the last one: it stands, and is seen."""
    members = {id_: one for (kind, id_), one in facts.families.items() if kind is Kind.MEMBER and one is not None}
    ours = [one for one in {**members, edit.id: member}.values() if one.household == edit.household]
    return not lives_there(member) and is_left_alone(ours, facts.day)


def weakening_asked(_: Header, body: JsonBody, facts: Facts) -> Judged:
    """Nothing changes until a second person agrees: `wishmi-central agree`."""
    worker = bodies.by_worker(body, "entry")
    if read_edit(body) is None:
        return later("unreadable")
    return done(worker, facts, OpenCase("weakening_asked"))
