"""A family's records written anew in place at the desk: every field, its way back, what only two people may lift."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from central import feed
from kiosk.db.tx import Tx
from kiosk.domain import shortcode
from kiosk.domain.overrides import Sight
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families.household import HouseholdFace
from kiosk.ui.desk.families.notes import NotesFace
from kiosk.ui.desk.families.person import PersonFace
from kiosk.ui.desk.families.tie import TieFace
from kiosk.ui.faces import for_qml
from kiosk.usecases.identify import Identified, WrongAnswer, identify
from kiosk.usecases.register_family import NewMember, NewTie, Registered
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.deskroom import DeskDay
from tests.families import CHILD, FATHER, MOTHER, mother_and_child, registered
from tests.station import Station
from tests.workers import let_in


@pytest.fixture
def folder(made_family: tuple[Path, Registered]) -> Path:
    """The desk that knows a family already."""
    return made_family[0]


@pytest.fixture
def family(made_family: tuple[Path, Registered]) -> Registered:
    return made_family[1]


def person(day: DeskDay, family: Registered, which: int = 1) -> PersonFace:
    face = day.look(f"families/person/{family.household}/{family.people[which]}")
    assert isinstance(face, PersonFace)
    return face


def tie(day: DeskDay, family: Registered) -> TieFace:
    mother, child = family.people
    face = day.look(f"families/tie/{family.household}/{child}/{mother}")
    assert isinstance(face, TieFace)
    return face


def edit(day: DeskDay, family: Registered, name: str, now: object, **more: object) -> Said | NotIn:
    form = {"kind": "member", "id": person(day, family).record, "name": name, "now": now, **more}
    return day.act(f"families/edit/{family.household}", form)


def turn(day: DeskDay, family: Registered, name: str, now: object) -> Said | NotIn:
    mother, child = family.people
    return day.act(f"families/tie/{family.household}/{child}/{mother}", {"name": name, "now": now})


def done(said: Said | NotIn) -> Said:
    assert isinstance(said, Said)
    assert said.tone is Tone.DONE, said
    return said


# --- fields ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "typed", "stands"),
    [
        ("given", " Amina ", "Amina"),
        ("family", "", ""),
        ("latin", "Amina al-Haddad", "Amina al-Haddad"),
        ("born", "5.3.18", "2018-03-05"),
        ("creature", "owl", "owl"),
        ("role", "adult", "adult"),
        ("alone", True, True),
        ("alone_until", "30.6.2027", "2027-06-30"),
    ],
)
def test_each_field_is_written_anew_in_place_and_has_a_way_back(
    day: DeskDay, family: Registered, name: str, typed: object, stands: object
) -> None:
    before = getattr(person(day, family).fields, name).value
    said = done(edit(day, family, name, typed))
    assert getattr(person(day, family).fields, name).value == stands
    assert said.undo is not None
    assert done(day.act(said.undo.path)) == Said(Tone.DONE, "put_back")
    assert getattr(person(day, family).fields, name).value == before


def test_a_day_of_birth_that_is_only_a_band_takes_the_days_place(day: DeskDay, family: Registered) -> None:
    done(edit(day, family, "born", "6-10"))
    assert (person(day, family).fields.born.value, person(day, family).fields.band.value) == ("", "6-10")
    done(edit(day, family, "born", "4.3.2018"))
    assert (person(day, family).fields.born.value, person(day, family).fields.band.value) == ("2018-03-04", "")


@pytest.mark.parametrize(
    ("name", "typed", "what"),
    [
        ("born", "31.2.2018", "day_unread"),
        ("alone_since", "boh", "day_unread"),
        ("creature", "dragon", "not_fit"),
        ("role", "king", "not_fit"),
        ("given", "\u202eanima", "not_fit"),
    ],
)
def test_what_a_field_cannot_hold_changes_nothing(
    day: DeskDay, family: Registered, name: str, typed: str, what: str
) -> None:
    before = person(day, family)
    said = edit(day, family, name, typed)
    assert isinstance(said, Said)
    assert (said.tone, said.what) == (Tone.NO, what)
    assert person(day, family) == before


def test_the_same_again_is_said_to_be_so_already(day: DeskDay, family: Registered) -> None:
    assert edit(day, family, "latin", "Amina Haddad") == Said(Tone.HINT, "same")


@pytest.mark.parametrize(
    "form", [{"kind": "note", "name": "text"}, {"kind": "member", "name": "person"}, {"kind": "x"}]
)
def test_nothing_is_edited_here_that_has_a_page_of_its_own(
    day: DeskDay, family: Registered, form: Mapping[str, Any]
) -> None:
    assert day.act(f"families/edit/{family.household}", {**form, "id": "n", "now": "x"}) == NOTHING


def test_a_record_of_another_household_is_not_edited(day: DeskDay, family: Registered) -> None:
    other = registered(day.station, day.by, NewMember(FATHER), label="Nasr")
    form = {"kind": "member", "id": person(day, family).record, "name": "given", "now": "Karima"}
    assert day.act(f"families/edit/{other.household}", form) == Said(Tone.NO, "not_fit")


def test_an_edit_is_not_put_back_once_the_field_was_written_again(day: DeskDay, family: Registered) -> None:
    said = done(edit(day, family, "latin", "Amina H."))
    done(edit(day, family, "latin", "Amina Haddad-Nasr"))
    assert said.undo is not None
    assert day.act(said.undo.path) == Said(Tone.NO, "not_fit")
    assert day.act("families/undo/nothing+") == Said(Tone.NO, "not_fit")


def test_two_values_of_a_field_are_both_shown_and_settled(desk: Station, central: CentralAt) -> None:
    """Two desks wrote different things; a person says which holds."""
    day = DeskDay(desk, let_in(desk, central, Role.COORDINATOR))
    family = mother_and_child(desk, day.by)
    desk.sync()
    record = person(day, family).record
    _written_elsewhere(central, record, "given", "Amina", "Amine")
    day.station.sync()
    face = person(day, family)
    assert (face.fields.given.value, face.fields.given.also) == ("Amina", ("Amine",))
    home = day.look(f"families/open/{family.household}")
    assert isinstance(home, HouseholdFace)
    assert (home.two, [one.two for one in home.members]) == (1, [False, True])
    done(edit(day, family, "given", "Amine", settled=1))
    day.station.sync()
    face = person(day, family)
    assert (face.fields.given.value, face.fields.given.also) == ("Amine", ())


def _written_elsewhere(central: CentralAt, record: str, name: str, value: str, beside: str) -> None:
    with central.writing() as tx:
        held = dict(feed.live(tx, "member"))[record]
        feed.publish(
            tx,
            "member",
            record,
            {**held, "fields": {**held["fields"], name: value}, "also": {name: [beside]}},
            scope="desk:hub-1",
        )


def test_leaving_alone_may_be_for_one_activity_of_the_week(desk: Station, central: CentralAt) -> None:
    day = DeskDay(desk, let_in(desk, central, Role.COORDINATOR))
    activity = {"title": {"it": "Bottega dei suoni"}, "place": "p", "provider": "q", "category": "culture"}
    central.publish("activity", "a-1", {**activity, "pillars": {}, "ages": [6, 10]})
    family = mother_and_child(desk, day.by)
    desk.sync()
    done(edit(day, family, "alone", now=True))
    done(edit(day, family, "alone_scope", "a-1"))
    face = person(day, family)
    assert face.fields.alone_scope.value == "a-1"
    assert [(one.id, one.title) for one in face.scopes] == [("a-1", "Bottega dei suoni")]


# --- ties -----------------------------------------------------------------------------------------------------------


def test_what_an_adult_is_to_a_child_is_turned_on_and_off(day: DeskDay, family: Registered) -> None:
    assert tie(day, family).pair.may_collect
    said = done(turn(day, family, "may_collect", now=False))
    assert not tie(day, family).pair.may_collect
    assert said.undo is not None
    done(day.act(said.undo.path))
    assert tie(day, family).pair.may_collect
    done(turn(day, family, "until", "31.12.2027"))
    done(turn(day, family, "basis", "birth"))
    assert (tie(day, family).pair.until, tie(day, family).pair.basis) == ("2027-12-31", "birth")
    assert turn(day, family, "until", "boh") == Said(Tone.NO, "day_unread", "until")


def test_two_who_were_nothing_to_each_other_are_tied(day: DeskDay) -> None:
    family = registered(day.station, day.by, NewMember(MOTHER), NewMember(CHILD))
    assert not tie(day, family).pair.said
    done(turn(day, family, "may_collect", now=True))
    assert tie(day, family).pair.said
    assert tie(day, family).pair.may_collect


def test_a_ban_is_set_by_anybody_and_lifted_only_by_two(day: DeskDay, family: Registered, guard: DeskDay) -> None:
    said = done(turn(day, family, "must_not_collect", now=True))
    assert said.undo is None
    assert turn(day, family, "must_not_collect", now=False) == Said(Tone.NO, "protected")
    pair = f"{family.household}/{family.people[1]}/{family.people[0]}"
    assert day.act(f"families/lift/{pair}") == NotIn(NotEntered.NOT_ALLOWED)
    assert done(guard.act(f"families/lift/{pair}")) == Said(Tone.DONE, "asked")
    assert tie(day, family).pair.must_not_collect


def test_the_day_to_look_again_is_shown_when_it_comes(day: DeskDay, family: Registered, clock: ToldClock) -> None:
    done(turn(day, family, "review", "3.12.2026"))
    assert not tie(day, family).pair.due
    clock.pass_(3 * 24 * 3600)
    assert tie(day, family).pair.due


def test_a_tie_that_is_over_holds_no_more(day: DeskDay, family: Registered) -> None:
    done(turn(day, family, "until", "30.11.2026"))
    assert not tie(day, family).pair.holds


# --- contacts and consents ------------------------------------------------------------------------------------------


def test_a_number_is_added_and_taken_away_again(day: DeskDay, family: Registered) -> None:
    mother = family.people[0]
    done(
        day.act(f"families/contact/{family.household}", {"person": mother, "what": "phone", "value": "+39 333 0000001"})
    )
    (contact,) = person(day, family, 0).contacts
    assert contact.value.value == "+39 333 0000001"
    form = {"kind": "contact", "id": contact.id, "name": "value", "now": ""}
    done(day.act(f"families/edit/{family.household}", form))
    assert person(day, family, 0).contacts == ()
    assert day.act(f"families/contact/{family.household}", {"person": mother}) == Said(Tone.NO, "not_fit", "value")


def test_a_parent_consents_below_14_and_nobody_else_from_14(day: DeskDay, family: Registered, clock: ToldClock) -> None:
    mother, child = family.people
    form = {"person": child, "giver": mother, "how": "paper", "language": "ar"}
    where = f"families/consent/{family.household}"
    assert [one.name for one in person(day, family).givers] == ["Samira"]
    done(day.act(where, form))
    (consent,) = person(day, family).consents
    assert (consent.giver, consent.own, consent.language) == ("Samira", False, "ar")
    assert day.act(where, {**form, "giver": child}) == Said(Tone.NO, "not_fit", "value")
    done(edit(day, family, "born", "4.3.2010"))
    assert [one.id for one in person(day, family).givers] == [child]
    assert day.act(where, form) == Said(Tone.NO, "not_fit", "value")
    done(day.act(where, {**form, "giver": child}))
    assert day.act(where, {**form, "how": "by heart"}) == NOTHING


def test_a_consent_is_withdrawn_for_good(day: DeskDay, family: Registered) -> None:
    mother, child = family.people
    form = {"person": child, "giver": mother, "how": "paper", "language": "ar"}
    done(day.act(f"families/consent/{family.household}", form))
    (consent,) = person(day, family).consents
    said = done(day.act(f"families/withdraw/{family.household}", {"id": consent.id}))
    assert said.undo is None
    assert [one.withdrawn for one in person(day, family).consents] == ["2026-12-01"]
    again = day.act(f"families/withdraw/{family.household}", {"id": consent.id})
    assert again == Said(Tone.NO, "not_fit")
    done(day.act(f"families/consent/{family.household}", form))
    assert [one.withdrawn for one in person(day, family).consents] == ["", "2026-12-01"]


# --- notes ----------------------------------------------------------------------------------------------------------


def here(family: Registered) -> str:
    return f"{family.household}/{family.people[1]}"


def notes(day: DeskDay, family: Registered) -> NotesFace:
    said = day.act(f"families/read_notes/{here(family)}")
    assert said == Said(Tone.SHOWN, "", to=f"families/notes/{here(family)}")
    face = day.look(f"families/notes/{here(family)}")
    assert isinstance(face, NotesFace)
    return face


def test_notes_are_seen_only_after_their_reading_is_on_record(
    day: DeskDay, family: Registered, clock: ToldClock
) -> None:
    done(day.act(f"families/note/{here(family)}", {"id": "", "what": "allergy", "line": "noci"}))
    assert day.look(f"families/notes/{here(family)}") is None
    assert [one.lines for one in notes(day, family).notes] == [("noci",)]
    looks = day.station.do(lambda tx: tx.trail.looks_at(family.people[1]))
    assert [one.what for one in looks] == [Sight.NOTES]
    assert "noci" not in repr(person(day, family))
    assert "noci" not in repr(day.look(f"families/open/{family.household}"))
    clock.pass_(11 * 60)
    assert day.look(f"families/notes/{here(family)}") is None


def test_a_line_is_added_by_anybody_and_none_is_struck_out_alone(
    day: DeskDay, family: Registered, guard: DeskDay
) -> None:
    done(day.act(f"families/note/{here(family)}", {"id": "", "what": "allergy", "line": "noci"}))
    (note,) = notes(day, family).notes
    done(day.act(f"families/note/{here(family)}", {"id": note.id, "line": "anche arachidi"}))
    assert [one.lines for one in notes(day, family).notes] == [("noci", "anche arachidi")]
    assert day.act(f"families/note/{here(family)}", {"id": note.id, "line": " "}) == Said(Tone.NO, "not_fit", "line")
    assert day.act(f"families/strike/{here(family)}", {"id": note.id}) == NotIn(NotEntered.NOT_ALLOWED)
    done(guard.act(f"families/strike/{here(family)}", {"id": note.id}))
    assert [one.lines for one in notes(day, family).notes] == [("noci", "anche arachidi")]


def test_a_childs_allergies_are_known_wherever_they_were_written(day: DeskDay, family: Registered) -> None:
    child = family.people[1]
    other = registered(day.station, day.by, NewMember(FATHER), NewMember(CHILD, child), label="Nasr")
    done(day.act(f"families/note/{other.household}/{child}", {"id": "", "what": "allergy", "line": "noci"}))
    (note,) = notes(day, family).notes
    assert (note.lines, note.ours) == (("noci",), False)
    form = {"id": note.id, "line": "latte"}
    assert day.act(f"families/note/{here(family)}", form) == Said(Tone.NO, "not_fit")


# --- the household --------------------------------------------------------------------------------------------------


def test_who_shields_a_household_is_led_away_from_it(day: DeskDay, family: Registered, guard: DeskDay) -> None:
    where, home = f"families/edit/{family.household}", family.household
    form = {"kind": "household", "id": home, "name": "shielded", "now": True}
    said = done(day.act(where, form))
    assert (said.to, said.undo) == ("families", None)
    assert day.look(f"families/more/{home}") == NotIn(NotEntered.NOT_ALLOWED)
    assert guard.look(f"families/more/{home}").shielded
    assert guard.act(where, {**form, "now": False}) == Said(Tone.NO, "protected")
    done(guard.act(f"families/unshield/{home}"))
    assert guard.look(f"families/more/{home}").shielded


def test_one_person_more_is_tied_to_those_who_are_here(day: DeskDay, family: Registered) -> None:
    mother = family.people[0]
    form = {
        "people": [{"given": "Lia", "family": "Haddad", "born": "1.9.2021", "creature": "owl"}],
        "ties": [{"other": mother, "guardian": True, "may_collect": True}],
    }
    said = done(day.act(f"families/add/{family.household}", form))
    face = day.look(said.to)
    assert isinstance(face, PersonFace)
    assert (face.who.given, face.who.age) == ("Lia", 5)
    assert [(one.who.given, one.pair.may_collect) for one in face.others] == [("Samira", True)]


@pytest.mark.parametrize(
    ("form", "what"),
    [
        ({}, "nobody"),
        ({"people": [{"given": ""}]}, "no_name"),
        ({"people": [{"given": "Lia", "born": "boh"}]}, "no_day"),
        ({"people": [{"given": "Lia"}], "ties": [{"other": "nobody", "guardian": True}]}, "not_fit"),
    ],
)
def test_nobody_is_added_half(day: DeskDay, family: Registered, form: Mapping[str, Any], what: str) -> None:
    said = day.act(f"families/add/{family.household}", form)
    assert isinstance(said, Said)
    assert (said.tone, said.what) == (Tone.NO, what)
    assert len(day.look(f"families/open/{family.household}").members) == 2


def test_who_is_typed_is_looked_for_among_the_others(day: DeskDay, family: Registered) -> None:
    registered(day.station, day.by, NewMember({**MOTHER, "given": "Salma"}), label="Nasr")
    face = day.look(f"families/add/{family.household}?sa")
    assert [one.who.given for one in face.alike] == ["Salma"]  # Samira is here already


# --- pictures and PIN -----------------------------------------------------------------------------------------------


def test_a_household_chooses_its_three_pictures_in_order(day: DeskDay, family: Registered) -> None:
    ((serial, code),) = day.station.do(lambda tx: tx.cards.blanks())
    day.scan(f"families/cards/{here(family)}", code)
    assert not day.look(f"families/pictures/{family.household}").set
    said = done(day.act(f"families/secret/{family.household}", {"pictures": ["sun", "boat", "kite"]}))
    assert (said.what, said.to) == ("pictures_set", f"families/open/{family.household}")
    assert day.look(f"families/pictures/{family.household}").set
    assert person(day, family).known.means == "pictures"
    station = day.station
    assert identify(station.do, serial, ["sun", "boat", "kite"], station.clock) == Identified(
        family.people[1], family.household
    )
    assert identify(station.do, serial, ["boat", "sun", "kite"], station.clock) == WrongAnswer(2)
    assert person(day, family).known.tries == 2
    done(day.act(f"families/reset/{serial}"))
    assert person(day, family).known.tries == 3


def test_a_child_chooses_a_pin(day: DeskDay, family: Registered) -> None:
    assert day.look(f"families/pin/{here(family)}").who.given == "أمينة"
    said = done(day.act(f"families/secret/{here(family)}", {"pin": "2718"}))
    assert (said.what, said.to) == ("pin_set", f"families/person/{here(family)}")
    known = person(day, family).known
    assert (known.means, known.own) == ("pin", True)


@pytest.mark.parametrize(
    ("about", "form"),
    [
        ("H", {"pictures": ["sun", "sun", "kite"]}),
        ("H", {"pictures": ["sun", "boat"]}),
        ("H", {"pin": "2718"}),
        ("H/P", {"pin": "27"}),
        ("H/P", {}),
    ],
)
def test_what_is_no_secret_is_none(day: DeskDay, family: Registered, about: str, form: Mapping[str, Any]) -> None:
    where = about.replace("H", family.household).replace("P", family.people[1])
    assert day.act(f"families/secret/{where}", form) == Said(Tone.NO, "no_secret")


def test_no_secret_is_chosen_for_a_household_that_is_not_there(day: DeskDay) -> None:
    assert day.act("families/secret/nobodys", {"pictures": ["sun", "boat", "kite"]}) == NOTHING
    assert day.act("families/reset/none") == NOTHING


# --- a card on the screen -------------------------------------------------------------------------------------------


def test_a_card_on_the_screen_keeps_its_code(day: DeskDay, family: Registered) -> None:
    ((serial, code),) = day.station.do(lambda tx: tx.cards.blanks())
    day.scan(f"families/cards/{here(family)}", code)
    face = day.look(f"families/card/{family.household}/{serial}")
    assert (face.who.given, face.serial) == ("أمينة", serial)
    assert face.qr is not None
    assert code not in repr(face)
    assert day.look(f"families/card/{family.household}/{serial + 1}") is None


def test_a_card_from_elsewhere_has_no_code_here(desk: Station, central: CentralAt) -> None:
    day = DeskDay(desk, let_in(desk, central, Role.COORDINATOR))
    family = mother_and_child(desk, day.by)
    bound = {"serial": 77, "person": family.people[1], "household": family.household, "live": True}
    central.publish("card", "77", bound, scope="hub:hub-1")
    day.station.sync()
    assert day.look(f"families/card/{family.household}/77").qr is None


# --- one household never shows another ------------------------------------------------------------------------------


def _faces(day: DeskDay, household: str, people: tuple[str, ...], tx: Tx) -> list[str]:
    at = [f"open/{household}", f"more/{household}", f"pictures/{household}", f"add/{household}", f"cards/{household}"]
    for one in people:
        at += [f"person/{household}/{one}", f"cards/{household}/{one}", f"pin/{household}/{one}"]
        at += [f"tie/{household}/{one}/{other}" for other in people]
    at += [f"card/{household}/{one.serial}" for one in tx.cards.of_household(household)]
    return at


def test_no_page_of_one_household_holds_a_trace_of_the_other(day: DeskDay) -> None:
    guardian = NewTie(0, 1, {"guardian": True, "may_collect": True})
    mine = registered(day.station, day.by, NewMember(MOTHER), NewMember(CHILD), ties=(guardian,))
    mother, child = mine.people
    theirs = registered(
        day.station,
        day.by,
        NewMember({**FATHER, "latin": "Karim Nasr"}),
        NewMember({**CHILD, "given": "Aminah", "family": "Nasr"}, child),
        ties=(guardian,),
        label="Casa Nasr",
    )
    father = theirs.people[0]
    done(day.act(f"families/contact/{theirs.household}", {"person": father, "what": "phone", "value": "+39 02 555"}))
    form = {"person": child, "giver": father, "how": "paper", "language": "uk"}
    done(day.act(f"families/consent/{theirs.household}", form))
    done(day.act(f"families/tie/{mine.household}/{child}/{father}", {"name": "must_not_collect", "now": True}))
    first, second = (code for _, code in day.station.do(lambda tx: tx.cards.blanks(2)))
    done(day.scan(f"families/cards/{mine.household}/{child}", first))
    done(day.scan(f"families/cards/{theirs.household}/{child}", second))
    (serial,) = (one.serial for one in day.station.do(lambda tx: tx.cards.of_household(theirs.household)))
    traces = ["Karim", "Nasr", "Aminah", "+39 02 555", theirs.household, "uk", shortcode.write(serial)]
    places = day.station.do(lambda tx: _faces(day, mine.household, (mother, child), tx))
    said = [day.look(f"families/{place}") for place in [*places, "?samira", f"tie/{mine.household}/{child}/{father}"]]
    assert all(face is None or not isinstance(face, NotIn) for face in said)
    plain = "\n".join(_plain(face) for face in said)
    assert "Samira" in plain
    for trace in traces:
        assert trace not in plain, trace
    theirs_said = "\n".join(_plain(day.look(f"families/{place}")) for place in _places_of(day, theirs))
    assert all(trace in theirs_said for trace in traces)  # the walk sees what it looks for
    assert "Samira" not in theirs_said


def _places_of(day: DeskDay, family: Registered) -> list[str]:
    return day.station.do(lambda tx: _faces(day, family.household, family.people, tx))


def _plain(value: Any) -> str:
    """Every text and number of a face, hidden ones too."""

    def walk(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [part for one in value.values() for part in walk(one)]
        if isinstance(value, (list, tuple)):
            return [part for one in value for part in walk(one)]
        return [str(value)]

    return " | ".join(walk(for_qml(value)))
