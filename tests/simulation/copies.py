"""Disks that are copied: a second machine is started from one, or an old image is put in the place of its own."""

import shutil
from collections import Counter
from dataclasses import replace
from functools import partial

from central import deciding
from central.db import cases, writing
from central.leases import FORK
from kiosk.db.tx import Tx
from kiosk.domain.parts import total
from kiosk.sync.schedule import Schedule
from tests.simulation.clocks import Machine
from tests.simulation.line import Line
from tests.simulation.station_node import StationNode
from tests.simulation.value.greens import Copy
from tests.simulation.world import Hub, World

MOST = 2  # in one seed: each lets more be given
_GIVEN = "SELECT event, cents, reversed_by IS NOT NULL FROM redemptions"


def clone(world: World) -> Hub | None:
    """Somebody copies a disk and starts another machine from it."""
    if len(world.copies.made) >= MOST:
        return None
    hub = world.hub()
    name = f"{hub.node.name}+{len(world.copies.made)}"
    shutil.copytree(hub.node.folder, world.folder / name)
    line = Line(world.central, hub.node.station, world.dice, dict(world.weather.faults), world.weather.limit)
    copy = _copied(hub)
    machine = Machine(world.true, booted_at=world.true.seconds, boots=1000 * (len(world.copies.made) + 1))
    made = Hub(StationNode(name, world.folder / name, machine, line, world.dice, world.weather.crash))
    made.node.meanwhile = partial(hub.node.meanwhile.func, world, made)  # type: ignore[attr-defined]
    world.hubs.append(made)
    world.copies.made.append(_running(copy, made))
    return made


def keep_image(world: World) -> None:
    """A technician keeps a copy of a disk, and starts no machine from it yet."""
    hub = world.hub()
    path = world.folder / f"image-{len(world.copies.images)}"
    shutil.copytree(hub.node.folder, path)
    world.copies.images.append((hub.node.name, path, _copied(hub)))


def put_back(world: World) -> Hub | None:
    """The disk died; an older image of it takes its place."""
    if len(world.copies.made) >= MOST or not world.copies.images:
        return None
    name, path, copy = world.dice.choice(world.copies.images)
    hub = next(hub for hub in world.hubs if hub.node.name == name)
    world.copies.made = [_ended(one) if one.machine == name else one for one in world.copies.made]
    world.copies.made.append(_running(copy, hub))
    before = hub.node.rows(_GIVEN)
    visits = set(hub.node.stays())
    hub.node.put_back(path)
    hub.schedule = Schedule(0.0)
    still = {event for event, _, _ in hub.node.rows(_GIVEN)}
    world.copies.buried |= {event: cents for event, cents, _ in before if event not in still}
    world.copies.taken_back |= {event for event, _, back in before if back}
    world.copies.visits |= visits - set(hub.node.stays())
    _forget(world, hub)
    return hub


def _forget(world: World, hub: Hub) -> None:
    """What was promised since is on no disk any more."""
    name, events = hub.node.name, hub.node.verdicts()
    world.promises = [one for one in world.promises if one.station != name or one.visit not in world.copies.visits]
    for promise in (one for one in world.promises if one.station == name):
        promise.unsure = True
    for paid in (one for one in world.greens.paid if one.station == name):
        paid.unsure, paid.buried = paid.unsure or paid.reversed, paid.buried or paid.event not in events
    for place in (one for one in world.greens.places if one.station == name):
        place.unsure, place.buried = place.unsure or place.gone, not hub.node.look(partial(_is_known, place.signup))


def _is_known(signup: str, tx: Tx) -> bool:
    return tx.signups.get(signup) is not None


def _copied(hub: Hub) -> Copy:
    def look(tx: Tx) -> Copy:
        station = tx.station.get()
        assert station is not None
        told = _told(station.incarnation, tx)
        held = ((of, tx.allotments.get(station.incarnation, of)) for of in told)
        return Copy(station.incarnation, Counter({of: total(one.left) for of, one in held if one is not None}), told)

    return hub.node.look(look)


def _running(copy: Copy, hub: Hub) -> Copy:
    hears = partial(hub.node.look, partial(_told, copy.incarnation))
    return replace(copy, machine=hub.node.name, hears=hears)


def _ended(copy: Copy) -> Copy:
    """The machine runs from it no more."""
    heard = copy.hears()
    return replace(copy, machine="", hears=lambda: heard)


def _told(incarnation: str, tx: Tx) -> Counter[str]:
    return Counter({one.of: total(one.parts) for one in tx.allotments.told(incarnation)})


def look_at_forks(world: World) -> None:
    """A person of the office has seen to it."""
    with writing(world.central.own.engine) as tx:
        for case in cases.still_open(tx):
            if case.kind == FORK:
                deciding.close(tx, case.number, "Ada Rossi", "seen", world.central.own.now())
