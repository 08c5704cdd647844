"""Text as people write it, out of text as registers hold it: blanks, shouted capitals, abbreviations."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

_LETTERS = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"^\W*(?:[^\W\d_]\.)+[^\W\d_]?\W*$")
_INITIAL_GLUED_TO_A_NAME = re.compile(r"(?<!\w)([^\W\d_])\.(?=[^\W\d_]{2,}(?![\w.]))")
_ROMAN = re.compile(r"^X{0,3}(?:IX|IV|V?I{0,3})$")
_APOSTROPHE_AFTER_AN_ACCENT = re.compile(r"([ÀÈÉÌÒÙàèéìòù])'(?!\w)")
_BLANK_BEFORE_A_STOP = re.compile(r"\s+([,;.])")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_QUOTES = '"“”«»'
_VOWELS = re.compile(r"[AEIOUYÀÈÉÌÒÙ]")
_SEPARATORS = ("-", "–", "/", "|", "(")
_LONGEST_ACRONYM = 3
_SHORTEST_MIXED_ROMAN = 3  # "Xxv" is a number; "Vi" may be a word


@dataclass(frozen=True)
class Style:
    """How a city writes its names; from the mapping's [text]."""

    small: frozenset[str] = frozenset()  # lower-case inside a name: "del", "di"
    expand: Mapping[str, str] = field(default_factory=dict)  # upper-case abbreviation -> the whole word
    keep: Mapping[str, str] = field(default_factory=dict)  # casefolded word -> how it is always written


PLAIN = Style()


def tidy(text: str) -> str:
    """One form of Unicode, one blank between words, none around, no quotes around the whole."""
    text = " ".join(unicodedata.normalize("NFC", text).replace("\ufeff", "").split())
    bare = text.strip(_QUOTES + " ")
    quoted = text[:1] in _QUOTES and not any(quote in bare for quote in _QUOTES)
    return bare if quoted else text


def forbidden(text: str) -> str:
    """The name of a character that no text of ours may hold ("U+0007"), or "": controls, halves of pairs, and marks
    that turn the direction of what follows."""
    found = _FORBIDDEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def shown(text: str) -> str:
    """A text on one line, with the names of the characters that cannot be shown in their places."""
    named = _FORBIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)
    return re.sub(r"[\t\n\r\u2028\u2029]", " ", named)


def normal(text: str) -> str:
    """What of a text counts for identity: letters and digits, without case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def lines(text: str, splitters: str) -> str:
    """A cell that holds several remarks, as one line each, each beginning with a capital."""
    parts = re.split(f"[{re.escape(splitters)}]", text) if splitters else [text]
    cleaned = (_BLANK_BEFORE_A_STOP.sub(r"\1", tidy(part.strip(_QUOTES + " \t\r\n"))) for part in parts)
    return "\n".join(part[0].upper() + part[1:] for part in cleaned if part)


def readable(text: str, style: Style = PLAIN) -> str:
    """A name without shouting: "P.LE LOTTO" -> "Piazzale Lotto", "SANT'ABBONDIO" -> "Sant'Abbondio"."""
    text = tidy(text)
    mixed = any(_is_capitalised(word) for word in _LETTERS.findall(text))
    text = " ".join(_expanded(token, style) for token in text.split(" "))
    tokens = _INITIAL_GLUED_TO_A_NAME.sub(r"\1. ", text).split(" ")
    cased = [_cased(token, _begins(tokens, i), mixed, style) for i, token in enumerate(tokens)]
    return _APOSTROPHE_AFTER_AN_ACCENT.sub(r"\1", " ".join(cased))


def _expanded(token: str, style: Style) -> str:
    stem = token.rstrip(",;:")
    whole = style.expand.get(stem.upper())
    return whole + token[len(stem) :] if whole else token


def _begins(tokens: list[str], index: int) -> bool:
    """Whether a name begins here: at the start, and after "-" or "/"."""
    return index == 0 or tokens[index].startswith("(") or tokens[index - 1].endswith(_SEPARATORS)


def _is_capitalised(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word[1:].islower()


def _cased(token: str, first: bool, mixed: bool, style: Style) -> str:
    if _INITIALS.match(token):
        return token
    return _LETTERS.sub(lambda found: _word(found, first and found.start() == 0, mixed, style), token)


def _word(found: re.Match[str], first: bool, mixed: bool, style: Style) -> str:
    word, before = found[0], found.string[: found.start()]
    kept = style.keep.get(word.casefold())
    if kept is not None:
        return kept
    if before[-1:].isdigit():
        return word
    if not first and not before and _is_small(found, style):
        return word.lower()
    if _is_roman(word, mixed):
        return word.upper()
    if not word.isupper() or _stays_capital(word, mixed):
        return word.lower() if before.endswith("'") and len(word) == 1 else word
    return word[0] + word[1:].lower()


def _is_small(found: re.Match[str], style: Style) -> bool:
    """A small word alone ("del"), or shortened before a name ("dell'Arte")."""
    after = found.string[found.end() :]
    return found[0].lower() in style.small and (after in ("", ",", ";") or after.startswith("'"))


def _is_roman(word: str, mixed: bool) -> bool:
    if word.isupper():
        return len(word) > 1 and bool(_ROMAN.match(word))
    return mixed and len(word) >= _SHORTEST_MIXED_ROMAN and bool(_ROMAN.match(word.upper())) and _is_capitalised(word)


def _stays_capital(word: str, mixed: bool) -> bool:
    """Single letters, acronyms beside words that are not shouted, and what nobody could pronounce."""
    return len(word) == 1 or (mixed and len(word) <= _LONGEST_ACRONYM) or not _VOWELS.search(word)
