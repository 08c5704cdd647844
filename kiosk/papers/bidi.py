"""Text of one direction inside a line of another (UAX 9): ranges, hours, dates and codes keep their order in Arabic."""

_LEFT_TO_RIGHT, _BY_ITSELF, _END = "\u2066", "\u2068", "\u2069"  # LRI, FSI, PDI


def left_to_right(text: str) -> str:
    return f"{_LEFT_TO_RIGHT}{text}{_END}"


def apart(text: str) -> str:
    """In the direction of its own first letter: a name."""
    return f"{_BY_ITSELF}{text}{_END}"
