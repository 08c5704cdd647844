"""What can happen next. Each step is one small thing that people, machines or the weather do."""

from collections.abc import Callable
from random import Random

from sqlalchemy import text

from central import feed, grants
from central.clock import text as moment
from central.db import records, writing
from kiosk.domain import wire
from kiosk.domain.visits import Undone, Welcomed
from kiosk.sync.schedule import Schedule
from kiosk.usecases.bind_card import Bound
from tests.simulation import copies
from tests.simulation.crash import Crash
from tests.simulation.line import Fault
from tests.simulation.site import HUBS, CardInHand
from tests.simulation.value import steps as value
from tests.simulation.world import Given, Hub, Promise, Weather, World

_RAW = "INSERT INTO records (kind, id, scope, state, v, data) VALUES (:kind, :id, 'public', 'live', 1, :data)"
Step = Callable[[World], Hub | None]  # gives the station it touched
DAY = 86_400.0


def arrive(world: World) -> Hub:
    hub = world.hub()
    with world.mortal(hub):
        _arrive_at(world, hub)
    return hub


def _arrive_at(world: World, hub: Hub) -> None:
    answer = hub.node.scan(world.dice.choice(world.cards).code)
    if isinstance(answer, Welcomed):
        world.promises.append(Promise(hub.node.name, answer.visit))


def scan_twice(world: World) -> Hub:
    """A double tap, or the card left under the scanner."""
    hub, card = world.hub(), world.dice.choice(world.cards)
    for _ in range(2):
        with world.mortal(hub):
            answer = hub.node.scan(card.code)
            if isinstance(answer, Welcomed):
                world.promises.append(Promise(hub.node.name, answer.visit))
        world.true.seconds += world.dice.random() * 3
    return hub


def undo(world: World) -> Hub | None:
    if not world.promises:
        return None
    promise = world.promises[-1]
    hub = next(hub for hub in world.hubs if hub.node.name == promise.station)
    with world.mortal(hub):
        try:
            if isinstance(hub.node.undo(promise.visit), Undone):
                promise.undone = True
        except Crash:
            promise.unsure = True
            raise
    return hub


def bind(world: World) -> Hub:
    hub = world.hub()
    with world.mortal(hub):
        _bind_at(world, hub)
    return hub


def _bind_at(world: World, hub: Hub) -> None:
    """A desk gives out a blank of its own: to somebody who has a card already, or to somebody new."""
    blanks = [card for card in world.cards if card.hub == hub.node.station]
    if not blanks:
        return
    card, number = world.dice.choice(blanks), world.dice.randrange(8)
    answer = hub.node.bind(card.code, f"person-{number}", f"household-{number}")
    if isinstance(answer, Bound):
        world.given.append(Given(hub.node.name, answer.serial, answer.person))


def pay(world: World) -> Hub:
    hub = world.hub()
    with world.mortal(hub):
        value.pay(world, hub)
    return hub


def pay_online(world: World) -> Hub:
    hub = world.hub()
    with world.mortal(hub):
        value.pay_online(world, hub)
    return hub


def reverse(world: World) -> Hub | None:
    return value.take_back(world)


def join(world: World) -> Hub:
    hub = world.hub()
    with world.mortal(hub):
        value.join(world, hub)
    return hub


def give_up(world: World) -> Hub | None:
    return value.give_up(world)


def exchange(world: World) -> Hub:
    hub = world.hub()
    world.exchange(hub)
    return hub


def edit(world: World) -> None:
    """A curator changes the catalogue: new, changed, brought back."""
    number = world.dice.randrange(10)
    with writing(world.central.own.engine) as tx:
        data = {"title": {"it": f"Gioco {world.dice.randrange(1000)}"}, "place": f"place-{world.dice.randrange(6)}"}
        feed.publish(tx, "activity", f"activity-{number}", data)


def withdraw(world: World) -> None:
    with writing(world.central.own.engine) as tx:
        feed.withdraw(tx, "activity", f"activity-{world.dice.randrange(10)}")


def move(world: World) -> None:
    """A family changes its hub: one hub's stations are to forget it, the other's to learn of it."""
    number = world.dice.randrange(4)
    face = {"household": f"household-{number}", "first_name": f"Nina {number}", "creature": "owl"}
    with writing(world.central.own.engine) as tx:
        feed.publish(tx, "person", f"person-{number}", face, scope=f"hub:{world.dice.choice(HUBS)}")


def revoke(world: World) -> None:
    """Only cards that nobody holds: what a revoked card is refused is another matter."""
    serial = 900_000 + world.dice.randrange(20)
    with writing(world.central.own.engine) as tx:
        feed.publish(tx, wire.REVOCATION, str(serial), {"serial": serial})


def grant(world: World) -> None:
    hub = world.hub()
    with writing(world.central.own.engine) as tx:
        given = grants.grant_blanks(tx, world.central.own.keys, hub.node.station, 2, world.true.now().date())
    world.cards += [CardInHand(blank.serial, blank.code, "", hub.node.station) for blank in given]


def poison(world: World) -> None:
    """A record that no station of this release can read, and one of a kind that it does not know."""
    name = f"strange-{world.dice.randrange(3)}"
    with writing(world.central.own.engine) as tx:
        kind, data = world.dice.choice([("activity", '{"title":7}'), ("constellation", '{"stars":[1,2]}')])
        if feed.get(tx, kind, name) is None:
            tx.execute(text(_RAW), {"kind": kind, "id": name, "data": data})


def cut(world: World) -> None:
    world.hub().node.line.cut = True


def mend(world: World) -> None:
    world.hub().node.line.cut = False


def deliver_late(world: World) -> None:
    world.hub().node.line.deliver_late()


def reboot(world: World) -> Hub:
    hub = world.hub()
    hub.node.reboot()
    hub.schedule = Schedule(0.0)
    return hub


def jump_clock(world: World) -> None:
    """Somebody, or an empty battery, sets a hardware clock."""
    years, days, hours = 315_360_000.0, 3 * DAY, 3600.0
    world.hub().node.machine.wrong_by = world.dice.choice([0, years, -years, days, -days, hours, -hours])


def wait(world: World) -> None:
    world.true.seconds += world.dice.choice([1, 20, 300, 3600, DAY])


def back_up(world: World) -> None:
    world.central.back_up()


def restore(world: World) -> None:
    world.central.restore(world.dice.randrange(100))


def spoil(world: World) -> Hub:
    """Bytes of a station's catalogue change behind the program's back."""
    hub = world.hub()
    statements = (
        f"DELETE FROM records WHERE row = {world.dice.randrange(1, 20)}",
        "UPDATE records SET data = '{}' WHERE row = (SELECT max(row) FROM records WHERE kind = 'activity')",
    )
    hub.node.spoil(world.dice.choice(statements))
    return hub


def purge(world: World) -> None:
    """A hundred days go by, and central clears its oldest tombstones away."""
    world.true.seconds += 100 * DAY
    with writing(world.central.own.engine) as tx:
        records.purge(tx, moment(world.true.now()))


STEPS: dict[str, tuple[Step, int]] = {
    # name: (step, how often before a seed's own disposition)
    "arrive": (arrive, 10),
    "scan_twice": (scan_twice, 4),
    "undo": (undo, 4),
    "bind": (bind, 4),
    "pay": (pay, 16),
    "pay_online": (pay_online, 6),
    "reverse": (reverse, 5),
    "join": (join, 6),
    "give_up": (give_up, 2),
    "night": (value.night, 5),
    "exchange": (exchange, 24),
    "edit": (edit, 6),
    "withdraw": (withdraw, 3),
    "move": (move, 3),
    "revoke": (revoke, 2),
    "grant": (grant, 3),
    "poison": (poison, 1),
    "cut": (cut, 2),
    "mend": (mend, 3),
    "deliver_late": (deliver_late, 2),
    "reboot": (reboot, 2),
    "jump_clock": (jump_clock, 2),
    "wait": (wait, 5),
    "back_up": (back_up, 2),
    "restore": (restore, 1),
    "clone": (copies.clone, 1),
    "keep_image": (copies.keep_image, 1),
    "put_back": (copies.put_back, 1),
    "look_at_forks": (copies.look_at_forks, 1),
    "spoil": (spoil, 1),
    "purge": (purge, 1),
}


def weather(dice: Random) -> Weather:
    """A seed's disposition: some steps and faults often, some never."""
    steps = {name: often * dice.choice([0, 1, 1, 3]) for name, (_, often) in STEPS.items()}
    if dice.random() < 0.7:  # most disks are never copied
        steps |= dict.fromkeys(("clone", "put_back"), 0)
    steps["exchange"], steps["arrive"] = steps["exchange"] or 24, steps["arrive"] or 10
    faults = {fault: dice.choice([0, 0, 1, 3]) for fault in Fault}
    faults[Fault.NONE] = dice.choice([5, 10, 40])
    return Weather(
        faults=faults,
        crash=dice.choice([0.0, 0.0, 0.01, 0.05]),
        limit=dice.choice([1, 2, 3, 7, wire.PAGE_ITEMS]),
        steps=steps,
        busy=dice.choice([0.0, 0.0, 0.05, 0.2]),
    )


def meanwhile(world: World, hub: Hub) -> None:
    """People do not wait for a round to end."""
    if world.dice.random() < world.weather.busy:
        world.dice.choice([_arrive_at, _bind_at, value.pay, value.pay_online, value.join])(world, hub)
