"""Two persons who are one human: a mapping from the one to the other, made of nothing but facts.

A merge changes no record: it says that who is known by one id is known by another too. Taken back it is as if it had
not been. The same facts give the same mapping in whatever order they come and however often, chains and circles
included.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

_LONGEST_ID = 64  # characters


class WhyNot(StrEnum):
    """Why two persons are not merged."""

    UNKNOWN = "unknown"  # nobody of this hub has that id
    ONE_ALREADY = "one_already"
    CHILD_WITH_ADULT = "child_with_adult"


@dataclass(frozen=True)
class Merge:
    """The event that says it. `undone_by` is the event that took it back, "" while it stands."""

    event: str
    kept: str  # a person's id
    dropped: str
    worker: str = ""
    at: str = ""  # a stamp
    undone_by: str = ""

    @property
    def says_it(self) -> bool:
        """Whether it says of two that they are one. What was taken back before it was told is not known yet."""
        return bool(self.kept and self.dropped) and self.kept != self.dropped


@dataclass(frozen=True)
class Unmerge:
    event: str
    merge: str  # the event that counts no more


Fact = Merge | Unmerge


@dataclass(frozen=True)
class Humans:
    """Who is who. `keeps` leads from each id that was merged to the one that stands for its human, in one step."""

    keeps: Mapping[str, str] = field(default_factory=dict)

    def keeper(self, person: str) -> str:
        return self.keeps.get(person, person)

    def ids(self, person: str) -> frozenset[str]:
        """All ids of this human."""
        kept = self.keeper(person)
        return frozenset({kept, *(dropped for dropped, into in self.keeps.items() if into == kept)})

    def are_one(self, one: str, other: str) -> bool:
        return self.keeper(one) == self.keeper(other)


NOBODY_MERGED = Humans()


def standing(facts: Iterable[Fact]) -> tuple[Merge, ...]:
    """Each merge once, without those that were taken back, in the order of their events."""
    every = list(facts)
    void = {fact.merge for fact in every if isinstance(fact, Unmerge)}
    void |= {fact.event for fact in every if isinstance(fact, Merge) and fact.undone_by}
    once = {fact.event: fact for fact in every if isinstance(fact, Merge) and fact.says_it and fact.event not in void}
    return tuple(once[event] for event in sorted(once))


def humans(facts: Iterable[Fact]) -> Humans:
    """Whoever is linked by merges is one human, however many lie between. The one who stands for them was dropped into
    nobody; of several, or in a circle, the lowest id, which is the one that was given first."""
    merges = standing(facts)
    dropped = {merge.dropped for merge in merges}
    keeps: dict[str, str] = {}
    for ids in _linked(merges):
        kept = min(ids - dropped or ids)
        keeps.update({id_: kept for id_ in ids if id_ != kept})
    return Humans(keeps)


def _linked(merges: Iterable[Merge]) -> Iterator[set[str]]:
    beside: dict[str, set[str]] = {}
    for merge in merges:
        beside.setdefault(merge.kept, set()).add(merge.dropped)
        beside.setdefault(merge.dropped, set()).add(merge.kept)
    while beside:
        found, ahead = set[str](), {next(iter(beside))}
        while ahead:
            found |= ahead
            ahead = set[str]().union(*(beside.pop(id_) for id_ in ahead)) - found
        yield found


# --- when somebody is erased ----------------------------------------------------------------------------------------


def heirs(facts: Iterable[Fact], gone: Collection[str]) -> dict[str, str]:
    """Of these ids, which are to be forgotten, those of a human who stays by another id: which that is.

    Whoever was one through somebody who is forgotten stays one, and what was said of that id is said of this human.
    """
    who = humans(facts)
    found: dict[str, str] = {}
    for person in gone:
        if stay := sorted(who.ids(person) - set(gone)):
            found[person] = who.keeper(person) if who.keeper(person) in stay else stay[0]
    return found


def handed_on(merge: Merge, gone: Collection[str], to: Mapping[str, str]) -> Merge | None:
    """A merge without those who are forgotten; None where it says nothing any more."""
    kept, dropped = (to.get(id_, "") if id_ in gone else id_ for id_ in (merge.kept, merge.dropped))
    left = replace(merge, kept=kept, dropped=dropped)
    return left if left.says_it and not left.undone_by else None


# --- as plain data --------------------------------------------------------------------------------------------------


def read_pair(body: Mapping[str, Any]) -> tuple[str, str] | None:
    """Kept and dropped, of an event's body; None for what cannot be read."""
    match body:
        case {"kept": str() as kept, "dropped": str() as dropped} if kept != dropped and _are_ids(kept, dropped):
            return kept, dropped
    return None


def dump(merge: Merge) -> dict[str, str]:
    """A merge as flat data, without its event's id."""
    return {name: value for name, value in vars(merge).items() if name != "event"}


def read(event: str, data: Mapping[str, Any]) -> Merge | None:
    """A merge as fed; fields of a later release are no hindrance."""
    texts = [data.get(name) for name in ("kept", "dropped", "worker", "at", "undone_by")]
    good = [text for text in texts if isinstance(text, str) and len(text) <= _LONGEST_ID and text.isprintable()]
    return Merge(event, *good) if len(good) == len(texts) else None


def _are_ids(*texts: str) -> bool:
    return all(0 < len(text) <= _LONGEST_ID and text.isprintable() for text in texts)
