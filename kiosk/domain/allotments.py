"""What a station may give out without asking: its allotments, while its lease runs.

An allotment is told as all that was ever granted, never as so much more: told twice it is granted once, and an older
central takes nothing back. What was given of it, or given back, the station knows by its own events. A lease that ends
stops the giving and frees nothing: what a silent station may have given stays locked with central.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from kiosk.domain import parts
from kiosk.domain.bands import are_short
from kiosk.domain.parts import Part, Parts

KIND = "allotment"  # of the record
LEASE = "lease"  # of the record, one for each station


class What(StrEnum):
    VOUCHER = "voucher"
    SESSION = "session"
    PURSE = "purse"


@dataclass(frozen=True)
class Granted:
    """All that central ever granted to one incarnation of a station, of one thing; `back`: all that it asked back."""

    of: str
    what: What
    parts: Parts
    incarnation: str
    back: int = 0


@dataclass(frozen=True)
class Lease:
    """`until` is a stamp. `frozen`: a copy of this station's disk was seen, and it gives nothing of value."""

    until: str
    frozen: bool = False


class Stopped(StrEnum):
    """Why a station gives nothing out of its allotments just now."""

    FROZEN = "frozen"
    NO_TIME = "no_time"  # its clock is not anchored
    LEASE_OVER = "lease_over"


@dataclass(frozen=True)
class Allotment:
    """`gone`: what was given out of it, and given back."""

    granted: Granted
    gone: Parts

    @property
    def left(self) -> Parts:
        return parts.less(self.granted.parts, self.gone)

    def draw(self, amount: int) -> Parts | None:
        """What to give, by fund; None where it does not hold as much."""
        return parts.draw(self.left, amount)

    def most(self) -> int:
        return parts.total(self.left)

    def to_give_back(self, given_back: int) -> Parts:
        """What central asks back and is still here; the last fund first, so that families keep the order of funds."""
        some = min(self.granted.back - given_back, self.most())
        return parts.draw(self.left[::-1], some) or () if some > 0 else ()


def stopped(lease: Lease | None, at: datetime, anchored: bool) -> Stopped | None:
    """None: it may give. `anchored`: the clock stands on a time that central said."""
    if lease is not None and lease.frozen:
        return Stopped.FROZEN
    if not anchored:
        return Stopped.NO_TIME
    if lease is None or at >= datetime.fromisoformat(lease.until):
        return Stopped.LEASE_OVER
    return None


def share(amount: int, percent: int) -> int:
    """Whole cents or places, rounded down: who hands out shares keeps what is over."""
    return amount * percent // 100


# --- as plain data --------------------------------------------------------------------------------------------------


def dump(granted: Granted) -> dict[str, Any]:
    rows = [[part.fund, part.amount] for part in granted.parts]
    said = {"of": granted.of, "what": granted.what.value, "parts": rows, "to": granted.incarnation}
    return {**said, "back": granted.back}


def read(data: Mapping[str, Any]) -> Granted | None:
    """An `allotment` record; None for what cannot be read."""
    match data:
        case {"of": str() as of, "what": str() as what, "parts": list() as rows, "to": str() as incarnation}:
            back, known = data.get("back", 0), what in set(What)
            found = tuple(Part(row[0], row[1]) for row in rows if _is_part(row))
            good = len({part.fund for part in found}) == len(rows) and are_short(of, incarnation) and _is_amount(back)
            if known and of and good:
                return Granted(of, What(what), found, incarnation, back)
    return None


def read_lease(data: Mapping[str, Any]) -> Lease | None:
    match data:
        case {"until": str() as until} if are_short(until):
            try:
                moment = datetime.fromisoformat(until)
            except ValueError:
                return None
            return Lease(until, data.get("frozen") is True) if moment.tzinfo is not None else None
    return None


def _is_part(row: object) -> bool:
    match row:
        case [str() as fund, amount]:
            return are_short(fund) and " " not in fund and _is_amount(amount)
    return False


def _is_amount(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**parts.MOST_DIGITS
