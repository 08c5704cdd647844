"""Vouchers pay: for whom, how much, and only then a confirmation. The one place where somebody is asked twice."""

from dataclasses import dataclass, field, replace

from kiosk.ui.touch.errands.turn import Turn
from kiosk.ui.touch.held import ForWhom, Holder, Payer, Price
from kiosk.ui.touch.value_wishes import OpenCard, Pay

_STEP, _LARGE_STEP, _LARGE = 100, 500, 5_000  # cents: one euro at a time, five of a price from 50 on


@dataclass(frozen=True)
class Paying:
    """`at`: for whom of `price.people`, None while that is asked. `cents`: what the vouchers pay together. `in_vain`:
    central was asked for more."""

    holder: Holder
    price: Price = field(repr=False)
    at: int | None = None
    cents: int = 0
    in_vain: bool = False

    @property
    def whom(self) -> ForWhom | None:
        return None if self.at is None else self.price.people[self.at]

    @property
    def most(self) -> int:
        """What the vouchers can pay of this price."""
        if self.whom is None:
            return 0
        return max(0, min(self.price.cents - self.whom.before, sum(one.most for one in self.whom.payers)))

    @property
    def fewer(self) -> int:
        """One step less; the same where it cannot be less."""
        return max(0, (self.cents - 1) // self._step * self._step) or self.cents

    @property
    def further(self) -> int:
        """One step more; the same where it cannot be more."""
        return min(self.most, (self.cents // self._step + 1) * self._step)

    @property
    def _step(self) -> int:
        return _STEP if self.price.cents < _LARGE else _LARGE_STEP


def begun(holder: Holder, price: Price) -> Paying:
    """Where only one comes into question nobody is asked for whom."""
    paying = Paying(holder, price)
    return _for(paying, 0) if len(price.people) == 1 else paying


def with_what_is_here(paying: Paying) -> Paying | None:
    """Central has nothing to add, and is asked for nothing more; None where nothing is here."""
    if paying.at is None:
        return None
    people = tuple(replace(one, payers=one.here) for one in paying.price.people)
    again = _for(replace(paying, price=replace(paying.price, people=people), in_vain=True), paying.at)
    return again if again.cents > 0 else None


def shares(paying: Paying) -> tuple[tuple[Payer, int], ...]:
    """What each voucher pays, in their order; those that pay nothing are not among them."""
    left, found = paying.cents, []
    for payer in paying.whom.payers if paying.whom else ():
        some = min(left, payer.most)
        left -= some
        if some:
            found.append((payer, some))
    return tuple(found)


def step(paying: Paying, path: str) -> Turn:
    what, _, number = path.partition("/")
    match what:
        case "person" if number.isascii() and number.isdecimal() and int(number) < len(paying.price.people):
            return Turn(_for(paying, int(number)))
        case "back" if paying.whom is not None and len(paying.price.people) > 1:
            return Turn(replace(paying, at=None, cents=0))
        case "back":
            return Turn(paying, OpenCard(paying.holder))
        case "less":
            return Turn(replace(paying, cents=paying.fewer))
        case "more":
            return Turn(replace(paying, cents=paying.further))
        case "confirm" if paying.whom is not None and paying.cents > 0:
            vouchers = tuple(payer.voucher for payer, _ in shares(paying))
            who = paying.whom.person.id
            return Turn(paying, Pay(paying.holder, paying.price.offer, who, vouchers, paying.cents))
    return Turn(paying)


def _for(paying: Paying, at: int) -> Paying:
    """As much as the vouchers can: less is for who wants less."""
    chosen = replace(paying, at=at)
    return replace(chosen, cents=chosen.most)
