"""Every letter can be written with the fonts the station ships, and is."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PySide6.QtGui import QFont

from tests.screens.finding import Finding
from tests.screens.scene import Scene, quote
from tests.screens.tree import laid_out

_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}  # controls, joiners and spaces need no drawing
_NAMES = (1, 16)  # name table: family as grouped by four styles, and as the typographer grouped it


def glyphs(scene: Scene, fonts: tuple[Path, ...]) -> Iterator[Finding]:
    shipped = families(fonts)
    for node in scene.texts:
        if node.writing is None:
            continue
        missing = lacking(node.writing.text, fonts)
        if missing:
            yield Finding("glyph", scene.where(node), f"{quote(node)}: no shipped font has {missing}")
        for used in sorted(used_families(node.writing.text, node.writing.font) - shipped):
            yield Finding("font", scene.where(node), f"{quote(node)}: written with {used}, which is not shipped")


def lacking(text: str, fonts: tuple[Path, ...]) -> str:
    """The letters that no shipped font has, with their numbers; "" if all are there."""
    return ", ".join(f"{sign} U+{ord(sign):04X}" for sign in sorted(set(text)) if not _drawn(sign, fonts))


def _drawn(sign: str, fonts: tuple[Path, ...]) -> bool:
    return unicodedata.category(sign) in _UNSEEN or any(ord(sign) in _letters(font) for font in fonts)


@cache
def _letters(font: Path) -> frozenset[int]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())


@cache
def families(fonts: tuple[Path, ...]) -> frozenset[str]:
    """The family names of the shipped fonts, in both groupings."""
    found: set[str] = set()
    for font in fonts:
        with TTFont(font, lazy=True) as opened:
            found.update(name for at in _NAMES if (name := opened["name"].getDebugName(at)))
    return frozenset(found)


def used_families(text: str, font: QFont) -> frozenset[str]:
    """The families Qt really takes its drawings from, fallbacks included."""
    return _used(text, font.toString(), tuple(font.families()))


@cache
def _used(text: str, description: str, names: tuple[str, ...]) -> frozenset[str]:
    layout = laid_out(text, description, names)
    return frozenset(run.rawFont().familyName() for run in layout.glyphRuns())
