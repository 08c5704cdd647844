"""Cases that central opened: what they are called, how a hub's desks are told of them, and who may close which.

Ids and central's own words alone: nobody's name is in a case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_LONGEST = 64  # characters of an id or a word


class Why(StrEnum):
    """Why nobody has to look at it any more. Enumerated: no family's name gets in."""

    SEEN = "seen"
    SETTLED = "settled"
    NOTHING_WRONG = "nothing_wrong"
    ELSEWHERE = "elsewhere"  # somebody else sees to it


MADE_APART = "cards_made_apart"  # two cards of one person, by stations that had not heard of each other's
# What takes somebody of safeguarding to close, and not who did it.
GRAVE = frozenset({"must_not_collect", "ask_safeguarding", "may_collect_despite", "weakening_asked", "shielded"})
# What a hub's own workers can see to. All others are the office's: they say that a chain, a key or a release is wrong.
AT_THE_DESK = GRAVE | {
    "already_bound",
    "blank_forgotten",
    "calendar_conflict",
    "cards_of_two_hubs",
    MADE_APART,
    "child_with_adult",
    "conflict",
    "edited_after_erasure",
    "no_adult_left",
    "not_a_desk",
    "not_an_adult",
    "not_the_lead",
    "not_your_blank",
    "other_household",
    "other_hub",
    "overbooked",
    "pending_closed_before",
    "reversed_elsewhere",
    "reversed_twice",
    "set_at_another_hub",
    "shredded",
    "worker_revoked",
    "worker_unknown",
}
CONFLICT = "conflict"  # closed by whoever settles what it is about


def may_close(kind: str, *, safeguarding: bool) -> bool:
    """Whether a worker of the hub may close a case of this kind; `safeguarding`, whether they are of it."""
    return kind in AT_THE_DESK and (safeguarding or kind not in GRAVE)


@dataclass(frozen=True)
class Matter:
    """What a case is called wherever central's database comes from: the same trouble with the same subject is one."""

    kind: str
    station: str
    subject: str  # an event's id, as a rule


@dataclass(frozen=True)
class Told:
    """A case of central's as fed. `number` is how its office names it; the record is what its event was about."""

    number: str
    matter: Matter
    at: str
    household: str = ""
    record: str = ""
    record_id: str = ""


def dump_told(told: Told) -> dict[str, str]:
    rest = {name: value for name, value in vars(told).items() if name not in ("number", "matter")}
    return {**vars(told.matter), **rest}


def read_told(number: str, data: Mapping[str, Any]) -> Told | None:
    """Fields of a later release are no hindrance."""
    texts = [data.get(name) for name in ("kind", "station", "subject", "at", "household", "record", "record_id")]
    good = [text for text in texts if isinstance(text, str) and len(text) <= _LONGEST and text.isprintable()]
    if len(good) < len(texts) or not all(good[:3]):
        return None
    return Told(number, Matter(*good[:3]), *good[3:])


def read_closing(body: Mapping[str, Any]) -> tuple[Matter, Why] | None:
    """What an event closes and why; None for what cannot be read."""
    texts = [body.get(name) for name in ("kind", "station", "subject")]
    named = [text for text in texts if isinstance(text, str) and 0 < len(text) <= _LONGEST and text.isprintable()]
    why = body.get("why")
    return (Matter(*named), Why(why)) if len(named) == len(texts) and why in tuple(Why) else None
