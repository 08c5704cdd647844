"""What people and machines do with money and places."""

from central import nightly
from kiosk.domain.events import uuid7
from kiosk.domain.pictures import Identified
from kiosk.domain.redeeming import Asker, Because, Payment, Redeemed
from kiosk.domain.signingup import Moved, SignedUp, Wanted
from kiosk.domain.signups import State
from kiosk.domain.wire import PendingAnswer, PendingAsk
from kiosk.domain.workers import Entered, Role, Worker
from kiosk.sync.central import CentralUnreachable
from kiosk.usecases.change_sign_up import cancel_sign_up
from kiosk.usecases.pay_online import redeem_asked, redeem_or_ask
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
    payment = Payment(household, f"adult-{number}", f"swim-{hub.node.hub}", cents, f"free-{uuid7()}")
    asker = _asker(world, hub, number)
    done = hub.node.do(lambda tx: redeem(tx, [voucher_of(number)], payment, asker, hub.node.clock.read()))
    if isinstance(done, Redeemed):
        for one in done.given:
            world.greens.paid.append(Paid(hub.node.name, one.event, one.voucher, one.cents, one.means))


def pay_online(world: World, hub: Hub) -> None:
    """Of what central holds of a voucher, in two phases, where the station has not so much."""
    number, cents = _family(world, hub), world.dice.choice([200, 300, 500])
    payment = Payment(f"household-{number}", f"adult-{number}", f"swim-{hub.node.hub}", cents, f"free-{uuid7()}")

    def ask(asked: PendingAsk) -> PendingAnswer | None:
        hub.asked = True
        try:
            return hub.node.line.pending(asked)
        except CentralUnreachable:
            return None

    by, clock = _asker(world, hub, number), hub.node.clock
    done: object = hub.node.do(lambda tx: redeem_or_ask(tx, [voucher_of(number)], payment, by, clock.read()))
    if isinstance(done, PendingAsk):
        done = redeem_asked(hub.node.do, ask, done, payment, by, clock)
    if isinstance(done, Redeemed):
        world.greens.paid += [Paid(hub.node.name, one.event, one.voucher, one.cents, one.means) for one in done.given]


def take_back(world: World) -> Hub | None:
    again = world.dice.random() < 0.3  # a slow screen, a second finger
    mine = [one for one in world.greens.paid if not one.buried and (again or not one.reversed)]
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
    number, own = _family(world, hub), SESSIONS[HUBS.index(hub.node.hub)]
    session = own if world.dice.random() < 0.8 else world.dice.choice(SESSIONS)
    wanted = Wanted(f"household-{number}", f"adult-{number}", (session,))
    asker = _asker(world, hub, number)
    done = hub.node.do(lambda tx: sign_up(tx, wanted, asker, hub.node.clock.read()))
    if isinstance(done, SignedUp) and done.state is State.CONFIRMED:
        world.greens.places += [Place(hub.node.name, id_, wanted.sessions[0]) for id_ in done.signups]


def give_up(world: World) -> Hub | None:
    mine = [one for one in world.greens.places if not one.gone and not one.buried]
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
    return HUBS.index(hub.node.hub) + len(HUBS) * world.dice.randrange(VOUCHERS // len(HUBS))


def _asker(world: World, hub: Hub, number: int) -> Asker:
    if world.dice.random() < 0.5:
        return Asker(worker=_worker(hub))
    return Asker(Identified(f"adult-{number}", f"household-{number}"))


def _worker(hub: Hub) -> Entered:
    return Entered(Worker(f"{WORKER}-{hub.node.hub}", "Ada Prova", frozenset({Role.COORDINATOR}), 0), "entry")


def hub_of(world: World, station: str) -> Hub:
    return next(hub for hub in world.hubs if hub.node.name == station)


def open_up(world: World) -> None:
    """Some stations have said that they hold nothing, which begins their leases, and have heard of their shares."""
    rounds = [world.dice.choice([0, 2, 3]) for _ in world.hubs]
    for _ in range(max(rounds)):
        for hub, some in zip(world.hubs, rounds, strict=True):
            if some:
                world.exchange(hub)
        if world.dice.random() < 0.6:
            night(world)


def night(world: World) -> None:
    """Central grants what it can."""
    nightly.grant_all(world.central.own)
