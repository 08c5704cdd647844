"""Puts blocks of known height on pages: down one column, then the next, then a new page. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kiosk.papers.pen import Pen


class DrawAt(Protocol):
    def __call__(self, pen: Pen, x: float, y: float) -> None: ...


@dataclass(frozen=True)
class Block:
    """`leads`: it belongs to the block after it, and is never the last of a column."""

    high: float
    draw: DrawAt = field(repr=False)
    leads: bool = False


@dataclass(frozen=True)
class Placed:
    block: Block
    column: int
    top: float


def place(
    blocks: Sequence[Block], *, first_top: float, top: float, bottom: float, columns: int = 2
) -> list[tuple[Placed, ...]]:
    """The blocks of each page, at least one. A list begins at `first_top`, on other pages at `top`."""
    pages: list[list[Placed]] = [[]]
    column, y = 0, first_top
    for number, block in enumerate(blocks):
        after = blocks[number + 1].high if block.leads and number + 1 < len(blocks) else 0.0
        begun = first_top if len(pages) == 1 else top
        if y + block.high + after > bottom and y > begun:
            column, y = column + 1, begun
            if column == columns:
                pages.append([])
                column, y = 0, top
        pages[-1].append(Placed(block, column, y))
        y += block.high
    return [tuple(page) for page in pages]
