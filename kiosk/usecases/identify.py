"""Who holds a card says so by three pictures or a PIN. Checking in never needs it.

As with workers a try is charged before Argon2 works, in a job, and given back when it was right. Three wrong ones of a
card at this station on one day: ask at the desk.
"""

from collections.abc import Callable, Sequence

from kiosk.clock import Clock
from kiosk.db.tx import Tx
from kiosk.domain import pictures, verifiers
from kiosk.domain.people import Binding
from kiosk.domain.pictures import (
    TRIES_A_DAY,
    AskAtTheDesk,
    Identified,
    NotIdentified,
    Question,
    Secret,
    Wrong,
    WrongAnswer,
)
from kiosk.usecases.enter import InOne

__all__ = ["AskAtTheDesk", "Identified", "Question", "WrongAnswer", "identify", "question"]


def question(tx: Tx, serial: int, clock: Clock) -> Question | AskAtTheDesk:
    known = _known(tx, serial)
    if isinstance(known, AskAtTheDesk):
        return known
    left = TRIES_A_DAY - pictures.wrong_on(tx.secrets.wrong(serial), clock.read().day()).count
    return Question(known[1].means, left) if left > 0 else AskAtTheDesk(NotIdentified.TRIED_OUT)


def identify(
    in_one: InOne,
    serial: int,
    answer: Sequence[str] | str,
    clock: Clock,
    holds: Callable[[str, str], bool] = verifiers.holds,
) -> Identified | WrongAnswer | AskAtTheDesk:
    """Try three pictures (their names, in order) or a PIN (its digits). Run it in a job, as `enter`."""
    charged = in_one(lambda tx: _charge(tx, serial, clock))
    if isinstance(charged, AskAtTheDesk):
        return charged
    binding, secret, wrong = charged
    said = pictures.pin(answer) if isinstance(answer, str) else pictures.three(answer)
    if said is not None and holds(secret.verifier, said):
        in_one(lambda tx: _give_back(tx, serial, wrong))
        return Identified(binding.person, binding.household)
    left = TRIES_A_DAY - wrong.count
    return WrongAnswer(left) if left > 0 else AskAtTheDesk(NotIdentified.TRIED_OUT)


def _known(tx: Tx, serial: int) -> tuple[Binding, Secret] | AskAtTheDesk:
    about = tx.cards.about(serial)
    if about.revoked:
        return AskAtTheDesk(NotIdentified.DEAD)
    if about.binding is None:
        return AskAtTheDesk(NotIdentified.UNKNOWN)
    if not about.binding.live:
        return AskAtTheDesk(NotIdentified.DEAD)
    secret = tx.secrets.of(about.binding.person, about.binding.household)
    return AskAtTheDesk(NotIdentified.NOT_SET) if secret is None else (about.binding, secret)


def _charge(tx: Tx, serial: int, clock: Clock) -> tuple[Binding, Secret, Wrong] | AskAtTheDesk:
    known = _known(tx, serial)
    if isinstance(known, AskAtTheDesk):
        return known
    before = pictures.wrong_on(tx.secrets.wrong(serial), clock.read().day())
    if before.count >= TRIES_A_DAY:
        return AskAtTheDesk(NotIdentified.TRIED_OUT)
    wrong = Wrong(before.day, before.count + 1)
    tx.secrets.note(serial, wrong)
    return (*known, wrong)


def _give_back(tx: Tx, serial: int, charged: Wrong) -> None:
    """Only what this try was charged: wrong ones of the day stay. After midnight, or a reset, there is nothing."""
    held = tx.secrets.wrong(serial)
    if held is not None and held.day == charged.day and held.count > 0:
        tx.secrets.note(serial, Wrong(held.day, held.count - 1))
