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
