"""A QR is drawn as one path with exactly its dark modules."""

import re

import pytest
import qrcode
from hypothesis import given, settings
from hypothesis import strategies as st
from qrcode.constants import ERROR_CORRECT_M

from kiosk.papers import qr
from kiosk.papers.qr import Qr

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")
FINDER = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]


def painted(code: Qr) -> list[str]:
    """The modules that the path covers; each at most once, and no run beside another that it should be one with."""
    assert "".join(found[0] for found in RUN.finditer(code.path)) == code.path
    modules = [["."] * code.size for _ in range(code.size)]
    for found in RUN.finditer(code.path):
        x, y, length, back = map(int, found.groups())
        assert length == back > 0
        assert x == 0 or modules[y][x - 1] == "."
        for at in range(x, x + length):
            assert modules[y][at] == "."
            modules[y][at] = "#"
    return ["".join(row) for row in modules]


@given(st.text(min_size=1, max_size=120))
@settings(max_examples=15, deadline=None)
def test_the_path_paints_what_the_library_computed(text: str) -> None:
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    assert painted(qr.draw(text)) == ["".join(".#"[dark] for dark in row) for row in code.get_matrix()]


def test_the_three_corners_are_where_a_reader_looks_for_them() -> None:
    rows = painted(qr.draw("WM1" * 20))
    assert [row[:7] for row in rows[:7]] == FINDER
    assert [row[-7:] for row in rows[:7]] == FINDER
    assert [row[:7] for row in rows[-7:]] == FINDER


@pytest.mark.parametrize(("text", "version"), [("A", 1), ("A" * 178, 7), ("A" * 179, 8)])
def test_its_size_is_the_smallest_that_holds_the_text_at_level_m(text: str, version: int) -> None:
    assert qr.draw(text).size == 17 + 4 * version
