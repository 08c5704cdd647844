"""The desk's rooms on a real station's store: what is looked at and done, without a window."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.domain import codes, keys
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers.paper import ToPrint
from kiosk.storeroom.behind import Behind, nobody
from kiosk.storeroom.desk import DeskRoom
from kiosk.ui.desk.asking import ToAsk
from kiosk.ui.desk.faces import Said
from kiosk.ui.desk.wishes import place, wish
from kiosk.usecases.ask_online import Ask
from tests.station import Station


@dataclass
class DeskDay:
    """One worker at the desk of one station."""

    station: Station
    by: Entered
    ask: Ask = nobody  # central, where it is asked

    @property
    def room(self) -> DeskRoom:
        station, known = self.station, self.station.known
        trusted = keys.open_list(known.key_list, known.root_public)
        behind = Behind(
            station.do, station.clock, station.settings, lambda payload: codes.read(payload, trusted), self.ask
        )
        return DeskRoom(behind, station.do)

    def look(self, path: str) -> Any:
        """The face at this place; NotIn where it is not theirs to see."""
        looked = self.room.look(self.by, place(path))
        return looked if isinstance(looked, NotIn) else looked.face

    def act(self, path: str, form: Mapping[str, Any] | None = None) -> Said | NotIn:
        said = self._do(path, form)
        assert not isinstance(said, ToPrint)
        return said.go_on() if isinstance(said, ToAsk) else said

    def asks(self, path: str, form: Mapping[str, Any] | None = None) -> ToAsk:
        """A deed that waits for central, and has not asked it yet."""
        said = self._do(path, form)
        assert isinstance(said, ToAsk), said
        return said

    def print(self, path: str, form: Mapping[str, Any] | None = None) -> ToPrint:
        """A deed that ends on paper."""
        said = self._do(path, form)
        assert isinstance(said, ToPrint), said
        return said

    def _do(self, path: str, form: Mapping[str, Any] | None) -> Said | NotIn | ToPrint | ToAsk:
        return self.room.act(self.by, wish({"path": path, "form": form or {}}))

    def scan(self, at: str, code: str) -> Said | NotIn:
        """A card is scanned while this place is looked at."""
        section, _, about = at.partition("/")
        return self.act(f"{section}/scan/{about}", {"code": code})
