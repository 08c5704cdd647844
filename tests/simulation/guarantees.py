"""The guarantees of OFFLINE.md as checks. Each gives the sentences that do not hold; none, when all is well."""

from collections import Counter
from collections.abc import Iterator

from central import feed
from central.db import reading
from kiosk.sync.schedule import LONGEST_BACKOFF_S
from tests.simulation.station_node import Stay
from tests.simulation.value import guarantees as value
from tests.simulation.world import Hub, World

_COUNTED_TWICE = """
SELECT event, count(*) FROM visits GROUP BY station, event HAVING count(*) > 1
"""
_WITHOUT_EFFECT = """
SELECT e.id FROM events e WHERE e.type = 'arrived' AND e.verdict = 'accepted'
AND NOT EXISTS (SELECT 1 FROM visits v WHERE v.station = e.station AND v.event = e.id)
"""
_WITHOUT_EVENT = """
SELECT v.visit FROM visits v WHERE NOT EXISTS
(SELECT 1 FROM events e WHERE e.station = v.station AND e.id = v.event AND e.verdict = 'accepted')
"""
_COUNTED = """
SELECT v.station, v.visit, u.visit IS NOT NULL FROM visits v
LEFT JOIN undone_visits u ON u.station = v.station AND u.visit = v.visit
"""


def after_a_step(world: World, touched: Hub | None) -> Iterator[str]:
    """What holds at every moment."""
    if touched is not None:
        stays = touched.node.stays()
        yield from _g4_promises_are_on_disk(world, touched, stays)
        yield from _g5_nobody_is_counted_twice(touched, stays)
        if not world.copies.made:  # two copies of a desk give the same blank to two people: a person has to look
            yield from _g6_cards_given_are_known(world, touched)
        if touched.healthy:
            yield from _g11_in_sync_means_the_same(world, touched)
        yield from _g13_there_is_a_next_time(touched)
    yield from _g5_central_counts_once(world)
    yield from value.after_a_step(world, touched)


def at_the_end(world: World) -> Iterator[str]:
    """What holds once the network is back and every station has had its rounds."""
    for hub in world.hubs:
        if not hub.healthy:
            trouble = hub.last_round.trouble if hub.last_round else "no round"
            yield f"G13 {hub.node.name} does not come to an end: {trouble}"
        yield from _g11_in_sync_means_the_same(world, hub)
        yield from _g12_nothing_else_waits(hub)
        if not hub.node.chain_holds():
            yield f"G4 {hub.node.name}: the chain does not verify"
    yield from _g14_nothing_is_lost(world)
    yield from value.at_the_end(world)


def _g4_promises_are_on_disk(world: World, hub: Hub, stays: dict[str, Stay]) -> Iterator[str]:
    for promise in world.promises:
        if promise.station != hub.node.name:
            continue
        stay = stays.get(promise.visit)
        if stay is None:
            yield f"G4 {hub.node.name}: visit {promise.visit} was green and is not on disk"
        elif not promise.unsure and stay.undone != promise.undone:
            yield f"G4 {hub.node.name}: visit {promise.visit} undone={stay.undone}, promised {promise.undone}"


def _g5_nobody_is_counted_twice(hub: Hub, stays: dict[str, Stay]) -> Iterator[str]:
    standing = Counter((stay.serial, stay.day) for stay in stays.values() if not stay.undone)
    for (serial, day), times in standing.items():
        if times > 1:
            yield f"G5 {hub.node.name}: card {serial} counted {times} times on {day}"


def _g6_cards_given_are_known(world: World, hub: Hub) -> Iterator[str]:
    """A card that was handed out is that person's where it was handed out, whatever the feed knows yet."""
    here = [given for given in world.given if given.station == hub.node.name]
    owners = hub.node.owners({given.serial for given in here})
    for given in here:
        if owners[given.serial] != given.person:
            yield f"G6 {hub.node.name}: card {given.serial} is not {given.person}'s any more"


def _g5_central_counts_once(world: World) -> Iterator[str]:
    version = world.central.version()
    if version == world.counted_at:
        return
    for event, times in world.central.rows(_COUNTED_TWICE):
        yield f"G5 central counted event {event} {times} times"
    for (without,) in world.central.rows(_WITHOUT_EFFECT):
        yield f"G4 central accepted arrival {without} without effect"
    for (orphan,) in world.central.rows(_WITHOUT_EVENT):
        yield f"G4 central has visit {orphan} without an accepted event"
    world.counted_at = version


def _g11_in_sync_means_the_same(world: World, hub: Hub) -> Iterator[str]:
    here, there = hub.node.shown(), world.central.shown_to(hub.node.station)
    if here != there:
        missing, extra = sorted(there.keys() - here.keys()), sorted(here.keys() - there.keys())
        other = sorted(name for name in here.keys() & there.keys() if here[name] != there[name])
        yield f"G11 {hub.node.name} says in sync; missing {missing}, too many {extra}, different {other}"


def _g12_nothing_else_waits(hub: Hub) -> Iterator[str]:
    waiting = [event for event, verdict in hub.node.verdicts().items() if verdict is None]
    if waiting:
        yield f"G12 {hub.node.name}: {len(waiting)} events still wait"


def _g13_there_is_a_next_time(hub: Hub) -> Iterator[str]:
    ahead = hub.schedule.due - hub.node.clock.boot()
    if ahead > 4 * LONGEST_BACKOFF_S:
        yield f"G13 {hub.node.name}: the next round is due in {ahead:.0f} s"


def _g14_nothing_is_lost(world: World) -> Iterator[str]:
    counted = {(station, visit): bool(undone) for station, visit, undone in world.central.rows(_COUNTED)}
    stations = {hub.node.name: hub.node.station for hub in world.hubs}
    for promise in world.promises:
        undone = counted.get((stations[promise.station], promise.visit))
        if undone is None:
            yield f"G14 visit {promise.visit} of {promise.station} is not at central"
        elif not promise.unsure and undone != promise.undone:
            yield f"G4 visit {promise.visit} of {promise.station} undone={undone} at central"
    if not world.copies.made:
        yield from _g14_cards_given_are_known(world)
    known = {visit for hub in world.hubs for visit in hub.node.stays()} | world.copies.visits
    for station, visit in counted:
        if visit not in known:
            yield f"G4 central counts visit {visit} that {station} never made"


def _g14_cards_given_are_known(world: World) -> Iterator[str]:
    with reading(world.central.own.engine) as tx:
        owners = {int(id_): data["person"] for id_, data in feed.live(tx, "card")}
    for given in world.given:
        if owners.get(given.serial) != given.person:
            yield f"G14 card {given.serial}, given to {given.person} by {given.station}, is not so at central"
