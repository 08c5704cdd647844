"""One round with central, in plain calls: push what waits, record the verdicts, pull, apply.

The push comes first, so that a page that cannot be read never holds back what people did. `store` runs a function in a
transaction on the store thread and waits for it; no transaction is open while the network is asked.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.clock import Clock, stamp
from kiosk.db.station import Station
from kiosk.db.syncing import SyncState
from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.events import Event, Verdict
from kiosk.domain.rounds import Progress, Round
from kiosk.domain.wire import Answers, NotTheWire, Page
from kiosk.sync.apply import apply, chunks
from kiosk.sync.central import Central, CentralUnreachable, NoConnection

T = TypeVar("T")


class StoreRunner(Protocol):
    def __call__(self, work: Callable[[Tx], T], /) -> T: ...


def exchange_once(
    store: StoreRunner, central: Central, clock: Clock, progress: Callable[[Progress], None] = lambda _: None
) -> Round:
    """One whole round. Trouble on the way is a value in the Round; StoreUnavailable passes through."""
    done, connected = _guarded(Round(), lambda: _push(store, central))
    if connected:  # a failed push never holds back the pull
        done, _ = _guarded(done, lambda: _pull(store, central, progress))
    return store(lambda tx: _concluded(tx, done, stamp(clock.read().at)))


def _concluded(tx: Tx, done: Round, moment: str) -> Round:
    """The round with what is true after it; a good one is noted."""
    if not done.trouble:
        tx.syncing.move(last_good_at=moment)
    return replace(done, waiting=tx.events.waiting(), first_copy_complete=tx.syncing.get().first_copy_complete)


def _guarded(before: Round, step: Callable[[], Round]) -> tuple[Round, bool]:
    """The round with what the step added, and whether central's machine was there at all."""
    try:
        return _sum(before, step()), True
    except NoConnection as error:
        return replace(before, trouble=f"NoConnection: {error}"), False
    except CentralUnreachable as error:
        return replace(before, trouble=f"{type(error).__name__}: {error}", retry_after=error.retry_after), True
    except NotTheWire as error:
        return replace(before, trouble=f"NotTheWire: {error}"), True


def _sum(before: Round, after: Round) -> Round:
    return replace(
        before,
        pushed=before.pushed + after.pushed,
        refused=before.refused + after.refused,
        later=before.later + after.later,
        pulled=before.pulled + after.pulled,
        requests=before.requests + after.requests,
    )


def _push(store: StoreRunner, central: Central) -> Round:
    station = _enrolled(store)
    key = Ed25519PrivateKey.from_private_bytes(station.private_key)
    done, after = Round(), ""
    while events := _outbox(store, station, after):
        answers = central.push(wire.sign_batch(key, events))
        _answered(store, answers)
        done = _counted(done, answers)
        after = events[-1].header.id  # what was answered "later" waits for the next round, behind nothing
    return done


def _outbox(store: StoreRunner, station: Station, after: str) -> list[Event]:
    return store(lambda tx: tx.events.outbox(station.id, wire.BATCH_EVENTS, after))


def _answered(store: StoreRunner, answers: Answers) -> None:
    store(lambda tx: tx.events.answered(answers.answers))


def _counted(done: Round, answers: Answers) -> Round:
    verdicts = [answer.verdict for answer in answers.answers]
    return replace(
        done,
        pushed=done.pushed + sum(verdict in (Verdict.ACCEPTED, Verdict.DUPLICATE) for verdict in verdicts),
        refused=done.refused + verdicts.count(Verdict.REFUSED),
        later=done.later + verdicts.count(Verdict.LATER),
        requests=done.requests + 1,
    )


def _pull(store: StoreRunner, central: Central, progress: Callable[[Progress], None]) -> Round:
    state: SyncState = store(lambda tx: tx.syncing.get())
    done, more, cursor = Round(), True, state.cursor
    while more:
        page = central.feed(cursor)
        if page.items or page.to != state.cursor or not state.first_copy_complete:
            _write(store, page, state, progress)
        done = replace(done, pulled=done.pulled + len(page.items), requests=done.requests + 1)
        more, cursor = page.more, page.to
    return done


def _write(store: StoreRunner, page: Page, before: SyncState, progress: Callable[[Progress], None]) -> None:
    complete, total = before.first_copy_complete, page.total or before.total  # an empty page counts nothing
    for piece, cursor in chunks(page):
        finished = complete or (not page.more and cursor == page.to and not piece)

        def write(tx: Tx, piece: Any = piece, cursor: Any = cursor, finished: bool = finished) -> int:
            apply(tx, piece, page.server_time)
            tx.syncing.move(
                epoch=cursor.epoch,
                rev=cursor.rev,
                revoked=cursor.revoked,
                total=total,
                first_copy_complete=finished,
            )
            return tx.syncing.records() if not complete else total

        progress(Progress(store(write), total, finished))


def _enrolled(store: StoreRunner) -> Station:
    station = store(lambda tx: tx.station.get())
    if station is None:
        raise CentralUnreachable("not enrolled")
    return station
