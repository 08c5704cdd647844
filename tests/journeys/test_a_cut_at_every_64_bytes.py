"""The line cut once, at every 64 bytes of a first copy and of a push: it always ends well, for one page more at most.

Bytes are counted over the connection, which carries the whole exchange: heads of requests and answers are cut, too.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest

from central import feed
from central.db import reading
from kiosk.clock import Clock
from kiosk.db.store import open_store, read_key
from kiosk.domain import wire
from kiosk.domain.rounds import Round
from kiosk.domain.wire import Answers, Batch, Cursor, Page
from kiosk.settings import Settings
from kiosk.sync.central import CentralUnreachable, HttpCentral, identity_of
from tests.budget import Budget
from tests.central_at import CentralAt
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.recording import arrivals
from tests.kiosk.sync.records import activity
from tests.proxy import Connection, Counts, CutDown, CutUp, FaultProxy
from tests.station import Station, enrolled

STEP = 64
SPREAD = 3 * STEP  # bytes by which two exchanges of the same size may differ: what is random packs differently
Way = type[CutDown] | type[CutUp]
Copy = type[HttpCentral]


class ByFeed(HttpCentral):
    """A central that has no snapshot to give: the catalogue comes page by page."""

    def snapshot(self, folder: Path) -> Path:
        raise CentralUnreachable("503")


class Weighed(Between):
    """Notes what each question and its answer weigh on the line, bytes both ways, and whether it brought nothing."""

    def __init__(self, station: Station, proxy: FaultProxy) -> None:
        super().__init__(station.central)
        self._proxy = proxy
        self.questions: list[Hashable] = []
        self.weights: list[int] = []
        self.idle: set[Hashable] = set()

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        with self._weighing((cursor, tuple(kinds))):
            page = super().feed(cursor, kinds)
        if not page.items:
            self.idle.add(self.questions[-1])
        return page

    def push(self, batch: Batch) -> Answers:
        with self._weighing(batch.events[0].header.id):
            return super().push(batch)

    def snapshot(self, folder: Path) -> Path:
        with self._weighing("snapshot"):
            return super().snapshot(folder)

    @contextmanager
    def _weighing(self, question: Hashable) -> Iterator[None]:
        self.questions.append(question)
        before = self._proxy.counts
        try:
            yield
        finally:
            now = self._proxy.counts
            self.weights.append(now.up_bytes + now.down_bytes - before.up_bytes - before.down_bytes)

    def cost(self) -> "Cost":
        """Without the pages over nothing: a round that was cut is followed by one that looks whether there is more."""
        asked = zip(self.questions, self.weights, strict=True)
        useful = [(what, weight) for what, weight in asked if weight and what not in self.idle]
        times = Counter(what for what, _ in useful)
        return Cost(
            again=sum(times.values()) - len(times),
            exchanges=len(useful),
            bytes=sum(weight for _, weight in useful),
            heaviest=max((weight for what, weight in useful if what != "snapshot"), default=0),
        )


@dataclass(frozen=True)
class Cost:
    """`again`: what was asked for more than once. `heaviest`: a page or a batch, bytes with its head."""

    again: int
    exchanges: int
    bytes: int
    heaviest: int


@dataclass(frozen=True)
class Journey:
    """An exchange that can be done again and again, and what has to be true once it is done."""

    setting_out: Callable[[], AbstractContextManager[Station]]
    arrived: Callable[[Station, list[Round]], None]


def swept(proxy: FaultProxy, journey: Journey, way: Way, budget: Budget | None = None, step: int = STEP) -> int:
    """Cut the journey at every 64 bytes of one way, or every `step`, as far as it goes; how many cuts."""
    proxy.forget()
    with journey.setting_out() as station:
        whole, rounds = travelled(station, proxy)
        length, by_snapshot = proxy.counts, rounds[0].snapshot
        journey.arrived(station, rounds)
    assert (len(rounds), length.connections, whole.again) == (1, 1, 0)
    longest = _along(way, length)
    for cuts, after in enumerate(count(0, step)):
        if budget is not None:
            budget.check(f"{cuts} of about {longest // step} cuts")
        proxy.forget()
        proxy.arm(way(after), Connection())
        with journey.setting_out() as station:
            cost, rounds = travelled(station, proxy)
            if not proxy.fired:
                # its own length, not the first one's: numbers of events grow a digit or two on the way
                short = abs(_along(way, proxy.counts) - after)
                assert short <= max(SPREAD * cost.exchanges, step), "the end was never cut"
                return cuts
            journey.arrived(station, rounds)
        assert cost.again <= 1, f"{way(after)}: more than one page came again"
        assert any(done.snapshot for done in rounds) == by_snapshot, f"{way(after)}: the copy came another way"
        most = whole.bytes + whole.heaviest + SPREAD * cost.exchanges
        assert cost.bytes <= most, f"{way(after)}: more than a page came again"
    raise AssertionError


def _along(way: Way, counts: Counts) -> int:
    """Bytes that went the way that is cut."""
    return counts.down_bytes if way is CutDown else counts.up_bytes


def travelled(station: Station, proxy: FaultProxy) -> tuple[Cost, list[Round]]:
    between = Weighed(station, proxy)
    rounds = until_done(replace(station, central=between))
    return between.cost(), rounds


def until_done(station: Station) -> list[Round]:
    """A round over the line that is cut, and one over the line that is healed."""
    rounds = [station.sync()]
    if rounds[0].trouble:
        rounds.append(station.sync())
    assert rounds[-1].trouble == ""
    return rounds


# --- what travels ---------------------------------------------------------------------------------------------------


@pytest.fixture
def proxy(central: CentralAt) -> Iterator[FaultProxy]:
    with FaultProxy(int(central.url.rpartition(":")[2])) as between:
        central.url = between.url  # whoever is enrolled from now on comes through it
        yield between


@dataclass(frozen=True)
class City:
    central: CentralAt
    proxy: FaultProxy
    settings: Settings
    clock: Clock
    page: int = 4

    def first_copies(self, copy: Copy) -> Journey:
        """Each by a station of its own, the copy of one that was enrolled and no more."""
        self._enrol()

        @contextmanager
        def setting_out() -> Iterator[Station]:
            folder = self.settings.data.with_name("beginner")
            shutil.copytree(self.settings.data, folder)
            with self._station(replace(self.settings, data=folder), copy) as station:
                yield station
            shutil.rmtree(folder)

        return Journey(setting_out, self._has_the_catalogue)

    def pushes(self, events: int) -> Journey:
        """Each of so many new events, by one station that is in sync."""
        self._enrol()
        made: list[str] = []

        @contextmanager
        def setting_out() -> Iterator[Station]:
            with self._station(self.settings, HttpCentral) as station:
                made[:] = arrivals(station, events)
                yield station

        with self._station(self.settings, HttpCentral) as station:
            assert station.sync().trouble == ""
        return Journey(setting_out, lambda station, rounds: self._has_the_events(station, rounds, made))

    def _enrol(self) -> None:
        store = open_store(self.settings.store, read_key(self.settings.key_file))
        enrolled(store, self.central, self.settings, self.clock)
        store.close()

    @contextmanager
    def _station(self, settings: Settings, copy: Copy) -> Iterator[Station]:
        """A start of the kiosk, and so a connection of its own."""
        store = open_store(settings.store, read_key(settings.key_file))
        with store.begin() as tx:
            known = tx.station.get()
        assert known is not None
        line = copy(identity_of(known), self.clock, limit=self.page)
        try:
            yield Station(store, line, settings, self.clock, known.id)
        finally:
            line.close()
            store.close()

    def _has_the_catalogue(self, station: Station, rounds: list[Round]) -> None:
        assert shown(station) == published(self.central)
        assert (rounds[-1].first_copy_complete, rounds[-1].waiting) == (True, 0)
        assert sum(done.repaired for done in rounds) == 0
        self._is_idle(station)

    def _has_the_events(self, station: Station, rounds: list[Round], made: list[str]) -> None:
        """Once at central, and answered once here."""
        incarnation = station.known.incarnation
        last = station.do(lambda tx: tx.events.last(incarnation)).seq
        query = "SELECT id, verdict FROM events WHERE station = ? AND incarnation = ? AND seq > ? ORDER BY seq"
        with reading(self.central.own.engine) as tx:
            held = tx.exec_driver_sql(query, (station.id, incarnation, last - len(made))).all()
            visits = tx.exec_driver_sql("SELECT count(*) FROM visits").scalar_one()
        assert [tuple(row) for row in held] == [(id_, "accepted") for id_ in made]
        assert visits == last
        assert sum(done.pushed for done in rounds) == len(made)
        assert (rounds[-1].waiting, station.do(lambda tx: tx.events.need_a_person())) == (0, 0)
        self._is_idle(station)

    def _is_idle(self, station: Station) -> None:
        again = until_done(station)[-1]
        assert (again.trouble, again.requests, again.pushed, again.pulled) == ("", 1, 0, 0)


Rows = list[tuple[str, str, int, str]]
_ROWS = "SELECT kind, id, v, data FROM records WHERE state = 'live' ORDER BY kind, id"


def shown(station: Station) -> Rows:
    return station.do(lambda tx: [tuple(row) for row in tx.syncing._connection.exec_driver_sql(_ROWS)])


def published(central: CentralAt) -> Rows:
    with reading(central.own.engine) as tx:
        return [tuple(row) for row in tx.exec_driver_sql(_ROWS)]


def catalogue(central: CentralAt, records: int) -> None:
    """So many activities, with words that pack as badly as any; and two people with their cards."""
    words = random.Random(0)
    drafts = [
        feed.Draft("activity", f"a-{number:04}", activity(f"Gioco {words.getrandbits(128):032x}"))
        for number in range(records)
    ]
    with central.writing() as tx:
        feed.publish_all(tx, drafts)
    central.cards("amina", "sara")


@pytest.fixture
def city(central: CentralAt, proxy: FaultProxy, settings: Settings, clock: Clock) -> City:
    return City(central, proxy, settings, clock)


# --- the sweeps -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("copy", [HttpCentral, ByFeed], ids=["snapshot", "feed"])
def test_a_first_copy_whose_answers_are_cut_anywhere_is_whole_for_one_page_more(city: City, copy: Copy) -> None:
    catalogue(city.central, 8)
    assert swept(city.proxy, city.first_copies(copy), CutDown, step=7 * STEP) > 6


@pytest.mark.parametrize("way", [CutUp, CutDown], ids=["events", "answers"])
def test_a_push_that_is_cut_anywhere_brings_each_event_once_for_one_batch_more(
    city: City, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "BATCH_EVENTS", 3)
    assert swept(city.proxy, city.pushes(6), way, step=5 * STEP) > 4


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("way", [CutUp, CutDown], ids=["questions", "answers"])
@pytest.mark.parametrize("copy", [HttpCentral, ByFeed], ids=["snapshot", "feed"])
def test_a_first_copy_of_several_large_pages_survives_a_cut_at_every_64_bytes(
    city: City, copy: Copy, way: Way, budget: Budget
) -> None:
    catalogue(city.central, 400)
    cuts = swept(city.proxy, replace(city, page=80).first_copies(copy), way, budget)
    print(f"{cuts} cuts by {way.__name__}")


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("way", [CutUp, CutDown], ids=["events", "answers"])
def test_a_push_of_several_large_batches_survives_a_cut_at_every_64_bytes(
    city: City, way: Way, monkeypatch: pytest.MonkeyPatch, budget: Budget
) -> None:
    monkeypatch.setattr(wire, "BATCH_EVENTS", 50)
    cuts = swept(city.proxy, city.pushes(150), way, budget)
    print(f"{cuts} cuts by {way.__name__}")
