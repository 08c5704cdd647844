"""Somebody signs up for a session, or for all of a course: with no network, and never a yes that is none.

Confirmed where this station has a place to give and nobody waits for one; waiting where it keeps the order of those who
wait; else requested, and said so. Who is under 14 leaves a wish, which a parent makes a sign-up.
"""

from collections.abc import Sequence
from datetime import date, datetime, time

from kiosk.clock import ROME, Reading, stamp
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import days
from kiosk.domain.agebands import years
from kiosk.domain.attendance import ADULT
from kiosk.domain.events import uuid7
from kiosk.domain.families import Kind
from kiosk.domain.overrides import Because, Rule
from kiosk.domain.redeeming import Asker
from kiosk.domain.release import Released, release
from kiosk.domain.signingup import (
    Age,
    No,
    NotSigned,
    SignedUp,
    Time,
    Wanted,
    Warn,
    Warned,
    age_warning,
    clashes,
)
from kiosk.domain.signups import REQUESTS_A_DAY, Paid, Signup, State
from kiosk.domain.ties import Way
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.find_family import minor
from kiosk.usecases.known import is_hidden
from kiosk.usecases.move_out import who_is_gone
from kiosk.usecases.override import override
from kiosk.usecases.seats import Said, Seat, begin, free, hosts, known_seat, open_of, seat, somebody_waits

_OF_AGE = 18


def sign_up(tx: Tx, wanted: Wanted, asker: Asker, now: Reading) -> SignedUp | NotSigned | NotIn:
    """All of the sessions or none: they all stand as the worst of them could."""
    station = may_say(tx, asker, wanted.person, wanted.household, now)
    if isinstance(station, NotSigned | NotIn):
        return station
    places = places_of(tx, wanted, asker, now)
    if isinstance(places, NotSigned):
        return places
    if needs_a_parent(tx, asker, now):
        return sign(tx, station, places, wanted, [Said(State.WISHED)] * len(places), now)
    return sign(tx, station, places, wanted, outcome(tx, station, places, asker.worker), now)


def sign_up_against(
    tx: Tx, by: Entered, wanted: Wanted, because: Because, now: Reading
) -> SignedUp | NotSigned | NotIn:
    """Beyond the capacity, at the hub where it is: a name and a reason are left, and a way back."""
    station = acting(tx, by, Deed.OVERRIDE)
    if isinstance(station, NotIn):
        return station
    places = places_of(tx, wanted, Asker(worker=by), now)
    if isinstance(places, NotSigned):
        return places
    if not all(hosts(tx, station, place) for place in places):
        return NotSigned(No.NOT_THE_LEAD)
    said = []
    for place in places:
        decided = override(tx, by, Rule.CAPACITY, place.id, because, now)
        if isinstance(decided, NotIn):
            return decided
        said.append(Said(State.CONFIRMED, Paid.OVERRIDE, by=by, override=decided.event))
    return sign(tx, station, places, wanted, said, now)


# --- who may --------------------------------------------------------------------------------------------------------


def theirs(tx: Tx, signup: str, asker: Asker, now: Reading) -> tuple[Station, Signup] | NotSigned | NotIn:
    """A sign-up of which they may say something, at this station."""
    one = tx.signups.get(signup)
    if one is None:
        return NotSigned(No.UNKNOWN)
    station = may_say(tx, asker, one.person, one.household, now)
    return station if isinstance(station, NotSigned | NotIn) else (station, one)


def may_say(tx: Tx, asker: Asker, person: str, household: str, now: Reading) -> Station | NotSigned | NotIn:
    """A worker for anybody; who said who they are for themselves, and a grown one for the people of their household."""
    if asker.worker is not None:
        station = acting(tx, asker.worker, Deed.SESSIONS)
        if isinstance(station, NotIn):
            return station
        return NotSigned(No.UNKNOWN) if is_hidden(tx, asker.worker, household) else station
    here, who = tx.station.get(), asker.identified
    if here is None:
        return NotSigned(No.NOT_ENROLLED)
    if who is None or who.household != household:
        return NotSigned(No.NOT_ALLOWED)
    if person in tx.merges.ids(who.person):
        return here
    theirs = age_of(tx, who.person, now) is Age.ADULT and lives_there(tx, person, household)
    return here if theirs else NotSigned(No.NOT_ALLOWED)


def needs_a_parent(tx: Tx, asker: Asker, now: Reading) -> bool:
    """Whether it is a child who asks."""
    if asker.worker is not None or asker.identified is None:
        return False
    return age_of(tx, asker.identified.person, now) is Age.CHILD


def age_of(tx: Tx, person: str, now: Reading) -> Age:
    """By what is known here; whose birth date nobody knows is a child, but for who is known as an adult."""
    of = minor(tx, person)
    told = tx.people.get(person)
    full = years(of.born, now.day())
    if of.adult or (full is not None and full >= _OF_AGE) or (not of.born and told is not None and told.band == ADULT):
        return Age.ADULT
    return Age.TEEN if release(of, "", now.day()) == Released(Way.ON_THEIR_OWN) else Age.CHILD


def lives_there(tx: Tx, person: str, household: str) -> bool:
    members = (held.record.text("person") for held in tx.families.of_household(household) if held.kind is Kind.MEMBER)
    known = {*members, *(one.id for one in tx.people.of_household(household))}
    return person in known - who_is_gone(tx, household)


# --- what it comes to -----------------------------------------------------------------------------------------------


def outcome(tx: Tx, station: Station, places: Sequence[Seat], by: Entered | None) -> list[Said]:
    """How each of them would stand: confirmed only where all are. A course waits in no line: a person answers it."""
    if all(_has_room(tx, station, place) for place in places):
        return [Said(State.CONFIRMED, Paid.ALLOTMENT if place.counted else Paid.NONE, by=by) for place in places]
    waits = len(places) == 1 and hosts(tx, station, places[0])
    return [Said(State.WAITING if waits else State.REQUESTED, by=by)] * len(places)


def _has_room(tx: Tx, station: Station, place: Seat) -> bool:
    return not place.counted or (free(tx, station, place.id) > 0 and not somebody_waits(tx, place.id))


def places_of(tx: Tx, wanted: Wanted, asker: Asker, now: Reading) -> list[Seat] | NotSigned:
    """The sessions, where nothing stands against it; a worker asks as often as there is need."""
    found: list[Seat] = []
    held = {one.session for one in open_of(tx, tx.merges.ids(wanted.person))}
    for id_ in dict.fromkeys(wanted.sessions):
        place = seat(tx, id_, now)
        if isinstance(place, NotSigned):
            return place
        if place.activity.standing:
            return NotSigned(No.STANDING)
        if id_ in held:
            return NotSigned(No.ALREADY)
        found.append(place)
    if found and asker.worker is None and _asked_today(tx, wanted, now) >= REQUESTS_A_DAY:
        return NotSigned(No.TOO_MANY)
    return found or NotSigned(No.UNKNOWN)


def _asked_today(tx: Tx, wanted: Wanted, now: Reading) -> int:
    """How often they asked since midnight in the city; a course is asked for once."""
    midnight = stamp(datetime.combine(now.day(), time(), ROME))
    return sum(tx.signups.requests_since(person, midnight) for person in tx.merges.ids(wanted.person))


def sign(
    tx: Tx, station: Station, places: Sequence[Seat], wanted: Wanted, said: Sequence[Said], now: Reading
) -> SignedUp:
    """What was decided is said of each."""
    at = stamp(now.at)
    events, ids = [], []
    for place, one in zip(places, said, strict=True):
        new = Signup(one.request or uuid7(), place.id, wanted.person, wanted.household, one.state, at, at)
        ids.append(new.id)
        events.append(begin(tx, station, place, new, one, wanted.serial, now))
    return SignedUp(tuple(ids), said[0].state, tuple(events))


# --- what is said before --------------------------------------------------------------------------------------------


def warnings(tx: Tx, wanted: Wanted, now: Reading) -> tuple[Warned, ...]:
    """Ages and clashes of time. They are said; nobody is held back by them."""
    places = [place for id_ in wanted.sessions if (place := known_seat(tx, id_)) is not None]
    born = days.read(minor(tx, wanted.person).born)
    ages = (Warned(warn, place.id) for place in places if (warn := _age_warning(place, born)) is not None)
    others = (known_seat(tx, one.session) for one in open_of(tx, tx.merges.ids(wanted.person)))
    return (*ages, *clashes(map(_time, places), (_time(place) for place in others if place is not None)))


def _age_warning(place: Seat, born: date | None) -> Warn | None:
    offered, day = place.activity, place.session.starts.astimezone(ROME).date()
    return age_warning(offered.min_age, offered.max_age, born, day)


def _time(place: Seat) -> Time:
    return Time(place.id, place.session.starts, place.session.ends)
