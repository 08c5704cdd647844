"""A family is erased at a desk without network. Afterwards they are nowhere: at no station, not at central, in no byte
of its database, and not when yesterday's backup is put back, be it central's or a station's. That they came is counted.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from central import deciding, registers, tidying
from central.db import records
from central.deciding import NotDecided
from central.opening import open_central
from kiosk.db.store import open_store, read_key
from kiosk.domain.attendance import Counts
from kiosk.domain.erasure import Because
from kiosk.domain.families import Kind, Value
from kiosk.domain.visits import Reason, Refused, Welcomed
from kiosk.domain.workers import Entered, Role
from kiosk.field import audit
from kiosk.usecases.bind_card import Bound, give_card
from kiosk.usecases.edit_family import Change, Edited, edit
from kiosk.usecases.erase_family import Erased, erase
from kiosk.usecases.find_family import find, open_household, read_notes
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from kiosk.usecases.set_secret import set_secret
from tests import leftovers
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import registered
from tests.kiosk.sync.test_pull import back_up
from tests.station import Station
from tests.workers import let_in, read

A_DAY = 86_400.0  # seconds
MOTHER: dict[str, Value] = {
    "given": "Zenobia",
    "family": "Quillfeather",
    "latin": "Zenobia Quillfeather",
    "role": "adult",
}
CHILD: dict[str, Value] = {
    "given": "Пелагея",
    "family": "Quillfeather",
    "latin": "Pelageja Quillfeather",
    "born": "2019-07-31",
}
PHONE, NOTE, VERIFIER = (
    "+39 02 5550 1234",
    "rambutan e kiwano",
    "$argon2id$v=19$m=8,t=1,p=1$" + "q" * 22 + "$" + "z" * 43,
)
CANARIES = ("Zenobia", "Quillfeather", "Пелагея", "Pelageja", "2019-07-31", PHONE, NOTE, VERIFIER)


@dataclass
class Town:
    """A door and a desk of one hub."""

    central: CentralAt
    clock: ToldClock
    door: Station
    desk: Station
    by: Entered
    family: Registered
    card: str
    backup: Path  # of central, of yesterday evening
    image: Path  # of the door's store, of the same evening

    @property
    def stations(self) -> tuple[Station, Station]:
        return self.door, self.desk

    @property
    def ids(self) -> tuple[str, ...]:
        return self.family.household, *self.family.people

    def evening(self) -> None:
        for station in (*self.stations, *self.stations):
            assert station.sync().trouble == ""

    def came(self, station: Station) -> None:
        assert isinstance(station.scan(self.card), Welcomed)

    def erased(self) -> None:
        """At the desk, while there is no network."""
        self.central.cut()
        now = self.clock.read()
        said = self.desk.do(lambda tx: erase(tx, self.by, self.family.household, "", Because.ASKED, now))
        assert isinstance(said, Erased)
        assert set(said.people) == set(self.family.people)
        assert leftovers.at(self.desk, CANARIES, self.ids) == []

    def restore(self) -> None:
        self.central.cut()
        self.central.own.close()
        settings = self.central._settings
        for file in settings.folder().glob("central.db*"):
            file.unlink()
        shutil.copy(self.backup, settings.file())
        assert raw(self.central)  # they are in the backup
        self.central.own = open_central(settings)
        self.central.back()

    def put_back(self) -> None:
        """The door's store, as it was yesterday evening."""
        self.door.store.close()
        for file in self.door.settings.data.glob("hub.db*"):
            file.unlink()
        shutil.copy(self.image, self.door.settings.store)
        self.door.store = open_store(self.door.settings.store, read_key(self.door.settings.key_file))

    def nowhere(self) -> None:
        for station in self.stations:
            assert leftovers.at(station, CANARIES, self.ids) == []
            assert station.do(audit.verify).holds()
            assert station.scan(self.card) == Refused(Reason.REVOKED)
        assert leftovers.at_central(self.central, CANARIES, self.ids) == []
        for word in ("zenobia", "quill", "пел", "pel"):
            assert self.desk.do(lambda tx, typed=word: find(tx, self.by, typed, self.desk.clock.read())) == ()  # type: ignore[misc]
        now = self.clock.read()
        opened = self.desk.do(lambda tx: open_household(tx, self.by, self.family.household, now))
        assert not getattr(opened, "records", ())
        assert self.desk.do(lambda tx: read_notes(tx, self.by, self.family.people[1], now)) == ()

    def counted(self, *days: int) -> list[Counts]:
        """How many came on each day of the story, as central's registers say."""
        first = self.clock.at.date()
        with self.central.writing() as tx:
            return [registers.of_day(tx, "hub-1", first + timedelta(days=day)).came for day in days]


def raw(central: CentralAt) -> list[str]:
    """What stands in the bytes of any file of central's folder, backups aside."""
    files = [file for file in central._settings.folder().iterdir() if file.is_file()]
    return [f"{file.name}: {one}" for file in files for one in CANARIES if _stands(one, file.read_bytes())]


def _stands(name: str, content: bytes) -> bool:
    return name.encode() in content or json.dumps(name)[1:-1].encode() in content


@pytest.fixture
def town(station: Station, desk: Station, central: CentralAt, clock: ToldClock, tmp_path: Path) -> Iterator[Town]:
    """Yesterday evening: a family of whom everything is kept that can be has come, and backups are made."""
    central.grant(desk.id, 3)
    by = let_in(desk, central, Role.COORDINATOR)
    family = registered(desk, by, NewMember(MOTHER), NewMember(CHILD), ties=(NewTie(0, 1, {"guardian": True}),))
    told(desk, by, family)
    card = carded(desk, by, family)
    (tmp_path / "yesterday").mkdir()
    here = Town(central, clock, station, desk, by, family, card, tmp_path, tmp_path / "yesterday" / "hub.db")
    here.evening()
    here.came(station)
    here.came(desk)
    here.evening()
    yield replace(here, backup=back_up(central, tmp_path / "yesterday"), image=copied(station, here.image))
    station.store.close()  # the one that was opened last


def told(desk: Station, by: Entered, family: Registered) -> None:
    mother, child = family.people
    now = desk.clock.read()
    more: dict[Kind, dict[str, Value]] = {
        Kind.CONTACT: {"person": mother, "what": "phone", "value": PHONE},
        Kind.CONSENT: {"person": child, "text": "2026-1", "giver": mother, "at": "2026-12-01", "how": "paper"},
        Kind.NOTE: {"person": child, "what": "allergy", "text": NOTE},
        Kind.HOUSEHOLD: {"label": "Quillfeather"},
    }
    for kind, fields in more.items():
        id_ = family.household if kind is Kind.HOUSEHOLD else f"{kind}-1"
        for name, value in fields.items():
            change = Change(kind, id_, family.household, name, value)
            assert isinstance(desk.do(lambda tx, one=change: edit(tx, by, one, now)), Edited)  # type: ignore[misc]
    set_secret(desk.do, by, family.household, "", ("sun", "moon", "boat"), desk.clock, make=lambda _: VERIFIER)
    desk.do(lambda tx: read_notes(tx, by, child, now))


def carded(desk: Station, by: Entered, family: Registered) -> str:
    now = desk.clock.read()
    ((_, code),) = desk.do(lambda tx: tx.cards.blanks())
    scanned = read(desk, code)
    said = desk.do(lambda tx: give_card(tx, by, scanned, family.people[1], family.household, now))
    assert isinstance(said, Bound)
    return code


def copied(station: Station, image: Path) -> Path:
    """A copy of a store; it stands still while it is closed."""
    station.store.close()
    shutil.copy(station.settings.store, image)
    station.store = open_store(station.settings.store, read_key(station.settings.key_file))
    return image


def test_they_are_nowhere_and_the_numbers_are_what_they_were(town: Town) -> None:
    town.clock.pass_(A_DAY)
    town.came(town.door)
    town.evening()
    before = town.counted(-1, 0)
    town.central.cut()
    town.came(town.desk)  # the same day; and the next one, of which nobody hears before they are erased
    town.clock.pass_(A_DAY)
    town.came(town.desk)
    town.erased()
    town.clock.pass_(A_DAY)
    town.came(town.door)  # the door has not heard of it
    town.central.back()
    town.desk.sync()  # and tells central after it was erased
    town.evening()
    town.nowhere()
    assert town.counted(-3, -2) == before
    assert [day.people for day in town.counted(-3, -2, -1, 0)] == [1, 1, 1, 1]
    assert town.central.cases() == []


def test_no_byte_of_them_is_left_at_central_after_the_night(town: Town) -> None:
    town.erased()
    town.central.back()
    town.evening()
    tidying.tidy(town.central.own, dry_run=False)
    assert tidying.leave_no_bytes(town.central.own)
    assert raw(town.central) == []


def test_yesterdays_backup_of_central_brings_nobody_back(town: Town) -> None:
    town.clock.pass_(A_DAY)
    town.came(town.door)
    town.evening()
    before = town.counted(-1, 0)
    town.erased()
    town.central.back()
    town.evening()
    town.restore()
    assert leftovers.at_central(town.central, CANARIES, town.ids) == []  # before any station was heard
    town.evening()
    town.nowhere()
    assert town.counted(-1, 0) == before
    assert town.central.cases() == ["restored"]
    assert tidying.leave_no_bytes(town.central.own)
    assert raw(town.central) == []


def test_a_station_that_heard_of_it_last_brings_nobody_back_into_a_restored_central(town: Town) -> None:
    """The door sends again what it told before the restore, and only then hears that they were erased."""
    town.clock.pass_(A_DAY)
    town.came(town.door)
    town.door.sync()
    town.erased()
    town.central.back()
    town.desk.sync()
    town.restore()
    town.evening()
    town.nowhere()
    assert [day.people for day in town.counted(-1, 0)] == [1, 1]


@pytest.mark.parametrize("purged", [False, True], ids=["soon", "when the tombstones are gone"])
def test_yesterdays_copy_of_a_stations_store_forgets_them_at_its_next_round(town: Town, *, purged: bool) -> None:
    town.erased()
    town.central.back()
    town.evening()
    if purged:
        with town.central.writing() as tx:
            assert records.purge(tx, "9999")
    town.put_back()
    assert leftovers.at(town.door, CANARIES, town.ids)
    assert town.door.sync().trouble == ""
    town.nowhere()


def test_the_citys_office_erases_them_too(town: Town) -> None:
    with town.central.writing() as tx:
        journal, now = town.central.own.journal, town.central.own.now()
        done = deciding.erase(tx, journal, town.family.household, "", "Ada", Because.CONSENT_WITHDRAWN, now)
    assert not isinstance(done, NotDecided)
    assert leftovers.at_central(town.central, CANARIES, town.ids) == []
    town.evening()
    town.nowhere()
    town.restore()
    town.evening()
    town.nowhere()
