"""What each page of the day shows."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain import catalogue, shortcode
from kiosk.domain.families import Kind
from kiosk.domain.workers import Deed, Entered, NotIn, may
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.today import arriving, leaving, mending
from kiosk.ui.desk.today import register as face
from kiosk.ui.desk.today.arriving import ArriveFace, CountFace, FamilyFace, GroupFace, GuestFace, HitLine
from kiosk.ui.desk.today.leaving import LeaveFace, StopFace
from kiosk.ui.desk.today.mending import MendFace
from kiosk.ui.desk.today.register import Filter, TodayFace
from kiosk.ui.desk.today.rows import rows
from kiosk.ui.desk.wishes import Place
from kiosk.usecases import browse
from kiosk.usecases.acting import acting
from kiosk.usecases.arrive import usable_card
from kiosk.usecases.day import inside_now, register_of_day
from kiosk.usecases.find_family import find
from kiosk.usecases.history import history
from kiosk.usecases.known import known_people
from kiosk.usecases.opening import hours_of_today
from kiosk.usecases.walk_in import home_of
from kiosk.usecases.who_collects import somebody_else, standing_of, who_collects

LANGUAGE = "it"  # of the city's own texts, at the desk


def register(tx: Tx, behind: Behind, by: Entered, place: Place) -> TodayFace | NotIn:
    """ "today//arrived?ami": one state of the register, and what was typed."""
    now = behind.clock.read()
    day = register_of_day(tx, by, now)
    if isinstance(day, NotIn):
        return day
    serial = shortcode.read(place.typed)
    binding = tx.cards.binding(serial) if serial is not None else None
    shown = Filter(place.argument or "all", place.typed, binding.person if binding else "", serial or 0)
    return face.derive(day, hours_of_today(tx, now), shown, now)


def arrive(tx: Tx, behind: Behind, by: Entered, place: Place) -> ArriveFace | NotIn:
    found = hits(tx, behind, by, place.typed)
    return found if isinstance(found, NotIn) else ArriveFace(place.typed, found)


def family(tx: Tx, behind: Behind, by: Entered, place: Place) -> FamilyFace | NotIn | None:
    """ "family/card/CODE" or "family/home/HOUSEHOLD/PERSON"."""
    how, _, argument = place.argument.partition("/")
    household, _, person = argument.partition("/")
    if how == "card":
        usable = usable_card(tx, behind.read(argument.encode()), behind.clock.read())
        binding = usable[1] if isinstance(usable, tuple) else None
        if binding is None:
            return None
        household, person = binding.household, binding.person
    home = home_of(tx, by, household, behind.clock.read())
    if isinstance(home, NotIn):
        return home
    return arriving.family(home, place.argument, person) if home.people else None


def count(tx: Tx, behind: Behind, by: Entered, place: Place) -> CountFace | NotIn:
    allowed = acting(tx, by, Deed.REGISTER)
    return allowed if isinstance(allowed, NotIn) else arriving.count()


def guest(tx: Tx, behind: Behind, by: Entered, place: Place) -> GuestFace | NotIn:
    allowed = acting(tx, by, Deed.REGISTER)
    return allowed if isinstance(allowed, NotIn) else arriving.guest(place.typed, behind.settings.guest_days)


def group(tx: Tx, behind: Behind, by: Entered, place: Place) -> GroupFace | NotIn | None:
    """ "group?TEXT", "group/person/PERSON", "group/card/CODE"."""
    how, _, argument = place.argument.partition("/")
    found = hits(tx, behind, by, place.typed)
    if isinstance(found, NotIn):
        return found
    bands, now = arriving.count().bands, behind.clock.read()
    if how not in ("person", "card"):
        return GroupFace(bands, place.typed, found)
    person = argument
    if how == "card":
        usable = usable_card(tx, behind.read(argument.encode()), now)
        if not isinstance(usable, tuple):
            return None
        person = usable[1].person if usable[1] else ""
    known = known_people(tx, by, [person], now).get(person)
    return GroupFace(
        bands,
        leader=leaving.line(person, known) if known else None,
        card=argument if how == "card" else "",
    )


def leave(tx: Tx, behind: Behind, by: Entered, place: Place) -> LeaveFace | NotIn | None:
    """ "leave/VISIT", or "leave/VISIT?TEXT": somebody else is looked for."""
    visit, text, now = place.argument, place.typed, behind.clock.read()
    seen = who_collects(tx, by, visit, now)
    if seen is None or isinstance(seen, NotIn):
        return seen
    found = somebody_else(tx, by, visit, text, now) if text and seen.leaver.person else ()
    return found if isinstance(found, NotIn) else leaving.leave(seen, _title(tx, seen.after, now), text, found)


def stop(tx: Tx, behind: Behind, by: Entered, place: Place) -> StopFace | NotIn | None:
    """ "stop/VISIT/ADULT": why they are not let go."""
    visit, _, adult = place.argument.partition("/")
    now = behind.clock.read()
    seen = who_collects(tx, by, visit, now)
    if seen is None or isinstance(seen, NotIn):
        return seen
    asked = seen.leaver.person is not None and adult not in ("", leaving.STRANGER)
    whom = standing_of(tx, by, visit, adult, now) if asked else None
    return leaving.stop(seen, adult, whom, may_override=may(by.worker, Deed.OVERRIDE))


def mend(tx: Tx, behind: Behind, by: Entered, place: Place) -> MendFace | NotIn | None:
    """ "mend/VISIT": what was said of it, to take back."""
    now = behind.clock.read()
    day = register_of_day(tx, by, now)
    if isinstance(day, NotIn):
        return day
    others = face.others(day.stations)
    found = next((one for one in day.entries if place.argument in one.stay.visits), None)
    if found is None:
        return None
    told = history(tx, by, found.stay)
    return told if isinstance(told, NotIn) else mending.derive(rows([found], others, now)[0], told, others, now)


def hits(tx: Tx, behind: Behind, by: Entered, text: str) -> tuple[HitLine, ...] | NotIn:
    """Who is found by what is typed, as each household knows them."""
    now = behind.clock.read()
    found = find(tx, by, text, now)
    if isinstance(found, NotIn) or not found:
        return found if isinstance(found, NotIn) else ()
    known = known_people(tx, by, [hit.person for hit in found], now)
    labels = {hit.household: tx.families.get(Kind.HOUSEHOLD, hit.household).text("label") for hit in found}
    return arriving.hits(found, known, labels, inside_now(tx, now).keys())


def _title(tx: Tx, activity: str, now: Reading) -> str:
    detail = browse.one(tx, activity, now) if activity else None
    return catalogue.in_language(detail.offer.activity.title, LANGUAGE) if detail else ""
