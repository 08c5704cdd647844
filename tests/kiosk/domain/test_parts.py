import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.parts import Part, draw, dump_parts, less, read_parts, total

funds = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=5)
some_parts = st.dictionaries(funds, st.integers(1, 10**6), max_size=4).map(
    lambda found: tuple(Part(fund, amount) for fund, amount in found.items())
)


def test_the_first_fund_pays_first() -> None:
    there = (Part("state", 300), Part("city", 500))
    assert draw(there, 250) == (Part("state", 250),)
    assert draw(there, 700) == (Part("state", 300), Part("city", 400))


def test_what_is_not_there_is_not_drawn() -> None:
    assert draw((Part("state", 300),), 301) is None
    assert draw((), 0) == ()


def test_nobody_has_less_than_nothing() -> None:
    assert less((Part("state", 300), Part("city", 5)), [Part("state", 200), Part("state", 200)]) == (
        Part("state", 0),
        Part("city", 5),
    )


@given(some_parts, st.integers(0, 10**7))
def test_what_is_drawn_and_what_is_left_is_what_there_was(there: tuple[Part, ...], amount: int) -> None:
    drawn = draw(there, amount)
    if drawn is None:
        assert total(there) < amount
        return
    assert total(drawn) == amount
    assert total(less(there, drawn)) == total(there) - amount
    assert draw(less(there, drawn), total(there) - amount) is not None


@given(some_parts)
def test_one_text_says_them_all(there: tuple[Part, ...]) -> None:
    assert read_parts(dump_parts(there)) == there


@pytest.mark.parametrize(
    "text",
    ["state:0", "state:-1", "state:1 state:2", "state", "state:", "state:1  city:2", "state:٣", "a:1" + "0" * 12],
)
def test_what_is_none_is_not_read(text: str) -> None:
    assert read_parts(text) is None


@given(st.text(max_size=40))
def test_any_text_is_read_or_is_not(text: str) -> None:
    read = read_parts(text)
    assert read is None or all(part.amount > 0 for part in read)
