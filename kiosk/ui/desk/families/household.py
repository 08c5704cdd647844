"""One household as its page shows it: who lives there, what each adult is to each child, how to reach them.

It is made of the records of this household alone: of an adult who is written elsewhere it knows the tie, and no name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain import shortcode
from kiosk.domain.agebands import years
from kiosk.domain.families import Kind, Record, Role
from kiosk.domain.people import Binding
from kiosk.domain.workers import Worker
from kiosk.ui.desk.families import Allowed, Named, Stock, allowed
from kiosk.usecases.find_family import Opened, tie


@dataclass(frozen=True)
class CardLine:
    serial: int
    short: str = field(repr=False)  # what is typed in place of it


@dataclass(frozen=True)
class Member:
    """`record` is the member's id, `who.id` the person's. `two`: some field of theirs has two values."""

    record: str
    who: Named
    cards: tuple[CardLine, ...]
    alone: bool
    two: bool
    until: str = ""  # the day on which they ceased to live there, "" while they do
    ended: str = ""  # and why


@dataclass(frozen=True)
class Pair:
    """What an adult is to a child. `holds`: on this day; `due`: the day to look at it again is here or past."""

    adult: str
    child: str
    guardian: bool = False
    may_collect: bool = False
    must_not_collect: bool = False
    emergency: bool = False
    since: str = ""
    until: str = ""
    basis: str = ""
    review: str = ""
    holds: bool = True
    due: bool = False
    said: bool = True  # whether anybody has said anything of the two
    two: bool = False  # some field has two values


@dataclass(frozen=True)
class ChildRow:
    """A child, and of each adult in their order what they are to it. `elsewhere`: of adults not written here."""

    child: Named
    pairs: tuple[Pair, ...]
    elsewhere: tuple[Pair, ...]


@dataclass(frozen=True)
class Contact:
    id: str
    person: str
    name: str = field(repr=False)
    what: str
    value: str = field(repr=False)


@dataclass(frozen=True)
class Consent:
    """`giver` is a name, "" of who is not written here; `own`: they gave it for themselves."""

    id: str
    person: str
    name: str = field(repr=False)
    giver: str = field(repr=False)
    own: bool
    text: str
    language: str
    at: str
    how: str
    withdrawn: str


@dataclass(frozen=True)
class HouseholdFace:
    household: str
    label: str = field(repr=False)
    shielded: bool
    members: tuple[Member, ...]
    adults: tuple[Named, ...]
    children: tuple[ChildRow, ...]
    contacts: tuple[Contact, ...]
    consents: tuple[Consent, ...]
    two: int  # fields that have two values, for somebody to settle
    stock: Stock
    allowed: Allowed
    gone: tuple[Member, ...] = ()  # who lives there no longer


def derive(opened: Opened, cards: Sequence[Binding], stock: Stock, worker: Worker, day: date) -> HouseholdFace:
    home = records_of(opened, Kind.HOUSEHOLD).get(opened.household, Record("", {}))
    known = members(opened, cards, day)
    people = living(opened, cards, day)
    adults = tuple(one.who for one in people if one.who.role != Role.CHILD)
    names = {one.who.id: one.who.given for one in known}
    return HouseholdFace(
        opened.household,
        home.text("label"),
        home.flag("shielded"),
        people,
        adults,
        tuple(_child(opened, one.who, adults, day) for one in people if one.who.role == Role.CHILD),
        tuple(_contact(id_, one, names) for id_, one in records_of(opened, Kind.CONTACT).items() if one.text("value")),
        consents(opened),
        sum(bool(values) for held in opened.records for values in held.record.also.values()),
        stock,
        allowed(worker),
        tuple(one for one in known if one.until),
    )


def records_of(opened: Opened, kind: Kind) -> Mapping[str, Record]:
    return {held.id: held.record for held in opened.records if held.kind is kind}


def consents(opened: Opened) -> tuple[Consent, ...]:
    """Those that stand before those that were withdrawn, the latest first."""
    names = {one.text("person"): one.text("given") for one in records_of(opened, Kind.MEMBER).values()}
    found = [_consent(id_, one, names) for id_, one in records_of(opened, Kind.CONSENT).items()]
    return tuple(sorted(sorted(found, key=lambda one: one.at, reverse=True), key=lambda one: bool(one.withdrawn)))


def living(opened: Opened, cards: Sequence[Binding], day: date) -> tuple[Member, ...]:
    """Those of its members who live there."""
    return tuple(one for one in members(opened, cards, day) if not one.until)


def members(opened: Opened, cards: Sequence[Binding], day: date) -> tuple[Member, ...]:
    """Everybody who is written there, gone or not: the adults first, then the children, the eldest before; whose day of
    birth is not known last."""
    found = [_member(id_, record, cards, day) for id_, record in records_of(opened, Kind.MEMBER).items()]
    return tuple(sorted(found, key=lambda one: (one.who.role == Role.CHILD, one.who.age < 0, -one.who.age, one.record)))


def named(record: Record, day: date) -> Named:
    age = years(record.text("born"), day)
    return Named(
        record.text("person"),
        record.text("given"),
        record.text("family"),
        record.text("latin"),
        record.text("creature"),
        record.text("role") or Role.CHILD,
        -1 if age is None else age,
        record.text("band"),
    )


def pair(adult: str, child: str, relations: Sequence[Record], day: date) -> Pair:
    """Of several records about the same two whatever one of them says holds; dates and words are the first's."""
    if not relations:
        return Pair(adult, child, said=False)
    ties = [tie(record) for record in relations]
    first, today = ties[0], day.isoformat()
    return Pair(
        adult,
        child,
        guardian=any(one.guardian for one in ties),
        may_collect=any(one.may_collect for one in ties),
        must_not_collect=any(one.must_not_collect for one in ties),
        emergency=any(one.emergency for one in ties),
        since=first.since,
        until=first.until,
        basis=first.basis,
        review=first.review,
        holds=any(one.forbids(day) or one.allows(day) for one in ties),
        due=bool(first.review) and first.review <= today,
        two=any(values for record in relations for values in record.also.values()),
    )


def between(opened: Opened, adult: str, child: str) -> Mapping[str, Record]:
    """The records about two people."""
    relations = records_of(opened, Kind.RELATION)
    return {id_: one for id_, one in relations.items() if (one.text("adult"), one.text("child")) == (adult, child)}


def _member(id_: str, record: Record, cards: Sequence[Binding], day: date) -> Member:
    theirs = [one for one in cards if one.person == record.text("person")]
    lines = tuple(CardLine(one.serial, shortcode.write(one.serial)) for one in theirs)
    gone = record.text("until"), record.text("ended")
    return Member(id_, named(record, day), lines, record.flag("alone"), any(record.also.values()), *gone)


def _child(opened: Opened, child: Named, adults: Sequence[Named], day: date) -> ChildRow:
    relations = records_of(opened, Kind.RELATION).values()
    told = {one.text("adult") for one in relations if one.text("child") == child.id} - {one.id for one in adults}
    return ChildRow(
        child,
        tuple(_pair(opened, adult.id, child.id, day) for adult in adults),
        tuple(_pair(opened, adult, child.id, day) for adult in sorted(told)),
    )


def _pair(opened: Opened, adult: str, child: str, day: date) -> Pair:
    return pair(adult, child, tuple(between(opened, adult, child).values()), day)


def _contact(id_: str, record: Record, names: Mapping[str, str]) -> Contact:
    person = record.text("person")
    return Contact(id_, person, names.get(person, ""), record.text("what"), record.text("value"))


def _consent(id_: str, record: Record, names: Mapping[str, str]) -> Consent:
    person, giver = record.text("person"), record.text("giver")
    texts = map(record.text, ("text", "language", "at", "how", "withdrawn"))
    return Consent(id_, person, names.get(person, ""), names.get(giver, ""), giver == person, *texts)
