"""A voucher pays: what is asked, how several share a price, and what comes of it. Money is cents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from kiosk.domain import parts, programmes
from kiosk.domain.parts import Parts
from kiosk.domain.pictures import Identified
from kiosk.domain.programmes import Programme, Use, Voucher, Why
from kiosk.domain.workers import Entered


class Means(StrEnum):
    """Out of what a station gave it."""

    ALLOTMENT = "allotment"
    PURSE = "purse"
    ONLINE = "online"


class Because(StrEnum):
    """Why a redemption is reversed. Enumerated: no family's name gets in."""

    MISTAKE = "mistake"  # somebody else's, or twice
    WRONG_AMOUNT = "wrong_amount"
    CANCELLED = "cancelled"  # the activity did not take place
    CHANGED_MIND = "changed_mind"  # the family does not come
    NOT_PROVIDED = "not_provided"  # it took place, but not as agreed


@dataclass(frozen=True)
class Payment:
    """What somebody wants to pay. `serial` is of the card that was shown, 0 for none; `household` is "" for a card that
    nobody knows here. `session` is "" for a standing offer and for a whole course."""

    household: str
    person: str = field(repr=False)
    activity: str
    cents: int
    session: str = ""
    serial: int = 0


@dataclass(frozen=True)
class Asker:
    """Who asks: a family that said its pictures, a worker, or both. `second`: another worker who stands by."""

    identified: Identified | None = None
    worker: Entered | None = None
    second: Entered | None = None


@dataclass(frozen=True)
class Source:
    """A voucher, and what this station may give of it: by fund, in the order in which the funds pay. `told`: what
    central last said was left, less what was given here since. `used_today` is of this station. `near`: central can be
    asked."""

    voucher: Voucher
    programme: Programme
    here: Parts
    told: int
    used_today: int = 0
    near: bool = False

    @property
    def most(self) -> int:
        """What it can give here towards one price."""
        return self._within_limits(parts.total(self.here))

    @property
    def reach(self) -> int:
        """What it could give towards one price by central's word; what is here where nobody can be asked."""
        return self._within_limits(max(self.told, parts.total(self.here))) if self.near else self.most

    def _within_limits(self, cents: int) -> int:
        limits = self.programme.per_redemption, self.programme.per_day - self.used_today
        caps = [limit for limit, set_ in zip(limits, (limits[0], self.programme.per_day), strict=True) if set_]
        return max(0, min(cents, *caps)) if caps else cents


@dataclass(frozen=True)
class Share:
    """What one voucher pays; `missing` is what this station may not give of it."""

    source: Source
    cents: int
    drawn: Parts
    missing: int


@dataclass(frozen=True)
class Given:
    """It is on disk. `code` is the receipt's."""

    event: str
    redemption: str
    voucher: str
    cents: int
    parts: Parts
    means: Means
    receipt: int
    code: str = field(repr=False)


@dataclass(frozen=True)
class Redeemed:
    """`price` is what the activity costs, `before` what vouchers had paid of it."""

    given: tuple[Given, ...]
    price: int
    before: int = 0

    @property
    def cents(self) -> int:
        return sum(one.cents for one in self.given)

    @property
    def to_pay(self) -> int:
        """By the family."""
        return self.price - self.before - self.cents


@dataclass(frozen=True)
class NotPaid:
    """`voucher` is the one that says no, "" for none in particular."""

    why: Why
    voucher: str = ""


@dataclass(frozen=True)
class NeedsSecond:
    """Another worker has to stand by from this amount on."""

    above: int


@dataclass(frozen=True)
class Effect:
    """The plain picture before anybody confirms."""

    costs: int
    voucher_pays: int
    you_pay: int


def shares(sources: Sequence[Source], use: Use, day: date) -> tuple[Share, ...] | NotPaid:
    """Each voucher gives what it has here, in order; the last one the rest. All of `use.cents`, or nothing."""
    found: list[Share] = []
    left, before = use.cents, use.paid_before
    for source in sources:
        is_last = source is sources[-1]
        cents = left if is_last else min(left, source.most)
        if cents == 0 and (found or not is_last):
            continue
        share = _share(source, replace(use, cents=cents, paid_before=before), day)
        if isinstance(share, NotPaid):
            return share
        found.append(share)
        left, before = left - cents, before + cents
    return tuple(found) or NotPaid(Why.UNKNOWN)


def _share(source: Source, use: Use, day: date) -> Share | NotPaid:
    why = programmes.why_not(source.programme, source.voucher, use, day, source.used_today)
    here = parts.total(source.here)
    if why is None and use.cents > max(source.told, here):
        why = Why.ABOVE_LEFT if source.told > 0 else Why.USED
    if why is not None:
        return NotPaid(why, source.voucher.id)
    drawn = min(use.cents, here)
    return Share(source, use.cents, parts.draw(source.here, drawn) or (), use.cents - drawn)


def in_order(held: Parts, funds: Iterable[str]) -> Parts:
    """By fund as the programme pays; what is of none of them, which made a family whole, comes last."""
    place = {fund: n for n, fund in enumerate(funds)}
    return tuple(sorted(held, key=lambda part: place.get(part.fund, len(place))))


def effect(price: int, before: int, sources: Sequence[Source], day: date, use: Use) -> Effect:
    """What these vouchers can pay of what is left of a price: out of what is here, or where that is more one of them
    alone by central's word; one that may not pay counts as nothing."""
    left = max(0, price - before)
    here = _pays([(source, source.most) for source in sources], left, replace(use, paid_before=before), day)
    asked = (_pays([(source, source.reach)], left, replace(use, paid_before=before), day) for source in sources)
    pays = max(here, *asked, 0)
    return Effect(price, pays, left - pays)


def _pays(sources: Iterable[tuple[Source, int]], left: int, use: Use, day: date) -> int:
    pays = 0
    for source, most in sources:
        some = min(most, left - pays)
        asked = replace(use, cents=some, paid_before=use.paid_before + pays)
        if some and not isinstance(_share(source, asked, day), NotPaid):
            pays += some
    return pays


def alone(sources: Iterable[Source], cents: int) -> Source | None:
    """The first that could pay all of it by central's word: one voucher is asked for online, never a part of it."""
    return next((source for source in sources if source.near and cents <= source.reach), None)
