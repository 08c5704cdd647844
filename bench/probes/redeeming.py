"""Money and places given out at a real store with no network. Arguments: a station's folder, a file with a code a line.

Milliseconds to the commit of each redemption (its receipt signed), of each sign-up, and of a plain scan.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from kiosk.clock import Clock, stamp
from kiosk.db.store import Store, open_store, read_key
from kiosk.db.tx import Tx
from kiosk.domain import codes, keys
from kiosk.domain.codes import Code
from kiosk.domain.pictures import Identified
from kiosk.domain.redeeming import Asker, Payment, Redeemed
from kiosk.domain.signingup import SignedUp, Wanted
from kiosk.domain.signups import State
from kiosk.domain.wire import Item
from kiosk.settings import Settings
from kiosk.sync.apply import prepare_record
from kiosk.usecases.arrive import arrive
from kiosk.usecases.redeem import redeem
from kiosk.usecases.sign_up import sign_up

T = TypeVar("T")
TIMES = 150
FAMILIES = 30  # each redeems a few times, and no more often than it may ask for a place a day
CENTS = 100


class Hub:
    def __init__(self, store: Store) -> None:
        self._store, self.clock = store, Clock()
        self.clock.anchor(datetime.now(UTC), self.clock.boot(), self.clock.boot())
        known = self.do(lambda tx: tx.station.get())
        assert known is not None
        self.known = known
        self._keys = keys.open_list(known.key_list, known.root_public)

    def do(self, work: Callable[[Tx], T]) -> T:
        with self._store.begin() as tx:
            return work(tx)

    def copy(self, items: Iterator[Item]) -> None:
        rows = [prepare_record(item, self.known.root_public) for item in items]
        self.do(lambda tx: tx.copying.write(rows, 1, ""))

    def scan(self, code: str) -> float:
        scanned = codes.read(code.encode(), self._keys)
        assert isinstance(scanned, Code)
        return _timed(lambda: self.do(lambda tx: arrive(tx, scanned, self.clock.read())))[1]

    def pay(self, number: int) -> float:
        family = number % FAMILIES
        payment = Payment(f"home-{family}", f"adult-{family}", "swimming", CENTS, f"free-{number}")
        asker = Asker(Identified(f"adult-{family}", f"home-{family}"))
        now = self.clock.read()
        done, taken = _timed(lambda: self.do(lambda tx: redeem(tx, [f"voucher-{family}"], payment, asker, now)))
        assert isinstance(done, Redeemed), done
        return taken

    def join(self, number: int) -> float:
        family = number % FAMILIES
        wanted = Wanted(f"home-{family}", f"adult-{family}", (f"session-{number // FAMILIES}",))
        asker = Asker(Identified(f"adult-{family}", f"home-{family}"))
        now = self.clock.read()
        done, taken = _timed(lambda: self.do(lambda tx: sign_up(tx, wanted, asker, now)))
        assert isinstance(done, SignedUp), done
        assert done.state is State.CONFIRMED
        return taken


def _records(hub: Hub) -> Iterator[Item]:
    now = hub.clock.read().at
    programme = {"name": {"it": "Prova"}, "funds": ["city"], "starts": "2026-01-01", "until": "2199-12-31"}
    yield _item("programme", "prova", programme)
    costs = {"provider": "piscina", "category": "sport", "price_cents": CENTS, "voucher": True}
    yield _item("activity", "swimming", {"title": {"it": "Nuoto"}, **costs})
    for number in range(-(-TIMES // FAMILIES)):
        begins = now + timedelta(days=1, hours=2 * number)
        when = {"starts": begins.isoformat(), "ends": (begins + timedelta(hours=1)).isoformat()}
        yield _item("session", f"session-{number}", {"activity": "swimming", **when, "capacity": FAMILIES})
        yield _allotment(hub, f"session-{number}", "session", "", FAMILIES)
    for number in range(FAMILIES):
        grown = {"household": f"home-{number}", "first_name": "Sara", "creature": "fox", "band": "adult"}
        yield _item("person", f"adult-{number}", {**grown, "way": "on_their_own"})
        held = {"programme": "prova", "household": f"home-{number}", "people": [f"adult-{number}"], "state": "live"}
        yield _item("voucher", f"voucher-{number}", {**held, "worth": 10_000, "left": 10_000})
        yield _allotment(hub, f"voucher-{number}", "voucher", "city", 10_000)
    yield _item("lease", hub.known.id, {"until": stamp(now + timedelta(days=35)), "frozen": False})


def _allotment(hub: Hub, of: str, what: str, fund: str, amount: int) -> Item:
    said = {"of": of, "what": what, "parts": [[fund, amount]], "to": hub.known.incarnation, "back": 0}
    return _item("allotment", f"{of}@{hub.known.id}", said)


def _item(kind: str, id_: str, data: Mapping[str, Any]) -> Item:
    return Item(kind, id_, 1, "live", 1, json.dumps(data))


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.perf_counter()
    done = work()
    return done, (time.perf_counter() - started) * 1000


def main(data: str, deck: str) -> None:
    settings = Settings(data=Path(data))
    store = open_store(settings.store, read_key(settings.key_file))
    hub = Hub(store)
    hub.copy(_records(hub))
    codes_ = Path(deck).read_text().split()
    said = {
        "plain": [hub.scan(code) for code in codes_[:TIMES]],
        "redeem": [hub.pay(number) for number in range(TIMES)],
        "sign_up": [hub.join(number) for number in range(TIMES)],
    }
    store.close()
    print(json.dumps(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
