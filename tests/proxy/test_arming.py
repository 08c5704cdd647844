"""A fault meets the request or the connection it was meant for, and no other."""

from http.client import HTTPConnection

import pytest

from tests.proxy import (
    ALWAYS,
    EVERY_CONNECTION,
    CaptivePortal,
    Connection,
    Corrupt,
    Fault,
    FaultProxy,
    Refuse,
    Request,
    Respond,
)
from tests.proxy.arming import Schedule, When
from tests.proxy.upstream import connected, exactly, get, keeping, question, turned_away

GONE = Respond.answer(410)


def statuses(proxy: FaultProxy, connections: int, requests: int) -> list[list[int]]:
    return [_statuses(proxy, requests) for _ in range(connections)]


def _statuses(proxy: FaultProxy, requests: int) -> list[int]:
    with keeping(proxy) as client:
        return [status(client) for _ in range(requests)]


def status(client: HTTPConnection) -> int:
    client.request("GET", "/1")
    answer = client.getresponse()
    answer.read()
    return answer.status


@pytest.mark.parametrize(
    ("when", "seen"),
    [
        (Request(), [[410, 200], [200, 200], [200, 200]]),
        (Request(2), [[200, 410], [200, 200], [200, 200]]),
        (Request(3, times=2), [[200, 200], [410, 410], [200, 200]]),
        (Request(5, times=None), [[200, 200], [200, 200], [410, 410]]),
        (ALWAYS, [[410, 410], [410, 410], [410, 410]]),
        (Connection(), [[410, 410], [200, 200], [200, 200]]),
        (Connection(2, times=2), [[200, 200], [410, 410], [410, 410]]),
        (EVERY_CONNECTION, [[410, 410], [410, 410], [410, 410]]),
    ],
)
def test_a_fault_is_for_the_requests_it_was_armed_for(proxy: FaultProxy, when: When, seen: list[list[int]]) -> None:
    proxy.arm(GONE, when)
    assert statuses(proxy, 3, 2) == seen
    assert proxy.fired == (GONE,) * sum(row.count(410) for row in seen)


def test_faults_change_while_a_connection_lasts(proxy: FaultProxy) -> None:
    with keeping(proxy) as client:
        assert status(client) == 200
        proxy.arm(GONE, ALWAYS)
        assert status(client) == 410
        proxy.disarm(GONE)
        assert status(client) == 200


def test_the_first_armed_answers_and_all_alter_what_the_upstream_says(proxy: FaultProxy) -> None:
    proxy.arm(Corrupt(0), ALWAYS)
    proxy.arm(Corrupt(1), ALWAYS)
    assert get(proxy, "/3") == b"\x01\x00\x02"
    proxy.arm(GONE)
    proxy.arm(CaptivePortal())
    assert statuses(proxy, 1, 2) == [[410, 200]]


def test_who_connected_before_a_fault_was_armed_does_not_meet_it(proxy: FaultProxy) -> None:
    for _ in range(20):
        with connected(proxy) as before:
            proxy.arm(Refuse(), Connection())
            assert turned_away(proxy)
            before.sendall(question("/1"))
            assert exactly(before, 12) == b"HTTP/1.1 200"


def test_what_waits_for_its_turn_is_known_and_can_be_taken_back() -> None:
    schedule = Schedule()
    faults: list[Fault] = [GONE, Corrupt(1), Corrupt(2)]
    for number, fault in enumerate(faults, start=1):
        schedule.arm(fault, Request(number))
    assert [armed.fault for armed in schedule.for_request()] == [GONE]
    schedule.disarm(Corrupt(1))
    assert schedule.for_request() == []
    assert [armed.fault for armed in schedule.armed] == [Corrupt(2)]
    schedule.disarm(None)
    assert schedule.for_request() == []
