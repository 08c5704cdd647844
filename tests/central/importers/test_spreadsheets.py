from pathlib import Path

import pytest

from central.importers import spreadsheets
from tests.central.importers.tables import names, only, prepared, said, table


@pytest.mark.parametrize("text", ["=cmd|'/c calc'!A1", "=SOMMA(A1:A2)", "@SUM(1)", "+cmd|x", "=1+1", '=HYPERLINK("x")'])
def test_a_formula_is_no_text(text: str) -> None:
    assert spreadsheets.wrong(text) == "a formula"


@pytest.mark.parametrize("text", ["#REF!", "#N/D", "#valore!", "#####"])
def test_an_error_of_a_spreadsheet_is_no_text(text: str) -> None:
    assert spreadsheets.wrong(text) == "an error of a spreadsheet"


@pytest.mark.parametrize(
    "text", ["", "=", "+39 02 1234567", "@borgo", "- una vasca", "#borgo", "A = B", "-5", "@borgo (bar)"]
)
def test_signs_that_people_write_are_text(text: str) -> None:
    assert spreadsheets.wrong(text) == ""
    assert spreadsheets.meant(text) == (text, "")


def test_a_row_named_by_a_formula_is_left_out_and_one_that_only_mentions_it_is_used(tmp_path: Path) -> None:
    rows = ("=cmd|x;Via 1;Nuoto;", "Piscina Blu;Via 2;Nuoto;#RIF!")
    found = prepared(tmp_path, table(*rows, header="Nome;Indirizzo;Attività;Note"))
    assert names(found) == {"Piscina Blu"}
    assert 'row 1 (line 2): "nome" is "=cmd|x", a formula' in said(found.report)
    assert 'row 2 (line 3): "note" is "#RIF!", an error of a spreadsheet' in said(found.report)


def test_a_number_guarded_by_a_formula_keeps_its_zero(tmp_path: Path) -> None:
    found = prepared(tmp_path, table('Blu;Via 1;Nuoto;="021234567"', header="Nome;Indirizzo;Attività;Telefono"))
    assert only(found, "activity")["phone"] == ["021234567"]
    assert "a text written as a formula, taken for the text: 1" in said(found.report)


@pytest.mark.parametrize("nothing", ["NULL", "n.d.", "N/A", "NaN"])
def test_a_cell_that_says_there_is_nothing_is_empty_and_the_report_says_so(tmp_path: Path, nothing: str) -> None:
    found = prepared(tmp_path, table(f"Blu;Via 1;Nuoto;{nothing}", header="Nome;Indirizzo;Attività;Note"))
    assert only(found, "activity")["about"] == {}
    assert f'taken for empty: 1 (first in row 1, "{nothing}")' in said(found.report)
