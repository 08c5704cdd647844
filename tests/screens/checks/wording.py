"""The rules of the words: short buttons, no blame, nothing left in the wrong language."""

import re
from collections.abc import Iterator, Sequence

from tests.screens.finding import Finding
from tests.screens.scene import Scene, quote
from tests.screens.translations import Entry
from tests.screens.tree import Node

MOST_WORDS = 8  # on a button
FORBIDDEN = {
    "it": r"errore|errori|error|invalid\w*|non valid\w+|fallit\w+|negat\w+|rifiutat\w+|vietat\w+",
    "en": r"error|errors|invalid|failed|failure|denied|refused|forbidden|rejected",
    "ar": r"(?:ال)?خطأ|أخطاء|غير صالح\w*|فشل\w*|مرفوض\w*|ممنوع\w*",
}


def wording(scene: Scene) -> Iterator[Finding]:
    yield from alarming(scene)
    for node in scene.texts:
        assert node.writing is not None
        words = len(node.writing.text.split())
        if words > MOST_WORDS and not scene.has_data(node.writing.text) and _on_button(scene, node):
            yield Finding("words", scene.where(node), f"{quote(node)}: {words} words on a button")


def alarming(scene: Scene) -> Iterator[Finding]:
    """What blames or alarms."""
    for node in scene.texts:
        assert node.writing is not None
        word = "" if scene.has_data(node.writing.text) else forbidden(node.writing.text, scene.language)
        if word:
            yield Finding("words", scene.where(node), f"{quote(node)} says “{word}”")
    for control in scene.controls:
        if forbidden(control.node.spoken, scene.language) and not scene.has_data(control.node.spoken):
            yield Finding("words", scene.where(control.node), f"says {quote(control.node)}")


def _on_button(scene: Scene, node: Node) -> bool:
    """Part of a control which is not the whole screen."""
    control = scene.control_of(node)
    return control is not None and control.touch.area < 0.5 * scene.window.area


def forbidden(text: str, language: str) -> str:
    """The first word in the text that blames or alarms, in its language or in English; "" if none."""
    pattern = "|".join({FORBIDDEN.get(language, ""), FORBIDDEN["en"]} - {""})
    found = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)
    return found.group() if found else ""


def untranslated(scene: Scene, entries: Sequence[Entry]) -> Iterator[Finding]:
    """A source text seen on a screen in another language, because its translation is missing or unfinished."""
    waiting = {entry.source for entry in entries if not entry.finished}
    for node in scene.texts:
        if node.writing is not None and node.writing.text in waiting and not scene.is_data(node.writing.text):
            yield Finding("translation", scene.where(node), f"{quote(node)} is not translated ({scene.language})")


def unmoved(source: Scene, other: Scene, entries: Sequence[Entry]) -> Iterator[Finding]:
    """The same words in two languages at the same place: written in QML without ``qsTr``, or never translated.

    ``entries`` are the other language's: a word whose finished translation is itself may stay.
    """
    same = {entry.source for entry in entries if entry.finished and entry.texts == (entry.source,)}
    theirs = {node.path: node for node in source.texts}
    for node in other.texts:
        twin = theirs.get(node.path)
        if node.writing is None or twin is None or twin.writing is None or other.has_data(node.writing.text):
            continue
        if node.writing.text in same:
            continue
        if node.writing.text == twin.writing.text and re.search(r"[^\W\d_]{3,}", node.writing.text):
            what = f"{quote(node)} is the same in {source.language} and {other.language}"
            yield Finding("translation", other.where(node), what)
