"""A question that somebody waits for has an answer soon, or none."""

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.clock import Clock
from kiosk.domain.allotments import What
from kiosk.domain.wire import Pending, PendingAnswer, PendingAsk, Phase
from kiosk.storeroom.reach import Reach
from kiosk.sync.central import HttpCentral, identity_of
from kiosk.sync.online import answer_within
from tests import value
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.station import Station

LONG, SHORT = 60.0, 0.2  # seconds


def question(station: Station) -> PendingAsk:
    return PendingAsk(Phase.ASK, "r1", station.known.incarnation, What.VOUCHER, "v1", 300)


def line(station: Station, url: str = "") -> HttpCentral:
    identity = identity_of(station.known)
    return HttpCentral(replace(identity, url=url or identity.url), station.clock)


@pytest.fixture
def deaf() -> Iterator[str]:
    """An address where somebody listens and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def test_central_keeps_what_it_holds_and_says_what_time_it_is(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.all_set(central, station, state=1)
    value.with_central(central, state=200, city=400)
    clock.pass_(3_600)
    own = Clock(lambda: clock.at, clock.boot)
    said = answer_within(HttpCentral(identity_of(station.known), own), LONG, question(station))
    assert said is not None
    assert (said.state, sum(part.amount for part in said.parts)) == (Pending.PENDING, 300)
    assert own.read().anchor is not None


def test_who_does_not_answer_in_time_has_not_answered(station: Station, deaf: str) -> None:
    assert answer_within(line(station, deaf), SHORT, question(station)) is None


def test_a_central_that_is_away_has_not_answered(station: Station, central: CentralAt) -> None:
    central.cut()
    assert answer_within(line(station), LONG, question(station)) is None


def test_a_machine_that_is_no_station_asks_nobody(clock: ToldClock, station: Station) -> None:
    assert Reach(clock, LONG).ask(lambda _: None, question(station)) is None


def test_whoever_hangs_up_waits_for_no_answer(station: Station, central: CentralAt) -> None:
    reach = Reach(station.clock, LONG)
    reach.hang_up()
    assert reach.ask(station.do, question(station)) is None


def test_a_question_goes_beside_the_rounds(station: Station, central: CentralAt) -> None:
    """In the middle of a round, by the same clock and key, and the round goes on behind it."""
    value.all_set(central, station, state=1)
    value.with_central(central, state=300)
    reach, heard = Reach(station.clock, LONG), list[PendingAnswer | None]()
    rounds = reach.for_rounds(station.do)
    before = rounds.digests()
    heard.append(reach.ask(station.do, question(station)))
    assert rounds.digests() == before
    assert heard[0] is not None
    assert heard[0].state is Pending.PENDING
