"""Central comes back from a backup two days old, while three stations worked on: all of it is there again, once.

What only central had since the backup (an edit of its catalogue, a grant) is lost with it: every station goes back to
what the restored central says.
"""

import shutil
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest

from central import feed, upkeep, witness
from central.db import cases, reading
from central.opening import open_central
from kiosk.db.store import open_store, read_key
from kiosk.domain import codes, keys, wire
from kiosk.domain.rounds import Round
from kiosk.domain.visits import Undone, Welcomed
from kiosk.field import audit
from kiosk.settings import Settings
from kiosk.usecases.arrive import undo_arrival
from kiosk.usecases.bind_card import Bound, bind_card
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.sync.recording import verdicts
from tests.kiosk.sync.records import activity
from tests.kiosk.sync.test_pull import back_up
from tests.proxy import CutDown, CutUp, FaultProxy, Request
from tests.station import Station, enrolled

A_DAY = 86_400.0  # seconds
HUBS = ("hub-1", "hub-1", "hub-2")  # of the three stations
PEOPLE = 3  # who come to each station every day
CUTS = (CutUp(300), *(pytest.param(cut, marks=pytest.mark.long) for cut in (CutDown(), CutDown(100))))
BATCH = 4  # events, so that a replay takes several
LOOKED_AT = (
    1  # the last event that central says it holds; once more where a push told of the restore before the feed did
)


@dataclass(frozen=True)
class Given:
    """A card that was handed out."""

    station: int
    serial: int
    person: str
    forgotten: bool  # granted after the backup


@dataclass
class Town:
    central: CentralAt
    proxy: FaultProxy
    clock: ToldClock
    stations: list[Station]
    backup: Path
    cards: list[dict[str, str]] = field(default_factory=list)  # of each station's people: person -> code
    blanks: list[dict[int, str]] = field(default_factory=list)  # granted to each station before the backup
    granted: set[int] = field(default_factory=set)  # serials, ever
    given: list[Given] = field(default_factory=list)
    restored: int = 0

    # --- days -----------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """The day before: everybody knows what there is, and a backup is made in the evening."""
        for name in ("stays", "changes", "goes"):
            self.central.publish("activity", name, activity("Palla"))
        for number, hub in enumerate(HUBS):
            people = [f"person-{number}-{one}" for one in range(PEOPLE)]
            self.cards.append(self.central.cards(*people, hub=hub))
            self.blanks.append(self.grant(number, 2))
        self.evening(self.stations)
        for number in range(len(HUBS)):
            self.visits(number)
        self.evening(self.stations)
        self.backup = back_up(self.central, self.backup)

    def day(self, day: int) -> None:
        """Central edits its catalogue and grants; people come, change their minds, and get cards."""
        self.clock.pass_(A_DAY)
        self.central.publish("activity", f"new-{day}", activity("Corda"))
        self.central.publish("activity", "changes", activity(f"Palla {day}"))
        self.central.withdraw("activity", "goes")
        fresh = [self.grant(number, 2) for number in range(len(HUBS))]
        self.evening(self.stations)
        for number in range(len(HUBS)):
            self.visits(number)
            self._give(number, self.blanks[number].popitem(), f"newcomer-{number}-{day}", forgotten=False)
            self._give(number, fresh[number].popitem(), f"late-{number}-{day}", forgotten=not self.restored)

    def two_days(self) -> int:
        """How many events wait at the last station, which was not in sync on the second evening."""
        self.day(1)
        self.evening(self.stations)
        self.day(2)
        self.evening(self.stations[:-1])
        return self.stations[-1].do(lambda tx: tx.events.waiting())

    def evening(self, stations: list[Station]) -> None:
        for station in stations:
            assert station.sync().trouble == ""

    def visits(self, number: int) -> None:
        """All its people, and the last of them takes it back."""
        station = self.stations[number]
        said = [station.scan(code) for code in self.cards[number].values()]
        came = [one.visit for one in said if isinstance(one, Welcomed)]
        assert len(came) == PEOPLE
        assert isinstance(station.do(lambda tx: undo_arrival(tx, came[-1], station.clock.read())), Undone)

    def grant(self, number: int, many: int) -> dict[int, str]:
        """Never a serial that was granted before."""
        blanks = self.central.grant(self.stations[number].id, many)
        assert not self.granted & blanks.keys()
        self.granted |= blanks.keys()
        return blanks

    def _give(self, number: int, blank: tuple[int, str], person: str, *, forgotten: bool) -> None:
        station, (serial, code) = self.stations[number], blank
        scanned = codes.read(code, keys.open_list(station.known.key_list, station.known.root_public))
        said = station.do(lambda tx: bind_card(tx, scanned, person, f"of-{person}", station.clock.read()))
        assert said == Bound(serial, person)
        self.given.append(Given(number, serial, person, forgotten))

    # --- the restore ----------------------------------------------------------------------------------------------

    def restore(self, *, elsewhere: bool = False) -> None:
        """Put the backup in the place of the database. Elsewhere, a person has to say what it is."""
        self.central.cut()
        self.central.own.close()
        settings = self.central._settings
        folder = settings.folder()
        for file in folder.glob("central.db*"):
            file.unlink()
        shutil.copy(self.backup, folder / "central.db")
        if elsewhere:
            (folder / witness.FILE).unlink()
            assert upkeep.restored(settings, Namespace()) == 0
        self.central.own = open_central(settings)
        self.central.back()
        self.restored += 1

    def return_of(self, stations: list[Station]) -> list[Round]:
        """Each has its rounds until one goes through: the sums of what they did."""
        return [_sum(until_done(station)) for station in stations]

    # --- for whoever checks ---------------------------------------------------------------------------------------

    def lost(self) -> list[int]:
        """How many events of each station central answered, and does not hold."""
        answered = [sum(said is not None for said in verdicts(station).values()) for station in self.stations]
        return [known - self.held(station) for known, station in zip(answered, self.stations, strict=True)]

    def held(self, station: Station) -> int:
        with reading(self.central.own.engine) as tx:
            query = "SELECT count(*) FROM events WHERE station = ?"
            return int(tx.exec_driver_sql(query, (station.id,)).scalar_one())

    def check(self) -> None:
        """Nothing is lost, nothing is there twice, and all agree."""
        for _ in range(2):  # what comes up from one station goes down to the next
            self.evening(self.stations)
        self._events()
        self._visits()
        self._cards()
        for station, hub in zip(self.stations, HUBS, strict=True):
            assert shown(station) == published(self.central, ("public", f"hub:{hub}", f"station:{station.id}"))
            again = station.sync()
            assert (again.trouble, again.requests, again.pushed, again.replayed) == ("", 1, 0, 0)

    def _events(self) -> None:
        with reading(self.central.own.engine) as tx:
            rows = tx.exec_driver_sql("SELECT station, id, verdict FROM events ORDER BY station, id").all()
        here = {(station.id, id_, said) for station in self.stations for id_, said in verdicts(station).items()}
        assert [tuple(row) for row in rows] == sorted(here)
        assert {said for _, _, said in here} == {"accepted"}
        assert all(station.do(audit.verify).broken is None for station in self.stations)

    def _visits(self) -> None:
        query = (
            "SELECT v.station, v.visit, u.visit IS NOT NULL FROM visits v "
            "LEFT JOIN undone_visits u ON u.station = v.station AND u.visit = v.visit ORDER BY v.station, v.visit"
        )
        with reading(self.central.own.engine) as tx:
            rows = [tuple(row) for row in tx.exec_driver_sql(query)]
        assert rows == sorted((station.id, *row) for station in self.stations for row in stays(station))

    def _cards(self) -> None:
        with reading(self.central.own.engine) as tx:
            owners = {int(id_): data["person"] for id_, data in feed.live(tx, "card")}
            opened = sorted(case.kind for case in cases.still_open(tx))
        for one in self.given:
            binding = self.stations[one.station].do(lambda tx, serial=one.serial: tx.cards.binding(serial))  # type: ignore[misc]
            assert binding is not None
            assert owners[one.serial] == binding.person == one.person
        assert opened == ["blank_forgotten"] * sum(one.forgotten for one in self.given) + ["restored"]


def until_done(station: Station) -> list[Round]:
    """The line may be cut once."""
    rounds = [station.sync()]
    if rounds[0].trouble:
        rounds.append(station.sync())
    assert (rounds[-1].trouble, rounds[-1].waiting) == ("", 0)
    return rounds


def _sum(rounds: list[Round]) -> Round:
    return replace(
        rounds[-1],
        pushed=sum(done.pushed for done in rounds),
        replayed=sum(done.replayed for done in rounds),
        repaired=sum(done.repaired for done in rounds),
        restarted=any(done.restarted for done in rounds),
    )


def stays(station: Station) -> list[tuple[str, int]]:
    """Visits here, and whether they were taken back."""
    query = "SELECT id, undone_by IS NOT NULL FROM visits"
    return station.do(lambda tx: [(row[0], row[1]) for row in tx.syncing._connection.exec_driver_sql(query)])


Rows = list[tuple[str, str, int, str]]


def shown(station: Station) -> Rows:
    query = "SELECT kind, id, v, data FROM records WHERE state = 'live' ORDER BY kind, id"
    return station.do(lambda tx: [tuple(row) for row in tx.syncing._connection.exec_driver_sql(query)])


def published(central: CentralAt, scopes: tuple[str, ...]) -> Rows:
    query = "SELECT kind, id, v, data, scope FROM records WHERE state = 'live' ORDER BY kind, id"
    with reading(central.own.engine) as tx:
        return [tuple(row)[:4] for row in tx.exec_driver_sql(query) if row.scope in scopes]


@pytest.fixture
def town(
    central: CentralAt, clock: ToldClock, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Town]:
    """Three stations behind one line, the evening before the two days."""
    monkeypatch.setattr(wire, "BATCH_EVENTS", BATCH)
    with FaultProxy(int(central.url.rpartition(":")[2])) as proxy, ExitStack() as stores:
        central.url = proxy.url  # whoever is enrolled now comes through it
        stations = []
        for number, hub in enumerate(HUBS):
            settings = Settings(data=shutil.copytree(made_store, tmp_path / f"station-{number}"), full_screen=False)
            store = open_store(settings.store, read_key(settings.key_file))
            stores.callback(store.close)
            stations.append(enrolled(store, central, settings, clock, hub))
        here = Town(central, proxy, clock, stations, tmp_path)
        here.open()
        yield here


@pytest.mark.parametrize("elsewhere", [False, True], ids=["in its own folder", "elsewhere"])
def test_two_days_of_three_stations_come_back_and_are_confirmed_once(town: Town, *, elsewhere: bool) -> None:
    waiting = town.two_days()
    town.restore(elsewhere=elsewhere)
    lost = town.lost()
    assert waiting > BATCH
    assert min(lost) > BATCH
    done = town.return_of(town.stations)
    assert [one.replayed for one in done] == lost
    assert [one.pushed for one in done] == [lost[0] + LOOKED_AT, lost[1] + LOOKED_AT, lost[2] + waiting + 2 * LOOKED_AT]
    assert all(one.restarted and one.snapshot and not one.repaired for one in done)
    town.check()


def test_life_goes_on_after_the_restore(town: Town) -> None:
    """New blanks, new visits, new edits: no serial comes twice, nobody's day is counted twice."""
    town.two_days()
    town.restore()
    town.check()
    town.blanks = [town.grant(number, 1) for number in range(len(HUBS))]
    town.day(3)
    town.check()


def test_two_restores_in_a_row_lose_no_more_than_one(town: Town) -> None:
    """The second comes when one station has given everything back, one the half of it, and one nothing yet."""
    waiting = town.two_days()
    town.restore()
    lost = town.lost()
    first, second, _ = town.stations
    town.return_of([first])
    town.proxy.arm(CutUp(), Request(3))  # the page that leads nowhere, a batch, and no more
    assert second.sync().trouble
    assert 0 < second.do(lambda tx: tx.events.waiting()) < lost[1]
    town.restore()
    town.restore()
    done = town.return_of(town.stations)
    again = [lost[0] + LOOKED_AT, lost[1] + 2 * LOOKED_AT, lost[2] + waiting + 2 * LOOKED_AT]
    assert [one.pushed for one in done] == again
    town.check()


@pytest.mark.parametrize("cut", CUTS, ids=str)
def test_the_line_may_be_cut_at_any_request_of_the_replay(town: Town, cut: CutUp | CutDown) -> None:
    town.two_days()
    for number in count(1):
        town.restore()
        town.proxy.forget()
        town.proxy.arm(cut, Request(number))
        until_done(town.stations[-1])
        assert town.held(town.stations[-1]) == len(verdicts(town.stations[-1]))
        if town.proxy.armed:
            break
    assert number > 6, "too few requests to prove anything"
    town.proxy.disarm()
    town.check()
