"""Planted bugs: a harness is worth nothing until it catches them. Each is one wrong rule in the product's own code."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from typing import Any
from unittest.mock import patch

from central import grants, judge
from central.db import Tx as CentralTx
from central.db import events as event_store
from central.db import streams
from central.judge.values import Judged, refused
from kiosk.db.copying import Copying, Prepared, Unread
from kiosk.db.visits import Visits
from kiosk.domain.wire import Cursor, NotTheWire
from kiosk.sync import apply, pull, push, repair
from kiosk.sync.trip import Trip
from tests.simulation.run import Outcome, run_seed
from tests.simulation.site import Site
from tests.simulation.steps import STEPS
from tests.simulation.value import mutants as of_value

SEEDS = 300

Plant = Callable[[], AbstractContextManager[Any]]


@dataclass(frozen=True)
class Mutant:
    """A bug that the digests would mend is planted where nothing is compared, and then nobody spoils a store either.
    `leans`: what has to happen for it to do harm, and how often."""

    name: str
    plant: Plant
    uncompared: bool = False
    leans: Mapping[str, int] = field(default_factory=dict)


def only(**often: int) -> Mapping[str, int]:
    """These steps and no others: a rare bug is met sooner where nothing else happens."""
    return {**dict.fromkeys(STEPS, 0), **often}


def hunt(site: Site, mutant: Mutant, length: int) -> Outcome | None:
    """The first seed that catches it; None when none of SEEDS does."""
    leaning = {**mutant.leans, **({"spoil": 0} if mutant.uncompared else {})}
    with mutant.plant(), _without_repair() if mutant.uncompared else nullcontext():
        for seed in range(SEEDS):
            outcome = run_seed(site, seed, length, leaning)
            if outcome.violations:
                return outcome
    return None


# --- the station ----------------------------------------------------------------------------------------------------


@contextmanager
def _cursor_before_rows() -> Iterator[None]:
    def write(trip: Trip, records: tuple[Prepared | Unread, ...], cursor: Cursor, total: int) -> None:
        trip.state, trip.unsaved = replace(trip.state, cursor=cursor, total=total), True
        trip.save()
        if records:
            state, moment = trip.state, trip.moment()
            trip.store(lambda tx: tx.copying.write(records, state.copy, moment))
            trip.sums = None

    with patch.object(Trip, "write", write):
        yield


@contextmanager
def _without_repair() -> Iterator[None]:
    """The digests are a second net: here the first one is under test."""
    with patch.object(repair, "compare", lambda trip, last, thorough=False: None):
        yield


def _counted_again() -> AbstractContextManager[Any]:
    return patch.object(Visits, "here", lambda self, day, first, since, persons, serial: None)


def _answered_before_sent() -> AbstractContextManager[Any]:
    sent = push._send

    def send(walk: Any, events: Sequence[Any]) -> Any:
        walk.trip.store(lambda tx: [tx.events.set_aside(event.header.id, "sent") for event in events])
        return sent(walk, events)

    return patch.object(push, "_send", send)


def _no_replay() -> AbstractContextManager[Any]:
    return patch.object(push, "put_back", lambda trip, held: False)


def _no_sweep() -> AbstractContextManager[Any]:
    return patch.object(Copying, "sweep", lambda self, copy, after, kinds=(): None)


def _last_piece_lost() -> AbstractContextManager[Any]:
    cut = apply.cut_up
    return patch.object(apply, "cut_up", lambda records: _all_but_last(cut(records)))


def _all_but_last(pieces: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for piece in pieces:
        yield piece[:-1] if len(piece) > 1 else piece


def _overlay_overwritten() -> AbstractContextManager[Any]:
    """A page of the feed takes away what the desk has just given out."""
    written = Copying.write

    def write(self: Copying, piece: Sequence[Any], copy: int, since: str) -> int:
        self._connection.exec_driver_sql("DELETE FROM bindings")
        return written(self, piece, copy, since)

    return patch.object(Copying, "write", write)


def _bad_record_stops_all() -> AbstractContextManager[Any]:
    prepared = apply.prepare

    def prepare(item: Any, root: bytes) -> Any:
        made = prepared(item, root)
        if made.why:
            raise NotTheWire("a bad record")
        return made

    return patch.object(apply, "prepare", prepare)


def _begins_as_before() -> AbstractContextManager[Any]:
    """After a change of epoch the rows of the copy before pass for new."""
    return patch.object(pull, "_complete", lambda trip: trip.move(first_copy_complete=True, swept=trip.state.copy))


# --- central --------------------------------------------------------------------------------------------------------


@contextmanager
def _one_rev_skipped() -> Iterator[None]:
    seek = streams.own_after
    with patch.object(
        streams, "own_after", lambda scopes, kinds, after, limit: seek(scopes, kinds, after + bool(after), limit)
    ):
        yield


@contextmanager
def _leaving_untold() -> Iterator[None]:
    """Who moves to another hub stays with the old one."""
    own = streams.own

    def without_left(*asked: Any) -> Iterator[Any]:
        return (item for item in own(*asked) if (item.kind, item.state) != ("person", "gone"))

    with patch.object(streams, "own", without_left):
        yield


def _effect_apart() -> AbstractContextManager[Any]:
    """What an event brings about is written after its transaction, and some of it never is."""
    booked = event_store.book_visits
    kept: list[Any] = []

    def book(tx: CentralTx, new: Sequence[Any]) -> None:
        booked(tx, kept)
        kept[:] = new

    return patch.object(event_store, "book_visits", book)


def _green_refused() -> AbstractContextManager[Any]:
    def rule(header: Any, body: Any, facts: Any) -> Judged:
        return refused("too_full")

    return patch.dict(judge._JUDGES, {("arrived", 1): rule})


def _event_taken_twice() -> AbstractContextManager[Any]:
    """No de-duplication: what is sent again is counted again, under a name of its own."""
    booked = event_store.book_visits

    def book(tx: CentralTx, new: Sequence[Any]) -> None:
        booked(tx, [replace(visit, visit=f"{visit.visit}-again") for visit in new])
        booked(tx, new)

    return patch.object(event_store, "book_visits", book)


def _grants_forgotten() -> AbstractContextManager[Any]:
    return patch.object(grants, "forgotten", lambda tx, serials: frozenset())


ALL = (
    Mutant("a spoilt store never repaired", _without_repair),
    Mutant("cursor before rows", _cursor_before_rows, uncompared=True),
    Mutant("a second scan counted", _counted_again),
    Mutant("answered before it was sent", _answered_before_sent),
    Mutant("no replay after a restore", _no_replay),
    Mutant("old copy never swept", _no_sweep, uncompared=True),
    Mutant("a record lost from each piece", _last_piece_lost, uncompared=True),
    Mutant("feed overwrites the overlay", _overlay_overwritten, leans=only(bind=20, grant=15, edit=20, exchange=20)),
    Mutant("one bad record stops all", _bad_record_stops_all),
    Mutant("new copy taken for whole", _begins_as_before, uncompared=True),
    Mutant("a rev skipped", _one_rev_skipped, uncompared=True),
    Mutant("leaving a scope untold", _leaving_untold, uncompared=True),
    Mutant("effect outside the transaction", _effect_apart),
    Mutant("a green event refused", _green_refused),
    Mutant("no de-duplication", _event_taken_twice),
    Mutant(
        "grants forgotten by a restore",
        _grants_forgotten,
        leans=only(grant=10, bind=20, exchange=20, cut=6, mend=4, back_up=4, restore=3),
    ),
    Mutant("a grant applied twice", of_value.a_grant_applied_twice, uncompared=True),
    Mutant("draws forgotten", of_value.draws_forgotten),
    Mutant("purse not counted", of_value.purse_not_counted),
    Mutant("a redemption reversed twice", of_value.reversed_twice),
    Mutant("issued again at lease end", of_value.issued_again_at_lease_end),
    Mutant("a redemption refused", of_value.a_redemption_refused),
    Mutant(
        "granted anew after a restore",
        of_value.granted_anew_after_a_restore,
        leans=only(pay_online=40, exchange=5, night=1, back_up=3, restore=4),
    ),
    Mutant("a pending timed out", of_value.a_pending_timed_out, leans=only(pay_online=20, night=20, exchange=10)),
    Mutant(
        "no incarnation", of_value.rights_outlive_a_fork, leans={"clone": 30, "pay": 30, "night": 30, "exchange": 30}
    ),
)
