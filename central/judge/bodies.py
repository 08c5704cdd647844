"""Reads the bodies of events: total, and strict about what will be stored or shown."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.domain import attendance
from kiosk.domain.attendance import Came, Fact, Left, TakenBack, Who
from kiosk.domain.erasure import Because, read_holes, without
from kiosk.domain.events import Header, JsonBody
from kiosk.domain.expecting import Expected
from kiosk.domain.pictures import Secret, read_secret, secret_id

_LONGEST_ID = 64  # characters
_LONGEST_REASON = 200
_LONGEST_SERIAL = 10  # digits


@dataclass(frozen=True)
class Arrived:
    visit: str
    serial: int
    person: str
    household: str
    hub: str
    who: str = ""
    band: str = ""
    party: str = ""


@dataclass(frozen=True)
class ArrivalUndone:
    visit: str
    why: str


@dataclass(frozen=True)
class CardBound:
    serial: int
    person: str
    household: str
    replaces: frozenset[int] = frozenset()  # cards that the same human has by another id


@dataclass(frozen=True)
class Erased:
    household: str
    person: str
    cards: frozenset[int]


Holes = Mapping[str, tuple[tuple[int, int], ...]]


def arrived(body: JsonBody) -> Arrived | None:
    match body:
        case {
            "visit": str() as visit,
            "serial": int() as serial,
            "person": str() as person,
            "household": str() as household,
            "hub": str() as hub,
        } if is_uuid(visit) and _is_serial(serial) and are_ids(person, household) and hub and are_ids(hub):
            return Arrived(visit, serial, person, household, hub, *_counted_as(body))
    return None


def _counted_as(body: JsonBody) -> tuple[str, str, str]:
    """Who, band and party; "" where an older release did not say so. A visit is booked whatever stands there."""
    who, band, party = (body.get(name, "") for name in ("who", "band", "party"))
    return (
        who if isinstance(who, str) and who in tuple(Who) else "",
        band if isinstance(band, str) and are_ids(band) else "",
        party if isinstance(party, str) and are_ids(party) else "",
    )


def fact(what: str, header: Header, body: JsonBody) -> Fact | None:
    """What an event says of a visit; None unless its visit, and what it takes back, are names of ours."""
    visit, target = body.get("visit"), body.get("target", "")
    if not isinstance(visit, str) or not is_uuid(visit) or not isinstance(target, str):
        return None
    if (what == "taken_back") != is_uuid(target):
        return None
    return attendance.read(header.id, {**body, "what": what, **_said_by(header)})


def expected(header: Header, body: JsonBody) -> Expected | None:
    """Who is expected in a turn: somebody, or so many."""
    fact = attendance.read(header.id, {**body, "what": "expected", **_said_by(header)})
    return fact if isinstance(fact, Expected) and not fact.is_nobody else None


def expected_taken_back(header: Header, body: JsonBody) -> TakenBack | None:
    fact = attendance.read(header.id, {**body, "what": "taken_back", **_said_by(header)})
    return fact if isinstance(fact, TakenBack) and fact.turn and is_uuid(fact.target) else None


def _said_by(header: Header) -> dict[str, str | int]:
    return {"station": header.station, "at": header.recorded_at, "seq": header.seq}


def arrival_undone(body: JsonBody) -> ArrivalUndone | None:
    match body:
        case {"visit": str() as visit, "why": str() as why} if is_uuid(visit) and _is_text(why, _LONGEST_REASON):
            return ArrivalUndone(visit, why)
    return None


def card_bound(body: JsonBody) -> CardBound | None:
    match body:
        case {"serial": int() as serial, "person": str() as person, "household": str() as household} if (
            _is_serial(serial) and person and household and are_ids(person, household)
        ):
            return CardBound(serial, person, household, _serials(body.get("replaces")))
    return None


def _serials(text: object) -> frozenset[int]:
    """None where an older release did not say so, or nothing that can be read: a card is given out all the same."""
    words = text.split(" ") if isinstance(text, str) else []
    numbers = {int(word) for word in words if word.isascii() and word.isdecimal() and len(word) <= _LONGEST_SERIAL}
    return frozenset(number for number in numbers if _is_serial(number))


def erased(body: JsonBody) -> Erased | None:
    match body:
        case {
            "household": str() as household,
            "person": str() as person,
            "because": str() as because,
            "cards": str(),
        } if household and are_ids(household, person) and because in tuple(Because):
            serials = str(body["cards"]).split()
            numbers = [int(serial) for serial in serials if serial.isascii() and serial.isdecimal()]
            good = len(numbers) == len(serials) and all(map(_is_serial, numbers))
            return Erased(household, person, frozenset(numbers)) if good else None
    return None


def holes(body: JsonBody) -> Holes | None:
    """The first and the last of each run of places in the chain, by incarnation."""
    text = body.get("holes")
    try:
        return read_holes(text) if isinstance(text, str) and text else None
    except ValueError:
        return None


def restated(header: Header, body: JsonBody) -> Came | Left | None:
    """What another event of the station said of a visit, about nobody."""
    event, visit = body.get("event"), body.get("visit")
    if not (isinstance(event, str) and is_uuid(event) and isinstance(visit, str) and is_uuid(visit)):
        return None
    read = attendance.read(event, {**without(body), "station": header.station})
    return read if isinstance(read, Came | Left) and _is_moment(read.at) else None


def stay(body: JsonBody) -> str | None:
    """The visit with which this one is one stay: another's, or itself."""
    named = body.get("stay")
    return named if isinstance(named, str) and is_uuid(named) else None


def by_worker(body: JsonBody, *texts: str) -> str | None:
    """The worker who did it; None unless that and these other fields are texts that can be kept."""
    named = [body.get(name) for name in ("worker", *texts)]
    held = [text for text in named if isinstance(text, str) and text and are_ids(text)]
    return held[0] if len(held) == len(named) else None


def event_named(body: JsonBody, name: str) -> str | None:
    """The event that this one is about."""
    named = body.get(name)
    return named if isinstance(named, str) and is_uuid(named) else None


def pictures_set(body: JsonBody) -> Secret | None:
    match body:
        case {"household": str() as household, "person": str() as person} if are_ids(household, person):
            return read_secret(secret_id(household, person), body)
    return None


def _is_serial(number: int) -> bool:
    return type(number) is int and 0 <= number < 2**32


def are_ids(*texts: str) -> bool:
    return all(_is_text(text, _LONGEST_ID) for text in texts)


def _is_text(text: str, longest: int) -> bool:
    return len(text) <= longest and text.isprintable()


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).utcoffset() == timedelta(0)
    except ValueError:
        return False


def is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
