"""The translation files, read as entries."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """One message of a ``.ts`` file."""

    context: str
    source: str
    texts: tuple[str, ...]  # one, or one for each number (``%n``)
    finished: bool


def read(file: Path) -> tuple[Entry, ...]:
    """The messages in use, in the file's order; empty when there is no such file."""
    if not file.exists():
        return ()
    contexts = ET.parse(file).getroot().iter("context")
    return tuple(
        entry
        for context in contexts
        for message in context.iter("message")
        if (entry := _entry(context.findtext("name", ""), message)) is not None
    )


def _entry(context: str, message: ET.Element) -> Entry | None:
    translation = message.find("translation")
    state = "" if translation is None else translation.get("type", "")
    if state in {"vanished", "obsolete"}:
        return None
    texts = _texts(translation)
    return Entry(context, message.findtext("source", ""), texts, state != "unfinished" and all(texts) and bool(texts))


def _texts(translation: ET.Element | None) -> tuple[str, ...]:
    if translation is None:
        return ()
    forms = translation.findall("numerusform") or [translation]
    return tuple("".join(form.itertext()) for form in forms)
