"""Many ask at once, in one transaction: each gets what it would get alone."""

import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import event

from central import casework, leases, revoking
from central.db import locks, reading, writing
from central.db.cases import Case
from central.opening import Central
from kiosk.domain import wire
from kiosk.domain.accounts import Kind
from kiosk.domain.allotments import What
from kiosk.domain.wire import No, Pending, PendingAnswer, PendingAsk, Phase
from tests.central import value
from tests.central.station import Station, enrolled, send, signed
from tests.central.value import ask, balance, pending

HEAD = {"Content-Type": "application/json"}


@pytest.fixture
def voucher(central: Central) -> str:
    """Of EUR 150, all of it with central."""
    return value.city(central)


@pytest.fixture
def hub(central: Central, station: Station) -> list[Station]:
    """Stations that central has heard, and that may have what there is."""
    stations = [station, *(enrolled(central, station.app, name=f"number {n}") for n in range(4))]
    for one in stations:
        ask(one)
    return stations


def at_once(central: Central, jobs: Sequence[Callable[[], httpx.Response]]) -> list[httpx.Response]:
    """The answers: the first by itself, the others all in one transaction, as what it asks of the database shows."""
    statements: list[str] = []

    def note(*said: object) -> None:
        statements.append(str(said[2]))

    event.listen(central.engine, "before_cursor_execute", note)
    with ThreadPoolExecutor(len(jobs)) as pool:
        with writing(central.engine) as tx:
            locks.feed(tx)  # the first one waits for it, and the others for the first
            said = [pool.submit(jobs[0])]
            _until(lambda: len(central.asks) == 0 and central.asks.is_busy)
            for number, job in enumerate(jobs[1:]):
                said.append(pool.submit(job))
                _until(lambda: len(central.asks) == number + 1)  # noqa: B023 - it has come before the next one does
        answers = [one.result() for one in said]
    event.remove(central.engine, "before_cursor_execute", note)
    assert sum(one.startswith("INSERT INTO nonces") for one in statements) == 2
    return answers


def _until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        Event().wait(0)


def asking(station: Station, of: str, amount: int, request: str = "", nonce: str = "") -> Callable[[], httpx.Response]:
    content = PendingAsk(Phase.ASK, request or str(uuid.uuid4()), station.incarnation, What.VOUCHER, of, amount)
    return sending(station, wire.dump_pending(content), nonce)


def sending(station: Station, body: bytes, nonce: str = "") -> Callable[[], httpx.Response]:
    headers = signed(station.id, station.key, "POST", "/v1/pending", body, nonce=nonce or uuid.uuid4().hex)
    return lambda: send(station.app, "POST", "/v1/pending", body, {**HEAD, **headers})


def read(answer: httpx.Response) -> PendingAnswer:
    assert answer.status_code == 200, answer.text
    return wire.parse_pending_answer(answer.content)


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]


def test_those_that_ask_for_the_same_voucher_at_once_get_no_more_than_there_is(
    central: Central, hub: list[Station], voucher: str
) -> None:
    said = [read(one) for one in at_once(central, [asking(station, voucher, 4000) for station in hub])]
    assert [one.state for one in said] == [Pending.PENDING] * 3 + [Pending.REFUSED] * 2
    assert {one.why for one in said[3:]} == {No.NOT_ENOUGH}
    assert balance(central, Kind.PENDING, voucher) == 12_000
    value.books_hold(central)


def test_the_same_request_many_times_at_once_is_kept_once(central: Central, hub: list[Station], voucher: str) -> None:
    jobs = [asking(hub[1], voucher, 100), *(asking(hub[0], voucher, 4000, "q") for _ in range(4))]
    _, *said = (read(one) for one in at_once(central, jobs))
    assert {one.state for one in said} == {Pending.PENDING}
    assert len({one.parts for one in said}) == 1
    assert balance(central, Kind.PENDING, voucher) == 4100


def test_a_request_that_another_station_makes_in_the_same_moment_is_not_answered_with_its_money(
    central: Central, hub: list[Station], voucher: str
) -> None:
    jobs = [asking(hub[0], voucher, 100), asking(hub[1], voucher, 4000, "q"), asking(hub[2], voucher, 4000, "q")]
    _, first, second = (read(one) for one in at_once(central, jobs))
    assert (first.state, second.why) == (Pending.PENDING, No.ANOTHER)
    assert balance(central, Kind.PENDING, voucher) == 4100


def test_who_is_refused_keeps_nobody_else_from_what_they_ask(
    central: Central, hub: list[Station], voucher: str
) -> None:
    with writing(central.engine) as tx:
        casework.open_all(tx, [Case(leases.FORK, hub[1].id, "e", central.now())])
    new = replace(hub[2], incarnation="0" * 16)
    jobs = [asking(one, voucher, 100) for one in (hub[0], hub[1], new, hub[3])] + [asking(hub[4], "none", 100)]
    said = [read(one) for one in at_once(central, jobs)]
    assert [one.why for one in said] == [None, No.FROZEN, No.UNREPORTED, None, No.UNKNOWN]
    assert balance(central, Kind.PENDING, voucher) == 200
    value.books_hold(central)


def test_who_is_not_heard_keeps_nobody_else_from_being_heard(
    central: Central, hub: list[Station], voucher: str
) -> None:
    first, gone, stolen, plain, good = hub
    assert read(asking(first, voucher, 100, nonce="used")()).state is Pending.PENDING
    with writing(central.engine) as tx:
        revoking.station(tx, central.journal, gone.id, central.now())
    stolen = replace(stolen, key=Ed25519PrivateKey.generate())
    jobs = [asking(first, voucher, 100), asking(first, voucher, 100, nonce="used"), asking(gone, voucher, 100)]
    jobs += [asking(stolen, voucher, 100), sending(plain, b"no ask"), asking(good, voucher, 100)]
    said = at_once(central, jobs)
    assert [one.status_code for one in said] == [200, 401, 401, 401, 400, 200]
    assert [refused(one)[1] for one in said[1:5]] == ["replayed", "revoked", "signature_invalid", "not_an_ask"]
    assert balance(central, Kind.PENDING, voucher) == 300
    with reading(central.engine) as tx:
        used = tx.exec_driver_sql("SELECT count(*) FROM nonces WHERE nonce = 'used'").scalar()
        of_the_gone = tx.exec_driver_sql(f"SELECT count(*) FROM nonces WHERE station = '{gone.id}'").scalar()
    assert (used, of_the_gone) == (1, 1)  # what the revoked one said before, and not what it was refused


def test_one_nonce_twice_at_once_is_used_once(central: Central, hub: list[Station], voucher: str) -> None:
    jobs = [asking(hub[1], voucher, 100), *(asking(hub[0], voucher, 100, nonce="twice") for _ in range(3))]
    said = at_once(central, jobs)
    assert sorted(one.status_code for one in said) == [200, 200, 401, 401]
    assert balance(central, Kind.PENDING, voucher) == 200


def test_what_is_kept_and_what_is_told_of_it_may_come_at_once(
    central: Central, hub: list[Station], voucher: str
) -> None:
    pending(hub[0], Phase.ASK, "q", of=voucher, amount=3000)
    ends = [PendingAsk(phase, "q", hub[0].incarnation, provider="pool") for phase in (Phase.POST, Phase.VOID)]
    jobs = [asking(hub[1], voucher, 100), *(sending(hub[0], wire.dump_pending(one)) for one in ends)]
    said = [read(one) for one in at_once(central, jobs)]
    assert [one.state for one in said] == [Pending.PENDING, Pending.POSTED, Pending.POSTED]
    assert (balance(central, Kind.SPENT), balance(central, Kind.PENDING)) == (3000, 100)
    value.books_hold(central)
