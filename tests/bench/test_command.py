"""What is asked wrongly is said so before anything is started."""

import pytest

from bench.__main__ import NAMES, USAGE, main


@pytest.fixture(autouse=True)
def _nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    def started() -> None:
        raise AssertionError("a site was opened")

    monkeypatch.setattr("bench.__main__.open_site", started)


def test_an_unknown_name_is_answered_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan_to_painted_p50", "warp_speed"]) == USAGE
    said = capsys.readouterr()
    assert "warp_speed" in said.err
    assert all(name in said.err for name in NAMES)
    assert said.out == ""


@pytest.mark.parametrize("runs", ["0", "-1", "many"])
def test_runs_are_counted_from_one(runs: str) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--runs", runs])
    assert end.value.code == USAGE


def test_every_row_has_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
