"""The desk's sessions: places as they stand, and each deed with a sign-up, told and taken back, on a real store."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from kiosk.domain import parts
from kiosk.domain.signups import State
from kiosk.domain.wire import Pending, PendingAnswer, PendingAsk
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.ui.desk.faces import NOTHING, Said, Section, Tone
from kiosk.ui.desk.sessions.choosing import AddFace, FullFace, MoveFace
from kiosk.ui.desk.sessions.coming import CourseFace, Part, SessionsFace
from kiosk.ui.desk.sessions.one import Deed, SessionFace
from kiosk.ui.desk.wishes import place
from tests import sessions
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import mother_and_child
from tests.kiosk.storeroom.desk.sitting import AtDesk
from tests.station import Station
from tests.value import HOME, allot
from tests.workers import on_shift


@pytest.fixture
def at_lead(station: Station, central: CentralAt) -> AtDesk:
    """At the lead of a hub with two chess sessions; it may give two places of the first and one of the second."""
    later = {"starts": "2026-12-12T10:00:00+01:00", "ends": "2026-12-12T11:30:00+01:00"}
    sessions.session(central, "s2", capacity=1, **later)
    allot(central, station, "s2", "session", places=1)
    sessions.all_set(central, station)
    return AtDesk(station, on_shift(station, central, Role.EDUCATOR))


@pytest.fixture
def at_full(station: Station, central: CentralAt) -> AtDesk:
    """Likewise, with one place in all, which Sara has."""
    sessions.all_set(central, station, places=1)
    at = AtDesk(station, on_shift(station, central, Role.EDUCATOR))
    signed(at, "sara")
    return at


def seen(at: AtDesk, session: str = "s1") -> SessionFace:
    return at.see(f"sessions/open/{session}", SessionFace)


def states(at: AtDesk, session: str = "s1") -> Mapping[str, State]:
    """Of each person how they stand; who does not come any more is on no list."""
    return {line.person.id: line.state for group in seen(at, session).groups for line in group.lines}


def signup(at: AtDesk, person: str, session: str = "s1") -> str:
    lines = (line for group in seen(at, session).groups for line in group.lines)
    return next(line.id for line in lines if line.person.id == person)


def may(at: AtDesk, person: str) -> tuple[Deed, ...]:
    lines = (line for group in seen(at).groups for line in group.lines)
    return next(line.may for line in lines if line.person.id == person)


def signed(at: AtDesk, person: str, session: str = "s1") -> Said:
    return at.done(f"sessions/wait/{session}", person=person, household=HOME)


def said(answer: Said) -> tuple[Tone, str]:
    return (answer.tone, answer.what)


def badge(at: AtDesk) -> int:
    looked = at.room.look(at.by, place("station"))
    assert not isinstance(looked, NotIn)
    return next(tab.badge for tab in looked.tabs if tab.section is Section.SESSIONS)


# --- what is shown ----------------------------------------------------------------------------------------------


def test_each_place_is_taken_or_free_here_or_free_elsewhere(at_lead: AtDesk) -> None:
    signed(at_lead, "sara")
    places = at_lead.see("sessions", SessionsFace).lines[0].places
    assert (places.taken, places.offered, places.here, places.elsewhere) == (1, 0, 1, 2)
    assert places.capacity == 4


def test_the_list_is_narrowed_by_what_waits_and_by_what_is_typed(at_full: AtDesk) -> None:
    signed(at_full, "amina")
    face = at_full.see("sessions", SessionsFace)
    assert {one.part: one.count for one in face.parts} == {Part.ALL: 1, Part.ASKED: 0, Part.WAITING: 1, Part.FREE: 1}
    assert [line.id for line in at_full.see("sessions//waiting?sca", SessionsFace).lines] == ["s1"]
    assert at_full.see("sessions//asked", SessionsFace).lines == ()
    assert at_full.see("sessions/?judo", SessionsFace).lines == ()


def test_a_session_that_nobody_knows_is_gone(at_lead: AtDesk) -> None:
    assert at_lead.look("sessions/open/none") is None
    assert at_lead.act("sessions/sing/s1") == NOTHING


def test_a_technician_sees_no_session(station: Station, central: CentralAt) -> None:
    sessions.all_set(central, station)
    at = AtDesk(station, on_shift(station, central, Role.TECHNICIAN))
    assert at.look("sessions") == at.look("sessions/open/s1") == NotIn(NotEntered.NOT_ALLOWED)
    assert at.act("sessions/wait/s1", {"person": "sara", "household": HOME}) == NotIn(NotEntered.NOT_ALLOWED)


# --- signing up -------------------------------------------------------------------------------------------------


def test_somebody_is_signed_up_and_it_is_taken_back(at_lead: AtDesk) -> None:
    done = at_lead.done("sessions/sign_up/s1", person="sara", household=HOME)
    assert (said(done), done.name, done.to) == ((Tone.DONE, "confirmed"), "Sara", "sessions/open/s1")
    assert states(at_lead) == {"sara": State.CONFIRMED}
    assert said(at_lead.undo(done)) == (Tone.DONE, "taken_back")
    assert states(at_lead) == {}
    assert seen(at_lead).session.places.here == 2


def test_who_is_found_by_name_and_who_is_there_already(at_lead: AtDesk) -> None:
    family = mother_and_child(at_lead.station, at_lead.by)
    mother, child = family.people
    at_lead.done("sessions/wait/s1", person=child, household=family.household)
    hits = at_lead.see("sessions/add/s1?had", AddFace).hits
    assert {hit.person.id: hit.here for hit in hits} == {mother: False, child: True}


def test_a_card_signs_its_holder_up(at_lead: AtDesk, central: CentralAt) -> None:
    code = central.card_of("sara", HOME)
    at_lead.station.sync()
    assert isinstance(at_lead.scan("sessions/open/s1", code), Said)
    assert states(at_lead) == {"sara": State.CONFIRMED}
    assert at_lead.scan("sessions", code) == NOTHING


def test_what_is_to_be_said_first_has_a_page_of_its_own(at_full: AtDesk) -> None:
    done = at_full.done("sessions/sign_up/s1", person="amina", household=HOME)
    assert (said(done), done.to) == ((Tone.SHOWN, ""), f"sessions/full/s1/{HOME}/amina")
    face = at_full.see(done.to, FullFace)
    assert (face.room, face.waiting, face.person.given, len(face.becauses)) == (False, 0, "Amina", 4)
    assert states(at_full) == {"sara": State.CONFIRMED}


def test_who_waits_is_told_which_of_them_they_are(at_full: AtDesk) -> None:
    done = signed(at_full, "amina")
    assert (done.what, done.number) == ("waiting", 1)
    assert may(at_full, "amina") == (Deed.AGAINST, Deed.MOVE, Deed.CANCEL)


def test_beyond_the_capacity_a_name_and_a_reason_are_left(at_full: AtDesk) -> None:
    form = {"person": "amina", "household": HOME, "because": "nobody_turned_away"}
    done = at_full.done("sessions/against/s1", **form)
    assert said(done) == (Tone.DONE, "confirmed_against")
    (group,) = seen(at_full).groups
    assert {line.person.id: line.beyond for line in group.lines} == {"sara": False, "amina": True}
    assert at_full.act("sessions/against/s1", {**form, "because": "why not"}) == NOTHING
    at_full.undo(done)
    assert states(at_full) == {"sara": State.CONFIRMED}


def test_who_waits_is_let_in_beyond_the_capacity_and_waits_again_when_it_is_taken_back(at_full: AtDesk) -> None:
    signed(at_full, "amina")
    before = seen(at_full).groups[1].lines[0].since
    done = at_full.done("sessions/against/s1", signup=signup(at_full, "amina"), because="guardian_asked")
    assert states(at_full)["amina"] is State.CONFIRMED
    at_full.undo(done)
    assert states(at_full)["amina"] is State.WAITING
    assert seen(at_full).groups[1].lines[0].since == before


# --- answering --------------------------------------------------------------------------------------------------


def test_a_request_is_met_or_not_and_either_is_taken_back(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    sessions.all_set(central, station, places=0, at="elsewhere")
    at = AtDesk(station, on_shift(station, central, Role.EDUCATOR))
    assert signed(at, "sara").what == "requested"
    no = at.done(f"sessions/confirm/{signup(at, 'sara')}")
    assert said(no) == (Tone.NO, "no_place")
    declined = at.done(f"sessions/decline/{signup(at, 'sara')}")
    assert (declined.what, states(at)) == ("declined", {})
    at.undo(declined)
    assert states(at) == {"sara": State.REQUESTED}
    allot(central, station, "s1", "session", places=1)
    station.sync()
    clock.pass_(1)
    met = at.done(f"sessions/confirm/{signup(at, 'sara')}")
    assert (met.what, states(at)) == ("confirmed", {"sara": State.CONFIRMED})


def test_who_does_not_come_frees_the_place_and_has_it_again_when_that_is_taken_back(at_lead: AtDesk) -> None:
    signed(at_lead, "sara")
    gone = at_lead.done(f"sessions/cancel/{signup(at_lead, 'sara')}")
    assert (gone.what, seen(at_lead).session.places.here) == ("cancelled", 2)
    at_lead.undo(gone)
    assert states(at_lead) == {"sara": State.CONFIRMED}
    assert seen(at_lead).session.places.here == 1


def test_the_lead_offers_a_free_place_to_the_first_who_waits_and_they_say_yes(at_full: AtDesk) -> None:
    signed(at_full, "amina")
    assert seen(at_full).next == ""
    at_full.done(f"sessions/cancel/{signup(at_full, 'sara')}")
    waits = signup(at_full, "amina")
    assert seen(at_full).next == waits
    assert may(at_full, "amina")[0] is Deed.OFFER
    offered = at_full.done(f"sessions/offer/{waits}")
    assert (offered.what, states(at_full)) == ("offered", {"amina": State.OFFERED})
    assert seen(at_full).groups[0].lines[0].until is not None
    assert at_full.done(f"sessions/confirm/{waits}").what == "confirmed"
    assert said(at_full.done(f"sessions/offer/{waits}")) == (Tone.NO, "no_place")


def test_only_the_lead_offers_and_decides_beyond_the_capacity(
    station: Station, desk: Station, central: CentralAt
) -> None:
    sessions.all_set(central, station, places=0)
    at = AtDesk(station, on_shift(station, central, Role.EDUCATOR))
    signed(at, "sara")
    assert states(at) == {"sara": State.REQUESTED}
    central.cut()
    station.sync()
    assert (seen(at).desk.lead, seen(at).desk.override, may(at, "sara")) == (False, False, (Deed.DECLINE, Deed.MOVE))


def keeps(first: PendingAsk) -> PendingAnswer:
    return PendingAnswer(first.request, Pending.PENDING, (parts.Part("", len(first.each)),))


@pytest.fixture
def at_none(station: Station, desk: Station, central: CentralAt) -> AtDesk:
    """At a hub's second station that has no place of four; Sara was told that she will hear."""
    sessions.all_set(central, station, places=0)
    at = AtDesk(station, on_shift(station, central, Role.EDUCATOR))
    signed(at, "sara")
    return at


def test_a_request_is_met_by_centrals_word_and_that_is_taken_back(at_none: AtDesk) -> None:
    assert may(at_none, "sara") == (Deed.CONFIRM, Deed.DECLINE, Deed.MOVE)
    waits = at_none.asks(f"sessions/confirm/{signup(at_none, 'sara')}")
    assert (waits.face.cents, waits.face.person and waits.face.person.given) == (0, "Sara")
    at_none.ask = keeps
    done = at_none.done(f"sessions/confirm/{signup(at_none, 'sara')}")
    assert (said(done), done.name) == ((Tone.DONE, "confirmed"), "Sara")
    at_none.undo(done)
    assert states(at_none) == {"sara": State.REQUESTED}


def test_what_central_has_not_either_is_said_and_the_request_stays(at_none: AtDesk) -> None:
    assert said(at_none.done(f"sessions/confirm/{signup(at_none, 'sara')}")) == (Tone.NO, "no_place")
    assert states(at_none) == {"sara": State.REQUESTED}


def test_a_worker_who_does_not_wait_for_central_has_answered_nothing(at_none: AtDesk) -> None:
    waits = at_none.asks(f"sessions/confirm/{signup(at_none, 'sara')}")
    assert waits.call_off() == waits.go_on() == Said(Tone.HINT, "called_off")
    assert states(at_none) == {"sara": State.REQUESTED}


def test_the_badge_counts_requests_that_wait_for_an_answer(station: Station, desk: Station, central: CentralAt) -> None:
    sessions.all_set(central, station, places=0)
    at = AtDesk(station, on_shift(station, central, Role.EDUCATOR))
    assert badge(at) == 0
    signed(at, "sara")
    assert badge(at) == 1
    at.done(f"sessions/decline/{signup(at, 'sara')}")
    assert badge(at) == 0


# --- moving and marking -----------------------------------------------------------------------------------------


def test_somebody_is_moved_to_another_session_that_has_a_place_and_back(at_lead: AtDesk) -> None:
    signed(at_lead, "sara")
    here = signup(at_lead, "sara")
    assert [line.id for line in at_lead.see(f"sessions/move/{here}", MoveFace).others] == ["s2"]
    moved = at_lead.done(f"sessions/move/{here}", to="s2")
    assert (moved.what, moved.to) == ("moved", "sessions/open/s2")
    assert (states(at_lead), states(at_lead, "s2")) == ({}, {"sara": State.CONFIRMED})
    at_lead.undo(moved)
    assert (states(at_lead), states(at_lead, "s2")) == ({"sara": State.CONFIRMED}, {})


def test_never_out_of_a_place_into_none(at_lead: AtDesk) -> None:
    signed(at_lead, "amina", "s2")
    signed(at_lead, "sara")
    assert said(at_lead.done(f"sessions/move/{signup(at_lead, 'sara')}", to="s2")) == (Tone.NO, "no_place")
    assert states(at_lead) == {"sara": State.CONFIRMED}


def test_whom_the_register_has_here_is_marked_by_one_key(at_lead: AtDesk, central: CentralAt, clock: ToldClock) -> None:
    signed(at_lead, "sara")
    signed(at_lead, "amina")
    clock.pass_(timedelta(days=4, minutes=15).total_seconds())  # the fifth, 10.15 in Milan
    code = central.card_of("sara", HOME)
    at_lead.station.sync()
    at_lead.station.scan(code)
    face = seen(at_lead)
    assert (face.desk.begun, face.inside) == (True, 1)
    done = at_lead.done("sessions/attended_all/s1")
    assert (done.what, done.number) == ("attended", 1)
    assert states(at_lead) == {"sara": State.ATTENDED, "amina": State.CONFIRMED}
    at_lead.undo(done)
    assert states(at_lead)["sara"] is State.CONFIRMED


def test_who_did_not_come_is_marked_and_unmarked(at_lead: AtDesk, clock: ToldClock) -> None:
    signed(at_lead, "amina")
    assert said(at_lead.done(f"sessions/attended/{signup(at_lead, 'amina')}")) == (Tone.NO, "not_so")
    clock.pass_(timedelta(days=4).total_seconds())
    done = at_lead.done(f"sessions/not_come/{signup(at_lead, 'amina')}")
    assert (done.what, states(at_lead)) == ("not_come", {"amina": State.NOT_COME})
    assert may(at_lead, "amina") == (Deed.ATTENDED,)
    at_lead.undo(done)
    assert states(at_lead) == {"amina": State.CONFIRMED}


# --- a whole course ---------------------------------------------------------------------------------------------------


@pytest.fixture
def at_course(at_lead: AtDesk, central: CentralAt) -> AtDesk:
    """The two chess sessions are a course: it has one place in both."""
    sessions.activity(central, booking="course")
    at_lead.station.sync()
    return at_lead


def both(at: AtDesk, person: str) -> list[State]:
    return [states(at, session).get(person, State.CANCELLED) for session in ("s1", "s2")]


def test_a_course_has_as_many_places_as_the_least_of_its_dates(at_course: AtDesk) -> None:
    face = at_course.see("sessions", SessionsFace)
    assert [line.course for line in face.lines] == [CourseFace(2, 1)] * 2
    assert seen(at_course, "s2").session.course == CourseFace(2, 1)


def test_one_is_signed_up_for_all_of_it_or_for_a_date_alone_and_each_is_taken_back(at_course: AtDesk) -> None:
    all_of_it = signed(at_course, "sara")
    assert both(at_course, "sara") == [State.CONFIRMED] * 2
    assert seen(at_course, "s2").groups[0].lines[0].dates == 2
    at_course.undo(all_of_it)
    assert both(at_course, "sara") == [State.CANCELLED] * 2
    assert at_course.see("sessions/add/s1", AddFace).whole
    assert not at_course.see("sessions/add/s1/one", AddFace).whole
    signed(at_course, "amina", "s1/one")
    assert both(at_course, "amina") == [State.CONFIRMED, State.CANCELLED]


def test_what_stands_against_a_course_is_said_first(at_course: AtDesk) -> None:
    signed(at_course, "sara")
    shown = at_course.done("sessions/sign_up/s1", person="amina", household=HOME)
    assert shown.to == f"sessions/full/s1/{HOME}/amina"
    face = at_course.see(shown.to, FullFace)
    assert (face.whole, face.room, face.becauses) == (True, False, ())
    alone = at_course.see(f"{shown.to}/one", FullFace)
    assert (alone.whole, alone.room) == (False, True)


def test_a_request_for_a_course_is_answered_as_one_and_taken_back_as_one(at_course: AtDesk) -> None:
    first = signed(at_course, "sara")
    signed(at_course, "amina")
    assert both(at_course, "amina") == [State.REQUESTED] * 2
    assert may(at_course, "amina") == (Deed.DECLINE,)
    assert badge(at_course) == 1
    at_course.undo(first)
    yes = at_course.done(f"sessions/confirm/{signup(at_course, 'amina', 's2')}")
    assert said(yes) == (Tone.DONE, "confirmed")
    assert both(at_course, "amina") == [State.CONFIRMED] * 2
    at_course.undo(yes)
    assert both(at_course, "amina") == [State.REQUESTED] * 2
    no = at_course.done(f"sessions/decline/{signup(at_course, 'amina')}")
    assert both(at_course, "amina") == [State.CANCELLED] * 2
    at_course.undo(no)
    assert both(at_course, "amina") == [State.REQUESTED] * 2


def test_a_whole_course_is_signed_up_for_by_centrals_word(at_course: AtDesk, central: CentralAt) -> None:
    sessions.session(central, "s2", capacity=2, starts="2026-12-12T10:00:00+01:00", ends="2026-12-12T11:30:00+01:00")
    at_course.station.sync()
    signed(at_course, "sara")
    at_course.ask = keeps
    done = at_course.done("sessions/sign_up/s1", person="amina", household=HOME)
    assert (said(done), both(at_course, "amina")) == ((Tone.DONE, "confirmed"), [State.CONFIRMED] * 2)
    at_course.undo(done)
    assert both(at_course, "amina") == [State.CANCELLED] * 2


def test_who_does_not_come_to_one_date_keeps_the_others(at_course: AtDesk) -> None:
    signed(at_course, "sara")
    at_course.done(f"sessions/cancel/{signup(at_course, 'sara')}")
    assert both(at_course, "sara") == [State.CANCELLED, State.CONFIRMED]
