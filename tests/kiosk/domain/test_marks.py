"""Two copies are compared by what their records add up to."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import marks
from kiosk.domain.marks import MODULUS, Sum

RECORD = ("place", "p1", 1, '{"name":"x"}')


def test_a_mark_is_the_same_wherever_it_is_made() -> None:
    assert marks.mark(*RECORD) == 3948796056438803564


def test_every_part_of_a_record_is_in_its_mark() -> None:
    others = [("session", *RECORD[1:]), ("place", "p2", *RECORD[2:]), (*RECORD[:2], 2, RECORD[3]), (*RECORD[:3], "{}")]
    assert len({marks.mark(*one) for one in [RECORD, *others]}) == 5


@given(st.dictionaries(st.text(max_size=5), st.builds(Sum, st.integers(0, 9), st.integers(0, MODULUS - 1))))
def test_a_kind_without_live_records_counts_as_absent(sums: dict[str, Sum]) -> None:
    assert marks.digest(sums) == marks.digest({kind: one for kind, one in sums.items() if one.live})


def test_one_record_more_is_another_digest() -> None:
    assert marks.digest({"place": Sum(1, 7)}) != marks.digest({"place": Sum(2, 7)})
