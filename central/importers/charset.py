"""Which encoding a file is written in: found out of its bytes, without holding them all."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LARGEST = 256 * 2**20  # bytes
_CHUNK = 2**20  # bytes read at once
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = {
    b"\x1f\x8b": "is compressed (gzip): unpack it first",
    b"PK\x03\x04": "is a zip archive or a spreadsheet (xlsx, ods): unpack it, or save it as text, first",
    b"%PDF": "is a PDF",
    b"\xd0\xcf\x11\xe0": "is a spreadsheet (xls): save it as CSV first",
    b"<": "is a web page or XML",
}
_MOSTLY = 0.3  # of the bytes at even, or odd, places are zero: UTF-16 without a mark
_OLDER = re.compile(
    rb"[A-Za-z][\x82\x85\x88\x8a\x8d-\x8f\x93\x95\x97\x98\x9d]"
)  # a to u with accents, in DOS or on a Mac
_ACCENTED = re.compile(rb"[\xc0-\xff]")  # letters with accents in Windows-1252
_OLDER_NOTE = " It may be older (cp850, mac-roman): if its names look wrong, say so in the mapping's [csv]."


@dataclass(frozen=True)
class Unusable:
    """Why a whole file is of no use."""

    reason: str


@dataclass(frozen=True)
class Charset:
    """`name` is Python's; `note` is a sentence for the curator, "" for UTF-8."""

    name: str
    note: str = ""


def find(file: Path) -> Charset | Unusable:
    """How to read a file."""
    try:
        if not file.is_file() and file.exists() and not file.is_dir():
            return Unusable("is no file that could be read twice")
        size = file.stat().st_size
        if size > LARGEST:
            return Unusable(f"has {size} bytes; more than {LARGEST} are not read")
        with file.open("rb") as opened:
            return _found(opened.read(_CHUNK), file)
    except OSError as problem:
        return Unusable(f"cannot be read: {problem.strerror or problem}")


def _found(start: bytes, file: Path) -> Charset | Unusable:
    if not start.strip():
        return Unusable("is empty")
    for begins, reason in _NOT_TEXT.items():
        if start.lstrip().removeprefix(codecs.BOM_UTF8).startswith(begins):
            return Unusable(reason)
    for mark, name in _MARKS:
        if start.startswith(mark):
            return _with_mark(name, file)
    halves = _halves(start)
    if halves:
        return _with_mark(halves, file)
    if _decodes(file, "utf-8"):
        return Charset("utf-8")
    doubt = _OLDER_NOTE if _OLDER.search(start) and not _ACCENTED.search(start) else ""
    if _decodes(file, "cp1252"):
        return Charset("cp1252", f"It is not UTF-8: its encoding was guessed to be Windows-1252 (cp1252).{doubt}")
    return Charset("cp1252", f"It is neither UTF-8 nor wholly Windows-1252 (cp1252), as which it was read.{doubt}")


def _with_mark(name: str, file: Path) -> Charset | Unusable:
    if not _decodes(file, name):
        return Unusable(f"begins like {name.upper()} and is not: save it as UTF-8")
    return Charset(name, "" if name == "utf-8-sig" else f"Its encoding was taken for {name.upper()}.")


def _halves(start: bytes) -> str:
    """UTF-16 that does not say so."""
    even, odd = start[::2], start[1::2]
    if odd and odd.count(0) > _MOSTLY * len(odd) and even.count(0) <= _MOSTLY / 2 * len(even):
        return "utf-16-le"
    if even.count(0) > _MOSTLY * len(even) and odd.count(0) <= _MOSTLY / 2 * len(odd):
        return "utf-16-be"
    return ""


def _decodes(file: Path, name: str) -> bool:
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for chunk in _chunks(file):
            decoder.decode(chunk)
        decoder.decode(b"", True)
    except UnicodeError:
        return False
    return True


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            yield chunk
