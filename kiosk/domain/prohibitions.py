"""Who must not collect a child, as the hubs are told where another hub's household said so.

No more is told than a release needs: the child, the adult where that hub knows them, and from when until when. Who said
it, where, and who the adult is are not in it (PRODUCT.md, rule 7).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain.ties import Tie

KIND = "prohibition"  # a record for each child and hub
_LONGEST = 64  # characters of an id, or of a day


@dataclass(frozen=True, order=True)
class Prohibition:
    """`adult` is "" for somebody whom the hub that is told does not know. Days as those of a tie."""

    child: str  # a person's id
    adult: str
    since: str = ""
    until: str = ""

    def as_tie(self) -> Tie:
        return Tie(self.adult, self.child, must_not_collect=True, since=self.since, until=self.until)


def name(child: str, hub: str) -> str:
    """The id of the record by which a hub is told of a child."""
    return f"{child}@{hub}"


def dump(child: str, said: Iterable[Prohibition]) -> dict[str, Any]:
    return {"child": child, "adults": [[one.adult, one.since, one.until] for one in sorted(set(said))]}


def read(data: Mapping[str, Any]) -> tuple[Prohibition, ...] | None:
    """As fed; None for what cannot be read."""
    match data:
        case {"child": str() as child, "adults": list() as adults} if _fit([child]):
            said = [_read(child, row) for row in adults]
            return tuple(one for one in said if one) if all(said) else None
    return None


def _read(child: str, row: object) -> Prohibition | None:
    match row:
        case [str() as adult, str() as since, str() as until] if _fit([adult, since, until]):
            return Prohibition(child, adult, since, until)
    return None


def _fit(texts: Iterable[str]) -> bool:
    return all(len(text) <= _LONGEST and text.isprintable() for text in texts)
