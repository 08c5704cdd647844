"""The city's own files, which the project does not ship: looked for at ../shared/data beside the checkout."""

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest

from central import feed, importers
from central.db import Tx, meta
from central.importers import Count, Report
from kiosk.domain import catalogue
from kiosk.domain.catalogue import PILLARS, Unreadable
from tests.central.importers.files import MAPPINGS, REAL, REAL_FILES

FOUND = {dataset: file for dataset, file in REAL_FILES.items() if file.exists()}
EXPECTED = {
    "milan-ds964": {"area": 88},
    "milan-ds629": {"provider": 108, "place": 138, "activity": 405},
    "milan-ds32": {"provider": 0, "place": 28, "activity": 28},
}


def bring(tx: Tx, dataset: str, file: Path, dry_run: bool = False) -> Report:
    return importers.run(tx, file, MAPPINGS / f"{dataset}.toml", dry_run)


def altered(tmp_path: Path, file: Path, alter: Any) -> Path:
    document = json.loads(file.read_text("utf-8"))
    alter(document["features"])
    copied = tmp_path / file.name
    copied.write_text(json.dumps(document), "utf-8")
    return copied


def unmoved(report: Report) -> bool:
    return report.ok and all(count == Count(same=count.same) for count in report.counts.values())


def test_the_citys_files_are_there_or_their_absence_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    missing = sorted(file.name for file in REAL_FILES.values() if not file.exists())
    if missing:
        with capsys.disabled():
            print(f"\nABSENT from {REAL}: {', '.join(missing)}; what is tested with them was not tested with them.")
    assert len(FOUND) + len(missing) == len(REAL_FILES)


def test_each_file_imports_whole_and_again_changes_nothing(tx: Tx) -> None:
    for dataset, file in FOUND.items():
        first = bring(tx, dataset, file)
        assert first.bad == ()
        assert {kind: count.new for kind, count in first.counts.items()} == EXPECTED[dataset]
        assert unmoved(bring(tx, dataset, file))


def test_what_the_files_became_can_be_read_and_names_what_is_there(tx: Tx) -> None:
    for dataset, file in FOUND.items():
        bring(tx, dataset, file)
    held = {kind: dict(feed.live(tx, kind)) for kind in ("area", "provider", "place", "activity")}
    for kind, records in held.items():
        assert not [id_ for id_, data in records.items() if isinstance(catalogue.read(kind, data), Unreadable)]
    assert {data["place"] for data in held["activity"].values()} <= held["place"].keys()
    assert {data["provider"] for data in held["activity"].values()} <= held["provider"].keys() | {""}
    if len(FOUND) == len(REAL_FILES):
        assert {data["area"] for data in held["place"].values()} <= held["area"].keys()


def test_shuffled_rows_change_nothing(tx: Tx, tmp_path: Path) -> None:
    for dataset, file in FOUND.items():
        bring(tx, dataset, file)
        assert unmoved(bring(tx, dataset, altered(tmp_path, file, random.Random(7).shuffle)))


CELLS = {"milan-ds964": ("NIL", "area"), "milan-ds629": ("Note", "activity"), "milan-ds32": ("MUNICIPIO", "place")}


def test_one_changed_cell_changes_one_record(tx: Tx, tmp_path: Path) -> None:
    def change(features: list[Any]) -> None:
        features[3]["properties"][CELLS[dataset][0]] = "1"

    for dataset, file in FOUND.items():
        bring(tx, dataset, file)
        report = bring(tx, dataset, altered(tmp_path, file, change))
        changed = {kind: (count.new, count.changed, count.gone) for kind, count in report.counts.items()}
        assert changed == {kind: (0, int(kind == CELLS[dataset][1]), 0) for kind in report.counts}


def test_a_broken_copy_reports_its_rows_and_imports_the_rest(tx: Tx, tmp_path: Path) -> None:
    def break_(features: list[Any]) -> None:
        features[1]["geometry"]["coordinates"] = ["9.1", "45.4"]
        features[4]["geometry"] = None
        features[9] = "row"
        features.append(copy.deepcopy(features[0]) | {"properties": None})

    for dataset, file in FOUND.items():
        report = bring(tx, dataset, altered(tmp_path, file, break_))
        assert report.ok
        assert [bad.row for bad in report.bad] == [2, 5, 10, report.rows]
        assert sum(count.new for count in report.counts.values()) >= report.rows - 5


def test_a_dry_run_of_each_file_writes_nothing(tx: Tx) -> None:
    for dataset, file in FOUND.items():
        before = meta.highest_rev(tx)
        dry = bring(tx, dataset, file, dry_run=True)
        assert meta.highest_rev(tx) == before
        assert bring(tx, dataset, file).counts == dry.counts


def test_the_categories_of_the_files_score_at_least_one_pillar_but_for_those_left_to_a_curator(tx: Tx) -> None:
    for dataset, file in FOUND.items():
        report = bring(tx, dataset, file, dry_run=True)
        assert set(report.unscored) <= {"Attività libere", "Attività ludica", "Antalgica", "Bridge"}
    for _, data in feed.live(tx, "activity"):
        assert set(data["pillars"]) <= set(PILLARS)
