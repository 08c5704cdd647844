"""Who looked at what, and who decided against which rule, is on disk and at central."""

from kiosk.db.trail import Look, Override
from kiosk.domain.overrides import Because, Rule, Sight
from kiosk.domain.workers import NotEntered, NotIn, Role
from kiosk.field import audit
from kiosk.usecases.look import look
from kiosk.usecases.override import NoSuchOverride, override, undo_override
from tests.central_at import CentralAt
from tests.station import Station
from tests.workers import dismiss, let_in


def test_who_looked_is_kept_and_central_hears_of_it(station: Station, central: CentralAt) -> None:
    by = let_in(station, central)
    now = station.clock.read()
    seen = station.do(lambda tx: look(tx, by, Sight.HOUSEHOLD, "household-1", now))
    assert isinstance(seen, Look)
    assert station.do(lambda tx: tx.trail.looks_at("household-1")) == [seen]
    station.sync()
    assert central.counts().by_type[("looked", "accepted")] == 1


def test_a_technician_looks_at_no_family(station: Station, central: CentralAt) -> None:
    by = let_in(station, central, Role.TECHNICIAN)
    now = station.clock.read()
    for what in Sight:
        said = station.do(lambda tx, sight=what: look(tx, by, sight, "household-1", now))  # type: ignore[misc]
        assert said == NotIn(NotEntered.NOT_ALLOWED)


def test_one_who_was_revoked_meanwhile_looks_at_nothing_more(station: Station, central: CentralAt) -> None:
    by = let_in(station, central)
    dismiss(central, by.worker.id)
    station.sync()
    now = station.clock.read()
    said = station.do(lambda tx: look(tx, by, Sight.PERSON, "p", now))
    assert said == NotIn(NotEntered.REVOKED)


def test_an_override_leaves_who_and_why_and_is_undone_once(station: Station, central: CentralAt) -> None:
    by = let_in(station, central)
    now = station.clock.read()
    because = Because.PAPER_SEEN
    decided = station.do(lambda tx: override(tx, by, Rule.MUST_NOT_COLLECT, "visit-1", because, now))
    assert isinstance(decided, Override)
    undone = station.do(lambda tx: undo_override(tx, by, decided.event, now))
    (held,) = station.do(lambda tx: tx.trail.overrides_of("visit-1"))
    assert (held.worker, held.because, held.undone_by) == (by.worker.id, "paper_seen", undone)
    assert station.do(lambda tx: undo_override(tx, by, decided.event, now)) == NoSuchOverride()
    station.sync()
    counts = central.counts().by_type
    assert counts[("overridden", "accepted")] == counts[("override_undone", "accepted")] == 1
    assert station.do(audit.verify).holds()
