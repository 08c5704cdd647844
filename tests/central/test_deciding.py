from dataclasses import replace

import pytest
from starlette.types import ASGIApp

from central import deciding
from central.db import cases, decisions, reading, writing
from central.db.cases import Case
from central.db.decisions import Decision, What
from central.deciding import NotDecided
from central.opening import Central
from kiosk.domain import events
from kiosk.domain.events import Event, Link, Type
from tests.central.station import RECORDED, Station, arrival, enrolled, verdicts

NOBODY = 99
WHY = "it was looked at"


def opened(central: Central, kind: str = "fork") -> Case:
    with writing(central.engine) as tx:
        cases.open_all(tx, [Case(kind, "s1", "e1", central.now())])
        return next(case for case in cases.still_open(tx) if case.subject == "e1")


def close(central: Central, number: int, who: str = "Ada", why: str = WHY) -> Case | NotDecided:
    with writing(central.engine) as tx:
        return deciding.close(tx, number, who, why, central.now())


def skip(central: Central, number: int) -> Case | NotDecided:
    with writing(central.engine) as tx:
        return deciding.skip(tx, number, "Ada", WHY, central.now())


def trail(central: Central) -> list[Decision]:
    with reading(central.engine) as tx:
        return decisions.every(tx)


def open_kinds(central: Central) -> list[str]:
    with reading(central.engine) as tx:
        return [case.kind for case in cases.still_open(tx)]


def test_a_case_is_closed_by_a_named_person_with_a_reason(central: Central) -> None:
    case = opened(central)
    assert close(central, case.number, "  Ada \n Rossi", WHY) == replace(case, closed_at=central.now())
    assert open_kinds(central) == []
    assert trail(central) == [Decision(central.now(), "Ada Rossi", What.CLOSED, "fork", "s1", "e1", WHY)]


def test_nobody_closes_what_is_closed_or_never_was(central: Central) -> None:
    case = opened(central)
    close(central, case.number)
    assert close(central, case.number) is NotDecided.CLOSED
    for number in (NOBODY, 0, -1, 2**63):
        assert close(central, number) is NotDecided.UNKNOWN
    assert len(trail(central)) == 1


@pytest.mark.parametrize(("who", "why"), [("", WHY), ("Ada", " "), ("Ada", "x" * 501), ("A\u202eda", WHY)])
def test_without_a_name_or_a_reason_nothing_is_decided(central: Central, who: str, why: str) -> None:
    case = opened(central)
    with pytest.raises(ValueError, match="a name and a reason"):
        close(central, case.number, who, why)
    assert open_kinds(central) == ["fork"]


# --- skipping -------------------------------------------------------------------------------------------------------


def with_broken_header(station: Station, spoil: str) -> list[Event]:
    """Three events, the second of them spoilt on the disk after it was recorded."""
    first, second = station.arrive(), station.arrive()
    third = station.arrive()
    spoilt = {
        "recorded_at": replace(second.header, recorded_at="2001-01-01T00:00:00.000Z"),
        "prev_hash": replace(second.header, prev_hash=bytes(32)),
        "hash": replace(second.header, hash=bytes(32)),
    }[spoil]
    return [first, replace(second, header=spoilt), third]


@pytest.mark.parametrize("spoil", ["recorded_at", "prev_hash", "hash"])
def test_behind_a_broken_event_that_was_skipped_the_chain_goes_on(
    central: Central, station: Station, spoil: str
) -> None:
    recorded = with_broken_header(station, spoil)
    held_up = [("accepted", ""), ("later", "broken"), ("later", "gap")]
    assert verdicts(station.push(*recorded)) == held_up
    with reading(central.engine) as tx:
        (case,) = cases.still_open(tx)
    assert isinstance(skip(central, case.number), Case)
    assert verdicts(station.push(*recorded)) == [("duplicate", ""), ("refused", "skipped"), ("accepted", "")]
    assert verdicts(station.push(*recorded)) == [("duplicate", ""), ("refused", "skipped"), ("duplicate", "")]
    assert station.push(station.arrive()).high_water == 4
    assert open_kinds(central) == []
    assert [(each.who, each.what, each.subject) for each in trail(central)] == [
        ("Ada", What.SKIPPED, recorded[1].header.id)
    ]


def test_a_skipped_event_takes_no_effect(central: Central, station: Station) -> None:
    recorded = with_broken_header(station, "recorded_at")
    station.push(*recorded)
    with reading(central.engine) as tx:
        (case,) = cases.still_open(tx)
    skip(central, case.number)
    station.push(*recorded)
    with reading(central.engine) as tx:
        assert tx.exec_driver_sql("SELECT event FROM visits").scalars().all() == [
            recorded[0].header.id,
            recorded[2].header.id,
        ]


def test_what_is_skipped_is_skipped_for_one_station_only(central: Central, app: ASGIApp, station: Station) -> None:
    other = enrolled(central, app, name="two")
    recorded = with_broken_header(station, "recorded_at")
    station.push(*recorded)
    with reading(central.engine) as tx:
        (case,) = cases.still_open(tx)
    skip(central, case.number)
    first = events.record(other.id, other.incarnation, other.end, Type.ARRIVED, arrival("h1"), RECORDED, "")
    copied = replace(first, header=replace(first.header, id=recorded[1].header.id))
    other.end = Link(1, first.header.hash)
    assert verdicts(other.push(copied, other.arrive())) == [("later", "broken"), ("later", "gap")]


def test_a_chain_that_goes_another_way_behind_a_skipped_event_is_still_seen(central: Central, station: Station) -> None:
    recorded = with_broken_header(station, "recorded_at")
    station.push(*recorded)
    with reading(central.engine) as tx:
        (case,) = cases.still_open(tx)
    skip(central, case.number)
    station.end = Link(2, bytes(32))
    assert verdicts(station.push(*recorded[:2], station.arrive())) == [
        ("duplicate", ""),
        ("later", "broken"),
        ("later", "gap"),
    ]


def test_only_what_holds_others_up_is_skipped(central: Central, station: Station) -> None:
    assert skip(central, opened(central).number) is NotDecided.NOT_BROKEN
    assert skip(central, NOBODY) is NotDecided.UNKNOWN
    event = station.arrive()
    assert event.body is not None
    spoilt = replace(event, body=replace(event.body, salt=bytes(16)))
    assert verdicts(station.push(spoilt)) == [("later", "broken")]
    with reading(central.engine) as tx:
        (case,) = [case for case in cases.still_open(tx) if case.kind == "broken"]
    assert skip(central, case.number) is NotDecided.HELD
    assert trail(central) == []
