"""What a person has to look at: what a station finds by itself, and what central told.

Ids, days and enumerated words: no names. Whoever opens a case is shown what it is about, and is on record.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

REDEMPTION = "redemption"  # in place of a kind of record


class Kind(StrEnum):
    """In the order of the list: what protects somebody comes first."""

    CENTRALS = "centrals"  # central opened it: `what` is its word, `subject` its number
    WEAKENING_ASKED = "weakening_asked"  # central has not heard yet: another one has to agree. `what` is the field
    FROZEN = "frozen"  # a copy of this station was seen: it gives nothing of value
    TWO_VALUES = "two_values"  # two desks changed one field differently: `what` is the field
    TWO_CARDS = "two_cards"  # of one human in one household, `number` of them
    REVIEW_DUE = "review_due"  # of a relation, the day to look at it again has come
    REQUEST_LATE = "request_late"  # by its day nobody answered it: `subject` is the sign-up, `what` the session
    OWN_CONSENT = "own_consent"  # who is 14 now gives their own
    CLOSED_AT_NIGHT = "closed_at_night"  # nobody said that they left
    CLAIMED = "claimed"  # people whom nobody named, counted at the touchscreen; no worker has agreed
    REFUSED = "refused"  # central did not take a message of this station: `what` is its type, `reason` why
    ASIDE = "aside"  # a message that cannot be brought to central as it is
    UNREADABLE = "unreadable"  # records of central that cannot be read here: `what` is their kind, `number` how many
    FEW_BLANKS = "few_blanks"  # `number` cards are left to give out


class Remedy(StrEnum):
    """What a worker may do about it."""

    EDIT = "edit"
    CONSENT = "consent"  # the person gives their own
    CARD = "card"  # another one, which ends the older ones
    AGREE = "agree"  # that the number is right
    TAKE_BACK = "take_back"
    ANSWER = "answer"  # a request
    ACKNOWLEDGE = "acknowledge"  # it only had to be seen; may be taken back
    CLOSE = "close"  # at central, for every desk
    ASK_THE_OFFICE = "ask_the_office"


_MAY: Mapping[Kind, tuple[Remedy, ...]] = {
    Kind.CENTRALS: (Remedy.ASK_THE_OFFICE,),
    Kind.WEAKENING_ASKED: (Remedy.ASK_THE_OFFICE,),
    Kind.FROZEN: (Remedy.ASK_THE_OFFICE,),
    Kind.TWO_VALUES: (Remedy.EDIT,),
    Kind.TWO_CARDS: (Remedy.CARD, Remedy.ACKNOWLEDGE),
    Kind.REVIEW_DUE: (Remedy.EDIT,),
    Kind.REQUEST_LATE: (Remedy.ANSWER,),
    Kind.OWN_CONSENT: (Remedy.CONSENT,),
    Kind.CLOSED_AT_NIGHT: (Remedy.TAKE_BACK, Remedy.ACKNOWLEDGE),
    Kind.CLAIMED: (Remedy.AGREE, Remedy.TAKE_BACK),
    Kind.REFUSED: (Remedy.ACKNOWLEDGE,),
    Kind.ASIDE: (Remedy.ASK_THE_OFFICE, Remedy.ACKNOWLEDGE),
    Kind.UNREADABLE: (Remedy.ASK_THE_OFFICE,),
    Kind.FEW_BLANKS: (Remedy.ASK_THE_OFFICE,),
}


@dataclass(frozen=True)
class Case:
    """`subject` names it among those of its kind: an event, a visit, a record. `at` is a stamp or a day.

    `record` and `record_id` are the kind and the id of a family's record, or of what a voucher paid at this station
    (`number` is its cents); "" where it is about none.
    """

    kind: Kind
    subject: str
    what: str = ""
    person: str = ""
    household: str = ""
    at: str = ""
    number: int = 0
    reason: str = ""
    record: str = ""
    record_id: str = ""
    may: tuple[Remedy, ...] = ()

    @property
    def id(self) -> str:
        """By which it is named to whoever acts on it."""
        return f"{self.kind.value}.{self.subject}"


def with_remedies(case: Case) -> Case:
    """What may be done about cases of its kind, unless it says so itself."""
    return case if case.may else replace(case, may=_MAY[case.kind])
