"""One person as one household knows them: each field as it stands, and what stands beside it for somebody to settle."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.consents import gives_their_own
from kiosk.domain.families import FIELDS, Kind, Record, Role
from kiosk.domain.living import lives_there
from kiosk.domain.people import Binding
from kiosk.domain.pictures import TRIES_A_DAY, Means, Secret, offered
from kiosk.domain.workers import Worker
from kiosk.ui.desk.families import Allowed, Named, allowed
from kiosk.ui.desk.families.household import CardLine, Consent, Pair, between, consents, members, pair, records_of
from kiosk.usecases.find_family import Opened


@dataclass(frozen=True)
class Written:
    """A field. `also` are other values that somewhere else was written, until somebody decides."""

    value: str | bool = field(repr=False)
    also: tuple[str | bool, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class MemberFields:
    given: Written
    family: Written
    latin: Written
    born: Written
    band: Written
    creature: Written
    role: Written
    alone: Written
    alone_since: Written
    alone_until: Written
    alone_scope: Written


@dataclass(frozen=True)
class ContactFields:
    id: str
    what: Written
    value: Written


@dataclass(frozen=True)
class Other:
    """Somebody they are tied to, and how: for a child each adult, for an adult each child."""

    who: Named
    pair: Pair


@dataclass(frozen=True)
class Giver:
    id: str
    name: str = field(repr=False)


@dataclass(frozen=True)
class Scope:
    """An activity that an authorisation to leave alone may be for, by its title."""

    id: str
    title: str


@dataclass(frozen=True)
class Known:
    """How they say who they are: `means` is "" while nothing is set; `own`: theirs, not the household's pictures."""

    means: str
    own: bool
    offered: Means
    tries: int  # left today
    serial: int  # of the card whose tries are counted, 0 without one


@dataclass(frozen=True)
class PersonFace:
    household: str
    label: str = field(repr=False)
    record: str
    who: Named
    fields: MemberFields
    others: tuple[Other, ...]
    cards: tuple[CardLine, ...]
    contacts: tuple[ContactFields, ...]
    consents: tuple[Consent, ...]
    givers: tuple[Giver, ...]  # who may consent for them
    consent_text: str
    known: Known
    scopes: tuple[Scope, ...]
    allowed: Allowed
    until: str = ""  # the day on which they ceased to live there, "" while they do
    ended: str = ""


def derive(
    opened: Opened,
    person: str,
    cards: Sequence[Binding],
    secret: Secret | None,
    wrong: int,
    consent_text: str,
    scopes: Sequence[Scope],
    worker: Worker,
    day: date,
) -> PersonFace | None:
    """None where nobody of this household is that person."""
    people = members(opened, cards, day)
    this = next((one for one in people if one.who.id == person), None)
    if this is None:
        return None
    record = records_of(opened, Kind.MEMBER)[this.record]
    home = records_of(opened, Kind.HOUSEHOLD).get(opened.household, Record("", {}))
    child = this.who.role == Role.CHILD
    others = [one.who for one in people if not one.until and (one.who.role == Role.CHILD) != child]
    return PersonFace(
        opened.household,
        home.text("label"),
        this.record,
        this.who,
        MemberFields(**{name: written(Kind.MEMBER, record, name) for name in MemberFields.__dataclass_fields__}),
        tuple(_other(opened, this.who, one, child, day) for one in others),
        this.cards,
        tuple(_contact(id_, one) for id_, one in records_of(opened, Kind.CONTACT).items() if _is_of(one, person)),
        tuple(one for one in consents(opened) if one.person == person),
        _givers(opened, this.who, record, day),
        consent_text,
        _known(this.who, this.cards, secret, wrong),
        tuple(scopes),
        allowed(worker),
        this.until,
        this.ended,
    )


def written(kind: Kind, record: Record, name: str) -> Written:
    return Written(record.fields.get(name, FIELDS[kind][name]), record.also.get(name, ()))


def _other(opened: Opened, this: Named, other: Named, child: bool, day: date) -> Other:
    adult, kid = (other.id, this.id) if child else (this.id, other.id)
    return Other(other, pair(adult, kid, tuple(between(opened, adult, kid).values()), day))


def _is_of(record: Record, person: str) -> bool:
    """Contacts whose value was taken away are not shown: a record is never deleted, but by erasure."""
    beside = any(record.also.get("value", ()))
    return record.text("person") == person and (record.text("value") != "" or beside)


def _contact(id_: str, record: Record) -> ContactFields:
    return ContactFields(id_, written(Kind.CONTACT, record, "what"), written(Kind.CONTACT, record, "value"))


def _givers(opened: Opened, who: Named, record: Record, day: date) -> tuple[Giver, ...]:
    """From 14 they alone; below that whoever of the household gives their own."""
    if gives_their_own(record.text("role"), record.text("born"), day):
        return (Giver(who.id, who.given),)
    grown = [one for one in records_of(opened, Kind.MEMBER).values() if one.text("person") != who.id]
    grown = [one for one in grown if one.text("role") not in ("", Role.CHILD) and lives_there(one)]
    return tuple(Giver(one.text("person"), one.text("given")) for one in grown)


def _known(who: Named, cards: Sequence[CardLine], secret: Secret | None, wrong: int) -> Known:
    serial = cards[0].serial if cards else 0
    means, own = (secret.means.value, bool(secret.person)) if secret else ("", False)
    return Known(means, own, offered(who.age if who.age >= 0 else None), max(0, TRIES_A_DAY - wrong), serial)
