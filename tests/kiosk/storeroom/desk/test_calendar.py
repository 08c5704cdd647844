"""The calendar at the desk: a week that is read, a day that is changed and put back, places given in turns and taken
off again, and a desk that is not the lead."""

import pytest

from kiosk.clock import stamp
from kiosk.domain.attendance import Kind, State
from kiosk.domain.calendar import Hours, Weekly
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.ui.desk.calendar.turn import FindFace, FullFace, PartyFace, TurnListFace
from kiosk.ui.desk.calendar.week import DayFace, EditDayFace, LeadFace, RowFace, SlotFace, WeekFace
from kiosk.ui.desk.faces import NOTHING, Said, Section, Tone
from kiosk.ui.desk.today.register import TodayFace
from kiosk.ui.desk.wishes import place
from kiosk.ui.hints import Hint
from kiosk.usecases.edit_calendar import CalendarEdited, put_week
from tests.central_at import CentralAt
from tests.hubs import open_hub, rome, turns
from tests.kiosk.storeroom.desk.sitting import AtDesk, Haddad, Made
from tests.station import Station
from tests.workers import on_shift

TUESDAY, WEDNESDAY = "2026-12-01", "2026-12-02"
MORNING, NEXT, LAST = stamp(rome("10:00")), stamp(rome("11:30")), stamp(rome("16:00"))
TOMORROW = stamp(rome("10:00", 2))
TIMES = (("10:00", "11:15"), ("11:30", "12:45"), ("16:00", "17:15"))


@pytest.fixture
def here(at: AtDesk, made: Made) -> AtDesk:
    """A coordinator at the lead of a hub with turns of three places on Tuesdays and Wednesdays."""
    at.by = made.workers[Role.COORDINATOR]
    now = at.station.clock.read()
    table = [Weekly(day, Hours(*times, 3)) for day in (2, 3) for times in TIMES]
    assert isinstance(at.station.do(lambda tx: put_week(tx, at.by, table, now)), CalendarEdited)
    return at


def week(at: AtDesk, path: str = "calendar") -> WeekFace:
    return at.see(path, WeekFace)


def day(at: AtDesk, wanted: str) -> DayFace:
    return next(one for one in week(at, f"calendar//{wanted}").days if one.id == wanted)


def in_turn(at: AtDesk, turn: str) -> TurnListFace:
    return at.see(f"calendar/turn/{turn}", TurnListFace)


def slot(at: AtDesk, turn: str) -> SlotFace:
    found = in_turn(at, turn).head.slot
    assert found is not None
    return found


def give(at: AtDesk, family: Haddad, turn: str, *people: str, adults: int = 0) -> Said:
    return at.done(f"calendar/expect/{turn}/{family.home}", people=list(people), adults=adults)


def badge(at: AtDesk) -> int:
    looked = at.room.look(at.by, place("calendar"))
    assert not isinstance(looked, NotIn)
    return next(tab.badge for tab in looked.tabs if tab.section is Section.CALENDAR)


# --- the week -------------------------------------------------------------------------------------------------------


def test_a_week_shows_each_day_its_turns_and_how_full_they_are(here: AtDesk, family: Haddad) -> None:
    give(here, family, LAST, family.amina, family.omar)
    face = week(here)
    assert (face.first, face.last, face.this, face.lead) == (
        "2026-11-30",
        "2026-12-06",
        True,
        LeadFace(True, "", True),
    )
    assert [len(one.slots) for one in face.days] == [0, 3, 3, 0, 0, 0, 0]
    today = face.days[1]
    assert (today.today, [(one.begins, one.taken, one.free, one.now) for one in today.slots]) == (
        True,
        [("10.00", 0, 3, True), ("11.30", 0, 3, False), ("16.00", 2, 1, False)],
    )


def test_the_weeks_before_and_after_are_one_step_away_and_nonsense_is_this_week(here: AtDesk) -> None:
    face = week(here, f"calendar//{week(here).after}")
    assert (face.first, face.this, face.before) == ("2026-12-07", False, "2026-11-30")
    assert week(here, "calendar//yesterday").this


# --- a day is changed -----------------------------------------------------------------------------------------------


def test_a_day_is_closed_with_a_reason_and_opened_again_by_undo(here: AtDesk) -> None:
    said = here.done(f"calendar/put/{WEDNESDAY}", how="closed", why="strike")
    assert (said.tone, said.what, said.to) == (Tone.DONE, "closed", f"calendar//{WEDNESDAY}")
    closed = day(here, WEDNESDAY)
    assert (closed.differs, closed.why, closed.slots) == (True, "strike", ())
    assert here.undo(said).what == "edit_taken_back"
    assert len(day(here, WEDNESDAY).slots) == 3
    assert not day(here, WEDNESDAY).differs


def test_other_hours_of_one_day_are_typed_as_they_are_written(here: AtDesk) -> None:
    rows = [
        {"opens": "14", "closes": "1530", "places": "12"},
        {"opens": "9.30", "closes": "12.30", "places": ""},
        {"opens": "", "closes": "", "places": ""},
    ]
    assert here.done(f"calendar/put/{WEDNESDAY}", how="hours", why="event", rows=rows).tone is Tone.DONE
    edited = here.see(f"calendar/day/{WEDNESDAY}", EditDayFace)
    assert edited.rows == (RowFace("9.30", "12.30", ""), RowFace("14.00", "15.30", "12"))
    assert edited.weekly[0] == RowFace("10.00", "11.15", "3")
    assert [one.begins for one in day(here, "2026-12-09").slots] == ["10.00", "11.30", "16.00"]
    assert here.done(f"calendar/put/{WEDNESDAY}", how="weekly").what == "weekly"
    assert not here.see(f"calendar/day/{WEDNESDAY}", EditDayFace).differs


@pytest.mark.parametrize(
    ("opens", "closes", "places", "wrong"),
    [
        ("25", "26", "", "time"),
        ("9.30", "9.30", "", "same_time"),
        ("14", "15", "tanti", "places"),
        ("10", "15", "", "twice"),
    ],
)
def test_a_row_that_cannot_be_meant_is_named_and_nothing_is_changed(
    here: AtDesk, opens: str, closes: str, places: str, wrong: str
) -> None:
    rows = [{"opens": "10", "closes": "11"}, {"opens": opens, "closes": closes, "places": places}]
    said = here.done(f"calendar/put/{WEDNESDAY}", how="hours", rows=rows)
    assert (said.tone, said.what, said.number) == (Tone.NO, wrong, 2)
    assert not day(here, WEDNESDAY).differs


def test_a_weekday_gets_new_hours_from_a_day_on_and_the_weeks_before_stay(here: AtDesk) -> None:
    here.done("calendar/put/2026-12-09", how="closed", why="works")
    said = here.done("calendar/put/2026-12-09", how="every", rows=[{"opens": "15", "closes": "18", "places": "30"}])
    assert [one.begins for one in day(here, WEDNESDAY).slots] == ["10.00", "11.30", "16.00"]
    assert [(one.begins, one.places) for one in day(here, "2026-12-09").slots] == [("15.00", 30)]
    assert [one.begins for one in day(here, "2026-12-23").slots] == ["15.00"]
    here.undo(said)
    assert day(here, "2026-12-09").why == "works"
    assert [one.begins for one in day(here, "2026-12-23").slots] == ["10.00", "11.30", "16.00"]


def test_what_somebody_changed_since_is_not_taken_back(here: AtDesk) -> None:
    first = here.done(f"calendar/put/{WEDNESDAY}", how="closed", why="strike")
    here.done(f"calendar/put/{WEDNESDAY}", how="closed", why="weather")
    assert here.undo(first).what == "changed_since"
    assert day(here, WEDNESDAY).why == "weather"


def test_a_day_that_is_over_stays_as_it_was_and_nonsense_is_nothing(here: AtDesk) -> None:
    assert here.done("calendar/put/2026-11-30", how="closed", why="strike").what == "not_fit"
    assert here.done(f"calendar/put/{WEDNESDAY}", how="closed", why="boredom") == NOTHING
    assert here.done("calendar/put/someday", how="closed", why="strike") == NOTHING
    assert here.done(f"calendar/put/{WEDNESDAY}", how="weekly").what == "same"


def test_whoever_was_promised_a_turn_that_goes_is_shown_until_somebody_has_spoken_to_them(
    here: AtDesk, family: Haddad
) -> None:
    give(here, family, TOMORROW, family.amina, adults=1)
    assert here.done(f"calendar/put/{WEDNESDAY}", how="closed", why="staff").number == 2
    (lost,) = week(here).stranded
    assert (lost.turn, lost.people, badge(here)) == (TOMORROW, 2, 1)
    gone = in_turn(here, TOMORROW)
    assert (gone.head.slot, gone.head.gives, [row.creature for row in gone.rows]) == (None, False, ["cat"])
    off = here.done(f"calendar/off/{gone.rows[0].event}")
    assert (off.tone, off.undo) == (Tone.DONE, None)  # nobody can be given that turn again
    assert (week(here).stranded, badge(here)) == ((), 0)


# --- places ---------------------------------------------------------------------------------------------------------


def test_a_family_is_found_chosen_and_has_its_places_and_an_undo_gives_them_back(here: AtDesk, family: Haddad) -> None:
    hit = next(one for one in here.see(f"calendar/find/{NEXT}?ami", FindFace).hits if one.household == family.home)
    page = here.see(f"calendar/family/{NEXT}/{hit.household}/{hit.person.id}", PartyFace)
    assert [tile.person.id for tile in page.tiles if tile.chosen] == [family.amina]
    said = give(here, family, NEXT, family.amina, adults=1)
    assert (said.tone, said.what, said.number, said.to) == (Tone.DONE, "given", 2, f"calendar/turn/{NEXT}")
    (row,) = in_turn(here, NEXT).rows
    assert (row.name, row.state, row.kind, row.adults) == ("أمينة حداد", State.EXPECTED, Kind.GROUP, 1)
    assert slot(here, NEXT).free == 1
    assert here.see(f"calendar/find/{NEXT}?ami", FindFace).hits[0].here
    here.undo(said)
    assert (in_turn(here, NEXT).rows, slot(here, NEXT).free) == ((), 3)


def test_who_is_expected_stands_in_the_register_of_the_day_with_their_turn(here: AtDesk, family: Haddad) -> None:
    give(here, family, LAST, family.amina, family.omar)
    today = here.see("today", TodayFace)
    assert today.expected == 2
    assert {(row.name, row.since, row.turn) for row in today.rows} == {
        ("أمينة حداد", "16.00", LAST),
        ("Omar Haddad", "16.00", LAST),
    }


def test_a_full_turn_is_said_with_the_next_that_has_places_for_all(here: AtDesk, family: Haddad) -> None:
    give(here, family, NEXT, family.mother, family.grandmother)
    said = give(here, family, NEXT, family.amina, family.omar)
    assert (said.tone, said.to.split("/")[1]) == (Tone.SHOWN, "full")
    face = here.see(said.to, FullFace)
    assert (face.people, face.free, face.fits, face.next_turn) == (2, 1, False, LAST)
    assert set(face.names) == {"أمينة", "Omar"}
    assert here.done(f"calendar/again/{face.next_turn}/{face.asked}").what == "given"
    assert {row.name for row in in_turn(here, LAST).rows} == {"أمينة حداد", "Omar Haddad"}
    assert len(in_turn(here, NEXT).rows) == 2


def test_beyond_the_places_takes_a_name_and_a_reason_and_has_a_way_back(here: AtDesk, family: Haddad) -> None:
    give(here, family, NEXT, family.mother, family.grandmother)
    face = here.see(give(here, family, NEXT, family.amina, family.omar).to, FullFace)
    ask = f"calendar/against/{NEXT}/{face.asked}"
    assert here.done(ask, because="i_like_them") == NOTHING
    said = here.done(ask, because="nobody_turned_away")
    assert (said.what, slot(here, NEXT).taken, slot(here, NEXT).free) == ("given_against", 4, 0)
    here.undo(said)
    assert slot(here, NEXT).taken == 2
    assert here.see(f"calendar/full/{NEXT}/{family.amina}//0/0", FullFace).fits


def test_one_of_a_family_is_taken_off_and_put_back_where_they_were(here: AtDesk, family: Haddad) -> None:
    give(here, family, NEXT, family.amina, family.omar)
    omar = next(row for row in in_turn(here, NEXT).rows if row.name == "Omar Haddad")
    said = here.done(f"calendar/off/{omar.event}")
    assert (said.what, said.name, said.number) == ("off", "Omar", 1)
    assert [row.creature for row in in_turn(here, NEXT).rows] == ["cat"]
    assert here.done(f"calendar/off/{omar.event}").what == "not_expected"
    assert here.undo(said).what == "given"
    assert len(in_turn(here, NEXT).rows) == 2


def test_who_has_a_place_is_told_so_and_not_counted_twice(here: AtDesk, family: Haddad) -> None:
    give(here, family, NEXT, family.amina)
    assert give(here, family, NEXT, family.amina).what == "already_in"
    assert slot(here, NEXT).taken == 1


def test_only_people_of_that_household_get_its_places(here: AtDesk, family: Haddad) -> None:
    assert give(here, family, NEXT, family.father).tone is Tone.NO
    assert here.done(f"calendar/expect/someday/{family.home}", people=[family.amina]) == NOTHING
    assert in_turn(here, NEXT).rows == ()


def test_people_whom_nobody_names_are_expected_come_with_one_key_and_are_expected_again_by_undo(here: AtDesk) -> None:
    here.done(f"calendar/expect/{MORNING}", **{"6-10": 2, "educators": 1})
    (row,) = here.see("today", TodayFace).rows
    assert (row.kind, row.state, row.educators) == (Kind.COUNTED, State.EXPECTED, 1)
    came = here.done(f"today/awaited/{row.event}")
    assert (came.what, came.number) == ("counted", 3)
    face = here.see("today", TodayFace)
    assert (face.numbers.inside, face.expected, slot(here, MORNING).taken) == (3, 0, 2)
    here.undo(came)
    face = here.see("today", TodayFace)
    assert (face.numbers.inside, face.expected) == (0, 2)
    assert here.done("today/awaited/nobody").tone is Tone.NO


def test_a_card_that_is_scanned_at_a_turn_opens_its_family_there(here: AtDesk, family: Haddad, made: Made) -> None:
    said = here.scan(f"calendar/turn/{NEXT}", made.aminas)
    assert isinstance(said, Said)
    assert said.to == f"calendar/family/{NEXT}/{family.home}/{family.amina}"
    assert here.scan("calendar/day/2026-12-02", made.aminas) == Said(Tone.HINT, "turn_first")


# --- who may --------------------------------------------------------------------------------------------------------


def test_an_educator_gives_places_and_reads_the_calendar_but_does_not_change_it(
    here: AtDesk, family: Haddad, made: Made
) -> None:
    here.by = made.workers[Role.EDUCATOR]
    assert week(here).lead == LeadFace(True, "", False)
    assert give(here, family, NEXT, family.amina).what == "given"
    refused = here.act(f"calendar/put/{WEDNESDAY}", {"how": "closed", "why": "strike"})
    assert refused == NotIn(NotEntered.NOT_ALLOWED)


def test_a_technician_sees_nothing_of_it(here: AtDesk, made: Made) -> None:
    here.by = made.workers[Role.TECHNICIAN]
    for path in ("calendar", f"calendar/day/{WEDNESDAY}", f"calendar/turn/{NEXT}", f"calendar/find/{NEXT}?ami"):
        assert here.look(path) == NotIn(NotEntered.NOT_ALLOWED)


def test_a_station_that_is_not_the_lead_says_who_is_and_shows_the_calendar(
    station: Station, desk: Station, central: CentralAt
) -> None:
    open_hub(central, turns(3))
    door = AtDesk(station, on_shift(station, central, Role.COORDINATOR))
    assert desk.sync().trouble == station.sync().trouble == ""
    face = week(door)
    assert (face.lead.here, face.lead.edits, face.lead.station) == (False, False, desk.id[-4:].upper())
    assert [one.taken for one in face.days[1].slots] == [None] * 4
    said = door.done(f"calendar/put/{WEDNESDAY}", how="closed", why="strike")
    assert (said.what, said.name) == ("ask_the_lead", face.lead.station)
    assert door.done(f"calendar/expect/{LAST}", adults=1).what == "ask_the_lead"
    assert in_turn(door, LAST).head.gives is False


# --- the hint beside an arrival --------------------------------------------------------------------------------------


def test_who_comes_to_the_desk_into_a_full_turn_is_in_and_hears_of_the_next_chance(
    here: AtDesk, family: Haddad
) -> None:
    give(here, family, MORNING, family.mother, family.grandmother, family.omar)
    said = here.done(f"today/come/home/{family.home}", people=[family.amina], adults=0)
    assert said.tone is Tone.DONE
    assert said.hint is not None
    assert (said.hint.hint, said.hint.next and said.hint.next.time) == (Hint.FULL, "11.30")


def test_a_guest_on_a_closed_day_is_in_and_hears_when_it_opens(here: AtDesk) -> None:
    here.done(f"calendar/put/{TUESDAY}", how="closed", why="holiday")
    said = here.done("today/guest", name="Luca", band="6-10")
    assert (said.tone, said.name) == (Tone.DONE, "Luca")
    assert said.hint is not None
    assert (said.hint.hint, said.hint.next and said.hint.next.day) == (Hint.CLOSED, WEDNESDAY)


def test_who_comes_into_their_turn_hears_nothing_of_hours(here: AtDesk, family: Haddad) -> None:
    give(here, family, MORNING, family.amina)
    assert here.done(f"today/come/home/{family.home}", people=[family.amina], adults=0).hint is None
