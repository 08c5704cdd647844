"""What providers are paid, and whether a receipt is genuine."""

from datetime import date, timedelta

import pytest
from starlette.types import ASGIApp

from central import statements
from central.db import writing
from central.db.statements import State, Statement
from central.opening import Central
from central.statements import NotStated, Stated
from kiosk.domain import receipts
from kiosk.domain.events import uuid7
from tests.central import value
from tests.central.conftest import Hands
from tests.central.station import Station, send
from tests.central.test_booking import redeemed, reversal
from tests.central.value import ask, of_voucher


@pytest.fixture
def voucher(central: Central, station: Station) -> str:
    id_ = value.city(central)
    ask(station, of_voucher(id_, 15_000))
    return id_


def collected(central: Central, since: str = "2026-05-01", until: str = "2026-05-31") -> Stated | NotStated:
    with writing(central.engine) as tx:
        return statements.collect(tx, "pool", since, until, central.now())


def turned(central: Central, to: State) -> object:
    with writing(central.engine) as tx:
        return statements.turn(tx, "pool", "2026-05-01", "2026-05-31", to, central.now())


def test_a_statement_adds_up_what_each_fund_paid(
    central: Central, station: Station, voucher: str, clock: Hands
) -> None:
    kept, back = redeemed(station, voucher, "state:300 city:200"), redeemed(station, voucher, "city:700")
    station.push(kept, back, reversal(station, back))
    assert collected(central) is NotStated.NOT_OVER
    clock.advance(timedelta(days=20))
    said = collected(central)
    assert isinstance(said, Stated)
    assert said.totals == {"city": 200, "state": 300}
    assert (said.statement.cents, said.statement.state) == (500, State.COLLECTED)
    assert {(line.cents, bool(line.reversed_at)) for line in said.lines} == {(500, False), (700, True)}
    assert statements.as_csv(said.lines, said.totals).splitlines()[-2:] == ["total city,200", "total state,300"]


def test_what_comes_late_is_in_the_next_one(central: Central, station: Station, voucher: str, clock: Hands) -> None:
    clock.advance(timedelta(days=20))
    first = collected(central)
    station.push(redeemed(station, voucher, "state:300"))  # of May, told in June
    assert collected(central) == first
    clock.advance(timedelta(days=30))
    june = collected(central, "2026-06-01", "2026-06-30")
    assert isinstance(june, Stated)
    assert june.totals == {"state": 300}
    assert collected(central, "2026-05-15", "2026-06-15") is NotStated.OVERLAPS


def test_it_is_collected_then_confirmed_then_paid(central: Central, clock: Hands) -> None:
    assert turned(central, State.CONFIRMED) is NotStated.UNKNOWN
    clock.advance(timedelta(days=20))
    collected(central)
    assert turned(central, State.PAID) is NotStated.NOT_SO
    for state in (State.CONFIRMED, State.CONFIRMED, State.PAID):
        done = turned(central, state)
        assert isinstance(done, Statement)
        assert done.state is state
    assert turned(central, State.CONFIRMED) is NotStated.NOT_SO


# --- receipts -------------------------------------------------------------------------------------------------------


def shown(app: ASGIApp, code: str) -> str:
    answer = send(app, "POST", "/receipts", f"code={code}".encode())
    assert answer.status_code == 200
    return answer.text


def paid(station: Station, voucher: str, *, back: bool = False) -> str:
    """The code of a redemption's receipt."""
    redemption, serial = uuid7(), receipts.new_serial()
    event = redeemed(station, voucher, "state:1250", redemption=redemption, receipt=serial)
    station.push(event, *([reversal(station, event)] if back else []))
    return receipts.write(station.key, serial, redemption, date(2026, 5, 22), 1250)


def test_a_genuine_receipt_tells_its_amount_and_day_and_that_it_was_shown_before(
    central: Central, station: Station, voucher: str
) -> None:
    code = paid(station, voucher)
    first = shown(station.app, code)
    assert 'class="genuine"' in first
    assert "€ 12,50" in first
    assert "22.05.2026" in first
    assert "verificata" not in first.partition("<form")[0].partition("<output")[2]
    assert "Già verificata il" in shown(station.app, code)
    assert not [secret for secret in ("f1", "p1", voucher, station.id) if secret in first.partition("<output")[2]]


def test_one_that_was_reversed_is_said_to_be(central: Central, station: Station, voucher: str) -> None:
    assert 'class="reversed"' in shown(station.app, paid(station, voucher, back=True))


def test_one_whose_station_has_not_spoken_yet_is_genuine_all_the_same(central: Central, station: Station) -> None:
    code = receipts.write(station.key, 9, uuid7(), date(2026, 5, 22), 1250)
    assert 'class="unbooked"' in shown(station.app, code)


@pytest.mark.parametrize("code", ["", "WM1ABC", "<script>alert(1)</script>", "%00" * 90, "9" * 500])
def test_anything_else_cannot_be_checked(station: Station, code: str) -> None:
    page = shown(station.app, code)
    assert 'class="unknown"' in page
    assert "<script" not in page


def test_the_page_runs_nothing_and_is_kept_nowhere(app: ASGIApp) -> None:
    answer = send(app, "GET", "/receipts")
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
