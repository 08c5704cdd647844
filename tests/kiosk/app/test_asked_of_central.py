"""What only central can give, at a whole touchscreen and a real central: given, called off, or not answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from kiosk.db.pendings import Pending
from kiosk.db.store import open_store
from kiosk.domain.accounts import Kind
from kiosk.domain.rounds import Round
from kiosk.settings import Settings
from kiosk.usecases.set_secret import SecretSet, set_secret
from tests import sessions, value
from tests.central.value import balance, books_hold
from tests.central_at import CentralAt
from tests.kiosk.app.door import Door, Start
from tests.kiosk.app.test_my_card import THREE, says_who
from tests.station import Station
from tests.workers import let_in

pytestmark = pytest.mark.timeout(90)
COURSE = ("c1", "c2")
PATIENT, HASTY = 60.0, 0.2  # seconds for central to answer: more than a busy machine needs, less than a stalled one


@pytest.fixture
def patience() -> float:
    return PATIENT


@pytest.fixture
def settings(settings: Settings, patience: float) -> Settings:
    return replace(settings, ask_seconds=patience)


@pytest.fixture
def cards(central: CentralAt, station: Station) -> dict[str, str]:
    """Sara's family: swimming costs 20 euro, and of their voucher this hub may give 3; chess and the choir, which is
    a course, have places with central alone."""
    value.all_set(central, station, state=300)
    value.with_central(central, state=5_000)
    sessions.hub(central)
    sessions.activity(central)
    sessions.session(central)
    sessions.activity(central, "choir", booking="course")
    for of, day in zip(COURSE, (12, 19), strict=True):
        starts, ends = (f"2026-12-{day}T{hour}:00+01:00" for hour in ("10:00", "11:30"))
        sessions.session(central, of, "choir", starts, ends)
    codes = {"sara": central.card_of("sara", value.HOME)}
    by = let_in(station, central)
    assert isinstance(set_secret(station.do, by, value.HOME, "", THREE, station.clock), SecretSet)
    assert station.sync().trouble == ""
    return codes


@pytest.fixture
def door(start: Start) -> Door:
    return start()


@contextmanager
def central_hangs(central: CentralAt) -> Iterator[None]:
    """It takes in what it is asked, and cannot answer: somebody else is writing all the time."""
    with central.writing():
        yield


def at_money(door: Door) -> None:
    door.go("wake", "home", "pay-for/swimming")
    says_who(door, "sara", "money")
    assert door.kiosk.touch.shown.face["pays"] == 2_000


def at_join(door: Door) -> None:
    door.go("wake", "home", "sign-up/s1")
    says_who(door, "sara", "join")
    door.go("join/person/1")


def travel(door: Door) -> None:
    """Until all that this station says has come to central."""
    assert door.kiosk.sync is not None

    def all_said(done: Round) -> bool:
        return not done.trouble and done.waiting == 0

    with door.qtbot.waitSignal(door.kiosk.sync.finished, check_params_cb=all_said):
        door.kiosk.sync.go()


def voided(central: CentralAt) -> int:
    """How many requests came to nothing, as central's books have it."""
    with central.writing() as tx:
        return int(tx.exec_driver_sql("SELECT count(*) FROM transfers WHERE id LIKE 'void:%'").scalar_one())


def without_outcome(settings: Settings) -> list[Pending]:
    """In the store of a kiosk that is closed."""
    store = open_store(settings.store, bytes.fromhex(settings.key_file.read_text()))
    with store.begin() as tx:
        found = tx.pendings.open()
    store.close()
    return found


def test_a_voucher_of_which_too_little_is_here_pays_by_centrals_word(door: Door, central: CentralAt) -> None:
    at_money(door)
    door.go("pay/confirm")
    door.until_said("paid")
    said = door.kiosk.touch.shown.outcome or {}
    assert (said["paid"]["cents"], said["paid"]["toPay"], len(said["keeps"])) == (2_000, 0, 1)
    travel(door)
    assert (balance(central.own, Kind.SPENT, at="piscina"), balance(central.own, Kind.PENDING)) == (2_000, 0)
    books_hold(central.own)


def test_a_second_tap_asks_nothing_more(door: Door, central: CentralAt) -> None:
    at_money(door)
    with central_hangs(central):
        door.go("pay/confirm", "pay/confirm")
        door.until("wait")
        door.go("pay/confirm", "wait/nonsense")
    door.until_said("paid")
    travel(door)
    assert balance(central.own, Kind.SPENT, at="piscina") == 2_000
    assert balance(central.own, Kind.POOL, "v1") == 3_000


def test_whoever_does_not_wait_has_given_nothing_whatever_central_says_after(
    door: Door, central: CentralAt, settings: Settings
) -> None:
    at_money(door)
    with central_hangs(central):
        door.go("pay/confirm")
        door.until("wait")
        door.go("wait/back")
        door.until("money")
    door.kiosk.close()  # ends what central is still asked
    assert without_outcome(settings) == []
    assert balance(central.own, Kind.SPENT) == 0


def test_what_central_keeps_after_all_is_free_again_by_the_stations_own_word(door: Door, central: CentralAt) -> None:
    at_money(door)
    with central_hangs(central):
        door.go("pay/confirm")
        door.until("wait")
        door.go("wait/back")
        door.until("money")
    travel(door)
    assert (voided(central), balance(central.own, Kind.PENDING), balance(central.own, Kind.POOL, "v1")) == (1, 0, 5_000)
    door.go("pay/less", "pay/confirm")  # and they go on as if nothing had been
    door.until_said("paid")


def test_whoever_goes_away_while_they_wait_has_called_it_off(door: Door, central: CentralAt) -> None:
    at_money(door)
    with central_hangs(central):
        door.go("pay/confirm")
        door.until("wait")
        door.go("finished")
        door.until("attract")
    travel(door)
    assert (voided(central), balance(central.own, Kind.PENDING), balance(central.own, Kind.SPENT)) == (1, 0, 0)
    assert door.kiosk.touch.shown.outcome is None


@pytest.mark.parametrize("patience", [HASTY])
def test_without_an_answer_what_is_here_pays_all_the_same_and_nothing_is_left_open(
    door: Door, central: CentralAt, settings: Settings
) -> None:
    at_money(door)
    with central_hangs(central):
        door.go("pay/confirm")
        door.qtbot.waitUntil(lambda: bool(door.kiosk.touch.shown.face.get("inVain")))
        assert door.kiosk.touch.shown.face["pays"] == 300
        door.go("pay/confirm")
        door.until_said("paid")
        door.kiosk.close()
    assert without_outcome(settings) == []
    assert balance(central.own, Kind.SPENT) == 0


def test_when_the_light_goes_out_while_somebody_waits_nothing_is_left_open(
    door: Door, central: CentralAt, settings: Settings
) -> None:
    at_money(door)
    with central_hangs(central):
        door.go("pay/confirm")
        door.until("wait")
        door.kiosk.close()
    assert without_outcome(settings) == []


def test_a_place_that_central_alone_has_is_confirmed(door: Door, central: CentralAt) -> None:
    at_join(door)
    door.go("join/confirm")
    door.until_said("signed_up")
    travel(door)
    assert (balance(central.own, Kind.TAKEN, "s1"), balance(central.own, Kind.SEATS, "s1")) == (1, 3)


def test_a_whole_course_that_central_alone_has_is_confirmed_and_taken_back(door: Door, central: CentralAt) -> None:
    door.go("wake", "home", "sign-up-all/choir")
    says_who(door, "sara", "join")
    door.go("join/person/1", "join/confirm")
    door.until_said("signed_up")
    travel(door)
    assert [balance(central.own, Kind.TAKEN, of) for of in COURSE] == [1, 1]
    door.go("outcome/undo")
    door.until("home")
    travel(door)
    for of in COURSE:
        assert (balance(central.own, Kind.TAKEN, of), balance(central.own, Kind.SEATS, of)) == (0, 4)
    books_hold(central.own)


def test_a_place_that_is_not_waited_for_is_nobodys(door: Door, central: CentralAt) -> None:
    at_join(door)
    with central_hangs(central):
        door.go("join/confirm")
        door.until("wait")
        assert door.kiosk.touch.shown.face["cents"] == 0
        door.go("wait/back")
        door.until("join")
    travel(door)
    assert (balance(central.own, Kind.TAKEN, "s1"), balance(central.own, Kind.PENDING, "s1")) == (0, 0)


@pytest.mark.parametrize("patience", [HASTY])
def test_without_an_answer_a_sign_up_is_what_it_is_without_a_network(door: Door, central: CentralAt) -> None:
    at_join(door)
    with central_hangs(central):
        door.go("join/confirm")
        door.until_said("waiting")
    travel(door)
    assert balance(central.own, Kind.TAKEN, "s1") == 0
