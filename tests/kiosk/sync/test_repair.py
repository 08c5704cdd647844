"""Two copies that differ are found out and mended, kind by kind; what cannot be mended is said and left alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.clock import stamp
from kiosk.domain import wire
from kiosk.domain.wire import BadItem, Cursor, Digests, Item, Page
from kiosk.health import status
from kiosk.sync.central import NoConnection
from kiosk.sync.exchange import exchange_once
from tests.central_at import CentralAt
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.records import activity
from tests.kiosk.sync.test_pull import published, shown
from tests.station import Station


@pytest.fixture
def copied(station: Station, central: CentralAt) -> Station:
    """A station that is up to date with activities, areas, people."""
    for number in range(5):
        central.publish("activity", f"a-{number}", activity(f"Attività {number}"))
    for number in range(3):
        central.publish("provider", f"p-{number}", {"name": f"Associazione {number}"})
    central.cards("amina", "sara")
    assert station.sync().trouble == ""
    station.central = Between(station.central)
    return station


def spoil(station: Station, statement: str) -> None:
    """Somebody changes the store behind the program's back."""
    station.do(lambda tx: tx.syncing._connection.exec_driver_sql(statement))


def asked(station: Station) -> list[tuple[str, ...]]:
    assert isinstance(station.central, Between)
    return [kinds for _, kinds in station.central.asked]


def data(station: Station) -> object:
    rows = "SELECT kind, id, v, data FROM records WHERE state = 'live' ORDER BY kind, id"
    return station.do(lambda tx: tx.syncing._connection.exec_driver_sql(rows).all())


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE records SET data = \'{"title":{"it":"Falsa"}}\' WHERE id = \'a-1\'',
        "DELETE FROM records WHERE kind = 'activity' AND id = 'a-1'",
        "UPDATE records SET state = 'gone', data = '{}' WHERE id = 'a-1'",
        "UPDATE records SET id = 'a-9' WHERE id = 'a-1'",
        "UPDATE records SET rev = 900000, data = '{}' WHERE id = 'a-1'",
        "INSERT INTO records (kind, id, rev, state, v, data) VALUES ('activity', 'no', 99999, 'live', 1, '{}')",
        "UPDATE digests SET marks = 5 WHERE kind = 'activity'",
    ],
)
def test_what_was_changed_here_is_copied_again_and_nothing_else_is(copied: Station, statement: str) -> None:
    before = data(copied)
    spoil(copied, statement)
    done = copied.sync()
    assert done.trouble == ""
    assert data(copied) == before
    assert asked(copied) in ([(), ("activity",)], [()])  # the sums alone are put right without asking for records
    assert not copied.do(lambda tx: tx.syncing.get()).differs
    again = copied.sync()
    assert (again.requests, again.repaired) == (1, 0)


@pytest.mark.parametrize("kind", ["person", "card", "revocation"])
def test_own_records_are_mended_too(copied: Station, central: CentralAt, kind: str) -> None:
    central.publish("revocation", "7", {"serial": 7})
    copied.sync()
    spoil(copied, f"DELETE FROM records WHERE kind = '{kind}'")
    assert copied.sync().repaired == 1
    assert shown(copied) == published(central)
    assert len(copied.do(lambda tx: tx.people.all())) == 2


def test_a_kind_that_central_has_not_is_swept(copied: Station, central: CentralAt) -> None:
    row = "INSERT INTO records (kind, id, rev, state, v, data) VALUES (?, 'x', 1, 'live', 1, '{}')"
    for kind in ("ghost", "No Kind At All", "activity'"):
        copied.do(lambda tx, kind=kind: tx.syncing._connection.exec_driver_sql(row, (kind,)))  # type: ignore[misc]
    done = copied.sync()
    assert (done.trouble, done.repaired) == ("", 3)
    assert shown(copied) == published(central)


def test_many_kinds_are_mended_in_several_pages(copied: Station, central: CentralAt) -> None:
    for number in range(70):
        central.publish(f"kind_{number}", "x", {"n": number})
    copied.sync()
    spoil(copied, "DELETE FROM records WHERE kind LIKE 'kind_%'")
    assert copied.sync().repaired == 70
    assert shown(copied) == published(central)


def test_a_change_that_keeps_its_mark_is_found_once_a_day(copied: Station) -> None:
    before = data(copied)
    spoil(copied, "DROP TRIGGER marks_are_of_their_data")
    spoil(copied, 'UPDATE records SET data = \'{"title":{"it":"Falsa"}}\' WHERE id = \'a-1\'')
    assert copied.sync().repaired == 0
    yesterday = stamp(copied.clock.read().at - timedelta(days=1))
    copied.do(lambda tx: tx.syncing.move(checked_at=yesterday))
    assert copied.sync().repaired == 1
    assert data(copied) == before


def test_a_thorough_round_finds_it_at_once(copied: Station) -> None:
    before = data(copied)
    spoil(copied, "DROP TRIGGER marks_are_of_their_data")
    spoil(copied, 'UPDATE records SET data = \'{"title":{"it":"Falsa"}}\' WHERE id = \'a-1\'')
    assert exchange_once(copied.do, copied.central, copied.clock, thorough=True).repaired == 1
    assert data(copied) == before


def test_a_repair_that_was_cut_is_done_in_the_next_round(copied: Station) -> None:
    class Cut(Between):
        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            if kinds:
                raise NoConnection("cut")
            return super().feed(cursor, kinds)

    before = data(copied)
    spoil(copied, "DELETE FROM records WHERE id = 'a-1'")
    whole, copied.central = copied.central, Cut(copied.central)
    assert copied.sync().trouble == "NoConnection: cut"
    copied.central = whole
    assert copied.sync().repaired == 1
    assert data(copied) == before


class Unreadable(Between):
    """One of central's own lines comes as no record, whenever it comes."""

    bad = "a-1"
    digests_asked = 0

    def change(self, page: Page) -> Page:
        items = [
            BadItem("}{", "not an item") if isinstance(item, Item) and item.id == self.bad else item
            for item in page.items
        ]
        return replace(page, items=tuple(items))

    def digests(self) -> Digests:
        self.digests_asked += 1
        return super().digests()


@pytest.fixture
def unmended(copied: Station) -> Station:
    """Differs by one record for good."""
    copied.central = Unreadable(copied.central)
    spoil(copied, "DELETE FROM records WHERE id = 'a-1'")
    assert copied.sync().trouble == ""
    return copied


def test_what_a_repair_does_not_mend_is_said_and_not_tried_again(unmended: Station) -> None:
    said = unmended.do(lambda tx: status.read(tx, unmended.clock.read()))
    assert said is not None
    assert (said.differs, said.state) == (1, status.State.AS_OF)
    assert said.need_a_person >= 1
    assert unmended.sync().requests == 1


def test_it_is_not_copied_again_either_when_something_else_changes(unmended: Station, central: CentralAt) -> None:
    central.publish("activity", "neu", activity("Neu"))
    done = unmended.sync()
    assert (done.repaired, done.requests) == (0, 2)
    assert unmended.sync().requests == 1
    said = unmended.do(lambda tx: status.read(tx, unmended.clock.read()))
    assert said is not None
    assert said.differs == 1


def test_a_new_difference_is_mended_beside_an_old_one(unmended: Station) -> None:
    spoil(unmended, "DELETE FROM records WHERE id = 'p-1'")
    assert unmended.sync().repaired == 2
    assert ("provider", "p-1") in shown(unmended)


def test_once_central_s_line_can_be_read_it_is_said_no_more(unmended: Station, central: CentralAt) -> None:
    assert isinstance(unmended.central, Unreadable)
    unmended.central.bad = ""
    central.publish("activity", "a-1", activity("Wieder da"))
    unmended.sync()
    said = unmended.do(lambda tx: status.read(tx, unmended.clock.read()))
    assert said is not None
    assert (said.differs, said.state) == (0, status.State.UP_TO_DATE)
    assert shown(unmended) == published(central)


def test_what_central_changes_during_a_repair_is_no_difference(copied: Station, central: CentralAt) -> None:
    class Busy(Between):
        def feed(self, cursor: Cursor, kinds: Sequence[str] = ()) -> Page:
            page = super().feed(cursor, kinds)
            if kinds:
                central.publish("activity", f"new-{len(self.asked)}", activity("Nuova"))
            return page

    spoil(copied, "DELETE FROM records WHERE id = 'a-1'")
    whole, copied.central = copied.central, Busy(copied.central)
    assert copied.sync().trouble == ""
    assert not copied.do(lambda tx: tx.syncing.get()).differs
    copied.central = whole
    copied.sync()
    assert shown(copied) == published(central)


def test_what_somebody_wrote_otherwise_than_we_do_has_the_mark_it_came_with(
    copied: Station, central: CentralAt
) -> None:
    """The data is kept as it was sent, spaces and all, so that its mark is central's."""
    with central.writing() as tx:
        tx.exec_driver_sql('UPDATE records SET data = \'{ "name" : "Spazi", "è": "\\u00e8" }\' WHERE id = \'p-1\'')
    done = copied.sync()
    assert (done.trouble, done.repaired) == ("", 0)
    found = copied.do(lambda tx: tx.catalogue.record("provider", "p-1"))
    assert found == {"name": "Spazi", "è": "è"}
    assert wire.canonical(found) != "{ "
