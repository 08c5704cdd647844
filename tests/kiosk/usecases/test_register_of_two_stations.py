"""Whatever people do at two stations, and in whatever order it is synced: one register, equal to the events."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, integers, sampled_from

from central import registers
from kiosk.db.attendance import Reversal
from kiosk.db.store import open_store, read_key
from kiosk.domain.attendance import CountedAs, Counts, Register, Who, Why
from kiosk.domain.expecting import NoMore
from kiosk.domain.lead import AskTheLead
from kiosk.domain.ties import Minor
from kiosk.domain.visits import Reason, Refused, Undone, Welcomed
from kiosk.domain.workers import Entered
from kiosk.field import audit
from kiosk.settings import Settings
from kiosk.usecases.arrive import arrive, undo_arrival
from kiosk.usecases.count import Numbers, count_unnamed
from kiosk.usecases.expect import Party, PlaceGiven, call_off, expect
from kiosk.usecases.inside import register
from kiosk.usecases.leave import Gone, leave, undo_leave
from kiosk.usecases.opening import known_places, shown_calendar
from kiosk.usecases.take_back import take_back
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.hubs import open_hub, rome, turns
from tests.station import Station, enrolled
from tests.workers import employ, let_in, read, tried

PEOPLE = ("amina", "omar", "lia")
CAPACITY = 6  # of a turn
SIDES = sampled_from([0, 1])


class TwoStations(RuleBasedStateMachine):
    """`said` is what the people who did it know; the register has to know the same."""

    made_store: Path
    made_central: Path

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="wishmi-two-"))
        shutil.copytree(self.made_central, self.folder / "central")
        self.clock = ToldClock()
        self.central = CentralAt(self.folder / "central", lambda: self.clock.at)
        self.central.back()
        self.stations = [self._station(name) for name in ("door", "desk")]
        self.cards = self.central.cards(*PEOPLE)
        open_hub(self.central, turns(CAPACITY))
        card = employ(self.central)
        for station in self.stations:
            station.sync()
        self.by = [entered for station in self.stations if isinstance(entered := tried(station, card), Entered)]
        self.visits: list[tuple[int, str]] = []  # side and visit
        self.gone: list[tuple[int, Gone]] = []
        self.expected: list[str] = []  # events
        self.claimed = 0

    def _station(self, name: str) -> Station:
        shutil.copytree(self.made_store, self.folder / name)
        own = Settings(data=self.folder / name)
        return enrolled(open_store(own.store, read_key(own.key_file)), self.central, own, self.clock)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            for station in self.stations:
                station.store.close()
            self.central.cut()
            self.central.own.close()
            shutil.rmtree(self.folder)

    # --- what people do ---------------------------------------------------------------------------------------------

    @rule(side=SIDES, who=sampled_from(PEOPLE))
    def comes(self, side: int, who: str) -> None:
        station = self.stations[side]
        scanned, now = read(station, self.cards[who]), self.clock.read()
        said = station.do(lambda tx: arrive(tx, scanned, now, lambda _: CountedAs(Who.CHILD, "11-13")))
        if isinstance(said, Welcomed):
            self.visits.append((side, said.visit))

    @rule(side=SIDES, number=integers(1, 4))
    def are_counted(self, side: int, number: int) -> None:
        now = self.clock.read()
        said = self.stations[side].do(lambda tx: count_unnamed(tx, Numbers(adults=number), now))
        assert isinstance(said, Welcomed)
        self.claimed += number

    @rule(side=SIDES, which=integers(0, 50))
    def leaves(self, side: int, which: int) -> None:
        if self.visits:
            visit, now = self.visits[which % len(self.visits)][1], self.clock.read()
            for who in PEOPLE:
                minor = Minor(who, "2000-01-01")
                said = self.stations[side].do(lambda tx, of=minor: leave(tx, visit, of, now))  # type: ignore[misc]
                if isinstance(said, Gone):
                    self.gone.append((side, said))

    @rule(which=integers(0, 50))
    def undoes(self, which: int) -> None:
        if self.visits:
            side, visit = self.visits[which % len(self.visits)]
            now = self.clock.read()
            said = self.stations[side].do(lambda tx: undo_arrival(tx, visit, now))
            assert isinstance(said, Undone) or said.reason

    @rule(which=integers(0, 50), late=booleans())
    def is_still_here(self, which: int, late: bool) -> None:
        if self.gone:
            side, gone = self.gone[which % len(self.gone)]
            now, station, by = self.clock.read(), self.stations[side], self.by[side]
            if late:
                said = station.do(lambda tx: take_back(tx, by, gone.visit, gone.event, Why.STILL_HERE, now))
                assert isinstance(said, Reversal) or said
            else:
                station.do(lambda tx: undo_leave(tx, gone.event, now))

    @rule(side=SIDES, who=sampled_from(PEOPLE), turn=sampled_from([rome("10:00"), rome("16:00")]))
    def is_expected(self, side: int, who: str, turn: datetime) -> None:
        now, station, by = self.clock.read(), self.stations[side], self.by[side]
        said = station.do(lambda tx: expect(tx, by, turn, Party((who,)), now))
        assert isinstance(said, AskTheLead) is (side == 1)  # the first station leads: there is no desk
        if isinstance(said, PlaceGiven):
            self.expected += said.events
            taken = station.do(lambda tx: known_places(tx, shown_calendar(tx), now)(turn))
            assert taken is not None
            assert taken <= CAPACITY

    @rule(side=SIDES, which=integers(0, 50))
    def is_called_off(self, side: int, which: int) -> None:
        if self.expected:
            event, now = self.expected[which % len(self.expected)], self.clock.read()
            by = self.by[side]
            said = self.stations[side].do(lambda tx: call_off(tx, by, [event], NoMore.CANCELLED, now))
            assert isinstance(said, tuple) or said == Refused(Reason.NOT_HERE)

    @rule(minutes=sampled_from([0, 1, 50]))
    def time_passes(self, minutes: int) -> None:
        self.clock.pass_(minutes * 60)

    @rule(side=SIDES)
    def syncs(self, side: int) -> None:
        assert self.stations[side].sync().trouble == ""

    # --- what holds -------------------------------------------------------------------------------------------------

    def held(self, side: int) -> Register:
        now = self.clock.read()
        return self.stations[side].do(lambda tx: register(tx, now))

    @invariant()
    def counts_are_those_of_the_lines(self) -> None:
        for side in range(len(getattr(self, "stations", []))):
            held = self.held(side)
            inside = [stay for stay in held.stays if stay.inside]
            children = [stay for stay in inside if stay.person]
            assert held.inside.people == len(children) + sum(stay.adults for stay in inside)
            assert len({stay.person for stay in children}) == len(children)

    @rule()
    def all_sync_and_agree(self) -> None:
        for side in (0, 1, 0):
            self.syncs(side)
        first, second = self.held(0), self.held(1)
        with self.central.writing() as tx:
            there = registers.of_day(tx, "hub-1", self.clock.read().day())
        assert first == second == there
        assert first.came.adults == self.claimed
        for station in self.stations:
            assert station.do(audit.verify).holds()


def test_any_interleaving_on_two_stations_gives_one_register_equal_to_the_events(
    made_store: Path, made_central: Path
) -> None:
    machine = type("Machine", (TwoStations,), {"made_store": made_store, "made_central": made_central})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=10,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )


def agreed(station: Station, desk: Station, central: CentralAt) -> Counts:
    """What all three say, once they have heard of each other."""
    for one in (station, desk, station):
        assert one.sync().trouble == ""
    now = station.clock.read()
    with central.writing() as tx:
        there = registers.of_day(tx, "hub-1", now.day())
    assert station.do(lambda tx: register(tx, now)) == desk.do(lambda tx: register(tx, now)) == there
    return there.inside


def test_what_is_taken_back_is_taken_back_everywhere(station: Station, desk: Station, central: CentralAt) -> None:
    code, by = central.cards("amina")["amina"], let_in(desk, central)
    station.sync()
    said, now = station.scan(code), station.clock.read()
    assert isinstance(said, Welcomed)
    station.do(lambda tx: undo_arrival(tx, said.visit, now))
    assert agreed(station, desk, central) == Counts()
    again = station.scan(code)
    assert isinstance(again, Welcomed)
    assert agreed(station, desk, central) == Counts(unknown=1)
    gone = desk.do(lambda tx: leave(tx, again.visit, Minor("amina", "2000-01-01"), now))
    assert isinstance(gone, Gone)
    assert agreed(station, desk, central) == Counts()
    desk.do(lambda tx: take_back(tx, by, again.visit, gone.event, Why.STILL_HERE, now))
    assert agreed(station, desk, central) == Counts(unknown=1)
    arrived = station.do(lambda tx: register(tx, now)).stays[0].events[0]
    assert isinstance(desk.do(lambda tx: take_back(tx, by, again.visit, arrived, Why.MISTAKE, now)), Reversal)
    assert agreed(station, desk, central) == Counts()
    assert isinstance(station.scan(code), Welcomed)
    assert agreed(station, desk, central) == Counts(unknown=1)


def test_the_desk_ends_a_visit_that_began_at_the_door_once(
    station: Station, desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    said, now, minor = station.scan(code), station.clock.read(), Minor("amina", "2000-01-01")
    assert isinstance(said, Welcomed)
    assert desk.do(lambda tx: leave(tx, said.visit, minor, now)) == Refused(Reason.NOT_HERE)  # not heard of yet
    agreed(station, desk, central)
    assert isinstance(desk.do(lambda tx: leave(tx, said.visit, minor, now)), Gone)
    assert desk.do(lambda tx: leave(tx, said.visit, minor, now)) == Refused(Reason.NOT_HERE)
    assert agreed(station, desk, central) == Counts()
    assert station.do(lambda tx: leave(tx, said.visit, minor, now)) == Refused(Reason.NOT_HERE)
    clock.pass_(60)
    assert isinstance(station.scan(code), Welcomed)  # and comes again
    assert agreed(station, desk, central) == Counts(unknown=1)


def test_facts_of_past_days_are_told_no_more_and_stay_at_central(
    station: Station, desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    code, day = central.cards("amina")["amina"], clock.read().day()
    station.sync()
    station.scan(code)
    agreed(station, desk, central)
    clock.pass_(3 * 86400)
    with central.writing() as tx:
        assert registers.withdraw_old(tx, clock.at) == 1
        assert registers.of_day(tx, "hub-1", day).came == Counts(unknown=1)
    desk.sync()
    assert desk.do(lambda tx: tx.attendance.told()) == []
