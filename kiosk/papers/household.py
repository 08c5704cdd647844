"""What is kept of one household, on paper, for the family: the export of kiosk.usecases.export_household in words.

Nothing but that export is known here, so nothing of another household can get in. That a household is shielded is not
printed: the paper may be found. All sizes are millimetres.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtGui import QFont, QPainter

from kiosk.clock import ROME, from_stamp
from kiosk.domain.families import FIELDS, Kind
from kiosk.papers import columns, lettering
from kiosk.papers.bidi import left_to_right
from kiosk.papers.columns import Block, Placed
from kiosk.papers.lettering import SOFT, Style
from kiosk.papers.paper import A4_HIGH, A4_WIDE, Paper
from kiosk.papers.pen import GROUND, SUN, Pen

_MARGIN = 18.0
_WIDE = A4_WIDE - 2 * _MARGIN
_BOTTOM = A4_HIGH - 18.0
_LABEL_WIDE, _INDENT = 52.0, 15.0
_SECTION_HIGH, _HEADING_HIGH = 15.0, 14.0
_TITLE, _SECTION, _NAME = Style(9, "Barlow"), Style(5, "Barlow"), Style(4.8)
_LABEL, _VALUE = Style(3.8, weight=QFont.Weight.Normal), Style(3.8, weight=QFont.Weight.DemiBold)
_PLAIN, _FOOT = Style(3.8, weight=QFont.Weight.Normal), Style(3.4, weight=QFont.Weight.Normal)
_SHOWN = (Kind.MEMBER, Kind.RELATION, Kind.CONTACT, Kind.CONSENT, Kind.NOTE)
_PEOPLE = ("person", "adult", "child", "giver")  # fields that hold a person's id
_UNSAID = {*_PEOPLE[:3], "creature"}  # they are the heading


@dataclass(frozen=True)
class Words:
    """Of this paper, in one language. `fields` and `values` say what a record calls otherwise; what they lack stands as
    it is."""

    title: str
    intro: str
    printed: str
    member: str
    relation: str
    contact: str
    consent: str
    note: str
    somebody_else: str
    also: str
    yes: str
    page: str
    of: str
    fields: Mapping[str, str]
    values: Mapping[str, str]
    right_to_left: bool = False


@dataclass(frozen=True)
class Entry:
    """A record as it is said: whom it is about, and its fields that say something."""

    kind: Kind
    heading: str = field(repr=False)
    creature: str
    said: tuple[tuple[str, str], ...] = field(repr=False)


def paper(export: Mapping[str, Any], words: Words) -> Paper:
    """`export` is the plain data of kiosk.usecases.export_household."""
    blocks = list(_blocks(entries(export, words), words))
    top = _MARGIN + 22 + lettering.height(words.intro, _WIDE, _PLAIN) + 4
    pages = columns.place(blocks, first_top=top, top=_MARGIN, bottom=_BOTTOM, columns=1)
    draws = [
        partial(_page, export=export, words=words, placed=one, page=(n, len(pages))) for n, one in enumerate(pages)
    ]
    return Paper(A4_WIDE, A4_HIGH, tuple(draws))


def entries(export: Mapping[str, Any], words: Words) -> list[Entry]:
    """Every record but the household's own, in the order of the paper."""
    names = {one["person"]: _name(one) for one in export[Kind.MEMBER]}
    creatures = {one["person"]: str(one.get("creature", "")) for one in export[Kind.MEMBER]}
    return [_entry(kind, one, names, creatures, words) for kind in _SHOWN for one in export[kind]]


def _entry(
    kind: Kind, record: Mapping[str, Any], names: Mapping[str, str], creatures: Mapping[str, str], words: Words
) -> Entry:
    about = [record[name] for name in _PEOPLE[:3] if record.get(name)]
    heading = " – ".join(names.get(id_, words.somebody_else) for id_ in about)
    creature = creatures.get(about[-1], "") if about else ""
    also = record.get("also", {})
    said = [
        (words.fields.get(name, name), _values(name, record.get(name, ""), also.get(name, ()), names, words))
        for name in FIELDS[kind]
        if name not in _UNSAID and (record.get(name) or also.get(name))
    ]
    return Entry(kind, heading, creature, tuple(said))


def _values(name: str, value: Any, also: Sequence[Any], names: Mapping[str, str], words: Words) -> str:
    """A field's value; what stands beside it until somebody decides belongs to the family too."""
    said, *beside = (_say(name, one, names, words) for one in (value, *also))
    return f"{said} ({words.also}: {', '.join(beside)})" if beside else said


def _say(name: str, value: Any, names: Mapping[str, str], words: Words) -> str:
    """A value of a field in words: a date as people write it, a known value by its name."""
    if isinstance(value, bool):
        return words.yes if value else "–"
    if name in _PEOPLE:
        return names.get(value, words.somebody_else)
    if name == "band":
        return left_to_right(str(value))
    return _day(str(value)) or words.values.get(str(value), str(value))


def _name(member: Mapping[str, Any]) -> str:
    own = " ".join(filter(None, (member.get("given", ""), member.get("family", ""))))
    return lettering.readable(own, str(member.get("latin", ""))) or str(member.get("latin", ""))


def _day(text: str) -> str:
    """An ISO day or moment as a day; "" for anything else."""
    try:
        return left_to_right(f"{date.fromisoformat(text[:10]):%d.%m.%Y}") if text[:10].count("-") == 2 else ""
    except ValueError:
        return ""


# --- drawing --------------------------------------------------------------------------------------------------------


def _blocks(some: Sequence[Entry], words: Words) -> Iterator[Block]:
    titles = {Kind(name): getattr(words, name) for name in map(str, _SHOWN)}
    for kind in _SHOWN:
        ours = [entry for entry in some if entry.kind is kind]
        if ours:
            yield Block(_SECTION_HIGH, partial(_section, text=titles[kind]), leads=True)
        for entry in ours:
            yield Block(_HEADING_HIGH, partial(_heading, entry=entry), leads=bool(entry.said))
            for label, value in entry.said:
                high = max(lettering.height(value, _WIDE - _INDENT - _LABEL_WIDE, _VALUE), 4.75) + 1.2
                yield Block(high, partial(_said, label=label, value=value))


def _page(
    painter: QPainter, export: Mapping[str, Any], words: Words, placed: Sequence[Placed], page: tuple[int, int]
) -> None:
    pen, (number, pages) = Pen(painter, A4_WIDE, words.right_to_left), page
    if number == 0:
        pen.line(_MARGIN, _MARGIN - 4, _WIDE, 12, words.title, _TITLE)
        pen.line(_MARGIN, _MARGIN + 8, _WIDE, 7, _label(export), _SECTION, SOFT)
        pen.lines(_MARGIN, _MARGIN + 19, _WIDE, words.intro, _PLAIN)
    for one in placed:
        one.block.draw(pen, _MARGIN, one.top)
    pen.rule(_MARGIN, A4_HIGH - 14, _WIDE)
    at = left_to_right(f"{from_stamp(export['at']).astimezone(ROME):%d.%m.%Y %H:%M}")
    pen.line(_MARGIN, A4_HIGH - 13, _WIDE - 50, 5, f"{words.printed}: {at}", _FOOT, SOFT)
    end = f"{words.page} {number + 1} {words.of} {pages}"
    pen.line_at_end(_MARGIN + _WIDE - 50, A4_HIGH - 13, 50, 5, end, _FOOT, SOFT)


def _label(export: Mapping[str, Any]) -> str:
    return " · ".join(str(one["label"]) for one in export[Kind.HOUSEHOLD] if one.get("label"))


def _section(pen: Pen, x: float, y: float, text: str) -> None:
    pen.fill(x, y + 5.5, 3, 6, SUN, 0.8)
    pen.line(x + 6, y + 4.5, _WIDE - 6, 8, text, _SECTION)


def _heading(pen: Pen, x: float, y: float, entry: Entry) -> None:
    pen.fill(x, y + 2.5, _WIDE, _HEADING_HIGH - 4, GROUND)
    pen.creature(x + 3, y + 3, 9, entry.creature)
    pen.line(x + _INDENT, y + 2.5, _WIDE - _INDENT - 3, _HEADING_HIGH - 4, entry.heading, _NAME)


def _said(pen: Pen, x: float, y: float, label: str, value: str) -> None:
    pen.line(x + _INDENT, y, _LABEL_WIDE - 3, 4.75, label, _LABEL, SOFT)
    pen.lines(x + _INDENT + _LABEL_WIDE, y, _WIDE - _INDENT - _LABEL_WIDE, value, _VALUE)
