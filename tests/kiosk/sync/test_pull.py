"""Copies: the first one, one more when the cursor leads nowhere, and what central lost goes up again."""

import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from central.opening import open_central
from kiosk.db.tx import Tx
from kiosk.domain.people import Binding
from kiosk.domain.wire import Answers, Batch, Cursor, Page, Restart
from kiosk.sync.central import NoConnection, NotWelcome, Restarted
from kiosk.sync.trip import LONGEST_S
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.recording import arrivals, verdicts
from tests.kiosk.sync.records import activity
from tests.station import Station


def back_up(central: CentralAt, to: Path) -> Path:
    """A copy of central's database as it is now."""
    source, copy = sqlite3.connect(_file(central)), sqlite3.connect(to / "backup.db")
    source.backup(copy)
    source.close()
    copy.close()
    return to / "backup.db"


def restore(central: CentralAt, copy: Path) -> None:
    """Put the copy in the place of central's database."""
    central.cut()
    central.own.close()
    for file in _file(central).parent.glob("central.db*"):
        file.unlink()
    shutil.copy(copy, _file(central))
    central.own = open_central(central._settings)
    central.back()


def _file(central: CentralAt) -> Path:
    return Path(central._settings.database.removeprefix("sqlite:///"))


def shown(station: Station) -> set[tuple[str, str]]:
    def work(tx: Tx) -> set[tuple[str, str]]:
        rows = tx.syncing._connection.exec_driver_sql("SELECT kind, id FROM records WHERE state = 'live'")
        return {(row.kind, row.id) for row in rows}

    return station.do(work)


def published(central: CentralAt) -> set[tuple[str, str]]:
    with central.writing() as tx:
        rows = tx.exec_driver_sql("SELECT kind, id FROM records WHERE state = 'live'")
        return {(row.kind, row.id) for row in rows}


def test_a_first_copy_brings_own_records_first_then_the_snapshot_then_what_changed_since(
    station: Station, central: CentralAt
) -> None:
    class Busy(Between):
        def snapshot(self, folder: Path) -> Path:
            path = super().snapshot(folder)
            central.publish("activity", "since", activity("Nuova"))
            return path

    for number in range(5):
        central.publish("activity", f"a-{number}", activity("Palla"))
    central.cards("amina")
    station.central = between = Busy(station.central)
    done = station.sync()
    assert (done.trouble, done.first_copy_complete, done.snapshot) == ("", True, True)
    assert [(cursor.rev, cursor.revoked) for cursor, _ in between.asked[:1]] == [(0, 0)]
    assert [cursor.catalogue is None for cursor, _ in between.asked] == [True, False]
    assert shown(station) == published(central)


def test_a_restored_central_gets_back_what_it_lost_exactly_once(
    station: Station, central: CentralAt, tmp_path: Path
) -> None:
    codes = central.cards(*"abcdef")
    central.publish("activity", "old", activity("Alta"))
    station.sync()
    for person in "ab":
        station.scan(codes[person])
    station.sync()
    copy = back_up(central, tmp_path)
    for person in "cd":
        station.scan(codes[person])
    central.publish("activity", "lost", activity("Persa"))
    station.sync()
    for person in "ef":
        station.scan(codes[person])
    restore(central, copy)
    assert central.counts().visits == 2
    done = station.sync()
    assert (done.trouble, done.restarted, done.waiting, done.repaired) == ("", True, 0, 0)
    counts = central.counts()
    assert (counts.total, counts.distinct, counts.visits) == (6, 6, 6)
    assert shown(station) == published(central)
    again = station.sync()
    assert (again.requests, again.pulled, again.pushed, again.replayed) == (1, 0, 0, 0)


def test_what_an_older_incarnation_recorded_goes_up_again_too(
    station: Station, central: CentralAt, tmp_path: Path
) -> None:
    station.sync()
    copy = back_up(central, tmp_path)
    first = arrivals(station, 3)
    station.sync()
    station.do(lambda tx: tx.station._connection.exec_driver_sql("UPDATE station SET incarnation = '00000000000000bb'"))
    second = arrivals(station, 2)
    station.sync()
    restore(central, copy)
    done = station.sync()
    assert (done.replayed, done.waiting) == (5, 0)
    assert list(verdicts(station)) == first + second
    assert central.counts().visits == 5


def test_a_central_that_is_restored_before_anything_was_copied_gets_back_what_it_lost(
    station: Station, central: CentralAt, tmp_path: Path
) -> None:
    class Half(Between):
        """Pushes get through, pulls do not."""

        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            raise NoConnection("cut")

    copy = back_up(central, tmp_path)
    arrivals(station, 2)
    real, station.central = station.central, Half(station.central)
    assert station.sync().pushed == 2
    restore(central, copy)
    station.central = real
    assert station.sync().replayed == 2
    assert central.counts().visits == 2


def test_a_central_that_is_restored_twice_in_a_row_loses_nothing(
    station: Station, central: CentralAt, tmp_path: Path
) -> None:
    """The connection is lost right after the first replay: nothing of the new copy is there, so it is told again."""

    class Cut(Between):
        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            if cursor.begins:
                raise NoConnection("cut")
            return super().feed(cursor, kinds)

    station.sync()
    copy = back_up(central, tmp_path)
    arrivals(station, 3)
    station.sync()
    restore(central, copy)
    real, station.central = station.central, Cut(station.central)
    assert station.sync().trouble == "NoConnection: cut"
    assert central.counts().visits == 3
    restore(central, copy)
    station.central = real
    assert station.sync().replayed == 3
    assert central.counts().visits == 3


def test_a_beginning_that_brought_nothing_leaves_the_old_cursor(station: Station) -> None:
    """So that the next round is told again what central holds of this station's events."""

    class Odd(Between):
        """A page over nothing, then 410, then silence."""

        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            self.asked.append((cursor, tuple(kinds)))
            match len(self.asked):
                case 1:
                    further = replace(cursor, rev=cursor.rev + 1)
                    return Page(cursor, further, True, 0, "")
                case 2:
                    raise Restarted(Restart("another", "epoch", {}))
                case _:
                    raise NoConnection("cut")

    station.sync()
    before = station.do(lambda tx: tx.syncing.get())
    station.central = Odd(station.central)
    assert station.sync().trouble == "NoConnection: cut"
    after = station.do(lambda tx: tx.syncing.get())
    assert after.cursor.epoch == before.cursor.epoch != ""
    assert (after.copy, after.is_whole) == (before.copy, True)


def test_what_is_shown_stays_until_it_is_replaced_and_what_left_is_swept_at_the_end(
    station: Station, central: CentralAt
) -> None:
    class Again(Between):
        """Says once that the cursor leads nowhere; then the connection is lost before the catalogue comes."""

        told = False

        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            if not self.told:
                self.told = True
                raise Restarted(Restart(cursor.epoch, "purged", {}))
            if cursor.catalogue is not None and self.lost:
                raise NoConnection("cut")
            return super().feed(cursor, kinds)

        def snapshot(self, folder: Path) -> Path:
            raise NoConnection("cut")

        lost = True

    central.publish("activity", "stays", activity("Resta"))
    central.publish("activity", "goes", activity("Va"))
    station.sync()
    purge(central, "goes")
    station.central = between = Again(station.central)
    assert station.sync().trouble == "NoConnection: cut"
    assert {("activity", "stays"), ("activity", "goes")} <= shown(station)
    assert station.do(lambda tx: tx.syncing.get()).first_copy_complete
    assert station.do(lambda tx: tx.catalogue.record("activity", "goes")) is not None
    between.lost = False
    done = station.sync()
    assert (done.trouble, done.restarted, done.repaired) == ("", False, 0)
    assert shown(station) == published(central)
    assert ("activity", "goes") not in shown(station)


def purge(central: CentralAt, id_: str) -> None:
    """Withdrawn so long ago that its tombstone is gone."""
    central.withdraw("activity", id_)
    with central.writing() as tx:
        tx.exec_driver_sql("DROP TRIGGER records_stay")
        tx.exec_driver_sql("DELETE FROM records WHERE state = 'gone'")


def test_revocations_and_cards_given_here_survive_a_new_copy(station: Station, central: CentralAt) -> None:
    station.sync()

    def give(tx: Tx) -> None:
        tx.cards._connection.exec_driver_sql("INSERT INTO revocations VALUES (77)")
        tx.cards._connection.exec_driver_sql("INSERT INTO stock VALUES (78, 'g', 'WM1')")
        event = tx.events.record(station_row(tx), "card_bound", {"serial": 78}, station.clock.read())  # type: ignore[arg-type]
        tx.cards.bind(event, 78, "amina", "h")

    station.do(give)
    station.central = Told(station.central, "epoch")
    assert station.sync().restarted
    assert station.do(lambda tx: tx.cards.about(77).revoked)
    assert station.do(lambda tx: tx.cards.binding(78)) == Binding(78, "amina", "h", True)
    assert station.do(lambda tx: tx.cards.about(78).in_stock)


def station_row(tx: Tx) -> object:
    return tx.station.get()


class Told(Between):
    """Answers the first question with 410, as central would."""

    def __init__(self, real: Between | object, why: str, times: int = 1) -> None:
        super().__init__(real)  # type: ignore[arg-type]
        self.why = why
        self.times = times

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        if self.times:
            self.times -= 1
            raise Restarted(Restart("e", self.why, {}))
        return super().feed(cursor, kinds)


def test_a_cursor_that_never_leads_anywhere_ends_the_round(station: Station) -> None:
    station.sync()
    station.central = Told(station.central, "purged", times=100)
    assert station.sync().trouble == "Restarted: purged"
    assert station.do(lambda tx: tx.syncing.get()).first_copy_complete


def test_a_feed_that_never_ends_ends_the_round_and_keeps_what_came(station: Station, clock: ToldClock) -> None:
    class Endless(Between):
        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            clock.pass_(LONGEST_S / 3)
            self.pages.append(Page(cursor, replace(cursor, rev=cursor.rev + 1), True, 0, ""))
            return self.pages[-1]

    station.sync()
    station.central = between = Endless(station.central)
    done = station.sync()
    assert done.trouble == "Unfinished: no end after 15 minutes"
    assert len(between.pages) == 3
    assert station.do(lambda tx: tx.syncing.get()).cursor == between.pages[-1].to


def test_a_first_copy_that_was_cut_goes_on_where_it_was(station: Station, central: CentralAt) -> None:
    class Thin(Between):
        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            if len(self.pages) == 2:
                raise NoConnection("cut")
            return super().feed(cursor, kinds)

        def snapshot(self, folder: Path) -> Path:
            raise NotWelcome("unknown")

    central.publish_all("person", {f"p-{number}": {} for number in range(2500)}, scope="hub:hub-1")
    real, station.central = station.central, Thin(station.central)
    assert station.sync().trouble == "NoConnection: cut"
    assert len(shown(station)) == 2000
    assert station.do(lambda tx: tx.syncing.get()).copy == 1
    station.central = Between(real)
    done = station.sync()
    assert (done.trouble, done.first_copy_complete) == ("", True)
    assert done.pulled < 600
    assert shown(station) == published(central)


# --- a station that is no longer welcome ----------------------------------------------------------------------------


class Closed(Between):
    """Central refuses with this word: pushes, pulls, or both."""

    def __init__(self, real: object, why: str, pushes: bool = True) -> None:
        super().__init__(real)  # type: ignore[arg-type]
        self.why = why
        self.pushes = pushes

    def push(self, batch: Batch) -> Answers:
        if self.pushes:
            raise NotWelcome(self.why)
        return super().push(batch)

    def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
        self.asked.append((cursor, tuple(kinds)))
        raise NotWelcome(self.why)

    def renew(self, public: bytes) -> bytes:
        raise NotWelcome(self.why)


def people(station: Station) -> list[str]:
    return [person.first_name for person in station.do(lambda tx: tx.people.all())]


def test_a_revoked_station_forgets_people_keeps_what_it_owes_and_pulls_no_more(
    station: Station, central: CentralAt
) -> None:
    codes = central.cards("amina", "sara")
    central.publish("activity", "a", activity("Palla"))
    station.sync()
    station.scan(codes["amina"])
    station.central = closed = Closed(station.central, "revoked")
    done = station.sync()
    assert done.trouble == "NotWelcome: revoked"
    assert closed.asked == []
    assert people(station) == []
    assert station.do(lambda tx: tx.catalogue.record("activity", "a")) is not None
    assert station.known.revoked_at
    (event,) = station.do(lambda tx: tx.events.outbox(station.id, 500))
    assert event.body is not None
    assert station.sync().waiting == 1
    assert closed.asked == []


def test_a_station_that_hears_it_while_pulling_forgets_as_well(station: Station, central: CentralAt) -> None:
    central.cards("amina")
    station.sync()
    station.central = closed = Closed(station.central, "revoked", pushes=False)
    assert station.sync().trouble == "NotWelcome: revoked"
    assert people(station) == []
    assert len(closed.asked) == 1
    station.sync()
    assert len(closed.asked) == 1


@pytest.mark.parametrize("why", ["unknown", "signature_invalid", "replayed"])
def test_any_other_no_forgets_nothing(station: Station, central: CentralAt, why: str) -> None:
    central.cards("amina")
    station.sync()
    station.central = Closed(station.central, why)
    assert station.sync().trouble == f"NotWelcome: {why}"
    assert people(station) == ["Amina"]
    assert station.known.revoked_at == ""


def test_with_a_certificate_that_ran_out_events_go_up_and_the_pull_says_so(
    station: Station, central: CentralAt
) -> None:
    station.sync()
    arrivals(station, 3)
    station.central = Closed(station.central, "certificate_expired", pushes=False)
    done = station.sync()
    assert (done.trouble, done.pushed, done.waiting) == ("NotWelcome: certificate_expired", 3, 0)
