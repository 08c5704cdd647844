"""The command: what it prints, how it ends, and that it holds no lock while it reads."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from central import importers
from central.__main__ import main
from central.db import writing
from central.importers.importing import Prepared
from central.opening import Central
from central.settings import Settings
from tests.central.importers.tables import CSV, HSDS, ROWS, table

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(settings: Settings, central: Central, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(file: Path, *arguments: str, mapping: Path = CSV) -> tuple[int, str]:
        where = ["--database", settings.database, "--folder", str(settings.folder())]
        code = main(["import", str(file), "--mapping", str(mapping), *arguments, *where])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "rows.csv"
    file.write_text(table(*ROWS, "rotta"), "utf-8")
    return file


def test_a_file_is_imported_and_a_second_time_changes_nothing(run: Run, file: Path) -> None:
    code, said = run(file)
    assert code == 0
    assert "places: 2 new, 0 changed, 0 same" in said
    assert "row 3 (line 4): it has 1 cells and the header 3" in said
    assert "places: 0 new, 0 changed, 2 same" in run(file)[1]


def test_a_dry_run_writes_nothing(run: Run, file: Path) -> None:
    assert "places: 2 new" in run(file, "--dry-run")[1]
    assert "places: 2 new" in run(file)[1]


@pytest.mark.parametrize("mapping", [CSV, HSDS])
@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"{", b"<html>"])
def test_a_file_of_no_use_ends_with_1_and_a_sentence(run: Run, file: Path, mapping: Path, content: bytes) -> None:
    file.write_bytes(content)
    code, said = run(file, mapping=mapping)
    assert code == 1
    assert said.endswith("Nothing was changed.\n")
    assert run(file.with_name("none"), mapping=mapping)[0] == 1
    assert run(file.parent, mapping=mapping)[0] == 1


def test_others_write_while_the_file_is_read(
    run: Run, file: Path, central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked = importers.prepare

    def prepare(file: Path, mapping: Path, today: date) -> Prepared:
        with writing(central.engine):
            return unlocked(file, mapping, today)

    monkeypatch.setattr(importers, "prepare", prepare)
    assert run(file)[0] == 0


def test_a_messy_file_imported_twice_changes_nothing(run: Run, file: Path) -> None:
    header = "Nome;Indirizzo;Attività;Telefono;Mese;Apertura;Chiusura;3-6;6-11;Data;Lat;Lon"
    rows = (
        "CittÃ\xa0 Viva;Via 1;Nuoto;02 1234567 o 333 7654321;Giugno;6:30;24;X;X;;9,19;45,46",
        "CittÃ\xa0 Viva;Via 1;Nuoto;n.d.;Luglio;7;24;X;X;;1514000;5034000",
        "Sala;Via 2;Corso|Scacchi;=1+1;;dalle 7;alle 9;;;31/12/2026;;",
        "=cmd|x;Via 3;Nuoto;;;;;;;;;",
    )
    file.write_text(table(*rows, header=header), "utf-8")
    first, second = run(file), run(file)
    assert first[0] == second[0] == 0
    assert "places: 2 new, 0 changed, 0 same" in first[1]
    assert " 0 new, 0 changed" in second[1]
    assert not any(
        f"{kind}: {count} new" in second[1] for kind in ("places", "activities", "sessions") for count in "123"
    )
    assert "withdrawn" not in second[1].replace("(0 withdrawn)", "")
