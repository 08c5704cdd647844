import threading
import uuid
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import event as sql

from central import events, feed, grants, judge
from central.db import cases, reading, writing
from central.db import events as store
from central.db import stations as station_store
from central.events import NotTaken
from central.judge.values import Judged, accepted
from central.opening import Central
from kiosk.domain import events as kernel
from kiosk.domain.events import Body, Event, Type
from kiosk.domain.wire import Answers, Batch
from tests.central.station import Station, enrolled, verdicts

ACCEPTED, DUPLICATE = ("accepted", ""), ("duplicate", "")


def take(central: Central, station: Station, batch: Batch) -> Answers | NotTaken:
    with writing(central.engine) as tx:
        sender = station_store.by_id(tx, station.id)
        assert sender is not None
        return events.take_in(tx, central.journal, sender, batch, central.now())


def rows(central: Central, statement: str) -> list[tuple[Any, ...]]:
    with reading(central.engine) as tx:
        return [tuple(row) for row in tx.exec_driver_sql(statement)]


def open_cases(central: Central) -> list[str]:
    with reading(central.engine) as tx:
        return [case.kind for case in cases.still_open(tx)]


def bind(station: Station, serial: int, person: str = "p1", household: str = "f1") -> Event:
    return station.record(Type.CARD_BOUND, {"serial": serial, "person": person, "household": household})


def stocked(central: Central, station: Station, count: int = 3) -> list[int]:
    with writing(central.engine) as tx:
        blanks = grants.grant_blanks(tx, central.keys, station.id, count, central.clock().date())
    return [blank.serial for blank in blanks]


def reseal(event: Event, **changes: Any) -> Event:
    return replace(event, header=kernel.sealed(replace(event.header, **changes)))


def test_arrivals_are_accepted_and_booked(central: Central, station: Station) -> None:
    answers = station.push(*(station.arrive() for _ in range(3)))
    assert verdicts(answers) == [ACCEPTED] * 3
    assert answers.high_water == 3
    assert len(rows(central, "SELECT * FROM visits")) == 3
    assert rows(central, "SELECT count(*) FROM bodies") == [(3,)]


def test_a_batch_that_is_sent_again_changes_nothing(central: Central, station: Station) -> None:
    batch = [station.arrive() for _ in range(3)]
    station.push(*batch)
    for _ in range(2):
        again = station.push(*batch)
        assert verdicts(again) == [DUPLICATE] * 3
        assert again.high_water == 3
    assert rows(central, "SELECT count(*) FROM events") == [(3,)]
    assert rows(central, "SELECT count(*) FROM visits") == [(3,)]


def test_a_large_batch_takes_no_more_statements_than_a_small_one(central: Central, station: Station) -> None:
    said: list[str] = []
    sql.listen(central.engine, "before_cursor_execute", lambda *args: said.append(args[2]))

    def statements(count: int) -> int:
        said.clear()
        take(central, station, station.batch(*(station.arrive() for _ in range(count))))
        return len(said)

    statements(1)  # the first of a station is the only one that makes its record
    assert statements(500) == statements(1) < 18


def test_an_event_told_twice_in_one_batch_counts_once(central: Central, station: Station) -> None:
    event = station.arrive()
    assert verdicts(station.push(event, event)) == [ACCEPTED, DUPLICATE]
    assert rows(central, "SELECT count(*) FROM visits") == [(1,)]


def test_a_batch_that_comes_from_everywhere_at_once_counts_once(central: Central, station: Station) -> None:
    batch = station.batch(*(station.arrive() for _ in range(20)))
    answers: list[Answers | NotTaken] = []
    threads = [threading.Thread(target=lambda: answers.append(take(central, station, batch))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    said = sorted(verdicts(one)[0] for one in answers if isinstance(one, Answers))
    assert said == [ACCEPTED, DUPLICATE, DUPLICATE, DUPLICATE]
    assert rows(central, "SELECT count(*) FROM visits") == [(20,)]


def test_a_longer_batch_adds_only_what_is_new(central: Central, station: Station) -> None:
    first = [station.arrive() for _ in range(2)]
    station.push(*first)
    answers = station.push(*first, station.arrive())
    assert verdicts(answers) == [DUPLICATE, DUPLICATE, ACCEPTED]
    assert answers.high_water == 3


def test_the_same_visit_of_two_events_is_one_visit(central: Central, station: Station) -> None:
    visit = str(uuid.uuid4())
    assert verdicts(station.push(station.arrive(visit), station.arrive(visit))) == [ACCEPTED] * 2
    assert rows(central, "SELECT count(*) FROM visits") == [(1,)]


def test_an_arrival_that_was_undone_is_not_counted(central: Central, station: Station) -> None:
    visit = str(uuid.uuid4())
    undone = station.push(
        station.arrive(visit), station.arrive(), station.record(Type.ARRIVAL_UNDONE, {"visit": visit, "why": "mistake"})
    )
    assert verdicts(undone) == [ACCEPTED] * 3
    with reading(central.engine) as tx:
        assert store.counts(tx).visits == 1


def test_an_undoing_that_knows_no_arrival_is_accepted(station: Station) -> None:
    undone = station.record(Type.ARRIVAL_UNDONE, {"visit": str(uuid.uuid4()), "why": ""})
    assert verdicts(station.push(undone)) == [ACCEPTED]


def test_another_incarnation_is_another_chain(central: Central, station: Station) -> None:
    station.push(station.arrive(), station.arrive())
    station.incarnation, station.end = "f" * 16, kernel.START
    answers = station.push(station.arrive())
    assert (verdicts(answers), answers.high_water) == ([ACCEPTED], 1)


# --- chains that do not hold -----------------------------------------------------------------------------------------


def test_after_a_gap_everything_waits(central: Central, station: Station) -> None:
    first, missing, third = station.arrive(), station.arrive(), station.arrive()
    answers = station.push(first, third)
    assert verdicts(answers) == [ACCEPTED, ("later", "gap")]
    assert answers.high_water == 1
    assert open_cases(central) == []
    assert verdicts(station.push(missing, third)) == [ACCEPTED, ACCEPTED]


def test_a_fork_waits_for_a_person(central: Central, station: Station) -> None:
    start = station.end
    ours = station.arrive()
    station.push(ours)
    station.end = start  # a copied disk goes on from the same place
    copied, next_ = station.arrive(), station.arrive()
    answers = station.push(copied, next_)
    assert verdicts(answers) == [("later", "fork"), ("later", "fork")]
    assert answers.high_water == 1
    station.push(copied, next_)
    assert open_cases(central) == ["fork"]
    assert rows(central, "SELECT count(*) FROM visits") == [(1,)]


def test_a_copy_that_went_further_is_one_fork_and_no_gap(central: Central, station: Station) -> None:
    start = station.end
    station.push(station.arrive())
    station.end = start
    copied = [station.arrive() for _ in range(4)]
    assert verdicts(station.push(*copied)) == [("later", "fork")] * 4
    assert open_cases(central) == ["fork"]


def test_a_broken_header_waits_and_holds_up_only_what_follows(central: Central, station: Station) -> None:
    first, second, third = (station.arrive() for _ in range(3))
    broken = replace(second, header=replace(second.header, recorded_at="2001"))
    answers = station.push(first, broken, third)
    assert verdicts(answers) == [ACCEPTED, ("later", "broken"), ("later", "gap")]
    assert answers.high_water == 1
    assert open_cases(central) == ["broken"]
    assert verdicts(station.push(second, third)) == [ACCEPTED, ACCEPTED]


def test_a_broken_body_holds_up_nothing(central: Central, station: Station) -> None:
    first, second, third = (station.arrive() for _ in range(3))
    answers = station.push(first, replace(second, body=Body(bytes(16), {"visit": "?"})), third)
    assert verdicts(answers) == [ACCEPTED, ("later", "broken"), ACCEPTED]
    assert answers.high_water == 3
    assert open_cases(central) == ["broken"]
    assert rows(central, "SELECT seq FROM bodies ORDER BY seq") == [(1,), (3,)]


def test_a_mended_body_is_judged_when_it_comes(central: Central, station: Station) -> None:
    event = station.arrive()
    station.push(replace(event, body=Body(bytes(16), {})))
    assert verdicts(station.push(event)) == [ACCEPTED]
    assert verdicts(station.push(event)) == [DUPLICATE]
    assert rows(central, "SELECT count(*) FROM visits") == [(1,)]
    assert rows(central, "SELECT verdict, reason FROM events") == [("accepted", "")]
    assert rows(central, "SELECT count(*) FROM bodies") == [(1,)]


def test_an_id_that_comes_again_at_another_place_takes_effect_once(central: Central, station: Station) -> None:
    first = station.arrive()
    again = reseal(station.arrive(), id=first.header.id)
    answers = station.push(first, again)
    assert verdicts(answers) == [ACCEPTED, DUPLICATE]
    assert answers.high_water == 2
    assert rows(central, "SELECT count(*) FROM visits") == [(1,)]
    with reading(central.engine) as tx:
        counts = store.counts(tx)
    assert (counts.total, counts.distinct) == (2, 1)


# --- events that nobody can judge ------------------------------------------------------------------------------------


def test_a_poison_body_stops_no_other_event(central: Central, station: Station) -> None:
    answers = station.push(station.arrive(), station.record(Type.ARRIVED, {"visit": 3}), station.arrive())
    assert verdicts(answers)[1] == ("later", "unreadable")
    assert answers.high_water == 3
    assert open_cases(central) == ["unreadable"]


def test_an_unknown_type_is_kept_for_a_newer_central(
    central: Central, station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = station.record("dreamt", {"of": "the sea"})  # type: ignore[arg-type]
    assert verdicts(station.push(event)) == [("later", "unknown_type")]
    assert verdicts(station.push(event)) == [("later", "unknown_type")]
    assert open_cases(central) == ["unknown_type"]
    newer = {**judge._JUDGES, ("dreamt", 1): lambda *_: accepted()}
    monkeypatch.setattr(judge, "_JUDGES", newer)
    assert verdicts(station.push(event)) == [ACCEPTED]
    assert verdicts(station.push(event)) == [DUPLICATE]


def test_a_judge_that_fails_stops_no_other_event(
    central: Central, station: Station, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> Judged:
        raise RuntimeError("the secret name")

    monkeypatch.setattr(judge, "_JUDGES", {**judge._JUDGES, (Type.ARRIVAL_UNDONE, 1): fail})
    poison = station.record(Type.ARRIVAL_UNDONE, {"visit": str(uuid.uuid4()), "why": ""})
    assert verdicts(station.push(poison, station.arrive())) == [("later", "judge_failed"), ACCEPTED]
    assert open_cases(central) == ["judge_failed"]
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_a_shredded_body_does_not_break_the_chain(central: Central, station: Station) -> None:
    answers = station.push(replace(station.arrive(), body=None), station.arrive())
    assert verdicts(answers) == [("accepted", "shredded"), ACCEPTED]
    assert open_cases(central) == ["shredded"]


# --- cards -----------------------------------------------------------------------------------------------------------


def test_a_bound_card_is_fed_to_the_hub(central: Central, station: Station) -> None:
    serial, *_ = stocked(central, station)
    assert verdicts(station.push(bind(station, serial))) == [ACCEPTED]
    card = station.copy()["card", str(serial)]
    assert card.data == {"serial": serial, "person": "p1", "household": "f1", "live": True}
    elsewhere = enrolled(central, station.app, "h2")
    assert ("card", str(serial)) not in elsewhere.copy()


def test_a_blank_of_another_station_is_refused_every_time(central: Central, station: Station) -> None:
    serial, *_ = stocked(central, enrolled(central, station.app))
    event = bind(station, serial)
    for _ in range(2):
        assert verdicts(station.push(event)) == [("refused", "not_your_blank")]
    assert open_cases(central) == ["not_your_blank"]
    assert ("card", str(serial)) not in station.copy()


def test_a_newer_card_kills_the_older_in_the_same_batch(central: Central, station: Station) -> None:
    older, newer, sibling = stocked(central, station)
    station.push(bind(station, older), bind(station, newer), bind(station, sibling, "p2"))
    held = station.copy()
    assert [held["card", str(serial)].data["live"] for serial in (older, newer, sibling)] == [False, True, True]


def test_a_newer_card_kills_the_older_of_last_week(central: Central, station: Station) -> None:
    older, newer, _ = stocked(central, station)
    station.push(bind(station, older))
    station.push(bind(station, newer))
    held = station.copy()
    assert [held["card", str(serial)].data["live"] for serial in (older, newer)] == [False, True]


def test_a_newer_card_kills_one_that_came_by_the_feed_alone(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        old = {"serial": 900, "person": "p1", "household": "f1", "live": True}
        feed.publish(tx, "card", "900", old, scope="hub:h2")
    serial, *_ = stocked(central, station)
    station.push(bind(station, serial))
    assert open_cases(central) == ["cards_of_two_hubs"]
    elsewhere = enrolled(central, station.app, "h2").copy()
    assert elsewhere["card", "900"].data["live"] is False
    assert ("card", str(serial)) not in elsewhere


def test_a_binding_sent_twice_is_published_once(central: Central, station: Station) -> None:
    serial, *_ = stocked(central, station)
    event = bind(station, serial)
    station.push(event)
    before = rows(central, "SELECT value FROM counters WHERE name = 'rev'")
    station.push(event)
    assert rows(central, "SELECT value FROM counters WHERE name = 'rev'") == before


# --- batches that are not taken --------------------------------------------------------------------------------------


def test_a_batch_of_another_station_is_not_taken(central: Central, station: Station) -> None:
    other = enrolled(central, station.app)
    assert take(central, station, other.batch(other.arrive())) == NotTaken("other_station")


def test_a_batch_with_a_false_signature_is_not_taken_and_is_looked_at(central: Central, station: Station) -> None:
    batch = replace(station.batch(station.arrive()), signature=bytes(64))
    for _ in range(2):
        assert take(central, station, batch) == NotTaken("batch_signature")
    assert rows(central, "SELECT count(*) FROM events") == [(0,)]
    assert open_cases(central) == ["batch_signature"]


def test_nothing_is_half_done_when_the_database_fails(
    central: Central, station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(store, "undo_visits", fail)
        with pytest.raises(OSError, match="disk full"):
            take(central, station, station.batch(event := station.arrive()))
    assert rows(central, "SELECT count(*) FROM events") == [(0,)]
    assert rows(central, "SELECT count(*) FROM visits") == [(0,)]
    assert verdicts(station.push(event)) == [ACCEPTED]
