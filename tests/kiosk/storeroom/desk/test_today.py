"""The day at the desk: who comes, who is seen, who leaves and with whom, and every mistake put right."""

import pytest

from kiosk.domain import shortcode
from kiosk.domain.attendance import Kind, State, Who, count
from kiosk.domain.families import Kind as Record
from kiosk.domain.release import Standing
from kiosk.domain.ties import Way
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.today.arriving import ArriveFace, FamilyFace, GroupFace, GuestFace
from kiosk.ui.desk.today.leaving import LeaveFace, Stop, StopFace
from kiosk.ui.desk.today.mending import MendFace, Step
from kiosk.ui.desk.today.register import TodayFace
from kiosk.ui.desk.today.rows import Leaves, Row
from kiosk.usecases.count import Numbers, count_unnamed
from kiosk.usecases.inside import register
from kiosk.usecases.register_family import NewMember
from tests.conftest import ToldClock
from tests.families import registered
from tests.kiosk.storeroom.desk.sitting import AtDesk, Haddad, Made, tell


def today(at: AtDesk, path: str = "today") -> TodayFace:
    return at.see(path, TodayFace)


def rows(at: AtDesk, path: str = "today") -> dict[str, Row]:
    return {row.name: row for row in today(at, path).rows}


def come(at: AtDesk, family: Haddad, *people: str, adults: int = 0) -> Said:
    answer = at.done(f"today/come/home/{family.home}", people=list(people), adults=adults)
    assert answer.tone is Tone.DONE, answer
    return answer


def amina_here(at: AtDesk, family: Haddad) -> str:
    come(at, family, family.amina)
    return rows(at)["أمينة حداد"].id


# --- arriving ---------------------------------------------------------------------------------------------------------


def test_a_family_is_found_as_it_is_typed_and_in_with_one_confirmation(at: AtDesk, family: Haddad) -> None:
    (hit,) = at.see("today/arrive?ami had", ArriveFace).hits
    assert (hit.person.id, hit.home, hit.here) == (family.amina, "Haddad", False)
    page = at.see(f"today/family/home/{hit.household}/{hit.person.id}", FamilyFace)
    assert {tile.person.id: tile.chosen for tile in page.tiles} == {
        family.omar: False,
        family.amina: True,
        family.grandmother: False,
        family.mother: False,
    }
    said = at.done(f"today/come/{page.source}", people=[family.amina, family.mother], adults=1)
    assert (said.tone, said.what, said.number, said.to) == (Tone.DONE, "arrived", 3, "today")
    face = today(at)
    assert (face.numbers.inside, face.numbers.children, face.numbers.adults) == (3, 1, 2)
    amina = rows(at)["أمينة حداد"]
    assert (amina.latin, amina.years, amina.creature, amina.since) == ("Amina Haddad", 8, "cat", "10.00")
    assert (amina.others, amina.unnamed, amina.state) == (("Samira",), 1, State.ARRIVED)


def test_next_time_the_same_are_chosen_and_who_is_here_is_not_chosen_again(at: AtDesk, family: Haddad) -> None:
    said = come(at, family, family.amina, family.omar, adults=2)
    page = at.see(f"today/family/home/{family.home}", FamilyFace)
    assert [tile.person.id for tile in page.tiles if tile.here] == [family.omar, family.amina]
    assert not any(tile.chosen for tile in page.tiles)
    assert at.done(f"today/come/home/{family.home}", people=[family.amina]).what == "all_here"
    for row in rows(at).values():
        at.done(f"today/{'together' if row.leaves is Leaves.TOGETHER else 'let_go'}/{row.id}", adult=family.mother)
    page = at.see(f"today/family/home/{family.home}", FamilyFace)
    assert [tile.person.id for tile in page.tiles if tile.chosen] == [family.omar, family.amina]
    assert page.adults == 2
    assert said.undo is not None


def test_somebody_of_another_household_does_not_come_with_this_one(at: AtDesk, family: Haddad) -> None:
    said = at.done(f"today/come/home/{family.home}", people=[family.amina, family.father])
    assert (said.tone, said.what) == (Tone.NO, "not_this_cards")
    assert today(at).rows == ()


def test_people_nobody_names_are_counted_and_a_guest_is_named_for_some_days(at: AtDesk) -> None:
    assert at.done("today/count", **{"0-5": 2, "adults": 1.0}).number == 3
    assert at.see("today/guest?Luca", GuestFace).name == "Luca"
    assert at.done("today/guest", name="Luca Ospite", band="6-10").name == "Luca Ospite"
    face = today(at)
    assert (face.numbers.inside, face.numbers.children, face.numbers.guests) == (4, 3, 1)
    kinds = {row.kind: row for row in face.rows}
    assert (kinds[Kind.GUEST].name, kinds[Kind.GUEST].band) == ("Luca Ospite", "6-10")
    assert [(one.band, one.count) for one in kinds[Kind.COUNTED].children] == [("0-5", 2)]
    assert at.done("today/count").what == "nobody"
    assert at.done("today/guest", name="", band="6-10").what == "nobody"


def test_a_class_comes_with_its_teacher_by_card_or_found_by_name(at: AtDesk, made: Made) -> None:
    code = made.teacher
    assert at.done("today/scan/group", code=code).to == f"today/group/card/{code}"
    leader = at.see(f"today/group/card/{code}", GroupFace).leader
    assert leader is not None
    assert leader.name == "Teacher"
    assert at.done("today/group", card=code, **{"6-10": 25, "adults": 1}).number == 26
    (hit,) = at.see("today/group?nadia", GroupFace).hits
    found = at.see(f"today/group/person/{hit.person.id}", GroupFace).leader
    assert found is not None
    assert at.done("today/group", leader=found.id, **{"11-13": 9, "adults": 2}).tone is Tone.DONE
    face = today(at)
    assert (face.numbers.inside, face.numbers.groups) == (37, 2)
    assert {row.name for row in face.rows} == {"Teacher", "Nadia Haddad"}


# --- cards ------------------------------------------------------------------------------------------------------------


def test_a_familys_card_asks_who_comes_and_once_they_are_here_who_collects(
    at: AtDesk, family: Haddad, made: Made
) -> None:
    code = made.aminas
    said = at.done("today/scan", code=code)
    assert (said.what, said.to) == ("", f"today/family/card/{code}")
    page = at.see(said.to, FamilyFace)
    assert [tile.person.id for tile in page.tiles if tile.chosen] == [family.amina]
    assert at.done(f"today/come/{page.source}", people=[family.amina, family.omar]).number == 2
    assert at.done("today/scan", code=code).to == f"today/leave/{rows(at)['أمينة حداد'].id}"


def test_a_card_from_elsewhere_comes_in_without_a_name_and_leaves_only_by_a_workers_word(
    at: AtDesk, made: Made
) -> None:
    assert at.done("today/scan", code=made.elsewhere).what == "arrived"
    (row,) = today(at).rows
    assert (row.name, row.who, row.leaves) == ("", Who.UNKNOWN, Leaves.ASKED)
    assert at.see(f"today/leave/{row.id}", LeaveFace).person is None
    assert at.done(f"today/let_go/{row.id}", adult="").what == "not_here"
    page = at.see(f"today/stop/{row.id}/somebody", StopFace)
    assert (page.stop, page.may_override) == (Stop.STRANGER, True)
    gone = at.done(f"today/against/{row.id}", adult="somebody", because="guardian_asked")
    assert gone.what == "gone_against"
    (held,) = at.station.do(lambda tx: tx.trail.overrides_of(row.id))
    assert (held.rule, held.worker) == ("not_authorised", at.by.worker.id)
    assert today(at).numbers.inside == 0


@pytest.mark.parametrize(("code", "what"), [("WM1NONSENSE", "not_a_code"), ("", "not_a_code")])
def test_what_is_no_card_is_said(at: AtDesk, code: str, what: str) -> None:
    said = at.done("today/scan", code=code)
    assert (said.tone, said.what) == (Tone.NO, what)


# --- leaving ----------------------------------------------------------------------------------------------------------


def test_a_child_of_two_homes_has_one_list_of_names_and_nothing_else_of_either(at: AtDesk, family: Haddad) -> None:
    """Rule 7: at the door both homes' adults count, and neither's address, contact or household is told."""
    visit = amina_here(at, family)
    page = at.see(f"today/leave/{visit}", LeaveFace)
    standings = {one.person.name: one.standing for one in (*page.adults, *page.kept_away)}
    assert standings == {
        "Samira Haddad": Standing.GUARDIAN,
        "Nadia Haddad": Standing.NOBODY,
        "Karim Nasr": Standing.MUST_NOT_COLLECT,
    }
    assert page.way is Way.WITH_ADULT
    shown = str([vars(one.person) for one in (*page.adults, *page.kept_away)])
    for hidden in (family.home, family.other_home, "5550100", "Nasr'"):
        assert hidden not in shown.replace("'Karim Nasr'", "")


def test_a_child_leaves_with_who_may_collect_and_an_undo_brings_it_back(at: AtDesk, family: Haddad) -> None:
    visit = amina_here(at, family)
    said = at.done(f"today/let_go/{visit}", adult=family.mother)
    assert (said.what, said.name, said.to) == ("gone", "أمينة", "today")
    row = rows(at)["أمينة حداد"]
    assert (row.state, row.adult, row.leaves) == (State.LEFT, "Samira Haddad", Leaves.NOT)
    assert at.undo(said).what == "taken_back"
    assert rows(at)["أمينة حداد"].state is State.ARRIVED


def test_who_must_not_collect_is_stopped_with_whom_to_call(at: AtDesk, family: Haddad) -> None:
    visit = amina_here(at, family)
    said = at.done(f"today/let_go/{visit}", adult=family.father)
    assert said.to == f"today/stop/{visit}/{family.father}"
    page = at.see(said.to, StopFace)
    assert (page.stop, page.may_override) == (Stop.MUST_NOT_COLLECT, True)
    assert page.with_whom is not None
    assert page.with_whom.name == "Karim Nasr"
    assert [one.name for one in page.may_collect] == ["Samira Haddad"]
    assert rows(at)["أمينة حداد"].state is State.ARRIVED


def test_against_the_rule_a_name_and_a_reason_are_left_and_a_way_back(at: AtDesk, family: Haddad) -> None:
    visit = amina_here(at, family)
    assert at.done(f"today/against/{visit}", adult=family.father, because="") == NOTHING
    gone = at.done(f"today/against/{visit}", adult=family.father, because="paper_seen")
    assert (gone.tone, gone.what) == (Tone.DONE, "gone_against")
    (held,) = at.station.do(lambda tx: tx.trail.overrides_of(visit))
    assert (held.worker, held.rule, held.because) == (at.by.worker.id, "must_not_collect", "paper_seen")
    at.undo(gone)
    (undone,) = at.station.do(lambda tx: tx.trail.overrides_of(visit))
    assert undone.undone_by is not None
    assert rows(at)["أمينة حداد"].state is State.ARRIVED
    assert at.station.do(audit.verify).holds()


def test_there_is_nothing_to_decide_against_where_the_rule_lets_them_go(at: AtDesk, family: Haddad) -> None:
    visit = amina_here(at, family)
    said = at.done(f"today/against/{visit}", adult=family.mother, because="paper_seen")
    assert (said.what, said.to) == ("no_rule", f"today/leave/{visit}")
    assert rows(at)["أمينة حداد"].state is State.ARRIVED


@pytest.mark.parametrize(("adult", "stop"), [("grandmother", Stop.NOT_AUTHORISED), ("", Stop.ALONE)])
def test_without_a_permission_the_page_says_which(at: AtDesk, family: Haddad, adult: str, stop: Stop) -> None:
    visit = amina_here(at, family)
    said = at.done(f"today/let_go/{visit}", adult=getattr(family, adult) if adult else "")
    assert at.see(said.to, StopFace).stop is stop


def test_somebody_nobody_named_is_found_with_what_they_are_to_the_child(at: AtDesk, family: Haddad) -> None:
    registered(at.station, at.by, NewMember({"given": "Zoe", "family": "Vicina", "role": "adult"}), label="Vicina")
    visit = amina_here(at, family)
    (zoe,) = at.see(f"today/leave/{visit}?zoe", LeaveFace).found
    assert (zoe.person.name, zoe.standing) == ("Zoe Vicina", Standing.NOBODY)
    assert at.see(f"today/leave/{visit}?karim", LeaveFace).found == ()  # he is on the list already


def test_who_has_a_delegation_is_on_the_list_wherever_they_live_and_who_must_not_even_without_a_name(
    at: AtDesk, family: Haddad
) -> None:
    zoe = NewMember({"given": "Zoe", "family": "Vicina", "role": "adult"})
    (neighbour,) = registered(at.station, at.by, zoe, label="Vicina").people
    tell(at, family.home, "relation", "t-2", {"child": family.amina, "adult": neighbour, "may_collect": True})
    tell(at, family.home, "relation", "t-3", {"child": family.amina, "adult": "nobody", "must_not_collect": True})
    page = at.see(f"today/leave/{amina_here(at, family)}", LeaveFace)
    assert Standing.MAY_COLLECT in [one.standing for one in page.adults if one.person.name == "Zoe Vicina"]
    assert sorted(one.person.name for one in page.kept_away) == ["", "Karim Nasr"]


def test_brothers_and_sisters_leave_together_or_nobody_does(at: AtDesk, family: Haddad) -> None:
    come(at, family, family.amina, family.omar)
    here = rows(at)
    amina, omar = here["أمينة حداد"].id, here["Omar Haddad"].id
    assert [one.id for one in at.see(f"today/leave/{amina}", LeaveFace).others] == [omar]
    stopped = at.done(f"today/let_go/{omar}", adult=family.father, also=[amina])
    assert stopped.what == ""
    assert today(at).numbers.inside == 2
    gone = at.done(f"today/let_go/{amina}", adult=family.mother, also=[omar])
    assert (gone.what, gone.number) == ("gone", 2)
    assert today(at).numbers.inside == 0
    at.undo(gone)
    assert today(at).numbers.inside == 2


def test_adults_groups_and_who_is_fourteen_go_without_being_asked_for(
    at: AtDesk, family: Haddad, clock: ToldClock
) -> None:
    clock.pass_(60 * 24 * 3600)  # Omar had his birthday
    come(at, family, family.mother, family.omar, adults=2)
    leaves = {row.name: row.leaves for row in today(at).rows}
    assert leaves == {"Samira Haddad": Leaves.THEMSELVES, "Omar Haddad": Leaves.THEMSELVES, "": Leaves.TOGETHER}
    for row in today(at).rows:
        how = "together" if row.leaves is Leaves.TOGETHER else "let_go"
        assert at.done(f"today/{how}/{row.id}").what == "gone"
    assert today(at).numbers.inside == 0


def test_alone_with_a_parents_written_word(at: AtDesk, family: Haddad) -> None:
    member = at.station.do(lambda tx: tx.families.of_person(family.amina, Record.MEMBER))[0]
    tell(at, member.record.household, "member", member.id, {"alone": True})
    visit = amina_here(at, family)
    assert at.see(f"today/leave/{visit}", LeaveFace).way is Way.ALONE
    assert at.done(f"today/let_go/{visit}").what == "gone"


# --- seen, put right --------------------------------------------------------------------------------------------------


def test_one_key_sees_somebody_and_agrees_to_a_claim(at: AtDesk, family: Haddad, clock: ToldClock) -> None:
    come(at, family, family.amina)
    at.station.do(lambda tx: count_unnamed(tx, Numbers((("0-5", 3),)), clock.read()))  # at the touchscreen
    for row in today(at).rows:
        said = at.done(f"today/see/{row.id}")
        assert (said.what, said.to) == ("seen", "")
    assert {row.state for row in today(at).rows} == {State.PRESENT}
    at.undo(said)
    assert sorted(row.state for row in today(at).rows) == [State.ARRIVED, State.PRESENT]
    assert at.done("today/see/nobody").what == "not_here"


def test_every_step_of_a_stay_is_taken_back_with_a_reason(at: AtDesk, family: Haddad) -> None:
    visit = amina_here(at, family)
    at.done(f"today/see/{visit}")
    at.done(f"today/let_go/{visit}", adult=family.mother)
    steps = at.see(f"today/mend/{visit}", MendFace).steps
    assert [one.step for one in steps] == [Step.LEFT, Step.SEEN, Step.CAME]
    assert [one.worker for one in steps] == ["Ada Prova", "Ada Prova", ""]
    for step, left in zip(steps, (State.PRESENT, State.ARRIVED), strict=False):
        assert at.done(f"today/mend/{visit}/{step.event}", why="still_here").what == "taken_back"
        assert rows(at)["أمينة حداد"].state is left
    assert at.done(f"today/mend/{visit}/{steps[2].event}", why="wrong_person").what == "taken_back"
    assert today(at).rows == ()
    assert at.done(f"today/mend/{visit}/{steps[2].event}", why="mistake").what == "not_here"


def test_whatever_is_done_the_numbers_are_those_of_the_register(at: AtDesk, family: Haddad) -> None:
    done = [
        come(at, family, family.amina, family.mother, adults=1),
        at.done("today/count", **{"6-10": 4}),
        at.done("today/group", **{"6-10": 20, "adults": 2, "educators": 1}),
        at.done("today/guest", name="Luca", band="adult"),
    ]
    for said in done:
        _agrees(at)
        at.undo(said)
        _agrees(at)
    assert today(at).numbers.inside == 0


def _agrees(at: AtDesk) -> None:
    face, held = today(at), at.station.do(lambda tx: register(tx, at.station.clock.read()))
    numbers, inside = face.numbers, count(stay for stay in held.stays if stay.inside)
    parts = numbers.children + numbers.adults + numbers.educators + numbers.unknown
    assert numbers.inside == parts == inside.people
    assert sum(one.count for one in face.states[1:]) == face.states[0].count == len(held.stays)
    assert sum(bar.people for bar in face.hours) == held.came.people


# --- the list ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["أمي", "amina", "AMI had", "h"])
def test_the_register_is_narrowed_by_a_name_in_any_script(at: AtDesk, family: Haddad, typed: str) -> None:
    come(at, family, family.amina, family.mother)
    at.done("today/guest", name="Luca", band="adult")
    shown = today(at, f"today//all?{typed}")
    assert "أمينة حداد" in {row.name for row in shown.rows}
    assert "Luca" not in {row.name for row in shown.rows}
    assert shown.states[0].count == 3


def test_it_is_narrowed_by_a_state_and_by_the_short_code_of_a_card(at: AtDesk, family: Haddad, made: Made) -> None:
    visit = amina_here(at, family)
    at.done("today/guest", name="Luca", band="adult")
    at.done(f"today/see/{visit}")
    assert [row.name for row in today(at, "today//present").rows] == ["أمينة حداد"]
    assert [row.name for row in today(at, "today//arrived").rows] == ["Luca"]
    typed = shortcode.write(made.serial).lower()
    assert [row.name for row in today(at, f"today//all?{typed}").rows] == ["أمينة حداد"]


def test_who_waits_to_be_seen_stands_first(at: AtDesk, family: Haddad, clock: ToldClock) -> None:
    first = amina_here(at, family)
    clock.pass_(60)
    at.done("today/guest", name="Luca", band="adult")
    clock.pass_(60)
    at.done("today/guest", name="Bruna", band="adult")
    assert [row.name for row in today(at).rows] == ["Bruna", "Luca", "أمينة حداد"]
    at.done(f"today/see/{rows(at)['Bruna'].id}")
    at.done(f"today/let_go/{first}", adult=family.mother)
    assert [row.name for row in today(at).rows] == ["Luca", "Bruna", "أمينة حداد"]


# --- who looks, and who may -------------------------------------------------------------------------------------------


def test_who_looked_is_on_record_and_a_page_that_stays_open_is_one_look(
    at: AtDesk, family: Haddad, clock: ToldClock
) -> None:
    def looks(subject: str) -> list[str]:
        return [one.what for one in at.station.do(lambda tx: tx.trail.looks_at(subject))]

    visit = amina_here(at, family)
    for path in ("today", "today//all?ami", "today", f"today/leave/{visit}", f"today/leave/{visit}?zo", "inside"):
        at.look(path)
    assert (looks(""), looks(family.amina)) == (["inside"], ["relations"])
    at.see(f"today/family/home/{family.home}", FamilyFace)
    assert looks(family.home) == ["household"]
    clock.pass_(11 * 60)
    at.look("inside")
    assert looks("") == ["inside", "inside"]


def test_a_shielded_family_has_no_name_but_for_safeguarding(at: AtDesk, family: Haddad, made: Made) -> None:
    visit = amina_here(at, family)
    for home in (family.home, family.other_home):
        tell(at, home, "household", home, {"shielded": True})
    (row,) = today(at).rows
    assert (row.name, row.latin, row.creature, row.years, row.band) == ("", "", "", None, "6-10")
    page = at.see(f"today/leave/{visit}", LeaveFace)
    assert (page.person, page.adults, page.kept_away) == (None, (), ())
    assert at.see("today/arrive?amina", ArriveFace).hits == ()
    assert at.look(f"today/family/home/{family.home}") == NotIn(NotEntered.NOT_ALLOWED)
    assert today(at, "today//all?amina").rows == ()
    at.by = made.workers[Role.SAFEGUARDING]
    assert [row.name for row in today(at).rows] == ["أمينة حداد"]
    assert at.see(f"today/leave/{visit}", LeaveFace).person is not None


def test_of_a_home_that_is_shielded_the_others_list_tells_nothing(at: AtDesk, family: Haddad) -> None:
    """The mother's home is hidden: at the father's, her standing is not even hinted at."""
    tell(at, family.home, "household", family.home, {"shielded": True})
    at.done(f"today/come/home/{family.other_home}", people=[family.amina])
    (row,) = today(at).rows
    assert row.name == "Amina Nasr"
    page = at.see(f"today/leave/{row.id}", LeaveFace)
    assert [one.person.name for one in (*page.adults, *page.kept_away)] == ["Karim Nasr"]
    assert page.kept_away[0].standing is Standing.MUST_NOT_COLLECT
    assert "Samira" not in str(page.adults)


def test_a_technician_sees_nobody_and_does_nothing(at: AtDesk, family: Haddad, made: Made) -> None:
    visit = amina_here(at, family)
    at.by = made.workers[Role.TECHNICIAN]
    no = NotIn(NotEntered.NOT_ALLOWED)
    for path in ("today", "today/arrive?am", "today/count", f"today/leave/{visit}", f"today/mend/{visit}", "inside"):
        assert at.look(path) == no
    for path in (f"see/{visit}", f"let_go/{visit}", f"undo/{visit}:x", f"come/home/{family.home}", "count", "scan"):
        assert at.act(f"today/{path}", {"people": [family.omar], "adults": 1}) in (no, Said(Tone.NO, "not_a_code"))


@pytest.mark.parametrize(
    "path",
    [
        "nonsense",
        "see",
        "let_go",
        "against",
        "together",
        "mend",
        "mend/x",
        "undo",
        "undo/x:y",
        "come",
        "come/card/x",
        "guest",
    ],
)
def test_nonsense_is_answered_and_records_nothing(at: AtDesk, path: str) -> None:
    before = at.station.do(lambda tx: tx.events.waiting())
    form = {"people": [3], "because": 7, "adult": ["x"], "why": "no", "adults": -1}
    said = at.done(f"today/{path}", **form)
    assert said.tone is Tone.NO
    assert at.station.do(lambda tx: tx.events.waiting()) == before


@pytest.mark.parametrize("path", ["nonsense", "leave/x", "stop/x/y", "mend/x", "family/card/x", "family/home/x"])
def test_what_is_gone_is_not_shown(at: AtDesk, path: str) -> None:
    assert at.look(f"today/{path}") is None
