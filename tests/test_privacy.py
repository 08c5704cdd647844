"""docs/privacy.md lists every stored field, and no other: nothing is kept that is not explained."""

import re
from pathlib import Path

import pytest
from sqlalchemy import MetaData

from central import periods
from central.db import tables
from kiosk.db import schema
from kiosk.domain.families import FIELDS
from kiosk.domain.retention import PERIODS, Rule

TEXT = (Path(__file__).parents[1] / "docs" / "privacy.md").read_text("utf-8")


def section(title: str) -> list[list[str]]:
    """The rows of the table below a title: the cells, without the head."""
    part = TEXT.partition(f"## {title}\n")[2].partition("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line.startswith("|")]
    assert rows, title
    return rows[2:]


def named(title: str) -> dict[str, set[str]]:
    return {row[0].strip("`"): set(re.findall(r"`([^`]+)`", row[1])) for row in section(title)}


@pytest.mark.parametrize(
    ("title", "metadata"),
    [("Every stored field: the station", schema.metadata), ("Every stored field: central", tables.metadata)],
)
def test_every_column_of_every_table_is_explained_and_no_other(title: str, metadata: MetaData) -> None:
    assert named(title) == {table.name: {column.name for column in table.columns} for table in metadata.sorted_tables}


def test_every_field_of_a_familys_records_is_explained_and_no_other() -> None:
    assert named("The records of a family") == {kind.value: set(fields) for kind, fields in FIELDS.items()}


@pytest.mark.parametrize("title", ["Every stored field: the station", "Every stored field: central"])
def test_each_says_why_how_long_and_who_reads_it(title: str) -> None:
    for row in section(title):
        assert len(row) == 5, row[0]
        assert all(row), row[0]


@pytest.mark.parametrize(
    ("rule", "table"),
    [(Rule.BODIES, "bodies"), (Rule.VISITS, "visits"), (Rule.COLLECTED, "departures"), (Rule.TRAIL, "looks")],
)
def test_the_periods_are_those_that_the_station_keeps(rule: Rule, table: str) -> None:
    (row,) = (row for row in section("Every stored field: the station") if row[0] == f"`{table}`")
    assert f"{PERIODS[rule]} days" in row[3]


@pytest.mark.parametrize(
    ("rule", "tables"),
    [
        (periods.Rule.VISITS, ("bodies", "visits", "facts")),
        (periods.Rule.BODIES, ("bodies",)),
        (periods.Rule.TRAIL, ("bodies", "facts")),
        (periods.Rule.CASES, ("cases",)),
        (periods.Rule.COUNTS, ("visits", "undone_visits", "facts")),
    ],
)
def test_the_periods_are_those_that_central_keeps(rule: periods.Rule, tables: tuple[str, ...]) -> None:
    said = {row[0].strip("`"): row[3] for row in section("Every stored field: central")}
    for table in tables:
        assert f"{periods.PERIODS[rule]} days" in said[table]


def test_nothing_is_kept_without_a_period() -> None:
    assert "no period" not in TEXT
