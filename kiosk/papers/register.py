"""The register of a day on paper: who came, from when to when, and how they left. All sizes are millimetres."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from PySide6.QtGui import QFont, QPainter

from kiosk.clock import ROME, from_stamp
from kiosk.domain.attendance import How, Register, State, Stay
from kiosk.papers import columns, headcount
from kiosk.papers.bidi import left_to_right
from kiosk.papers.columns import Block, Placed
from kiosk.papers.lettering import INK, SOFT, Style
from kiosk.papers.paper import A4_HIGH, A4_WIDE, Paper
from kiosk.papers.pen import GROUND, Pen

_MARGIN = 14.0
_WIDE = A4_WIDE - 2 * _MARGIN
_ROW = 8.6
_HEAD = 9.0
_FIRST_TOP, _TOP, _BOTTOM = _MARGIN + 36.0, _MARGIN, A4_HIGH - 16.0
_TITLE, _HUB, _COLUMN_HEAD = Style(9, "Barlow"), Style(4.6), Style(3.6, "Barlow")
_NAME, _CELL, _FOOT = Style(4.2), Style(3.8, weight=QFont.Weight.Normal), Style(3.4, weight=QFont.Weight.Normal)
_NUMBER, _LABEL = Style(6.4, "Barlow"), Style(3.2)
_AT = (1.5, 11.5, 72.0, 106.0, 121.0, 136.0)  # where the columns begin, from the margin
_TILES = 7  # of counts, in a row


@dataclass(frozen=True)
class Words:
    """Of this paper, in one language; who and how many are said as on the list of those inside."""

    title: str
    name: str
    age: str
    arrived: str
    left: str
    how: str
    still_here: str
    with_adult: str
    alone: str
    on_their_own: str
    group: str
    closed_at_night: str
    expected: str


@dataclass(frozen=True)
class Day:
    """`names`: what to call a person, by their id, and a guest, by their visit's."""

    hub: str
    day: date
    printed: datetime
    register: Register = field(repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Entry:
    """One line, as it is printed."""

    number: str
    name: str = field(repr=False)
    who: str
    arrived: str
    left: str
    how: str


def paper(day: Day, words: Words, who: headcount.Words) -> Paper:
    blocks = [
        Block(_ROW, partial(_line, entry=entry, striped=n % 2 == 0)) for n, entry in enumerate(entries(day, words, who))
    ]
    pages = columns.place(blocks, first_top=_FIRST_TOP + _HEAD, top=_TOP + _HEAD, bottom=_BOTTOM, columns=1)
    sheet = _Sheet(day, words, who, len(pages))
    return Paper(
        A4_WIDE, A4_HIGH, tuple(partial(_page, sheet=sheet, placed=one, number=n) for n, one in enumerate(pages))
    )


def entries(day: Day, words: Words, who: headcount.Words) -> list[Entry]:
    """In the order of the register; those expected and not come have no number."""
    made = []
    for number, stay in enumerate(day.register.stays, start=1):
        came = stay.state is not State.EXPECTED
        made.append(
            Entry(
                number=str(number) if came else "",
                name=headcount.called(stay, _known(stay, day.names), who),
                who=headcount.described(stay, who),
                arrived=_hour(stay.since) if came else "",
                left=_hour(stay.until),
                how=_how(stay, words),
            )
        )
    return made


def _known(stay: Stay, names: Mapping[str, str]) -> str:
    return stay.named_in(names) or next((names[visit] for visit in stay.visits if visit in names), "")


def _hour(stamp: str) -> str:
    return f"{from_stamp(stamp).astimezone(ROME):%H:%M}" if stamp else ""


def _how(stay: Stay, words: Words) -> str:
    if stay.how is None:
        return words.expected if stay.state is State.EXPECTED else words.still_here
    return {
        How.WITH_ADULT: words.with_adult,
        How.ALONE: words.alone,
        How.ON_THEIR_OWN: words.on_their_own,
        How.GROUP: words.group,
        How.CLOSED_AT_NIGHT: words.closed_at_night,
    }[stay.how]


# --- drawing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Sheet:
    day: Day
    words: Words
    who: headcount.Words
    pages: int


def _page(painter: QPainter, sheet: _Sheet, placed: Sequence[Placed], number: int) -> None:
    pen = Pen(painter, A4_WIDE, sheet.who.right_to_left)
    if number == 0:
        _top(pen, sheet)
    _column_heads(pen, _FIRST_TOP if number == 0 else _TOP, sheet.words)
    for one in placed:
        one.block.draw(pen, _MARGIN, one.top)
    _foot(pen, sheet, number)


def _top(pen: Pen, sheet: _Sheet) -> None:
    pen.line(_MARGIN, _MARGIN, _WIDE - 60, 11, sheet.words.title, _TITLE)
    pen.line(_MARGIN, _MARGIN + 12, _WIDE - 60, 6, sheet.day.hub, _HUB, SOFT)
    pen.line_at_end(_MARGIN + _WIDE - 60, _MARGIN, 60, 11, f"{sheet.day.day:%d.%m.%Y}", _TITLE)
    counts = headcount.numbers(sheet.day.register.came, sheet.who)
    tiles = [(sheet.day.register.came.people, sheet.who.people), *counts]
    wide = _WIDE / max(_TILES, len(tiles))
    for place, (number, label) in enumerate(tiles):
        x = _MARGIN + place * wide
        pen.line(x, _MARGIN + 19, wide - 2, 8, str(number), _NUMBER)
        pen.line(x, _MARGIN + 27, wide - 2, 5, label, _LABEL, SOFT)


def _column_heads(pen: Pen, top: float, words: Words) -> None:
    heads = ("", words.name, words.age, words.arrived, words.left, words.how)
    for place, text in enumerate(heads):
        pen.line(_MARGIN + _AT[place], top, _room(place), _HEAD - 1, text, _COLUMN_HEAD, SOFT)
    pen.rule(_MARGIN, top + _HEAD - 0.5, _WIDE, 0.4, SOFT)


def _line(pen: Pen, x: float, y: float, entry: Entry, striped: bool) -> None:
    if striped:
        pen.fill(x, y, _WIDE, _ROW, GROUND, 0)
    cells = (entry.number, entry.name, entry.who, entry.arrived, entry.left, entry.how)
    for place, text in enumerate(cells):
        style, ink = _NAME if place == 1 else _CELL, SOFT if place == 0 else INK
        pen.lines_within(x + _AT[place], y, _room(place), _ROW, text, style, ink)


def _room(place: int) -> float:
    """How wide a column is."""
    return (*_AT, _WIDE)[place + 1] - _AT[place] - 2


def _foot(pen: Pen, sheet: _Sheet, number: int) -> None:
    printed = left_to_right(f"{sheet.day.printed.astimezone(ROME):%d.%m.%Y %H:%M}")
    said = f"{sheet.words.title} · {sheet.day.hub} · {left_to_right(f'{sheet.day.day:%d.%m.%Y}')}"
    pen.rule(_MARGIN, A4_HIGH - 13, _WIDE)
    pen.line(_MARGIN, A4_HIGH - 12, _WIDE - 60, 5, f"{said} ({printed})", _FOOT, SOFT)
    page = f"{sheet.who.page} {number + 1} {sheet.who.of} {sheet.pages}"
    pen.line_at_end(_MARGIN + _WIDE - 60, A4_HIGH - 12, 60, 5, page, _FOOT, SOFT)
