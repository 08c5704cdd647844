"""What the touch face asks of the store."""

from dataclasses import replace
from typing import Any

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.workers import Face
from kiosk.storeroom import stands
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.touch import staff, value, visits
from kiosk.ui.touch import derive
from kiosk.ui.touch.faces import Listing
from kiosk.ui.touch.sitting import Where
from kiosk.ui.touch.value_wishes import Await, ValueWish
from kiosk.ui.touch.wishes import Identify, SlowWish, StaffWish, VisitWish
from kiosk.usecases import browse, courses
from kiosk.usecases.enter import InOne, enter
from kiosk.usecases.identify import identify

HOME_LINES = 3


class TouchRoom:
    """`beside` is `in_one` for a job that does not run on the store thread."""

    def __init__(self, behind: Behind, beside: InOne) -> None:
        self._behind = behind
        self._beside = replace(behind, in_one=beside)

    def look(self, where: Where, language: str) -> Any:
        """The face of a screen, None when what it is about has left the catalogue."""
        return self._behind.in_one(lambda tx: self._face(tx, where, language, self._behind.clock.read()))

    def ask(self, wish: VisitWish | StaffWish | ValueWish) -> object:
        """On the store thread."""
        behind = self._behind
        if isinstance(wish, StaffWish):
            return behind.in_one(lambda tx: staff.ask(tx, behind, wish))
        if isinstance(wish, ValueWish):
            return behind.in_one(lambda tx: value.ask(tx, behind, wish))
        return behind.in_one(lambda tx: visits.ask(tx, behind, wish))

    def ask_beside(self, wish: SlowWish) -> object:
        """Beside the store thread."""
        beside = self._beside
        if isinstance(wish, Identify):
            return identify(beside.in_one, wish.serial, wish.answer, beside.clock)
        return enter(beside.in_one, wish.asked, wish.pin, Face.TOUCH, beside.clock)

    def ask_central(self, wish: Await) -> object:
        """On the online thread: it waits for the network."""
        return value.ask_central(self._beside, wish)

    def _face(self, tx: Tx, where: Where, language: str, now: Reading) -> Any:
        match where.screen:
            case "attract":
                return derive.attract(browse.today(tx, now, HOME_LINES), language, now)
            case "home":
                today, week = browse.today(tx, now, HOME_LINES), browse.this_week(tx, now, HOME_LINES)
                return derive.home(today, week, language, now)
            case "activity":
                detail = browse.one(tx, where.about, now)
                dates = len(courses.coming(tx, where.about, now))
                return derive.activity(detail, language, now, dates) if detail else None
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
