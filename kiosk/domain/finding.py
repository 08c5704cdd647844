"""How a name is found however it is typed: without accents and capitals, in any script, from any of its words."""

import unicodedata

from kiosk.domain.legible import without_joiners

SHORTEST = 2  # characters before a search begins, but for scripts that write a word in one or two
_LONGEST = 60


def keys(*names: str) -> frozenset[str]:
    """What a person is found by: each word of their names."""
    return frozenset(word for name in names for word in folded(name).split())


def folded(text: str) -> str:
    """Small, without accents, apostrophes and hyphens as spaces."""
    word = without_joiners(text[:_LONGEST])
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare).split())[:_LONGEST]


def words(text: str) -> tuple[str, ...]:
    """What is looked for; nothing while too little is typed."""
    found = tuple(folded(text).split())
    enough = len("".join(found)) >= SHORTEST or not text.isascii()
    return found if enough else ()
