"""What is past its period goes: who came becomes a number, and the chain still holds."""

from kiosk.domain.overrides import Sight
from kiosk.domain.retention import PERIODS, Rule
from kiosk.field import audit
from kiosk.usecases.expect import Party, expect
from kiosk.usecases.inside import register
from kiosk.usecases.look import look
from kiosk.usecases.retain import retain
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.hubs import open_hub, rome, turns
from tests.kiosk.db.test_wiping import everything
from tests.station import Station
from tests.workers import let_in, on_shift

DAY = 24 * 3600


def came(station: Station, central: CentralAt) -> None:
    """Amina came, and a worker looked her up; central has heard of it."""
    code = central.cards("amina")["amina"]
    station.sync()
    by = let_in(station, central)
    station.scan(code)
    now = station.clock.read()
    station.do(lambda tx: look(tx, by, Sight.PERSON, "amina", now))
    station.sync()


def run(station: Station, *, dry_run: bool = False) -> dict[Rule, int]:
    return dict(retain(station.do, station.clock.read().day(), dry_run=dry_run).rows)


def test_a_visit_becomes_a_number_when_its_month_is_over(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    came(station, central)
    day = clock.read().day()
    clock.pass_((PERIODS[Rule.VISITS] - 1) * DAY)
    assert set(run(station).values()) == {0}
    clock.pass_(2 * DAY)
    assert run(station)[Rule.VISITS] == 1
    visits = station.do(lambda tx: everything_of(tx, "visits"))
    assert "amina" not in visits
    assert "household-1" not in visits
    now = clock.read()
    assert station.do(lambda tx: register(tx, now, day)).came.people == 1
    assert station.do(audit.verify).holds()


def test_a_place_in_a_turn_becomes_a_number_when_a_month_after_the_turn_is_over(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    open_hub(central, turns(20))
    by = on_shift(station, central)
    now = clock.read()
    station.do(lambda tx: expect(tx, by, rome("10:00", 15), Party(("amina",)), now))
    station.sync()
    clock.pass_((14 + PERIODS[Rule.VISITS] - 1) * DAY)
    run(station)
    assert "amina" in station.do(lambda tx: everything_of(tx, "expectations"))
    clock.pass_(2 * DAY)
    assert run(station)[Rule.VISITS] == 1
    assert "amina" not in station.do(everything)
    assert station.do(audit.verify).holds()


def everything_of(tx: object, table: str) -> str:
    rows = tx.events._connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # type: ignore[attr-defined]
    return repr(rows)


def test_what_central_has_not_accepted_is_kept_whatever_its_age(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    came(station, central)
    central.cut()
    (code,) = central.cards("sara").values()
    station.scan(code)
    clock.pass_(1000 * DAY)
    run(station)
    owed = station.do(lambda tx: tx.events.outbox(station.id, 50))
    assert len(owed) == 1
    assert owed[0].body is not None
    assert station.do(audit.verify).holds()
    central.back()


def test_who_looked_is_kept_for_two_years_and_then_goes(station: Station, central: CentralAt, clock: ToldClock) -> None:
    came(station, central)
    clock.pass_(PERIODS[Rule.TRAIL] * DAY - DAY)
    assert run(station)[Rule.TRAIL] == 0
    assert station.do(lambda tx: tx.trail.looks_at("amina"))
    clock.pass_(2 * DAY)
    assert run(station)[Rule.TRAIL] == 2  # the look, and the entry of whoever looked
    assert station.do(lambda tx: tx.trail.looks_at("amina")) == []
    assert station.do(audit.verify).holds()


def test_a_dry_run_says_what_would_go_and_lets_nothing_go(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    came(station, central)
    clock.pass_(31 * DAY)
    before = station.do(everything)
    said = run(station, dry_run=True)
    assert said[Rule.BODIES] > 0
    assert station.do(everything) == before
    assert run(station)[Rule.BODIES] == said[Rule.BODIES]
    assert set(run(station).values()) == {0}


def test_policy_sets_the_days(station: Station, central: CentralAt, clock: ToldClock) -> None:
    came(station, central)
    clock.pass_(3 * DAY)
    shorter = {**PERIODS, Rule.BODIES: 1, Rule.VISITS: 1}
    assert retain(station.do, clock.read().day(), shorter).rows[Rule.VISITS] == 1
