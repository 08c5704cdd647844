"""Programmes and their vouchers: the rules that a redemption follows. They are the city's data, with these defaults.

No income, no tax code, nothing of why somebody was awarded one is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from kiosk.domain import days
from kiosk.domain.accounts import CONTINGENCY_FUND, PURSE_FUND
from kiosk.domain.bands import are_short
from kiosk.domain.parts import MOST_DIGITS

PROGRAMME = "programme"  # kinds of records
VOUCHER = "voucher"


class State(StrEnum):
    """Of a voucher, for as long as it stands."""

    LIVE = "live"
    SUSPENDED = "suspended"
    RECLAIMED = "reclaimed"
    NOT_AWARDED = (
        "not_awarded"  # it was asked for, and others came before: nothing to pay with, something to say kindly
    )


class Why(StrEnum):
    """Why a voucher does not pay, told to the worker; whoever stands at the touchscreen is told to ask them."""

    MODULE_OFF = "module_off"
    UNKNOWN = "unknown"  # no such voucher, or none of this household
    SUSPENDED = "suspended"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    USED = "used"  # nothing is left of it
    NOT_FOR_CHILD = "not_for_child"
    WRONG_CATEGORY = "wrong_category"
    WRONG_ACTIVITY = "wrong_activity"
    PROVIDER = "provider_not_active"
    NO_PRICE = "no_price"
    ABOVE_PRICE = "above_price"
    ABOVE_LEFT = "above_left"  # less than that is left of it
    ABOVE_LIMIT = "above_limit"  # of one redemption
    ABOVE_DAY = "above_day"  # of one day
    FROZEN = "frozen"  # this station gives nothing of value
    NO_TIME = "no_time"
    LEASE_OVER = "lease_over"
    NO_ALLOTMENT = "no_allotment"  # what this station may give is not enough
    HELD_ELSEWHERE = "held_elsewhere"  # central was asked and has less: other stations hold the rest
    TOO_YOUNG = "too_young"  # who is under 14 pays with somebody grown, or at the desk


@dataclass(frozen=True)
class Spread:
    """How a programme's money lies among the stations, in percent and cents. Where things cost nearly all of a voucher,
    as courses do, a share elsewhere buys nothing: such a programme has no `second_share`."""

    home_share: int = 80  # of a voucher with stations; the rest is central's
    second_share: int = 15  # of that, at the other hub they come to, if there is one; all the rest at the household's
    lead_share: int = 70  # of that with the lead station
    guest_limit: int = 300  # of the purse, for one card in one outage
    purse: int = 10_000  # of a station, in one outage


@dataclass(frozen=True)
class Programme:
    """`until` is the last day, to its end in Europe/Rome. Limits of 0 are none; empty lists allow everything."""

    name: Mapping[str, str]
    funds: tuple[str, ...]  # in the order in which they pay
    starts: str
    until: str
    active: bool = True
    collective: bool = False  # held for a group, whoever of it comes
    categories: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    per_redemption: int = 0
    per_day: int = 0
    two_workers_above: int = 5_000  # redeemed for a family that does not say its pictures
    second_person_above: int = 5_000  # to reverse as much
    spread: Spread = field(default_factory=Spread)


@dataclass(frozen=True)
class Voucher:
    """`left`: what central knew of when it told. `starts`, `until`: "" as the programme has it. `owes`: a purse
    or contingency lent for it and has not got it back; it borrows no more until then."""

    id: str
    programme: str
    household: str
    people: tuple[str, ...] = field(repr=False)
    worth: int
    left: int
    state: State = State.LIVE
    starts: str = ""
    until: str = ""
    owes: bool = False


@dataclass(frozen=True)
class Use:
    """What somebody wants to pay with a voucher. `price` is what the activity costs."""

    person: str
    activity: str
    provider: str
    category: str
    price: int | None
    cents: int
    paid_before: int = 0  # of this price, by other vouchers


def last_day(programme: Programme, voucher: Voucher) -> str:
    return voucher.until or programme.until


def why_not(programme: Programme, voucher: Voucher, use: Use, day: date, used_today: int) -> Why | None:
    """None: it may pay, if the money is there. `used_today`: cents of this voucher, as this station knows."""
    return closed(programme, voucher, day) or _whom(programme, voucher, use) or _how_much(programme, use, used_today)


def closed(programme: Programme, voucher: Voucher, day: date) -> Why | None:
    """Why it pays nothing on this day, whatever for."""
    if not programme.active:
        return Why.MODULE_OFF
    if voucher.state is State.NOT_AWARDED:
        return Why.UNKNOWN
    if voucher.state is State.SUSPENDED:
        return Why.SUSPENDED
    if day.isoformat() < (voucher.starts or programme.starts):
        return Why.NOT_YET
    if voucher.state is State.RECLAIMED or day.isoformat() > last_day(programme, voucher):
        return Why.EXPIRED
    return None


def _whom(programme: Programme, voucher: Voucher, use: Use) -> Why | None:
    if not programme.collective and use.person not in voucher.people:
        return Why.NOT_FOR_CHILD
    if programme.categories and use.category not in programme.categories:
        return Why.WRONG_CATEGORY
    if programme.activities and use.activity not in programme.activities:
        return Why.WRONG_ACTIVITY
    if not use.provider or (programme.providers and use.provider not in programme.providers):
        return Why.PROVIDER
    return None


def _how_much(programme: Programme, use: Use, used_today: int) -> Why | None:
    if use.price is None or use.price <= 0:
        return Why.NO_PRICE
    if use.cents <= 0 or use.cents + use.paid_before > use.price:
        return Why.ABOVE_PRICE
    if programme.per_redemption and use.cents > programme.per_redemption:
        return Why.ABOVE_LIMIT
    if programme.per_day and use.cents + used_today > programme.per_day:
        return Why.ABOVE_DAY
    return None


# --- as plain data --------------------------------------------------------------------------------------------------


def read_programme(data: Mapping[str, Any]) -> Programme | None:
    """A `programme` record; None for what cannot be read."""
    match data:
        case {"name": dict() as name, "funds": list() as funds, "starts": str() as starts, "until": str() as until}:
            if not (_are_words(name) and _are_funds(funds) and days.read(starts) and days.read(until)):
                return None
            lists = {key: data.get(key, []) for key in ("categories", "providers", "activities")}
            spread = data.get("spread", {})
            if not all(_are_ids(one) for one in lists.values()) or not isinstance(spread, dict):
                return None
            cents = {key: data[key] for key in _CENTS if key in data}
            shares = _shares(spread)
            if not all(map(is_cents, (*cents.values(), *shares.values()))) or not _are_percents(shares):
                return None
            return Programme(
                name=name,
                funds=tuple(funds),
                starts=starts,
                until=until,
                active=data.get("active") is not False,
                collective=data.get("collective") is True,
                categories=tuple(lists["categories"]),
                providers=tuple(lists["providers"]),
                activities=tuple(lists["activities"]),
                spread=Spread(**shares),
                **cents,
            )
    return None


def read_voucher(id_: str, data: Mapping[str, Any]) -> Voucher | None:
    """A `voucher` record; None for what cannot be read."""
    match data:
        case {
            "programme": str() as programme,
            "household": str() as household,
            "people": list() as people,
            "worth": worth,
            "left": left,
            "state": str() as state,
        }:
            dates = (data.get("starts", ""), data.get("until", ""))
            good = _are_ids([programme, household, *people]) and is_cents(worth) and is_cents(left)
            if good and state in set(State) and all(_is_day_or_none(day) for day in dates):
                owes = data.get("owes") is True
                return Voucher(id_, programme, household, tuple(people), worth, left, State(state), *dates, owes)
    return None


def dump_voucher(voucher: Voucher) -> dict[str, Any]:
    said = {name: getattr(voucher, name) for name in ("programme", "household", "worth", "left", "starts", "until")}
    owes = {"owes": True} if voucher.owes else {}
    return {**said, "people": list(voucher.people), "state": voucher.state.value, **owes}


def is_cents(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**MOST_DIGITS


_CENTS = ("per_redemption", "per_day", "two_workers_above", "second_person_above")
_SHARES = ("home_share", "second_share", "lead_share", "guest_limit", "purse")


def _are_percents(shares: Mapping[str, int]) -> bool:
    spread = Spread(**shares)
    return spread.second_share <= spread.home_share <= 100 and spread.lead_share <= 100


def _shares(spread: Mapping[str, Any]) -> dict[str, Any]:
    """What a programme says of its spread. One that was written before there were second hubs, and says what lies at
    home, has all of it there."""
    said = {key: spread[key] for key in _SHARES if key in spread}
    return {"second_share": 0, **said} if "home_share" in said else said


def _are_ids(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(one, str) and one and are_short(one) for one in values)


def _are_funds(values: list[Any]) -> bool:
    """Once each, and such as events can name: see kiosk.domain.parts. Purse and contingency are the ledger's own."""
    named = _are_ids(values) and len(set(values)) == len(values) > 0
    return named and not any({*" :"} & {*one} or one in (PURSE_FUND, CONTINGENCY_FUND) for one in values)


def _are_words(name: Mapping[Any, Any]) -> bool:
    return bool(name) and all(isinstance(part, str) for pair in name.items() for part in pair)


def _is_day_or_none(value: object) -> bool:
    return value == "" or (isinstance(value, str) and days.read(value) is not None)
