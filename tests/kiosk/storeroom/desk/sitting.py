"""A worker at a desk, through what the desk asks of the store: the real store, no window."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kiosk.domain.families import Kind, Value
from kiosk.domain.workers import Entered, Role
from kiosk.ui.desk.faces import Said
from kiosk.usecases.edit_family import Change, Edited, edit
from tests.deskroom import DeskDay
from tests.station import Station

F = TypeVar("F")


@dataclass(frozen=True)
class Haddad:
    """Mother, grandmother, Amina (8) and Omar (14 in January); and another home of Amina's, where her father lives. He
    must not collect her: her mother's home says so."""

    home: str
    other_home: str
    mother: str
    grandmother: str
    amina: str
    omar: str
    father: str


@dataclass(frozen=True)
class Made:
    """A desk that knows a family and some workers; its folder is copied for each test, and no central is there."""

    station: Station
    workers: Mapping[Role, Entered]
    family: Haddad
    serial: int  # of Amina's card
    aminas: str  # codes of cards
    teacher: str
    elsewhere: str


class AtDesk(DeskDay):
    """`by` is who sits there; another worker may take the seat."""

    def see(self, path: str, kind: type[F]) -> F:
        """The face of a place, which must be of this kind."""
        face = self.look(path)
        assert isinstance(face, kind), face
        return face

    def done(self, path: str, **form: Any) -> Said:
        said = self.act(path, form)
        assert isinstance(said, Said), said
        return said

    def undo(self, said: Said) -> Said:
        assert said.undo is not None, said
        return self.done(said.undo.path)


def tell(at: AtDesk, household: str, kind: str, id_: str, fields: Mapping[str, Value]) -> None:
    """What a worker says of a record, field by field."""
    now = at.station.clock.read()
    changes = [Change(Kind(kind), id_, household, name, value) for name, value in fields.items()]
    said = at.station.do(lambda tx: [edit(tx, at.by, change, now) for change in changes])
    assert all(isinstance(one, Edited) for one in said), said
