"""Who is at the screen as a worker now, and when they have rested so long that it locks. Pure; kept in memory only."""

from dataclasses import dataclass, replace

from kiosk.domain.workers import Entered

LOCK_AFTER = 300.0  # seconds of rest at the desk
LEAVE_AFTER = 60.0  # seconds of rest behind staff entry on the touchscreen


@dataclass(frozen=True)
class Seat:
    """`touched` is the boot clock, in seconds, when somebody last did something. Locked, it shows and does nothing."""

    here: Entered | None = None
    touched: float = 0.0
    locked: bool = False


EMPTY = Seat()


def taken(entered: Entered, boot: float) -> Seat:
    """Somebody entered: whoever was here before is no longer."""
    return Seat(entered, boot)


def touched(seat: Seat, boot: float, rest: float = LOCK_AFTER) -> Seat:
    """A key, a tap: the rest begins anew, unless it was over."""
    now = rested(seat, boot, rest)
    return now if now.locked else replace(now, touched=boot)


def rested(seat: Seat, boot: float, rest: float = LOCK_AFTER) -> Seat:
    """As it stands now; a boot clock that went back is one of another start, and locks."""
    if seat.here is None or 0 <= boot - seat.touched < rest:
        return seat
    return replace(seat, locked=True)


def locked(seat: Seat) -> Seat:
    """Somebody locked it by hand."""
    return replace(seat, locked=seat.here is not None)


def acting(seat: Seat) -> Entered | None:
    """Who may act now."""
    return None if seat.locked else seat.here
