"""What is done with a whole household: its name, its shield, taking it along, putting it away."""

from dataclasses import dataclass, field

from kiosk.ui.desk.families import Allowed
from kiosk.ui.desk.families.person import Written


@dataclass(frozen=True)
class MoreFace:
    household: str
    label: Written = field(repr=False)
    shielded: bool
    folder: str  # where an export is kept
    allowed: Allowed
