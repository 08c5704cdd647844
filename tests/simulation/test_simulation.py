"""The simulation itself: it holds on the product as it is, it repeats itself, and it sees bugs that are planted."""

from collections.abc import Iterator

import pytest

from tests.simulation import mutants, run
from tests.simulation.site import Site, made

LENGTH = 60


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with made() as ready:
        yield ready


@pytest.mark.parametrize("seeds", [range(3), pytest.param(range(3, 40), marks=pytest.mark.long)], ids=str)
def test_the_guarantees_hold_in_the_first_seeds(site: Site, seeds: range) -> None:
    outcomes = [run.run_seed(site, seed, LENGTH) for seed in seeds]
    assert [outcome.violations for outcome in outcomes] == [()] * len(seeds)


def test_a_seed_takes_the_same_steps_again(site: Site) -> None:
    first, again = (run.run_seed(site, 3, LENGTH) for _ in range(2))
    assert (first.trail, first.violations) == (again.trail, again.violations)


QUICK = {"a second scan counted", "no de-duplication"}


@pytest.mark.parametrize("mutant", [one for one in mutants.ALL if one.name in QUICK], ids=lambda one: one.name)
def test_a_planted_bug_is_caught(site: Site, mutant: mutants.Mutant) -> None:
    assert mutants.hunt(site, mutant, LENGTH) is not None


@pytest.mark.long
@pytest.mark.parametrize("mutant", mutants.ALL, ids=lambda one: one.name)
def test_every_planted_bug_is_caught(site: Site, mutant: mutants.Mutant) -> None:
    assert mutants.hunt(site, mutant, LENGTH) is not None
