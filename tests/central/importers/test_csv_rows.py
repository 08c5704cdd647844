"""What the rows of a CSV file become in the catalogue."""

from pathlib import Path
from typing import Any

import pytest

from central import feed, importers
from central.db import Tx
from central.importers import Count, Report
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Activity, Season
from tests.central.importers.tables import CSV, HEADER, TODAY, names, only, prepared, records, said, table

MONTHS = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "set",
    "OTT",
    "11",
    "12/2026",
]
POOL = "Piscina Blu;Via del Lago 4;Nuoto"
STILL = {"provider": Count(), "place": Count(same=1), "activity": Count(same=1), "session": Count()}


def bring(tx: Tx, folder: Path, content: str) -> Report:
    report = importers.write(tx, prepared(folder, content))
    assert report.ok, report.failure
    return report


def of(folder: Path, header: str, *cells: str) -> Any:
    """The one activity of rows that have these cells behind the usual ones, and the report."""
    found = prepared(folder, table(*(f"{POOL};{cell}" for cell in cells), header=f"{HEADER};{header}"))
    return only(found, "activity"), found.report


def test_one_row_for_each_month_is_one_place_with_its_hours_by_month(tx: Tx, tmp_path: Path) -> None:
    rows = [f"{POOL};{month};{'6:30' if 5 <= number <= 7 else '7'};24" for number, month in enumerate(MONTHS)]
    content = table(*rows, header=f"{HEADER};Mese;Apertura;Chiusura")
    report = bring(tx, tmp_path, content)
    assert report.rows == 12
    assert (report.counts["place"], report.counts["activity"]) == (Count(new=1), Count(new=1))
    ((_, data),) = feed.live(tx, "activity")
    activity = catalogue.read("activity", data)
    assert isinstance(activity, Activity)
    assert activity.hours == ()
    assert [season.months for season in activity.seasons] == [(1, 2, 3, 4, 5, 9, 10, 11, 12), (6, 7, 8)]
    summer = activity.seasons[1]
    assert isinstance(summer, Season)
    assert {(opening.opens, opening.closes) for opening in summer.hours} == {("06:30", "24:00")}
    assert [opening.weekday for opening in summer.hours] == [1, 2, 3, 4, 5, 6, 7]
    assert 'taken for "tutti i giorni" as the mapping says: 12' in said(report)
    again = bring(tx, tmp_path, content)
    assert again.counts == STILL


def test_the_order_of_the_rows_changes_nothing(tx: Tx, tmp_path: Path) -> None:
    rows = [f"{POOL};{month};9:00;12:00" for month in MONTHS[:5]]
    header = f"{HEADER};Mese;Apertura;Chiusura"
    bring(tx, tmp_path, table(*rows, header=header))
    assert bring(tx, tmp_path, table(*rows[::-1], header=header)).counts == STILL


@pytest.mark.parametrize(
    ("marks", "ages"),
    [
        ("X;;;", (3, 6)),
        ("x;X;;", (3, 11)),
        (";sì;1;", (6, 14)),
        (";;;X", (14, None)),
        (";;;", (None, None)),
        ("no;0;-;X", (14, None)),
    ],
)
def test_ages_marked_in_columns_become_one_stretch(tmp_path: Path, marks: str, ages: tuple[int, int]) -> None:
    activity, report = of(tmp_path, "3-6;6-11;11-14;14+", marks)
    assert (activity["min_age"], activity["max_age"]) == ages
    assert report.omitted == ()


@pytest.mark.parametrize(("marks", "reason"), [("X;;;X", "3-6 and 14+"), ("X;forse;;", '"6-11" stands neither')])
def test_ages_that_are_no_stretch_are_left_out_and_reported(tmp_path: Path, marks: str, reason: str) -> None:
    activity, report = of(tmp_path, "3-6;6-11;11-14;14+", marks)
    assert (activity["min_age"], activity["max_age"]) == (None, None)
    assert [(value.row, reason in value.reason) for value in report.omitted] == [(1, True)]


@pytest.mark.parametrize(
    ("header", "cells", "ages"),
    [
        ("Età minima;Età massima", "6;11 anni", (6, 11)),
        ("Età", "da 6 a 11 anni", (6, 11)),
        ("Fascia d'età", "14+", (14, None)),
    ],
)
def test_ages_may_stand_in_cells(tmp_path: Path, header: str, cells: str, ages: tuple[int, int]) -> None:
    activity, _ = of(tmp_path, header, cells)
    assert (activity["min_age"], activity["max_age"]) == ages


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Età minima;Età massima", "11;6"),
        ("Età minima;Età massima", "18 mesi;"),
        ("Età", "ragazzi"),
        ("Età", "over 14"),
    ],
)
def test_ages_that_nobody_can_be_sure_of_are_reported(tmp_path: Path, header: str, cells: str) -> None:
    activity, report = of(tmp_path, header, cells)
    assert (activity["min_age"], activity["max_age"]) == (None, None)
    assert len(report.omitted) == 1


def test_a_price_is_cents_or_reported(tmp_path: Path) -> None:
    assert of(tmp_path, "Prezzo", "€ 5,50")[0]["price_cents"] == 550
    activity, report = of(tmp_path, "Prezzo", "da 5 a 10")
    assert activity["price_cents"] is None
    assert "not one price" in report.omitted[0].reason


def test_a_row_with_a_date_is_a_session(tx: Tx, tmp_path: Path) -> None:
    content = table(
        f"{POOL};31/12/2026;20;24;30",
        f"{POOL};05/07/2026;9:00;12:00;",
        header=f"{HEADER};Data;Ora inizio;Ora fine;Posti",
    )
    report = bring(tx, tmp_path, content)
    assert report.counts["session"] == Count(new=2)
    sessions = dict(feed.live(tx, "session"))
    ((activity_id, activity),) = feed.live(tx, "activity")
    assert activity["standing"] is False
    assert {data["activity"] for data in sessions.values()} == {activity_id}
    assert {(data["starts"], data["ends"], data["capacity"]) for data in sessions.values()} == {
        ("2026-12-31T20:00:00+01:00", "2027-01-01T00:00:00+01:00", 30),
        ("2026-07-05T09:00:00+02:00", "2026-07-05T12:00:00+02:00", None),
    }
    assert "read with its day first: 1" in said(report)
    assert bring(tx, tmp_path, content).counts["session"] == Count(same=2)


def test_a_mapping_says_that_dates_are_a_course(tmp_path: Path) -> None:
    mapping = tmp_path / "courses.toml"
    mapping.write_text(CSV.read_text().replace("[activity]\n", "[activity]\ncourse = true\n"))
    file = tmp_path / "rows.csv"
    file.write_text(table(POOL))
    found = importers.prepare(file, mapping, TODAY)
    courses = [catalogue.read("activity", data) for data in records(found, "activity").values()]
    assert [one.course for one in courses if isinstance(one, Activity)] == [True]
    assert "booking" not in only(prepared(tmp_path, table(POOL)), "activity")


def test_a_session_that_is_no_longer_said_is_withdrawn_and_its_activity_stands(tx: Tx, tmp_path: Path) -> None:
    header = f"{HEADER};Data;Ora inizio;Ora fine"
    bring(tx, tmp_path, table(f"{POOL};31/12/2026;20;22", header=header))
    report = bring(tx, tmp_path, table(f"{POOL};;20;22", header=header))
    assert report.counts["session"] == Count(gone=1, withdrawn=1)
    ((_, activity),) = feed.live(tx, "activity")
    assert activity["standing"] is True


@pytest.mark.parametrize(
    "cells", ["12/31/2026;9;12", "domani;9;12", "31/12/2026;12;9", "31/12/2026;9;", "31/12/2026;;"]
)
def test_a_date_or_a_time_that_is_none_costs_the_row(tmp_path: Path, cells: str) -> None:
    found = prepared(
        tmp_path, table("Altro;Via;Nuoto;;;", f"{POOL};{cells}", header=f"{HEADER};Data;Ora inizio;Ora fine")
    )
    assert names(found) == {"Altro"}
    assert [bad.row for bad in found.report.bad] == [2]


def test_coordinates_are_understood_or_left_out_and_reported(tmp_path: Path) -> None:
    rows = ["A;a;Nuoto;45,459206;9,178709", "B;b;Nuoto;5034000;1514000", "C;c;Nuoto;9.178709;45.459206",
            "D;d;Nuoto;41,9;12,5", "E;e;Nuoto;nord;", "F;f;Nuoto;;"]  # fmt: skip
    found = prepared(tmp_path, table(*rows, header=f"{HEADER};Lat;Lon"))
    places = {data["name"]: (data["lat"], data["lon"]) for data in records(found, "place").values()}
    assert {places[name] for name in "ABC"} == {(45.459206, 9.178709)}
    assert {places[name] for name in "DEF"} == {(None, None)}
    assert [value.row for value in found.report.omitted] == [4, 5]
    assert "read as EPSG:3003: 1 (first in row 2" in said(found.report)


def test_a_title_of_its_own_names_the_activity_and_the_category_scores_it(tmp_path: Path) -> None:
    found = prepared(tmp_path, table("Blu;Via;Sport|Nuoto;Acqua viva", header=f"{HEADER};Titolo"))
    activity = only(found, "activity")
    assert activity["title"] == {"it": "Acqua viva"}
    assert activity["pillars"] == {"physical_activity": 5, "social_relations": 2}


def test_a_dry_run_says_the_same_and_writes_nothing(tx: Tx, tmp_path: Path) -> None:
    content = prepared(tmp_path, table(POOL, "x"))
    dry = importers.write(tx, content, dry_run=True)
    assert list(feed.live(tx, "place")) == []
    real = importers.write(tx, content)
    assert (dry.counts, dry.bad, dry.notes) == (real.counts, real.bad, real.notes)


def test_a_row_that_broke_keeps_what_it_said_before(tx: Tx, tmp_path: Path) -> None:
    header = f"{HEADER};Municipio"
    bring(tx, tmp_path, table(f"{POOL};9", "Altro;Via;Nuoto;1", header=header))
    report = bring(tx, tmp_path, table(f"{POOL};nove", "Altro;Via;Nuoto;1", header=header))
    assert report.counts["place"] == Count(same=1, gone=1)
    assert any("were kept" in note for note in report.notes)


def test_run_does_both_halves(tx: Tx, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(table(POOL), "utf-8")
    assert importers.run(tx, file, CSV, today=TODAY).counts["place"] == Count(new=1)


def test_a_file_of_another_sort_is_given_up_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("central.importers.offers._MOST_BAD", 2)
    found = prepared(tmp_path, table(POOL, "a", "b", "c"))
    assert "more than 2 rows that cannot be used" in found.report.failure
    monkeypatch.setattr("central.importers.merging._MOST", 1)
    assert "more than 1 different records" in prepared(tmp_path, table(POOL, POOL)).report.failure


def test_the_last_day_there_is_and_the_days_of_romans_are_slips_and_stop_nothing(tmp_path: Path) -> None:
    rows = [f"{POOL};{day};22;24" for day in ("31/12/9999", "31/12/0026", "31/12/2026")]
    found = prepared(tmp_path, table(*rows, header=f"{HEADER};Data;Ora inizio;Ora fine"))
    assert [bad.row for bad in found.report.bad] == [1, 2]
    assert only(found, "session")["ends"] == "2027-01-01T00:00:00+01:00"


def test_ages_said_in_two_ways_that_differ_are_left_out(tmp_path: Path) -> None:
    rows = ["Uno;Via 1;Nuoto;X;;6-11", "Due;Via 2;Nuoto;;X;6-11", "Tre;Via 3;Nuoto;;X;bambini"]
    found = prepared(tmp_path, table(*rows, header=f"{HEADER};3-6;6-11;Età"))
    places = {id_: data["name"] for id_, data in records(found, "place").items()}
    ages = {places[data["place"]]: (data["min_age"], data["max_age"]) for data in records(found, "activity").values()}
    assert ages == {"Uno": (None, None), "Due": (6, 11), "Tre": (6, 11)}
    assert "row 1 (line 2): its ages are said in several ways that differ (6-11 and 3-6)" in said(found.report)
    assert '"bambini" is not understood as ages' in said(found.report)


def test_a_name_without_a_letter_or_a_number_is_none(tmp_path: Path) -> None:
    found = prepared(tmp_path, table("-;Via 1;Nuoto", POOL))
    assert names(found) == {"Piscina Blu"}
    assert 'it has no name: "nome" says nothing' in said(found.report)


def test_hours_said_in_two_ways_count_when_they_agree(tmp_path: Path) -> None:
    header = f"{HEADER};Giorni;Apertura;Chiusura;Orari"
    rows = ["Uno;Via 1;Nuoto;lun;7;8;lun 7-8", "Due;Via 2;Nuoto;lun;7;8;lun 8-9", "Tre;Via 3;Nuoto;lun;7;8;a richiesta"]
    found = prepared(tmp_path, table(*rows, header=header))
    places = {id_: data["name"] for id_, data in records(found, "place").items()}
    hours = {places[data["place"]]: data["hours"] for data in records(found, "activity").values()}
    assert hours == {"Uno": [[1, "07:00", "08:00"]], "Due": [], "Tre": [[1, "07:00", "08:00"]]}
    assert "row 2 (line 3): its hours are said in several ways that differ: its hours were left out" in said(
        found.report
    )
    assert 'row 3 (line 4): "a richiesta" are no opening hours' in said(found.report)


def test_coordinates_said_twice_count_when_they_are_one_place(tmp_path: Path) -> None:
    rows = [
        "Uno;Via 1;Nuoto;45,46;9,19;45.46 9.19",
        "Due;Via 2;Nuoto;45.40;9.1;45.46 9.19",
        "Tre;Via 3;Nuoto;x;y;45.46 9.19",
    ]
    found = prepared(tmp_path, table(*rows, header=f"{HEADER};Lat;Lon;Coordinate"))
    at = {data["name"]: (data["lat"], data["lon"]) for data in records(found, "place").values()}
    assert at == {"Uno": (45.46, 9.19), "Due": (None, None), "Tre": (45.46, 9.19)}
    assert '"45.40 9.1" and "45.46 9.19" are two places: they were left out' in said(found.report)
    assert 'its coordinates "x y" are not two numbers' in said(found.report)


def test_columns_that_only_stand_in_for_another_are_named(tmp_path: Path) -> None:
    found = prepared(tmp_path, table("Blu;Rosso;Via 1;Nuoto", header="Nome;Sede;Indirizzo;Attività"))
    assert names(found) == {"Rosso"}
    assert 'Columns used only where another that means the same is empty: "Nome".' in said(found.report)
    assert "only where another" not in said(prepared(tmp_path, table(POOL)).report)


def test_a_postcode_that_is_none_is_left_out_and_counted(tmp_path: Path) -> None:
    found = prepared(tmp_path, table(f"{POOL};2010", header=f"{HEADER};CAP"))
    assert only(found, "place")["address"] == "Via del Lago 4"
    assert 'without a postcode as the mapping wants it, left out: 1 (first in row 1, "2010")' in said(found.report)
