"""What comes of a touch, or of an answer of the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.ui.touch.wishes import Wish

if TYPE_CHECKING:
    from kiosk.ui.touch.errands import Errand


@dataclass(frozen=True)
class Turn:
    """The errand as it is now, None when it is over; and what is to be asked of the store."""

    errand: Errand | None
    wish: Wish | None = None
