"""Two at once: what one has read stays true until it commits, on both databases."""

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text
from starlette.types import ASGIApp

from central import enrolments, events, feed, grants, migrations
from central.db import Tx, cases, meta, open_engine, reading, stations, writing
from central.db import events as event_store
from central.db.cases import Case
from central.enrolments import NotEnrolled
from central.events import NotTaken
from central.opening import Central, WrongKeys, opened
from central.settings import Settings
from kiosk.domain import keys
from kiosk.domain.events import Type
from kiosk.domain.wire import Answers, EnrolmentAsk
from tests.central.conftest import POSTGRESQL_ONLY
from tests.central.station import Station, enrolled, heard, invite, verdicts
from tests.postgres import Postgres

ROOT = Path(__file__).parents[3]
MANY = 6
T = TypeVar("T")


def at_once(*jobs: Callable[[], T]) -> list[T]:
    """What the jobs give, all let off together, each in a thread and a transaction of its own."""
    gate = threading.Barrier(len(jobs))

    def run(job: Callable[[], T]) -> T:
        gate.wait()
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(run, job) for job in jobs]]


def written(central: Central, job: Callable[[Tx], T]) -> Callable[[], T]:
    def write() -> T:
        with writing(central.engine) as tx:
            return job(tx)

    return write


def count(central: Central, table: str) -> int:
    with reading(central.engine) as tx:
        return int(tx.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


# --- pushes ---------------------------------------------------------------------------------------------------------


def taking(central: Central, station: Station, batch: Any) -> Callable[[], Answers]:
    def take(tx: Tx) -> Answers:
        known = stations.by_id(tx, station.id)
        assert known is not None
        answers = events.take_in(tx, central.journal, known, batch, central.now())
        assert not isinstance(answers, NotTaken)
        return answers

    return written(central, take)


def test_the_same_batch_many_times_at_once_counts_once(central: Central, station: Station) -> None:
    batch = station.batch(*(station.arrive() for _ in range(50)))
    answers = at_once(*[taking(central, station, batch)] * MANY)
    assert sorted(verdicts(one)[0][0] for one in answers) == ["accepted"] + ["duplicate"] * (MANY - 1)
    assert {one.high_water for one in answers} == {50}
    assert (count(central, "events"), count(central, "visits")) == (50, 50)


def test_batches_that_overlap_continue_one_chain(central: Central, station: Station) -> None:
    recorded = [station.arrive() for _ in range(40)]
    batches = [station.batch(*recorded[:end]) for end in (10, 20, 30, 40)]
    at_once(*(taking(central, station, batch) for batch in batches))
    assert (count(central, "events"), count(central, "visits")) == (40, 40)
    with reading(central.engine) as tx:
        assert event_store.chain_end(tx, station.id, station.incarnation).seq == 40
    assert count(central, "cases") == 0


def test_a_fork_seen_twice_at_once_is_one_case(central: Central, station: Station) -> None:
    start = station.end
    first = [station.arrive()]
    station.end = start
    other = [station.arrive()]
    at_once(*(taking(central, station, station.batch(*each)) for each in (first, other, first, other)))
    assert (count(central, "events"), count(central, "cases")) == (1, 1)


def test_two_hubs_that_bind_cards_of_one_person_at_once_are_told_apart(central: Central, app: ASGIApp) -> None:
    """Whoever comes second kills the card of the first, and a person looks."""
    rounds = 4
    here, there = enrolled(central, app, "h1", name="one"), enrolled(central, app, "h2", name="two")
    serials = {}
    for station in (here, there):
        with writing(central.engine) as tx:
            signed = grants.grant_blanks(tx, central.keys, station.id, rounds, date(2026, 5, 22))
            serials[station.id] = [blank.serial for blank in signed]
    for turn in range(rounds):
        at_once(*(taking(central, one, one.batch(_bind(one, serials[one.id][turn], turn))) for one in (here, there)))
    with reading(central.engine) as tx:
        bound = [data for _, data in feed.live(tx, "card")]
    assert sorted(data["person"] for data in bound if data["live"]) == [f"p{turn}" for turn in range(rounds)]
    assert len(bound) == 2 * rounds
    assert count(central, "cases") == rounds


def _bind(station: Station, serial: int, turn: int) -> Any:
    return station.record(Type.CARD_BOUND, {"serial": serial, "person": f"p{turn}", "household": "f1"})


def test_the_same_trouble_told_by_many_at_once_is_one_case(central: Central) -> None:
    trouble = [Case("restored", "s1", str(number), "2026-05-22T12:00:00.000Z") for number in range(5)]
    at_once(*[written(central, lambda tx: cases.open_all(tx, trouble))] * MANY)
    assert count(central, "cases") == 5


# --- stations -------------------------------------------------------------------------------------------------------


def test_a_nonce_used_by_many_at_once_is_used_by_one(central: Central, station: Station) -> None:
    for nonce in ("a", "b", "c"):
        use = written(central, partial(heard, central=central, station=station.id, nonce=nonce))
        used = at_once(*[use] * MANY)
        assert sorted(used) == [False] * (MANY - 1) + [True]


def test_many_nonces_of_one_station_at_once_are_all_used(central: Central, station: Station) -> None:
    def use(number: int) -> bool:
        with writing(central.engine) as tx:
            return heard(tx, central, station.id, f"nonce-{number}")

    with ThreadPoolExecutor(MANY) as pool:
        assert all(pool.map(use, range(500)))
    assert count(central, "nonces") == 500


def enrolling(central: Central, code: str, public: bytes) -> Callable[[], Any]:
    return written(central, lambda tx: enrolments.enrol(tx, central.keys, EnrolmentAsk(code, public), central.clock()))


def new_public() -> bytes:
    return keys.raw_public(Ed25519PrivateKey.generate())


def test_a_code_used_by_many_at_once_makes_one_station(central: Central) -> None:
    code = invite(central)
    answers = at_once(*(enrolling(central, code, new_public()) for _ in range(MANY)))
    assert [one.why for one in answers if isinstance(one, NotEnrolled)] == ["used"] * (MANY - 1)
    assert count(central, "stations") == 1


def test_a_code_asked_with_one_key_many_times_at_once_is_answered_alike(central: Central) -> None:
    code, public = invite(central), new_public()
    answers = at_once(*[enrolling(central, code, public)] * MANY)
    assert len({one.station for one in answers}) == 1


def test_a_key_brought_with_many_codes_at_once_makes_one_station(central: Central) -> None:
    public = new_public()
    codes = [invite(central, name=str(number)) for number in range(MANY)]
    answers = at_once(*(enrolling(central, code, public) for code in codes))
    assert [one.why for one in answers if isinstance(one, NotEnrolled)] == ["key_known"] * (MANY - 1)
    assert count(central, "stations") == 1


# --- the feed -------------------------------------------------------------------------------------------------------


def test_a_record_published_by_many_at_once_is_published_once(central: Central) -> None:
    for turn in range(5):
        changes = at_once(*[written(central, lambda tx, n=turn: feed.publish(tx, "note", str(n), {"n": n}))] * MANY)  # type: ignore[misc]
        assert sorted(str(change) for change in changes) == ["new"] + ["same"] * (MANY - 1)


def test_records_written_in_opposite_orders_at_once_stop_nobody(central: Central) -> None:
    ids = [str(number) for number in range(20)]

    def publish(by: int, order: list[str]) -> Callable[[Tx], None]:
        def one_by_one(tx: Tx) -> None:
            for id_ in order:
                feed.publish(tx, "note", id_, {"by": by})

        return one_by_one

    at_once(*(written(central, publish(by, ids[:: 1 if by % 2 else -1])) for by in range(MANY)))
    with reading(central.engine) as tx:
        assert len({data["by"] for _, data in feed.live(tx, "note")}) == 1


def test_withdrawing_and_publishing_at_once_leaves_one_of_the_two(central: Central) -> None:
    with writing(central.engine) as tx:
        feed.publish(tx, "note", "a", {})
    before = count(central, "records")
    at_once(
        written(central, lambda tx: feed.withdraw(tx, "note", "a")),
        written(central, lambda tx: feed.publish(tx, "note", "a", {"x": 1})),
    )
    assert count(central, "records") == before


def test_no_serial_is_given_twice_to_many_at_once(central: Central, station: Station) -> None:
    def grant(tx: Tx) -> list[int]:
        signed = grants.grant_blanks(tx, central.keys, station.id, 5, date(2026, 5, 22))
        return [blank.serial for blank in signed]

    given = at_once(*[written(central, grant)] * MANY)
    assert sorted(serial for some in given for serial in some) == list(range(1, 5 * MANY + 1))


@POSTGRESQL_ONLY
def test_a_poll_does_not_wait_for_an_import(central: Central, station: Station) -> None:
    with writing(central.engine) as importing:
        feed.publish(importing, "note", "a", {})
        assert station.feed().items  # its nonce was written and its page read meanwhile


# --- opening --------------------------------------------------------------------------------------------------------

_OPEN = """
import sys
from pathlib import Path
from central.db import epochs, meta, reading
from central.opening import opened
from central.settings import Settings

with opened(Settings(sys.argv[1], keeps=Path(sys.argv[2]))) as central, reading(central.engine) as tx:
    print(epochs.current(tx), meta.get(tx, "root"), meta.highest_rev(tx))
"""


def test_of_many_processes_that_open_a_new_database_at_once_all_agree(url: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", _OPEN, url, str(tmp_path / "keys")]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    said = [process.communicate() for process in started]
    assert [problem for _, problem in said] == [""] * 3
    assert len({line for line, _ in said}) == 1


def test_migrations_begun_at_once_are_made_once(url: str) -> None:
    engines = [open_engine(url) for _ in range(4)]
    at_once(*(lambda engine=engine: migrations.upgrade(engine) for engine in engines))
    with reading(engines[0]) as tx:
        assert meta.highest_rev(tx) == 0
    for engine in engines:
        engine.dispose()


@POSTGRESQL_ONLY
def test_a_second_machine_with_other_keys_is_sent_away(url: str, tmp_path: Path) -> None:
    with opened(Settings(url, keeps=tmp_path / "one")):
        pass
    with pytest.raises(WrongKeys), opened(Settings(url, keeps=tmp_path / "two")):
        pass


def test_the_second_of_two_machines_that_open_at_once_is_sent_away(server: Postgres, tmp_path: Path) -> None:
    with server.database() as name:

        def open_with(folder: str) -> str:
            try:
                with opened(Settings(server.url(name), keeps=tmp_path / folder)) as central:
                    return central.keys.root_public.hex()
            except WrongKeys:
                return ""

        roots = at_once(*(lambda folder=folder: open_with(folder) for folder in "abcd"))
        with opened(Settings(server.url(name), keeps=tmp_path / "abcd"[roots.index(max(roots))])) as central:
            assert sorted(roots) == ["", "", "", central.keys.root_public.hex()]
