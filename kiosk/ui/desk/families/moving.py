"""Somebody no longer lives in a household: what ends with it, what stays, and whether it can be."""

from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.families import Kind, Record
from kiosk.domain.living import Ended, is_left_alone, lives_there
from kiosk.ui.desk.families import Named
from kiosk.ui.desk.families.household import named, records_of
from kiosk.usecases.find_family import Opened


@dataclass(frozen=True)
class AwayFace:
    """`ties` end today, `bans` stay. `last`: children would stay without any adult."""

    household: str
    label: str = field(repr=False)
    who: Named
    ties: int
    bans: int
    last: bool
    because: tuple[Ended, ...] = tuple(Ended)


def derive(opened: Opened, person: str, ties: int, day: date) -> AwayFace | None:
    """None where nobody who lives there is that person."""
    living = [one for one in records_of(opened, Kind.MEMBER).values() if lives_there(one)]
    this = next((one for one in living if one.text("person") == person), None)
    if this is None:
        return None
    stay = [one for one in living if one.text("person") != person]
    home = records_of(opened, Kind.HOUSEHOLD).get(opened.household, Record("", {}))
    bans = sum(
        one.flag("must_not_collect") and person in map(one.text, ("adult", "child"))
        for one in records_of(opened, Kind.RELATION).values()
    )
    last = is_left_alone(stay, day) and not is_left_alone(living, day)
    return AwayFace(opened.household, home.text("label"), named(this, day), ties, bans, last)
