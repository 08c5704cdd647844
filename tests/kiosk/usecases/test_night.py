"""What ends by rule once the day is over."""

from kiosk.domain.attendance import How
from kiosk.domain.families import Kind
from kiosk.usecases.edit_family import Change, Edited, edit
from kiosk.usecases.inside import register
from kiosk.usecases.night import Night, night
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import mother_and_child
from tests.hubs import open_hub, rome
from tests.station import Station
from tests.workers import let_in

A_NIGHT = 20 * 3600


def test_who_was_not_said_to_have_left_is_closed_by_rule_and_listed(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    code = central.cards("amina")["amina"]
    station.sync()
    station.scan(code)
    yesterday = clock.read().day()
    clock.pass_(A_NIGHT)
    now = clock.read()
    assert station.do(lambda tx: night(tx, now)) == Night(closed=1, guests=0, edits=0)
    (stay,) = station.do(lambda tx: register(tx, now, yesterday)).stays
    assert stay.how is How.CLOSED_AT_NIGHT
    assert station.do(lambda tx: night(tx, now)) == Night(0, 0, 0)


def test_an_edit_goes_once_centrals_record_contains_it_and_not_before(desk: Station, central: CentralAt) -> None:
    by = let_in(desk, central)
    family = mother_and_child(desk, by)
    desk.sync()
    now = desk.clock.read()
    home = family.household
    made = desk.do(lambda tx: edit(tx, by, Change(Kind.HOUSEHOLD, home, home, "label", "Nasr"), now))
    assert isinstance(made, Edited)
    before = desk.do(lambda tx: night(tx, now)).edits
    assert before > 1
    assert desk.do(lambda tx: tx.families.get(Kind.HOUSEHOLD, home)).text("label") == "Nasr"
    desk.sync()
    assert desk.do(lambda tx: night(tx, now)).edits == 1
    assert desk.do(lambda tx: tx.families.get(Kind.HOUSEHOLD, home)).text("label") == "Nasr"
    assert desk.do(lambda tx: tx.families.found(("samira",), 5))


def test_who_is_in_a_hub_that_is_open_past_midnight_is_closed_when_that_opening_ends(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    codes = central.cards("amina", "omar")
    open_hub(central, [[2, "09:00", "12:00"], [2, "20:00", "02:00"]])  # on Tuesdays
    station.sync()
    station.scan(codes["omar"])  # at ten in the morning
    clock.pass_((rome("21:00") - clock.at).total_seconds())
    station.scan(codes["amina"])
    clock.pass_((rome("00:01", day=2) - clock.at).total_seconds())
    now = clock.read()
    assert station.do(lambda tx: night(tx, now)) == Night(closed=1, guests=0, edits=0, open=1)
    clock.pass_((rome("01:59", day=2) - clock.at).total_seconds())
    now = clock.read()
    assert station.do(lambda tx: night(tx, now)).closed == 0
    clock.pass_((rome("02:00", day=2) - clock.at).total_seconds())
    now = clock.read()
    assert station.do(lambda tx: night(tx, now)) == Night(closed=1, guests=0, edits=0)
