"""What has to hold of money and places, whatever happens."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from central import leases
from central.db import ledger as store
from central.db import reading
from central.ledger import holder
from kiosk.db.allotments import PURSE as OF_THE_PURSE
from kiosk.db.tx import Tx as StationTx
from kiosk.domain.accounts import CONTINGENCY_FUND, Kind
from kiosk.domain.parts import total
from kiosk.domain.redeeming import Means
from kiosk.domain.signups import Signup, State
from kiosk.usecases.paying import halted
from tests.simulation.value.site import CONTINGENCY, GUEST_LIMIT, PURSE, PURSES, SEATS, WORTH
from tests.simulation.value.steps import hub_of
from tests.simulation.world import Hub, World

_LENT = """
SELECT outage, household, sum(cents) AS cents FROM redemptions WHERE means = 'purse' GROUP BY outage, household
"""

_GIVEN = "SELECT event, cents, reversed_by IS NOT NULL FROM redemptions"

_GRANTED = "SELECT kind, subject, credits FROM accounts WHERE holder = ? AND kind IN ('allotted', 'purse')"


def after_a_step(world: World, hub: Hub | None) -> Iterator[str]:
    yield from _g1_no_voucher_gives_more_than_it_is_worth(world)
    yield from _g2_purses_give_what_they_hold(world)
    if hub is not None:
        yield from _g2_nobody_borrows_beyond_the_limit(hub)
    yield from _g3_no_session_has_more_than_its_places(world)
    if hub is not None:
        yield from _g4_greens_are_on_disk(world, hub)
        if hub.healthy:
            yield from _g7_nothing_after_the_fork(world, hub)


def at_the_end(world: World) -> Iterator[str]:
    with reading(world.central.own.engine) as tx:
        totals = store.totals(tx)
    if sum(totals.values()):
        yield f"G1 the books do not balance: {sum(totals.values())}"
    short = -totals.get((Kind.SHORT, CONTINGENCY_FUND), 0)
    paid = CONTINGENCY - totals.get((Kind.CONTINGENCY, CONTINGENCY_FUND), 0)
    if short + paid > world.copies.everything():
        yield f"G1 contingency paid {paid} cents and {short} were given that nobody had: more than copies could give"
    yield from _g5_spent_is_what_was_given(world, totals)
    yield from _g6_places_stand(world)


def _g1_no_voucher_gives_more_than_it_is_worth(world: World) -> Iterator[str]:
    given: Counter[str] = Counter()
    for one in world.greens.paid:
        if one.means is not Means.PURSE and not one.reversed and not one.unsure:
            given[one.voucher] += one.cents
    for voucher, cents in given.items():
        if cents > sum(part.amount for part in WORTH) + world.copies.more(voucher):
            yield f"G1 {voucher} gave {cents} cents"


def _g2_purses_give_what_they_hold(world: World) -> Iterator[str]:
    cents = sum(one.cents for one in world.greens.paid if one.means is Means.PURSE and not one.reversed)
    if cents > PURSES + world.copies.more(OF_THE_PURSE):
        yield f"G2 purses gave {cents} cents"


def _g2_nobody_borrows_beyond_the_limit(hub: Hub) -> Iterator[str]:
    """Of one family in one outage, and of the station."""
    outages: Counter[str] = Counter()
    for outage, household, cents in hub.node.rows(_LENT):
        outages[outage] += cents
        if cents > GUEST_LIMIT:
            yield f"G2 {hub.node.name} lent {cents} cents to {household} in one outage"
    for cents in outages.values():
        if cents > PURSE:
            yield f"G2 {hub.node.name} lent {cents} cents in one outage"


def _g3_no_session_has_more_than_its_places(world: World) -> Iterator[str]:
    taken = Counter(one.session for one in world.greens.places if not one.gone and not one.unsure)
    for session, number in taken.items():
        if number > SEATS + world.copies.more(session):
            yield f"G3 {session}: {number} have a place of {SEATS}"


def _g4_greens_are_on_disk(world: World, hub: Hub) -> Iterator[str]:
    rows = {event: bool(reversed_) for event, _, reversed_ in hub.node.rows(_GIVEN)}
    for one in world.greens.paid:
        if one.station != hub.node.name or one.buried:
            continue
        if one.event not in rows:
            yield f"G4 {one.station}: {one.cents} cents of {one.voucher} were green and are not on disk"
        elif not one.unsure and rows[one.event] != one.reversed:
            yield f"G4 {one.station}: {one.event} reversed={rows[one.event]}, promised {one.reversed}"


def _g5_spent_is_what_was_given(world: World, totals: Mapping[tuple[Kind, str], int]) -> Iterator[str]:
    """To the cent: what stations hold as given and not reversed is with the provider."""
    spent = sum(cents for (kind, _), cents in totals.items() if kind is Kind.SPENT)
    rows = [row for hub in world.hubs for row in hub.node.rows(_GIVEN)]
    events, reversed_ = {event for event, _, _ in rows}, {event for event, _, back in rows if back}
    here = {event: cents for event, cents, _ in rows if event not in reversed_}
    given = sum(here.values())
    perhaps = sum(cents for event, cents in world.copies.buried.items() if event not in events)
    perhaps_not = sum(cents for event, cents in here.items() if event in world.copies.taken_back)
    if not given - perhaps_not <= spent <= given + perhaps:
        yield f"G5 stations gave {given} cents, central booked {spent}"


def _g7_nothing_after_the_fork(world: World, hub: Hub) -> Iterator[str]:
    """Once central has told of it. A station that began anew has what it was granted since, and nothing of before."""
    with reading(world.central.own.engine) as tx:
        frozen = leases.is_frozen(tx, hub.node.station)
    if frozen and hub.node.look(partial(halted, now=hub.node.clock.read())) is None:
        yield f"G7 {hub.node.name} gives though a fork of it was seen"
    if world.central.restored:
        return  # which may have forgotten what it granted
    station = hub.node.look(lambda tx: tx.station.get())
    assert station is not None
    granted = world.central.rows(_GRANTED, holder(station.id, station.incarnation))
    for one in hub.node.look(lambda tx: tx.allotments.told(station.incarnation)):
        held = sum(credit for kind, subject, credit in granted if one.of in (subject, kind))
        if total(one.parts) > held:
            yield f"G7 {hub.node.name} was granted {held} of {one.of} and believes {total(one.parts)}"


def _g6_places_stand(world: World) -> Iterator[str]:
    for place in world.greens.places:
        if place.unsure or place.gone or place.buried:
            continue
        one = hub_of(world, place.station).node.look(partial(_signup, place.signup))
        if one is None or one.state is not State.CONFIRMED:
            yield f"G6 the place of {place.signup} was taken back"


def _signup(id_: str, tx: StationTx) -> Signup | None:
    return tx.signups.get(id_)
