"""What vouchers paid one provider in a period, with totals by fund: what it invoices from. Nothing of whom it was for.

A discreet service stands there without what it is. All sizes are millimetres.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtGui import QFont, QPainter

from kiosk.clock import ROME
from kiosk.papers import columns
from kiosk.papers.bidi import left_to_right
from kiosk.papers.columns import Block, Placed
from kiosk.papers.lettering import SOFT, Style
from kiosk.papers.money import euros
from kiosk.papers.paper import A4_HIGH, A4_WIDE, Paper
from kiosk.papers.pen import GROUND, Pen

_MARGIN = 16.0
_WIDE = A4_WIDE - 2 * _MARGIN
_ROW, _HEAD = 7.6, 9.0
_FIRST_TOP, _BOTTOM = _MARGIN + 34.0, A4_HIGH - 18.0
_TITLE, _SUB = Style(8.4, "Barlow"), Style(4.6)
_LABEL, _CELL, _FOOT = Style(3.6, "Barlow"), Style(3.8, weight=QFont.Weight.Normal), Style(3.4)
_STATE = Style(3.5, weight=QFont.Weight.Normal)
_PART, _SUM = Style(3.8, weight=QFont.Weight.DemiBold), Style(4.4, weight=QFont.Weight.DemiBold)
_DAY_AT, _WHAT_AT, _RECEIPT_AT, _STATE_AT, _AMOUNT_WIDE = 2.0, 24.0, 88.0, 112.0, 26.0


@dataclass(frozen=True)
class Words:
    """Of this paper, in one language. `waiting`, `collected`, `confirmed`, `paid`: how far a redemption has come."""

    title: str
    since: str
    until: str
    day: str
    activity: str
    discreet: str
    receipt: str
    amount: str
    total: str
    unattended: str  # nobody was marked as having come
    settled: str
    waiting: str
    collected: str
    confirmed: str
    paid: str
    printed: str
    heard: str  # as of when
    page: str
    of: str
    right_to_left: bool = False


@dataclass(frozen=True)
class Line:
    """`activity` is "" for what is discreet; `receipt` is its serial. `state` is one of the four that the words name,
    `on` the day since which it is so, None where nobody said."""

    day: date
    activity: str
    receipt: int
    cents: int
    state: str
    on: date | None = None
    attended: bool = True


@dataclass(frozen=True)
class Statement:
    """`state`: how far all of it has come; `funds` by the names people know them by, `states` the same of what has come
    so far and no further. `heard`: as of when, None where the city was never heard."""

    provider: str
    first: date
    last: date
    state: str
    lines: tuple[Line, ...]
    funds: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    printed: datetime
    heard: datetime | None = None

    @property
    def total(self) -> int:
        return sum(line.cents for line in self.lines)


def paper(statement: Statement, words: Words) -> Paper:
    blocks = list(_blocks(statement, words))
    top = _MARGIN + _HEAD
    pages = columns.place(blocks, first_top=_FIRST_TOP + _HEAD, top=top, bottom=_BOTTOM, columns=1)
    draws = [
        partial(_page, statement=statement, words=words, placed=one, page=(n, len(pages)))
        for n, one in enumerate(pages)
    ]
    return Paper(A4_WIDE, A4_HIGH, tuple(draws))


def _blocks(statement: Statement, words: Words) -> Iterator[Block]:
    for number, line in enumerate(statement.lines):
        yield Block(_ROW, partial(_line, line=line, words=words, striped=number % 2 == 0))
    yield Block(4.0, _gap, leads=True)
    if len(statement.states) > 1:  # of one alone the head says it
        for state, funds in statement.states:
            yield from _sums(f"{words.total} · {getattr(words, state)}", funds, _PART)
    yield from _sums(words.total, statement.funds, _SUM)


def _sums(label: str, funds: tuple[tuple[str, int], ...], style: Style) -> Iterator[Block]:
    """Of each fund, then of all."""
    for name, cents in funds:
        yield Block(_ROW, partial(_sum, label=name, cents=cents, style=_CELL), leads=True)
    yield Block(_ROW + 1, partial(_sum, label=label, cents=sum(cents for _, cents in funds), style=style))


def _page(
    painter: QPainter, statement: Statement, words: Words, placed: Sequence[Placed], page: tuple[int, int]
) -> None:
    pen, (number, pages) = Pen(painter, A4_WIDE, words.right_to_left), page
    if number == 0:
        period = f"{words.since} {_day(statement.first)} {words.until} {_day(statement.last)}"
        pen.line(_MARGIN, _MARGIN - 4, _WIDE, 11, words.title, _TITLE)
        pen.line(_MARGIN, _MARGIN + 8, _WIDE, 7, statement.provider, _SUB)
        pen.line(_MARGIN, _MARGIN + 16, _WIDE, 7, f"{period} · {getattr(words, statement.state)}", _SUB, SOFT)
    _heads(pen, (_FIRST_TOP if number == 0 else _MARGIN), words)
    for one in placed:
        one.block.draw(pen, _MARGIN, one.top)
    pen.rule(_MARGIN, A4_HIGH - 14, _WIDE)
    heard = f" · {words.heard}: {_moment(statement.heard)}" if statement.heard else ""
    printed = f"{words.printed}: {_moment(statement.printed)}"
    pen.line(_MARGIN, A4_HIGH - 13, _WIDE - 50, 5, printed + heard, _FOOT, SOFT)
    end = f"{words.page} {number + 1} {words.of} {pages}"
    pen.line_at_end(_MARGIN + _WIDE - 50, A4_HIGH - 13, 50, 5, end, _FOOT, SOFT)


def _heads(pen: Pen, y: float, words: Words) -> None:
    cells = ((_DAY_AT, words.day), (_WHAT_AT, words.activity), (_RECEIPT_AT, words.receipt), (_STATE_AT, words.settled))
    for at, label in cells:
        pen.line(_MARGIN + at, y, 38, 6, label, _LABEL, SOFT)
    pen.line_at_end(_MARGIN + _WIDE - _AMOUNT_WIDE - 2, y, _AMOUNT_WIDE, 6, words.amount, _LABEL, SOFT)


def _line(pen: Pen, x: float, y: float, line: Line, words: Words, striped: bool) -> None:
    if striped:
        pen.fill(x, y, _WIDE, _ROW, GROUND, 0.8)
    what = line.activity or words.discreet
    said = what if line.attended else f"{what} · {words.unattended}"
    state = getattr(words, line.state)
    pen.line(x + _DAY_AT, y, 24, _ROW, _day(line.day), _CELL)
    pen.line(x + _WHAT_AT, y, _RECEIPT_AT - _WHAT_AT - 2, _ROW, said, _CELL)
    pen.line(x + _RECEIPT_AT, y, 24, _ROW, left_to_right(f"{line.receipt:010}"), _CELL)
    pen.line(x + _STATE_AT, y, 38, _ROW, f"{state} {_day(line.on)}" if line.on else state, _STATE)
    pen.line_at_end(x + _WIDE - _AMOUNT_WIDE - 2, y, _AMOUNT_WIDE, _ROW, euros(line.cents), _CELL)


def _sum(pen: Pen, x: float, y: float, label: str, cents: int, style: Style) -> None:
    pen.line(x + _WHAT_AT, y, _WIDE - _WHAT_AT - _AMOUNT_WIDE - 4, _ROW, label, style)
    pen.line_at_end(x + _WIDE - _AMOUNT_WIDE - 2, y, _AMOUNT_WIDE, _ROW, euros(cents), style)


def _day(day: date) -> str:
    return left_to_right(f"{day:%d.%m.%Y}")


def _moment(at: datetime) -> str:
    return left_to_right(f"{at.astimezone(ROME):%d.%m.%Y %H:%M}")


def _gap(pen: Pen, x: float, y: float) -> None:
    pen.rule(x, y + 2, _WIDE)
