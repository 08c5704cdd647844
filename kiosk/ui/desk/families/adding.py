"""One person more in a household: what was typed is understood, and to whom of the others they are tied."""

from dataclasses import dataclass, field

from kiosk.ui.desk.families import HitLine, Named
from kiosk.ui.desk.families.registering import BornSaid


@dataclass(frozen=True)
class AddFace:
    household: str
    label: str = field(repr=False)
    asked: str = field(repr=False)
    born: BornSaid
    alike: tuple[HitLine, ...]
    people: tuple[Named, ...]  # who is here already
