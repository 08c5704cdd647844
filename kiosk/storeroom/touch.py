"""What the touch face asks of the store."""

from typing import Any

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.visits import AlreadyHere, MayLeave, Refused, Undone, Welcomed
from kiosk.storeroom import stands
from kiosk.storeroom.behind import Behind
from kiosk.ui.touch import derive
from kiosk.ui.touch.faces import Listing
from kiosk.ui.touch.sitting import Where
from kiosk.usecases import browse
from kiosk.usecases.arrive import arrive, as_known, undo_arrival

HOME_LINES = 3


class TouchRoom:
    def __init__(self, behind: Behind) -> None:
        self._behind = behind

    def look(self, where: Where, language: str) -> Any:
        """The face of a screen, None when what it is about has left the catalogue."""
        return self._behind.in_one(lambda tx: self._face(tx, where, language, self._behind.clock.read()))

    def arrive(self, payload: bytes) -> Welcomed | AlreadyHere | MayLeave | Refused:
        scanned, clock = self._behind.read(payload), self._behind.clock
        return self._behind.in_one(lambda tx: arrive(tx, scanned, clock.read(), as_known(tx)))

    def undo(self, visit: str) -> Undone | Refused:
        return self._behind.in_one(lambda tx: undo_arrival(tx, visit, self._behind.clock.read()))

    def _face(self, tx: Tx, where: Where, language: str, now: Reading) -> Any:
        match where.screen:
            case "attract":
                return derive.attract(browse.today(tx, now, HOME_LINES), language, now)
            case "home":
                today, week = browse.today(tx, now, HOME_LINES), browse.this_week(tx, now, HOME_LINES)
                return derive.home(today, week, language, now)
            case "activity":
                detail = browse.one(tx, where.about, now)
                return derive.activity(detail, language, now) if detail else None
            case "station":
                return stands.station(tx, language, now)
            case _:
                return self._listing(tx, where, language, now)

    def _listing(self, tx: Tx, where: Where, language: str, now: Reading) -> Any:
        limit, bands = where.shown, derive.bands(self._behind.settings.age_bands)
        match where.listing:
            case Listing.TODAY:
                found = browse.today(tx, now, limit)
            case Listing.WEEK:
                found = browse.this_week(tx, now, limit)
            case Listing.PILLAR:
                found = browse.by_pillar(tx, where.argument, now, limit)
            case Listing.AGE:
                band = next((band for band in bands if band.id == where.argument), None)
                low, high = (band.min_age, band.max_age) if band else (0, 18)
                found = browse.by_age(tx, low, high, now, limit)
            case Listing.NEAR:
                found = browse.near(tx, now, limit)
            case Listing.ALL:
                found = browse.everything(tx, now, limit)
        return derive.browse(where, found, bands, language, now)
