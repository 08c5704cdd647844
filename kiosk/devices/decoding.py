"""QR codes in a grey picture. Pure and total: what is not a picture holds none."""

import zxingcpp

LARGEST = 4096  # pixels a side: no camera of a hub has more, and a frame that says so is broken
MOST = 10  # codes of one picture: a sheet of cards has as many
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])


def codes_in(
    grey: bytes | bytearray | memoryview, width: int, height: int, stride: int, step: int = 1
) -> tuple[bytes, ...]:
    """The payload of each code. `stride` is the bytes from one row to the next, `step` those from one pixel to the
    next: 2 where brightness lies between colours."""
    if not _is_picture(len(grey), width, height, stride, step):
        return ()
    whole = min(height, len(grey) // stride)  # the last row may lack what lies beyond its last pixel
    view = zxingcpp.ImageView(memoryview(grey), width, whole, zxingcpp.ImageFormat.Lum, stride, step)
    return tuple(found.bytes for found in zxingcpp.read_barcodes(view, _QR)[:MOST])


def _is_picture(length: int, width: int, height: int, stride: int, step: int) -> bool:
    """Whether no row runs into the next, and the last pixel of the last row is still in the buffer."""
    if not (0 < width <= LARGEST and 0 < height <= LARGEST and 0 < step <= 4):
        return False
    row = width * step
    return row <= stride <= 4 * LARGEST and length >= max(stride, (height - 1) * stride + row - step + 1)
