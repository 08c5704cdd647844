"""A line of the register as the desk shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.clock import Reading, from_stamp
from kiosk.domain import finding
from kiosk.domain.agebands import NAMES
from kiosk.domain.attendance import ADULT, Kind, State, Who
from kiosk.domain.release import OLDEST, ON_THEIR_OWN_FROM
from kiosk.ui.standing import moment
from kiosk.usecases.day import Entry
from kiosk.usecases.known import Known

_STATES = (State.ARRIVED, State.PRESENT, State.EXPECTED, State.LEFT)


class Leaves(StrEnum):
    """What letting them go takes."""

    ASKED = "asked"  # the page that says who may come for them
    THEMSELVES = "themselves"  # old enough: nothing more
    TOGETHER = "together"  # a group, people nobody named, a guest, an educator: all at once
    NOT = "not"  # they are not here


@dataclass(frozen=True)
class BandCount:
    band: str  # "" where it is not known
    count: int


@dataclass(frozen=True)
class Row:
    """`id` is the stay's first visit; of those still expected it is made of whom and when."""

    id: str
    state: State
    kind: Kind
    name: str = field(repr=False)  # "" for nobody known
    latin: str = field(repr=False)  # where the name is in another script
    creature: str
    who: Who
    years: int | None = field(repr=False)
    band: str
    children: tuple[BandCount, ...]  # of several
    adults: int
    educators: int
    since: str  # "15.02"; of those expected when their turn begins
    until: str
    how: str
    adult: str = field(repr=False)  # whom they left with
    others: tuple[str, ...] = field(repr=False)  # who came along, by first name
    unnamed: int  # who came along without a name
    station: str  # that saw them, where it is another than this
    leaves: Leaves
    turn: str = ""  # of who is expected: its beginning, as a stamp
    event: str = ""  # and what takes them off
    party: str = ""  # the same for all who come together


def rows(entries: Sequence[Entry], stations: Mapping[str, str], now: Reading) -> tuple[Row, ...]:
    """`stations` names the others of the hub. In the order of the entries."""
    parties: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.stay.party:
            parties.setdefault(entry.stay.party, []).append(entry)
    return tuple(_row(entry, parties.get(entry.stay.party, ()), stations, now) for entry in entries)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Who waits to be seen first, then who was, who is expected and who left; of each the latest first."""
    latest = sorted(entries, key=lambda entry: entry.stay.until or entry.stay.since, reverse=True)
    return sorted(latest, key=lambda entry: _STATES.index(entry.stay.state))


def matches(entry: Entry, words: Iterable[str]) -> bool:
    """Whether each word is the beginning of a name in it, in any script."""
    person = entry.person
    names = (person.given, person.family, person.latin) if person else ()
    keys = finding.keys(*names, entry.guest)
    return all(any(key.startswith(word) for key in keys) for word in words)


def called(entry: Entry) -> str:
    """By their whole name; "" for nobody known."""
    return entry.person.name if entry.person else entry.guest


def latin(known: Known | None) -> str:
    """The Latin form beside a name that is not in it."""
    return known.latin if known and known.latin.casefold() != known.name.casefold() else ""


def _row(entry: Entry, party: Iterable[Entry], stations: Mapping[str, str], now: Reading) -> Row:
    stay, person = entry.stay, entry.person
    along = [one for one in party if one is not entry]
    elsewhere = [stations[one] for one in stay.stations if one in stations]
    return Row(
        id=stay.visits[0] if stay.visits else "-".join((stay.person, *stay.events)),
        state=stay.state,
        kind=stay.kind,
        name=called(entry),
        latin=latin(person),
        creature=person.creature if person else "",
        who=Who.ADULT if person and person.band == ADULT else stay.who,
        years=person.years if person else None,
        band=band_of(person.band if person else stay.band),
        children=tuple(BandCount(band, number) for band, number in stay.children if number),
        adults=stay.adults,
        educators=stay.educators,
        since=_time(stay.since or next(iter(stay.turns), ""), now),
        until=_time(stay.until, now),
        how=stay.how or "",
        adult=entry.adult.name if entry.adult else "",
        others=tuple(name for one in along if (name := one.person.given if one.person else one.guest)),
        unnamed=sum(one.stay.adults for one in along if one.stay.kind is Kind.COUNTED),
        station=elsewhere[0] if elsewhere and len(elsewhere) == len(stay.stations) else "",
        leaves=_leaves(entry),
        turn=next(iter(stay.turns), "") if stay.state is State.EXPECTED else "",
        event=next(iter(stay.events), "") if stay.state is State.EXPECTED else "",
        party=stay.party,
    )


def band_of(band: str) -> str:
    """A child's band of years; "" for an adult, and where it is not known."""
    return band if band in NAMES else ""


def _leaves(entry: Entry) -> Leaves:
    stay, person = entry.stay, entry.person
    if not stay.inside:
        return Leaves.NOT
    if stay.kind is not Kind.PERSON or stay.who is Who.EDUCATOR:
        return Leaves.TOGETHER
    grown = person is not None and (person.band == ADULT or ON_THEIR_OWN_FROM <= (person.years or 0) <= OLDEST)
    return Leaves.THEMSELVES if grown else Leaves.ASKED


def _time(at: str, now: Reading) -> str:
    return moment(from_stamp(at), now).time if at else ""
