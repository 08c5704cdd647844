import json
import signal
import subprocess
import sys
import urllib.request
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from central import feed, tidying, upkeep
from central.__main__ import main
from central.db import epochs, meta, reading, writing
from central.opening import Central, opened
from central.periods import Rule
from central.settings import Settings
from central.statements import NotStated
from kiosk.domain import codes, wire
from kiosk.domain.keys import raw_public
from tests.central.conftest import BOTH, Hands, settings_in
from tests.central.station import Station, feed_path, invite

DATABASES = ("sqlite",)  # what the commands do is tested on both in the modules of its own

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--database", settings.database, "--folder", str(settings.folder())])
        said = capsys.readouterr()
        return code, (said.out + said.err).strip()

    return run


def test_init_makes_everything_and_shows_the_roots_fingerprint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_in(tmp_path / "new")
    root = tmp_path / "stick" / "root.key"
    assert main(["init", "--database", settings.database, "--root-key", str(root)]) == 0
    with opened(settings) as central:
        assert capsys.readouterr().out == f"root {central.keys.fingerprint()}\n"
    assert root.exists()


def test_every_command_makes_what_is_missing(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "new")
    assert main(["stations", "--database", settings.database]) == 0
    assert settings.working_file().exists()


def test_an_enrolment_code_is_printed_with_the_fingerprint(run: Run, central: Central) -> None:
    code, said = run("enrolment", "--hub", "h1", "--role", "desk", "--name", "Desk", "--json")
    answer = json.loads(said)
    assert code == 0
    assert answer["root"] == central.keys.fingerprint()
    read = codes.read(answer["code"], central.keys.listed())
    assert isinstance(read, codes.Code)
    assert read.kind is codes.Kind.ENROLMENT
    assert answer["root"] in run("enrolment", "--hub", "h1", "--role", "desk", "--name", "Desk")[1]


def test_blanks_are_shown_with_their_codes_only_when_asked(run: Run, station: Station) -> None:
    assert run("blanks", "--station", "one", "--count", "3") == (0, "3 blanks for one, serials 1 to 3")
    _, said = run("blanks", "--station", station.id, "--count", "2", "--json")
    assert [serial for serial, _ in json.loads(said)["codes"]] == [4, 5]
    assert len([item for item in station.copy().values() if item.kind == "grant"]) == 2


def test_blanks_for_nobody_are_refused(run: Run, station: Station) -> None:
    assert run("blanks", "--station", "nobody", "--count", "3")[0] == 1
    assert run("blanks", "--station", "one", "--count", "0")[0] == 2


def test_the_lists_say_what_there_is(run: Run, station: Station) -> None:
    station.push(station.arrive(), station.record("dreamt", {}))  # type: ignore[arg-type]
    assert json.loads(run("events", "--json")[1]) == {
        "total": 2,
        "distinct": 2,
        "visits": 1,
        "cases": 1,
        "by_type": {"arrived": {"accepted": 1}, "dreamt": {"later": 1}},
    }
    assert "arrived: 1 accepted" in run("events")[1]
    assert [case["kind"] for case in json.loads(run("cases", "--json")[1])] == ["unknown_type"]
    assert "unknown_type" in run("cases")[1]
    assert [row["id"] for row in json.loads(run("stations", "--json")[1])] == [station.id]
    assert station.id in run("stations")[1]


def test_a_case_is_closed_and_the_decision_listed(run: Run, station: Station) -> None:
    station.push(station.record("dreamt", {}))  # type: ignore[arg-type]
    (case,) = json.loads(run("cases", "--json")[1])
    number = str(case["number"])
    assert run("cases")[1].startswith(f"{number}  ")
    assert run("skip", number, "--by", "Ada", "--because", "no")[0] == 1
    assert run("close", number, "--by", "Ada", "--because", "") == (
        2,
        "wishmi-central: a name and a reason, each of 1 to 500 characters",
    )
    assert run("close", number, "--by", "Ada", "--because", "an experiment") == (0, f"case {number} closed")
    assert run("close", number, "--by", "Ada", "--because", "again") == (1, "somebody has closed this case before")
    assert json.loads(run("cases", "--json")[1]) == []
    (decision,) = json.loads(run("decisions", "--json")[1])
    assert (decision["who"], decision["what"], decision["why"]) == ("Ada", "closed", "an experiment")
    assert f"Ada  closed  unknown_type  station {station.id}" in run("decisions")[1]


def test_a_broken_event_is_skipped(run: Run, station: Station) -> None:
    event = station.arrive()
    station.push(replace(event, header=replace(event.header, recorded_at="")), station.arrive())
    (case,) = json.loads(run("cases", "--json")[1])
    number = str(case["number"])
    assert run("skip", number, "--by", "Ada", "--because", "a bad disk") == (
        0,
        f"case {number} closed, its event is skipped when it comes again",
    )
    with pytest.raises(SystemExit):
        run("skip", number)


def test_a_revoked_card_is_fed_to_everyone(run: Run, station: Station) -> None:
    assert run("revoke", "--serial", "7") == (0, "card 7 revoked")
    assert run("revoke", "--serial", "7") == (0, "card 7 was revoked before")
    assert run("revoke", "--serial", "-1")[0] == 2
    assert station.copy()["revocation", "7"].data == {"serial": 7}


@BOTH
def test_the_demonstration_city_can_be_loaded_twice(run: Run, central: Central) -> None:
    first, again = (json.loads(run("demo", "--json")[1]) for _ in range(2))
    assert first["new"] > 0
    assert (again["new"], again["changed"]) == (0, 0)
    assert again["cards"] == first["cards"]
    for card in first["cards"]:
        read = codes.read(card["code"], central.keys.listed())
        assert isinstance(read, codes.Code)
        assert read.serial == card["serial"]
    assert first["cards"][0]["code"] in run("demo")[1]


def test_a_file_that_cannot_be_imported_is_said_so(run: Run, tmp_path: Path) -> None:
    assert run("import", str(tmp_path / "none.geojson"), "--mapping", str(tmp_path / "none.toml"))[0] in (1, 2)


def test_other_keys_are_said_so(run: Run, settings: Settings) -> None:
    settings.working_file().unlink()
    assert run("stations") == (3, "wishmi-central: the keys in keys.json are not those of this database")


def test_a_database_that_cannot_be_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stations", "--database", "mysql://x"]) == 2
    assert "SQLite" in capsys.readouterr().err


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_serve_says_where_it_listens_and_stops_when_told(settings: Settings, stop: signal.Signals) -> None:
    where = ["--database", settings.database, "--folder", str(settings.folder())]
    command = [sys.executable, "-m", "central", "serve", "--port", "0", *where]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = process.stdout.readline().split()
        assert line[:2] == ["listening", "on"]
        with urllib.request.urlopen(line[2] + "/v1/health") as answer:
            assert json.load(answer)["status"] == "ok"
        process.send_signal(stop)
        assert process.wait(50) == 0
        assert process.stderr.read() == ""


# --- upkeep ---------------------------------------------------------------------------------------------------------


def test_a_key_is_rotated(run: Run, central: Central) -> None:
    assert run("rotate", "cards") == (0, "cards: key 05 signs, the one before only verifies; list 2")
    assert run("rotate", "cards", "--revoke") == (0, "cards: key 07 signs, the one before is revoked; list 3")
    assert central.keys.cards.kid == b"\x07"
    assert central.keys.listed().number == 3


def test_nothing_is_rotated_without_the_root_key(run: Run, settings: Settings) -> None:
    code, said = run("rotate", "wire", "--root-key", str(settings.folder() / "none"))
    assert code == 2
    assert "none" in said
    with pytest.raises(SystemExit):
        run("rotate", "updates")


def test_a_certificate_for_tls_is_made(run: Run, settings: Settings) -> None:
    assert run("tls", "--name", "central.example", "--name", "127.0.0.1") == (
        0,
        "tls.pem for central.example, 127.0.0.1, 397 days",
    )
    assert (settings.folder() / "tls.pem").exists()
    assert run("tls", "--name", "a b")[0] == 2
    assert run("tls", "--name", "a", "--days", "0")[0] == 2


def test_a_revoked_station_is_refused_and_looked_at(run: Run, station: Station) -> None:
    assert run("revoke", "--station", "one") == (0, f"station {station.id} revoked")
    assert run("revoke", "--station", station.id) == (0, f"station {station.id} was revoked before")
    assert run("revoke", "--station", "nobody") == (1, "no station has this id or name")
    assert station.send("GET", "/v1/digests").json() == {"error": "revoked"}
    assert "station_revoked" in run("cases")[1]
    assert "revoked" in run("stations")[1]


def test_either_a_card_or_a_station_is_revoked(run: Run, station: Station) -> None:
    for arguments in ((), ("--serial", "1", "--station", "one")):
        with pytest.raises(SystemExit):
            run("revoke", *arguments)


def test_a_certificate_that_ran_out_is_forgiven(run: Run, station: Station, clock: Hands) -> None:
    clock.advance(timedelta(days=91))
    body = wire.dump_renewal(raw_public(station.key))
    assert station.send("POST", "/v1/certificates", body).status_code == 403
    assert run("renew", "one")[0] == 0
    assert station.send("POST", "/v1/certificates", body).status_code == 200
    assert run("renew", "nobody")[0] == 1


def test_a_database_that_was_restored_elsewhere_is_said_to_be(run: Run, central: Central) -> None:
    with reading(central.engine) as tx:
        before = epochs.current(tx)
    code, said = run("restored")
    with reading(central.engine) as tx:
        assert code == 0
        assert f"epoch {epochs.current(tx)}" in said
        assert epochs.current(tx) != before


@BOTH
def test_what_is_past_its_time_goes(settings: Settings, run: Run, central: Central, station: Station) -> None:
    station.feed()
    with writing(central.engine) as tx:
        for name in ("a", "b"):
            feed.publish(tx, "note", name, {})
            feed.withdraw(tx, "note", name)
    invite(central)
    revoking_said = run("revoke", "--station", "one")
    assert revoking_said[0] == 0
    assert run("tidy", "--dry-run")[1].splitlines() == [
        "tombstones: 0 would go",
        "nonces of revoked stations: 1 would go",
        "unused codes: 1 would go",  # the test's clock is months behind
        "facts of past days: 0 would go",
        "sign ups of past sessions: 0 would go",
        "statements of past years: 0 would go",
        *(f"{rule}: 0 would go" for rule in Rule),
    ]
    long_after = replace(settings, clock=lambda: datetime.now(UTC) + timedelta(days=365))
    with opened(long_after) as later:
        # two notes, and the lead of a hub that has no station any more
        expected = tidying.Went(3, 1, 1, facts_of_past_days=0, sign_ups_of_past_sessions=0, statements_of_past_years=0)
        assert tidying.tidy(later, dry_run=True) == expected
        assert tidying.tidy(later, dry_run=False) == expected
        assert tidying.tidy(later, dry_run=False) == tidying.Went(0, 0, 0, 0, 0, 0)


@BOTH
def test_a_station_that_was_away_for_too_long_copies_anew(
    settings: Settings, run: Run, central: Central, station: Station
) -> None:
    with writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
        feed.withdraw(tx, "note", "a")
    cursor = station.feed().to
    long_after = replace(settings, clock=lambda: datetime.now(UTC) + timedelta(days=91))
    assert upkeep.tidy(long_after, Namespace(dry_run=True, json=False)) == 0
    with reading(central.engine) as tx:
        assert meta.get(tx, "purged_rev") == ""
    assert upkeep.tidy(long_after, Namespace(dry_run=False, json=False)) == 0
    assert station.feed(cursor).items == ()
    assert ("note", "a") not in station.copy()
    answer = station.send("GET", feed_path(wire.Cursor(cursor.epoch, 1, 1, 1)))
    assert wire.parse_restart(answer.content).why == "purged"


def test_a_statement_is_collected_confirmed_and_paid_by_two_people(central: Central, run: Run) -> None:
    of = ("statement", "pool", "--since", "2026-01-01", "--until", "2026-01-31")
    assert run(*of)[0] == 0
    assert run(*of, "--turn", "confirmed")[0] == 2  # without a name or a reason
    assert run(*of, "--turn", "confirmed", "--by", "Ada", "--because", "invoice 7") == (0, "pool: 0 cents, confirmed")
    paid = (*of, "--turn", "paid", "--because", "transfer 12", "--by")
    assert run(*paid, "Ada") == (1, str(NotStated.SAME))
    assert [run(*paid, who)[0] for who in ("Bruno", "Bruno")] == [0, 0]
    assert "Bruno" in run("decisions")[1]
