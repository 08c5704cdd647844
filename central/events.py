"""Taking in what a station pushes: one transaction, one answer for each event, each effect exactly once.

What central holds already is answered as it was the first time. An event that is still `later` is judged anew each
time it comes: a newer central may know its type, a mended body may match its hash.
"""

import logging
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from central import casework, chain, effects
from central.chain import Held, Place
from central.db import Tx, decisions, locks, meta
from central.db import events as store
from central.db.cases import Case
from central.db.events import Settled, Stored
from central.db.stations import Station
from central.effects import Brought
from central.journal import Journal
from central.judge import judge
from central.judge.values import Facts, Judged, OfValue, later
from central.leases import FORK
from central.premises import premises
from central.quiet import path_of
from kiosk.domain import wire
from kiosk.domain.events import Event, Header, Link, Type, Verdict, header_hash
from kiosk.domain.wire import Answer, Answers, Batch

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class NotTaken:
    """Why a batch as a whole is not taken: "other_station" or "batch_signature". Nothing was judged."""

    why: str


def take_in(tx: Tx, journal: Journal, station: Station, batch: Batch, now: str) -> Answers | NotTaken:
    """Store, judge and answer the events of a batch that this station sent."""
    if batch.station != station.id:
        return NotTaken("other_station")
    if not wire.batch_holds(batch, Ed25519PublicKey.from_public_bytes(station.public)):
        casework.open_all(tx, [Case("batch_signature", station.id, batch.incarnation, now)])
        return NotTaken("batch_signature")
    locks.station(tx, station.id)
    if any(event.header.type == Type.ERASED for event in batch.events):
        locks.erasing(tx)
    locks.none_is_erased(tx)
    intake = _begin(tx, station, batch, now)
    answers = tuple(_answer(intake, event) for event in batch.events)
    _write(tx, journal, intake, batch.incarnation)
    return Answers(meta.get(tx, "epoch"), intake.end.seq, now, answers)


@dataclass
class _Intake:
    """A batch on its way in: what is known before it, and what it adds."""

    station: Station
    now: str
    started_at: Link
    end: Link
    by_seq: dict[int, Stored]
    by_id: dict[str, Stored]
    facts: Facts
    skipped: frozenset[str]  # ids of events that a person gave up
    following: dict[int, bytes]  # of the batch, by seq: the hash that the next event names as the one before it
    fork: Link | None = None  # the last event of the batch that went another way
    new: list[Settled] = field(default_factory=list)
    resettled: list[Settled] = field(default_factory=list)
    brought: Brought = field(default_factory=Brought)


def _begin(tx: Tx, station: Station, batch: Batch, now: str) -> _Intake:
    end = store.chain_end(tx, station.id, batch.incarnation)
    known_ids = store.stored_ids(tx, station.id, [event.header.id for event in batch.events])
    old_seqs = [event.header.seq for event in batch.events if event.header.seq <= end.seq]
    return _Intake(
        station=station,
        now=now,
        started_at=end,
        end=end,
        by_seq={known.seq: known for known in store.stored_seqs(tx, station.id, batch.incarnation, old_seqs)},
        by_id={known.id: known for known in known_ids},
        facts=premises(tx, station, batch.events, now),
        skipped=decisions.skipped(tx, station.id),
        following={event.header.seq - 1: event.header.prev_hash for event in batch.events},
    )


# --- one event ------------------------------------------------------------------------------------------------------


def _answer(intake: _Intake, event: Event) -> Answer:
    match chain.place(event, intake.end, Held(intake.by_seq, intake.by_id), intake.fork):
        case Place.NEXT:
            return _first_answer(intake, event)
        case Place.AGAIN:
            return _same_id_again(intake, event)
        case Place.HELD:
            return _answer_again(intake, event, intake.by_seq[event.header.seq])
        case Place.GAP:
            return Answer(event.header.id, Verdict.LATER, "gap")
        case Place.FORK:
            intake.brought.cases.append(Case(FORK, intake.station.id, event.header.id, intake.now))
            return _fork(intake, event)
        case Place.BRANCH:
            return _fork(intake, event)
        case Place.BROKEN:
            return _skipped(intake, event) or _to_a_person(intake, event.header, "broken")


def _first_answer(intake: _Intake, event: Event) -> Answer:
    holds = chain.body_holds(event)
    judged = _judged(event, intake.facts) if holds else later("broken")
    _take_up(intake, event.header, judged)
    _hold(intake, Settled(event, judged.verdict, judged.reason, holds and judged.keeps))
    return Answer(event.header.id, judged.verdict, judged.reason)


def _same_id_again(intake: _Intake, event: Event) -> Answer:
    """The chain goes on; the event took effect where it stood first."""
    first = intake.by_id[event.header.id]
    _hold(intake, Settled(event, first.verdict, first.reason, chain.body_holds(event)))
    return _as_before(first)


def _answer_again(intake: _Intake, event: Event, known: Stored) -> Answer:
    if known.verdict is not Verdict.LATER:
        return _as_before(known)
    judged = _judged(event, intake.facts) if chain.body_holds(event) else later("broken")
    if judged.verdict is not Verdict.LATER:
        _take_up(intake, event.header, judged)
        intake.resettled.append(Settled(event, judged.verdict, judged.reason, judged.keeps))
        _know(intake, event.header, judged.verdict, judged.reason)
    return Answer(event.header.id, judged.verdict, judged.reason)


def _skipped(intake: _Intake, event: Event) -> Answer | None:
    """The answer to a broken event that a person gave up; the chain goes on behind it.

    It does so from the hash that the event brings or from the one it should have, whichever the next event names. While
    there is no next one, nothing is held up.
    """
    header, next_names = event.header, intake.following.get(event.header.seq)
    if header.id not in intake.skipped or next_names not in (header.hash, header_hash(header)):
        return None
    _hold(intake, Settled(event, Verdict.REFUSED, "skipped", chain.body_holds(event)))
    intake.end = Link(header.seq, next_names)
    return Answer(header.id, Verdict.REFUSED, "skipped")


def _as_before(known: Stored) -> Answer:
    verdict = Verdict.DUPLICATE if known.verdict is Verdict.ACCEPTED else known.verdict
    return Answer(known.id, verdict, known.reason)


def _fork(intake: _Intake, event: Event) -> Answer:
    """A copy of the store says something else in the same place. What it gave of value is booked all the same, as of
    the incarnation that it was granted to; the rest once the station has begun anew."""
    intake.fork = Link(event.header.seq, event.header.hash)
    judged = _judged(event, intake.facts) if chain.body_holds(event) else later("broken")
    for effect in judged.effects:
        if isinstance(effect, OfValue):
            intake.brought.add(intake.station, event.header, effect, intake.now)
    return Answer(event.header.id, Verdict.LATER, FORK)


def _to_a_person(intake: _Intake, header: Header, reason: str) -> Answer:
    intake.brought.cases.append(Case(reason, intake.station.id, header.id, intake.now))
    return Answer(header.id, Verdict.LATER, reason)


def _hold(intake: _Intake, settled: Settled) -> None:
    header = settled.event.header
    intake.new.append(settled)
    intake.end = Link(header.seq, header.hash)
    _know(intake, header, settled.verdict, settled.reason)


def _know(intake: _Intake, header: Header, verdict: Verdict, reason: str) -> None:
    known = Stored(header.incarnation, header.seq, header.id, header.hash, verdict, reason)
    intake.by_seq[header.seq] = known
    intake.by_id.setdefault(header.id, known)


def _judged(event: Event, facts: Facts) -> Judged:
    """The one guarded place: a rule that fails stops no other event."""
    try:
        return judge(event, facts)
    except Exception as problem:  # noqa: BLE001 - see the docstring
        log.error("the judge failed on %s v%d: %s", event.header.type, event.header.version, path_of(problem))
        return later("judge_failed")


def _take_up(intake: _Intake, header: Header, judged: Judged) -> None:
    for effect in judged.effects:
        intake.brought.add(intake.station, header, effect, intake.now)
    intake.facts = intake.facts.after(judged.effects)


def _write(tx: Tx, journal: Journal, intake: _Intake, incarnation: str) -> None:
    store.add(tx, intake.new, intake.now)
    store.settle(tx, intake.resettled, intake.now)
    if intake.end != intake.started_at:
        store.move_chain_end(tx, intake.station.id, incarnation, intake.end)
    effects.write(tx, journal, intake.station, intake.brought, intake.now)
