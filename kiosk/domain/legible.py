"""Text that people read as it is written."""

import re

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def turns_round(text: str) -> bool:
    """Whether it holds a control that turns the direction of letters, and so can show other words than it holds.

    Arabic and Urdu need none: each letter has its direction (Unicode Standard Annex 9, embeddings and isolates).
    """
    return not text.isascii() and _TURNS.search(text) is not None
