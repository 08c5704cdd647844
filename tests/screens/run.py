"""Goes through many views in several processes, and gathers what they found."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from tests.screens.cases import View, entries, judge
from tests.screens.checks import sources
from tests.screens.desk import views as desk
from tests.screens.desk.views import DeskView
from tests.screens.finding import Finding
from tests.screens.gallery import Picture, save
from tests.screens.stage import QML, Stage, compile_words, font_files
from tests.screens.states import LANGUAGES, catalogue, data_texts

STAGE = QML / "Hub" / "Stage.qml"
DESK = QML / "Hub" / "Desk" / "DeskStage.qml"
AnyView = View | DeskView


@dataclass(frozen=True)
class Result:
    """One view in one language, as values that travel between processes."""

    state: str
    label: str
    findings: tuple[Finding, ...]
    picture: Picture | None = None


def run(views: Sequence[AnyView], *, jobs: int, folder: Path | None, tell: Callable[[int], None]) -> list[Result]:
    """All results in the order of the views; ``folder`` None saves no pictures; ``tell`` hears how many are done."""
    compile_words()
    results: list[Result] = []
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (folder,)) as pool:
        for done, some in enumerate(pool.map(_work, views, chunksize=5), start=1):
            results += some
            tell(done)
    return results


_folder: Path | None = None


def _begin(folder: Path | None) -> None:
    global _folder
    _folder = folder


@cache
def _stage(source: Path) -> Stage:
    """In each process once: the engine, its fonts and compiled QML stay for all its views."""
    return Stage(source)


def _work(view: AnyView) -> list[Result]:
    return [_of_desk(view)] if isinstance(view, DeskView) else _of_touch(view)


def _of_desk(view: DeskView) -> Result:
    shot = desk.judge(_stage(DESK), view)
    picture = save(shot.image, view.label, _folder) if _folder else None
    return Result(f"desk-{view.state}", view.label, shot.findings, picture)


def _of_touch(view: View) -> list[Result]:
    wanted = _folder is not None and _is_pictured(view)
    return [
        Result(
            view.state,
            shot.label,
            shot.findings,
            save(shot.image, shot.label, _folder) if _folder and shot.image and shot.language != "en" else None,
        )
        for shot in judge(_stage(STAGE), view, pictures=wanted)
    ]


def _is_pictured(view: View) -> bool:
    """Italian and Arabic at 100 and 200 %, and the two special looks."""
    return view.step != 1


def files() -> Iterator[Finding]:
    """The faults of the words' files and of the faces' texts."""
    for language in LANGUAGES:
        yield from sources.translations(language, entries(language), font_files())
        faces = (state.face for state in catalogue(language))
        yield from sources.data(language, data_texts(*faces), font_files())
