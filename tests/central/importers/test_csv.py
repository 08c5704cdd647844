"""A CSV file is read however it is written; what nobody can be sure of is reported by row."""

import codecs
import os
from pathlib import Path

import pytest

from central import importers
from tests.central.importers.tables import CSV, HEADER, ROWS, TODAY, names, only, prepared, records, said, table

BOTH = {"Piscina Blu", "Centro Sole"}


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("cp1252", "cp1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_an_encoding_is_found_and_what_was_guessed_is_said(tmp_path: Path, encoding: str, note: str) -> None:
    found = prepared(tmp_path, table(*ROWS, "Città Viva;Via È 3;Nuoto").encode(encoding))
    assert names(found) == {*BOTH, "Città Viva"}
    assert note in said(found.report)
    assert ("encoding" in said(found.report)) == bool(note)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found(tmp_path: Path, delimiter: str, end: str) -> None:
    content = table(*ROWS).replace(";", delimiter).replace("\n", end)
    assert names(prepared(tmp_path, content)) == BOTH


def test_a_mark_before_a_quoted_header_is_no_part_of_it(tmp_path: Path) -> None:
    quoted = table(*ROWS, header='"Nome";"Indirizzo";"Attività"')
    assert names(prepared(tmp_path, codecs.BOM_UTF8 + quoted.encode())) == BOTH
    assert names(prepared(tmp_path, codecs.BOM_UTF8 * 2 + quoted.encode())) == BOTH


@pytest.mark.parametrize(
    "header",
    [
        'Nome";Indirizzo;Attività',
        '"Nome;Indirizzo;Attività',
        '"Nome;Indirizzo;Attività"',
        'Nome;"Indirizzo"";"Attività',
        "NOME ;indirizzo;ATTIVITA'",
        "Nome;Indirizzo;AttivitÃ ",
        "Nome;Indirizzo;Attivit\ufffd",
        '"Nome";Indirizzo;"Atti\nvità"',
    ],
)
def test_a_header_is_read_through_stray_quotes_capitals_and_mangling(tmp_path: Path, header: str) -> None:
    assert names(prepared(tmp_path, table(*ROWS, header=header))) == BOTH


def test_lines_before_the_header_are_passed_over_and_said(tmp_path: Path) -> None:
    found = prepared(tmp_path, "Comune di Borgo\n\n" + table(*ROWS))
    assert names(found) == BOTH
    assert "1 lines before the header" in said(found.report)
    assert names(prepared(tmp_path, "sep=;\n" + table(*ROWS))) == BOTH


def test_line_ends_inside_quotes_belong_to_the_cell(tmp_path: Path) -> None:
    found = prepared(tmp_path, table('"Piscina\nBlu";"Via del\nLago";Nuoto', ROWS[1]))
    assert names(found) == BOTH
    assert found.report.bad == ()


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("Solo;due", "2 cells and the header 3"),
        ("Uno;due;tre;quattro", "4 cells and the header 3"),
        ("Via;rotta\ncoda;Nuoto;x;y", "2 cells"),
        ('"Mai chiuso;Via;Nuoto', "never closes"),
        (HEADER, "repeats the header"),
        ("\x00Nulla;Via;Nuoto", "U+0000"),
        (";Via;", "no name|what there is to do"),
        ("Nome;Via;", "what there is to do"),
        ("Pers\ufffd;Via;Nuoto", "characters were lost"),
        (f"{'x' * 5000};Via;Nuoto", "5000 characters"),
        (f"{'x' * 200_000};Via;Nuoto", "more than 131072 characters"),
        (f"{'x' * 3_000_000};Via;Nuoto", "longer than"),
    ],
)
def test_a_broken_row_is_reported_and_takes_none_of_the_others_along(tmp_path: Path, broken: str, reason: str) -> None:
    found = prepared(tmp_path, table(ROWS[0], broken, ROWS[1]))
    assert names(found) >= BOTH - ({"Piscina Blu"} if reason == "no name" else set())
    assert found.report.bad[0].row == 2
    assert found.report.bad[0].line == 3
    assert any(one in found.report.bad[0].reason for one in reason.split("|"))
    assert "row 2 (line 3): " in said(found.report)
    assert found.report.rows == 2 + len(found.report.bad)


def test_an_empty_row_counts_for_nothing(tmp_path: Path) -> None:
    found = prepared(tmp_path, table(ROWS[0], ";;", "", "  ", ROWS[1]))
    assert (found.report.rows, found.report.bad) == (2, ())
    assert "Empty rows passed over: 3" in said(found.report)


def test_a_row_that_stands_in_quotes_as_a_whole_is_read_and_said(tmp_path: Path) -> None:
    found = prepared(tmp_path, table(*(f'"{row}"' for row in ROWS)))
    assert names(found) == BOTH
    assert "in quotes as a whole: 2" in said(found.report)


def test_two_columns_of_one_name_count_where_they_agree(tmp_path: Path) -> None:
    found = prepared(
        tmp_path,
        table("Uno;Uno;Via;Nuoto", "Due;;Via;Nuoto", "Tre;Quattro;Via;Nuoto", header="Nome;Nome;Indirizzo;Attività"),
    )
    assert names(found) == {"Uno", "Due"}
    assert [bad.row for bad in found.report.bad] == [3]
    assert "several columns that differ" in found.report.bad[0].reason


def test_columns_that_the_mapping_does_not_know_are_named(tmp_path: Path) -> None:
    found = prepared(tmp_path, table("a;b;Nuoto;x", header=f"{HEADER};Colore"))
    assert 'does not use: "Colore"' in said(found.report)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\n\n \n", "is empty"),
        (HEADER.encode(), "no row"),
        (b"a;b\n1;2\n", "has no column"),
        (b"Nome;Indirizzo\n1;2\n", "has no column"),
        (b"PK\x03\x04....", "spreadsheet"),
        (b"<html><body>", "web page"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"\x00" * 500, "has no column|is empty"),
        (b'{"type": "FeatureCollection"}', "has no column"),
        (bytes(range(256)) * 20, "has no column"),
    ],
)
def test_a_file_of_no_use_is_one_sentence(tmp_path: Path, content: bytes, reason: str) -> None:
    found = prepared(tmp_path, content)
    assert found.rows is None
    assert any(one in found.report.failure for one in reason.split("|"))
    assert found.report.lines()[-1] == "Nothing was changed."


def test_a_mangled_text_is_mended_and_counted(tmp_path: Path) -> None:
    found = prepared(tmp_path, table("CittÃ  Viva;Via Niccolò;Nuoto", "PerchÃ© no;Via A;Nuoto", ROWS[0]))
    assert names(found) == {"Città Viva", "Perché no", "Piscina Blu"}
    assert "mangled text (mojibake), mended: 2 (first in row 1" in said(found.report)


def test_a_lost_character_costs_the_value_and_not_the_row(tmp_path: Path) -> None:
    found = prepared(tmp_path, table("Piscina Blu;Via A;Nuoto;Attivit\ufffd", header=f"{HEADER};Note"))
    assert only(found, "activity")["about"] == {}
    assert [(value.row, "lost" in value.reason) for value in found.report.omitted] == [(1, True)]


def test_several_phones_and_mails_of_a_cell_or_of_two_columns_are_all_kept(tmp_path: Path) -> None:
    header = f"{HEADER};Telefono;Telefono;Mail"
    row = "a;b;Nuoto;02 1234567 - 333 1234567;0299999999;A@b.example, c@d.example"
    activity = only(prepared(tmp_path, table(row, header=header)), "activity")
    assert activity["phone"] == ["02 1234567", "333 1234567", "0299999999"]
    assert activity["mail"] == ["a@b.example", "c@d.example"]


def test_what_holds_no_address_is_reported(tmp_path: Path) -> None:
    row = "a;b;Nuoto;chiedere in sede;nessuna;vedi volantino"
    found = prepared(tmp_path, table(row, header=f"{HEADER};Telefono;Mail;Sito"))
    assert len(found.report.omitted) == 3
    assert only(found, "activity").keys().isdisjoint({"phone", "mail", "website"})


def test_what_the_mapping_says_of_the_file_is_not_guessed(tmp_path: Path) -> None:
    mapping = tmp_path / "mine.toml"
    text = CSV.read_text("utf-8").replace("[dataset]", '[csv]\nencoding = "cp1252"\ndelimiter = ","\n\n[dataset]', 1)
    mapping.write_text(text, "utf-8")
    content = table("È bello,Via 1;2,Nuoto", header="Nome,Indirizzo,Attività").encode("cp1252")
    found = prepared(tmp_path, content, mapping)
    assert names(found) == {"È bello"}
    assert "encoding" not in said(found.report)


def test_the_order_of_the_columns_and_what_is_not_known_change_no_id(tmp_path: Path) -> None:
    one = prepared(tmp_path, table(*ROWS))
    other = prepared(tmp_path, table("Nuoto;7;PISCINA BLU;via del lago 4", header="Attività;Colore;Nome;Indirizzo"))
    assert records(other, "activity").keys() < records(one, "activity").keys()


def test_lines_in_several_encodings_are_each_read_as_they_were_written(tmp_path: Path) -> None:
    lines = [
        table(*ROWS).encode(),
        "Città Viva;Via È 3;Nuoto\n".encode("cp1252"),
        "Bar محمد;Via Più 4;Nuoto\n".encode(),
    ]
    found = prepared(tmp_path, b"".join(lines))
    assert names(found) == {*BOTH, "Città Viva", "Bar محمد"}
    assert "mangled" in said(found.report)


@pytest.mark.parametrize("encoding", ["cp850", "mac-roman"])
def test_an_encoding_older_than_windows_is_suspected_and_can_be_said(tmp_path: Path, encoding: str) -> None:
    content = table("Città Viva;Via Più 3;Nuoto", header="Nome;Indirizzo;Sport").encode(encoding)
    assert "It may be older (cp850, mac-roman)" in said(prepared(tmp_path, content).report)
    mapping = tmp_path / "m.toml"
    mapping.write_text(CSV.read_text("utf-8") + f'\n[csv]\nencoding = "{encoding}"\n', "utf-8")
    assert names(prepared(tmp_path, content, mapping)) == {"Città Viva"}


def test_a_line_too_long_before_the_header_is_counted(tmp_path: Path) -> None:
    found = prepared(tmp_path, "x" * (2**20 + 1) + "\n\n" + table(*ROWS))
    assert names(found) == BOTH
    assert "1 lines before the header were passed over." in said(found.report)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "is no file that could be read twice" in said(importers.prepare(pipe, CSV, TODAY).report)
