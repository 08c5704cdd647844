"""What providers are paid, and whether a receipt is genuine."""

from datetime import date, timedelta

import pytest
from starlette.types import ASGIApp

from central import feed, statements
from central.db import decisions, reading, writing
from central.db.decisions import What
from central.db.statements import State, Statement
from central.opening import Central
from central.statements import NotStated, Stated
from kiosk.domain import receipts
from kiosk.domain import statements as statements_told
from kiosk.domain.events import uuid7
from kiosk.domain.statements import KIND, Settled, Told
from tests.central import value
from tests.central.conftest import Hands
from tests.central.station import Station, enrolled, send
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


def turned(central: Central, to: State, who: str = "Bruno") -> object:
    with writing(central.engine) as tx:
        return statements.turn(tx, "pool", "2026-05-01", "2026-05-31", to, who, "invoice 12", central.now())


def told(station: Station) -> list[Told]:
    """What a station has copied of its own redemptions."""
    read = [statements_told.read(item.data) for (kind, _), item in station.copy().items() if kind == KIND]
    assert None not in read
    return [one for one in read if one is not None]


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
    for state, who in ((State.CONFIRMED, "Ada"), (State.CONFIRMED, "Ada"), (State.PAID, "Bruno")):
        done = turned(central, state, who)
        assert isinstance(done, Statement)
        assert done.state is state
    assert turned(central, State.CONFIRMED) is NotStated.NOT_SO
    with reading(central.engine) as tx:
        trail = [(one.who, one.what, one.subject, one.why) for one in decisions.every(tx)]
    of = "pool:2026-05-01:2026-05-31"
    assert trail == [("Ada", What.CONFIRMED, of, "invoice 12"), ("Bruno", What.PAID, of, "invoice 12")]


def test_who_confirmed_it_does_not_say_that_it_is_paid(central: Central, clock: Hands) -> None:
    clock.advance(timedelta(days=20))
    collected(central)
    turned(central, State.CONFIRMED, "Ada Prova")
    assert turned(central, State.PAID, "ada  prova") is NotStated.SAME
    with pytest.raises(ValueError, match="a name"):
        turned(central, State.PAID, " ")
    assert isinstance(turned(central, State.PAID, "Bruno"), Statement)


def test_each_station_is_told_of_its_own_redemptions_how_far_they_have_come(
    central: Central, app: ASGIApp, station: Station, voucher: str, clock: Hands
) -> None:
    other = enrolled(central, app, name="two")
    first, second = redeemed(station, voucher), redeemed(other, voucher)
    station.push(first)
    other.push(second)
    assert told(station) == []
    clock.advance(timedelta(days=20))
    collected(central)
    of = ("pool", "2026-05-01", "2026-05-31")
    assert told(station) == [Told(*of, Settled.COLLECTED, "2026-06-11", (first.header.id,))]
    assert told(other) == [Told(*of, Settled.COLLECTED, "2026-06-11", (second.header.id,))]
    clock.advance(timedelta(days=1))
    turned(central, State.CONFIRMED, "Ada")
    turned(central, State.PAID, "Bruno")
    assert told(station) == [Told(*of, Settled.PAID, "2026-06-12", (first.header.id,))]


def test_the_same_again_is_told_once(central: Central, station: Station, voucher: str, clock: Hands) -> None:
    station.push(redeemed(station, voucher))
    clock.advance(timedelta(days=20))
    collected(central)
    before = station.feed().to
    collected(central)
    assert station.feed().to == before


def test_a_long_one_is_told_in_several_records(
    central: Central, station: Station, voucher: str, clock: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "AT_ONCE", 2)
    station.push(*(redeemed(station, voucher) for _ in range(5)))
    clock.advance(timedelta(days=20))
    collected(central)
    assert sorted(len(one.events) for one in told(station)) == [1, 2, 2]


def test_what_no_desk_turns_back_to_is_taken_back(
    central: Central, station: Station, voucher: str, clock: Hands
) -> None:
    station.push(redeemed(station, voucher))
    clock.advance(timedelta(days=20))
    collected(central)

    def withdrawn() -> int:
        with writing(central.engine) as tx:
            return statements.withdraw_old(tx, central.clock())

    assert withdrawn() == 0
    clock.advance(timedelta(days=400))
    assert withdrawn() == 1
    assert isinstance(collected(central), Stated)
    with reading(central.engine) as tx:
        assert dict(feed.live(tx, KIND)) == {}


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
