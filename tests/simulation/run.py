"""Runs seeds: steps of the seed's own choosing, the guarantees after each, and at the end everything put right."""

import logging
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from types import MappingProxyType

from kiosk.domain.rounds import Round
from tests.simulation import guarantees, steps, warm
from tests.simulation.line import Fault
from tests.simulation.site import RAM, Site
from tests.simulation.value import steps as value
from tests.simulation.world import World, build

ROUNDS_TO_HEAL = 12  # most rounds that each station needs once nothing goes wrong any more


@dataclass(frozen=True)
class Outcome:
    """What a seed came to: the guarantees it found broken, and after how many steps."""

    seed: int
    steps: int
    violations: tuple[str, ...]
    trail: tuple[str, ...]  # the names of the steps


def run_seed(site: Site, seed: int, length: int, leaning: Mapping[str, int] = MappingProxyType({})) -> Outcome:
    """One seed. `leaning` says of some steps how often they happen, 0 for never, whatever the seed is disposed to."""
    with warm.shared():
        return _run(site, seed, length, leaning)


def _run(site: Site, seed: int, length: int, leaning: Mapping[str, int]) -> Outcome:
    dice = Random(seed)
    weather = steps.weather(dice)
    weather.steps.update(leaning)
    folder = Path(tempfile.mkdtemp(prefix=f"wishmi-seed-{seed}-", dir=RAM if RAM.is_dir() else None))
    world = build(site, dice, weather, folder)
    for hub in world.hubs:
        hub.node.meanwhile = partial(steps.meanwhile, world, hub)
    trail: list[str] = []
    value.open_up(world)
    try:
        for _ in range(length):
            name = dice.choices(list(weather.steps), list(weather.steps.values()))[0]
            trail.append(name)
            for hub in world.hubs:
                hub.healthy = False
            touched = steps.STEPS[name][0](world)
            world.true.seconds += dice.random() * 5
            broken = tuple(guarantees.after_a_step(world, touched))
            if broken:
                return Outcome(seed, len(trail), broken, tuple(trail))
        _heal(world)
        return Outcome(seed, len(trail), tuple(guarantees.at_the_end(world)), tuple(trail))
    finally:
        world.close()


def _heal(world: World) -> None:
    """The network is back for good, the office renews what ran out, and the stations have their rounds."""
    world.central.forgive_all()
    for hub in world.hubs:
        line = hub.node.line
        line.cut = False
        line.weights.update(dict.fromkeys(line.weights, 0))
        line.weights[Fault.NONE] = 1
        hub.node.calm()
        hub.node.meanwhile = lambda: None
    quiet_rounds = 0
    for _ in range(ROUNDS_TO_HEAL):
        for hub in world.hubs:
            world.exchange(hub)
        world.true.seconds += 60
        quiet_rounds = quiet_rounds + 1 if all(_was_quiet(hub.last_round) for hub in world.hubs) else 0
        if quiet_rounds == 2:  # what one station told, each has heard, and had nothing to say to it
            return


def _was_quiet(done: Round | None) -> bool:
    return done is not None and not any(
        (done.trouble, done.pushed, done.pulled, done.later, done.waiting, done.repaired, done.restarted)
    )


def quiet() -> None:
    """What goes wrong here goes wrong on purpose."""
    logging.disable(logging.CRITICAL)
