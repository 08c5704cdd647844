"""Tells a scan from typing in a stream of keys: a scanner types faster than any hand and ends with Enter or silence.

Pure: it is given characters and moments, and answers with what happened. Moments are seconds on any steady clock.
"""

from dataclasses import dataclass, replace

GAP_S = 0.05  # between two keys of a scanner; keyboard scanners send one in 2 to 30 ms, hands rarely in under 60
SHORTEST = 6  # characters; fewer are typing
KEPT = 256  # longer bursts are nonsense: what is kept is enough to see that


@dataclass(frozen=True)
class Burst:
    """Keys that came fast one after the other."""

    text: str = ""
    last: float = 0.0


EMPTY = Burst()


@dataclass(frozen=True)
class Scan:
    text: str


@dataclass(frozen=True)
class Typing:
    """These keys were a hand's: give them back to whoever has the focus."""

    text: str


@dataclass(frozen=True)
class Reading:
    """The second fast key: this will be a scan."""


Fact = Scan | Typing | Reading


def key(burst: Burst, character: str, at: float, gap: float = GAP_S) -> tuple[Burst, tuple[Fact, ...]]:
    """One character more (terminators come through `end`)."""
    if burst.text and at - burst.last > gap:
        return Burst(character, at), silence(burst)
    longer = replace(burst, text=(burst.text + character)[:KEPT], last=at)
    return longer, (Reading(),) if len(longer.text) == 2 else ()


def may_be_scan(burst: Burst, character: str, opening: str) -> bool:
    """Whether a scan that begins with `opening` (capitals) may go on with this character; any may, where it is ""."""
    text = burst.text + character
    return text[: len(opening)].upper() == opening[: len(text)]


def end(burst: Burst, at: float, gap: float = GAP_S) -> tuple[Burst, tuple[Fact, ...]]:
    """Enter or Tab. After typing it belongs to the hand: the caller passes it on when no Scan is among the facts."""
    if at - burst.last > gap:
        return EMPTY, silence(burst)
    return EMPTY, _fact(burst)


def silence(burst: Burst) -> tuple[Fact, ...]:
    """The gap has passed with no key: a scanner without terminator, or a hand."""
    return _fact(burst)


def _fact(burst: Burst) -> tuple[Fact, ...]:
    if not burst.text:
        return ()
    return (Scan(burst.text),) if len(burst.text) >= SHORTEST else (Typing(burst.text),)
