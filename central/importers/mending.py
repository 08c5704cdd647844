"""Text whose bytes were once read in the wrong encoding: "attivitÃ " is "attività"."""

import re

REPLACED = "\ufffd"  # stands where a character was lost
_ODD = {  # what Windows-1252 shows for the bytes 0x80 to 0x9f
    ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)
}
_BYTES = _ODD | {point: point for point in range(0x80, 0x100)}
_CONTINUES = "[" + "".join(re.escape(chr(point)) for point in _BYTES if 0x80 <= _BYTES[point] < 0xC0) + "]"
_LEADS = rf"[ÂÃ]{_CONTINUES}|â[€‚„†œ]{_CONTINUES}|ï[»¿]{_CONTINUES}|ðŸ{_CONTINUES}{{2}}"  # as no language writes
_MANGLED = re.compile(_LEADS)
_LOST_BLANK = re.compile(r"(?<=[^\W\d_])Ã(?=$|[ '’.,;:)])")  # its second half was a hard blank, and went
_FOREIGN = rf"(?:[Â-ß]{_CONTINUES}|[à-ï]{_CONTINUES}{{2}}|ð{_CONTINUES}{{3}})"  # a letter of any script
_MANGLED_WORD = re.compile(_FOREIGN + "{2,}")  # one such pair alone may be meant: "PIÙ»"
_MANGLED_LETTER = re.compile(_FOREIGN)
_BEHIND_LATIN = "\u0370"  # Greek is the first of the other scripts
_TIMES = 3  # that a text may have been mangled


def mended(text: str) -> str:
    """The text as it was meant; the same text when nothing in it is mangled."""
    if text.isascii():
        return text
    text = _with_words(text)  # once, at first: what was mended may look like such a word, as "È°È’" does
    for _ in range(_TIMES):
        better = _LOST_BLANK.sub(_a_with_accent, _MANGLED.sub(_again, text))
        if better == text:
            break
        text = better
    return text


def _with_words(text: str) -> str:
    """With the letters of other scripts, Arabic or Cyrillic, when a whole word of them is mangled."""
    found = any(_is_foreign(_again(found)) for found in _MANGLED_WORD.finditer(text))
    return _MANGLED_LETTER.sub(_again, text) if found else text


def _is_foreign(word: str) -> bool:
    return word.isalpha() and min(word) >= _BEHIND_LATIN


def _again(found: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[ord(character)] for character in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _a_with_accent(found: re.Match[str]) -> str:
    """The bytes of "à" end in a hard blank, those of "À" in a sign that many programs drop."""
    return "À" if found.string[found.start() - 1].isupper() else "à"
