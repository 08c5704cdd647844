"""What people and machines do with money and places."""

from central import asking, leases, nightly
from central.db import writing
from kiosk.db.station import Station
from kiosk.domain import wire
from kiosk.domain.events import uuid7
from kiosk.domain.pictures import Identified
from kiosk.domain.redeeming import Asker, Because, Payment, Redeemed
from kiosk.domain.signingup import Moved, SignedUp, Wanted
from kiosk.domain.signups import State
from kiosk.domain.workers import Entered, Role, Worker
from kiosk.usecases.change_sign_up import cancel_sign_up
from kiosk.usecases.give_back import give_back
from kiosk.usecases.redeem import redeem
from kiosk.usecases.reverse_redemption import Reversed, reverse_redemption
from kiosk.usecases.sign_up import sign_up
from tests.simulation.crash import Crash
from tests.simulation.value.greens import Paid, Place
from tests.simulation.value.site import HUBS, SESSIONS, VOUCHERS, WORKER, voucher_of
from tests.simulation.world import Hub, World


def pay(world: World, hub: Hub) -> None:
    """With a voucher of a household, by its adult at the screen or by a worker at the desk."""
    number, cents = _family(world, hub), world.dice.choice([100, 200, 300])
    household = f"household-{number}"
    payment = Payment(household, f"adult-{number}", f"swim-{_known(hub).hub}", cents, f"free-{uuid7()}")
    asker = _asker(world, hub, number)
    done = hub.node.do(lambda tx: redeem(tx, [voucher_of(number)], payment, asker, hub.node.clock.read()))
    if isinstance(done, Redeemed):
        for one in done.given:
            world.greens.paid.append(Paid(hub.node.name, one.event, one.voucher, one.cents, one.means))


def take_back(world: World) -> Hub | None:
    again = world.dice.random() < 0.3  # a slow screen, a second finger
    mine = [one for one in world.greens.paid if again or not one.reversed]
    if not mine:
        return None
    paid = world.dice.choice(mine)
    hub = hub_of(world, paid.station)
    by = _worker(hub)
    with world.mortal(hub):
        try:
            done = hub.node.do(
                lambda tx: reverse_redemption(tx, by, paid.event, Because.MISTAKE, hub.node.clock.read())
            )
        except Crash:
            paid.unsure = True
            raise
        paid.reversed = paid.reversed or isinstance(done, Reversed)
    return hub


def join(world: World, hub: Hub) -> None:
    number, own = _family(world, hub), SESSIONS[HUBS.index(_known(hub).hub)]
    session = own if world.dice.random() < 0.8 else world.dice.choice(SESSIONS)
    wanted = Wanted(f"household-{number}", f"adult-{number}", (session,))
    asker = _asker(world, hub, number)
    done = hub.node.do(lambda tx: sign_up(tx, wanted, asker, hub.node.clock.read()))
    if isinstance(done, SignedUp) and done.state is State.CONFIRMED:
        world.greens.places += [Place(hub.node.name, id_, wanted.sessions[0]) for id_ in done.signups]


def give_up(world: World) -> Hub | None:
    mine = [one for one in world.greens.places if not one.gone]
    if not mine:
        return None
    place = world.dice.choice(mine)
    hub = hub_of(world, place.station)
    asker = Asker(worker=_worker(hub))
    with world.mortal(hub):
        try:
            done = hub.node.do(lambda tx: cancel_sign_up(tx, place.signup, asker, hub.node.clock.read()))
        except Crash:
            place.unsure = True
            raise
        place.gone = place.gone or isinstance(done, Moved)
    return hub


def _family(world: World, hub: Hub) -> int:
    """Mostly one of the hub's own."""
    if world.dice.random() < 0.1:
        return world.dice.randrange(VOUCHERS)
    return HUBS.index(_known(hub).hub) + len(HUBS) * world.dice.randrange(VOUCHERS // len(HUBS))


def _asker(world: World, hub: Hub, number: int) -> Asker:
    if world.dice.random() < 0.5:
        return Asker(worker=_worker(hub))
    return Asker(Identified(f"adult-{number}", f"household-{number}"))


def _known(hub: Hub) -> Station:
    station = hub.node.look(lambda tx: tx.station.get())
    assert station is not None
    return station


def _worker(hub: Hub) -> Entered:
    known = _known(hub)
    return Entered(Worker(f"{WORKER}-{known.hub}", "Ada Prova", frozenset({Role.COORDINATOR}), 0), "entry")


def hub_of(world: World, station: str) -> Hub:
    return next(hub for hub in world.hubs if hub.node.name == station)


def open_up(world: World) -> None:
    """Every station has said that it holds nothing, and is granted its first share, or will be; some have heard of it."""
    for hub in world.hubs:
        _report_to_central(world, hub)
    if world.dice.random() < 0.6:
        night(world)
    for hub in world.hubs:
        for _ in range(world.dice.choice([0, 2, 3])):
            world.exchange(hub)


def night(world: World) -> None:
    """Central grants what it can."""
    nightly.grant_all(world.central.own)


def report(world: World, hub: Hub) -> None:
    """The station says what it holds, and gives back what it is asked."""
    if hub.node.line.cut:
        return
    _report_to_central(world, hub)
    node, station = hub.node, _known(hub)
    with world.mortal(hub):
        node.do(lambda tx: give_back(tx, station, node.clock.read()))


def _report_to_central(world: World, hub: Hub) -> None:
    node, own, station = hub.node, world.central.own, _known(hub)
    held = node.look(lambda tx: tuple(tx.allotments.told(station.incarnation)))
    ask = wire.AllotmentsAsk(uuid7(), station.incarnation, None, held, True)
    with writing(own.engine) as tx:
        asking.take(tx, world.central.who(tx, station.id), ask, own.now())
    leases.keep_up(own, station.id)
