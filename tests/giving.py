"""A station that gives for real, out of what central granted in its own books: deed by deed, each acknowledged once it
is on disk. What must hold of its store afterwards is in tests.given.

A deed is one line, `pay NAME`, `reverse EVENT`, `join NAME` or `cancel SIGNUP`; NAME is what only this deed is about.
Its answer is one word: `paid:EVENT`, `reversed:EVENT`, `joined:SIGNUP`, `cancelled:SIGNUP`; `before` for what was taken
back in a life that ended before it could say so.
"""

from collections.abc import Callable, Sequence
from random import Random

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.redeeming import Asker, Because, Payment, Redeemed
from kiosk.domain.signingup import Moved, No, NotSigned, SignedUp, Wanted
from kiosk.domain.signups import State
from kiosk.domain.workers import Entered, Role, Worker
from kiosk.usecases.change_sign_up import cancel_sign_up
from kiosk.usecases.redeem import redeem
from kiosk.usecases.reverse_redemption import NotReversed, Reversed, reverse_redemption
from kiosk.usecases.sign_up import sign_up

HOUSEHOLD, VOUCHER, SESSION = "household-1", "v1", "s1"
CENTS = 150
WORKER = "worker-1"
BEFORE = "before"


def do(tx: Tx, deed: str, now: Reading) -> str:
    """The answer, which is true once the transaction is committed."""
    verb, _, about = deed.partition(" ")
    return _VERBS[verb](tx, about, now)


def _pay(tx: Tx, name: str, now: Reading) -> str:
    payment = Payment(HOUSEHOLD, "amina", "swimming", CENTS, name)
    done = redeem(tx, [VOUCHER], payment, _at_desk(), now)
    assert isinstance(done, Redeemed), done
    return f"paid:{done.given[0].event}"


def _reverse(tx: Tx, event: str, now: Reading) -> str:
    done = reverse_redemption(tx, _entered(), event, Because.MISTAKE, now)
    assert isinstance(done, Reversed) or done is NotReversed.ALREADY, done
    return f"reversed:{event}" if isinstance(done, Reversed) else BEFORE


def _join(tx: Tx, name: str, now: Reading) -> str:
    done = sign_up(tx, Wanted(HOUSEHOLD, name, (SESSION,)), _at_desk(), now)
    assert isinstance(done, SignedUp), done
    assert done.state is State.CONFIRMED
    return f"joined:{done.signups[0]}"


def _cancel(tx: Tx, signup: str, now: Reading) -> str:
    done = cancel_sign_up(tx, signup, _at_desk(), now)
    assert isinstance(done, Moved) or done == NotSigned(No.NOT_SO), done
    return f"cancelled:{signup}" if isinstance(done, Moved) else BEFORE


_VERBS: dict[str, Callable[[Tx, str, Reading], str]] = {
    "pay": _pay,
    "reverse": _reverse,
    "join": _join,
    "cancel": _cancel,
}


def _entered() -> Entered:
    return Entered(Worker(WORKER, "Ada Prova", frozenset({Role.COORDINATOR}), 0), "entry")


def _at_desk() -> Asker:
    return Asker(worker=_entered())


class Stands:
    """What was acknowledged: what was given, what was taken back, and what stands of it."""

    def __init__(self, told: Sequence[str]) -> None:
        by_verb: dict[str, list[str]] = {}
        for one in told:
            verb, _, about = one.partition(":")
            by_verb.setdefault(verb, []).append(about)
        self.paid, self.reversed = by_verb.get("paid", []), by_verb.get("reversed", [])
        self.joined, self.cancelled = by_verb.get("joined", []), by_verb.get("cancelled", [])


def some(chance: Random, count: int, told: Sequence[str]) -> list[str]:
    """Deeds that may all be done: what is taken back was acknowledged, and stands as far as anybody was told."""
    stands, deeds = Stands(told), list[str]()
    back = {
        "reverse": sorted(set(stands.paid).difference(stands.reversed)),
        "cancel": sorted(set(stands.joined).difference(stands.cancelled)),
    }
    for verb in chance.choices(["pay", "reverse", "join", "cancel"], [6, 2, 3, 1], k=count):
        if verb not in back:
            deeds.append(f"{verb} name-{chance.getrandbits(64):x}")
        elif back[verb]:
            deeds.append(f"{verb} {back[verb].pop(chance.randrange(len(back[verb])))}")
    return deeds
