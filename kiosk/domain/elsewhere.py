"""A voucher as it is told at another hub to which its family comes: by which cards it is reached, and what it holds.

Nothing else of the family: no person, no household, no name of either. Whoever shows one of the cards is nobody there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain import days
from kiosk.domain.bands import are_short
from kiosk.domain.people import is_serial
from kiosk.domain.programmes import State, Voucher, is_cents

KIND = "voucher_away"  # of the record, by the voucher's id, whose scope is the desks of that hub
GUEST = "voucher_guest"  # likewise, by `VOUCHER@HUB`: at any hub, on the day on which they came
NOBODY = ""  # in place of a person and of a household


@dataclass(frozen=True)
class Away:
    """`left`: what central knew of when it told. `starts`, `until`: "" as the programme has it. `owes`: see Voucher."""

    id: str
    programme: str
    serials: tuple[int, ...]
    left: int
    state: State
    starts: str = ""
    until: str = ""
    owes: bool = False

    def as_voucher(self) -> Voucher:
        """As the rules of a redemption ask for it: for whoever shows the card."""
        whose = (NOBODY, (NOBODY,))
        return Voucher(self.id, self.programme, *whose, 0, self.left, self.state, self.starts, self.until, self.owes)


def told(voucher: Voucher, serials: Iterable[int]) -> Away:
    """What is told of a voucher whose household has these cards."""
    how = (voucher.left, voucher.state, voucher.starts, voucher.until, voucher.owes)
    return Away(voucher.id, voucher.programme, tuple(serials), *how)


# --- as plain data --------------------------------------------------------------------------------------------------


def dump(away: Away) -> dict[str, Any]:
    said = {name: getattr(away, name) for name in ("programme", "left", "starts", "until", "owes")}
    return {**said, "serials": list(away.serials), "state": away.state.value}


def guest(voucher: str, hub: str) -> str:
    """The id of what is told of it there for a day."""
    return f"{voucher}@{hub}"


def read(id_: str, data: Mapping[str, Any]) -> Away | None:
    """A record of either kind; None for what cannot be read."""
    match data:
        case {"programme": str() as programme, "serials": list() as serials, "left": left, "state": str() as state}:
            dates = (data.get("starts", ""), data.get("until", ""))
            good = programme and are_short(programme) and is_cents(left) and all(map(is_serial, serials))
            if good and state in set(State) and all(_is_day_or_none(day) for day in dates):
                return Away(
                    id_.partition("@")[0],
                    programme,
                    tuple(serials),
                    left,
                    State(state),
                    *dates,
                    data.get("owes") is True,
                )
    return None


def _is_day_or_none(value: object) -> bool:
    return value == "" or (isinstance(value, str) and days.read(value) is not None)
