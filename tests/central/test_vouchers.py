"""Awards, what becomes of them, and a station that will not answer any more."""

from datetime import timedelta
from pathlib import Path

import pytest

from central import (
    allotting,
    awards,
    declaring,
    erasing,
    expiring,
    feed,
    issuing,
    ledger,
    nightly,
    programmes,
    vouchers,
    witness,
)
from central.__main__ import main
from central.awards import BadFile
from central.clock import city_day
from central.db import Tx, locks, reading, stations, writing
from central.declaring import Lost, NotLost
from central.opening import Central
from kiosk.domain.accounts import Kind
from kiosk.domain.allotments import Granted, What
from kiosk.domain.erasure import Erasure
from kiosk.domain.parts import Part
from kiosk.domain.programmes import State, Voucher
from kiosk.domain.wire import No
from tests.central import value
from tests.central.conftest import SQLITE_ONLY, Hands
from tests.central.station import Station, enrolled
from tests.central.test_booking import left, open_cases, redeemed, reversal
from tests.central.value import HEAD, ask, balance, given_back, of_voucher

NOW = "2026-05-22T12:00:00.000Z"


@pytest.fixture
def voucher(central: Central) -> str:
    return value.city(central)


# --- awards ---------------------------------------------------------------------------------------------------------


def awarded(tx: Tx, *lines: str, ranking: bool = False) -> issuing.Issued | issuing.NotIssued:
    return issuing.issue(tx, awards.read([HEAD, *lines], programmes.every(tx)), NOW, ranking=ranking)


def test_the_same_file_twice_issues_nothing_new(central: Central, tx: Tx) -> None:
    value.programme(tx)
    value.funded(tx)
    value.family(tx)
    assert awarded(tx, "a1,dote,f1,p1,100,50", "a2,dote,f1,p1,20,") == issuing.Issued(new=2, before=0)
    assert awarded(tx, "a1,dote,f1,p1,100,50", "a2,dote,f1,p1,20,") == issuing.Issued(new=0, before=2)


def test_a_household_that_nobody_knows_gets_nothing_and_nobody_else_does(central: Central, tx: Tx) -> None:
    value.programme(tx)
    value.family(tx)
    assert awarded(tx, "a1,dote,f1,p1,100,50", "a2,dote,f9,p1,100,50") == issuing.NotIssued(unknown=(2,))
    assert awarded(tx, "a1,dote,f1,p7,100,50") == issuing.NotIssued(unknown=(1,))


def test_more_than_there_is_is_not_awarded_at_all(central: Central) -> None:
    with writing(central.engine) as tx:
        value.programme(tx)
        value.family(tx)
        value.funded(tx, euro=150)
        assert awarded(tx, "a1,dote,f1,p1,100,0", "a2,dote,f1,p1,100,0") == issuing.NotIssued(beyond=2)


def test_of_a_ranking_the_first_get_theirs_and_the_others_are_told_kindly(central: Central, station: Station) -> None:
    lines = ["a1,dote,f1,p1,100,", "a2,dote,f1,p1,100,", "a3,dote,f1,p1,10,"]
    with writing(central.engine) as tx:
        value.programme(tx)
        value.family(tx)
        value.funded(tx, euro=1000)
        awarded(tx, "big,dote,f1,p1,850,")
        assert awarded(tx, *lines, ranking=True) == issuing.Issued(new=1, before=0, not_awarded=2)
    told = [item.data for item in station.copy().values() if item.kind == "voucher"]
    assert sorted((data["state"], data["worth"]) for data in told) == [
        ("live", 10_000), ("live", 85_000), ("not_awarded", 0), ("not_awarded", 0)
    ]  # fmt: skip
    with writing(central.engine) as tx:
        ledger.pay(tx, "state", 20_000, "more", NOW)
        assert awarded(tx, *lines, ranking=True) == issuing.Issued(new=2, before=1)
    value.books_hold(central)


@SQLITE_ONLY
@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["reference,programme,household,people,state,isee", "a,dote,f1,p1,1,9000"], "column 6"),
        (["reference,programme,household,people,codice fiscale", "a,dote,f1,p1,x"], "column 5"),
        (["reference,household,people,state", "a,f1,p1,1"], "each column once"),
        ([HEAD, "RSSMRA80A01F205X,dote,f1,p1,1,"], "line 2: a tax code"),
        ([HEAD, "a,none,f1,p1,1,"], "line 2: no such programme"),
        ([HEAD, "a,dote,f1,p1,1,", "a,dote,f1,p1,1,"], "a reference stands twice"),
        ([HEAD, "a,dote,f1,p1,,"], "line 2: nothing"),
        ([HEAD, "a,dote,f1,p1,1.5,"], "line 2: amounts"),
        ([HEAD, "a,dote,f1,,1,"], "line 2: nobody"),
        ([HEAD, "a,dote,f1,p1,1"], "line 2: 6 columns"),
    ],
)
def test_a_file_with_anything_else_in_it_is_not_read(tx: Tx, lines: list[str], why: str) -> None:
    value.programme(tx)
    with pytest.raises(BadFile, match=why) as told:
        awards.read(lines, programmes.every(tx))
    assert "RSSMRA" not in str(told.value)
    assert "9000" not in str(told.value)


def test_of_a_shielded_family_touchscreens_are_not_told(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        value.programme(tx)
        value.funded(tx)
        value.family(tx, shielded=True)
        value.voucher_of(tx)
    assert [item for item in station.copy().values() if item.kind == "voucher"] == []


@SQLITE_ONLY
def test_a_fund_is_not_taken_from_a_programme_whose_vouchers_lie_in_it(tx: Tx) -> None:
    value.programme(tx)
    with pytest.raises(ValueError, match="lie in the funds"):
        value.programme(tx, funds=["city"])
    with pytest.raises(ValueError, match="has no income"):
        value.programme(tx, income=5)


# --- stopped, extended, over ----------------------------------------------------------------------------------------


def test_a_suspended_voucher_is_granted_nothing_until_it_is_resumed(
    central: Central, station: Station, voucher: str
) -> None:
    with writing(central.engine) as tx:
        suspended = expiring.suspend(tx, voucher, "Anna", "wrong child", NOW)
        assert isinstance(suspended, Voucher)
        assert suspended.state is State.SUSPENDED
    assert ask(station, of_voucher(voucher, 100)).why is No.SUSPENDED
    with writing(central.engine) as tx:
        expiring.resume(tx, voucher, "Anna", "put right", NOW)
        assert expiring.resume(tx, voucher, "Anna", "again", NOW) is expiring.NotDone.NOT_SO
    assert ask(station, of_voucher(voucher, 100)).granted == 100


def test_what_is_left_after_the_last_day_goes_back_and_what_comes_later_too(
    central: Central, station: Station, voucher: str, clock: Hands
) -> None:
    ask(station, of_voucher(voucher, 6000))
    station.push(redeemed(station, voucher, "state:1000"))
    with writing(central.engine) as tx:
        assert expiring.reclaim(tx, clock().date(), central.now()) == {}
    clock.time = clock.time.replace(month=12, day=31, hour=22, minute=59)  # 23.59 in Rome
    with writing(central.engine) as tx:
        assert expiring.reclaim(tx, city_day(clock()), central.now()) == {}
    clock.advance(timedelta(minutes=1))
    with writing(central.engine) as tx:
        assert expiring.reclaim(tx, city_day(clock()), central.now()) == {"state": 4000, "city": 5000}
        (told,) = allotting.told(tx, [(voucher, station.id)]).values()
        assert told.back == 5000
    station.push(value.given_back(station, voucher, "state:5000"))
    with writing(central.engine) as tx:
        assert expiring.reclaim(tx, city_day(clock()), central.now()) == {"state": 5000}
    assert balance(central, Kind.SPENT) == 1000
    value.books_hold(central)


def test_more_time_is_more_time(central: Central, voucher: str, clock: Hands) -> None:
    with writing(central.engine) as tx:
        assert expiring.extend(tx, voucher, "2026-11-01", "Anna", "ill", NOW) is expiring.NotDone.NO_DAY
        extended = expiring.extend(tx, voucher, "2027-03-01", "Anna", "ill", NOW)
        assert isinstance(extended, Voucher)
        clock.time = clock.time.replace(year=2027, month=2)
        assert expiring.reclaim(tx, clock().date(), central.now()) == {}


# --- erased ---------------------------------------------------------------------------------------------------------


def test_the_money_of_a_family_that_was_erased_goes_back_and_nothing_leads_to_them(
    central: Central, station: Station, voucher: str
) -> None:
    ask(station, of_voucher(voucher, 6000))
    station.push(redeemed(station, voucher, "state:1000"))
    with writing(central.engine) as tx:
        locks.erasing(tx)
        erasing.erase(tx, central.journal, Erasure("f1", "", NOW, frozenset()), NOW)
        assert feed.get(tx, "voucher", voucher) is None
        assert expiring.reclaim(tx, central.clock().date(), NOW) == {"state": 4000, "city": 5000}
        assert tx.exec_driver_sql("SELECT count(*) FROM bodies WHERE household = 'f1'").scalar() == 0
    late = redeemed(station, voucher, "state:500")
    station.push(late)
    assert balance(central, Kind.SPENT) == 1500
    value.books_hold(central)


def test_a_voucher_of_two_children_is_the_others_when_one_is_erased(central: Central) -> None:
    with writing(central.engine) as tx:
        value.programme(tx)
        value.funded(tx)
        value.family(tx, people=("p1", "p2"))
        id_ = value.voucher_of(tx, "a1,dote,f1,p1 p2,100,")
        locks.erasing(tx)
        erasing.erase(tx, central.journal, Erasure("f1", "p1", NOW, frozenset()), NOW)
        assert vouchers.of(tx, [id_])[id_].people == ("p2",)


# --- lost -----------------------------------------------------------------------------------------------------------


def lose(central: Central, station: Station, who: str, *, former: bool = False) -> Lost | NotLost:
    with writing(central.engine) as tx:
        there = stations.by_id(tx, station.id)
        assert there is not None
        return declaring.declare_lost(tx, there, who, "burnt", central.now(), former=former)


def test_a_station_is_lost_when_two_people_say_so(central: Central, station: Station, voucher: str) -> None:
    ask(station, of_voucher(voucher, 12_000))
    assert lose(central, station, "Anna") is NotLost.SECOND
    assert lose(central, station, " anna ") is NotLost.SAME
    assert balance(central, Kind.ALLOTTED) == 12_000
    assert lose(central, station, "Bruno") == Lost(2, 0)
    assert (balance(central, Kind.ALLOTTED), balance(central, Kind.LOST)) == (0, 12_000)
    assert left(central, voucher) == 15_000
    assert lose(central, station, "Carla") is NotLost.BEFORE
    value.books_hold(central)


def test_what_a_lost_station_tells_after_all_is_booked_against_what_it_was_lost_with(
    central: Central, station: Station, voucher: str
) -> None:
    ask(station, of_voucher(voucher, 12_000))
    paid = redeemed(station, voucher, "state:4000")
    for who in ("Anna", "Bruno"):
        lose(central, station, who)
    station.push(paid)
    assert (balance(central, Kind.LOST), balance(central, Kind.SPENT)) == (8000, 4000)
    assert ask(station, of_voucher(voucher, 1)).why is No.FROZEN
    value.books_hold(central)


def test_the_store_before_may_be_lost_and_the_one_now_goes_on(central: Central, station: Station, voucher: str) -> None:
    ask(station, of_voucher(voucher, 12_000))
    station.incarnation = "f" * 16
    ask(station, of_voucher(voucher, 3000))
    for who in ("Anna", "Bruno"):
        lose(central, station, who, former=True)
    assert (balance(central, Kind.LOST), balance(central, Kind.ALLOTTED)) == (12_000, 3000)
    assert ask(station, of_voucher(voucher, 9000)).granted == 9000


# --- central was restored (G14) -------------------------------------------------------------------------------------


def restored(central: Central) -> None:
    """As if grants, and nothing else, had been forgotten: a database of before them."""
    witness.begin_anew(central.engine, None, central.now())


def test_after_a_restore_nothing_is_granted_until_all_have_said_what_they_hold(
    central: Central, station: Station, voucher: str
) -> None:
    other = enrolled(central, station.app, name="two")
    for one in (station, other):
        ask(one)
    restored(central)
    assert ask(station, of_voucher(voucher, 100)).why is No.UNSETTLED
    assert nightly.grant_all(central) == nightly.Given()
    ask(other)
    assert ask(station, of_voucher(voucher, 100)).granted == 100


def test_a_station_that_is_lost_is_not_waited_for(central: Central, station: Station, voucher: str) -> None:
    other = enrolled(central, station.app, name="two")
    ask(station)
    restored(central)
    for who in ("Anna", "Bruno"):
        lose(central, other, who)
    assert ask(station, of_voucher(voucher, 100)).granted == 100


def test_what_was_granted_and_forgotten_is_taken_from_the_pool_again(
    central: Central, station: Station, voucher: str
) -> None:
    ask(station)
    restored(central)
    held = Granted(voucher, What.VOUCHER, (Part("state", 10_000), Part("city", 2000)), station.incarnation)
    station.push(redeemed(station, voucher, "state:4000"))  # before it was asked what it holds
    ask(station, holdings=(held,))
    ask(station, holdings=(held,))
    assert balance(central, Kind.ALLOTTED, voucher) == 8000
    assert (balance(central, Kind.POOL, voucher), balance(central, Kind.CONTINGENCY)) == (3000, 50_000)
    assert left(central, voucher) == 11_000
    assert ask(station, of_voucher(voucher, 15_000)).granted == 3000
    value.books_hold(central)


def test_what_was_granted_and_given_back_and_both_were_forgotten_is_central_s(
    central: Central, station: Station, voucher: str
) -> None:
    ask(station)
    restored(central)
    station.push(given_back(station, voucher, "state:4000"))
    station.push(given_back(station, "purse", "purse:100"))
    held = (
        Granted(voucher, What.VOUCHER, (Part("state", 10_000),), station.incarnation),
        Granted("purse", What.PURSE, (Part("purse", 1000),), station.incarnation),
    )
    ask(station, holdings=held)
    assert (balance(central, Kind.ALLOTTED, voucher), balance(central, Kind.POOL, voucher)) == (6000, 9000)
    assert (balance(central, Kind.PURSE), open_cases(central)) == (900, ["restored"])
    value.books_hold(central)


def test_what_contingency_paid_of_a_forgotten_grant_is_not_granted_again(
    central: Central, station: Station, voucher: str
) -> None:
    """What was freed by a reversal, and granted, is told after it was given: then the station has it no more."""
    ask(station, of_voucher(voucher, 10_000))
    before = redeemed(station, voucher, "state:8000")
    station.push(before)
    restored(central)
    station.push(redeemed(station, voucher, "state:10000"))
    station.push(reversal(station, before))
    ask(station, holdings=(Granted(voucher, What.VOUCHER, (Part("state", 18_000),), station.incarnation),))
    assert (balance(central, Kind.ALLOTTED, voucher), balance(central, Kind.CONTINGENCY)) == (0, 50_000)
    assert (balance(central, Kind.POOL, voucher), left(central, voucher)) == (5000, 5000)
    assert "holdings_beyond" not in open_cases(central)
    value.books_hold(central)


def test_what_a_purse_gave_that_was_granted_and_forgotten_is_taken_from_the_purses_again(
    central: Central, station: Station, voucher: str
) -> None:
    ask(station)
    restored(central)
    station.push(redeemed(station, voucher, "purse:300", means="purse"))
    assert (balance(central, Kind.CONTINGENCY), balance(central, Kind.PURSE)) == (50_000, 0)
    assert (
        ask(station, holdings=(Granted("purse", What.PURSE, (Part("purse", 1000),), station.incarnation),)).why is None
    )
    assert balance(central, Kind.PURSE) == 700
    value.books_hold(central)


def test_another_hubs_family_need_not_wait(central: Central, station: Station, voucher: str) -> None:
    ask(station)
    silent = enrolled(central, station.app, "h2", name="two")
    ask(silent)
    restored(central)
    assert ask(station, of_voucher(voucher, 100)).granted == 100


# --- from the command line ------------------------------------------------------------------------------------------


@SQLITE_ONLY
def test_programmes_and_vouchers_by_files(central: Central, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with writing(central.engine) as tx:
        value.family(tx)
    url = str(central.engine.url)

    def run(*words: str) -> int:
        return main([*words, "--database", url])

    toml, file = tmp_path / "p.toml", tmp_path / "a.csv"
    toml.write_text('[dote]\nname = { it = "Dote" }\nfunds = ["state"]\nstarts = "2026-01-01"\nuntil = "2026-12-31"\n')
    file.write_text("reference;programme;household;people;state\na1;dote;f1;p1;200,00\n")
    assert run("programmes", "import", str(toml)) == 0
    assert run("vouchers", "issue", str(file)) == 1  # there is no money yet
    assert run("funds", "pay", "state", "1000", "--reference", "r1") == 0
    assert run("funds", "pay", "state", "1000", "--reference", "r1") == 0
    assert run("funds", "set-aside", "contingency", "state", "100,00", "--reference", "c1") == 0
    assert run("vouchers", "issue", str(file), "--dry-run") == 0
    assert run("vouchers", "issue", str(file), "--json") == 0
    assert '"new": 1' in capsys.readouterr().out
    assert run("funds", "list", "--json") == 0
    assert '["fund", "state", 70000]' in capsys.readouterr().out
    with reading(central.engine) as tx:
        assert [voucher.worth for voucher in vouchers.every(tx)] == [20_000]
