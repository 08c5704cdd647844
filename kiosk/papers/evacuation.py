"""Who is inside, on paper, for whoever counts heads on the pavement: large, to be ticked off, and honest about its age.

All sizes are millimetres.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QFont, QPainter

from kiosk.clock import ROME
from kiosk.papers import columns
from kiosk.papers.bidi import apart, left_to_right
from kiosk.papers.columns import Block, Placed
from kiosk.papers.headcount import Evacuation, Row, Section, Words, numbers, rows
from kiosk.papers.lettering import INK, SOFT, Style
from kiosk.papers.paper import A4_HIGH, A4_WIDE, Paper
from kiosk.papers.pen import GROUND, SUN, WHITE, Pen
from kiosk.usecases.inside import Heard, silent

_MARGIN, _GAP = 12.0, 6.0
_WIDE = A4_WIDE - 2 * _MARGIN
_COLUMN = (_WIDE - _GAP) / 2
_BOTTOM = A4_HIGH - 18.0
_TOTAL_WIDE = 36.0
_TILES, _TILE_HIGH = 5, 14.0  # counts in a row; all of them fit into two
_TILE_WIDE = (_WIDE - _TOTAL_WIDE) / _TILES
_ROW, _HEADING = 11.0, 10.0
_BOX = 6.4  # to tick
_TITLE, _CLOCK, _HUB = Style(10, "Barlow"), Style(9, "Barlow"), Style(5.2)
_TOTAL, _NUMBER, _ALARM, _SECTION = (
    Style(15, "Barlow"),
    Style(7.6, "Barlow"),
    Style(7.4, "Barlow"),
    Style(4.6, "Barlow"),
)
_NAME, _SINCE, _LABEL, _PLAIN = Style(5.2), Style(4.2), Style(3.4), Style(3.6, weight=QFont.Weight.Normal)


def paper(evacuation: Evacuation, words: Words) -> Paper:
    late = silent(evacuation.inside.stations, evacuation.at)
    head = _Head(evacuation, words, late)
    blocks = _blocks(rows(evacuation, words), words)
    pages = columns.place(blocks, first_top=head.high, top=_MARGIN + 14, bottom=_BOTTOM)
    draws = [partial(_page, head=head, placed=placed, page=(number, len(pages))) for number, placed in enumerate(pages)]
    return Paper(A4_WIDE, A4_HIGH, tuple(draws))


# --- the top of the first page --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Head:
    """`late`: the stations whose people may be missing."""

    evacuation: Evacuation
    words: Words
    late: tuple[Heard, ...]

    @property
    def _alarm_top(self) -> float:
        rows_ = max(2, -(-len(self._numbers) // _TILES))
        return _MARGIN + 26.0 + rows_ * _TILE_HIGH

    @property
    def _alarm_high(self) -> float:
        return 21.0 + 5.4 * len(self.late) if self.late else 7.0

    @property
    def high(self) -> float:
        """Where the list begins."""
        return self._alarm_top + self._alarm_high + 13.0

    @property
    def _numbers(self) -> list[tuple[int, str]]:
        return numbers(self.evacuation.inside.counts, self.words)

    def draw(self, pen: Pen) -> None:
        at = self.evacuation.at.astimezone(ROME)
        pen.line(_MARGIN, _MARGIN, 120, 12, self.words.title, _TITLE)
        pen.line(_MARGIN, _MARGIN + 13.5, 120, 7, self.evacuation.hub, _HUB, SOFT)
        pen.line_at_end(_MARGIN + 126, _MARGIN, _WIDE - 126, 12, f"{at:%H:%M}", _CLOCK)
        pen.line_at_end(_MARGIN + 126, _MARGIN + 13.5, _WIDE - 126, 7, f"{at:%d.%m.%Y}", _HUB, SOFT)
        self._counts(pen, _MARGIN + 23)
        self._alarm(pen, self._alarm_top) if self.late else self._stations(pen, self._alarm_top)
        self._to_sign(pen, self._alarm_top + self._alarm_high + 2.0)

    def _counts(self, pen: Pen, top: float) -> None:
        high = self._alarm_top - top - 4.0
        pen.fill(_MARGIN, top, _TOTAL_WIDE, high, INK)
        people = str(self.evacuation.inside.counts.people)
        pen.line_in_middle(_MARGIN + 2, top + high / 2 - 11, _TOTAL_WIDE - 4, 15, people, _TOTAL, WHITE)
        pen.line_in_middle(_MARGIN + 2, top + high / 2 + 4, _TOTAL_WIDE - 4, 6, self.words.people, _HUB, WHITE)
        for place, (number, label) in enumerate(self._numbers):
            row, column = divmod(place, _TILES)
            x, y = _MARGIN + _TOTAL_WIDE + column * _TILE_WIDE + 1.2, top + row * _TILE_HIGH
            pen.fill(x, y, _TILE_WIDE - 1.2, _TILE_HIGH - 1.2, GROUND)
            pen.line_in_middle(x + 0.6, y, 11, _TILE_HIGH - 1.2, str(number), _NUMBER)
            pen.lines_within(x + 12, y, _TILE_WIDE - 13.6, _TILE_HIGH - 1.2, label, _LABEL)

    def _alarm(self, pen: Pen, top: float) -> None:
        """Light on dark, which no photocopier loses."""
        pen.fill(_MARGIN, top, _WIDE, self._alarm_high, INK)
        pen.line(_MARGIN + 4, top + 2, _WIDE - 8, 9, self.words.incomplete, _ALARM, SUN)
        pen.line(_MARGIN + 4, top + 11.5, _WIDE - 8, 5, self.words.why_incomplete, _PLAIN, WHITE)
        for number, one in enumerate(self.late):
            heard = f"{self.words.heard} {self._clock(one)}" if one.at else self.words.never_heard
            pen.line(
                _MARGIN + 4, top + 17.5 + 5.4 * number, _WIDE - 8, 5.4, f"{apart(one.name)}: {heard}", _SINCE, WHITE
            )

    def _stations(self, pen: Pen, top: float) -> None:
        said = " · ".join(apart(f"{one.name} {self._clock(one)}") for one in self.evacuation.inside.stations)
        pen.line(_MARGIN, top, _WIDE, 6, f"{self.words.stations}: {said}", _PLAIN, SOFT)

    def _clock(self, one: Heard) -> str:
        """The hour; the day too where it is another one."""
        if one.at is None:
            return "–"
        at, now = one.at.astimezone(ROME), self.evacuation.at.astimezone(ROME)
        return left_to_right(f"{at:%H:%M}" if at.date() == now.date() else f"{at:%d.%m.%Y %H:%M}")

    def _to_sign(self, pen: Pen, top: float) -> None:
        words = self.words
        for x, wide, label in ((0, 62, words.counted_outside), (66, 42, words.hour), (112, 74, words.signature)):
            pen.line(_MARGIN + x, top, wide, 6, f"{label}:", _LABEL)
            pen.rule(_MARGIN + x, top + 7, wide, 0.3, INK)


# --- the list -------------------------------------------------------------------------------------------------------


def _blocks(some: Sequence[Row], words: Words) -> list[Block]:
    """Headings and lines, one under the other."""
    titles = (words.children, words.unknown, words.others, words.adults, words.educators)
    blocks: list[Block] = []
    for section, title in zip(Section, titles, strict=True):
        ours = [row for row in some if row.section is section]
        if ours:
            people = sum(row.people for row in ours)
            blocks.append(Block(_HEADING, partial(_heading, text=title, people=people), leads=True))
        blocks += [Block(_ROW, partial(_line, row=row)) for row in ours]
    return blocks


def _heading(pen: Pen, x: float, y: float, text: str, people: int) -> None:
    pen.fill(x, y + 1.5, _COLUMN, _HEADING - 3, SUN)
    pen.line(x + 2, y + 1.5, _COLUMN - 22, _HEADING - 3, text, _SECTION)
    pen.line_at_end(x + _COLUMN - 20, y + 1.5, 18, _HEADING - 3, str(people), _SECTION)


def _line(pen: Pen, x: float, y: float, row: Row) -> None:
    pen.frame(x + 0.3, y + (_ROW - _BOX) / 2, _BOX, _BOX)
    if row.creature:
        pen.creature(x + 8.6, y + 1.3, 8.4, row.creature)
    wide = _COLUMN - 19 - 17
    pen.line(x + 19, y + 0.5, wide, 6.4 if row.detail else _ROW - 1, row.name, _NAME)
    pen.line(x + 19, y + 6.6, wide, 3.8, row.detail, _LABEL, SOFT)
    end = x + _COLUMN - 15
    if row.people > 1:
        pen.line_at_end(end, y + 0.5, 15, 6.4, f"× {row.people}", _NAME)
        pen.line_at_end(end, y + 6.6, 15, 3.8, row.since, _LABEL, SOFT)
    else:
        pen.dot(end, y + _ROW / 2 - 1.3, 2.6, filled=row.seen)
        pen.line_at_end(end, y, 15, _ROW, row.since, _SINCE, SOFT)
    pen.rule(x, y + _ROW, _COLUMN)


# --- every page -----------------------------------------------------------------------------------------------------


def _page(painter: QPainter, head: _Head, placed: Sequence[Placed], page: tuple[int, int]) -> None:
    pen = Pen(painter, A4_WIDE, head.words.right_to_left)
    if page[0] == 0:
        head.draw(pen)
    else:
        _top(pen, head)
    for one in placed:
        one.block.draw(pen, _MARGIN + one.column * (_COLUMN + _GAP), one.top)
    _foot(pen, head, *page)


def _top(pen: Pen, head: _Head) -> None:
    """Of every page but the first: what it is, or that it may not be all."""
    if head.late:
        pen.fill(_MARGIN, _MARGIN, _WIDE, 10, INK)
        pen.line(_MARGIN + 4, _MARGIN, _WIDE - 8, 10, head.words.incomplete, _SECTION, SUN)
    else:
        pen.line(_MARGIN, _MARGIN, _WIDE, 10, head.words.title, _SECTION, SOFT)


def _foot(pen: Pen, head: _Head, number: int, pages: int) -> None:
    words, at = head.words, head.evacuation.at.astimezone(ROME)
    top = A4_HIGH - 14.5
    pen.rule(_MARGIN, top - 1, _WIDE)
    pen.dot(_MARGIN, top + 1.2, 2.6, filled=True)
    pen.line(_MARGIN + 4, top, 62, 5, words.seen, _PLAIN, SOFT)
    pen.dot(_MARGIN, top + 6.2, 2.6, filled=False)
    pen.line(_MARGIN + 4, top + 5, 62, 5, words.arrived, _PLAIN, SOFT)
    pen.line_at_end(_MARGIN + 70, top, _WIDE - 70, 5, f"{words.page} {number + 1} {words.of} {pages}", _LABEL)
    said = f"{words.title} · {head.evacuation.hub} · {left_to_right(f'{at:%d.%m.%Y %H:%M}')}"
    pen.line_at_end(_MARGIN + 70, top + 5, _WIDE - 70, 5, said, _PLAIN, SOFT)
