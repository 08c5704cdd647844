"""Who is inside, as the touchscreen's store answers a worker: 300 people at once, and what may be missing."""

from kiosk.clock import stamp
from kiosk.db.attendance import HEARD
from kiosk.db.tx import Tx
from kiosk.domain.attendance import Bands
from kiosk.domain.people import Binding
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.touch import TouchRoom
from kiosk.ui.touch.staff_faces import CountsFace, InsideFace, Sort
from kiosk.ui.touch.wishes import LookInside
from kiosk.usecases.arrive import as_known, welcome
from kiosk.usecases.count import Numbers, check_in_group, count_unnamed
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import mother_and_child
from tests.station import Station
from tests.workers import dismiss, let_in, read

MANY = 300
_PERSON = "INSERT INTO people (id, household, first_name, creature, band) VALUES (?, 'h', ?, 'fox', '6-10')"


def looked(station: Station, by: Entered) -> object:
    behind = Behind(station.do, station.clock, station.settings, lambda payload: read(station, payload.decode()))
    return TouchRoom(behind, station.do).ask(LookInside(by))


def seen(station: Station, by: Entered) -> InsideFace:
    said = looked(station, by)
    assert isinstance(said, InsideFace)
    return said


def come(tx: Tx, station: Station, *people: str) -> None:
    """Each by a card of their own."""
    known, now = tx.station.get(), station.clock.read()
    assert known is not None
    for number, person in enumerate(people):
        welcome(tx, known, number, Binding(number, person, "h", True), tx.people.get(person), as_known(tx)(person), now)


def others(station: Station, central: CentralAt, at: str) -> None:
    """Central tells of a desk, and when it last heard of it."""
    central.publish(HEARD, "desk-1", {"name": "Banco", "at": at}, scope="hub:hub-1")
    assert station.sync().trouble == ""


def test_300_people_are_listed_by_name(station: Station, central: CentralAt) -> None:
    by = let_in(station, central)
    people = [f"person-{number:03d}" for number in range(MANY)]
    rows = [(person, f"Nome{MANY - number:03d}") for number, person in enumerate(people)]
    station.do(lambda tx: tx.attendance._connection.exec_driver_sql(_PERSON, rows))
    station.do(lambda tx: come(tx, station, *people))
    face = seen(station, by)
    assert [line.name for line in face.lines] == sorted(name for _, name in rows)
    assert face.counts == CountsFace(people=MANY, children=MANY, adults=0, educators=0, unknown=0, groups=0)


def test_groups_and_people_without_a_name_are_listed_last_and_the_numbers_agree(
    station: Station, central: CentralAt
) -> None:
    codes = central.cards("amina", "teacher")
    by = let_in(station, central)
    teacher, now = read(station, codes["teacher"]), station.clock.read()
    children: Bands = (("6-10", 25),)
    station.do(lambda tx: check_in_group(tx, teacher, Numbers(children, adults=2, educators=1), now))
    station.do(lambda tx: count_unnamed(tx, Numbers((("0-5", 2),), adults=1), now))
    station.scan(codes["amina"])
    face = seen(station, by)
    assert [(line.sort, line.name) for line in face.lines] == [
        (Sort.PERSON, "Amina"),
        (Sort.GROUP, "Teacher"),
        (Sort.COUNTED, ""),
    ]
    told = [(line.children, line.adults, line.educators) for line in face.lines]
    assert told == [(0, 0, 0), (25, 2, 1), (2, 1, 0)]
    assert face.counts == CountsFace(people=32, children=27, adults=3, educators=1, unknown=1, groups=1)
    counts = face.counts
    assert counts.people == counts.children + counts.adults + counts.educators + counts.unknown


def test_a_station_that_holds_family_names_shows_their_initial_and_no_more(desk: Station, central: CentralAt) -> None:
    by = let_in(desk, central)
    mother_and_child(desk, by)
    assert desk.sync().trouble == ""
    assert desk.sync().trouble == ""
    known = desk.do(lambda tx: tx.people.all())
    desk.do(lambda tx: come(tx, desk, *(person.id for person in known)))
    assert sorted(line.name for line in seen(desk, by).lines) == ["Samira H.", "أمينة ح."]


def test_where_no_other_station_is_known_the_list_is_whole(station: Station, central: CentralAt) -> None:
    face = seen(station, let_in(station, central))
    assert (face.stations, face.whole) == ((), True)


def test_a_station_that_was_silent_for_long_is_named_and_the_list_may_lack_somebody(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    by = let_in(station, central)
    others(station, central, stamp(clock.read().at))
    face = seen(station, by)
    assert ([one.name for one in face.stations], face.whole) == (["Banco"], True)
    clock.pass_(6 * 60)
    assert station.sync().trouble == ""
    face = seen(station, by)
    assert face.whole is False
    assert face.stations[0].late
    assert face.stations[0].at is not None
    assert face.stations[0].at.time == "10.00"


def test_a_station_that_was_never_heard_may_hold_somebody(station: Station, central: CentralAt) -> None:
    by = let_in(station, central)
    others(station, central, "")
    face = seen(station, by)
    assert (face.stations[0].at, face.whole) == (None, False)


def test_without_a_network_of_its_own_a_station_says_it_may_lack_somebody(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    """The desk was heard minutes ago; since then nothing can have come."""
    by = let_in(station, central)
    clock.pass_(60)
    others(station, central, stamp(clock.read().at))
    assert seen(station, by).whole is True
    clock.pass_(6 * 60)
    assert seen(station, by).whole is False


def test_every_look_is_in_the_chain_before_it_is_seen(station: Station, central: CentralAt) -> None:
    by = let_in(station, central)
    seen(station, by)
    seen(station, by)
    assert station.sync().trouble == ""
    assert central.counts().by_type["looked", "accepted"] == 1  # a page that stays open is one look


def test_whose_role_does_not_allow_it_or_who_was_dismissed_sees_nobody(station: Station, central: CentralAt) -> None:
    assert looked(station, let_in(station, central, Role.TECHNICIAN)) == NotIn(NotEntered.NOT_ALLOWED)
    by = let_in(station, central, name="Bruno Esempio")
    dismiss(central, by.worker.id)
    assert station.sync().trouble == ""
    assert looked(station, by) == NotIn(NotEntered.REVOKED)
