"""Blocks fill one column after the other; nothing is lost, hangs over the edge or is torn from what it leads."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.papers.columns import Block, place
from kiosk.papers.pen import Pen

FIRST, TOP, BOTTOM = 100.0, 20.0, 200.0


def _nothing(pen: Pen, x: float, y: float) -> None:
    pass


def block(high: float, leads: bool = False) -> Block:
    return Block(high, _nothing, leads)


def test_without_a_block_there_is_one_empty_page() -> None:
    assert place([], first_top=FIRST, top=TOP, bottom=BOTTOM) == [()]


def test_blocks_go_down_one_column_and_then_the_next() -> None:
    (page,) = place([block(40.0)] * 4, first_top=FIRST, top=TOP, bottom=BOTTOM)
    assert [(one.column, one.top) for one in page] == [(0, 100), (0, 140), (1, 100), (1, 140)]


def test_the_next_page_begins_higher() -> None:
    first, second = place([block(40.0)] * 5, first_top=FIRST, top=TOP, bottom=BOTTOM)
    assert (len(first), [(one.column, one.top) for one in second]) == (4, [(0, 20)])


def test_what_leads_is_never_the_last_of_a_column() -> None:
    (page,) = place([block(60.0), block(20.0, leads=True), block(40.0)], first_top=FIRST, top=TOP, bottom=BOTTOM)
    assert [one.column for one in page] == [0, 1, 1]


def test_a_block_higher_than_a_page_has_one_of_its_own() -> None:
    pages = place([block(10), block(500), block(10)], first_top=FIRST, top=TOP, bottom=BOTTOM, columns=1)
    assert [len(page) for page in pages] == [1, 1, 1]


@given(st.lists(st.tuples(st.floats(1, 60), st.booleans()), max_size=60), st.integers(1, 3))
def test_every_block_stands_once_in_order_within_the_page(some: list[tuple[float, bool]], columns: int) -> None:
    blocks = [block(*one) for one in some]
    pages = place(blocks, first_top=FIRST, top=TOP, bottom=BOTTOM, columns=columns)
    assert [id(one.block) for page in pages for one in page] == [id(one) for one in blocks]
    for number, page in enumerate(pages):
        begun = TOP if number else FIRST
        assert all(begun <= one.top and one.top + one.block.high <= BOTTOM + 1e-6 for one in page)
        assert [one.column for one in page] == sorted(one.column for one in page)
        assert all(one.column < columns for one in page)
