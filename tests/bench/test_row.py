"""The two forms of what was measured."""

import json

from bench.row import Row, as_json, as_table

MET = Row("scan", 3.14159, "ms", 2.0, "<= 2 x floor", True, "offscreen")
MISSED = Row("cold_start", 412.7, "ms", 123.4, "<= 1.5 x floor", False)


def test_the_ratio_is_to_the_floor() -> None:
    assert MET.ratio == 3.14159 / 2


def test_the_json_form_is_a_list_of_rows() -> None:
    met, missed = json.loads(as_json([MET, MISSED]))
    assert met == {
        "name": "scan",
        "value": 3.142,
        "unit": "ms",
        "floor": 2.0,
        "ratio": 1.57,
        "aim": "<= 2 x floor",
        "met": True,
        "note": "offscreen",
    }
    assert (missed["met"], missed["note"]) == (False, "falls short of its aim")


def test_the_table_has_a_head_and_a_line_for_each_row() -> None:
    head, met, missed = as_table([MET, MISSED]).splitlines()
    assert head.split() == ["name", "value", "unit", "floor", "ratio", "aim", "met", "note"]
    assert met.split() == ["scan", "3.14", "ms", "2.00", "1.57", "<=", "2", "x", "floor", "yes", "offscreen"]
    assert missed.split()[:5] == ["cold_start", "413", "ms", "123", "3.34"]
    assert missed.endswith("NO   falls short of its aim")


def test_the_columns_stand_under_their_heads() -> None:
    lines = as_table([MET, MISSED]).splitlines()
    assert len({line.index(word) for line, word in zip(lines, ("unit", "ms", "ms"), strict=True)}) == 1
