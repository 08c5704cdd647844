"""A machine becomes a station, or is told plainly why not."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import tls
from kiosk.__main__ import main
from kiosk.clock import Clock
from kiosk.db.store import Store, open_store, read_key
from kiosk.domain import certificates, keys
from kiosk.domain.wire import Enrolment, EnrolmentAsk
from kiosk.field import enrol
from kiosk.field.enrol import Asked, NotEnrolled
from kiosk.settings import Settings
from kiosk.sync import central as http
from kiosk.sync.central import CentralUnreachable, NoConnection, OtherRoot
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


def asking(central: CentralAt, clock: Clock, root: str = "") -> enrol.Ask:
    root = root or central.own.keys.fingerprint()
    return lambda wish, key: http.enrol(central.url, wish, key, root, clock)


def test_what_central_answered_is_written_down_and_sets_the_clock(store: Store, central: CentralAt) -> None:
    clock, asked = Clock(), Asked(central.url, central.invite(), central.own.keys.fingerprint())
    station = enrol.become_station(store, asked, clock, asking(central, clock))
    listed = keys.open_list(station.key_list, station.root_public)
    certificate = certificates.read(station.certificate, listed)
    assert (certificate.station, certificate.hub) == (station.id, "hub-1")
    with store.begin() as tx:
        assert tx.station.get() == station
        assert tx.enrolling.get() is None
        assert tx.clock.get() is not None
    assert clock.read().anchor is not None


def test_a_root_that_is_not_the_one_brought_by_hand_is_refused(store: Store, central: CentralAt) -> None:
    clock, asked = Clock(), Asked(central.url, central.invite(), "00" * 8)
    with pytest.raises(OtherRoot, match="another root"):
        enrol.become_station(store, asked, clock, asking(central, clock, asked.root_fingerprint))
    with pytest.raises(NotEnrolled, match="another root"):  # and if whoever asks had not looked
        enrol.become_station(store, asked, clock, asking(central, clock))
    with store.begin() as tx:
        assert tx.station.get() is None
    assert clock.read().anchor is not None  # of the second: that one was central


@pytest.mark.parametrize("lie", ["certificate", "another's certificate", "key list"])
def test_an_answer_that_does_not_hold_together_is_refused(store: Store, central: CentralAt, lie: str) -> None:
    clock = Clock()
    asked = Asked(central.url, central.invite(), central.own.keys.fingerprint())

    def lying(wish: EnrolmentAsk, key: Ed25519PrivateKey) -> tuple[Enrolment, str]:
        enrolment, root = asking(central, clock)(wish, key)
        if lie == "certificate":
            return replace(enrolment, certificate=b"x"), root
        if lie == "key list":
            return replace(enrolment, key_list=b"x"), root
        return replace(enrolment, station="another"), root

    with pytest.raises(NotEnrolled, match="ask the office"):
        enrol.become_station(store, asked, clock, lying)
    with store.begin() as tx:
        assert tx.station.get() is None


def test_a_lost_answer_is_asked_for_again_with_the_same_key(store: Store, central: CentralAt) -> None:
    clock = Clock()
    asked = Asked(central.url, central.invite(), central.own.keys.fingerprint())
    publics = list[bytes]()

    def lost(wish: EnrolmentAsk, key: Ed25519PrivateKey) -> tuple[Enrolment, str]:
        publics.append(wish.public)
        asking(central, clock)(wish, key)
        raise NoConnection("the answer was lost")

    with pytest.raises(NoConnection):
        enrol.become_station(store, asked, clock, lost)
    station = enrol.become_station(store, asked, clock, asking(central, clock))
    assert keys.raw_public(Ed25519PrivateKey.from_private_bytes(station.private_key)) == publics[0]


def test_another_code_is_sent_with_another_key(store: Store, central: CentralAt) -> None:
    clock, publics = Clock(), list[bytes]()

    def lost(wish: EnrolmentAsk, key: Ed25519PrivateKey) -> tuple[Enrolment, str]:
        publics.append(wish.public)
        raise NoConnection("no network")

    for code in ("one", "one", "two"):
        with pytest.raises(NoConnection):
            enrol.become_station(store, Asked(central.url, code, "00"), clock, lost)
    assert publics[0] == publics[1] != publics[2]


def test_a_station_is_not_enrolled_over(station: Station, central: CentralAt, settings: Settings) -> None:
    with pytest.raises(NotEnrolled, match="already"):
        enrolled(station.store, central, settings, station.clock)


def test_a_used_code_makes_no_second_station(central: CentralAt) -> None:
    code, clock = central.invite(), Clock()
    one, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    ask = asking(central, clock)
    ask(EnrolmentAsk(code, keys.raw_public(one)), one)
    with pytest.raises(CentralUnreachable, match="used"):
        ask(EnrolmentAsk(code, keys.raw_public(other)), other)


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


# --- TLS, with a real central ---------------------------------------------------------------------------------------


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[CentralAt]:
    """A real central that speaks TLS with a certificate for its address."""
    folder = tmp_path / "safe"
    here = CentralAt(folder)
    root = Ed25519PrivateKey.from_private_bytes(bytes.fromhex((folder / "root.key").read_text().strip()))
    (folder / tls.SERVER_FILE).write_text(tls.server_certificate(root, ["127.0.0.1"], here.own.clock()))
    here.back()
    yield here
    here.cut()


def test_a_machine_is_enrolled_over_tls_and_pins_the_root(safe: CentralAt, tmp_path: Path) -> None:
    assert safe.url.startswith("https:")
    data = ["--data", str(tmp_path / "new")]
    asked = ["--central", safe.url, "--code", safe.invite(), "--root", safe.own.keys.fingerprint()]
    assert main([*data, "enrol", *asked]) == 0
    for _ in range(2):
        assert main([*data, "sync", "--once", "--json"]) == 0
    store = open_store(tmp_path / "new" / "hub.db", read_key(tmp_path / "new" / "hub.key"))
    with store.begin() as tx:
        station = tx.station.get()
    store.close()
    assert station is not None
    assert station.root_certificate == safe.own.root_certificate()


def test_a_code_is_not_shown_to_a_central_of_another_root(
    safe: CentralAt, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--central", safe.url, "--code", safe.invite(), "--root", "00" * 8]
    assert main(["--data", str(tmp_path / "new"), "enrol", *asked]) == 1
    assert "another root key" in capsys.readouterr().err


def test_a_station_from_before_there_were_certificates_pins_the_root_in_its_next_round(
    safe: CentralAt, tmp_path: Path
) -> None:
    data = ["--data", str(tmp_path / "new")]
    asked = ["--central", safe.url, "--code", safe.invite(), "--root", safe.own.keys.fingerprint()]
    main([*data, "enrol", *asked])

    def pinned(set_to: str | None) -> str:
        store = open_store(tmp_path / "new" / "hub.db", read_key(tmp_path / "new" / "hub.key"))
        with store.begin() as tx:
            if set_to is not None:
                tx.station.pin(set_to)
            station = tx.station.get()
        store.close()
        assert station is not None
        return station.root_certificate

    pinned("")
    assert main([*data, "sync", "--once", "--json"]) == 0
    assert pinned(None) == safe.own.root_certificate()
