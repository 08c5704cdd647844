"""The quick part of the screen checker: every state upright, in Italian and Arabic, and in Italian at 200 % text.

Lists only as they open: ``./dev screens`` looks at everything down to the end, and makes pictures.
"""

from collections.abc import Iterator

import pytest

from tests.screens.cases import View, judge, quick_views
from tests.screens.run import STAGE, files
from tests.screens.stage import Stage, compile_words
from tests.screens.states import LANGUAGES, catalogue


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    compile_words()
    made = Stage(STAGE)
    yield made
    made.close()


@pytest.mark.parametrize("view", list(quick_views()), ids=lambda view: f"{view.state}-{100 + 50 * view.step}")
def test_a_screen_has_no_faults(stage: Stage, view: View) -> None:
    faults = [(shot.language, finding) for shot in judge(stage, view, pages=1) for finding in shot.findings]
    assert faults == [], "\n".join(f"{language} {f.check}: {f.where}: {f.what}" for language, f in faults)


def test_the_words_have_no_faults() -> None:
    assert list(files()) == []


def test_every_language_has_the_same_states_in_the_same_order() -> None:
    names = [[state.name for state in catalogue(language)] for language in LANGUAGES]
    assert names[0] == names[1] == names[2]
    assert len(set(names[0])) == len(names[0])
