"""What has to hold of money and places, whatever happens."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import text

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

_GRANTED = "SELECT kind, subject, credits FROM accounts WHERE holder = :at AND kind IN ('allotted', 'purse')"


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
    rows = hub.node.look(lambda tx: tx.redemptions._connection.execute(text(_LENT)).all())
    outages: Counter[str] = Counter()
    for row in rows:
        outages[row.outage] += row.cents
        if row.cents > GUEST_LIMIT:
            yield f"G2 {hub.node.name} lent {row.cents} cents to {row.household} in one outage"
    for cents in outages.values():
        if cents > PURSE:
            yield f"G2 {hub.node.name} lent {cents} cents in one outage"


def _g3_no_session_has_more_than_its_places(world: World) -> Iterator[str]:
    taken = Counter(one.session for one in world.greens.places if not one.gone and not one.unsure)
    for session, number in taken.items():
        if number > SEATS + world.copies.more(session):
            yield f"G3 {session}: {number} have a place of {SEATS}"


def _g4_greens_are_on_disk(world: World, hub: Hub) -> Iterator[str]:
    rows = hub.node.look(_redemptions)
    for one in world.greens.paid:
        if one.station != hub.node.name or one.buried:
            continue
        if one.event not in rows:
            yield f"G4 {one.station}: {one.cents} cents of {one.voucher} were green and are not on disk"
        elif not one.unsure and rows[one.event] != one.reversed:
            yield f"G4 {one.station}: {one.event} reversed={rows[one.event]}, promised {one.reversed}"


def _redemptions(tx: StationTx) -> dict[str, bool]:
    rows = tx.redemptions._connection.execute(text("SELECT event, reversed_by FROM redemptions"))
    return {row.event: row.reversed_by is not None for row in rows}


def _g5_spent_is_what_was_given(world: World, totals: Mapping[tuple[Kind, str], int]) -> Iterator[str]:
    """To the cent: what stations hold as given and not reversed is with the provider."""
    spent = sum(cents for (kind, _), cents in totals.items() if kind is Kind.SPENT)
    rows = [row for hub in world.hubs for row in hub.node.look(_rows)]
    reversed_ = {row.event for row in rows if row.reversed_by is not None}
    given = sum({row.event: row.cents for row in rows if row.event not in reversed_}.values())
    perhaps = sum(cents for event, cents in world.copies.buried.items() if event not in {row.event for row in rows})
    if not given <= spent <= given + perhaps:
        yield f"G5 stations gave {given} cents, central booked {spent}"


def _rows(tx: StationTx) -> Sequence[Any]:
    return tx.redemptions._connection.execute(text("SELECT event, cents, reversed_by FROM redemptions")).all()


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
    with reading(world.central.own.engine) as tx:
        granted = tx.execute(text(_GRANTED), {"at": holder(station.id, station.incarnation)}).all()
    for one in hub.node.look(lambda tx: tx.allotments.told(station.incarnation)):
        held = sum(row.credits for row in granted if one.of in (row.subject, row.kind))
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
