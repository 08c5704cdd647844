"""Families at the touchscreen, end to end: a whole kiosk in one process, and what central has of it afterwards."""

import pytest

from kiosk.domain.attendance import Counts
from kiosk.domain.pictures import Identified
from kiosk.domain.visits import LEAVING_MINUTES, FamilyArrived
from kiosk.domain.workers import Role
from kiosk.usecases.arrive_family import arrive_family
from kiosk.usecases.set_secret import SecretSet, set_secret
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.app.door import Start
from tests.station import Station
from tests.workers import PIN, employ, let_in, read, tried

pytestmark = pytest.mark.timeout(60)
BANDS = {"mother": "adult", "amina": "6-10", "omar": "0-5", "zoe": "14-17"}
THREE = ("sun", "boat", "drum")


@pytest.fixture
def cards(central: CentralAt, station: Station) -> dict[str, str]:
    """Zoe is 14, as central tells the touchscreens; the others are not."""
    codes = central.cards(*BANDS)
    for person, band in BANDS.items():
        way = "on_their_own" if person in ("mother", "zoe") else "with_adult"
        face = {"household": "household-1", "first_name": person.capitalize(), "creature": "fox"}
        central.publish("person", person, {**face, "band": band, "way": way}, scope="hub:hub-1")
    assert station.sync().trouble == ""
    return codes


@pytest.fixture
def yesterday(station: Station, cards: dict[str, str], clock: ToldClock) -> None:
    """Amina, Omar and an adult came in by Amina's card and the three pictures."""
    vouched, scanned, now = Identified("amina", "household-1"), read(station, cards["amina"]), clock.read()
    said = station.do(lambda tx: arrive_family(tx, scanned, ("amina", "omar"), 1, now, vouched=vouched))
    assert isinstance(said, FamilyArrived)
    clock.pass_(24 * 3600)


@pytest.mark.usefixtures("yesterday")
def test_a_family_is_a_scan_and_one_touch_and_central_counts_children_and_adults(start: Start) -> None:
    door = start()
    door.scan("amina")
    door.until("family")
    assert [tile["who"]["firstName"] for tile in door.kiosk.touch.shown.face["people"]] == ["Amina", "Omar"]
    door.go("family/confirm")
    door.until_said("welcomed")
    assert door.at_central() == Counts({"6-10": 1, "0-5": 1}, adults=1)


@pytest.mark.usefixtures("yesterday")
def test_a_family_that_was_taken_back_is_nobody_at_central(start: Start) -> None:
    door = start()
    door.scan("amina")
    door.until("family")
    door.go("family/confirm")
    door.until_said("welcomed")
    door.go("outcome/undo")
    door.until("home")
    assert door.at_central() == Counts()


def test_who_came_alone_adds_who_is_with_them_by_the_three_pictures(
    start: Start, station: Station, central: CentralAt, clock: ToldClock
) -> None:
    by = let_in(station, central)
    assert isinstance(set_secret(station.do, by, "household-1", "", THREE, clock), SecretSet)
    door = start()
    door.scan("amina")
    door.until_said("welcomed")
    door.go("outcome/more")
    door.until("family")
    assert len(door.kiosk.touch.shown.face["people"]) == 1
    door.go("family/others")
    door.until("pictures")
    door.go(*(f"identify/say/{name}" for name in THREE))
    door.until("family")
    names = [tile["who"]["firstName"] for tile in door.kiosk.touch.shown.face["people"]]
    assert names == ["Amina", "Mother", "Omar", "Zoe"]
    door.go("family/person/2", "family/adult/0", "family/confirm")
    door.until_said("welcomed")
    assert door.at_central() == Counts({"6-10": 1, "0-5": 1}, adults=1)


def test_the_card_of_one_home_shows_nobody_of_the_child_s_other_home(
    start: Start, station: Station, central: CentralAt, clock: ToldClock, cards: dict[str, str]
) -> None:
    """Amina lives with her mother and with Karim; she was here with her mother's family yesterday."""
    father = {"household": "household-2", "first_name": "Karim", "creature": "bear", "band": "adult"}
    central.publish("person", "karim", father, scope="hub:hub-1")
    cards["karim"] = central.card_of("karim", "household-2")
    central.card_of("amina", "household-2")
    by = let_in(station, central)
    mother, now = read(station, cards["mother"]), clock.read()
    station.do(lambda tx: arrive_family(tx, mother, ("mother", "amina", "omar"), 2, now, vouched=by))
    assert isinstance(set_secret(station.do, by, "household-2", "", THREE, clock), SecretSet)
    clock.pass_(24 * 3600)
    door = start()
    shown: list[str] = []
    door.kiosk.touch.changed.connect(lambda: shown.append(repr(door.kiosk.touch.shown)))
    door.kiosk.touch.outcome_changed.connect(lambda: shown.append(repr(door.kiosk.touch.shown)))
    door.scan("karim")
    door.until_said("welcomed")
    door.go("outcome/more")
    door.until("family")
    door.go("family/others")
    door.until("pictures")
    door.go(*(f"identify/say/{name}" for name in THREE))
    door.until("family")
    assert [tile["who"]["firstName"] for tile in door.kiosk.touch.shown.face["people"]] == ["Karim", "Amina"]
    assert door.kiosk.touch.shown.face["adults"] == ["not_today"]
    door.go("family/person/1", "family/confirm")
    door.until_said("welcomed")
    assert any("Amina" in one for one in shown)
    assert not any(name in one for one in shown for name in ("Mother", "Omar", "Zoe"))


def test_from_fourteen_one_leaves_at_the_touchscreen_and_the_others_do_not(start: Start) -> None:
    door = start()
    for person in ("zoe", "omar"):
        door.scan(person)
        door.until_said("welcomed")
        door.go("outcome/done")
    door.clock.pass_(LEAVING_MINUTES * 60)
    door.scan("omar")
    door.until_said("collect")
    door.scan("zoe")
    door.until("leave")
    door.go("leave/leave")
    door.until_said("left")
    assert door.at_central(inside=True) == Counts({"0-5": 1})


def test_people_without_a_card_and_a_group_are_counted_at_central(start: Start) -> None:
    door = start()
    door.go("count", "count/more/0-5", "count/more/0-5", "count/more/adults", "count/confirm")
    door.until_said("counted")
    door.go("outcome/done", "count", "count/group")
    door.scan("mother")
    door.go(*["count/five-more/6-10"] * 5, "count/more/educators", "count/confirm")
    door.until_said("counted")
    assert door.at_central() == Counts({"0-5": 2, "6-10": 25}, adults=2, educators=1, groups=1)


def test_a_worker_sees_who_is_inside_and_that_they_looked_is_in_the_chain(
    start: Start, station: Station, central: CentralAt, cards: dict[str, str]
) -> None:
    card = employ(central)
    cards["worker"] = card.code
    assert station.sync().trouble == ""
    door = start()
    door.scan("amina")
    door.until_said("welcomed")
    door.scan("worker")
    door.until("door")
    door.go(*(f"staff/say/{digit}" for digit in PIN))
    door.until("inside")
    face = door.kiosk.touch.shown.face
    assert [line["name"] for line in face["lines"]] == ["Amina"]  # a touch-only station holds no family names
    assert (face["counts"]["people"], face["counts"]["children"]) == (1, 1)
    door.at_central()
    types = central.counts().by_type
    assert (types["entered", "accepted"], types["looked", "accepted"]) == (1, 1)


def test_a_wrong_pin_lets_nobody_in_and_a_wait_is_kept(
    start: Start, station: Station, central: CentralAt, cards: dict[str, str]
) -> None:
    card = employ(central)
    cards["worker"] = card.code
    assert station.sync().trouble == ""
    for _ in range(5):
        tried(station, card, "314159")
    door = start()
    door.scan("worker")
    door.until("door")
    door.go(*(f"staff/say/{digit}" for digit in PIN))
    pad = door.kiosk.touch
    door.qtbot.waitUntil(lambda: pad.shown.face["pad"]["waitSeconds"] > 0)
    assert pad.shown.screen == "door"


def test_whose_role_may_not_see_who_is_inside_asks_at_the_desk(
    start: Start, station: Station, central: CentralAt, cards: dict[str, str]
) -> None:
    cards["worker"] = employ(central, Role.TECHNICIAN).code
    assert station.sync().trouble == ""
    door = start()
    door.scan("worker")
    door.until("door")
    door.go(*(f"staff/say/{digit}" for digit in PIN))
    door.until_said("ask")
    assert door.kiosk.touch.shown.screen != "inside"
