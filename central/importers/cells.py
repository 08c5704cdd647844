"""One cell of one row, cleaned as its mapping says. Whatever a property holds, the outcome is a value or BadCell."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from central.importers import prices, spreadsheets, times, words
from central.importers.mapped import Cell, Cells
from central.importers.mending import REPLACED
from central.importers.remarks import Remarks
from central.importers.words import Style

LONGEST = 4000  # characters of a cell, and the longest text that the catalogue holds
_LONGEST_ITEM = 200  # characters of a name or of one of several values
_DIGITS = range(6, 16)  # how many a telephone number has (E.164: 15 at most)
_WEBSITE = re.compile(r"(?:https?://)?[\w.-]+\.[\w-]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@:\"]+@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_BETWEEN_NUMBERS = re.compile(r"[;,|\n]| (?:o|e|oppure|or|and) ", re.IGNORECASE)
_BETWEEN_MAILS = {"e", "o", "oppure", "or", "and", "mail", "e-mail", "email", "-"}
_WHOLE = re.compile(r"[+-]?\d{1,9}(?:\.0*)?")

_EXAMPLE = 40  # characters of a value shown to the curator
_KINDS = {"mails": "mail address", "phones": "telephone number", "website": "web address"}
_SEVERAL = ("mails", "phones")

T = TypeVar("T")
Value = str | int | list[str]


class BadCell(Exception):
    """Why a row cannot be used, in words for the curator."""


class Unclear(BadCell):
    """Why a value cannot be used: its row can, where it can do without."""


def value(properties: Mapping[str, Any], cell: Cell, style: Style) -> Value | None:
    """The cleaned value of a cell, None when there is nothing. Raises BadCell."""
    text = _matched(_raw(properties, cell), cell)
    if not text:
        return None
    match cell.clean:
        case "integer":
            return _integer(text, cell)
        case "mails":
            return _mails(text)
        case "phones":
            return _phones(text)
        case "website":
            return text if _WEBSITE.fullmatch(text) else None
        case "date":
            return _date(text, cell)
        case "cents":
            return _cents(text, cell)
        case "lines":
            return words.lines(text, cell.split) or None
        case "name":
            return _short(words.readable(text, style), cell)
        case _:
            return words.tidy(text) or None


def text(properties: Mapping[str, Any], cell: Cell | None, style: Style) -> str:
    """A text, "" when there is no such cell or nothing in it. Raises BadCell."""
    found = value(properties, cell, style) if cell else None
    return "" if found is None else str(found)


def integer(properties: Mapping[str, Any], cell: Cell | None, style: Style) -> int | None:
    found = value(properties, cell, style) if cell else None
    return found if isinstance(found, int) else None


def parts(properties: Mapping[str, Any], cell: Cell, style: Style) -> list[str]:
    """The several texts of one cell, in order, each once. Raises BadCell."""
    whole = _matched(_raw(properties, cell), cell)
    split = re.split(f"[{re.escape(cell.split)}]", whole) if cell.split else [whole]
    cleaned = (words.tidy(part) for part in split)
    return [_short(part, cell) for part in dict.fromkeys(cleaned) if part]


def further(properties: Mapping[str, Any], cells: Cells, style: Style, remarks: Remarks) -> dict[str, Value]:
    """Further fields, without the empty ones. Raises BadCell."""
    found = {name: kept(partial(_further, properties, cell, style, remarks), remarks) for name, cell in cells.items()}
    return {name: item for name, item in found.items() if item is not None}


def kept(read: Callable[[], T], remarks: Remarks) -> T | None:
    """What `read` gives; an unclear value is None, and remarked. Raises BadCell."""
    try:
        return read()
    except Unclear as unclear:
        remarks.omit(str(unclear))
        return None


def _further(properties: Mapping[str, Any], cell: Cell, style: Style, remarks: Remarks) -> Value | None:
    found = value(properties, cell, style)
    raw = _matched(_raw(properties, cell), cell) if cell.clean in _KINDS else ""
    if raw and not found:
        raise Unclear(f'"{cell.names[0]}" is "{_start(raw)}", which holds no {_KINDS[cell.clean]}')
    _remark_others(_others(raw, cell.clean), cell, remarks)
    return None if found == [] else found


def _others(raw: str, clean: str) -> list[str]:
    """What stands in a cell beside its mail addresses or telephone numbers."""
    if clean == "mails":
        pieces = [piece for piece in _mail_pieces(raw) if piece not in _BETWEEN_MAILS]
        return [piece for piece in pieces if not _MAIL.fullmatch(piece)]
    return [piece for piece in _phone_pieces(raw) if _digits(piece) not in _DIGITS] if clean == "phones" else []


def _remark_others(others: list[str], cell: Cell, remarks: Remarks) -> None:
    kind = _KINDS.get(cell.clean, "")
    for piece in others:
        if "@" in piece or _digits(piece):
            remarks.omit(f'"{cell.names[0]}" holds "{_start(piece)}", which is no {kind}')
        elif any(character.isalpha() for character in piece):
            remarks.interpreted(f"words beside a {kind}, left out", piece)


def _raw(properties: Mapping[str, Any], cell: Cell) -> str:
    """The text of the first property that holds something, or the default."""
    for name in cell.names:
        said = properties.get(name)
        if said is None or said == "":
            continue
        several = isinstance(said, tuple) and cell.clean in _SEVERAL
        text = "; ".join(_checked(one, name) for one in said or ()) if several else plain(properties, name)
        if text:
            return text
    return cell.default


def plain(properties: Mapping[str, Any], name: str) -> str:
    """A property as text: numbers too, nothing as "". Raises BadCell for what is no text of ours."""
    match properties.get(name):
        case None:
            return ""
        case str() as text:
            return _checked(text, name)
        case tuple() as said:
            raise Unclear(f'"{name}" stands in several columns that differ: {" and ".join(map(_start, said))}')
        case bool():
            raise BadCell(f'"{name}" is true or false, not text')
        case int() as number:
            return str(number)
        case float() as number if number == number and abs(number) != float("inf"):
            return f"{number:.15g}"
    raise BadCell(f'"{name}" is not text')


def _checked(text: str, name: str) -> str:
    if len(text) > LONGEST:
        raise BadCell(f'"{name}" has {len(text)} characters, at most {LONGEST} are kept')
    bad = words.forbidden(text)
    if bad:
        raise BadCell(f'"{name}" holds a character that cannot be shown ({bad})')
    if REPLACED in text:
        raise Unclear(f'"{name}" is "{_start(text)}": characters were lost before it came here')
    wrong = spreadsheets.wrong(text)
    if wrong:
        raise Unclear(f'"{name}" is "{_start(text)}", {wrong}')
    return text.replace("\ufeff", "").strip()


def _start(text: str) -> str:
    return " ".join(text[:_EXAMPLE].split())


def _short(text: str, cell: Cell) -> str:
    if len(text) > _LONGEST_ITEM:
        raise BadCell(f'"{cell.names[0]}" has {len(text)} characters, at most {_LONGEST_ITEM} make a name')
    return text


def _matched(text: str, cell: Cell) -> str:
    if not cell.match or not text:
        return text
    found = cell.match.search(text)
    if not found:
        return cell.default
    return ((found[1] if cell.match.groups else found[0]) or "").strip()


def _integer(text: str, cell: Cell) -> int:
    if not _WHOLE.fullmatch(text):
        raise BadCell(f'"{cell.names[0]}" is "{text[:30]}", not a whole number')
    return int(float(text))


def _date(text: str, cell: Cell) -> str:
    found = times.day(text)
    if not found or found.short:
        raise Unclear(f'"{cell.names[0]}" is "{_start(text)}", not a date like 31/12/2026')
    return found.date.isoformat()


def _cents(text: str, cell: Cell) -> int:
    found = prices.cents(text)
    if found is None:
        raise Unclear(f'"{cell.names[0]}" is "{_start(text)}", not one price in euro')
    return found


def _mails(text: str) -> list[str]:
    return [item for item in _mail_pieces(text) if _MAIL.fullmatch(item)]


def _mail_pieces(text: str) -> list[str]:
    pieces = (item.strip("<>()[].:").lower().removeprefix("mailto:") for item in re.split(r"[;,/|\s]+", text))
    return list(dict.fromkeys(filter(None, pieces)))


def _phones(text: str) -> list[str]:
    return [item for item in _phone_pieces(text) if _digits(item) in _DIGITS]


def _phone_pieces(text: str) -> list[str]:
    """Blanks and "/" stand inside a number as well as between two: they divide what is long enough on both sides."""
    groups = [group for line in _BETWEEN_NUMBERS.split(text) for group in _divided(line, " - ")]
    found = [item for group in groups for part in _divided(group, "/") for item in _divided(part, " ")]
    return list(dict.fromkeys(filter(None, map(words.tidy, found))))


def _divided(text: str, between: str) -> list[str]:
    pieces = [piece for piece in text.split(between) if piece.strip()]
    return pieces if all(_digits(piece) >= _DIGITS.start for piece in pieces) else [text]


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)
