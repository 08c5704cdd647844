"""The world of one seed: central, its stations, the cards people hold, and what was promised to them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from kiosk.domain.rounds import Round
from kiosk.sync import schedule
from kiosk.sync.schedule import Schedule
from tests.simulation.central_node import CentralNode
from tests.simulation.clocks import Machine, TrueTime
from tests.simulation.crash import Crash
from tests.simulation.line import Fault, Line
from tests.simulation.site import CardInHand, Site
from tests.simulation.station_node import StationNode
from tests.simulation.value.greens import Copies, Greens


@dataclass
class Promise:
    """A green screen: this visit was confirmed to somebody, and perhaps taken back by them."""

    station: str
    visit: str
    undone: bool = False
    unsure: bool = False  # the program stopped while it was taken back: either is right


@dataclass(frozen=True)
class Given:
    """A card that a desk bound to a person and handed out."""

    station: str
    serial: int
    person: str


@dataclass(frozen=True)
class Weather:
    """How a seed is disposed: swarm testing, so that each seed leans on something else."""

    faults: dict[Fault, int]
    crash: float  # for each transaction of a station
    limit: int  # items in a page
    steps: dict[str, int]  # how often which step
    busy: float  # how likely people do something between two transactions of a round


@dataclass
class Hub:
    """A station, with what the simulation remembers of it."""

    node: StationNode
    schedule: Schedule = field(default_factory=lambda: Schedule(0.0))
    last_round: Round | None = None
    healthy: bool = False  # whether this step was a round that went well
    asked: bool = False  # central was asked online since the round began: what is granted then comes in the next one


@dataclass
class World:
    dice: Random
    weather: Weather
    true: TrueTime
    central: CentralNode
    hubs: list[Hub]
    cards: list[CardInHand]
    folder: Path
    promises: list[Promise] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    greens: Greens = field(default_factory=Greens)
    copies: Copies = field(default_factory=Copies)
    crashes: int = 0
    counted_at: tuple[int, int] | None = None  # the state of central's database in which all was well

    def hub(self) -> Hub:
        return self.dice.choice(self.hubs)

    @contextmanager
    def mortal(self, hub: Hub) -> Iterator[None]:
        """What happens in here may end in a crash; the station then starts again from its disk."""
        try:
            yield
        except Crash:
            self.crashes += 1
            hub.schedule = Schedule(0.0)  # a program that starts goes at once
            if self.dice.random() < 0.5:
                hub.node.reboot()
            else:
                hub.node.restart()

    def exchange(self, hub: Hub) -> None:
        """A round as the service makes it, and when the next one is due."""
        hub.healthy = hub.asked = False
        with self.mortal(hub):
            done = hub.node.exchange()
            now = hub.node.clock.boot()
            hub.last_round, hub.healthy = done, not done.trouble and not hub.asked
            if done.trouble:
                hub.schedule = schedule.failed(hub.schedule, now, done.retry_after, self.dice.random)
            else:
                hub.schedule = schedule.went_well(now, 0.5)

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)  # first: what is gone need not be brought up to date
        for hub in self.hubs:
            hub.node.close()
        with suppress(OSError):
            self.central.close()
        shutil.rmtree(self.folder, ignore_errors=True)  # what central wrote as it closed


def build(site: Site, dice: Random, weather: Weather, folder: Path) -> World:
    """A fresh copy of the site: everybody enrolled, nothing copied yet."""
    true = TrueTime()
    shutil.copytree(site.central, folder / "central")
    central = CentralNode(folder / "central", Machine(true))
    hubs = []
    for name in site.stations:
        shutil.copytree(site.folder / name, folder / name)
        line = Line(central, name, dice, weather.faults, weather.limit)
        hubs.append(Hub(StationNode(name, folder / name, Machine(true), line, dice, weather.crash)))
    return World(dice, weather, true, central, hubs, list(site.cards), folder)
