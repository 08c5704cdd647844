"""No change is ever skipped (G11): `rev` appears in the order of the commits, whoever writes and however long."""

import pytest

from central.opening import Central
from central.settings import Settings
from tests.budget import Budget
from tests.central.conftest import POSTGRESQL_ONLY, SQLITE_ONLY
from tests.central.db.storm import WRITERS, Outcome, storm


def in_order_and_once(outcome: Outcome) -> bool:
    return not outcome.skipped() and not outcome.disordered()


def test_every_committed_rev_is_seen_in_order_and_once(central: Central, settings: Settings) -> None:
    outcome = storm(settings.database, 1, 15)
    assert in_order_and_once(outcome), (outcome.skipped()[:5], outcome.disordered()[:5])
    assert len(outcome.committed) >= WRITERS * 15
    assert outcome.seen.polls > 15


def test_a_rev_taken_when_it_is_written_is_found_out(central: Central, settings: Settings) -> None:
    outcome = storm(settings.database, 2, 60, mutant=True)  # so many that some overlap on a busy machine, too
    assert outcome.skipped()


@pytest.mark.long
@POSTGRESQL_ONLY
def test_a_long_storm_on_postgresql(central: Central, settings: Settings, budget: Budget) -> None:
    _storms(settings, budget)


@pytest.mark.long
@SQLITE_ONLY
def test_a_long_storm_on_sqlite(central: Central, settings: Settings, budget: Budget) -> None:
    _storms(settings, budget)


def _storms(settings: Settings, budget: Budget) -> None:
    for seed in range(10):
        outcome = storm(settings.database, 100 + seed, 150)
        assert in_order_and_once(outcome), (seed, outcome.skipped()[:5], outcome.disordered()[:5])
        print(f"storm {seed}: {len(outcome.committed)} committed, {outcome.seen.polls} polls")
        budget.check(f"{seed + 1} storms")
