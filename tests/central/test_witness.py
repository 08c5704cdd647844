import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from central import feed, witness
from central.db import cases, epochs, meta, reading, writing
from central.db.epochs import Progress
from central.grants import sign_cards
from central.opening import Central, opened
from central.settings import Settings
from kiosk.domain import wire
from tests.central.conftest import NOON, SQLITE_ONLY
from tests.central.station import enrolled, feed_path, verdicts
from tests.serving import app_of

pytestmark = SQLITE_ONLY  # a backup is a file; what is compared is the same on both


def epoch_of(settings: Settings) -> str:
    with opened(settings) as central, reading(central.engine) as tx:
        return epochs.current(tx)


def backup(settings: Settings, tmp_path: Path) -> Callable[[], None]:
    """Keep the database as it is; what comes back puts it in place again."""
    kept = tmp_path / "backup.db"
    shutil.copy(settings.file(), kept)
    return lambda: _restore(settings, kept)


def _restore(settings: Settings, kept: Path) -> None:
    shutil.copy(kept, settings.file())


def test_opening_again_begins_no_epoch(settings: Settings) -> None:
    assert len({epoch_of(settings) for _ in range(3)}) == 1


def test_a_database_whose_records_went_back_begins_another_epoch(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = epoch_of(settings)
    restore = backup(settings, tmp_path)
    with opened(settings) as central, writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
        last = meta.highest_rev(tx)
    restore()
    with opened(settings) as central, reading(central.engine) as tx:
        assert epochs.current(tx) != before
        assert epochs.former(tx) == [before]
        assert meta.highest_rev(tx) > last
        assert [case.kind for case in cases.still_open(tx)] == ["restored"]
    assert "restored from a backup" in caplog.text
    assert len({epoch_of(settings) for _ in range(2)}) == 1


def test_events_that_are_missing_are_enough(settings: Settings, tmp_path: Path) -> None:
    """An arrival changes no record, so no rev."""
    with opened(settings) as central:
        station = enrolled(central, app_of(central))
        before = station.feed().to.epoch
    restore = backup(settings, tmp_path)
    with opened(settings) as central:
        station.app = app_of(central)
        arrived = station.arrive()
        assert verdicts(station.push(arrived)) == [("accepted", "")]
    restore()
    with opened(settings) as central:
        station.app = app_of(central)
        answer = station.send("GET", feed_path(wire.Cursor(before, 1, 1, 1)))
        assert answer.status_code == 410
        said = wire.parse_restart(answer.content)
        assert (said.why, dict(said.high_water)) == ("epoch", {})
        assert said.epoch != before
        assert verdicts(station.push(arrived)) == [("accepted", "")]
        assert verdicts(station.push(arrived)) == [("duplicate", "")]


def test_a_station_that_is_missing_is_enough(settings: Settings, tmp_path: Path) -> None:
    before = epoch_of(settings)
    restore = backup(settings, tmp_path)
    with opened(settings) as central:
        enrolled(central, app_of(central))
    restore()
    assert epoch_of(settings) != before


def test_no_serial_given_out_since_the_backup_is_given_again(settings: Settings, tmp_path: Path) -> None:
    epoch_of(settings)
    restore = backup(settings, tmp_path)
    with opened(settings) as central, writing(central.engine) as tx:
        given = [blank.serial for blank in sign_cards(tx, central.keys, 30, NOON.date())]
    restore()
    with opened(settings) as central, writing(central.engine) as tx:
        (next_one,) = sign_cards(tx, central.keys, 1, NOON.date())
    assert next_one.serial > max(given)


def test_an_older_backup_of_an_older_epoch_is_seen_too(settings: Settings, tmp_path: Path) -> None:
    first = epoch_of(settings)
    restore = backup(settings, tmp_path)
    with opened(settings) as central, writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
    restore()
    second = epoch_of(settings)
    restore()
    third = epoch_of(settings)
    assert len({first, second, third}) == 3


def test_a_machine_that_was_away_while_another_began_the_epoch_begins_none(settings: Settings) -> None:
    with opened(settings) as central:
        seen = witness.read(settings.folder() / witness.FILE)
        epoch = witness.begin_anew(central.engine, None, central.now())
    assert seen is not None
    witness.write(settings.folder() / witness.FILE, seen)
    assert epoch_of(settings) == epoch


def test_of_two_that_notice_it_at_once_one_begins_the_epoch(settings: Settings, tmp_path: Path) -> None:
    epoch_of(settings)
    restore = backup(settings, tmp_path)
    with opened(settings) as central, writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
    seen = witness.read(settings.folder() / witness.FILE)
    assert seen is not None
    restore()
    (settings.folder() / witness.FILE).unlink()
    with opened(settings) as central:
        begun = {witness.begin_anew(central.engine, seen, central.now()) for _ in range(2)}
    assert len(begun) == 1


def test_a_running_central_notes_how_far_it_has_come_and_sees_that_it_went_back(
    settings: Settings, central: Central
) -> None:
    with writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
        before = epochs.current(tx)
    central.look()
    seen = witness.read(settings.folder() / witness.FILE)
    assert seen is not None
    with reading(central.engine) as tx:
        assert seen == witness.here(tx)
    further = Progress(seen.progress.rev + 1, *list(vars(seen.progress).values())[1:])
    witness.write(settings.folder() / witness.FILE, witness.Seen(seen.database, seen.epoch, further))
    central.look()
    with reading(central.engine) as tx:
        assert epochs.current(tx) != before


def test_the_witness_of_another_database_means_nothing(settings: Settings) -> None:
    before = epoch_of(settings)
    seen = witness.read(settings.folder() / witness.FILE)
    assert seen is not None
    far = Progress(10**6, 10**6, 10**6, 10**6)
    witness.write(settings.folder() / witness.FILE, witness.Seen("another", "another", far))
    assert epoch_of(settings) == before


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"database": 1, "epoch": 2, "progress": {"rev": 1}}'])
def test_a_spoiled_witness_says_nothing(settings: Settings, content: str) -> None:
    before = epoch_of(settings)
    (settings.folder() / witness.FILE).write_text(content)
    assert epoch_of(settings) == before
    assert witness.read(settings.folder() / witness.FILE) is not None


def test_without_a_witness_serials_and_revs_go_on_far_beyond(settings: Settings) -> None:
    with opened(settings) as central:
        with reading(central.engine) as tx:
            before = epochs.progress(tx)
        witness.begin_anew(central.engine, None, central.now())
        with reading(central.engine) as tx:
            now = epochs.progress(tx)
    assert now.rev > before.rev + 100_000
    assert now.serial > before.serial + 100_000
