"""What stations gave is booked once, whatever the books say, and a person sees what they did not hold."""

import uuid
from collections.abc import Mapping
from typing import Any

import pytest

from central import feed, ledger, nightly
from central.db import cases, reading, writing
from central.opening import Central
from kiosk.domain import allotments
from kiosk.domain.accounts import Kind
from kiosk.domain.allotments import What
from kiosk.domain.events import Event, Type
from kiosk.domain.wire import No, Pending, Phase, Wanted
from tests.central import value
from tests.central.station import Station, enrolled, verdicts
from tests.central.value import ask, balance, of_voucher, pending


@pytest.fixture
def voucher(central: Central) -> str:
    with writing(central.engine) as tx:
        feed.publish(tx, "provider", "pool", {"name": "Piscina"})
    return value.city(central)


@pytest.fixture
def holds(station: Station, voucher: str) -> Station:
    """A station that was granted EUR 120 of the voucher, the state's 100 first."""
    assert ask(station, of_voucher(voucher, 12_000)).granted == 12_000
    return station


def redeemed(station: Station, voucher: str, parts: str = "state:300", **changes: Any) -> Event:
    cents = sum(int(part.rpartition(":")[2]) for part in parts.split())
    said: Mapping[str, Any] = {
        "redemption": str(uuid.uuid4()), "voucher": voucher, "household": "f1", "person": "p1", "serial": 7,
        "hub": station.hub, "activity": "swim", "session": "", "provider": "pool", "price": 1500, "cents": cents,
        "parts": parts, "means": "allotment", "outage": "", "request": "", "receipt": 5, "worker": "", "second": "",
        "entry": "",
    }  # fmt: skip
    return station.record(Type.REDEEMED, {**said, **changes})


def reversal(station: Station, of: Event, worker: str = "w1") -> Event:
    why = {"because": "mistake", "worker": worker, "entry": "e", "second": ""}
    return station.record(Type.REDEMPTION_REVERSED, {"redemption": "r", "target": of.header.id, **why})


def left(central: Central, voucher: str) -> int:
    with reading(central.engine) as tx:
        held = feed.get(tx, "voucher", voucher)
    assert held is not None
    return int(held["left"])


def owes(central: Central, voucher: str) -> bool:
    with reading(central.engine) as tx:
        held = feed.get(tx, "voucher", voucher)
    assert held is not None
    return bool(held.get("owes"))


def open_cases(central: Central) -> list[str]:
    with reading(central.engine) as tx:
        return [case.kind for case in cases.still_open(tx)]


def test_what_a_station_gave_is_spent_and_its_hub_is_told_what_is_left(
    central: Central, holds: Station, voucher: str
) -> None:
    event = redeemed(holds, voucher, "state:300 city:200")
    for _ in range(2):
        holds.push(event)
    assert balance(central, Kind.SPENT, at="pool") == 500
    assert left(central, voucher) == 14_500
    assert open_cases(central) == []
    value.books_hold(central)


def test_what_is_said_again_of_somebody_who_was_erased_is_booked_once(
    central: Central, holds: Station, voucher: str
) -> None:
    event = redeemed(holds, voucher, "state:300")
    again = redeemed(holds, voucher, "state:300", household="", person="", serial=0, restates=event.header.id)
    assert verdicts(holds.push(event, again)) == [("accepted", ""), ("accepted", "")]
    assert balance(central, Kind.SPENT, at="pool") == 300
    assert open_cases(central) == []


def test_more_than_it_was_granted_is_booked_and_a_person_sees_it(
    central: Central, holds: Station, voucher: str
) -> None:
    assert verdicts(holds.push(redeemed(holds, voucher, "state:10001"))) == [("accepted", "")]
    assert balance(central, Kind.SPENT, at="pool") == 10_001
    assert (balance(central, Kind.CONTINGENCY), left(central, voucher)) == (50_000, 15_000 - 10_001)
    assert open_cases(central) == ["overspend"]
    value.books_hold(central)


@pytest.mark.parametrize(
    ("changes", "case"),
    [
        ({"hub": "h2"}, "other_hub"),
        ({"household": "f2"}, "voucher_of_another"),
        ({"provider": "unknown"}, "provider_unknown"),
        ({"worker": "w9"}, "worker_unknown"),
    ],
)
def test_what_looks_wrong_is_booked_and_looked_at(
    central: Central, holds: Station, voucher: str, changes: dict[str, Any], case: str
) -> None:
    assert verdicts(holds.push(redeemed(holds, voucher, **changes))) == [("accepted", case)]
    assert left(central, voucher) == 14_700
    assert open_cases(central) == [case]


def test_a_voucher_that_nobody_knows_is_paid_by_contingency(central: Central, holds: Station) -> None:
    holds.push(redeemed(holds, "none"))
    assert sorted(open_cases(central)) == ["overspend", "voucher_unknown"]
    assert balance(central, Kind.CONTINGENCY) == 49_700
    assert nightly.grant_all(central).recovered == 0
    value.books_hold(central)


@pytest.mark.parametrize(
    "spoiled",
    [{"cents": 299}, {"parts": ""}, {"means": "gold"}, {"cents": "300"}, {"redemption": "x"}, {"hub": ""}],
)
def test_what_cannot_be_read_waits_for_a_person(
    central: Central, holds: Station, voucher: str, spoiled: dict[str, Any]
) -> None:
    assert verdicts(holds.push(redeemed(holds, voucher, **spoiled))) == [("later", "unreadable")]
    assert left(central, voucher) == 15_000


# --- reversed -------------------------------------------------------------------------------------------------------


def test_what_is_reversed_is_the_vouchers_again_with_central(central: Central, holds: Station, voucher: str) -> None:
    event = redeemed(holds, voucher)
    holds.push(event, reversal(holds, event))
    assert (left(central, voucher), balance(central, Kind.SPENT)) == (15_000, 0)
    assert balance(central, Kind.POOL, voucher) == 3300
    value.books_hold(central)


def test_it_is_reversed_once(central: Central, holds: Station, voucher: str) -> None:
    event = redeemed(holds, voucher)
    holds.push(event, reversal(holds, event), reversal(holds, event))
    holds.push(reversal(holds, event))
    assert left(central, voucher) == 15_000
    assert open_cases(central).count("reversed_twice") == 2


def test_what_is_reversed_before_it_is_told_of_is_reversed_as_soon_as_it_is(
    central: Central, holds: Station, other: Station, voucher: str
) -> None:
    """After a restore of central one copy of a store may tell that, and another later that it was paid."""
    event = redeemed(holds, voucher)
    other.push(reversal(other, event), reversal(other, event))
    assert "redemption_unknown" in open_cases(central)
    holds.push(event)
    assert (left(central, voucher), balance(central, Kind.SPENT)) == (15_000, 0)
    other.push(reversal(other, event))
    assert (left(central, voucher), open_cases(central).count("reversed_twice")) == (15_000, 1)
    value.books_hold(central)


def test_what_was_never_paid_is_not_reversed(central: Central, holds: Station, voucher: str) -> None:
    arrival = holds.arrive()
    holds.push(arrival, reversal(holds, arrival))
    assert "redemption_unknown" in open_cases(central)
    assert left(central, voucher) == 15_000


# --- the purse ------------------------------------------------------------------------------------------------------


def test_what_a_purse_gave_comes_back_from_the_voucher(central: Central, holds: Station, voucher: str) -> None:
    ask(holds, Wanted(What.PURSE, "purse", 1000))
    holds.push(redeemed(holds, voucher, "purse:300", means="purse", outage="2026-05-22T07:00:00.000Z"))
    assert balance(central, Kind.PURSE, at=holds.id) == 700
    assert (left(central, voucher), balance(central, Kind.DUE)) == (14_700, 0)
    assert balance(central, Kind.PURSES) == 50_000 - 700
    assert open_cases(central) == []
    value.books_hold(central)


def test_what_the_pool_cannot_give_back_yet_is_owed(central: Central, holds: Station, voucher: str) -> None:
    ask(holds, of_voucher(voucher, 3000))
    ask(holds, Wanted(What.PURSE, "purse", 1000))
    holds.push(redeemed(holds, voucher, "purse:300", means="purse"))
    assert (balance(central, Kind.DUE), left(central, voucher)) == (300, 14_700)


# --- contingency ----------------------------------------------------------------------------------------------------


@pytest.fixture
def other(central: Central, holds: Station, voucher: str) -> Station:
    """A neighbour that was granted the rest, EUR 30."""
    station = enrolled(central, holds.app, name="two")
    assert ask(station, of_voucher(voucher, 3000)).granted == 3000
    return station


def test_what_contingency_gave_comes_back_with_what_is_given_back(
    central: Central, holds: Station, other: Station, voucher: str
) -> None:
    holds.push(redeemed(holds, voucher, "state:10200"))
    assert (balance(central, Kind.CONTINGENCY), left(central, voucher)) == (49_800, 4800)
    assert owes(central, voucher)
    other.push(back(other, voucher, "city:150"))
    assert (balance(central, Kind.CONTINGENCY), owes(central, voucher)) == (49_950, True)
    other.push(back(other, voucher, "city:150"))
    assert (balance(central, Kind.CONTINGENCY), owes(central, voucher)) == (50_000, False)
    assert (balance(central, Kind.POOL, voucher), left(central, voucher)) == (100, 4800)
    value.books_hold(central)


def test_what_contingency_gave_comes_back_with_what_is_reversed(
    central: Central, holds: Station, other: Station, voucher: str
) -> None:
    """A restored central hears of what was given before it hears of the reversals that had made room for it."""
    before = redeemed(holds, voucher, "state:5000")
    holds.push(before, redeemed(holds, voucher, "state:5200"))
    assert (balance(central, Kind.CONTINGENCY), owes(central, voucher)) == (49_800, True)
    holds.push(reversal(holds, before))
    assert (balance(central, Kind.CONTINGENCY), owes(central, voucher)) == (50_000, False)
    assert (balance(central, Kind.POOL, voucher), left(central, voucher)) == (4800, 9800)
    value.books_hold(central)


def test_what_contingency_gave_comes_back_with_what_was_kept_online_and_is_voided(
    central: Central, holds: Station, voucher: str
) -> None:
    assert pending(holds, Phase.ASK, "q", of=voucher, amount=3000).state is Pending.PENDING
    holds.push(redeemed(holds, voucher, "state:10200"))
    assert (balance(central, Kind.CONTINGENCY), owes(central, voucher)) == (49_800, True)
    holds.push(holds.record(Type.PENDING_VOIDED, {"request": "q", "voucher": voucher, "cents": 3000}))
    assert (balance(central, Kind.CONTINGENCY), owes(central, voucher)) == (50_000, False)
    assert (balance(central, Kind.POOL, voucher), left(central, voucher)) == (2800, 4800)
    value.books_hold(central)


def test_what_contingency_gave_is_asked_back_by_night_of_whom_holds_it(
    central: Central, holds: Station, other: Station, voucher: str
) -> None:
    holds.push(redeemed(holds, voucher, "state:10200"))
    assert nightly.grant_all(central).recovered == 0
    told = [allotments.read(holds.copy()["allotment", f"{voucher}@{holds.id}"].data)]
    told.append(allotments.read(other.copy()["allotment", f"{voucher}@{other.id}"].data))
    assert sum(one.back for one in told if one) == 200
    value.books_hold(central)


def test_what_nobody_had_is_paid_once_contingency_has_something_again(
    central: Central, holds: Station, other: Station, voucher: str
) -> None:
    holds.push(redeemed(holds, voucher, "state:60300"))
    assert (balance(central, Kind.CONTINGENCY), balance(central, Kind.SHORT)) == (0, -300)
    with writing(central.engine) as tx:
        ledger.set_aside(tx, Kind.CONTINGENCY, "city", 1000, "more", central.now())
    nightly.grant_all(central)
    assert (balance(central, Kind.CONTINGENCY), balance(central, Kind.SHORT)) == (700, 0)
    value.books_hold(central)


# --- given back -----------------------------------------------------------------------------------------------------


def back(station: Station, of: str, parts: str) -> Event:
    return station.record(Type.GIVEN_BACK, {"of": of, "parts": parts})


def test_what_is_given_back_is_central_s_and_may_be_granted_to_another(
    central: Central, holds: Station, voucher: str
) -> None:
    holds.push(back(holds, voucher, "city:2000 state:10000"))
    assert balance(central, Kind.POOL, voucher) == 15_000
    other = enrolled(central, holds.app, "h2", name="two")
    assert ask(other, of_voucher(voucher, 15_000)).granted == 15_000
    value.books_hold(central)


def test_nobody_gives_back_what_they_do_not_have(central: Central, holds: Station, voucher: str) -> None:
    holds.push(back(holds, voucher, "state:10001"), back(holds, "purse", "purse:5"))
    assert balance(central, Kind.POOL, voucher) == 13_000
    assert open_cases(central) == ["gave_back_too_much", "gave_back_too_much"]


# --- a copy of a station's disk -------------------------------------------------------------------------------------


def test_a_fork_freezes_the_station_and_what_the_copy_gave_is_booked_once(
    central: Central, holds: Station, voucher: str
) -> None:
    start = holds.end
    holds.push(redeemed(holds, voucher, "state:10000"))
    holds.end = start
    other = redeemed(holds, voucher, "state:10000")
    for _ in range(3):
        assert verdicts(holds.push(other)) == [("later", "fork")]
    assert balance(central, Kind.SPENT, at="pool") == 20_000
    assert (balance(central, Kind.CONTINGENCY), left(central, voucher)) == (50_000 - 7000, 0)
    assert sorted(open_cases(central)) == ["fork", "overspend"]
    lease = allotments.read_lease(holds.copy()["lease", holds.id].data)
    assert lease is not None
    assert lease.frozen
    assert ask(holds, of_voucher(voucher, 1)).why is No.FROZEN
    value.books_hold(central)


def test_closing_the_case_lets_it_give_again(central: Central, holds: Station, voucher: str) -> None:
    start = holds.end
    holds.push(redeemed(holds, voucher))
    holds.end = start
    holds.push(redeemed(holds, voucher))
    with writing(central.engine) as tx:
        for case in cases.still_open(tx):
            cases.close(tx, case, central.now())
    lease = allotments.read_lease(holds.copy()["lease", holds.id].data)
    assert lease is not None
    assert not lease.frozen


# --- online ---------------------------------------------------------------------------------------------------------


def test_what_is_kept_online_is_closed_by_what_the_station_says(central: Central, holds: Station, voucher: str) -> None:
    for _ in range(2):
        kept = pending(holds, Phase.ASK, "q", of=voucher, amount=3000)
        assert (kept.state, sum(part.amount for part in kept.parts)) == (Pending.PENDING, 3000)
    assert balance(central, Kind.PENDING) == 3000
    event = redeemed(holds, voucher, "city:3000", means="online", request="q")
    for _ in range(2):
        holds.push(event)
    assert (balance(central, Kind.PENDING), balance(central, Kind.SPENT)) == (0, 3000)
    assert pending(holds, Phase.VOID, "q").state is Pending.POSTED
    assert left(central, voucher) == 12_000
    value.books_hold(central)


def test_confirming_less_frees_the_rest(central: Central, holds: Station, voucher: str) -> None:
    pending(holds, Phase.ASK, "q", of=voucher, amount=3000)
    event = redeemed(holds, voucher, "city:1000", means="online", request="q")
    holds.push(event)
    assert (balance(central, Kind.SPENT), balance(central, Kind.POOL, voucher)) == (1000, 2000)
    holds.push(reversal(holds, event))
    assert (balance(central, Kind.SPENT), balance(central, Kind.POOL, voucher)) == (0, 3000)
    value.books_hold(central)


def test_the_call_and_the_event_post_it_once(central: Central, holds: Station, voucher: str) -> None:
    pending(holds, Phase.ASK, "q", of=voucher, amount=3000)
    assert pending(holds, Phase.POST, "q", provider="pool").state is Pending.POSTED
    holds.push(redeemed(holds, voucher, "city:3000", means="online", request="q"))
    assert balance(central, Kind.SPENT) == 3000


@pytest.mark.parametrize("by_event", [False, True])
def test_what_is_voided_is_free_again(central: Central, holds: Station, voucher: str, by_event: bool) -> None:
    pending(holds, Phase.ASK, "q", of=voucher, amount=3000)
    if by_event:
        holds.push(holds.record(Type.PENDING_VOIDED, {"request": "q", "voucher": voucher, "cents": 3000}))
    else:
        assert pending(holds, Phase.VOID, "q").state is Pending.VOIDED
    assert balance(central, Kind.POOL, voucher) == 3000
    assert pending(holds, Phase.ASK, "q", of=voucher, amount=3000).state is Pending.VOIDED


def test_what_was_voided_before_it_was_asked_for_keeps_nothing(central: Central, holds: Station, voucher: str) -> None:
    holds.push(holds.record(Type.PENDING_VOIDED, {"request": "q", "voucher": voucher, "cents": 3000}))
    assert pending(holds, Phase.ASK, "q", of=voucher, amount=3000).state is not Pending.PENDING
    assert balance(central, Kind.PENDING) == 0


def test_all_of_it_is_kept_or_nothing(central: Central, holds: Station, voucher: str) -> None:
    assert pending(holds, Phase.ASK, "q", of=voucher, amount=3001).why is No.NOT_ENOUGH
    assert balance(central, Kind.PENDING) == 0


def test_what_was_voided_and_given_all_the_same_is_booked(central: Central, holds: Station, voucher: str) -> None:
    pending(holds, Phase.ASK, "q", of=voucher, amount=3000)
    pending(holds, Phase.VOID, "q")
    holds.push(redeemed(holds, voucher, "city:3000", means="online", request="q"))
    assert left(central, voucher) == 12_000
    assert open_cases(central) == ["pending_closed_before"]
    value.books_hold(central)


def test_another_stations_request_is_not_touched(central: Central, holds: Station, voucher: str) -> None:
    pending(holds, Phase.ASK, "q", of=voucher, amount=3000)
    other = enrolled(central, holds.app, name="two")
    assert pending(other, Phase.VOID, "q").why is No.ANOTHER
    other.push(other.record(Type.PENDING_VOIDED, {"request": "q", "voucher": voucher, "cents": 3000}))
    assert balance(central, Kind.PENDING) == 3000
