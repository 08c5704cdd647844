"""Which screens are looked at, and how one case is shown and judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QImage

from kiosk.ui.faces import for_qml
from tests.screens.checks.contrast import contrast
from tests.screens.checks.cut import cut
from tests.screens.checks.empty import empty
from tests.screens.checks.glyphs import glyphs
from tests.screens.checks.mirror import mirror
from tests.screens.checks.names import names
from tests.screens.checks.overlap import overlap
from tests.screens.checks.targets import targets
from tests.screens.checks.wording import unmoved, untranslated, wording
from tests.screens.finding import Finding
from tests.screens.scene import Scene
from tests.screens.stage import WORDS, Stage, font_files
from tests.screens.state import State
from tests.screens.states import LANGUAGES, catalogue, data_texts, frame
from tests.screens.translations import Entry, read

PORTRAIT = (1080, 1920)
LANDSCAPE = (1920, 1080)
PX_PER_MM = 4.03  # 1080 px across a 21.5 inch screen
STEPS = (0, 1, 2)


@dataclass(frozen=True)
class View:
    """How a state is looked at; all languages of one view are shown one after the other and compared."""

    state: str
    size: tuple[int, int]  # px
    step: int  # 0, 1, 2: text at 100, 150, 200 %
    languages: tuple[str, ...] = LANGUAGES
    contrast: bool = False
    reach: bool = False
    px_per_mm: float = PX_PER_MM

    def label(self, language: str) -> str:
        """A file name's worth: ``home-full.it.200.portrait``."""
        parts = [self.state, language, str(100 + 50 * self.step), "portrait" if self.size == PORTRAIT else "landscape"]
        parts += ["contrast"] * self.contrast + ["reach"] * self.reach
        parts += [f"{self.px_per_mm:g}px"] * (self.px_per_mm != PX_PER_MM)
        return ".".join(parts)


@dataclass(frozen=True)
class Shot:
    """One view in one language: what was found, and the picture as it opens if it was asked for."""

    view: View
    language: str
    findings: tuple[Finding, ...]
    image: QImage | None = None

    @property
    def label(self) -> str:
        return self.view.label(self.language)


def views() -> Iterator[View]:
    """All that ``./dev screens`` looks at, the views of one state together."""
    for state in catalogue("it"):
        for size in (PORTRAIT, LANDSCAPE):
            for step in STEPS:
                yield View(state.name, size, step)
            yield View(state.name, size, 0, ("it", "ar"), contrast=True)
            yield View(state.name, size, 0, ("it", "ar"), reach=True)


def device_views() -> Iterator[View]:
    """The smallest and the largest screen SCREENS.md speaks of, 10 and 32 inches, both 1080 px across."""
    for state in catalogue("it"):
        for px_per_mm in (8.67, 2.71):
            for size in (PORTRAIT, LANDSCAPE):
                yield View(state.name, size, 0, ("it", "ar"), px_per_mm=px_per_mm)


def quick_views() -> Iterator[View]:
    """What the quick suite looks at: both ways of reading, and the longest words as large as they get."""
    for state in (state for state in catalogue("it") if state.quick):
        yield View(state.name, PORTRAIT, 0, ("it", "ar"))
        yield View(state.name, PORTRAIT, 2, ("it",))


def judge(stage: Stage, view: View, *, pictures: bool = False, pages: int = 5) -> list[Shot]:
    """Show a view in each of its languages and check it, down to so many pages; at last compare the languages."""
    shots: list[Shot] = []
    scenes: dict[str, Scene] = {}
    for language in view.languages:
        scenes[language], found, image = _show(stage, view, language, pages)
        shots.append(Shot(view, language, tuple(found), image if pictures else None))
    return [replace(shot, findings=_unique([*shot.findings, *_compared(scenes, shot.language)])) for shot in shots]


def _unique(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(dict.fromkeys(findings))


def _compared(scenes: dict[str, Scene], language: str) -> Iterator[Finding]:
    """Against the first language of the view that reads the other way, and against Italian."""
    if language == "ar":
        yield from mirror(scenes["en"] if "en" in scenes else scenes["it"], scenes["ar"])
    if language != "it":
        yield from unmoved(scenes["it"], scenes[language], entries(language))


def _show(stage: Stage, view: View, language: str, pages: int) -> tuple[Scene, list[Finding], QImage]:
    """The scene and picture as the screen opens; the findings also of its pages further down."""
    state = state_named(view.state, language)
    stage.speak(language)
    stage.show(properties(state, view, language), *view.size)
    scene, image = scene_of(stage, state, view, language), stage.grab()
    found = look(scene, image)
    for page in stage.pages(pages):
        if page:
            found += look_again(scene_of(stage, state, view, language), stage.grab())
    found += [Finding("message", "Qt", message) for message in stage.messages]
    return scene, found, image


def properties(state: State, view: View, language: str) -> dict[str, object]:
    """What ``Stage.qml`` is given."""
    around = frame(
        state, language, step=view.step, contrast=view.contrast, reach=view.reach, px_per_mm=view.px_per_mm
    )  # fmt: skip
    return {
        "frame": for_qml(around),
        "screen": state.screen,
        "face": for_qml(state.face) or {},
        "outcome": for_qml(state.outcome),
        "idle": for_qml(state.idle),
    }


def scene_of(stage: Stage, state: State, view: View, language: str) -> Scene:
    around = frame(state, language, step=view.step, contrast=False, reach=False, px_per_mm=view.px_per_mm)
    data = data_texts(around, state.face, state.outcome)
    return Scene(stage.nodes(), stage.window, view.px_per_mm, view.contrast, language, data)


def look(scene: Scene, image: QImage) -> list[Finding]:
    """Every check that needs one scene only."""
    return [
        *cut(scene),
        *overlap(scene),
        *targets(scene),
        *names(scene),
        *contrast(scene, image),
        *glyphs(scene, font_files()),
        *empty(scene, image),
        *wording(scene),
        *untranslated(scene, entries(scene.language)),
    ]


def look_again(scene: Scene, image: QImage) -> list[Finding]:
    """What may come to light further down the page: other rows, other colours behind them."""
    return [*cut(scene), *overlap(scene), *targets(scene), *contrast(scene, image), *glyphs(scene, font_files())]


@cache
def entries(language: str) -> tuple[Entry, ...]:
    return read(WORDS / f"{language}.ts")


@cache
def _by_name(language: str) -> dict[str, State]:
    return {state.name: state for state in catalogue(language)}


def state_named(name: str, language: str) -> State:
    return _by_name(language)[name]
