"""The register of a hub: who is expected, has arrived, was seen and has left, made of nothing but facts.

A fact is what one event says of a visit. The same facts give the same register in whatever order they come and however
often: two stations that saw the same person are one stay in it, and what was taken back is as if it had not been.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby
from typing import Any, TypeVar

from kiosk.domain import expecting
from kiosk.domain.bands import MOST as MOST
from kiosk.domain.bands import Bands as Bands
from kiosk.domain.bands import are_short
from kiosk.domain.bands import dump_bands as dump_bands
from kiosk.domain.bands import is_number as is_number
from kiosk.domain.bands import read_bands as read_bands
from kiosk.domain.expecting import Expected, meant
from kiosk.domain.people import is_serial

T = TypeVar("T")


class Who(StrEnum):
    """What somebody is counted as."""

    CHILD = "child"
    ADULT = "adult"
    EDUCATOR = "educator"
    UNKNOWN = ""  # a card of somebody who is not known here


class Kind(StrEnum):
    """What came: somebody with a card or by name, people nobody named, a guest of one day, a group with its leader."""

    PERSON = "person"
    COUNTED = "counted"
    GUEST = "guest"
    GROUP = "group"


class How(StrEnum):
    """How they left. The first three are ways of kiosk.domain.ties."""

    WITH_ADULT = "with_adult"
    ALONE = "alone"
    ON_THEIR_OWN = "on_their_own"
    GROUP = "group"  # several together: a group, or people nobody named
    CLOSED_AT_NIGHT = "closed_at_night"  # nobody said so: by rule


class Why(StrEnum):
    """Why a fact is taken back. Enumerated: no family's name gets in."""

    AT_THE_SCREEN = "undone_at_the_screen"  # by whoever said it, within seconds
    MISTAKE = "mistake"
    WRONG_PERSON = "wrong_person"
    COUNTED_TWICE = "counted_twice"
    STILL_HERE = "still_here"


class State(StrEnum):
    EXPECTED = "expected"
    ARRIVED = "arrived"
    PRESENT = "present"  # seen by a worker
    LEFT = "left"


ADULT, CHILD = "adult", "child"  # in place of a band (kiosk.domain.people): an adult, a child of unknown age


@dataclass(frozen=True)
class CountedAs:
    """As what one person is counted on the day; of a child the band, "" where it is not known."""

    who: Who = Who.UNKNOWN
    band: str = ""


def counted_as(band: str) -> CountedAs:
    """As what somebody with this band is counted; "" is somebody of whom nothing is known."""
    match band:
        case "":
            return CountedAs()
        case "adult":
            return CountedAs(Who.ADULT)
        case "child":
            return CountedAs(Who.CHILD)
        case _:
            return CountedAs(Who.CHILD, band)


# --- facts ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Came:
    """`at` is a stamp; `seq`, the event's place in its station's chain, orders what one station said while its clock
    stood still. Of a group or a count the numbers say how many; of one person `who` and `band` say what."""

    event: str
    station: str
    at: str
    visit: str
    kind: Kind = Kind.PERSON
    person: str = ""  # of a group its leader
    serial: int = 0  # of the card that was shown; 0 for none
    who: Who = Who.UNKNOWN
    band: str = ""
    party: str = ""  # the same for all who came by one scan
    children: Bands = ()
    adults: int = 0
    educators: int = 0
    worker: str = ""  # who counted them, or let a guest in; "" at the touchscreen
    seq: int = 0


@dataclass(frozen=True)
class Seen:
    event: str
    station: str
    at: str
    visit: str
    worker: str
    seq: int = 0


@dataclass(frozen=True)
class Left:
    event: str
    station: str
    at: str
    visit: str
    how: How
    adult: str = ""
    worker: str = ""  # "" at the touchscreen, and by rule
    seq: int = 0
    override: str = ""  # the event that allowed it against a rule; an older release did not say so


@dataclass(frozen=True)
class TakenBack:
    """`target` is the event that counts no more, or the visit; `turn` is that of an expectation."""

    event: str
    station: str
    at: str
    target: str
    seq: int = 0
    turn: str = ""


Fact = Came | Seen | Left | TakenBack | Expected


# --- the register ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Counts:
    """Everybody stands once in children, adults, educators or unknown; groups and guests say how many there are."""

    children: Mapping[str, int] = field(default_factory=dict)  # by band, none of zero
    adults: int = 0
    educators: int = 0
    unknown: int = 0
    groups: int = 0
    guests: int = 0

    @property
    def people(self) -> int:
        return sum(self.children.values()) + self.adults + self.educators + self.unknown


@dataclass(frozen=True)
class Stay:
    """One person's, or one party's, time at the hub: one line of the register.

    Of those who are expected `turns` names the one turn, and the numbers are of those beside the person.
    """

    state: State
    kind: Kind = Kind.PERSON
    person: str = ""
    serial: int = 0
    who: Who = Who.UNKNOWN
    band: str = ""
    party: str = ""
    children: Bands = ()
    adults: int = 0
    educators: int = 0
    since: str = ""
    until: str = ""
    how: How | None = None
    adult: str = ""  # whom they left with
    turns: tuple[str, ...] = ()  # that they were expected in, and came for
    visits: tuple[str, ...] = ()  # the oldest first; more than one where two stations saw them
    stations: tuple[str, ...] = ()
    events: tuple[str, ...] = ()  # every fact that is in it
    ids: tuple[str, ...] = ()  # by which they came: more than one, or another than `person`, where persons were merged

    @property
    def inside(self) -> bool:
        return self.state in (State.ARRIVED, State.PRESENT)

    def named_in(self, people: Mapping[str, T]) -> T | None:
        """What is known of whom it is about, by an id they came by: a merge names nobody as another household does."""
        return next((people[id_] for id_ in self.ids or (self.person,) if id_ in people), None)


@dataclass(frozen=True)
class Register:
    stays: tuple[Stay, ...]  # by the time they began; those that are expected come last

    @property
    def inside(self) -> Counts:
        return count(stay for stay in self.stays if stay.inside)

    @property
    def came(self) -> Counts:
        """All who came: who left and came again is counted again."""
        return count(stay for stay in self.stays if stay.state is not State.EXPECTED)


def register(
    facts: Iterable[Fact],
    *,
    holders: Mapping[int, str] | None = None,
    merged: Mapping[str, str] | None = None,
) -> Register:
    """`holders`, whose card a serial is; `merged`, whom a person was found to be the same as."""
    standing = _standing(facts)
    came = {visit: _held_by(fact, holders or {}) for visit, fact in _by_visit(standing).items()}
    later = sorted((fact for fact in standing if isinstance(fact, Seen | Left) and fact.visit in came), key=_order)
    whose: dict[str, list[Came]] = {}
    for fact in came.values():
        whose.setdefault(_whose(fact, merged or {}), []).append(fact)
    stays = [stay for key, some in whose.items() for stay in _stays(key, some, later)]
    here, still = _awaited(stays, _expected(standing, merged or {}), merged or {})
    return Register((*sorted(here, key=lambda stay: (stay.since, stay.visits)), *still))


def people_in(came: Came) -> int:
    """How many came without a name."""
    return sum(number for _, number in came.children) + came.adults + came.educators


def count(stays: Iterable[Stay]) -> Counts:
    children: dict[str, int] = {}
    adults = educators = unknown = groups = guests = 0
    for stay in stays:
        groups += stay.kind is Kind.GROUP
        guests += stay.kind is Kind.GUEST
        if stay.kind in (Kind.GROUP, Kind.COUNTED):
            adults, educators = adults + stay.adults, educators + stay.educators
            for band, number in stay.children:
                children[band] = children.get(band, 0) + number
        elif stay.who is Who.CHILD:
            children[stay.band] = children.get(stay.band, 0) + 1
        else:
            adults += stay.who is Who.ADULT
            educators += stay.who is Who.EDUCATOR
            unknown += stay.who is Who.UNKNOWN
    return Counts(
        {band: number for band, number in children.items() if number}, adults, educators, unknown, groups, guests
    )


_Order = tuple[str, str, int, str]


def _order(fact: Fact) -> _Order:
    return fact.at, fact.station, fact.seq, fact.event


def _standing(facts: Iterable[Fact]) -> list[Fact]:
    """Each event once, without what was taken back."""
    once = {fact.event: fact for fact in facts}
    void = {fact.target for fact in once.values() if isinstance(fact, TakenBack)}
    return [
        fact
        for fact in once.values()
        if not isinstance(fact, TakenBack)
        and fact.event not in void
        and not (isinstance(fact, Came) and fact.visit in void)
    ]


def _expected(facts: Iterable[Fact], merged: Mapping[str, str]) -> list[Stay]:
    """One line for each person and turn, by the turn: of who is expected twice what was said first."""
    lines: dict[tuple[str, str, str], list[Expected]] = {}
    expected = (fact for fact in facts if isinstance(fact, Expected) and not fact.is_nobody)
    for fact in sorted(expected, key=_order):
        person = merged.get(fact.person, fact.person)
        lines.setdefault((fact.turn, person, "" if person else fact.event), []).append(fact)
    return [_expected_in(turn, person, said) for (turn, person, _), said in sorted(lines.items())]


def _expected_in(turn: str, person: str, said: Sequence[Expected]) -> Stay:
    first = said[0]
    beside = bool(first.children or first.adults or first.educators)
    return Stay(
        State.EXPECTED,
        kind=(Kind.GROUP if beside else Kind.PERSON) if person else Kind.COUNTED,
        person=person,
        party=first.party,
        children=first.children,
        adults=first.adults,
        educators=first.educators,
        turns=(turn,),
        stations=tuple(sorted({fact.station for fact in said})),
        events=tuple(sorted(fact.event for fact in said)),
        ids=_ids(person, said),
    )


def _ids(person: str, facts: Sequence[Came | Expected]) -> tuple[str, ...]:
    """The one that was kept before the others, where it is one of them."""
    ids = dict.fromkeys(fact.person for fact in facts if fact.person)
    return tuple(sorted(ids, key=lambda id_: id_ != person))


def _awaited(
    stays: Iterable[Stay], expected: Sequence[Stay], merged: Mapping[str, str]
) -> tuple[list[Stay], list[Stay]]:
    """Who came, with the turns they came for, and who is still expected."""
    turns: dict[str, list[str]] = {}
    for stay in expected:
        if stay.person:
            turns.setdefault(stay.person, []).extend(stay.turns)
    here, came_for = [], set()
    for stay in stays:
        person = merged.get(stay.person, stay.person)
        mine = meant(turns.get(person, ()), stay.since, stay.until)
        here.append(replace(stay, turns=mine) if mine else stay)
        came_for |= {(person, turn) for turn in mine}
    return here, [stay for stay in expected if (stay.person, stay.turns[0]) not in came_for]


def _by_visit(facts: Iterable[Fact]) -> dict[str, Came]:
    """The first that began each visit."""
    came: dict[str, Came] = {}
    for fact in sorted((fact for fact in facts if isinstance(fact, Came)), key=_order):
        came.setdefault(fact.visit, fact)
    return came


def _held_by(fact: Came, holders: Mapping[int, str]) -> Came:
    """With the holder of a card that was scanned before anybody knew whose it was."""
    if fact.kind is not Kind.PERSON or fact.person:
        return fact
    return replace(fact, person=holders.get(fact.serial, ""))


def _whose(fact: Came, merged: Mapping[str, str]) -> str:
    """Whom a visit is of: facts of the same one are of one stay."""
    if fact.kind is Kind.PERSON:
        if fact.person:
            return f"person {merged.get(fact.person, fact.person)}"
        return f"card {fact.serial}" if fact.serial else f"visit {fact.visit}"  # a number: whose it was is forgotten
    if fact.kind is Kind.GUEST or not fact.serial:
        return f"visit {fact.visit}"
    return f"{fact.kind.value} {fact.serial}"


def _stays(whose: str, came: Sequence[Came], later: Iterable[Seen | Left]) -> list[Stay]:
    """Cut the visits of one person, or one party, where they left.

    A station's clock may be behind another's: nobody leaves before they came.
    """
    began = {fact.visit: _order(fact) for fact in came}
    ours = [fact for fact in later if fact.visit in began]
    gone = [fact for fact in ours if isinstance(fact, Left)]
    line: list[tuple[_Order, int, _Order, Came | Left]] = [(_order(fact), 0, _order(fact), fact) for fact in came]
    line += [(max(_order(fact), began[fact.visit]), 1, _order(fact), fact) for fact in gone]
    stays: list[tuple[list[Came], list[Left]]] = []
    for *_, fact in sorted(line, key=lambda one: one[:3]):
        if isinstance(fact, Left):
            next(left for here, left in stays if any(one.visit == fact.visit for one in here)).append(fact)
        elif stays and not stays[-1][1]:
            stays[-1][0].append(fact)
        else:
            stays.append(([fact], []))
    person = whose.removeprefix("person ") if whose.startswith("person ") else came[0].person
    seen = [fact for fact in ours if isinstance(fact, Seen)]
    return [_stay(person, some, left, seen) for some, left in stays]


def _stay(person: str, came: Sequence[Came], left: Sequence[Left], seen: Sequence[Seen]) -> Stay:
    first, visits = came[0], {fact.visit for fact in came}
    saw = [fact for fact in seen if fact.visit in visits]
    gone = left[0] if left else None
    children, adults, educators = _numbers(came)
    every: list[Fact] = [*came, *saw, *left]
    known = next((fact for fact in came if fact.who is not Who.UNKNOWN), first)
    return Stay(
        state=State.LEFT if gone else State.PRESENT if saw else State.ARRIVED,
        kind=first.kind,
        person=person,
        serial=first.serial,
        who=known.who,
        band=known.band,
        party=first.party,
        children=children,
        adults=adults,
        educators=educators,
        since=first.at,
        until=max(gone.at, first.at) if gone else "",
        how=gone.how if gone else None,
        adult=gone.adult if gone else "",
        visits=tuple(fact.visit for fact in came),
        stations=tuple(sorted({fact.station for fact in every})),
        events=tuple(sorted(fact.event for fact in every)),
        ids=_ids(person, came),
    )


def _numbers(came: Sequence[Came]) -> tuple[Bands, int, int]:
    """What one station counted adds up; two stations that counted the same party are believed by the larger number."""
    totals: list[dict[tuple[str, str], int]] = []
    for _, some in groupby(sorted(came, key=lambda fact: fact.station), key=lambda fact: fact.station):
        total: dict[tuple[str, str], int] = {}
        for fact in some:
            said = [(("child", band), number) for band, number in fact.children]
            for what, number in [*said, (("adults", ""), fact.adults), (("educators", ""), fact.educators)]:
                total[what] = total.get(what, 0) + number
        totals.append(total)
    most = {
        what: max(total.get(what, 0) for total in totals) for what in sorted({key for one in totals for key in one})
    }
    children = tuple((band, number) for (what, band), number in most.items() if what == "child")
    return children, most.get(("adults", ""), 0), most.get(("educators", ""), 0)


# --- facts as plain data --------------------------------------------------------------------------------------------

_WHAT: Mapping[type[Fact], str] = {
    Came: "came",
    Seen: "seen",
    Left: "left",
    TakenBack: "taken_back",
    Expected: "expected",
}


def dump(fact: Fact) -> dict[str, str | int]:
    """A fact as flat data, without its event's id."""
    data: dict[str, str | int] = {"what": _WHAT[type(fact)]}
    for name, value in vars(fact).items():
        if name != "event":
            data[name] = dump_bands(value) if name == "children" else value
    return data


def read(event: str, data: Mapping[str, Any]) -> Fact | None:
    """The fact of an event; None for what cannot be read. Fields of a later release are no hindrance."""
    match data:
        case {"what": str() as what, "station": str() as station, "at": str() as at} if are_short(event, station, at):
            fact, seq = _read(what, event, station, at, data), data.get("seq", 0)
            good = type(seq) is int and 0 <= seq < 2**53
            return replace(fact, seq=seq) if fact is not None and good else None
    return None


def _read(what: str, event: str, station: str, at: str, data: Mapping[str, Any]) -> Fact | None:
    match what, data:
        case "came", {"visit": str() as visit} if are_short(visit):
            return _came(event, station, at, visit, data)
        case "seen", {"visit": str() as visit, "worker": str() as worker} if are_short(visit, worker):
            return Seen(event, station, at, visit, worker)
        case "left", {"visit": str() as visit, "how": str() as how, "adult": str() as adult, "worker": str() as worker}:
            known = how in tuple(How) and are_short(visit, adult, worker)
            by = _override(data)
            return Left(event, station, at, visit, How(how), adult, worker, override=by) if known else None
        case "taken_back", {"target": str() as target} if are_short(target):
            turn = data.get("turn", "")
            known = turn == "" or (isinstance(turn, str) and expecting.is_turn(turn))
            return TakenBack(event, station, at, target, turn=turn) if known else None
        case "expected", _:
            return expecting.read(event, station, at, data)
    return None


def _override(data: Mapping[str, Any]) -> str:
    """They left, whatever stands there."""
    named = data.get("override", "")
    return named if isinstance(named, str) and are_short(named) else ""


def _came(event: str, station: str, at: str, visit: str, data: Mapping[str, Any]) -> Came | None:
    kind, who, serial = data.get("kind", Kind.PERSON), data.get("who", ""), data.get("serial", 0)
    texts = [data.get(name, "") for name in ("person", "band", "party", "worker")]
    adults, educators = data.get("adults", 0), data.get("educators", 0)
    children = read_bands(data.get("children", ""))
    if not (kind in tuple(Kind) and who in tuple(Who) and is_serial(serial) and children is not None):
        return None
    if not (
        all(isinstance(text, str) for text in texts)
        and are_short(*texts)
        and is_number(adults)
        and is_number(educators)
    ):
        return None
    person, band, party, worker = texts
    numbers = (children, adults, educators)
    return Came(event, station, at, visit, Kind(kind), person, serial, Who(who), band, party, *numbers, worker)
