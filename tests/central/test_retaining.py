"""What is past its period goes at central: what was said, whose the visits were, who did what; the numbers stay."""

import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from central import deciding, feed, registers, retaining, tidying
from central.__main__ import main
from central.db import cases, reading, writing
from central.opening import Central
from central.periods import PERIODS, Rule
from central.scope import of_hub
from central.settings import Settings
from kiosk.domain.attendance import Counts
from kiosk.domain.events import Event, JsonBody, Type
from tests.central.conftest import NOON, SQLITE_ONLY, Hands
from tests.central.station import Station, arrival, enrolled, verdicts
from tests.central.test_erasing import erase, family, kinds_of_cases, rows

A_DAY = timedelta(days=1)
VISITS = "SELECT person, household, serial FROM visits ORDER BY person"


def night(central: Central, periods: Mapping[Rule, int] = PERIODS) -> dict[Rule, int]:
    return {rule: number for rule, number in retaining.retain(central, periods, dry_run=False).items() if number}


def came(station: Station, person: str, **more: str | int) -> Event:
    body = {**arrival(station.hub), "person": person, "serial": 0, "who": "child", "band": "6-10", **more}
    return station.record(Type.ARRIVED, body)


def left(station: Station, arrived: Event) -> Event:
    visit = arrived.body.content["visit"] if arrived.body else ""
    said = {"visit": visit, "how": "with_adult", "adult": "p9", "worker": "w", "entry": "e", "override": ""}
    return station.record(Type.LEFT, said)


def of_the_day(central: Central) -> Counts:
    with reading(central.engine) as tx:
        return registers.of_day(tx, "h1", NOON.date()).came


@pytest.fixture(autouse=True)
def worker(central: Central) -> None:
    account = {"name": "Ada", "roles": ["educator"], "serial": 1, "revoked": False, "verifier": ""}
    with writing(central.engine) as tx:
        feed.publish(tx, "worker", "w", account, scope=of_hub("h1"))


def test_a_visit_becomes_a_number_when_its_period_is_over(central: Central, station: Station, clock: Hands) -> None:
    arrived = came(station, "p1", serial=7)
    station.push(arrived, left(station, arrived))
    before = of_the_day(central)
    clock.advance(PERIODS[Rule.VISITS] * A_DAY)
    assert night(central) == {}
    clock.advance(A_DAY)
    assert night(central) == {Rule.VISITS: 2}
    assert rows(central, VISITS) == [("", "", 0)]
    assert rows(central, "SELECT person, serial, adult FROM facts") == [("", 0, "")] * 2
    assert rows(central, "SELECT count(*) FROM bodies") == [(0,)]
    assert of_the_day(central) == before
    assert night(central) == {}


@SQLITE_ONLY
def test_the_numbers_of_a_day_stay_what_they_were_whoever_was_seen_twice(
    central: Central, station: Station, app: ASGIApp, clock: Hands
) -> None:
    """At two stations one is one; who left and came again is two; a group is as large as who counted more says."""
    other = enrolled(central, app, name="two")
    first = came(station, "p1")
    station.push(first, left(station, first), came(station, "p1"), came(station, "p2"), group(station, 3))
    other.push(came(other, "p2"), came(other, "p3"), group(other, 5))
    before = of_the_day(central)
    assert before == Counts({"6-10": 4}, adults=5, groups=1)
    clock.advance((PERIODS[Rule.VISITS] + 1) * A_DAY)
    night(central)
    assert {row[0] for row in rows(central, VISITS)} == {""}
    assert of_the_day(central) == before


def group(station: Station, adults: int) -> Event:
    visit = str(arrival(station.hub)["visit"])
    said: JsonBody = {"visit": visit, "hub": station.hub, "serial": 5, "person": "p7", "party": visit, "children": ""}
    return station.record(Type.GROUP_ARRIVED, {**said, "adults": adults, "educators": 0, "worker": "", "entry": ""})


@SQLITE_ONLY
def test_what_one_station_told_late_is_kept_from_when_it_came(
    central: Central, station: Station, app: ASGIApp, clock: Hands
) -> None:
    """By central's own clock: a station's may say anything. The day it tells of still counts each once."""
    other = enrolled(central, app, name="two")
    station.push(came(station, "p1"))
    clock.advance(60 * A_DAY)
    other.push(came(other, "p1"))
    before = of_the_day(central)
    clock.advance(31 * A_DAY)
    assert night(central) == {Rule.VISITS: 1}
    assert sorted(row[0] for row in rows(central, VISITS)) == ["", "p1"]
    assert of_the_day(central) == before
    clock.advance(60 * A_DAY)
    assert night(central) == {Rule.VISITS: 1}
    assert of_the_day(central) == before


@SQLITE_ONLY
def test_a_body_that_is_gone_is_answered_as_before_when_it_comes_again(
    central: Central, station: Station, clock: Hands
) -> None:
    batch = [came(station, "p1"), station.record(Type.ARRIVED, {"visit": 3})]
    assert verdicts(station.push(*batch)) == [("accepted", ""), ("later", "unreadable")]
    clock.advance((PERIODS[Rule.TRAIL] + 1) * A_DAY)
    night(central)
    assert rows(central, "SELECT count(*) FROM bodies") == [(0,)]
    answers = station.push(*batch, came(station, "p2"))
    assert verdicts(answers) == [("duplicate", ""), ("later", "unreadable"), ("accepted", "")]
    assert answers.high_water == 3
    assert rows(central, "SELECT count(*) FROM visits") == [(2,)]


@SQLITE_ONLY
def test_what_a_person_still_has_to_look_at_stays_until_they_have(
    central: Central, station: Station, clock: Hands
) -> None:
    edit: JsonBody = {"kind": "member", "id": "m", "household": "f", "field": "given", "was": "", "now": "A"}
    station.push(station.record(Type.WEAKENING_ASKED, {**edit, "worker": "w", "entry": "e"}))
    assert "weakening_asked" in kinds_of_cases(central)
    clock.advance((PERIODS[Rule.BODIES] + 1) * A_DAY)
    assert night(central) == {}
    with writing(central.engine) as tx:
        for case in cases.still_open(tx):
            deciding.close(tx, case.number, "Ada", "looked at it", central.now())
    assert night(central) == {Rule.BODIES: 1}


def test_who_did_what_is_kept_for_two_years_and_then_goes(central: Central, station: Station, clock: Hands) -> None:
    said = {"worker": "w", "entry": "e", "what": "household", "subject": "f1"}
    looked, arrived = station.record(Type.LOOKED, said), came(station, "p1")
    station.push(looked, arrived, left(station, arrived))
    clock.advance((PERIODS[Rule.VISITS] + 1) * A_DAY)
    night(central)
    assert rows(central, "SELECT worker FROM facts WHERE what = 'left'") == [("w",)]
    assert rows(central, "SELECT seq FROM bodies") == [(1,)]
    clock.advance((PERIODS[Rule.TRAIL] - PERIODS[Rule.VISITS]) * A_DAY)
    assert night(central) == {Rule.TRAIL: 2}
    assert rows(central, "SELECT worker FROM facts WHERE what = 'left'") == [("",)]
    assert rows(central, "SELECT count(*) FROM bodies") == [(0,)]


@SQLITE_ONLY
def test_what_nobody_looked_at_in_two_years_goes_too(central: Central, station: Station, clock: Hands) -> None:
    station.push(came(station, "p1", hub="h9"))
    assert kinds_of_cases(central) == ["other_hub"]
    clock.advance((PERIODS[Rule.VISITS] + 1) * A_DAY)
    assert night(central) == {}
    clock.advance((PERIODS[Rule.TRAIL] - PERIODS[Rule.VISITS]) * A_DAY)
    assert night(central) == {Rule.TRAIL: 1}
    assert rows(central, VISITS) == [("", "", 0)]


def test_a_case_goes_when_it_was_closed_long_ago_and_an_open_one_never(
    central: Central, station: Station, clock: Hands
) -> None:
    station.push(replace(came(station, "p1"), body=None), replace(came(station, "p2"), body=None))
    with writing(central.engine) as tx:
        case, _ = cases.still_open(tx)
        deciding.close(tx, case.number, "Ada", "looked at it", central.now())
    clock.advance((PERIODS[Rule.CASES] + 1) * A_DAY)
    assert night(central)[Rule.CASES] == 1
    assert kinds_of_cases(central) == ["shredded"]


def test_the_numbers_themselves_go_after_ten_years(central: Central, station: Station, clock: Hands) -> None:
    arrived = came(station, "p1")
    visit = arrived.body.content["visit"] if arrived.body else ""
    station.push(arrived, station.record(Type.ARRIVAL_UNDONE, {"visit": visit, "why": "mistake"}))
    clock.advance((PERIODS[Rule.COUNTS] - 1) * A_DAY)
    night(central)
    assert [rows(central, f"SELECT count(*) FROM {table}") for table in ("visits", "undone_visits")] == [[(1,)]] * 2
    clock.advance(2 * A_DAY)
    assert night(central)[Rule.COUNTS] == 4
    assert rows(central, "SELECT count(*) FROM facts") == [(0,)]
    assert verdicts(station.push(arrived)) == [("duplicate", "")]


@SQLITE_ONLY
def test_policy_sets_the_days(central: Central, station: Station, clock: Hands) -> None:
    station.push(came(station, "p1"))
    clock.advance(8 * A_DAY)
    assert night(central) == {}
    assert night(central, {**PERIODS, Rule.VISITS: 7}) == {Rule.VISITS: 1}


@SQLITE_ONLY
def test_a_dry_run_says_what_would_go_and_lets_nothing_go(central: Central, station: Station, clock: Hands) -> None:
    station.push(came(station, "p1"), came(station, "p2"))
    clock.advance((PERIODS[Rule.VISITS] + 1) * A_DAY)
    said = retaining.retain(central, dry_run=True)
    assert said == {**dict.fromkeys(Rule, 0), Rule.VISITS: 2}
    assert rows(central, "SELECT count(*) FROM bodies") == [(2,)]
    assert retaining.retain(central, dry_run=False) == said


@SQLITE_ONLY
def test_it_comes_in_pieces(central: Central, station: Station, clock: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("central.db.retaining.AT_ONCE", 2)
    station.push(*(came(station, f"p{number}") for number in range(5)))
    clock.advance((PERIODS[Rule.VISITS] + 1) * A_DAY)
    assert night(central) == {Rule.VISITS: 5}


# --- the commands ---------------------------------------------------------------------------------------------------


@SQLITE_ONLY
def test_the_command_says_how_many_of_each_rule(
    settings: Settings, central: Central, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    asked = ["--database", settings.database, "--folder", str(settings.folder())]
    assert main(["retain", "--dry-run", *asked]) == 0
    assert capsys.readouterr().out.splitlines() == [f"{rule}: 0 would go" for rule in Rule]
    assert main(["retain", "--json", *asked]) == 0
    assert capsys.readouterr().out.strip() == "{" + ", ".join(f'"{rule}": 0' for rule in Rule) + "}"
    assert "past their periods: visits 0" in caplog.text


@SQLITE_ONLY
def test_the_office_erases_by_a_command(
    settings: Settings, central: Central, capsys: pytest.CaptureFixture[str]
) -> None:
    with writing(central.engine) as tx:
        family(tx)
    asked = ["--database", settings.database, "--folder", str(settings.folder()), "--by", "Ada", "--because", "asked"]
    assert main(["erase", "f1", "--person", "p2", *asked]) == 0
    assert main(["erase", "f1", *asked]) == 0
    assert main(["erase", "f1", *asked]) == 1
    assert "no such household" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["erase", "f1", *asked[:-1], "because Rossi wanted it"])


@SQLITE_ONLY
def test_nothing_of_them_is_left_in_the_bytes_of_the_file(
    settings: Settings, central: Central, station: Station, tmp_path: Path
) -> None:
    with writing(central.engine) as tx:
        for number in range(15):
            family(tx, f"f{number}", f"p{number}", f"q{number}")
    with sqlite3.connect(settings.file()) as database:  # as an older release, or another SQLite, deleted
        database.execute("PRAGMA secure_delete=OFF")
        database.execute(
            "CREATE TABLE old AS SELECT 'noci e pinoli' AS said FROM records AS a, records AS b LIMIT 20000"
        )
        database.execute("DROP TABLE old")
    database.close()
    assert b"noci e pinoli" in everything(settings)
    for number in range(15):
        erase(central, f"f{number}")
    assert tidying.leave_no_bytes(central)
    assert b"noci" not in everything(settings)
    assert b"Haddad" not in everything(settings)
    before = shutil.copy(settings.file(), tmp_path / "before.db")
    assert tidying.leave_no_bytes(central)  # nobody was erased since: it is not written again
    assert Path(before).read_bytes() == settings.file().read_bytes()


def everything(settings: Settings) -> bytes:
    return b"".join(file.read_bytes() for file in settings.folder().glob("central.db*"))
