"""Who of a family could come to a session, and what is said to each of them before."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.catalogue import Words
from kiosk.domain.people import Person
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Age, NotSigned, Wanted, Warn, Warned
from kiosk.ui.touch.held import Fit, Holder, Joinable, MayJoin
from kiosk.usecases.browse import dated
from kiosk.usecases.seats import known_seat, open_of, seat
from kiosk.usecases.sign_up import age_of, needs_a_parent, warnings

_FITS = {Warn.TOO_YOUNG: Fit.TOO_YOUNG, Warn.TOO_OLD: Fit.TOO_OLD, Warn.CLASH: Fit.CLASHES}


def joinable(tx: Tx, holder: Holder, session: str, now: Reading) -> Joinable | None:
    """None where nobody can sign up for it any more, or nobody of them is known here."""
    place = seat(tx, session, now)
    if isinstance(place, NotSigned) or place.activity.standing:
        return None
    offer = dated(tx, place.session.activity, session)
    people = _people(tx, holder, now)
    if offer is None or not people:
        return None
    discreet = place.activity.sensitive
    whose = [one for one in people if one.id == holder.vouched.person] if discreet else people
    wishes = needs_a_parent(tx, Asker(holder.vouched), now)
    return Joinable(offer, tuple(_may(tx, holder, one, session, now) for one in whose), wishes, discreet)


def _people(tx: Tx, holder: Holder, now: Reading) -> list[Person]:
    """Whose card it is first; who is grown speaks for the others too."""
    household = tx.people.of_household(holder.vouched.household)
    mine = [one for one in household if one.id == holder.vouched.person]
    grown = age_of(tx, holder.vouched.person, now) is Age.ADULT
    others = [one for one in household if one not in mine] if grown else []
    return [*others, *mine] if grown else mine


def _may(tx: Tx, holder: Holder, person: Person, session: str, now: Reading) -> MayJoin:
    if any(one.session == session for one in open_of(tx, tx.merges.ids(person.id))):
        return MayJoin(person, Fit.ALREADY)
    said = warnings(tx, Wanted(holder.vouched.household, person.id, (session,)), now)
    told = next((one for one in said if one.what in _FITS), None)
    if told is None:
        return MayJoin(person, Fit.FITS)
    return MayJoin(person, _FITS[told.what], _other(tx, told))


def _other(tx: Tx, told: Warned) -> Words:
    place = known_seat(tx, told.session) if told.what is Warn.CLASH else None
    return place.activity.title if place and not place.activity.sensitive else {}
