"""Who of a family could come to a session, and what is said to each of them before."""

from dataclasses import replace

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.catalogue import Words
from kiosk.domain.offers import Offer
from kiosk.domain.people import Person
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Age, NotSigned, Wanted, Warn
from kiosk.storeroom.touch import pricing
from kiosk.ui.touch.held import Fit, Holder, Joinable, MayJoin
from kiosk.usecases import courses
from kiosk.usecases.browse import dated
from kiosk.usecases.seats import Seat, known_seat, open_of, seat
from kiosk.usecases.sign_up import age_of, needs_a_parent, warnings

_FITS = {Warn.TOO_YOUNG: Fit.TOO_YOUNG, Warn.TOO_OLD: Fit.TOO_OLD, Warn.CLASH: Fit.CLASHES}


def joinable(tx: Tx, holder: Holder, session: str, now: Reading) -> Joinable | None:
    """None where nobody can sign up for it any more, or nobody of them is known here."""
    place = seat(tx, session, now)
    if isinstance(place, NotSigned) or place.activity.standing:
        return None
    offer = dated(tx, place.session.activity, session)
    return _joinable(tx, holder, offer, now) if offer else None


def all_of(tx: Tx, holder: Holder, activity: str, now: Reading) -> Joinable | None:
    """Of a whole course; what their vouchers pay of it is said before, too."""
    places = courses.coming(tx, activity, now)
    offer = courses.offer(tx, activity, places) if places else None
    found = _joinable(tx, holder, offer, now) if offer else None
    if found is None or found.discreet:
        return found
    return replace(found, price=pricing.price(tx, holder, activity, "", now))


def _joinable(tx: Tx, holder: Holder, offer: Offer, now: Reading) -> Joinable | None:
    people = _people(tx, holder, now)
    discreet = offer.activity.sensitive
    whose = [one for one in people if one.id == holder.vouched.person] if discreet else people
    wishes = needs_a_parent(tx, Asker(holder.vouched), now)
    may = tuple(_may(tx, holder, one, offer, now) for one in whose)
    return Joinable(offer, may, wishes, discreet) if people else None


def _people(tx: Tx, holder: Holder, now: Reading) -> list[Person]:
    """Whose card it is first; who is grown speaks for the others too."""
    household = tx.people.of_household(holder.vouched.household)
    mine = [one for one in household if one.id == holder.vouched.person]
    grown = age_of(tx, holder.vouched.person, now) is Age.ADULT
    others = [one for one in household if one not in mine] if grown else []
    return [*others, *mine] if grown else mine


def _may(tx: Tx, holder: Holder, person: Person, offer: Offer, now: Reading) -> MayJoin:
    if any(one.session in offer.sessions for one in open_of(tx, tx.merges.ids(person.id))):
        return MayJoin(person, Fit.ALREADY)
    said = warnings(tx, Wanted(holder.vouched.household, person.id, offer.sessions), now)
    told = next((one for one in said if one.what in _FITS), None)
    if told is None:
        return MayJoin(person, Fit.FITS)
    place = known_seat(tx, told.session) if told.what is Warn.CLASH else None
    return MayJoin(person, _FITS[told.what], _title(place), place.session.starts if place else None)


def _title(place: Seat | None) -> Words:
    return place.activity.title if place and not place.activity.sensitive else {}
