"""A store that was copied, or put back from an old image: what each copy gives is bounded, and its fork is seen at the
next sync. It is frozen, the desk is told, the loss is booked; and a person lets it go on under a name of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from central import deciding, nightly
from central.db import cases, reading, stations
from central.db import ledger as books
from central.declaring import Lost, declare_lost
from kiosk.db.store import open_store, read_key
from kiosk.domain.accounts import Kind
from kiosk.domain.parts import Part, total
from kiosk.domain.programmes import Why
from kiosk.domain.redeeming import NotPaid, Redeemed
from kiosk.domain.wire import AllotmentsAnswer, AllotmentsAsk
from kiosk.domain.workers import Role
from kiosk.field import audit
from kiosk.sync.central import NoConnection
from kiosk.sync.exchange import exchange_once
from tests import given
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.giving import VOUCHER
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.test_pull import back_up, restore
from tests.station import Station, found_again
from tests.value import paid, swim
from tests.workers import on_shift

WORTH = (Part("state", 6_000), Part("city", 4_000))
HERE = 8_000  # of it: the home share


@pytest.fixture
def holds(station: Station, central: CentralAt) -> Station:
    given.funded(central, WORTH, 4)
    given.granted(central, station)
    assert left(station) == HERE
    return station


def left(station: Station) -> int:
    incarnation = station.known.incarnation
    held = station.do(lambda tx: tx.allotments.get(incarnation, VOUCHER))
    return total(held.left) if held else 0


@pytest.fixture
def image(holds: Station, tmp_path: Path) -> Path:
    """A copy of its disk."""
    shutil.copytree(holds.settings.data, tmp_path / "image")
    return tmp_path / "image"


@pytest.fixture
def copy(holds: Station, image: Path, central: CentralAt, clock: ToldClock) -> Iterator[Station]:
    """A machine that was started from it."""
    store = open_store(image / "hub.db", read_key(image / "hub.key"))
    yield found_again(holds.id, store, central, holds.settings, clock)
    store.close()


def booked(central: CentralAt) -> dict[Kind, int]:
    """Cents, by kinds of accounts."""
    with reading(central.own.engine) as tx:
        totals = books.totals(tx)
    assert sum(totals.values()) == 0
    found: dict[Kind, int] = {}
    for (kind, fund), amount in totals.items():
        found[kind] = found.get(kind, 0) + (amount if fund else 0)
    return found


def looked_at(central: CentralAt) -> None:
    """A named person of the office has looked at the fork."""
    with central.writing() as tx:
        for case in cases.still_open(tx):
            assert not isinstance(deciding.close(tx, case.number, "Ada Rossi", "seen", central.own.now()), str)


def test_a_copy_gives_no_more_than_was_granted_and_nothing_once_it_is_seen(
    holds: Station, copy: Station, central: CentralAt
) -> None:
    central.cut()
    for one in (holds, copy):
        assert [isinstance(paid(one, swim(2_000)), Redeemed) for _ in range(5)] == [True] * 4 + [False]
    central.back()
    assert holds.sync().trouble == ""
    before, done = copy.known.incarnation, copy.sync()
    assert (done.trouble, done.waiting) == ("", 0)
    assert copy.known.incarnation != before
    assert left(copy) == 0
    for one in (holds, copy, holds):
        one.sync()
        assert paid(one, swim(1)) == NotPaid(Why.FROZEN)
    assert central.cases().count("fork") == 1
    found = booked(central)
    assert found[Kind.SPENT] == 2 * HERE
    lost = 2 * HERE - total(WORTH)  # beyond all that the voucher is worth: nothing stood behind it
    assert (found[Kind.POOL], found[Kind.SHORT], found[Kind.DUE]) == (0, -lost, lost)
    for one in (holds, copy):
        assert one.do(audit.verify).holds()


def test_what_a_copy_told_besides_is_taken_in_once(holds: Station, copy: Station, central: CentralAt) -> None:
    codes = central.cards("lia", "omar", hub="hub-2")
    for one in (holds, copy):
        paid(one, swim(100))
    holds.sync()
    for code in codes.values():
        copy.scan(code)
    for _ in range(2):
        assert copy.sync().waiting == 0
    counts = central.counts()
    assert (counts.visits, counts.total, counts.distinct) == (2, 4, 4)


@pytest.mark.parametrize("former", [False, True])
def test_what_a_copy_told_a_central_that_was_restored_since_is_not_lost_where_another_copy_has_its_place(
    holds: Station, copy: Station, central: CentralAt, tmp_path: Path, former: bool
) -> None:
    """Under the name that it has, and under one that it had: what central holds of those is not all theirs."""
    codes = list(central.cards("lia", "omar", "ada", "teo", hub="hub-2").values())
    backup = back_up(central, tmp_path)
    for code in codes[:2]:
        copy.scan(code)
    assert copy.sync().waiting == 0
    if former:
        copy.do(lambda tx: tx.station.begins_anew("bb" * 8))
    restore(central, backup)
    for code in codes[1:]:
        holds.scan(code)
    assert holds.sync().waiting == 0
    for _ in range(2):
        assert copy.sync().waiting == 0
    assert central.counts().visits == 2 + 3
    done = copy.sync()
    assert (done.requests, done.pushed, done.replayed) == (1, 0, 0)


def test_a_store_that_was_put_back_goes_on_once_a_person_has_looked(
    holds: Station, copy: Station, central: CentralAt
) -> None:
    """The disk died, its image is older: what it gave since is known to central, and it gives of that no more."""
    assert isinstance(paid(holds, swim(2_000)), Redeemed)
    holds.sync()
    assert isinstance(paid(copy, swim(500)), Redeemed)
    copy.sync()
    assert paid(copy, swim(1)) == NotPaid(Why.FROZEN)
    looked_at(central)
    nightly.grant_all(central.own)
    copy.sync()
    assert 0 < left(copy) <= total(WORTH) - HERE  # of what central holds; what the other holds is locked
    assert isinstance(paid(copy, swim(100)), Redeemed)
    assert (copy.sync().waiting, central.cases()) == (0, [])


def test_what_the_store_before_may_have_given_is_locked_until_two_declare_it_lost(
    holds: Station, copy: Station, central: CentralAt
) -> None:
    paid(holds, swim(2_000))
    holds.sync()
    paid(copy, swim(500))
    copy.sync()
    looked_at(central)
    with central.writing() as tx:
        one = stations.by_id(tx, copy.id)
        assert one is not None
        said = [declare_lost(tx, one, who, "burnt", central.own.now(), former=True) for who in ("Ada Rossi", "Eva Blu")]
    assert isinstance(said[1], Lost)
    assert booked(central)[Kind.LOST] == HERE - 2_500


class Unheard(Between):
    def allot(self, ask: AllotmentsAsk) -> AllotmentsAnswer:
        raise NoConnection("cut")


@pytest.fixture
def forgotten(holds: Station, copy: Station, central: CentralAt, tmp_path: Path) -> CentralAt:
    """The copy was seen, and both machines were told; then central was put back from a backup of before."""
    backup = back_up(central, tmp_path)
    for one in (holds, copy):
        paid(one, swim(100))
        one.sync()
    holds.sync()
    restore(central, backup)
    assert central.cases() == ["restored"]
    return central


@pytest.mark.parametrize("first", ["holds", "copy"])
def test_a_central_that_has_forgotten_it_is_told_by_whichever_comes_first(
    holds: Station, copy: Station, forgotten: CentralAt, first: str
) -> None:
    for one in (holds, copy) if first == "holds" else (copy, holds):
        assert one.sync().trouble == ""
        assert forgotten.cases().count("fork") == 1
        nightly.grant_all(forgotten.own)
        one.sync()
        assert paid(one, swim(1)) == NotPaid(Why.FROZEN)
    looked_at(forgotten)
    for one in (holds, copy):
        one.sync()
    assert forgotten.cases() == []


def test_until_it_has_heard_so_nothing_is_copied_of_what_it_believes(holds: Station, forgotten: CentralAt) -> None:
    done = exchange_once(holds.do, Unheard(holds.central), holds.clock)
    assert done.trouble == "NoConnection: cut"
    assert paid(holds, swim(1)) == NotPaid(Why.FROZEN)
    holds.sync()
    assert forgotten.cases() == ["restored", "fork"]


def test_the_desk_is_told(holds: Station, copy: Station, desk: Station, central: CentralAt) -> None:
    for one in (holds, copy):
        paid(one, swim(100))
        one.sync()
    on_shift(desk, central, Role.COORDINATOR)
    assert [told.matter.kind for told in desk.do(lambda tx: tx.cases.told())] == ["fork"]
