"""What each page of the sessions shows."""

from kiosk.clock import ROME, Reading
from kiosk.db.tx import Tx
from kiosk.domain.signingup import Wanted
from kiosk.domain.signups import OPEN, Signup, in_order
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.hits import hits
from kiosk.ui.desk.sessions import choosing
from kiosk.ui.desk.sessions import coming as list_face
from kiosk.ui.desk.sessions import one as one_face
from kiosk.ui.desk.sessions.choosing import BECAUSES, AddFace, FullFace, MoveFace
from kiosk.ui.desk.sessions.coming import SessionsFace, line
from kiosk.ui.desk.sessions.one import Around, Desk, SessionFace
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.desk.wishes import Place
from kiosk.usecases.acting import allows
from kiosk.usecases.day import inside_now
from kiosk.usecases.known import is_hidden, known_people
from kiosk.usecases.lead import leads
from kiosk.usecases.places_online import may_have
from kiosk.usecases.sessions_here import SessionHere, is_here, session_here, sessions_here
from kiosk.usecases.sign_up import warnings


def coming(tx: Tx, behind: Behind, by: Entered, place: Place) -> SessionsFace | NotIn:
    """ "sessions//asked?palla": one part of the list, and what was typed."""
    now = behind.clock.read()
    every = sessions_here(tx, by, now)
    return every if isinstance(every, NotIn) else list_face.derive(every, place.argument, place.typed, now)


def one(tx: Tx, behind: Behind, by: Entered, place: Place) -> SessionFace | NotIn | None:
    """ "open/SESSION"."""
    now = behind.clock.read()
    here = session_here(tx, by, place.argument, now)
    if here is None or isinstance(here, NotIn):
        return here
    known = known_people(tx, by, {signup.person for signup in here.signups}, now)
    inside = frozenset(inside_now(tx, now))
    return one_face.derive(here, Around(known, inside), _desk(tx, by, here, now), now)


def add(tx: Tx, behind: Behind, by: Entered, place: Place) -> AddFace | NotIn | None:
    """ "add/SESSION?TEXT"; "add/SESSION/one?TEXT" for this date of a course alone."""
    now, (id_, _, one) = behind.clock.read(), place.argument.partition("/")
    here = session_here(tx, by, id_, now)
    if here is None or isinstance(here, NotIn):
        return here
    whole = len(sessions_of(here, one)) > 1
    there = {signup.person for signup in here.signups if signup.state in OPEN}
    found = hits(tx, by, place.typed, now, there)
    return found if isinstance(found, NotIn) else AddFace(line(here, now), place.typed, found, whole)


def move(tx: Tx, behind: Behind, by: Entered, place: Place) -> MoveFace | NotIn | None:
    """ "move/SIGNUP"."""
    now, signup = behind.clock.read(), tx.signups.get(place.argument)
    if signup is None or is_hidden(tx, by, signup.household):
        return None
    here, every = session_here(tx, by, signup.session, now), sessions_here(tx, by, now)
    if here is None or isinstance(here, NotIn):
        return here
    if isinstance(every, NotIn):
        return every
    ahead = [other for other in every if other.session.starts > now.at]
    same = frozenset(other.id for other in ahead if other.session.activity == here.session.activity)
    session = line(here, now)
    others = choosing.others(session, [line(other, now) for other in ahead], same)
    return MoveFace(session, signup.id, _person(tx, by, signup.person, now), others)


def full(tx: Tx, behind: Behind, by: Entered, place: Place) -> FullFace | NotIn | None:
    """ "full/SESSION/SIGNUP" of one who waits; "full/SESSION/HOUSEHOLD/PERSON" of somebody new, and "/one" after it for
    this date of a course alone."""
    now, (id_, _, rest) = behind.clock.read(), place.argument.partition("/")
    first, _, whose = rest.partition("/")
    person, _, one = whose.partition("/")
    here = session_here(tx, by, id_, now)
    if here is None or isinstance(here, NotIn):
        return here
    signup = None if person else tx.signups.get(first)
    if signup is None and not person:
        return None
    household = signup.household if signup else first
    if is_hidden(tx, by, household):
        return None
    whom = signup.person if signup else person
    ids = (id_,) if signup else sessions_of(here, one)
    warned, whole = warnings(tx, Wanted(household, whom, ids), now), len(ids) > 1
    return FullFace(
        session=line(here, now),
        person=_person(tx, by, whom, now),
        household=household,
        signup=signup.id if signup else "",
        waiting=0 if whole else _before(here, signup),
        becauses=BECAUSES if not whole and _desk(tx, by, here, now).override else (),
        room=has_room(here, whole=whole),
        warns=tuple(dict.fromkeys(one.what for one in warned)),
        whole=whole,
    )


def sessions_of(here: SessionHere, one: str) -> tuple[str, ...]:
    """What is signed up for: all of a course, but where it says "one"."""
    return here.course if len(here.course) > 1 and one != "one" else (here.id,)


def has_room(here: SessionHere, *, whole: bool) -> bool:
    if whole:
        return here.left is None or here.left > 0
    return here.session.capacity is None or here.free > 0


def _before(here: SessionHere, signup: Signup | None) -> int:
    """How many wait before them."""
    queue = in_order(here.signups)
    return queue.index(signup) if signup in queue else len(queue)


def _desk(tx: Tx, by: Entered, here: SessionHere, now: Reading) -> Desk:
    lead = leads(tx) and is_here(tx, here)
    begun = here.session.starts.astimezone(ROME).date() <= now.day()
    override = lead and allows(tx, by, Deed.OVERRIDE) and here.session.starts > now.at
    return Desk(lead, override, begun, may_have(tx, (here.id,), now), may_have(tx, here.course, now))


def _person(tx: Tx, by: Entered, person: str, now: Reading) -> PersonLine:
    return leaving.line(person, known_people(tx, by, [person], now).get(person))
