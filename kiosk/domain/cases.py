"""What a person has to look at, as a station knows it by itself. Ids, days and enumerated words: no names."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TWO_VALUES = "two_values"  # two desks changed one field differently: `what` is the field
    REVIEW_DUE = "review_due"  # of a relation, the day to look at it again has come
    CLOSED_AT_NIGHT = "closed_at_night"  # nobody said that they left
    CLAIMED = "claimed"  # people whom nobody named, counted at the touchscreen; no worker has agreed
    REFUSED = "refused"  # central did not take a message of this station: `what` is its type
    ASIDE = "aside"  # a message that cannot be brought to central as it is
    UNREADABLE = "unreadable"  # records of central that cannot be read here: `what` is their kind, `number` how many
    FEW_BLANKS = "few_blanks"  # `number` cards are left to give out


@dataclass(frozen=True)
class Case:
    """`subject` names it for whoever looks at it: an event, a visit, a record. `at` is a stamp or a day."""

    kind: Kind
    subject: str
    what: str = ""
    person: str = ""
    household: str = ""
    at: str = ""
    number: int = 0

    @property
    def is_settled_by_looking(self) -> bool:
        """Whether it is enough that somebody saw it. The others end when what they are about is put right."""
        return self.kind in (Kind.CLOSED_AT_NIGHT, Kind.REFUSED, Kind.ASIDE)
