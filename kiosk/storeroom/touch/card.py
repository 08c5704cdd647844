"""What lies behind a card: the household's vouchers, and those sign-ups that whoever holds it may see."""

from kiosk.clock import Reading, from_stamp
from kiosk.db.tx import Tx
from kiosk.domain.offers import Offer
from kiosk.domain.people import Person
from kiosk.domain.programmes import State, Why
from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import Age, NotSigned
from kiosk.domain.signups import Signup
from kiosk.domain.signups import State as Standing
from kiosk.domain.workers import NotIn
from kiosk.ui.touch.held import Act, Held, HeldSignup, HeldVoucher, Holder, Spend
from kiosk.usecases import browse, courses
from kiosk.usecases.browse import dated
from kiosk.usecases.courses import together
from kiosk.usecases.my_sign_ups import Shown, sign_ups_of
from kiosk.usecases.paying import programme_of
from kiosk.usecases.seats import Seat, known_seat
from kiosk.usecases.sign_up import age_of, may_say, needs_a_parent
from kiosk.usecases.waiting_list import may_take
from kiosk.usecases.what_is_left import Left, what_is_left

_OVER = (Standing.CANCELLED, Standing.DECLINED)
_DONE = (Standing.ATTENDED, Standing.NOT_COME)


def held(tx: Tx, holder: Holder, now: Reading) -> Held | None:
    """None where nobody here knows whose card it is."""
    first = tx.people.get(holder.vouched.person)
    return Held(first, left(tx, holder, now), _signups(tx, holder, now)) if first else None


def left(tx: Tx, holder: Holder, now: Reading) -> tuple[HeldVoucher, ...]:
    """What was reclaimed is no voucher any more."""
    told = what_is_left(tx, holder.vouched.household, now)
    grown = pays_alone(tx, holder, now)
    return tuple(_voucher(tx, one, grown) for one in told if one.voucher.state is not State.RECLAIMED)


def pays_alone(tx: Tx, holder: Holder, now: Reading) -> bool:
    """As `redeem` will have it: from 14 on."""
    return age_of(tx, holder.vouched.person, now) is not Age.CHILD


def known(tx: Tx, ids: tuple[str, ...]) -> tuple[Person, ...]:
    return tuple(one for one in map(tx.people.get, ids) if one is not None)


def _voucher(tx: Tx, told: Left, grown: bool) -> HeldVoucher:
    voucher, programme = told.voucher, programme_of(tx, told.voucher)
    collective = programme is not None and programme.collective
    return HeldVoucher(
        id=voucher.id,
        name=told.programme,
        people=() if collective else known(tx, voucher.people),
        worth=voucher.worth,
        left=told.told if told.sure else told.at_least,
        at_least=not told.sure,
        until=told.until,
        collective=collective,
        spend=_spend(told, grown),
    )


def _spend(told: Left, grown: bool) -> Spend:
    if told.voucher.state is State.NOT_AWARDED:
        return Spend.NOT_AWARDED
    if told.sure and told.told == 0 and told.why in (None, Why.USED):
        return Spend.USED
    if told.why is not None or told.most == 0:
        return Spend.AT_DESK
    return Spend.HERE if grown else Spend.BY_ADULT


def _signups(tx: Tx, holder: Holder, now: Reading) -> tuple[HeldSignup, ...]:
    """What is to be decided first, then by when it is; what is over is not shown."""
    shown = sign_ups_of(tx, Asker(holder.vouched), holder.vouched.household, now)
    found = [one for one in (_signup(tx, holder, line, now) for line in shown) if one is not None]
    return tuple(sorted(found, key=lambda one: (not one.acts & {Act.TAKE, Act.CONFIRM}, _starts(one), one.id)))


def _starts(signup: HeldSignup) -> str:
    return signup.offer.first.starts.isoformat() if signup.offer.first else ""


def _signup(tx: Tx, holder: Holder, line: Shown, now: Reading) -> HeldSignup | None:
    signup, place = line.signup, line.place
    if place is None or signup.state in _OVER or place.session.ends < now.at:
        return None
    some = together(tx, signup, now)
    if some[0].id != signup.id:  # it stands with the others of its course
        return None
    offer, person = _offer(tx, place, some), tx.people.get(signup.person)
    if offer is None or person is None:
        return None
    about = place.activity
    return HeldSignup(
        id=signup.id,
        offer=offer,
        person=person,
        state=signup.state,
        until=from_stamp(signup.until) if signup.until else None,
        acts=_acts(tx, holder, line, now),
        discreet=about.sensitive,
        payable=signup.state is Standing.CONFIRMED
        and about.voucher
        and bool(about.price_cents)
        and not about.sensitive,
        desk=browse.hub_at(tx, about.place) if _is_taken_at_a_desk(tx, signup) else None,
    )


def _is_taken_at_a_desk(tx: Tx, signup: Signup) -> bool:
    return signup.state is Standing.OFFERED and not may_take(tx, signup)


def _offer(tx: Tx, place: Seat, some: tuple[Signup, ...]) -> Offer | None:
    if len(some) == 1:
        return dated(tx, place.session.activity, place.id)
    seats = (known_seat(tx, one.session) for one in some)
    return courses.offer(tx, place.session.activity, [seat for seat in seats if seat is not None])


def _acts(tx: Tx, holder: Holder, line: Shown, now: Reading) -> frozenset[Act]:
    """What `may_say` will let them say: nothing is offered that would be refused."""
    signup, asker, place = line.signup, Asker(holder.vouched), line.place
    no = isinstance(may_say(tx, asker, signup.person, signup.household, now), NotSigned | NotIn)
    if no or signup.state in _DONE:
        return frozenset()
    acts = set()
    if place is not None and now.at < place.session.starts:
        acts.add(Act.CANCEL)
        if signup.state is Standing.OFFERED and may_take(tx, signup):
            acts.add(Act.TAKE)
        if signup.state is Standing.WISHED and not needs_a_parent(tx, asker, now):
            acts.add(Act.CONFIRM)
    return frozenset(acts)
