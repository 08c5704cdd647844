"""Reads the bodies of events about value: what was paid by a voucher, what was given back, who signed up."""

from dataclasses import dataclass, field
from enum import StrEnum

from central.judge.bodies import are_ids, is_uuid
from kiosk.domain.events import Header, JsonBody
from kiosk.domain.parts import Parts, read_parts, total
from kiosk.domain.programmes import is_cents
from kiosk.domain.signups import Fact, Paid, State


class Means(StrEnum):
    """What was given out of."""

    ALLOTMENT = "allotment"
    PURSE = "purse"
    ONLINE = "online"  # what central kept for it


@dataclass(frozen=True)
class Redemption:
    """`household` is "" where it was erased since."""

    event: str
    redemption: str
    voucher: str
    household: str = field(repr=False)
    hub: str
    activity: str
    session: str
    provider: str
    at: str
    price: int
    cents: int
    parts: Parts
    means: Means
    request: str = ""
    receipt: int = 0


@dataclass(frozen=True)
class Back:
    """Part of an allotment that a station gives back; of the purse `of` is "purse"."""

    of: str
    parts: Parts


_IDS = ("voucher", "household", "hub", "activity", "session", "provider")


def redeemed(header: Header, body: JsonBody) -> Redemption | None:
    """One that is said again without whose it was, since they were erased, is the one that it restates: whichever comes
    first, it is booked once."""
    texts = _texts(body, *_IDS, "redemption", "means", "request")
    price, cents, receipt = (body.get(name, 0) for name in ("price", "cents", "receipt"))
    parts = read_parts(str(body.get("parts", "")))
    if texts is None or parts is None or not (is_cents(price) and is_cents(cents) and _is_serial(receipt)):
        return None
    good = texts["voucher"] and texts["hub"] and texts["means"] in tuple(Means) and is_uuid(texts["redemption"])
    if not good or not parts or total(parts) != cents:
        return None
    restates = body.get("restates", "")
    if not isinstance(restates, str) or not (restates == "" or is_uuid(restates)):
        return None
    of = {name: texts[name] for name in _IDS}
    numbers = (int(str(price)), int(str(cents)))
    return Redemption(
        restates or header.id,
        texts["redemption"],
        **of,
        at=header.recorded_at,
        price=numbers[0],
        cents=numbers[1],
        parts=parts,
        means=Means(texts["means"]),
        request=texts["request"],
        receipt=int(str(receipt)),
    )


def reversed_event(body: JsonBody) -> str | None:
    """The event whose redemption is taken back."""
    target = body.get("target")
    return target if isinstance(target, str) and is_uuid(target) else None


def given_back(body: JsonBody) -> Back | None:
    of, parts = body.get("of"), read_parts(str(body.get("parts", "")))
    return Back(of, parts) if isinstance(of, str) and of and are_ids(of) and parts else None


def request(body: JsonBody) -> str | None:
    named = body.get("request")
    return named if isinstance(named, str) and named and are_ids(named) else None


def signed_up(header: Header, body: JsonBody) -> Fact | None:
    texts = _texts(body, "signup", "session", "person", "household", "state", "paid", "until", "worker", "asked_at")
    if texts is None or not is_uuid(texts["signup"]) or not texts["session"]:
        return None
    state, paid = texts.pop("state"), texts.pop("paid")
    if state not in tuple(State) or paid not in tuple(Paid):
        return None
    return Fact(
        event=header.id, station=header.station, at=header.recorded_at, state=State(state), paid=Paid(paid), **texts
    )


def _texts(body: JsonBody, *names: str) -> dict[str, str] | None:
    """These fields, "" where one is left out; None unless all are texts that can be kept."""
    found = {name: body.get(name, "") for name in names}
    texts = {name: text for name, text in found.items() if isinstance(text, str) and are_ids(text)}
    return texts if len(texts) == len(names) else None


def _is_serial(number: object) -> bool:
    return type(number) is int and 0 <= number < 2**32
