"""What the desk face asks of the store: who may enter, then each section looks and acts in a module of its own."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from kiosk.db.tx import Tx
from kiosk.domain.workers import AskPin, Deed, Entered, Face, NotIn, Wait, WrongPin, may
from kiosk.papers.paper import ToPrint
from kiosk.storeroom import stands
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk import calendar, families, inside, needs, sessions, station, today, vouchers
from kiosk.ui.desk.asking import ToAsk
from kiosk.ui.desk.faces import NOTHING, Colleague, LockFace, Said, Section, Tab
from kiosk.ui.desk.viewmodel import Looked
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.enter import InOne, colleagues, enter, pick, show_card, switch

LANGUAGE = "it"  # of the city's own texts, at the desk
_TAKES: Mapping[Section, Deed] = {
    Section.TODAY: Deed.REGISTER,
    Section.INSIDE: Deed.INSIDE,
    Section.FAMILIES: Deed.FAMILIES,
    Section.CALENDAR: Deed.REGISTER,
    Section.SESSIONS: Deed.SESSIONS,
    Section.VOUCHERS: Deed.VOUCHERS,
    Section.NEEDS: Deed.CASES,
    Section.STATION: Deed.STATION,
}


class Room(Protocol):
    """One section of the desk. `look` runs in one transaction on the store thread; `act` runs beside it."""

    def look(self, tx: Tx, behind: Behind, by: Entered, place: Place) -> object | NotIn: ...
    def act(self, behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint | ToAsk: ...
    def badge(self, tx: Tx, behind: Behind, by: Entered) -> int: ...


_ROOMS: Mapping[Section, Room] = {
    Section.TODAY: today,
    Section.INSIDE: inside,
    Section.FAMILIES: families,
    Section.CALENDAR: calendar,
    Section.SESSIONS: sessions,
    Section.VOUCHERS: vouchers,
    Section.NEEDS: needs,
    Section.STATION: station,
}


class DeskRoom:
    """`beside` is `in_one` for a job that does not run on the store thread."""

    def __init__(self, behind: Behind, beside: InOne) -> None:
        self._behind = behind
        self._beside = replace(behind, in_one=beside)

    def lock(self) -> LockFace:
        """On the store thread."""
        here = self._behind.in_one(lambda tx: colleagues(tx, self._behind.clock.read()))
        return LockFace(tuple(Colleague(one.id, one.name) for one in here))

    def show_card(self, payload: bytes) -> AskPin | NotIn:
        """On the store thread."""
        scanned, clock = self._behind.read(payload), self._behind.clock
        return self._behind.in_one(lambda tx: show_card(tx, scanned, clock.read()))

    def pick(self, worker: str) -> AskPin | NotIn:
        """On the store thread."""
        return self._behind.in_one(lambda tx: pick(tx, worker, self._behind.clock.read()))

    def enter(self, asked: AskPin, pin: str) -> Entered | WrongPin | Wait | NotIn:
        """Beside the store thread: Argon2 takes its time."""
        return enter(self._beside.in_one, asked, pin, Face.DESK, self._beside.clock)

    def switch(self, payload: bytes) -> Entered | NotIn:
        """Beside the store thread."""
        scanned, clock = self._beside.read(payload), self._beside.clock
        return self._beside.in_one(lambda tx: switch(tx, scanned, Face.DESK, clock.read()))

    def look(self, by: Entered, place: Place) -> Looked | NotIn:
        """On the store thread."""

        def seen(tx: Tx) -> Looked | NotIn:
            room = _room(place.section)
            face = room.look(tx, self._behind, by, place) if room else None
            if isinstance(face, NotIn):
                return face
            if place.typed:  # letter by letter: every millisecond is felt
                return Looked(face)
            now = self._behind.clock.read()
            return Looked(face, self._tabs(tx, by), stands.station(tx, LANGUAGE, now))

        return self._behind.in_one(seen)

    def act(self, by: Entered, wish: Wish) -> Said | NotIn | ToPrint | ToAsk:
        """Beside the store thread."""
        room = _room(wish.section)
        return room.act(self._beside, by, wish) if room else NOTHING

    def _tabs(self, tx: Tx, by: Entered) -> tuple[Tab, ...]:
        seen = [section for section in _ROOMS if may(by.worker, _TAKES[section])]
        return tuple(Tab(section, _ROOMS[section].badge(tx, self._behind, by)) for section in seen)


def _room(section: str) -> Room | None:
    return _ROOMS.get(Section(section)) if section in tuple(Section) else None
