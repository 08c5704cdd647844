"""Somebody no longer lives in a household, or does again. Edits of their record and of their ties, as any others.

What their household said of them and a child ends today; what protects a child stays. Of another household, in which
they live too, nothing changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.db.families import Held
from kiosk.db.tx import Tx
from kiosk.domain import days
from kiosk.domain.families import Kind, Record, Value
from kiosk.domain.living import Ended, is_left_alone, lives_there
from kiosk.domain.workers import Entered, NotIn
from kiosk.usecases.edit_family import Change, Edited, NotFit, allowed, edit


@dataclass(frozen=True)
class Moved:
    """The edits, for whoever takes them back."""

    events: tuple[str, ...]


@dataclass(frozen=True)
class LastAdult:
    """Children would stay without any adult: who answers for them is written first."""


def move_out(
    tx: Tx, by: Entered, household: str, person: str, why: Ended, now: Reading
) -> Moved | LastAdult | NotFit | NotIn:
    may = allowed(tx, by, Kind.MEMBER, household)
    if isinstance(may, NotIn):
        return may
    held, day = tx.families.of_household(household), now.day()
    living = [one for one in held if one.kind is Kind.MEMBER and lives_there(one.record)]
    theirs = [one for one in living if one.record.text("person") == person]
    stay = [one.record for one in living if one not in theirs]
    if not theirs:
        return NotFit()
    if is_left_alone(stay, day) and not is_left_alone((one.record for one in living), day):
        return LastAdult()
    said: list[tuple[Held, str, Value]] = [(one, "until", day.isoformat()) for one in ends_with(held, person, now)]
    for one in theirs:
        said += [(one, "ended", why.value), (one, "until", day.isoformat())]
    return Moved(tuple(_say(tx, by, said, now)))


def move_back(tx: Tx, by: Entered, household: str, person: str, now: Reading) -> Moved | NotFit | NotIn:
    """They live there again. What they are to the children is said anew."""
    may = allowed(tx, by, Kind.MEMBER, household)
    if isinstance(may, NotIn):
        return may
    members = (one for one in tx.families.of_household(household) if one.kind is Kind.MEMBER)
    theirs = [one for one in members if one.record.text("person") == person and not lives_there(one.record)]
    events = tuple(_say(tx, by, [(one, name, "") for one in theirs for name in ("until", "ended")], now))
    return Moved(events) if events else NotFit()


def ends_with(held: Sequence[Held], person: str, now: Reading) -> list[Held]:
    """Their ties of this household that go on and protect nobody."""
    ties = (one for one in held if one.kind is Kind.RELATION and not one.record.flag("must_not_collect"))
    return [one for one in ties if person in map(one.record.text, ("adult", "child")) and _goes_on(one.record, now)]


def who_is_gone(tx: Tx, household: str) -> set[str]:
    """Those who were of a household and do not live there: also to a list that central has not drawn up anew."""
    members = [one.record for one in tx.families.of_household(household) if one.kind is Kind.MEMBER]
    gone, live = ({one.text("person") for one in members if lives_there(one) is does} for does in (False, True))
    return gone - live


def _goes_on(tie: Record, now: Reading) -> bool:
    until = days.read(tie.text("until"))
    return until is None or until > now.day()


def _say(tx: Tx, by: Entered, said: list[tuple[Held, str, Value]], now: Reading) -> Iterator[str]:
    """Whoever says it has seen what else stands there."""
    for one, name, value in said:
        beside = len(one.record.also.get(name, ()))
        change = Change(one.kind, one.id, one.record.household, name, value, settled=beside)
        if isinstance(done := edit(tx, by, change, now), Edited):
            yield done.event
