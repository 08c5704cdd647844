"""A worker enters by card and PIN; who did so today switches by PIN, or by card while somebody is at the desk.

The PIN is tried in a job: `enter` is run outside the store thread, and its two transactions do not hold while Argon2
works. Each try is charged in the first and given back in the second, so that pulling the plug in between spares nobody.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from kiosk.clock import Clock, Reading, stamp
from kiosk.db.trail import Entry
from kiosk.db.tx import Tx
from kiosk.domain import verifiers, waits
from kiosk.domain.codes import Code, Kind, NotACode
from kiosk.domain.events import JsonBody, Type
from kiosk.domain.waits import Instant
from kiosk.domain.workers import Account, AskPin, Entered, Face, How, NotEntered, NotIn, Wait, Worker, WrongPin

T = TypeVar("T")


class InOne(Protocol):
    """Runs work in one transaction of its own, on the store thread, and waits for it."""

    def __call__(self, work: Callable[[Tx], T]) -> T: ...


def show_card(tx: Tx, scanned: Code | NotACode, now: Reading) -> AskPin | NotIn:
    """A worker's card was scanned."""
    account = _of_card(tx, scanned, now)
    return account if isinstance(account, NotIn) else AskPin(account.worker, How.CARD_AND_PIN)


def pick(tx: Tx, worker: str, now: Reading) -> AskPin | NotIn:
    """A worker's name was tapped: a PIN is enough for one who entered by card and PIN here today."""
    account = _usable(tx.workers.get(worker))
    if isinstance(account, NotIn):
        return account
    if not _entered_today(tx, worker, now):
        return NotIn(NotEntered.CARD_FIRST)
    return AskPin(account.worker, How.PIN)


def colleagues(tx: Tx, now: Reading) -> list[Worker]:
    """Whom `pick` takes: those to offer for a quick switch, by name."""
    return [one for one in tx.workers.every() if not one.revoked and _entered_today(tx, one.id, now)]


def switch(tx: Tx, scanned: Code | NotACode, face: Face, now: Reading) -> Entered | NotIn:
    """A colleague's card alone, while somebody is at the desk and it is not locked: who asks sees to that."""
    account = _of_card(tx, scanned, now)
    if isinstance(account, NotIn):
        return account
    if not _entered_today(tx, account.worker.id, now):
        return NotIn(NotEntered.CARD_FIRST)
    return _let_in(tx, account.worker, How.CARD, face, now)


def enter(
    in_one: InOne,
    asked: AskPin,
    pin: str,
    face: Face,
    clock: Clock,
    holds: Callable[[str, str], bool] = verifiers.holds,
) -> Entered | WrongPin | Wait | NotIn:
    """Try a PIN. Run it in a job: never on the GUI thread, nor on the store thread."""
    charged = in_one(lambda tx: _charge(tx, asked.worker.id, instant(clock)))
    if not isinstance(charged, Account):
        return charged
    if holds(charged.verifier, pin):
        return in_one(lambda tx: _right(tx, charged, asked.how, face, clock.read()))
    return in_one(lambda tx: _wrong(tx, asked.worker.id))


def instant(clock: Clock) -> Instant:
    """What the clock knows that cannot be lied about."""
    certain = clock.certain()
    return Instant(clock.this_boot(), clock.boot(), certain.earliest, certain.latest)


def _charge(tx: Tx, worker: str, now: Instant) -> Account | Wait | NotIn:
    account = _usable(tx.workers.get(worker))
    if isinstance(account, NotIn):
        return account
    held = tx.workers.tries(worker)
    if held is not None:
        held = waits.carried(held, now)
        tx.workers.note(worker, held)
        if held.owed > 0:
            return Wait(held.owed)
    tx.workers.note(worker, waits.charged(held, now))
    return account


def _right(tx: Tx, tried: Account, how: How, face: Face, now: Reading) -> Entered | NotIn:
    """The PIN held. What was changed or revoked meanwhile counts."""
    account = _usable(tx.workers.get(tried.worker.id))
    if isinstance(account, NotIn):
        return account
    if account.verifier != tried.verifier:
        return NotIn(NotEntered.NO_PIN)
    tx.workers.forgive(account.worker.id)
    return _let_in(tx, account.worker, how, face, now)


def _wrong(tx: Tx, worker: str) -> WrongPin:
    tries = tx.workers.tries(worker)
    return WrongPin(tries.owed if tries else 0.0)


def _let_in(tx: Tx, worker: Worker, how: How, face: Face, now: Reading) -> Entered | NotIn:
    station = tx.station.get()
    if station is None:
        return NotIn(NotEntered.NOT_ENROLLED)
    content: JsonBody = {"worker": worker.id, "serial": worker.serial, "how": how.value, "face": face.value}
    event = tx.events.record(station, Type.ENTERED, content, now)
    tx.trail.entered(Entry(event, worker.id, how.value, face.value, stamp(now.at), now.day().isoformat()))
    return Entered(worker, event)


def _of_card(tx: Tx, scanned: Code | NotACode, now: Reading) -> Account | NotIn:
    if isinstance(scanned, NotACode):
        return NotIn(NotEntered.NOT_A_CODE)
    if scanned.kind is not Kind.WORKER:
        return NotIn(NotEntered.WRONG_KIND)
    if scanned.expires < now.day():
        return NotIn(NotEntered.EXPIRED)
    if tx.cards.about(scanned.serial).revoked:
        return NotIn(NotEntered.REVOKED)
    return _usable(tx.workers.of_card(scanned.serial))


def _usable(account: Account | None) -> Account | NotIn:
    if account is None:
        return NotIn(NotEntered.UNKNOWN)
    if account.worker.revoked:
        return NotIn(NotEntered.REVOKED)
    return account if account.verifier else NotIn(NotEntered.NO_PIN)


def _entered_today(tx: Tx, worker: str, now: Reading) -> bool:
    return tx.trail.entered_on(now.day().isoformat(), worker, How.CARD_AND_PIN)
