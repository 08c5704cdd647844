"""Stations that spend vouchers at a central of their own: out of what they hold, telling it by events as they do, and
by asking for each."""

import contextlib
import io
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bench import ahead
from bench.harness import BenchFailed
from bench.stationed import Stationed, opened
from central import feed, issuing, ledger, programmes
from central.awards import Award
from central.clock import text
from central.db import Tx as CentralTx
from central.db import cases, reading, writing
from central.db import ledger as books
from central.opening import Central
from demo.city import City
from kiosk.__main__ import main as kiosk
from kiosk.db.tx import Tx
from kiosk.domain import wire
from kiosk.domain.accounts import Kind
from kiosk.domain.allotments import What
from kiosk.domain.events import Event, JsonBody, Type, Verdict, uuid7
from kiosk.domain.families import Record, dump_record
from kiosk.domain.parts import Part
from kiosk.domain.redeeming import Means
from kiosk.domain.wire import AllotmentsAsk, Batch, Cursor, Pending, PendingAsk, Phase, Wanted
from kiosk.settings import Settings
from kiosk.sync.central import HttpCentral, Identity, identity_of

CENTS = 100
WORTH = 100_000_000  # of each station's voucher, cents, half of it at the station: never spent
HUB = "hub-1"


@dataclass
class Till:
    """A station and the voucher that it spends."""

    station: Stationed
    central: HttpCentral
    identity: Identity
    number: int
    cursor: Cursor
    given: int = 0  # redemptions that central has booked

    @property
    def voucher(self) -> str:
        return f"v{self.number}"

    def paid(self, many: int, each: int) -> list[Batch]:
        """So many redemptions out of what it holds, recorded, in batches of so many, signed."""
        self.station.do(lambda tx: self._record(tx, Means.ALLOTMENT, [""] * many))
        return self.batches(each)

    def batches(self, each: int) -> list[Batch]:
        """What waits at the station."""
        waiting = self._outbox("")
        while found := self._outbox(waiting[-1].header.id if waiting else ""):
            waiting += found
        key = Ed25519PrivateKey.from_private_bytes(self.station.known.private_key)
        return [wire.sign_batch(key, waiting[start : start + each]) for start in range(0, len(waiting), each)]

    def _outbox(self, after: str) -> list[Event]:
        return list(self.station.do(lambda tx: tx.events.outbox(self.station.known.id, wire.BATCH_EVENTS, after)))

    def push(self, batch: Batch) -> None:
        """And look what is new, as in every exchange. Raises BenchFailed."""
        said = self.central.push(batch)
        if {answer.verdict for answer in said.answers} - {Verdict.ACCEPTED}:
            raise BenchFailed(f"not taken: {said.answers[0]}")
        self.given += len(said.answers)
        self.cursor = self.central.feed(self.cursor).to

    def asks(self, many: int) -> list[ahead.Request]:
        """Signed requests that each keep CENTS of the voucher."""
        incarnation = self.station.known.incarnation
        asks = [PendingAsk(Phase.ASK, uuid7(), incarnation, What.VOUCHER, self.voucher, CENTS) for _ in range(many)]
        bodies = [wire.dump_pending(ask) for ask in asks]
        return ahead.signed(self.identity, self.station.clock, "/v1/pending", bodies)

    def kept(self, requests: Sequence[ahead.Request], answers: Sequence[bytes], each: int) -> list[Batch]:
        """What became of them, recorded, in batches of so many, signed. Raises BenchFailed."""
        read = zip(requests, answers, strict=True)
        said = [wire.parse_pending_answer(ahead.content(self.identity, *one)) for one in read]
        if refused := [one.why for one in said if one.state is not Pending.PENDING]:
            raise BenchFailed(f"not kept: {refused[0]}")
        self.station.do(lambda tx: self._record(tx, Means.ONLINE, [one.request for one in said]))
        return self.batches(each)

    def _record(self, tx: Tx, means: Means, requests: Sequence[str]) -> None:
        now = self.station.clock.read()
        for request in requests:
            tx.events.record(self.station.known, Type.REDEEMED, self._redeemed(means, request), now)

    def _redeemed(self, means: Means, request: str) -> JsonBody:
        of = {"voucher": self.voucher, "household": f"home-{self.number}", "person": f"p{self.number}"}
        where = {"activity": "swimming", "provider": "provider-1", "hub": HUB, "session": ""}
        what: JsonBody = {"price": CENTS, "cents": CENTS, "parts": f"city:{CENTS}", "means": means.value, "outage": ""}
        who = {"worker": "", "second": "", "entry": ""}
        return {**of, **where, **what, **who, "redemption": uuid7(), "serial": 0, "request": request, "receipt": 1}


@dataclass
class Tills:
    """As many as the bench wants, of one hub, at one central."""

    city: City
    every: list[Till] = field(default_factory=list)

    def at_once(self, work: Callable[[Till], None]) -> float:
        """Seconds until all have done it. Raises BenchFailed."""
        gate, failed = threading.Barrier(len(self.every) + 1), list[BaseException]()

        def one(till: Till) -> None:
            gate.wait()
            try:
                work(till)
            except Exception as problem:  # noqa: BLE001 - told below
                failed.append(problem)

        threads = [threading.Thread(target=one, args=(till,)) for till in self.every]
        for thread in threads:
            thread.start()
        gate.wait()
        began = time.perf_counter()
        for thread in threads:
            thread.join()
        taken = time.perf_counter() - began
        if failed:
            raise BenchFailed(str(failed[0]))
        return taken

    def check(self) -> None:
        """The books have all of it, once, and nobody has to look at anything. Raises BenchFailed."""
        given = sum(till.given for till in self.every)
        with self.city.opened() as central, reading(central.engine) as tx:
            spent = sum(cents for (kind, _), cents in books.totals(tx).items() if kind is Kind.SPENT)
            trouble = cases.count_open(tx)
        if spent != CENTS * given or trouble:
            raise BenchFailed(f"{spent} cents were booked for {given} redemptions, with {trouble} cases")


@contextmanager
def tills(folder: Path, database: str, count: int) -> Iterator[Tills]:
    """Of so many stations, each with half of a voucher; "" is SQLite."""
    city = City(folder / "central", database=database)
    city.ask("init")
    with city.opened() as central:
        _fund(central, count)
    city.back()
    try:
        with ExitStack() as stack:
            stations = [stack.enter_context(_station(city, folder / f"station-{n}")) for n in range(count)]
            yield Tills(city, [_till(city, station, number) for number, station in enumerate(stations)])
    finally:
        city.cut()


def _fund(central: Central, count: int) -> None:
    """A voucher for each station."""
    now = text(datetime.now(UTC))
    awards = [Award(f"v{n}", "bench", f"home-{n}", (f"p{n}",), (Part("city", WORTH),)) for n in range(count)]
    with writing(central.engine) as tx:
        feed.publish(tx, "provider", "provider-1", {"name": "Piscina di prova"})
        _people(tx, awards)
        ledger.pay(tx, "city", WORTH * count, "bench", now)
        said = issuing.issue(tx, awards, now)
    if not isinstance(said, issuing.Issued):
        raise BenchFailed(f"not issued: {said}")


def _people(tx: CentralTx, awards: list[Award]) -> None:
    programme = {"name": {"it": "Prova"}, "funds": ["city"], "starts": "2026-01-01", "until": "2199-12-31"}
    programmes.publish(tx, {"bench": programme})
    for award in awards:
        member = Record(award.household, {"person": award.people[0], "given": "Nina"})
        feed.publish(tx, "household", award.household, dump_record(Record(award.household, {})), scope=f"desk:{HUB}")
        feed.publish(tx, "member", f"m-{award.voucher}", dump_record(member), scope=f"desk:{HUB}")


@contextmanager
def _station(city: City, folder: Path) -> Iterator[Stationed]:
    ticket, settings = city.ticket(HUB, folder.name, role="desk"), Settings(data=folder)
    asked = ["--data", str(folder), "enrol", "--central", city.url, "--code", ticket.code, "--root", ticket.root]
    with contextlib.redirect_stdout(io.StringIO()) as said:
        failed = kiosk(asked)
    if failed:
        raise BenchFailed(f"enrol: {said.getvalue().strip()}")
    with opened(settings) as station:
        done = station.exchange(station.reach(city.url))
        if done.trouble:
            raise BenchFailed(f"never heard: {done.trouble}")
        yield station


def _till(city: City, station: Stationed, number: int) -> Till:
    central = station.reach(city.url)
    wanted = Wanted(What.VOUCHER, f"v{number}", WORTH // 2)
    said = central.allot(AllotmentsAsk(uuid7(), station.known.incarnation, wanted))
    if said.granted != WORTH // 2:
        raise BenchFailed(f"not granted: {said.why}")
    done = station.exchange(central)
    if done.trouble:
        raise BenchFailed(f"not told: {done.trouble}")
    identity = replace(identity_of(station.known), url=city.url)
    return Till(station, central, identity, number, station.do(lambda tx: tx.syncing.get().cursor))
