"""What each page of the calendar shows."""

from kiosk.clock import stamp
from kiosk.db.tx import Tx
from kiosk.domain.calendar import Closure
from kiosk.domain.overrides import Because
from kiosk.domain.workers import Deed, Entered, NotIn, may
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk import asked
from kiosk.storeroom.desk.counting import people_in
from kiosk.storeroom.desk.today.looks import hits
from kiosk.ui.desk.calendar import turn as faces
from kiosk.ui.desk.calendar import week as week_face
from kiosk.ui.desk.calendar.turn import CountFace, FindFace, FullFace, PartyFace, TurnListFace
from kiosk.ui.desk.calendar.week import EditDayFace, WeekFace, read_day
from kiosk.ui.desk.wishes import Place
from kiosk.ui.standing import moment
from kiosk.usecases import week as weeks
from kiosk.usecases.expect import HasPlace, NoPlace, room_for
from kiosk.usecases.known import known_people
from kiosk.usecases.walk_in import home_of

BECAUSES = (Because.NOBODY_TURNED_AWAY, Because.AUTHORITY_ASKED)


def week(tx: Tx, behind: Behind, by: Entered, place: Place) -> WeekFace | NotIn:
    """ "calendar", or "calendar//2026-12-07": the week that a day is in."""
    now = behind.clock.read()
    wanted = read_day(place.argument) or now.day()
    seen = weeks.week(tx, by, wanted, now)
    return seen if isinstance(seen, NotIn) else week_face.derive(seen, wanted, now)


def day(tx: Tx, behind: Behind, by: Entered, place: Place) -> EditDayFace | NotIn | None:
    """ "day/2026-12-07"."""
    wanted, now = read_day(place.argument), behind.clock.read()
    if wanted is None:
        return None
    seen = weeks.one_day(tx, by, wanted, now)
    return seen if isinstance(seen, NotIn) else week_face.edit(seen, tuple(Closure), now)


def turn(tx: Tx, behind: Behind, by: Entered, place: Place) -> TurnListFace | NotIn | None:
    """ "turn/TURN": who is in it. One that is no more is shown while somebody is expected in it."""
    wanted, now = asked.turn_of(place.argument), behind.clock.read()
    if wanted is None:
        return None
    seen = weeks.list_of_turn(tx, by, wanted[0], now)
    if isinstance(seen, NotIn):
        return seen
    return faces.derive(seen, now) if seen.slot or seen.entries else None


def find(tx: Tx, behind: Behind, by: Entered, place: Place) -> FindFace | NotIn | None:
    """ "find/TURN?TEXT"."""
    wanted, now = asked.turn_of(place.argument), behind.clock.read()
    if wanted is None:
        return None
    seen = weeks.list_of_turn(tx, by, wanted[0], now)
    found = hits(tx, behind, by, place.typed)
    if isinstance(seen, NotIn):
        return seen
    return found if isinstance(found, NotIn) else faces.find(seen, place.typed, found, now)


def family(tx: Tx, behind: Behind, by: Entered, place: Place) -> PartyFace | NotIn | None:
    """ "family/TURN/HOUSEHOLD/PERSON"."""
    wanted, now = asked.turn_of(place.argument), behind.clock.read()
    if wanted is None:
        return None
    household, _, person = wanted[1].partition("/")
    seen, home = weeks.list_of_turn(tx, by, wanted[0], now), home_of(tx, by, household, now)
    if isinstance(seen, NotIn):
        return seen
    if isinstance(home, NotIn):
        return home
    return faces.party(seen, home, person, now) if home.people else None


def count(tx: Tx, behind: Behind, by: Entered, place: Place) -> CountFace | NotIn | None:
    """ "count/TURN": people whom nobody names."""
    wanted, now = asked.turn_of(place.argument), behind.clock.read()
    if wanted is None:
        return None
    seen = weeks.turn(tx, by, wanted[0], now)
    return seen if isinstance(seen, NotIn) else faces.count(seen, now)


def full(tx: Tx, behind: Behind, by: Entered, place: Place) -> FullFace | NotIn | None:
    """ "full/TURN/ASKED": there are not so many places; when there are, and who may decide against it."""
    wanted, now = asked.turn_of(place.argument), behind.clock.read()
    party = asked.read(wanted[1]) if wanted else None
    if wanted is None or party is None:
        return None
    seen, room = weeks.turn(tx, by, wanted[0], now), room_for(tx, by, wanted[0], party, now)
    if isinstance(seen, NotIn):
        return seen
    if not isinstance(room, HasPlace | NoPlace):
        return None
    known = known_people(tx, by, party.people, now)
    next_ = room.next if isinstance(room, NoPlace) else None
    return FullFace(
        head=faces.head(seen, now),
        asked=wanted[1],
        people=len(party.people) + people_in(party.numbers),
        names=tuple(known[person].given for person in party.people if person in known),
        free=room.free if isinstance(room, NoPlace) else 0,
        fits=isinstance(room, HasPlace),
        next=moment(next_, now) if next_ else None,
        next_turn=stamp(next_) if next_ else "",
        becauses=BECAUSES if may(by.worker, Deed.OVERRIDE) else (),
    )
