"""Pictures of the screens, and one page to read them on."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.screens.finding import Finding

_SMALL = 300  # px: height of a thumbnail


@dataclass(frozen=True)
class Picture:
    """Two files in the gallery's folder."""

    full: str
    small: str


class Result(Protocol):
    """What the page shows of a case."""

    @property
    def state(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def picture(self) -> Picture | None: ...


def save(image: QImage, label: str, folder: Path) -> Picture:
    """One PNG at full size, and a thumbnail beside it."""
    picture = Picture(f"{label}.png", f"small/{label}.jpg")
    (folder / "small").mkdir(parents=True, exist_ok=True)
    image.save(str(folder / picture.full), "PNG", 80)  # type: ignore[call-overload]
    thumbnail = image.scaledToHeight(_SMALL * 2, Qt.TransformationMode.SmoothTransformation)
    thumbnail.save(str(folder / picture.small), "JPG", 85)  # type: ignore[call-overload]
    return picture


def write_index(results: Sequence[Result], general: Sequence[Finding], folder: Path) -> Path:
    """``index.html``: a row for each state, its pictures with their findings below; without pictures, only findings."""
    rows = [_row(state, list(group)) for state, group in groupby(results, key=lambda result: result.state)]
    count = len(general) + sum(len(result.findings) for result in results)
    page = _PAGE.format(small=_SMALL, count=count, general=_list(general), rows="\n".join(rows))
    index = folder / "index.html"
    index.parent.mkdir(parents=True, exist_ok=True)
    index.write_text(page, encoding="utf-8")
    return index


def _row(state: str, results: list[Result]) -> str:
    cells = "\n".join(_cell(result) for result in results if result.picture or result.findings)
    return f'<h2 id="{escape(state)}">{escape(state)}</h2>\n<div class="row">\n{cells}\n</div>'


def _cell(result: Result) -> str:
    look = result.label.removeprefix(f"{result.state}.").replace(".", " · ")
    shown = ""
    if result.picture is not None:
        full, small = escape(result.picture.full), escape(result.picture.small)
        shown = f'<a href="{full}"><img loading="lazy" src="{small}" alt="{escape(result.label)}"></a>'
    mark = ' class="bad"' if result.findings else ""
    return f"<figure{mark}>{shown}<figcaption>{escape(look)}{_list(result.findings)}</figcaption></figure>"


def _list(findings: Sequence[Finding]) -> str:
    items = "".join(f"<li><b>{escape(f.check)}</b> {escape(f.what)}<i>{escape(f.where)}</i></li>" for f in findings)
    return f"<ul>{items}</ul>" if items else ""


_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Screens</title><style>
body {{ font: 15px/1.4 system-ui, sans-serif; margin: 2em; background: #f4f1ea; color: #1e2440 }}
.row {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }}
figure {{ margin: 0; padding: 8px; background: #fff; border-radius: 8px; max-width: 540px }}
figure.bad {{ outline: 3px solid #b4342a }}
img {{ height: {small}px; display: block; border: 1px solid #ddd }}
ul {{ margin: .4em 0 0; padding-left: 1.2em; max-width: 500px; font-size: 13px }}
li i {{ display: block; color: #777; font-size: 12px }}
</style></head><body>
<h1>Screens: {count} findings</h1>
{general}
{rows}
</body></html>
"""
