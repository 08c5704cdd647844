"""A machine becomes a station, or is told plainly why not."""

from pathlib import Path

import pytest

from kiosk.__main__ import main
from kiosk.clock import Clock
from kiosk.db.store import Store
from kiosk.domain.wire import EnrolmentAsk
from kiosk.field import enrol
from kiosk.field.enrol import Asked, NotEnrolled
from kiosk.settings import Settings
from kiosk.sync import central as http
from kiosk.sync.central import CentralUnreachable
from tests.central_at import CentralAt
from tests.station import Station, enrolled


def test_a_new_machine_makes_its_store_and_key_and_is_a_station(
    tmp_path: Path, central: CentralAt, capsys: pytest.CaptureFixture[str]
) -> None:
    root = central.own.keys.fingerprint()
    said = main(
        ["--data", str(tmp_path / "new"), "enrol", "--central", central.url, "--code", central.invite(), "--root", root]
    )
    assert said == 0
    assert "of hub hub-1" in capsys.readouterr().out
    assert main(["--data", str(tmp_path / "new"), "sync", "--once", "--json"]) == 0


def test_a_root_that_is_not_the_one_brought_by_hand_is_refused(
    store: Store, central: CentralAt, settings: Settings
) -> None:
    asked = Asked(central.url, central.invite(), "00" * 8)
    private_key, ask = enrol.new_ask(asked)
    answer = http.enrol(central.url, ask)
    with pytest.raises(NotEnrolled, match="another root"):
        enrol.accept(store, asked, private_key, answer, Clock())
    with store.begin() as tx:
        assert tx.station.get() is None


def test_a_station_is_not_enrolled_over(station: Station, central: CentralAt, settings: Settings) -> None:
    with pytest.raises(NotEnrolled, match="already"):
        enrolled(station.store, central, settings, station.clock)


def test_a_used_code_makes_no_second_station(station: Station, central: CentralAt) -> None:
    code = central.invite()
    http.enrol(central.url, EnrolmentAsk(code, bytes(31) + b"\x01"))
    with pytest.raises(CentralUnreachable):
        http.enrol(central.url, EnrolmentAsk(code, bytes(31) + b"\x02"))


@pytest.mark.parametrize("command", [["status"], ["sync", "--once"], ["audit", "--verify"]])
def test_a_machine_without_a_store_is_told_so(tmp_path: Path, command: list[str]) -> None:
    assert main(["--data", str(tmp_path / "nothing"), *command]) == 1


@pytest.mark.parametrize("url", ["foo", "http://", "http://[x"])
def test_what_is_no_address_is_told_plainly(tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--central", url, "--code", "WM1", "--root", "00"]
    assert main(["--data", str(tmp_path / "new"), "enrol", *asked]) == 1
    assert "no address" in capsys.readouterr().err


def test_the_status_is_honest(station: Station, central: CentralAt, capsys: pytest.CaptureFixture[str]) -> None:
    code = central.cards("amina")["amina"]
    central.grant(station.id, 4)
    station.sync()
    station.scan(code)
    station.store.close()
    assert main(["--data", str(station.settings.data), "status"]) == 0
    said = capsys.readouterr().out
    for line in ("waiting: 1", "blanks left: 4", "visits: 1", "first copy complete: True"):
        assert line in said
    assert "Amina" not in said


def test_a_first_start_that_was_cut_is_no_hindrance(tmp_path: Path, central: CentralAt) -> None:
    cut = tmp_path / "cut"
    cut.mkdir()
    (cut / "hub.key").write_text("00ff")
    root = central.own.keys.fingerprint()
    asked = ["--central", central.url, "--code", central.invite(), "--root", root]
    assert main(["--data", str(cut), "enrol", *asked]) == 0
    assert (cut / "hub.key").stat().st_mode & 0o777 == 0o600
