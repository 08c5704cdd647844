"""Text that people read as it is written."""

import re

# Between two letters of Sinhala, Bengali, Urdu and others they say how these are joined; anywhere else they hide.
_JOINS = re.compile("(?<=[^\x00-\x7f\u200c\u200d])[\u200c\u200d](?=[^\x00-\x7f\u200c\u200d])")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def turns_round(text: str) -> bool:
    """Whether it holds a control that turns the direction of letters, and so can show other words than it holds.

    Arabic and Urdu need none: each letter has its direction (Unicode Standard Annex 9, embeddings and isolates).
    """
    return not text.isascii() and _TURNS.search(text) is not None


def without_joiners(text: str) -> str:
    """Without the invisible characters that have their place in a word: any that is left hides something."""
    return text if text.isascii() else _JOINS.sub("", text)
