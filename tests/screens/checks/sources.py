"""What can be told from the words' files and the faces alone, before any screen is drawn."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.screens.checks.glyphs import lacking
from tests.screens.checks.wording import forbidden
from tests.screens.finding import Finding
from tests.screens.translations import Entry

_PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")


def translations(language: str, entries: Sequence[Entry], fonts: tuple[Path, ...]) -> Iterator[Finding]:
    """Faults in one language's file: unfinished, unwritable or alarming texts, lost placeholders."""
    for entry in entries:
        where = f"{language}.ts {entry.context}"
        if not entry.finished:
            yield Finding("translation", where, f"“{entry.source}” is unfinished")
            continue
        for text in entry.texts:
            yield from _text(where, language, entry, text, fonts)


def _text(where: str, language: str, entry: Entry, text: str, fonts: tuple[Path, ...]) -> Iterator[Finding]:
    if missing := lacking(text, fonts):
        yield Finding("glyph", where, f"“{text}”: no shipped font has {missing}")
    if word := forbidden(text, language):
        yield Finding("words", where, f"“{text}” says “{word}”")
    wanted, found = set(_PLACEHOLDER.findall(entry.source)), set(_PLACEHOLDER.findall(text))
    if wanted - {"%n"} != found - {"%n"}:  # one, or two of something may say the number as a word
        yield Finding("translation", where, f"“{text}” has {sorted(found)}, its source {sorted(wanted)}")


def data(language: str, texts: frozenset[str], fonts: tuple[Path, ...]) -> Iterator[Finding]:
    """Texts of the faces that no shipped font can write."""
    for text in sorted(texts):
        if missing := lacking(text, fonts):
            yield Finding("glyph", f"faces, {language}", f"“{text[:40]}”: no shipped font has {missing}")
