"""Which pages of the desk are looked at, and how one of them is shown and judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from PySide6.QtGui import QImage

from kiosk.ui.faces import for_qml
from tests.screens.checks.contrast import contrast
from tests.screens.checks.cut import cut
from tests.screens.checks.empty import empty
from tests.screens.checks.glyphs import glyphs
from tests.screens.checks.names import names
from tests.screens.checks.overlap import overlap
from tests.screens.checks.wording import alarming
from tests.screens.desk.state import DeskState
from tests.screens.finding import Finding
from tests.screens.scene import Scene, quote
from tests.screens.stage import Stage, font_files
from tests.screens.states import data_texts

SMALL = (1366, 768)  # px: what an office PC of some years has
SIZES = ((1920, 1080), SMALL)
LEAST_PX = 24.0  # WCAG 2.2, 2.5.8 Target Size (Minimum): a mouse's, not a finger's
_HERE = Path(__file__).parent
_NO_STATES = ("state", "views", "test_pages")


@dataclass(frozen=True)
class DeskView:
    state: str
    size: tuple[int, int]  # px

    @property
    def label(self) -> str:
        return f"desk-{self.state}.{self.size[0]}x{self.size[1]}"


@dataclass(frozen=True)
class DeskShot:
    view: DeskView
    findings: tuple[Finding, ...]
    image: QImage


@cache
def states() -> dict[str, DeskState]:
    modules = [module.name for module in iter_modules([str(_HERE)]) if module.name not in _NO_STATES]
    found = [state for name in modules for state in import_module(f"tests.screens.desk.{name}").STATES]
    by_name = {state.name: state for state in found}
    assert len(by_name) == len(found), "two states of the desk have one name"
    return by_name


def views() -> Iterator[DeskView]:
    for name in states():
        for size in SIZES:
            yield DeskView(name, size)


def judge(stage: Stage, view: DeskView, pages: int = 5) -> DeskShot:
    """As it opens, and scrolled down to so many pages."""
    state = states()[view.state]
    stage.speak("it")
    stage.show(_properties(state), *view.size)
    image = stage.grab()
    found = _look(_scene(stage, state), image)
    for page in stage.pages(pages):
        if page:
            scene = _scene(stage, state)
            found += [
                *_cut_further_down(scene),
                *overlap(scene),
                *contrast(scene, stage.grab()),
                *glyphs(scene, font_files()),
            ]
    found += [Finding("message", "Qt", message) for message in stage.messages]
    return DeskShot(view, tuple(dict.fromkeys(found)), image)


def _cut_further_down(scene: Scene) -> Iterator[Finding]:
    """A list of rows of different heights guesses how long it is, and where the row is that is chosen above: what can
    be reached is told by the page as it opens."""
    return (finding for finding in cut(scene) if not finding.what.endswith("out of reach"))


def _properties(state: DeskState) -> dict[str, object]:
    return {
        "frame": for_qml(state.around),
        "screen": state.screen,
        "face": for_qml(state.face) or {},
        "said": for_qml(state.said) if state.said else None,
        "waits": for_qml(state.waits) if state.waits else None,
    }


def _scene(stage: Stage, state: DeskState) -> Scene:
    data = data_texts(state.around, state.face, state.said, state.waits)
    return Scene(stage.nodes(), stage.window, data=data)


def _look(scene: Scene, image: QImage) -> list[Finding]:
    return [
        *cut(scene),
        *overlap(scene),
        *_small(scene),
        *names(scene),
        *contrast(scene, image),
        *glyphs(scene, font_files()),
        *empty(scene, image),
        *alarming(scene),
    ]


def _small(scene: Scene) -> Iterator[Finding]:
    for control in scene.controls:
        if min(control.touch.width, control.touch.height) + 0.6 < LEAST_PX:
            what = f"{quote(control.node)}: {control.touch.width:.0f} x {control.touch.height:.0f} px"
            yield Finding("target", scene.where(control.node), what)
