"""A family's data on paper: all of it in words, and nothing of anybody else's."""

import logging
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import stamp
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, Role
from kiosk.papers import household, words
from kiosk.papers.household import entries
from kiosk.papers.paper import pdf
from kiosk.ui.shell import add_fonts
from kiosk.usecases.export_household import export_household
from kiosk.usecases.register_family import NewMember, NewTie
from tests.central_at import CentralAt
from tests.conftest import MORNING
from tests.families import CHILD, FATHER, mother_and_child, registered
from tests.kiosk.papers.reading import plain, texts
from tests.station import Station
from tests.workers import let_in

WORDS = words.load("it").household


@pytest.fixture(autouse=True, scope="module")
def _fonts(qapp: QtBot) -> None:
    add_fonts()


@pytest.fixture
def by(desk: Station, central: CentralAt) -> Entered:
    return let_in(desk, central, Role.COORDINATOR)


def export(**records: list[dict[str, Any]]) -> dict[str, Any]:
    empty: dict[str, Any] = {kind.value: [] for kind in Kind}
    return {**empty, "at": stamp(MORNING), **records}


SAMIRA = {"id": "m1", "person": "p1", "given": "Samira", "family": "Haddad", "role": "adult", "creature": "owl"}
AMINA = {"id": "m2", "person": "p2", "given": "أمينة", "latin": "Amina", "born": "2018-03-04", "creature": "cat"}


def said_of(kind: Kind, **records: list[dict[str, Any]]) -> list[tuple[str, dict[str, str]]]:
    """Heading and fields of each entry of a kind."""
    made = entries(export(**records), WORDS)
    return [(one.heading, {label: plain(value) for label, value in one.said}) for one in made if one.kind is kind]


def test_a_member_is_said_with_dates_and_roles_in_words() -> None:
    (_, _), (heading, said) = said_of(Kind.MEMBER, member=[SAMIRA, AMINA])
    assert heading == "أمينة"
    assert said == {"Nome": "أمينة", "In lettere latine": "Amina", "Data di nascita": "04.03.2018"}


def test_a_relation_names_both_and_what_it_allows() -> None:
    tie = {"id": "r", "adult": "p1", "child": "p2", "guardian": True, "may_collect": False, "basis": "birth"}
    ((heading, said),) = said_of(Kind.RELATION, member=[SAMIRA, AMINA], relation=[tie])
    assert heading == "Samira Haddad – أمينة"
    assert said == {"Genitore o tutore": "sì", "In base a": "nascita"}


def test_somebody_of_another_household_is_not_named_and_has_no_number() -> None:
    tie = {"id": "r", "adult": "p-elsewhere", "child": "p2", "must_not_collect": True}
    ((heading, _),) = said_of(Kind.RELATION, member=[AMINA], relation=[tie])
    assert heading == f"{WORDS.somebody_else} – أمينة"


def test_what_stands_beside_a_value_is_said_too() -> None:
    doubtful = {**AMINA, "also": {"born": ["2018-03-05"]}}
    ((_, said),) = said_of(Kind.MEMBER, member=[doubtful])
    assert said["Data di nascita"] == "04.03.2018 (scritto anche: 05.03.2018)"


def test_a_long_note_is_whole() -> None:
    text = "\n".join(f"parola{n} " * 8 for n in range(12))
    note = {"id": "n", "person": "p2", "what": "allergy", "text": text}
    said = " ".join(texts(pdf(household.paper(export(member=[AMINA], note=[note]), WORDS))))
    assert all(said.count(f"parola{n} ") >= 8 for n in range(12))


def test_a_large_family_goes_over_numbered_pages() -> None:
    many = [{**SAMIRA, "person": f"p{n}", "given": f"Nina{n:02}"} for n in range(30)]
    said = texts(pdf(household.paper(export(member=many), WORDS)))
    assert len(said) > 2
    assert all(f"pagina {number} di {len(said)}" in page for number, page in enumerate(said, start=1))
    assert all(f"Nina{n:02}" in " ".join(said) for n in range(30))


def test_the_paper_of_one_home_says_nothing_of_the_child_s_other_home(desk: Station, by: Entered) -> None:
    mothers = mother_and_child(desk, by)
    tie = NewTie(0, 1, {"guardian": True})
    fathers = registered(desk, by, NewMember(FATHER), NewMember(CHILD, mothers.people[1]), ties=(tie,), label="Nasr")
    now = desk.clock.read()
    for mine, own, others in ((mothers, "Samira", ("Karim", "Nasr")), (fathers, "Karim", ("Samira",))):
        data = desk.do(lambda tx, one=mine: export_household(tx, by, one.household, now))  # type: ignore[misc]
        assert isinstance(data, dict)
        for language in ("it", "en", "ar"):
            said = " ".join(texts(pdf(household.paper(data, words.load(language).household))))
            assert own in said
            assert not [word for word in others if word in said]


def test_that_a_household_is_shielded_is_not_printed() -> None:
    open_ = export(household=[{"id": "h", "label": "Haddad"}], member=[SAMIRA])
    shielded = export(household=[{"id": "h", "label": "Haddad", "shielded": True}], member=[SAMIRA])
    assert texts(pdf(household.paper(open_, WORDS))) == texts(pdf(household.paper(shielded, WORDS)))


def test_nothing_of_a_paper_is_logged_or_left_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    made = household.paper(export(member=[SAMIRA, AMINA]), WORDS)
    assert pdf(made)
    assert "Samira" not in caplog.text + repr(made) + repr(entries(export(member=[SAMIRA]), WORDS))
    assert list(tmp_path.iterdir()) == []
