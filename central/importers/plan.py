"""What an import has to write: the rows' records against those the catalogue holds. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from central.importers.report import Count
from central.importers.rows import Data, Records

CURATED = ("pillars", "category", "min_age", "max_age", "price_cents")
_REFERENCES = {  # kind -> (kind, field) of the records that name it
    "session": (),
    "activity": (("session", "activity"),),
    "provider": (("activity", "provider"),),
    "place": (("activity", "place"), ("hub", "place")),
    "area": (("place", "area"),),
}
KINDS_NEEDED = ("area", "provider", "place", "activity", "session", "hub")


@dataclass(frozen=True)
class Plan:
    """`kept` are records no longer in the source that stay: a row left out may have meant them, or others name them."""

    publish: tuple[tuple[str, str, Data], ...]
    withdraw: tuple[tuple[str, str], ...]
    counts: Mapping[str, Count]
    kept: int


def curated(wanted: Data, held: Mapping[str, Any] | None) -> Data:
    """What a curator has filled in stays, as long as the source and its mapping say nothing on it."""
    if held is None:
        return wanted
    filled = {name: held[name] for name in CURATED if not wanted.get(name) and held.get(name)}
    return {**wanted, **filled}


def plan(dataset: str, wanted: Records, held: Records, unsure: tuple[str, ...]) -> Plan:
    """`wanted` is what the rows became, `held` every live record of KINDS_NEEDED."""
    publish: list[tuple[str, str, Data]] = []
    withdraw: list[tuple[str, str]] = []
    counts: dict[str, Count] = {}
    kept = 0
    staying = _by_kind(held)
    for kind in sorted(wanted, key=_activities_first):
        there = held.get(kind, {})
        gone = _gone(dataset, wanted[kind], there)
        named = _named(kind, staying, wanted)
        leaving = [id_ for id_ in gone if id_ not in named and not _meant(id_, unsure)]
        for id_ in leaving:
            del staying[kind][id_]
        withdraw += [(kind, id_) for id_ in leaving]
        kept += len(gone) - len(leaving)
        new = [id_ for id_ in wanted[kind] if id_ not in there]
        changed = [id_ for id_ in wanted[kind] if id_ in there and there[id_] != wanted[kind][id_]]
        publish += [(kind, id_, wanted[kind][id_]) for id_ in (*new, *changed)]
        same = len(wanted[kind]) - len(new) - len(changed)
        counts[kind] = Count(len(new), len(changed), same, len(gone), len(leaving))
    return Plan(tuple(publish), tuple(withdraw), counts, kept)


def _by_kind(held: Records) -> dict[str, dict[str, Data]]:
    return {kind: dict(held.get(kind, {})) for kind in KINDS_NEEDED}


def _activities_first(kind: str) -> int:
    """Who names comes before who is named."""
    return ("session", "activity", "provider", "place", "area").index(kind)


def _gone(dataset: str, wanted: Mapping[str, Data], there: Mapping[str, Data]) -> list[str]:
    """What this data set, and nobody else, made, and says no more."""
    return [id_ for id_, data in there.items() if id_ not in wanted and _made_by(dataset, id_, data)]


def _made_by(dataset: str, id_: str, data: Mapping[str, Any]) -> bool:
    source = data.get("source")
    return id_.startswith(f"{dataset}.") and isinstance(source, dict) and source.get("dataset") == dataset


def _meant(id_: str, unsure: tuple[str, ...]) -> bool:
    return f"{id_}.".startswith(unsure)


def _named(kind: str, staying: Records, wanted: Records) -> set[Any]:
    """The ids that records which stay still name; a record about to be rewritten counts as it will be."""
    names: set[Any] = set()
    for other, field in _REFERENCES[kind]:
        names |= {data.get(field) for data in {**staying[other], **wanted.get(other, {})}.values()}
    return names
