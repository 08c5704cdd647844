"""A code held before a camera is one scan, however many frames see it. Pure; moments are seconds, on a steady clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

AWAY_S = 2.0  # a card that trembles in a child's hand is lost for a second; whoever means to scan again takes it away


@dataclass(frozen=True)
class InView:
    """When each code was last seen; what has been away for longer is forgotten."""

    seen: Mapping[bytes, float] = field(default_factory=dict, repr=False)


def look(view: InView, codes: Iterable[bytes], at: float) -> tuple[InView, tuple[bytes, ...]]:
    """One frame more. Answers with the codes that were not in view, each once."""
    still = {code: last for code, last in view.seen.items() if at - last < AWAY_S}
    here = dict.fromkeys(codes, at)
    return InView({**still, **here}), tuple(code for code in here if code not in still)
