"""Who is on the list of those inside, in which words and in which order. Pure; kiosk.papers.evacuation draws it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import IntEnum

from kiosk.clock import ROME, from_stamp
from kiosk.domain.attendance import Counts, Kind, State, Stay, Who, count
from kiosk.papers.bidi import left_to_right
from kiosk.usecases.inside import Inside, Line


@dataclass(frozen=True)
class Words:
    """Of this paper, in one language."""

    title: str
    people: str
    years: str
    no_band: str
    children: str
    adult: str
    adults: str
    educator: str
    educators: str
    unknown: str
    groups: str
    others: str  # heads the groups and the people nobody named
    guest: str
    group: str
    counted: str
    unknown_card: str
    arrived: str
    seen: str
    incomplete: str
    why_incomplete: str
    stations: str
    heard: str
    never_heard: str
    counted_outside: str
    hour: str
    signature: str
    page: str
    of: str
    right_to_left: bool = False


@dataclass(frozen=True)
class Evacuation:
    """`at` is when it was asked for; `names`, what to call a person where more than the first name is known."""

    hub: str
    at: datetime
    inside: Inside = field(repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)


class Section(IntEnum):
    """In the order of the list: who is looked for first stands first."""

    CHILDREN = 0
    UNKNOWN = 1
    OTHERS = 2
    ADULTS = 3
    EDUCATORS = 4


@dataclass(frozen=True)
class Row:
    """One line to tick. `people` is more than one for those who came together without names."""

    section: Section
    name: str = field(repr=False)
    creature: str
    detail: str
    since: str
    seen: bool
    people: int = 1


def rows(evacuation: Evacuation, words: Words) -> list[Row]:
    """By section, then by name."""
    made = [_row(line, evacuation.names, words) for line in evacuation.inside.lines]
    return sorted(made, key=lambda row: (row.section, row.name.casefold(), row.since))


def _row(line: Line, names: Mapping[str, str], words: Words) -> Row:
    stay, person = line.stay, line.person
    known = stay.named_in(names) or (person.first_name if person else "") or line.name
    since = f"{from_stamp(stay.since).astimezone(ROME):%H:%M}"
    return Row(
        section=_section(stay),
        name=called(stay, known, words),
        creature=person.creature if person else "",
        detail=_detail(stay, words),
        since=since,
        seen=stay.state is State.PRESENT,
        people=count([stay]).people,
    )


def _section(stay: Stay) -> Section:
    if stay.kind in (Kind.GROUP, Kind.COUNTED):
        return Section.OTHERS
    of_one = {Who.CHILD: Section.CHILDREN, Who.ADULT: Section.ADULTS, Who.EDUCATOR: Section.EDUCATORS}
    return of_one.get(stay.who, Section.UNKNOWN)


def called(stay: Stay, known: str, words: Words) -> str:
    """A stay by the name that is known of it, or by what it is."""
    match stay.kind:
        case Kind.GROUP:
            return " · ".join(filter(None, (words.group, known)))
        case Kind.COUNTED:
            return known or words.counted
    return known or words.unknown_card


def described(stay: Stay, words: Words) -> str:
    """The years of a child, what else one person is; of several, how many of each."""
    if stay.kind in (Kind.GROUP, Kind.COUNTED):
        counts, short = replace(count([stay]), groups=0), replace(words, years="")
        return ", ".join(f"{label}: {number}" for number, label in numbers(counts, short))
    match stay.who:
        case Who.CHILD:
            return _years(stay.band, words)
        case Who.ADULT:
            return words.adult
        case Who.EDUCATOR:
            return words.educator
    return ""


def _detail(stay: Stay, words: Words) -> str:
    """Beside a name: what the heading above it does not say."""
    said = "" if stay.who in (Who.ADULT, Who.EDUCATOR) and stay.kind is not Kind.GROUP else described(stay, words)
    return " · ".join(filter(None, (said, words.guest if stay.kind is Kind.GUEST else "")))


def _years(band: str, words: Words) -> str:
    return f"{left_to_right(band.replace('-', '–'))} {words.years}".rstrip() if band else words.no_band


def numbers(counts: Counts, words: Words) -> list[tuple[int, str]]:
    """Each number with what it counts; none of zero."""
    children = [(number, _years(band, words)) for band, number in sorted(counts.children.items(), key=_by_age)]
    rest = [
        (counts.adults, words.adults),
        (counts.educators, words.educators),
        (counts.unknown, words.unknown),
        (counts.groups, words.groups),
    ]
    return [(number, label) for number, label in (*children, *rest) if number]


def _by_age(band: tuple[str, int]) -> tuple[int, str]:
    first = band[0].partition("-")[0]
    return (int(first) if first.isdecimal() else 999, band[0])
