"""Families that workers erase, and what is told of them afterwards: it is counted, and nothing of it is kept."""

from dataclasses import replace

from central.judge import bodies
from central.judge.values import (
    BookVisit,
    Effect,
    Erase,
    ExplainHoles,
    Facts,
    Judge,
    Judged,
    KeepFact,
    OpenCase,
    accepted,
    later,
)
from central.judge.workers import done
from kiosk.domain.attendance import Came
from kiosk.domain.attendance import Kind as Party
from kiosk.domain.erasure import CARD, HOUSEHOLD, PERSON, RESIDENT, Name, names_in, without
from kiosk.domain.events import Header, JsonBody, Type
from kiosk.domain.families import Kind
from kiosk.domain.pictures import secret_id

_OF_A_VISIT = frozenset({Type.ARRIVED, Type.COUNTED, Type.GROUP_ARRIVED, Type.LEFT})
_OF_MONEY = frozenset({Type.REDEEMED, Type.REDEMPTION_REVERSED, Type.GIVEN_BACK, Type.PENDING_VOIDED})
_COUNTED = _OF_A_VISIT | _OF_MONEY  # whoever was erased: that somebody came, that so much was paid
_RECORDS = frozenset(kind.value for kind in Kind if kind is not Kind.HOUSEHOLD)
_ADDS = frozenset({Type.EDITED, Type.CARD_BOUND})  # to what is kept of a family: a person is told, if it was afterwards


def erased(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """Nothing brings a family back: what only a worker of the hub may do, at its desk, a person does otherwise.

    Whoever opens a touchscreen's machine knows households and workers by their ids, and could say so in their names.
    """
    read = bodies.erased(body)
    worker = bodies.by_worker(body, "entry", "because")
    if read is None or worker is None:
        return later("unreadable")
    if (Kind.HOUSEHOLD, read.household) in facts.elsewhere:
        return done(worker, facts, OpenCase("erasure_of_another_hub"))
    if worker not in facts.erasers or not facts.desk:
        return done(worker, facts, OpenCase("erasure_not_allowed"))
    serials = {serial for serial in read.cards if _is_theirs(serial, read.household, facts)}
    names = frozenset({_whole(read.household, read.person), *((CARD, str(serial)) for serial in serials)})
    return done(worker, facts, Erase(read.household, read.person, header.recorded_at, names))


def forgotten(_: Header, body: JsonBody, __: Facts) -> Judged:
    """A station says which of its bodies are holes because somebody was erased."""
    holes = bodies.holes(body)
    return later("unreadable") if holes is None else accepted(ExplainHoles(holes))


def restated(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """What an event said of a visit, whose body was erased before or after central saw it: counted once."""
    fact, hub, stay = bodies.restated(header, body), body.get("hub"), bodies.stay(body)
    if fact is None or stay is None or not isinstance(hub, str) or not hub:
        return later("unreadable")
    if not isinstance(fact, Came) or fact.kind is not Party.PERSON:
        return accepted(KeepFact(replace(fact, visit=stay)))
    said = (fact.who.value, fact.band, fact.party, fact.event, fact.at)
    return accepted(BookVisit(fact.visit, 0, "", "", hub, *said, stay))


def afterwards(rule: Judge, header: Header, body: JsonBody, facts: Facts) -> Judged:
    """Somebody who was erased came, or a station had not heard of it."""
    if header.type in _COUNTED:
        judged = rule(header, without(body), facts)
        return replace(judged, reason=judged.reason or "erased", keeps=False)
    since = max(at for name, at in facts.erased.items() if name in names_in(body))
    if header.type not in _ADDS:
        return replace(accepted(reason="erased"), keeps=False)
    case = [OpenCase(f"{header.type}_after_erasure")] if header.recorded_at > since else []
    return replace(accepted(*_more(body, since, facts), *case, reason="erased"), keeps=False)


def _more(body: JsonBody, at: str, facts: Facts) -> list[Effect]:
    """What was added to them elsewhere is erased with them: a record, a person, a card."""
    said, household = names_in(body), str(body.get("household"))
    whole = (HOUSEHOLD, household) in facts.erased
    residents = [name for name in said if name[0] == RESIDENT and (whole or name in facts.erased)]
    people = {id_.partition("/")[2] for _, id_ in residents}
    records = {name for name in said if name[0] in _RECORDS and _is_free(name, household, facts)}
    cards = {name for name in said if name[0] == CARD and _is_theirs(int(name[1]), household, facts)}
    by_a_desk = records | {(PERSON, person) for person in people} if facts.desk else set()
    new = frozenset((by_a_desk | cards) - facts.erased.keys())
    return [Erase(household, person, at, new) for person in ({""} if whole else people) if new]


def _is_free(record: Name, household: str, facts: Facts) -> bool:
    """One that another household has is not theirs, whatever somebody says."""
    held = facts.families.get((Kind(record[0]), record[1]))
    return held is None or held.household == household


def _whole(household: str, person: str) -> Name:
    return (RESIDENT, secret_id(household, person)) if person else (HOUSEHOLD, household)


def _is_theirs(serial: int, household: str, facts: Facts) -> bool:
    """A station kills no card but one that it may have given out itself to this household."""
    held = facts.cards.get(serial)
    return held.household == household if held else serial in facts.stock | facts.forgotten
