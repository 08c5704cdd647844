"""What needs a person: the cases a desk lists, those it finds itself and those that central opened.

Ids and enumerated words alone: nobody's name is in a case. Who opens one is shown what it is about, and is on record.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

_LONGEST = 64  # characters of an id or a word


class Kind(StrEnum):
    """What is the matter, in the order of the list: what protects somebody comes first."""

    CENTRALS = "centrals"  # central opened it; `reason` is its word
    WEAKENING = "weakening"  # somebody of safeguarding asks to take a protection away; another has to agree
    TWO_VALUES = "two_values"  # two people said different things of one field
    TWO_CARDS = "two_cards"  # of one human in one household
    REVIEW = "review"  # the day to look again at what an adult is to a child
    CONSENT = "consent"  # who is 14 now gives their own
    CLAIMED = "claimed"  # people who were counted at the touchscreen, and nobody has agreed
    CLOSED_BY_RULE = "closed_by_rule"  # nobody said that they left
    REFUSED = "refused"  # central did not take an event
    NOT_SENT = "not_sent"  # an event could not be brought to central as it is
    UNREADABLE = "unreadable"  # records of central that cannot be read here, by kind
    FEW_BLANKS = "few_blanks"


class Remedy(StrEnum):
    """What a worker may do about it."""

    EDIT = "edit"
    CONSENT = "consent"  # the person gives their own
    CARD = "card"  # another one, which ends the older ones
    AGREE = "agree"  # that the number is right
    TAKE_BACK = "take_back"
    ACKNOWLEDGE = "acknowledge"  # it only had to be seen; may be taken back
    CLOSE = "close"  # at central, for every desk
    ASK_THE_OFFICE = "ask_the_office"


class Why(StrEnum):
    """Why nobody has to look at it any more. Enumerated: no family's name gets in."""

    SEEN = "seen"
    SETTLED = "settled"
    NOTHING_WRONG = "nothing_wrong"
    ELSEWHERE = "elsewhere"  # somebody else sees to it


REMEDIES: Mapping[Kind, tuple[Remedy, ...]] = {
    Kind.CENTRALS: (Remedy.ASK_THE_OFFICE,),
    Kind.WEAKENING: (Remedy.ASK_THE_OFFICE,),
    Kind.TWO_VALUES: (Remedy.EDIT,),
    Kind.TWO_CARDS: (Remedy.CARD, Remedy.ACKNOWLEDGE),
    Kind.REVIEW: (Remedy.EDIT,),
    Kind.CONSENT: (Remedy.CONSENT,),
    Kind.CLAIMED: (Remedy.AGREE, Remedy.TAKE_BACK),
    Kind.CLOSED_BY_RULE: (Remedy.TAKE_BACK, Remedy.ACKNOWLEDGE),
    Kind.REFUSED: (Remedy.ACKNOWLEDGE,),
    Kind.NOT_SENT: (Remedy.ASK_THE_OFFICE, Remedy.ACKNOWLEDGE),
    Kind.UNREADABLE: (Remedy.ASK_THE_OFFICE,),
    Kind.FEW_BLANKS: (Remedy.ASK_THE_OFFICE,),
}


@dataclass(frozen=True)
class Case:
    """`subject` names it among those of its kind; `number` says how many it stands for.

    `record`, `record_id` and `field` are of a family's record, `household` is whose it is; "" where there is none.
    `since` is a stamp or a day, "" where nobody knows.
    """

    kind: Kind
    subject: str
    reason: str = ""
    number: int = 1
    since: str = ""
    person: str = ""
    household: str = ""
    record: str = ""
    record_id: str = ""
    field: str = ""
    may: tuple[Remedy, ...] = ()

    @property
    def id(self) -> str:
        """By which a worker names it."""
        return f"{self.kind.value}/{self.subject}"


# --- those that central opened --------------------------------------------------------------------------------------

# What takes somebody of safeguarding to close, and not who did it.
GRAVE = frozenset({"must_not_collect", "weakening_asked", "shielded"})
# What a hub's own workers can see to. All others are the office's: they say that a chain, a key or a release is wrong.
AT_THE_DESK = GRAVE | {
    "already_bound",
    "blank_forgotten",
    "calendar_conflict",
    "cards_of_two_hubs",
    "child_with_adult",
    "conflict",
    "edited_after_erasure",
    "not_a_desk",
    "not_the_lead",
    "not_your_blank",
    "other_household",
    "other_hub",
    "set_at_another_hub",
    "shredded",
    "worker_revoked",
    "worker_unknown",
}
CONFLICT = "conflict"  # closed by whoever settles what it is about


@dataclass(frozen=True)
class Name:
    """What a case is called wherever central's database comes from: the same trouble with the same subject is one."""

    kind: str
    station: str
    subject: str  # an event's id, as a rule


@dataclass(frozen=True)
class Told:
    """A case of central's as fed. `number` is how its office names it; the record is what its event was about."""

    number: str
    name: Name
    at: str
    household: str = ""
    record: str = ""
    record_id: str = ""


def dump_told(told: Told) -> dict[str, str]:
    rest = {name: value for name, value in vars(told).items() if name not in ("number", "name")}
    return {**vars(told.name), **rest}


def read_told(number: str, data: Mapping[str, Any]) -> Told | None:
    """Fields of a later release are no hindrance."""
    texts = [data.get(name) for name in ("kind", "station", "subject", "at", "household", "record", "record_id")]
    good = [text for text in texts if isinstance(text, str) and len(text) <= _LONGEST and text.isprintable()]
    if len(good) < len(texts) or not all(good[:3]):
        return None
    return Told(number, Name(*good[:3]), *good[3:])


def read_closing(body: Mapping[str, Any]) -> tuple[Name, Why] | None:
    """What an event closes and why; None for what cannot be read."""
    texts = [body.get(name) for name in ("kind", "station", "subject")]
    named = [text for text in texts if isinstance(text, str) and 0 < len(text) <= _LONGEST and text.isprintable()]
    why = body.get("why")
    return (Name(*named), Why(why)) if len(named) == len(texts) and why in tuple(Why) else None
