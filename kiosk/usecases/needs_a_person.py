"""What needs a person at this hub, as this station knows it by itself; and that somebody has seen it."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from kiosk.clock import Reading
from kiosk.db.families import Held
from kiosk.db.trail import Look
from kiosk.db.tx import Tx
from kiosk.domain.attendance import Kind as Came
from kiosk.domain.attendance import State, Stay
from kiosk.domain.cases import Case, Kind
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import Deed, Entered, NotIn, may
from kiosk.usecases.acting import acting
from kiosk.usecases.inside import register
from kiosk.usecases.look import look

NIGHTS = 7  # how long a visit that was closed by rule is listed: a week in which somebody remembers


def needs(tx: Tx, by: Entered, now: Reading, few_blanks: int) -> tuple[Case, ...] | NotIn:
    """What is about families first. Of a shielded household only safeguarding is told."""
    allowed = acting(tx, by, Deed.CASES)
    if isinstance(allowed, NotIn):
        return allowed
    found = [case for case in _every(tx, now, few_blanks) if not _seen(tx, case)]
    hidden = set() if may(by.worker, Deed.SHIELDED) else tx.families.shielded({case.household for case in found})
    return tuple(case for case in found if case.household not in hidden)


def saw_case(tx: Tx, by: Entered, subject: str, now: Reading) -> Look | NotIn:
    """Somebody looked at it: who and when is in the chain, and it is listed no more."""
    return look(tx, by, Sight.CASE, subject, now)


def _every(tx: Tx, now: Reading, few_blanks: int) -> Iterator[Case]:
    for held in tx.families.two_values():
        yield from (
            _about(held, Kind.TWO_VALUES, f"{held.id}.{name}", name)
            for name in sorted(held.record.also)
            if held.record.also[name]
        )
    for held in tx.families.to_review(now.day().isoformat()):
        yield _about(held, Kind.REVIEW_DUE, held.id, "review", held.record.text("review"))
    for ago in range(1, NIGHTS + 1):
        day = (now.day() - timedelta(days=ago)).isoformat()
        for visit in tx.visits.closed_by_rule(day):
            yield Case(Kind.CLOSED_AT_NIGHT, visit.id, visit.kind, visit.person, visit.household, visit.arrived_at)
    yield from (_claimed(stay) for stay in register(tx, now).stays if _is_claim(stay))
    yield from (Case(Kind.REFUSED, id_, type_) for id_, type_, _ in tx.events.refused())
    yield from (Case(Kind.ASIDE, id_, type_) for id_, type_, _ in tx.events.aside())
    unread = Counter(str(row["kind"]) for row in tx.syncing.set_aside())
    yield from (Case(Kind.UNREADABLE, kind, kind, number=number) for kind, number in sorted(unread.items()))
    left = tx.cards.blanks_left()
    if left < few_blanks:
        yield Case(Kind.FEW_BLANKS, "blanks", number=left)


def _about(held: Held, kind: Kind, subject: str, what: str, at: str = "") -> Case:
    record = held.record
    person = record.text("person") or record.text("child")
    return Case(kind, subject, what, person, record.household, at)


def _is_claim(stay: Stay) -> bool:
    return stay.state is State.ARRIVED and stay.kind in (Came.COUNTED, Came.GROUP)


def _claimed(stay: Stay) -> Case:
    number = sum(count for _, count in stay.children) + stay.adults + stay.educators
    return Case(Kind.CLAIMED, stay.visits[0], stay.kind.value, at=stay.since, number=number)


def _seen(tx: Tx, case: Case) -> bool:
    looks = tx.trail.looks_at(case.subject) if case.is_settled_by_looking else []
    return any(one.what == Sight.CASE for one in looks)
