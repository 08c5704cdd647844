"""Who holds a card shows it by three pictures or a PIN; the desk sets them and allows new tries."""

from collections.abc import Sequence

import pytest

from kiosk.domain.pictures import TRIES_A_DAY, Means, NotIdentified
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.usecases.identify import AskAtTheDesk, Identified, Question, WrongAnswer, identify, question
from kiosk.usecases.set_secret import NoSecret, SecretSet, reset_tries, set_secret
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station
from tests.workers import let_in, read

THREE = ("sun", "boat", "drum")
OTHER = ("boat", "sun", "drum")
TRIED_OUT = AskAtTheDesk(NotIdentified.TRIED_OUT)


class Desk:
    """A family's card at a station, and a worker."""

    def __init__(self, station: Station, central: CentralAt, *roles: Role) -> None:
        self.station, self.central = station, central
        code = central.cards("amina")["amina"]
        self.by: Entered = let_in(station, central, *roles)
        self.serial: int = read(station, code).serial  # type: ignore[union-attr]

    def set(self, answer: Sequence[str] | str, person: str = "") -> SecretSet | NoSecret | NotIn:
        return set_secret(self.station.do, self.by, "household-1", person, answer, self.station.clock)

    def asked(self) -> Question | AskAtTheDesk:
        return self.station.do(lambda tx: question(tx, self.serial, self.station.clock))

    def says(self, answer: Sequence[str] | str) -> Identified | WrongAnswer | AskAtTheDesk:
        return identify(self.station.do, self.serial, answer, self.station.clock)

    def reset(self) -> str | NotIn:
        now = self.station.clock.read()
        return self.station.do(lambda tx: reset_tries(tx, self.by, self.serial, now))


@pytest.fixture
def desk(station: Station, central: CentralAt) -> Desk:
    return Desk(station, central)


def test_pictures_set_at_the_desk_identify_at_once_and_after_central_has_them(desk: Desk) -> None:
    assert desk.asked() == AskAtTheDesk(NotIdentified.NOT_SET)
    assert isinstance(desk.set(THREE), SecretSet)
    assert desk.asked() == Question(Means.PICTURES, TRIES_A_DAY)
    assert desk.says(THREE) == Identified("amina", "household-1")
    assert desk.station.sync().trouble == ""
    assert desk.central.counts().by_type[("pictures_set", "accepted")] == 1
    rows = desk.station.do(
        lambda tx: [
            tx.events._connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("own_secrets", "secrets")
        ]
    )
    assert rows == [0, 1]
    assert desk.says(THREE) == Identified("amina", "household-1")


def test_new_pictures_are_not_undone_by_what_central_still_says(desk: Desk) -> None:
    desk.set(THREE)
    desk.station.sync()
    desk.set(OTHER)
    desk.central.publish("person", "new", {"household": "x", "first_name": "Eli", "creature": "fox"}, "hub:hub-1")
    assert desk.says(OTHER) == Identified("amina", "household-1")
    desk.station.sync()
    assert desk.says(OTHER) == Identified("amina", "household-1")


def test_a_childs_own_pin_comes_before_the_households_pictures(desk: Desk) -> None:
    desk.set(THREE)
    desk.set("0907", "amina")
    assert desk.asked() == Question(Means.PIN, TRIES_A_DAY)
    assert desk.says("0907") == Identified("amina", "household-1")
    assert desk.says(THREE) == WrongAnswer(TRIES_A_DAY - 1)


def test_three_wrong_tries_a_day_then_the_desk_and_tomorrow_anew(desk: Desk, clock: ToldClock) -> None:
    desk.set(THREE)
    assert [desk.says(OTHER) for _ in range(4)] == [WrongAnswer(2), WrongAnswer(1), TRIED_OUT, TRIED_OUT]
    assert desk.says(THREE) == desk.asked() == TRIED_OUT
    clock.pass_(14 * 3600)  # midnight in Milan
    assert desk.says(THREE) == Identified("amina", "household-1")


def test_a_right_answer_gives_back_its_own_try_and_no_other(desk: Desk) -> None:
    desk.set(THREE)
    desk.says(OTHER)
    desk.says(THREE)
    assert desk.asked() == Question(Means.PICTURES, TRIES_A_DAY - 1)


def test_a_worker_allows_new_tries(desk: Desk) -> None:
    desk.set(THREE)
    for _ in range(TRIES_A_DAY):
        desk.says(OTHER)
    assert isinstance(desk.reset(), str)
    assert desk.says(THREE) == Identified("amina", "household-1")
    desk.station.sync()
    assert desk.central.counts().by_type[("tries_reset", "accepted")] == 1


def test_a_clock_set_back_gives_no_new_tries(desk: Desk, clock: ToldClock) -> None:
    clock.pass_(24 * 3600)
    desk.set(THREE)
    for _ in range(TRIES_A_DAY):
        desk.says(OTHER)
    held = desk.station.do(lambda tx: tx.secrets.wrong(desk.serial))
    yesterday = ToldClock()
    assert identify(desk.station.do, desk.serial, THREE, yesterday) == TRIED_OUT
    assert desk.station.do(lambda tx: tx.secrets.wrong(desk.serial)) == held


def test_pulling_the_plug_does_not_give_a_try_back(desk: Desk, clock: ToldClock) -> None:
    desk.set(THREE)

    def pulled(verifier: str, said: str) -> bool:
        raise SystemExit

    for _ in range(TRIES_A_DAY):
        with pytest.raises(SystemExit):
            identify(desk.station.do, desk.serial, OTHER, clock, pulled)
    assert desk.asked() == TRIED_OUT


def test_what_is_no_answer_is_not_set(desk: Desk) -> None:
    for answer in (("sun", "sun", "boat"), ("sun",), "12", "abcd"):
        assert desk.set(answer, "amina") == NoSecret()
    assert desk.set("0907") == NoSecret()  # a PIN is one person's


def test_a_technician_sets_and_resets_nothing(station: Station, central: CentralAt) -> None:
    desk = Desk(station, central, Role.TECHNICIAN)
    refused = NotIn(NotEntered.NOT_ALLOWED)
    assert desk.set(THREE) == desk.reset() == refused


def test_dead_and_unknown_cards_ask_at_the_desk(desk: Desk, clock: ToldClock) -> None:
    desk.set(THREE)
    unknown = desk.station.do(lambda tx: question(tx, 4_000_000, clock))
    assert unknown == AskAtTheDesk(NotIdentified.UNKNOWN)
    desk.central.publish("revocation", str(desk.serial), {"serial": desk.serial})
    desk.station.sync()
    assert desk.asked() == desk.says(THREE) == AskAtTheDesk(NotIdentified.DEAD)


def test_no_event_holds_what_was_chosen(desk: Desk) -> None:
    desk.set(THREE)
    desk.set("0907", "amina")
    query = "SELECT group_concat(content) FROM bodies"
    bodies = str(desk.station.do(lambda tx: tx.events._connection.exec_driver_sql(query).scalar()))
    assert "sun" not in bodies
    assert '"0907"' not in bodies
