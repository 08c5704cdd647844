"""A QR as one path, drawn by whoever shows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Qr:
    """`size` modules a side without the quiet zone; `path` in SVG path syntax, one unit a module."""

    size: int
    path: str


def draw(text: str) -> Qr:
    import qrcode  # 20 ms that no first frame should wait for
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return Qr(len(rows), "".join(_run(x, y, length) for y, row in enumerate(rows) for x, length in _runs(row)))


def runs(code: Qr) -> Iterator[tuple[int, int, int]]:
    """x, y and length of each run of dark modules, for whoever draws no paths."""
    for found in re.finditer(r"M(\d+) (\d+)h(\d+)", code.path):
        yield int(found[1]), int(found[2]), int(found[3])


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    starts = [x for x, dark in enumerate(row) if dark and (x == 0 or not row[x - 1])]
    return [(x, next((n for n in range(1, len(row) - x) if not row[x + n]), len(row) - x)) for x in starts]


def _run(x: int, y: int, length: int) -> str:
    return f"M{x} {y}h{length}v1h-{length}z"
