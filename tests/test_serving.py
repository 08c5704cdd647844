"""All centrals of a test process are served by one application: it keeps nothing of one for the next."""

import shutil
from pathlib import Path

import pytest

from tests.central.station import enrolled
from tests.central_at import CentralAt
from tests.serving import app_of


@pytest.fixture
def two(made_central: Path, tmp_path: Path) -> list[CentralAt]:
    """Copies of one central: epoch, keys and numbers are the same."""
    return [CentralAt(Path(shutil.copytree(made_central, tmp_path / name))) for name in ("one", "two")]


def test_each_feeds_what_is_its_own(two: list[CentralAt]) -> None:
    fed = []
    for number, here in enumerate(two):
        here.publish("activity", "a", {"title": {"it": f"Corso {number}"}, "place": "home"})
        item = enrolled(here.own, app_of(here.own)).copy()["activity", "a"]
        fed.append(item.data["title"] if item.data else None)
        here.own.close()
    assert fed == [{"it": "Corso 0"}, {"it": "Corso 1"}]


def test_one_that_is_cut_off_leaves_the_other_where_it_is(two: list[CentralAt]) -> None:
    for here in two:
        here.back()
    before = [here.url for here in two]
    two[0].cut()
    two[0].back()
    assert [here.url for here in two] == before
    assert len(set(before)) == 2
    for here in two:
        here.cut()
