"""How many children of which age band there are, and what else may stand in a fact about people."""

MOST = 999  # people of one sort in a count: more is a slip of the hand
_LONGEST = 64  # characters of an id or a band

Bands = tuple[tuple[str, int], ...]  # how many children of which band, in the order of the bands; "" is not known


def dump_bands(children: Bands) -> str:
    return ",".join(f"{band}:{number}" for band, number in children)


def read_bands(text: object) -> Bands | None:
    """ "0-5:2,6-10:1" as pairs; None for anything else. A band is short and stands once."""
    if text == "":
        return ()
    if not isinstance(text, str) or len(text) > 10 * _LONGEST:
        return None
    pairs = [part.rpartition(":") for part in text.split(",")]
    if not all(colon and number.isascii() and number.isdecimal() for _, colon, number in pairs):
        return None
    bands = tuple((band, int(number)) for band, _, number in pairs)
    good = are_short(*(band for band, _ in bands)) and all(number <= MOST for _, number in bands)
    return bands if good and len({band for band, _ in bands}) == len(bands) else None


def is_number(value: object) -> bool:
    """Whether so many people can have come at once."""
    return type(value) is int and 0 <= value <= MOST


def are_short(*texts: str) -> bool:
    """Whether these can be ids or bands."""
    return all(len(text) <= _LONGEST and text.isprintable() for text in texts)
