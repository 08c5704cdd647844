"""Three pictures or a PIN are chosen at the desk: for a household, or for one of its people."""

from dataclasses import dataclass, field

from kiosk.domain.pictures import CHOSEN, PICTURES, PIN_DIGITS, Means
from kiosk.ui.desk.families import Named


@dataclass(frozen=True)
class SecretFace:
    """`who` is None for the household's own. `set`: one is there already, and the new one takes its place."""

    household: str
    label: str = field(repr=False)
    who: Named | None
    means: Means
    set: bool
    pictures: tuple[str, ...] = PICTURES
    chosen: int = CHOSEN
    digits: int = PIN_DIGITS
