"""kill -9 at any moment: no acknowledged visit is lost, none is counted twice, the chain holds. Long."""

import random
import select
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.city import City
from tests.budget import Budget
from tests.journeys.processes import StationProcess, kiosk

KILLS = 200
LONGEST_S = 1.5  # a start, some scans, and the moment of the kill lies anywhere within


@pytest.mark.long
def test_two_hundred_kills_lose_no_acknowledged_visit(
    city: City, data: Path, many_cards: list[str], budget: Budget
) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance, unused = random.Random(seed), iter(many_cards)
    acknowledged: list[str] = []
    for kill in range(KILLS):
        budget.check(f"{kill} of {KILLS} kills")
        acknowledged += one_life(data, chance, unused)
    assert acknowledged, "no kill came late enough to prove anything"
    print(f"{KILLS} kills, {len(acknowledged)} visits acknowledged before one")
    with StationProcess(data) as station:
        lost = [code for code in acknowledged if station.scan(code) != "hello"]
        assert not lost
    status, audit = kiosk(data, "audit", "--verify")
    assert (status, audit["broken"]) == (0, None)
    assert kiosk(data, "sync", "--once")[1]["waiting"] == 0
    visits = kiosk(data, "status")[1]["visits"]
    counts = city.answer("events")
    assert counts["visits"] == counts["distinct"] == visits >= len(acknowledged)
    assert counts["cases"] == 0


def one_life(data: Path, chance: random.Random, unused: Iterator[str]) -> list[str]:
    """Start, scan, be killed; the codes whose welcome had left the process."""
    codes = [next(unused) for _ in range(chance.randint(1, 4))]
    with StationProcess(data) as station:
        for code in codes:
            station.send(code)
        answers = []
        for _ in range(chance.randint(0, len(codes))):
            answers.append(station.answer())
        assert station.process.stdout is not None
        select.select([station.process.stdout], [], [], chance.random() * LONGEST_S * (not answers))
        answers += station.kill()
    assert set(answers) <= {"welcomed"}
    return codes[: len(answers)]
