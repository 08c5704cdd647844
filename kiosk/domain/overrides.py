"""What a named worker decides against a rule, why, and what they looked at. Enumerated: no family's name gets in."""

from enum import StrEnum


class Rule(StrEnum):
    """The rule that was overridden."""

    MUST_NOT_COLLECT = "must_not_collect"
    NOT_AUTHORISED = "not_authorised"  # an adult who is not known to be allowed to collect
    ASK_SAFEGUARDING = "ask_safeguarding"  # somebody must not collect whom nobody knows here: it may be this one
    LEAVES_ALONE = "leaves_alone"
    CAPACITY = "capacity"
    CLOSED = "closed"
    AGE = "age"


class Because(StrEnum):
    GUARDIAN_ASKED = "guardian_asked"  # seen or spoken to
    PAPER_SEEN = "paper_seen"  # a court's or an authority's
    AUTHORITY_ASKED = "authority_asked"  # police, social services, ambulance
    RECORD_WRONG = "record_wrong"
    NOBODY_TURNED_AWAY = "nobody_turned_away"


class Sight(StrEnum):
    """What somebody looked at."""

    HOUSEHOLD = "household"
    PERSON = "person"
    NOTES = "notes"  # health and allergies
    RELATIONS = "relations"
    EXPORT = "export"
    INSIDE = "inside"  # the list of who is inside; about nobody in particular
    CASE = "case"
    SEARCH = "search"  # names that a search, or a list of who is alike, showed; what was typed is nowhere
