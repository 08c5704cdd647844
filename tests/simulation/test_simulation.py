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


def test_the_guarantees_hold_in_the_first_seeds(site: Site) -> None:
    outcomes = [run.run_seed(site, seed, LENGTH) for seed in range(10)]
    assert [outcome.violations for outcome in outcomes] == [()] * 10


def test_a_seed_takes_the_same_steps_again(site: Site) -> None:
    first, again = (run.run_seed(site, 3, LENGTH) for _ in range(2))
    assert (first.trail, first.violations) == (again.trail, again.violations)


QUICK = {"a second scan counted", "effect outside the transaction", "no de-duplication", "a green event refused"}


@pytest.mark.parametrize("mutant", [one for one in mutants.ALL if one.name in QUICK], ids=lambda one: one.name)
def test_a_planted_bug_is_caught(site: Site, mutant: mutants.Mutant) -> None:
    assert mutants.hunt(site, mutant, LENGTH) is not None


@pytest.mark.long
@pytest.mark.parametrize("mutant", mutants.ALL, ids=lambda one: one.name)
def test_every_planted_bug_is_caught(site: Site, mutant: mutants.Mutant) -> None:
    assert mutants.hunt(site, mutant, LENGTH) is not None
