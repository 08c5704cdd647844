"""The middle and the nearly-all of several numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.figures import median, percentile

NUMBERS = st.lists(st.floats(-1e9, 1e9), min_size=1)


@pytest.mark.parametrize(("values", "middle"), [([7], 7), ([3, 1, 2], 2), ([4, 1, 3, 2], 2.5)])
def test_the_median_is_the_middle(values: list[float], middle: float) -> None:
    assert median(values) == middle


@pytest.mark.parametrize(("percent", "value"), [(0, 1), (1, 3), (50, 150), (99, 297), (99.5, 299), (100, 300)])
def test_the_percentile_is_the_nearest_rank(percent: float, value: float) -> None:
    assert percentile(list(range(300, 0, -1)), percent) == value


@given(NUMBERS, st.floats(0, 100))
def test_a_percentile_is_one_of_the_values_and_that_many_do_not_exceed_it(values: list[float], percent: float) -> None:
    found = percentile(values, percent)
    assert found in values
    assert sum(value <= found for value in values) >= len(values) * percent / 100


@given(NUMBERS)
def test_no_more_than_half_lie_on_either_side_of_the_median(values: list[float]) -> None:
    middle = median(values)
    assert sum(value < middle for value in values) <= len(values) / 2
    assert sum(value > middle for value in values) <= len(values) / 2


def test_of_nothing_there_is_neither() -> None:
    with pytest.raises(ValueError, match="no values"):
        median([])
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


@pytest.mark.parametrize("percent", [-1, 101])
def test_a_percentage_lies_between_0_and_100(percent: float) -> None:
    with pytest.raises(ValueError, match="percentage"):
        percentile([1.0], percent)
