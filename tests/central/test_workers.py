"""Workers' accounts: made, changed and revoked at central, by its command."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from central import feed, workers
from central.__main__ import main
from central.db import reading
from central.opening import Central
from central.settings import Settings
from kiosk.domain import codes, verifiers
from kiosk.domain.codes import Code, Kind

Run = Callable[..., tuple[int, str]]
PIN = "271828"
ADA = ("--add", "Ada Prova", "--hub", "h1", "--role", "educator")


@pytest.fixture
def run(
    settings: Settings, central: Central, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    def run(*arguments: str, pin: str = PIN) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(pin + "\n"))
        place = ("--database", settings.database, "--folder", str(settings.folder()))
        code = main(["worker", *arguments, *place])
        said = capsys.readouterr()
        return code, (said.out + said.err).strip()

    return run


def added(run: Run, *arguments: str) -> dict[str, Any]:
    code, said = run(*(arguments or ADA), "--json")
    assert code == 0, said
    card: dict[str, Any] = json.loads(said)
    return card


def fed(central: Central, worker: str) -> dict[str, object]:
    with reading(central.engine) as tx:
        return feed.get(tx, "worker", worker) or {}


def scope(central: Central, worker: str) -> str:
    with reading(central.engine) as tx:
        (row,) = [row for row in workers.every(tx) if row["id"] == worker]
    return str(row["scope"])


def test_a_worker_gets_an_account_and_a_card_that_central_signed(run: Run, central: Central) -> None:
    card = added(run)
    read = codes.read(card["code"], central.keys.listed())
    assert isinstance(read, Code)
    assert (read.kind, read.serial) == (Kind.WORKER, card["serial"])
    account = fed(central, card["worker"])
    assert (account["name"], account["roles"], account["revoked"]) == ("Ada Prova", ["educator"], False)
    assert verifiers.holds(str(account["verifier"]), PIN)
    assert PIN not in json.dumps(account)


def test_whom_no_touchscreen_may_know_is_fed_to_desks(run: Run, central: Central) -> None:
    here = added(run)["worker"]
    at_the_desk = added(run, *ADA, "--desk-only")["worker"]
    protector = added(run, *ADA, "--role", "safeguarding")["worker"]
    assert [scope(central, one) for one in (here, at_the_desk, protector)] == ["hub:h1", "desk:h1", "desk:h1"]


@pytest.mark.parametrize(
    ("arguments", "pin"),
    [(ADA, "123456"), (ADA, "12"), (("--add", "Ada", "--hub", "h1"), PIN), (("--add", " " * 81, *ADA[2:]), PIN)],
)
def test_an_account_that_would_let_nobody_or_anybody_in_is_not_made(
    run: Run, central: Central, arguments: tuple[str, ...], pin: str
) -> None:
    assert run(*arguments, pin=pin)[0] == 1
    with reading(central.engine) as tx:
        assert workers.every(tx) == []


def test_a_new_pin_takes_the_place_of_the_one_before(run: Run, central: Central) -> None:
    worker = added(run)["worker"]
    assert run("--pin", worker, pin="314159")[0] == 0
    verifier = str(fed(central, worker)["verifier"])
    assert verifiers.holds(verifier, "314159")
    assert not verifiers.holds(verifier, PIN)
    assert run("--pin", worker, pin="111111")[0] == 1


def test_a_new_card_kills_the_one_before(run: Run, central: Central) -> None:
    first = added(run)
    second = json.loads(run("--card", first["worker"], "--json")[1])
    assert fed(central, first["worker"])["serial"] == second["serial"] != first["serial"]
    with reading(central.engine) as tx:
        assert feed.get(tx, "revocation", str(first["serial"])) is not None
        assert feed.get(tx, "revocation", str(second["serial"])) is None


def test_one_who_is_revoked_loses_account_and_card_and_gets_nothing_new(run: Run, central: Central) -> None:
    card = added(run)
    assert run("--revoke", card["worker"])[0] == 0
    assert fed(central, card["worker"])["revoked"] is True
    with reading(central.engine) as tx:
        assert feed.get(tx, "revocation", str(card["serial"])) is not None
    for what in ("--revoke", "--pin", "--card"):
        assert run(what, card["worker"])[0] == 1
    assert f'"serial": {card["serial"]}' in central.journal.file.read_text()  # outlives an old backup


def test_nobody_is_changed_whom_central_does_not_know(run: Run) -> None:
    for what in ("--revoke", "--pin", "--card"):
        assert run(what, "nobody")[0] == 1
    assert run("--add", "Ada Prova", "--role", "educator")[0] == 2  # no hub


def test_the_list_shows_everybody_and_no_verifier(run: Run) -> None:
    worker = added(run)["worker"]
    run("--revoke", worker)
    code, said = run("--list")
    assert code == 0
    assert worker in said
    assert "revoked" in said
    assert "argon2" not in said + run("--list", "--json")[1]
