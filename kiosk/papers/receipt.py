"""A receipt: what a voucher paid, out of which public funds, what the family pays; with the code that says it is
genuine. From the roll, or on A6. All sizes are millimetres.

A discreet service is printed without what it was, and without whose it is: the paper may be found.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from PySide6.QtGui import QFont, QPainter

from kiosk.clock import ROME
from kiosk.papers import lettering, qr
from kiosk.papers.bidi import left_to_right
from kiosk.papers.lettering import INK, Style
from kiosk.papers.money import euros
from kiosk.papers.paper import Paper
from kiosk.papers.pen import QUIET, Pen
from kiosk.papers.slip import Roll, module_of

A6_WIDE, A6_HIGH = 105.0, 148.0
_A6_MARGIN = 16.0
_TITLE, _HUB, _WHAT = Style(6.4, "Barlow"), Style(4.2), Style(4.6, "Barlow")
_ROW, _SUM = Style(3.8), Style(4.8, weight=QFont.Weight.DemiBold)
_SMALL = Style(3.4)
_AMOUNT_WIDE = 26.0


@dataclass(frozen=True)
class Words:
    """Of this paper, in one language."""

    title: str
    price: str
    paid_before: str  # of this price, earlier
    voucher: str  # paid by it now
    out_of: str  # public funds
    to_pay: str
    genuine: str  # what the code is for
    reprinted: str
    funds: Mapping[str, str]  # by id: the name that people know it by
    right_to_left: bool = False


@dataclass(frozen=True)
class Receipt:
    """Money is cents. `funds`: what each pays, by the name people know it by. `codes`: one for each redemption.

    `activity`, `provider` and `first_name` are "" for what is discreet."""

    hub: str
    at: datetime
    price: int
    funds: tuple[tuple[str, int], ...]
    codes: tuple[str, ...] = field(repr=False)
    activity: str = ""
    provider: str = ""
    first_name: str = field(repr=False, default="")
    paid_before: int = 0
    reprinted: bool = False

    @property
    def paid(self) -> int:
        return sum(cents for _, cents in self.funds)

    @property
    def to_pay(self) -> int:
        return self.price - self.paid_before - self.paid


_Part = tuple[float, Callable[[Pen, float], None]]  # how high it is, and how it is drawn from there


def on_roll(receipt: Receipt, words: Words, roll: Roll = Roll.MM_80) -> Paper:
    """As long as it needs to be."""
    parts = list(_parts(receipt, words, roll.value))
    draw = partial(_draw, wide=roll.value, margin=0.0, parts=parts, right_to_left=words.right_to_left)
    return Paper(roll.value, sum(part[0] for part in parts), (draw,))


def on_a6(receipt: Receipt, words: Words) -> Paper:
    """One code on each page; the words stand on the first."""
    wide = A6_WIDE - 2 * _A6_MARGIN
    first, *others = receipt.codes or ("",)
    pages = [list(_parts(_with(receipt, (first,) if first else ()), words, wide))]
    pages += [[(6.0, _nothing), *_code(code, wide)] for code in others]
    draws = [
        partial(_draw, wide=A6_WIDE, margin=_A6_MARGIN, parts=parts, right_to_left=words.right_to_left)
        for parts in pages
    ]
    return Paper(A6_WIDE, A6_HIGH, tuple(draws))


def _with(receipt: Receipt, codes: tuple[str, ...]) -> Receipt:
    return Receipt(**{**vars(receipt), "codes": codes})


def _parts(receipt: Receipt, words: Words, wide: float) -> Iterator[_Part]:
    """From top to bottom."""
    yield 3.0, _nothing
    yield from _in_middle(words.title, _TITLE, wide)
    yield from _in_middle(receipt.hub, _HUB, wide)
    if receipt.reprinted:
        yield from _in_middle(words.reprinted, _SMALL, wide)
    yield 2.5, _rule(wide)
    for text, style in ((receipt.activity, _WHAT), (receipt.provider, _ROW), (receipt.first_name, _ROW)):
        if text:
            yield from _in_middle(text, style, wide)
    yield 1.5, _nothing
    yield from _rows(receipt, words, wide)
    yield 2.5, _rule(wide)
    for code in receipt.codes:
        yield from _code(code, wide)
    if receipt.codes:
        yield from _in_middle(words.genuine, _SMALL, wide)
    at = left_to_right(f"{receipt.at.astimezone(ROME):%d.%m.%Y  %H:%M}")
    yield from _in_middle(at, _SMALL, wide)
    yield 2.0, _nothing


def _rows(receipt: Receipt, words: Words, wide: float) -> Iterator[_Part]:
    yield from _row(words.price, receipt.price, _ROW, wide)
    if receipt.paid_before:
        yield from _row(words.paid_before, receipt.paid_before, _ROW, wide)
    yield from _row(words.voucher, receipt.paid, _SUM, wide)
    for name, cents in receipt.funds:
        yield from _row(f"{words.out_of} {name}", cents, _SMALL, wide)
    yield from _row(words.to_pay, receipt.to_pay, _SUM, wide)


def _row(label: str, cents: int, style: Style, wide: float) -> Iterator[_Part]:
    high = lettering.height(label, wide - _AMOUNT_WIDE, style) + 1.0
    yield high, partial(_draw_row, wide=wide, high=high, label=label, amount=euros(cents), style=style)


def _draw_row(pen: Pen, y: float, wide: float, high: float, label: str, amount: str, style: Style) -> None:
    pen.lines(1, y, wide - _AMOUNT_WIDE - 2, label, style)
    pen.line_at_end(wide - _AMOUNT_WIDE, y, _AMOUNT_WIDE - 1, high - 1.0, amount, style)


def _code(code: str, wide: float) -> Iterator[_Part]:
    drawn = qr.draw(code)
    module = module_of(drawn, wide)
    side = (drawn.size + 2 * QUIET) * module
    yield side, lambda pen, y: pen.code((wide - side) / 2, y, drawn, module)


def _draw(painter: QPainter, wide: float, margin: float, parts: Sequence[_Part], right_to_left: bool) -> None:
    painter.save()
    painter.translate(margin, 0)
    pen, y = Pen(painter, wide - 2 * margin, right_to_left), margin / 2
    for high, draw in parts:
        draw(pen, y)
        y += high
    painter.restore()


def _in_middle(text: str, style: Style, wide: float) -> Iterator[_Part]:
    high = lettering.height("x", wide, style)
    for line in lettering.lines(text, wide - 2, style):
        yield high, partial(_middle, wide=wide, high=high, text=line, style=style)


def _middle(pen: Pen, y: float, wide: float, high: float, text: str, style: Style) -> None:
    pen.line_in_middle(1, y, wide - 2, high, text, style)


def _rule(wide: float) -> Callable[[Pen, float], None]:
    return lambda pen, y: pen.rule(1, y + 1, wide - 2, 0.25, INK)


def _nothing(pen: Pen, y: float) -> None:
    pass
