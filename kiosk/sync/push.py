"""What waits goes up, in order and in batches; what central lost goes up again.

An event that central cannot take stops no other. It is found by halving its batch, and tried once more without its
body, so that the chain goes on; then it is set aside for a person, with all that is known of it still here. None of
that happens before central was seen, in the same round, to take other events: then the fault is in this one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.events import Event, Verdict
from kiosk.domain.wire import Answers, Restart
from kiosk.sync.central import CentralUnreachable
from kiosk.sync.trip import Trip
from kiosk.usecases.begin_anew import begin_anew

_NOT_TAKEN = ("400", "413", "422")  # it will be refused again, however often it comes
_FAILED = "500"  # may be central's own trouble: it counts once it comes back
FAILURES = 2  # rounds in which central failed at one event alone, before it is the event's fault
SUSPECTS = 3  # events that are refused one after the other; then it is not the events
_FORK = "fork"


@dataclass
class _Walk:
    """One walk through the outbox."""

    trip: Trip
    key: Ed25519PrivateKey
    passed: bool = False  # central took something
    parted: bool = False  # central holds something else in the same place
    suspects: list[tuple[Event, CentralUnreachable]] = field(default_factory=list)
    in_a_row: int = 0
    lost: dict[str, int] = field(default_factory=dict)  # incarnation: what central has of it, less than it said


def push(trip: Trip) -> None:
    """Send all that waits; once more where central holds another chain under a name of ours. Raises CentralUnreachable,
    NotTheWire."""
    if _push(trip):
        _compare(trip)
        if anew := trip.store(begin_anew):
            trip.station = anew
            _push(trip)


def _compare(trip: Trip) -> None:
    """Of a chain that has parted all goes up again: what a central took of it that was restored since, another copy may
    have told otherwise in the meantime. What it does hold it answers as it did."""
    parted = trip.store(lambda tx: tx.branches.parted())
    if put_back(trip, dict.fromkeys(parted, 0)):
        _push(trip)


def _push(trip: Trip) -> bool:
    """Whether central holds another chain."""
    replayed: set[str] = set()
    while True:
        walk = _Walk(trip, Ed25519PrivateKey.from_private_bytes(trip.station.private_key))
        _walk(walk)
        lost = {name: held for name, held in walk.lost.items() if name not in replayed}
        replayed.update(lost)
        if not put_back(trip, lost) and not _set_aside(walk):
            return walk.parted


def put_back(trip: Trip, held: Mapping[str, int]) -> bool:
    """Make what central has lost of these incarnations unanswered again; whether there was anything."""
    count = 0
    for name, high_water in held.items():
        while some := trip.store(lambda tx, n=name, h=high_water: tx.events.put_back(n, h)):  # type: ignore[misc]
            count += some
    trip.count(replayed=count)
    return count > 0


def replay(trip: Trip, restart: Restart) -> None:
    """Central begins anew: what it does not hold of any incarnation goes up again, now."""
    names = trip.store(lambda tx: tx.events.incarnations())
    put_back(trip, {name: restart.high_water.get(name, 0) for name in names})
    push(trip)


def _walk(walk: _Walk) -> None:
    """Through the outbox once; what was answered "later" waits for the next round, behind nothing."""
    trip = walk.trip
    batch, trip.outbox = trip.outbox, None
    if batch is None:
        batch = _batch(trip, "")
    while batch and not walk.lost:
        _deliver(walk, batch)
        batch = _batch(trip, batch[-1].header.id)


def _batch(trip: Trip, after: str) -> list[Event]:
    station = trip.station.id
    return trip.store(lambda tx: tx.events.outbox(station, wire.BATCH_EVENTS, after))


def _deliver(walk: _Walk, events: Sequence[Event]) -> None:
    try:
        answers = _send(walk, events)
    except CentralUnreachable as error:
        if not _is_about_events(walk.trip, error):
            raise
        _look_closer(walk, events, error)
    else:
        _settle(walk, events, answers)


def _send(walk: _Walk, events: Sequence[Event]) -> Answers:
    batch = wire.sign_batch(walk.key, events)
    return walk.trip.ask(lambda: walk.trip.central.push(batch))


def _is_about_events(trip: Trip, error: CentralUnreachable) -> bool:
    """Whether it may be the events that central cannot take; a failure there has to come twice."""
    status = str(error)[:3]
    return status in _NOT_TAKEN or (status == _FAILED and f": {_FAILED}" in trip.state.last_trouble)


def _look_closer(walk: _Walk, events: Sequence[Event], error: CentralUnreachable) -> None:
    if len(events) > 1:
        middle = len(events) // 2
        _deliver(walk, events[:middle])
        _deliver(walk, events[middle:])
        return
    walk.suspects.append((events[0], error))
    walk.in_a_row += 1
    if walk.in_a_row >= SUSPECTS:
        raise error


def _settle(walk: _Walk, events: Sequence[Event], answers: Answers) -> None:
    walk.passed, walk.in_a_row = True, 0
    incarnation, sent = events[0].header.incarnation, {event.header.id for event in events}
    said = [answer for answer in answers.answers if answer.id in sent]  # what was not sent was not answered

    def work(tx: Tx) -> int:
        tx.events.answered(said)
        return tx.events.acknowledged(incarnation)

    if answers.high_water < walk.trip.store(work):
        walk.lost[incarnation] = answers.high_water
    walk.parted = walk.parted or any(answer.reason == _FORK for answer in said)
    verdicts = [answer.verdict for answer in said]
    walk.trip.count(
        pushed=sum(verdict in (Verdict.ACCEPTED, Verdict.DUPLICATE) for verdict in verdicts),
        refused=verdicts.count(Verdict.REFUSED),
        later=verdicts.count(Verdict.LATER),
    )


# --- events that central cannot take --------------------------------------------------------------------------------


def _set_aside(walk: _Walk) -> bool:
    """Set the suspects aside, if it is their fault; whether others may go now that could not."""
    if not walk.suspects:
        return False
    if not walk.passed:
        raise walk.suspects[0][1]  # central takes nothing at all
    convicted = [_convicted(walk, event, error) for event, error in walk.suspects]
    return any(convicted)


def _convicted(walk: _Walk, event: Event, error: CentralUnreachable) -> bool:
    trip, id_, why = walk.trip, event.header.id, str(error)[:3]
    if why == _FAILED and trip.store(lambda tx: tx.events.failed_alone(id_)) < FAILURES:
        trip.note(error)
        return False
    try:
        answers = _send(walk, [replace(event, body=None)])  # what it says stays here; that it was, central learns
        if any(answer.verdict is Verdict.LATER for answer in answers.answers):
            return False  # its turn has not come
    except CentralUnreachable as again:
        if not _is_about_events(trip, again):
            raise
    trip.store(lambda tx: tx.events.set_aside(id_, why))
    trip.count(set_aside=1)
    return True
