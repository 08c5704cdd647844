"""What a spreadsheet or a database leaves in a cell that is not what somebody wrote there."""

import re

_TEXT_AS_FORMULA = re.compile(r'="([^"]*)"')  # how spreadsheets are told to keep the zero of "021234567"
_FORMULA = re.compile(r"=.|[+@-]\s?[^\W\d_]\w*[(|]", re.DOTALL)
_ERROR = re.compile(
    r"#(?:REF!|RIF!|N/[AD]|VALUE!|VALORE!|DIV/0!|NAME\?|NOME\?|NUM!|NULL!|NULLO!|#+)", re.IGNORECASE
)  # in English and Italian; a number wider than its column is "####"
_NOTHING = {"null", "(null)", "<null>", "n/a", "n.a.", "nan", "n.d.", "n/d", "non disponibile", "not available"}


def meant(cell: str) -> tuple[str, str]:
    """The text of a cell, and how it was read: "" when it stands as it is."""
    found = _TEXT_AS_FORMULA.fullmatch(cell.strip())
    if found:
        return found[1], "a text written as a formula, taken for the text"
    if cell.strip().casefold() in _NOTHING:
        return "", "a cell that says there is nothing, taken for empty"
    return cell, ""


def wrong(text: str) -> str:
    """Why a text is none that somebody wrote: "a formula", "an error of a spreadsheet"; "" when it may be one."""
    text = text.strip()
    if _ERROR.fullmatch(text):
        return "an error of a spreadsheet"
    return "a formula" if _FORMULA.match(text) else ""
