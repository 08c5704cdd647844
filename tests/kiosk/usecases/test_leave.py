"""Who leaves: the touchscreen lets no child go, the desk does with an adult it has checked, against a rule by name."""

from dataclasses import dataclass, field

import pytest

from kiosk.db.attendance import Reversal
from kiosk.domain.attendance import CountedAs, Counts, How, Who, Why
from kiosk.domain.overrides import Because, Rule
from kiosk.domain.release import Bar, NeedsAdult, NotThisAdult
from kiosk.domain.ties import Leaving, Minor, Tie, Way
from kiosk.domain.visits import AlreadyHere, AskAtTheDesk, MayLeave, Reason, Refused, Undone, Welcomed
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.usecases.arrive import arrive
from kiosk.usecases.count import Numbers, count_unnamed
from kiosk.usecases.inside import register
from kiosk.usecases.leave import (
    Gone,
    NoRule,
    close_the_day,
    leave,
    leave_together,
    let_go,
    let_go_against,
    undo_leave,
)
from kiosk.usecases.see import see
from kiosk.usecases.take_back import take_back
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import let_in, read

TIES = (
    Tie("mother", "amina", guardian=True),
    Tie("father", "amina", guardian=True, must_not_collect=True),
)
AMINA = Minor("amina", "2018-05-01", ties=TIES)


@dataclass
class Hub:
    """A station where Amina, 8, came in; a worker is at the desk."""

    station: Station
    by: Entered
    code: str
    visit: str = field(default="")

    def gone(self, minor: Minor, adult: str = "", activity: str = "") -> object:
        now = self.station.clock.read()
        return self.station.do(lambda tx: let_go(tx, self.by, self.visit, minor, adult, now, activity))

    def against(self, adult: str, minor: Minor = AMINA) -> object:
        now, because = self.station.clock.read(), Because.PAPER_SEEN
        return self.station.do(lambda tx: let_go_against(tx, self.by, self.visit, minor, adult, because, now))

    def touched(self, minor: Minor) -> object:
        now = self.station.clock.read()
        return self.station.do(lambda tx: leave(tx, self.visit, minor, now))

    def back(self, target: str, why: Why = Why.MISTAKE) -> object:
        now = self.station.clock.read()
        return self.station.do(lambda tx: take_back(tx, self.by, self.visit, target, why, now))

    @property
    def inside(self) -> Counts:
        now = self.station.clock.read()
        return self.station.do(lambda tx: register(tx, now)).inside


@pytest.fixture
def hub(station: Station, central: CentralAt) -> Hub:
    code = central.cards("amina")["amina"]
    here = Hub(station, let_in(station, central), code)
    said = station.scan(code)
    assert isinstance(said, Welcomed)
    here.visit = said.visit
    return here


def test_the_touchscreen_lets_no_child_go(hub: Hub) -> None:
    alone = Minor("amina", "2018-05-01", Leaving(alone=True), TIES)
    for minor in (AMINA, alone, Minor("amina"), Minor("")):
        assert hub.touched(minor) == AskAtTheDesk()
    assert hub.inside.people == 1


def test_from_fourteen_the_touchscreen_lets_them_go_and_takes_it_back(hub: Hub, clock: ToldClock) -> None:
    gone = hub.touched(Minor("amina", "2012-12-01"))
    assert isinstance(gone, Gone)
    assert gone.how is How.ON_THEIR_OWN
    assert hub.inside == Counts()
    now = clock.read()
    assert hub.station.do(lambda tx: undo_leave(tx, gone.event, now)) == Undone(hub.visit)
    assert hub.inside.people == 1
    assert hub.station.do(lambda tx: undo_leave(tx, gone.event, now)) == Refused(Reason.TOO_LATE)
    assert hub.station.do(audit.verify).holds()


def test_a_departure_is_taken_back_at_the_screen_only_at_once(hub: Hub, clock: ToldClock) -> None:
    gone = hub.touched(Minor("amina", "2012-12-01"))
    assert isinstance(gone, Gone)
    clock.pass_(16)
    late = clock.read()
    assert hub.station.do(lambda tx: undo_leave(tx, gone.event, late)) == Refused(Reason.TOO_LATE)
    assert isinstance(hub.back(gone.event, Why.STILL_HERE), Reversal)
    assert hub.inside.people == 1


def test_nobody_goes_by_the_record_of_somebody_else(hub: Hub) -> None:
    assert hub.touched(Minor("omar", "2000-01-01")) == AskAtTheDesk()
    assert hub.gone(Minor("omar", "2000-01-01")) == Refused(Reason.NOT_HERE)
    assert hub.against("mother", Minor("omar")) == Refused(Reason.NOT_HERE)


def test_the_desk_lets_a_child_go_with_who_may_collect_once(hub: Hub) -> None:
    gone = hub.gone(AMINA, "mother")
    assert isinstance(gone, Gone)
    assert (gone.how, gone.override) == (How.WITH_ADULT, "")
    assert hub.inside == Counts()
    assert hub.gone(AMINA, "mother") == Refused(Reason.NOT_HERE)


def test_who_must_not_collect_is_stopped(hub: Hub) -> None:
    assert hub.gone(AMINA, "father") == NotThisAdult(Bar.MUST_NOT_COLLECT)
    assert hub.gone(AMINA, "neighbour") == NotThisAdult(Bar.NOT_AUTHORISED)
    assert hub.gone(AMINA) == NeedsAdult()
    assert hub.inside.people == 1


def test_alone_within_what_a_parent_wrote(hub: Hub) -> None:
    chess = Minor("amina", "2018-05-01", Leaving(alone=True, scope="chess"), TIES)
    assert hub.gone(chess, activity="judo") == NeedsAdult()
    gone = hub.gone(chess, activity="chess")
    assert isinstance(gone, Gone)
    assert gone.how is How.ALONE


@pytest.mark.parametrize(
    ("adult", "rule", "how"),
    [
        ("father", Rule.MUST_NOT_COLLECT, How.WITH_ADULT),
        ("neighbour", Rule.NOT_AUTHORISED, How.WITH_ADULT),
        ("", Rule.LEAVES_ALONE, How.ALONE),
    ],
)
def test_an_override_leaves_a_name_a_reason_and_a_way_back(hub: Hub, adult: str, rule: Rule, how: How) -> None:
    gone = hub.against(adult)
    assert isinstance(gone, Gone)
    assert gone.how is how
    (held,) = hub.station.do(lambda tx: tx.trail.overrides_of(hub.visit))
    assert (held.event, held.worker, held.rule, held.because) == (gone.override, hub.by.worker.id, rule, "paper_seen")
    assert hub.inside == Counts()
    assert isinstance(hub.back(gone.event), Reversal)
    assert hub.inside.people == 1
    (undone,) = hub.station.do(lambda tx: tx.trail.overrides_of(hub.visit))
    assert undone.undone_by is not None
    assert hub.station.do(audit.verify).holds()


def test_there_is_no_override_where_no_rule_says_no(hub: Hub) -> None:
    assert hub.against("mother") == NoRule(Way.WITH_ADULT)
    assert hub.station.do(lambda tx: tx.trail.overrides_of(hub.visit)) == []


def test_a_technician_lets_nobody_go(hub: Hub, central: CentralAt) -> None:
    hub.by = let_in(hub.station, central, Role.TECHNICIAN, name="Elio Prova")
    for said in (hub.gone(AMINA, "mother"), hub.against("father"), hub.back(hub.visit)):
        assert said == NotIn(NotEntered.NOT_ALLOWED)
    now = hub.station.clock.read()
    assert hub.station.do(lambda tx: see(tx, hub.by, hub.visit, now)) == NotIn(NotEntered.NOT_ALLOWED)
    assert hub.station.do(lambda tx: leave_together(tx, hub.by, hub.visit, now)) == NotIn(NotEntered.NOT_ALLOWED)


def test_a_scan_means_leaving_only_after_a_while(hub: Hub, clock: ToldClock) -> None:
    clock.pass_(9)
    assert isinstance(hub.station.scan(hub.code), AlreadyHere)
    clock.pass_(44 * 60)
    assert isinstance(hub.station.scan(hub.code), AlreadyHere)
    clock.pass_(60)
    said = hub.station.scan(hub.code)
    assert isinstance(said, MayLeave)
    assert (said.visit, said.person and said.person.first_name) == (hub.visit, "Amina")
    assert hub.station.do(lambda tx: tx.visits.count()) == 1


def test_who_left_and_comes_again_arrives_again(hub: Hub) -> None:
    hub.gone(AMINA, "mother")
    assert isinstance(hub.station.scan(hub.code), Welcomed)
    assert hub.inside.people == 1


def test_what_was_taken_back_once_is_not_taken_back_again(hub: Hub) -> None:
    (stay,) = hub.station.do(lambda tx: register(tx, hub.station.clock.read())).stays
    (event,) = stay.events
    assert isinstance(hub.back(event, Why.WRONG_PERSON), Reversal)
    assert hub.inside == Counts()
    assert hub.back(event) == Refused(Reason.NOT_HERE)
    assert hub.back("no such event") == Refused(Reason.NOT_HERE)
    assert isinstance(hub.station.scan(hub.code), Welcomed)


def test_a_worker_who_sees_a_child_makes_them_present(hub: Hub) -> None:
    now = hub.station.clock.read()
    seen = hub.station.do(lambda tx: see(tx, hub.by, hub.visit, now))
    (stay,) = hub.station.do(lambda tx: register(tx, now)).stays
    assert stay.state == "present"
    assert isinstance(hub.back(seen.event), Reversal)  # type: ignore[union-attr]
    (stay,) = hub.station.do(lambda tx: register(tx, now)).stays
    assert stay.state == "arrived"
    assert hub.station.do(lambda tx: see(tx, hub.by, "nobody", now)) == Refused(Reason.NOT_HERE)


def test_who_was_only_counted_leaves_together_and_a_child_does_not(hub: Hub) -> None:
    now = hub.station.clock.read()
    counted = hub.station.do(lambda tx: count_unnamed(tx, Numbers((("0-5", 2),), adults=1), now))
    assert isinstance(counted, Welcomed)
    assert hub.inside == Counts({"0-5": 2}, adults=1, unknown=1)
    gone = hub.station.do(lambda tx: leave_together(tx, hub.by, counted.visit, now))
    assert isinstance(gone, Gone)
    assert gone.how is How.GROUP
    assert hub.inside == Counts(unknown=1)
    assert hub.station.do(lambda tx: leave_together(tx, hub.by, hub.visit, now)) == Refused(Reason.NOT_HERE)


def test_a_visit_left_open_is_closed_by_rule_and_listed(hub: Hub, clock: ToldClock) -> None:
    today = clock.read().day().isoformat()
    assert hub.station.do(lambda tx: close_the_day(tx, clock.read())) == ()
    clock.pass_(16 * 3600)
    night = clock.read()
    (closed,) = hub.station.do(lambda tx: close_the_day(tx, night))
    assert closed.id == hub.visit
    assert hub.station.do(lambda tx: tx.visits.closed_by_rule(today)) == [closed]
    assert hub.station.do(lambda tx: close_the_day(tx, night)) == ()
    (stay,) = hub.station.do(lambda tx: register(tx, night, clock.read().day().replace(day=1))).stays
    assert stay.how is How.CLOSED_AT_NIGHT
    assert hub.station.do(audit.verify).holds()


def test_what_somebody_is_counted_as_comes_from_who_knows_them(station: Station, central: CentralAt) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    scanned, now = read(station, code), station.clock.read()
    station.do(lambda tx: arrive(tx, scanned, now, lambda _: CountedAs(Who.CHILD, "6-10")))
    assert station.do(lambda tx: register(tx, now)).inside == Counts({"6-10": 1})
