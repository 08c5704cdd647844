import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central import feed, granting, grants, revoking, witness
from central.db import cases, reading, stations, writing
from central.grants import Blank
from central.journal import BlanksGranted, CardRevoked, Entry, Journal, StationKnown, StationRevoked
from central.opening import Central, open_central, opened
from central.settings import Settings
from kiosk.domain import wire
from kiosk.domain.events import Event, Type
from kiosk.domain.keys import raw_public
from tests.central.conftest import NOON, SQLITE_ONLY, settings_in
from tests.central.station import Station, enrolled, verdicts
from tests.serving import app_of

ENTRIES: list[Entry] = [
    CardRevoked(7),
    StationRevoked("s1", "2026-05-22T12:00:00.000Z"),
    BlanksGranted("g1", "s1", ((1, "WM1A"), (2, "WM1B"))),
]


def in_folder(folder: Path, database: str = "here") -> Journal:
    return Journal(folder / "journal.ndjson", database)


def revoked(settings: Settings) -> set[str]:
    """The serials in the feed of a database as it is when it has been opened."""
    with opened(settings) as central, reading(central.engine) as tx:
        return {id_ for id_, _ in feed.live(tx, "revocation")}


def test_what_was_appended_is_there(tmp_path: Path) -> None:
    journal = in_folder(tmp_path)
    assert journal.entries() == []
    for entry in ENTRIES:
        journal.append([entry])
    assert journal.entries() == ENTRIES
    assert stat.S_IMODE(journal.file.stat().st_mode) == 0o600


def test_entries_of_another_database_mean_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    in_folder(tmp_path, "another").append(ENTRIES)
    assert in_folder(tmp_path).entries() == []
    assert not caplog.records


@pytest.mark.parametrize("kept", range(0, 50, 7))
def test_a_line_cut_by_a_crash_spoils_nothing_else(tmp_path: Path, kept: int) -> None:
    journal = in_folder(tmp_path)
    journal.append([ENTRIES[0]])
    whole = journal.file.read_bytes()
    journal.file.write_bytes(whole + whole.replace(b"7", b"8")[:kept])
    journal.append(ENTRIES[1:])
    assert journal.entries() == ENTRIES


def test_garbage_is_passed_over_and_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    journal = in_folder(tmp_path)
    journal.append(ENTRIES)
    with journal.file.open("ab") as file:
        file.write(b'{"what": "card_revoked", "serial": 9}\n')
        file.write(
            b'\xff\xfe\n[]\n{"database": "here", "what": "card_revoked", "serial": "x"}\n' + b"[" * 100_000 + b"\n"
        )
        file.write(b'{"database": "here", "what": "blanks_granted", "grant": "g", "station": "s", "codes": [[1, 2]]}\n')
    assert journal.entries() == ENTRIES
    assert len(caplog.records) == 6


@SQLITE_ONLY
def test_a_card_revoked_since_the_backup_comes_back_revoked(settings: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    with opened(settings) as central, writing(central.engine) as tx:
        assert revoking.card(tx, central.journal, 7)
    shutil.copy(backup, settings.file())
    assert revoked(settings) == {"7"}


@SQLITE_ONLY
def test_a_station_revoked_since_the_backup_comes_back_revoked(settings: Settings, tmp_path: Path) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    with opened(settings) as central, writing(central.engine) as tx:
        assert revoking.station(tx, central.journal, station.id, central.now())
        assert not revoking.station(tx, central.journal, station.id, central.now())
    shutil.copy(backup, settings.file())
    with opened(settings) as central, reading(central.engine) as tx:
        known = stations.by_id(tx, station.id)
        assert known is not None
        assert known.revoked_at == central.now()


def test_what_the_journal_lacks_is_added_to_it(settings: Settings) -> None:
    """Revoked by an older release, or the file was lost."""
    with opened(settings) as central, writing(central.engine) as tx:
        revoking.card(tx, central.journal, 7)
    central.journal.file.unlink()
    with opened(settings) as central:
        assert central.journal.entries() == [CardRevoked(7)]
        before = central.journal.file.read_bytes()
    with opened(settings):
        assert central.journal.file.read_bytes() == before


def test_a_revocation_that_cannot_be_written_down_is_not_made(central: Central, station: Station) -> None:
    central.journal.file.unlink(missing_ok=True)
    central.journal.file.mkdir()
    with pytest.raises(OSError, match="directory"), writing(central.engine) as tx:
        revoking.station(tx, central.journal, station.id, central.now())
    with reading(central.engine) as tx:
        known = stations.by_id(tx, station.id)
    assert known is not None
    assert known.revoked_at is None
    central.journal.file.rmdir()


def test_the_journal_of_another_database_is_not_applied(settings: Settings, tmp_path: Path) -> None:
    with opened(settings) as central, writing(central.engine) as tx:
        revoking.card(tx, central.journal, 7)
    other = settings_in(tmp_path / "other")
    open_central(other).close()
    shutil.copy(settings.folder() / "journal.ndjson", other.folder() / "journal.ndjson")
    assert revoked(other) == set()


# --- blanks ---------------------------------------------------------------------------------------------------------


def granted(central: Central, station: Station, count: int = 3) -> list[Blank]:
    with writing(central.engine) as tx:
        return granting.blanks(tx, central.keys, central.journal, station.id, count, NOON.date())


def binding(station: Station, blank: Blank, person: str = "p1") -> Event:
    return station.record(Type.CARD_BOUND, {"serial": blank.serial, "person": person, "household": "f1"})


@SQLITE_ONLY
def test_blanks_granted_since_the_backup_can_still_be_given_out(settings: Settings, tmp_path: Path) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    with opened(settings) as central:
        station.app = app_of(central)
        blanks = granted(central, station)
        bound = binding(station, blanks[0])
        assert verdicts(station.push(bound)) == [("accepted", "")]
        fed = {name: item.data for name, item in station.copy().items() if item.kind == "grant"}
    shutil.copy(backup, settings.file())
    for _ in range(2):  # and once is enough
        with opened(settings) as central:
            station.app = app_of(central)
            assert {name: item.data for name, item in station.copy().items() if item.kind == "grant"} == fed
    with opened(settings) as central:
        station.app = app_of(central)
        assert verdicts(station.push(bound, binding(station, blanks[1], "p2"))) == [("accepted", "")] * 2
        more = granted(central, station)
        assert not {blank.serial for blank in more} & {blank.serial for blank in blanks}
        with reading(central.engine) as tx:
            assert "blank_forgotten" not in [case.kind for case in cases.still_open(tx)]


@SQLITE_ONLY
def test_serials_granted_since_the_backup_are_not_granted_again_where_nobody_noticed_the_restore(
    settings: Settings, tmp_path: Path
) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    with opened(settings) as central:
        before = {blank.serial for blank in granted(central, station)}
    shutil.copy(backup, settings.file())
    (settings.folder() / witness.FILE).unlink()
    with opened(settings) as central:
        assert not before & {blank.serial for blank in granted(central, station)}


@SQLITE_ONLY
def test_a_database_restored_under_a_central_that_serves_gets_its_blanks_again(
    settings: Settings, tmp_path: Path
) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    with opened(settings) as central:
        station.app = app_of(central)
        blanks = granted(central, station)
        central.look()
        central.engine.dispose()
        shutil.copy(backup, settings.file())
        central.look()
        assert verdicts(station.push(binding(station, blanks[0]))) == [("accepted", "")]


@SQLITE_ONLY
def test_blanks_of_a_grant_that_was_not_committed_are_nobodys_once_their_serials_were_given_again(
    settings: Settings,
) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
        with pytest.raises(ZeroDivisionError), writing(central.engine) as tx:
            granting.blanks(tx, central.keys, central.journal, station.id, 3, NOON.date())
            raise ZeroDivisionError
        blanks = granted(central, station, 1)
    with opened(settings) as central, reading(central.engine) as tx:
        assert grants.known(tx, [blanks[0].serial])
        assert not grants.known(tx, [blanks[0].serial + 1])
        assert len(grants.every(tx)) == 1


def test_grants_of_before_they_were_journalled_are_added_to_it_once(settings: Settings) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
        blanks = granted(central, station)
    central.journal.file.unlink()
    for _ in range(2):
        with opened(settings) as central:
            (entry,) = [each for each in central.journal.entries() if isinstance(each, BlanksGranted)]
            assert entry.station == station.id
            assert entry.codes == tuple((blank.serial, blank.code) for blank in blanks)


# --- stations -------------------------------------------------------------------------------------------------------


@SQLITE_ONLY
def test_a_station_enrolled_since_the_backup_comes_back(settings: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    with opened(settings) as central:
        station = enrolled(central, app_of(central), name="door")
        arrived = station.arrive()
        station.push(arrived)
    shutil.copy(backup, settings.file())
    with opened(settings) as central:
        station.app = app_of(central)
        assert verdicts(station.push(arrived)) == [("accepted", "")]
        with reading(central.engine) as tx:
            (there,) = stations.every(tx)
    assert (there.id, there.hub, there.role, there.name) == (station.id, "h1", "touch", "door")


@SQLITE_ONLY
def test_of_a_station_that_took_another_key_since_the_backup_either_is_good_until_that_is_used(
    settings: Settings, tmp_path: Path
) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    new = replace(station, key=Ed25519PrivateKey.generate())
    with opened(settings) as central:
        station.app = new.app = app_of(central)
        station.send("POST", "/v1/certificates", wire.dump_renewal(raw_public(new.key)))
        assert new.send("GET", "/v1/digests").status_code == 200
    shutil.copy(backup, settings.file())
    with opened(settings) as central:
        station.app = new.app = app_of(central)
        assert new.send("GET", "/v1/digests").status_code == 200
        assert station.send("GET", "/v1/digests").status_code == 401


@SQLITE_ONLY
def test_a_station_enrolled_and_revoked_since_the_backup_comes_back_revoked(settings: Settings, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(settings.file(), backup)
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
        with writing(central.engine) as tx:
            revoking.station(tx, central.journal, station.id, central.now())
    shutil.copy(backup, settings.file())
    with opened(settings) as central:
        station.app = app_of(central)
        assert station.send("GET", "/v1/digests").json() == {"error": "revoked"}


def test_stations_of_before_there_was_a_journal_are_added_to_it_once(settings: Settings) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
    central.journal.file.unlink()
    for _ in range(2):
        with opened(settings) as central:
            (known,) = central.journal.entries()
            assert isinstance(known, StationKnown)
            assert (known.station, known.public) == (station.id, raw_public(station.key).hex())


def test_an_enrolment_that_was_not_committed_is_in_nobodys_way(settings: Settings) -> None:
    """The journal knows it, and then its machine asked again and is another station."""
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
        (entry,) = central.journal.entries()
        assert isinstance(entry, StationKnown)
        central.journal.append([replace(entry, station="lost")])
    with opened(settings) as central, reading(central.engine) as tx:
        assert [one.id for one in stations.every(tx)] == [station.id]


def test_an_old_journal_put_back_locks_nobody_out(settings: Settings) -> None:
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
        new = replace(station, app=station.app, key=Ed25519PrivateKey.generate())
        old = central.journal.file.read_bytes()
        station.send("POST", "/v1/certificates", wire.dump_renewal(raw_public(new.key)))
        new.send("GET", "/v1/digests")
        central.journal.file.write_bytes(old)
    with opened(settings) as central:
        new.app = app_of(central)
        assert new.send("GET", "/v1/digests").status_code == 200
