"""A QR as one path, drawn by whoever shows it."""

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


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    starts = [x for x, dark in enumerate(row) if dark and (x == 0 or not row[x - 1])]
    return [(x, next((n for n in range(1, len(row) - x) if not row[x + n]), len(row) - x)) for x in starts]


def _run(x: int, y: int, length: int) -> str:
    return f"M{x} {y}h{length}v1h-{length}z"
