"""Whatever people do at two stations, and in whatever order it is synced: one register, equal to the events."""

import shutil
import tempfile
from datetime import datetime
from itertools import permutations, product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, integers, sampled_from

from central import registers
from kiosk.db.attendance import Reversal
from kiosk.db.store import open_store, read_key
from kiosk.db.tx import Tx
from kiosk.domain.attendance import CountedAs, Counts, Register, Stay, Who, Why
from kiosk.domain.events import Type
from kiosk.domain.expecting import NoMore
from kiosk.domain.families import Record, dump_record
from kiosk.domain.lead import AskTheLead
from kiosk.domain.merges import WhyNot
from kiosk.domain.overrides import Because
from kiosk.domain.ties import Minor
from kiosk.domain.visits import Reason, Refused, Undone, Welcomed
from kiosk.domain.wire.feed import BEGIN
from kiosk.domain.workers import Entered, NotIn, Role
from kiosk.field import audit
from kiosk.settings import Settings
from kiosk.usecases.arrive import arrive, undo_arrival
from kiosk.usecases.count import Numbers, count_unnamed
from kiosk.usecases.expect import Party, PlaceGiven, call_off, expect
from kiosk.usecases.hours import shown_calendar
from kiosk.usecases.inside import register
from kiosk.usecases.leave import Gone, leave, let_go_against, undo_leave
from kiosk.usecases.merge_people import Merged, NoSuchMerge, NotOne, merge_people, undo_merge
from kiosk.usecases.opening import known_places
from kiosk.usecases.standing import standing
from kiosk.usecases.take_back import take_back
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.hubs import open_hub, rome, turns
from tests.station import Station, enrolled
from tests.workers import employ, let_in, read, tried

PEOPLE = ("amina", "amina-again", "lia")
CAPACITY = 6  # of a turn
SIDES = sampled_from([0, 1])
EVENING = 20  # o'clock: the register is of one day


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
        self.stations = [self._station(name) for name in ("one", "other")]
        self.cards = self.central.cards(*PEOPLE)
        for person in PEOPLE:
            member = Record("household-1", {"person": person, "given": person, "role": "child"})
            self.central.publish("member", f"m-{person}", dump_record(member), scope="desk:hub-1")
        open_hub(self.central, turns(CAPACITY))
        card = employ(self.central, Role.COORDINATOR)
        for station in self.stations:
            station.sync()
        self.by = [entered for station in self.stations if isinstance(entered := tried(station, card), Entered)]
        self.visits: list[tuple[int, str]] = []  # side and visit
        self.came: dict[str, str] = {}  # visit and person, without what was taken back
        self.gone: list[tuple[int, Gone]] = []
        self.left: dict[str, str] = {}  # event and visit, likewise
        self.expected: list[str] = []  # events
        self.merges: list[str] = []
        self.one: dict[str, tuple[str, str]] = {}  # event and persons of the merges that stand
        self.claimed = 0
        for side, who in product((0, 1), PEOPLE):  # whatever comes, there is something to do it to
            self.comes(side, who)

    def _station(self, name: str) -> Station:
        shutil.copytree(self.made_store, self.folder / name)
        own = Settings(data=self.folder / name)
        return enrolled(open_store(own.store, read_key(own.key_file)), self.central, own, self.clock, role="desk")

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            try:
                self.all_agree()
            finally:
                self.close()

    def close(self) -> None:
        for station in self.stations:
            station.store.close()
        self.central.cut()
        self.central.own.close()
        shutil.rmtree(self.folder)

    # --- what people do ---------------------------------------------------------------------------------------------

    @rule(side=SIDES, who=sampled_from(PEOPLE))
    def somebody_comes(self, side: int, who: str) -> None:
        self.comes(side, who)

    def comes(self, side: int, who: str) -> None:
        station = self.stations[side]
        scanned, now = read(station, self.cards[who]), self.clock.read()
        said = station.do(lambda tx: arrive(tx, scanned, now, lambda _: CountedAs(Who.CHILD, "11-13")))
        if isinstance(said, Welcomed):
            self.visits.append((side, said.visit))
            self.came[said.visit] = who

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
                    self.left[said.event] = said.visit

    @rule(which=integers(0, 50))
    def undoes(self, which: int) -> None:
        if self.visits:
            side, visit = self.visits[which % len(self.visits)]
            now = self.clock.read()
            said = self.stations[side].do(lambda tx: undo_arrival(tx, visit, now))
            assert isinstance(said, Undone) or said.reason
            if isinstance(said, Undone):
                del self.came[visit]

    @rule(which=integers(0, 50), late=booleans())
    def is_still_here(self, which: int, late: bool) -> None:
        if self.gone:
            side, gone = self.gone[which % len(self.gone)]
            now, station, by = self.clock.read(), self.stations[side], self.by[side]
            said: Reversal | Undone | Refused | NotIn
            if late:
                said = station.do(lambda tx: take_back(tx, by, gone.visit, gone.event, Why.STILL_HERE, now))
            else:
                said = station.do(lambda tx: undo_leave(tx, gone.event, now))
            if isinstance(said, Reversal | Undone):
                del self.left[gone.event]

    @rule(side=SIDES, who=sampled_from(PEOPLE), turn=sampled_from([rome("10:00"), rome("16:00")]))
    def is_expected(self, side: int, who: str, turn: datetime) -> None:
        now, station, by = self.clock.read(), self.stations[side], self.by[side]
        said = station.do(lambda tx: expect(tx, by, turn, Party((who,)), now))
        assert isinstance(said, AskTheLead) is (side == 1)  # the first desk leads
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

    @rule(side=SIDES, pair=sampled_from(list(permutations(PEOPLE, 2))))
    def are_merged(self, side: int, pair: tuple[str, str]) -> None:
        station, by, now = self.stations[side], self.by[side], self.clock.read()
        said = station.do(lambda tx: merge_people(tx, by, *pair, now))
        if isinstance(said, Merged):
            self.merges.append(said.event)
            self.one[said.event] = pair
        else:
            assert said == NotOne(WhyNot.ONE_ALREADY)

    @rule(side=SIDES, which=integers(0, 50))
    def are_two_again(self, side: int, which: int) -> None:
        if self.merges:
            event, by, now = self.merges[which % len(self.merges)], self.by[side], self.clock.read()
            said = self.stations[side].do(lambda tx: undo_merge(tx, by, event, now))
            if isinstance(said, str):
                self.one.pop(event, None)  # both may have said so
            else:
                assert said == NoSuchMerge()

    @rule(minutes=sampled_from([0, 1, 50]))
    def time_passes(self, minutes: int) -> None:
        if self.clock.at.hour < EVENING:
            self.clock.pass_(minutes * 60)

    @rule(side=SIDES)
    def syncs(self, side: int) -> None:
        assert self.stations[side].sync().trouble == ""

    @rule(side=SIDES)
    def says_everything_again(self, side: int) -> None:
        station = self.stations[side]
        known = station.known
        station.do(lambda tx: tx.events.put_back(known.incarnation, 0))
        self.syncs(side)

    @rule(side=SIDES)
    def copies_everything_again(self, side: int) -> None:
        def begin(tx: Tx) -> None:
            tx.syncing.reach(BEGIN, copy=tx.syncing.get().copy + 1)

        self.stations[side].do(begin)
        self.syncs(side)

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

    def all_agree(self) -> None:
        for side in (0, 1, 0):
            self.syncs(side)
        first, second = self.held(0), self.held(1)
        with self.central.writing() as tx:
            there = registers.of_day(tx, "hub-1", self.clock.read().day())
        assert first == second == there
        assert first.came.adults == self.claimed
        self.is_what_people_did(first)
        here = {visit for stay in _inside(first) for visit in stay.visits}
        for station in self.stations:
            assert station.do(audit.verify).holds()
            for _, visit in self.visits:
                assert (station.do(lambda tx, of=visit: standing(tx, of)) is not None) == (visit in here)  # type: ignore[misc]

    def is_what_people_did(self, held: Register) -> None:
        """Each human who came is in it once or more, and inside at most once; here who never left, by any id."""
        humans = self.humans()
        every, inside = ([humans[one.person] for one in some if one.person] for some in (held.stays, _inside(held)))
        left = {visit for visit in self.left.values() if visit in self.came}
        came = {humans[person] for person in self.came.values()}
        with_an_end = {humans[self.came[visit]] for visit in left}
        without_one = {humans[person] for visit, person in self.came.items() if visit not in left}
        assert set(every) == came
        assert len(inside) == len(set(inside))
        assert came - with_an_end <= set(inside) <= without_one

    def humans(self) -> dict[str, frozenset[str]]:
        """By the events alone: whoever is linked is one."""
        groups = {person: frozenset({person}) for person in PEOPLE}
        for pair in self.one.values():
            both = frozenset[str]().union(*(groups[person] for person in pair))
            groups.update(dict.fromkeys(both, both))
        return groups


def _inside(held: Register) -> list[Stay]:
    return [stay for stay in held.stays if stay.inside]


def test_an_interleaving_on_two_stations_gives_one_register_equal_to_the_events(
    made_store: Path, made_central: Path
) -> None:
    interleaved(made_store, made_central, stories=1, steps=25)


@pytest.mark.long
def test_any_interleaving_on_two_stations_gives_one_register_equal_to_the_events(
    made_store: Path, made_central: Path
) -> None:
    interleaved(made_store, made_central, stories=10, steps=30)


def interleaved(made_store: Path, made_central: Path, stories: int, steps: int) -> None:
    machine = type("Machine", (TwoStations,), {"made_store": made_store, "made_central": made_central})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=stories,
            stateful_step_count=steps,
            deadline=None,
            phases=(Phase.generate,),  # to look for a shorter story would take minutes
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


def undone_at(station: Station) -> list[str]:
    """The overrides that were taken back at a station."""
    chains = station.do(lambda tx: list(tx.events.chain(station.id)))
    undone = [event for _, events in chains for event in events if event.header.type == Type.OVERRIDE_UNDONE]
    return [str(event.body.content["override"]) for event in undone if event.body]


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


def test_a_departure_told_by_another_station_is_taken_back_with_its_override(
    station: Station, desk: Station, central: CentralAt
) -> None:
    code, there, here = central.cards("amina")["amina"], let_in(station, central), let_in(desk, central)
    station.sync()
    said, now = station.scan(code), station.clock.read()
    assert isinstance(said, Welcomed)
    child, because = Minor("amina", "2018-05-01"), Because.PAPER_SEEN
    gone = station.do(lambda tx: let_go_against(tx, there, said.visit, child, "aunt", because, now))
    assert isinstance(gone, Gone)
    assert agreed(station, desk, central) == Counts()
    assert isinstance(desk.do(lambda tx: take_back(tx, here, said.visit, gone.event, Why.STILL_HERE, now)), Reversal)
    assert agreed(station, desk, central) == Counts(unknown=1)
    assert undone_at(desk) == [gone.override]
    assert desk.do(audit.verify).holds()
    again = desk.do(lambda tx: take_back(tx, here, said.visit, gone.event, Why.STILL_HERE, now))
    assert (again, undone_at(desk)) == (Refused(Reason.NOT_HERE), [gone.override])


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
