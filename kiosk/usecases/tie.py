"""What an adult is to a child is said anew. Two records about the same two may stand: what protects counts in each."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.families import Kind, Record, Value
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.edit_family import (
    Asked,
    Change,
    Edited,
    NotFit,
    Protected,
    Same,
    allowed,
    ask_to_weaken,
    edit,
    hands_over_anew,
    is_an_adults,
    write_new,
)

DELEGATION = "delegation"  # a parent's written say

Done = Edited | Same | NotFit | Protected | NotIn


def set_tie(
    tx: Tx, by: Entered, household: str, adult: str, child: str, name: str, value: Value, now: Reading, settled: int = 0
) -> tuple[Done, ...]:
    """One field of what this adult is to this child; what was done, record by record. A flag falls in all of them."""
    may = allowed(tx, by, Kind.RELATION, household)
    if isinstance(may, NotIn):
        return (may,)
    records = between(tx, household, adult, child)
    if not records:
        pair, asked = (
            Record(household, {"child": child, "adult": adult}),
            Change(Kind.RELATION, "", household, name, value),
        )
        if not is_an_adults(tx, pair, asked, now):
            return (NotFit(),)
        if hands_over_anew(tx, pair, asked, now):
            return (Protected(),)
        made = write_new(tx, by, Kind.RELATION, household, {"child": child, "adult": adult}, now)
        if not isinstance(made, str):
            return (made,)
        records = (made,)
    which = records if value is False else records[:1]
    done = [edit(tx, by, Change(Kind.RELATION, id_, household, name, value, settled), now) for id_ in which]
    if name == "may_collect" and any(isinstance(one, Edited) for one in done) and value:
        done += _on_a_parents_word(tx, by, household, which[0], now)
    return tuple(done)


def _on_a_parents_word(tx: Tx, by: Entered, household: str, record: str, now: Reading) -> list[Done]:
    """On what it stands that somebody who is no guardian may collect, where nobody has said anything else."""
    held = tx.families.get(Kind.RELATION, record)
    if held.flag("guardian") or held.text("basis"):
        return []
    return [edit(tx, by, Change(Kind.RELATION, record, household, "basis", DELEGATION), now)]


def ask_to_hand_over(
    tx: Tx, by: Entered, household: str, adult: str, child: str, name: str, now: Reading
) -> Asked | NotFit | NotIn:
    """That this adult may have a child of whom safeguarding decides: somebody else has to agree."""
    may = acting(tx, by, Deed.WEAKEN)
    if isinstance(may, NotIn):
        return may
    records = between(tx, household, adult, child)
    if not records:
        made = write_new(tx, by, Kind.RELATION, household, {"child": child, "adult": adult}, now)
        if not isinstance(made, str):
            return made
        records = (made,)
    return ask_to_weaken(tx, by, Change(Kind.RELATION, records[0], household, name, now=True), now)


def ask_to_lift(
    tx: Tx, by: Entered, household: str, adult: str, child: str, now: Reading
) -> tuple[Asked | NotFit | NotIn, ...]:
    """That this adult may be handed the child again: somebody else has to agree."""
    banned = [
        id_
        for id_ in between(tx, household, adult, child)
        if tx.families.get(Kind.RELATION, id_).flag("must_not_collect")
    ]
    changes = [Change(Kind.RELATION, id_, household, "must_not_collect", now=False) for id_ in banned]
    return tuple(ask_to_weaken(tx, by, change, now) for change in changes)


def between(tx: Tx, household: str, adult: str, child: str) -> tuple[str, ...]:
    """The records of a household about these two."""
    held = tx.families.of_person(child, Kind.RELATION)
    return tuple(one.id for one in held if one.record.household == household and one.record.text("adult") == adult)
