"""The quick part of the desk's screen checker: every page in every state, small. `./dev screens` does both sizes."""

from collections.abc import Iterator

import pytest

from tests.screens.desk.views import SMALL, DeskView, judge, views
from tests.screens.run import DESK
from tests.screens.stage import Stage, compile_words


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    compile_words()
    made = Stage(DESK)
    yield made
    made.close()


@pytest.mark.parametrize("view", [view for view in views() if view.size == SMALL], ids=lambda view: view.label)
def test_a_page_has_no_faults(stage: Stage, view: DeskView) -> None:
    faults = judge(stage, view, pages=1).findings
    assert faults == (), "\n".join(f"{f.check}: {f.where}: {f.what}" for f in faults)
