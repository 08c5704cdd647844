"""What waits goes up in order; one event that central cannot take stops no other, and central's own trouble none."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.db.tx import Tx
from kiosk.domain.events import Verdict
from kiosk.domain.wire import Answer, Answers, Batch
from kiosk.sync.central import Central, CentralUnreachable
from tests.central_at import CentralAt
from tests.kiosk.sync.between import Between
from tests.kiosk.sync.recording import arrivals, verdicts
from tests.station import Station


class Choosy(Between):
    """Refuses a push for which `no` says so."""

    def __init__(self, real: Central, no: Callable[[Batch], bool], error: str = "400") -> None:
        super().__init__(real)
        self.no = no
        self.error = error

    def push(self, batch: Batch) -> Answers:
        self.batches.append(batch)
        if self.no(batch):
            raise CentralUnreachable(self.error)
        return self.real.push(batch)


def holds(*events: str) -> Callable[[Batch], bool]:
    """Batches with one of these events in them, whole."""
    return lambda batch: any(event.header.id in events and event.body is not None for event in batch.events)


def aside(station: Station) -> list[tuple[str, str, str]]:
    return station.do(lambda tx: tx.events.aside())


def accepted(station: Station) -> int:
    return sum(verdict == "accepted" for verdict in verdicts(station).values())


@pytest.mark.parametrize("place", [0, 1, 7, 14])
@pytest.mark.parametrize("error", ["400 not_a_batch", "413 too_large"])
def test_an_event_that_central_refuses_is_set_aside_and_all_others_go(
    station: Station, central: CentralAt, place: int, error: str
) -> None:
    events = arrivals(station, 15)
    station.central = Choosy(station.central, holds(events[place]), error)
    done = station.sync()
    assert (done.set_aside, done.trouble, done.waiting) == (1, "", 0)
    assert aside(station) == [(events[place], "arrived", error[:3])]
    assert accepted(station) == 14
    assert central.counts().visits == 14
    assert central.counts().total == 15  # that there was one, central knows: its header holds the chain together


def test_an_answer_to_an_event_that_was_not_sent_answers_nothing(station: Station, central: CentralAt) -> None:
    class Hasty(Between):
        def push(self, batch: Batch) -> Answers:
            found = super().push(batch)
            if late:
                return found
            late.extend(arrivals(station, 1))
            return replace(found, answers=(*found.answers, Answer(late[0], Verdict.ACCEPTED)))

    late: list[str] = []
    arrivals(station, 1)
    station.central = Hasty(station.central)
    done = station.sync()
    assert (done.trouble, done.pushed, done.replayed) == ("", 2, 0)
    assert central.counts().visits == 2  # what was recorded meanwhile was sent, too


def test_two_of_them_side_by_side_stop_nothing(station: Station, central: CentralAt) -> None:
    events = arrivals(station, 12)
    station.central = Choosy(station.central, holds(*events[4:6]))
    station.sync()
    assert [row[0] for row in aside(station)] == events[4:6]
    assert central.counts().visits == 10


def test_when_even_its_header_is_refused_the_others_go_as_far_as_the_chain_lets_them(
    station: Station, central: CentralAt
) -> None:
    events = arrivals(station, 6)
    station.central = Choosy(station.central, lambda batch: any(event.header.id == events[3] for event in batch.events))
    done = station.sync()
    assert done.set_aside == 1
    assert accepted(station) == 3
    assert done.waiting == 2
    assert central.counts().visits == 3


def test_nothing_is_set_aside_while_central_takes_nothing_at_all(station: Station) -> None:
    """A signature that central does not know any more is not the events' fault."""
    arrivals(station, 40)
    station.central = between = Choosy(station.central, lambda batch: True, "400 batch_signature")
    for _ in range(4):
        done = station.sync()
        assert done.trouble.startswith("CentralUnreachable: 400")
        assert (done.waiting, done.set_aside) == (40, 0)
    assert len(between.batches) <= 4 * 10


def test_a_lone_event_that_is_refused_waits_until_another_shows_that_central_is_well(station: Station) -> None:
    (event,) = arrivals(station, 1)
    station.central = Choosy(station.central, holds(event))
    assert station.sync().waiting == 1
    arrivals(station, 1)
    done = station.sync()
    assert (done.waiting, done.set_aside) == (0, 1)


def test_one_failure_of_central_is_one_request(station: Station) -> None:
    arrivals(station, 40)
    station.central = between = Choosy(station.central, lambda batch: True, "500")
    assert station.sync().waiting == 40
    assert len(between.batches) == 1


def test_an_event_at_which_central_fails_again_and_again_is_set_aside(station: Station, central: CentralAt) -> None:
    events = arrivals(station, 9)
    station.central = Choosy(station.central, holds(events[2]), "500")
    troubles = [station.sync().trouble for _ in range(3)]
    assert troubles[0].startswith("CentralUnreachable: 500")
    assert aside(station) == [(events[2], "arrived", "500")]
    assert central.counts().visits == 8
    assert station.sync().trouble == ""


def test_an_event_at_which_central_failed_once_is_not_set_aside(station: Station, central: CentralAt) -> None:
    events = arrivals(station, 9)
    real = station.central
    station.central = Choosy(real, holds(events[2]), "500")
    station.sync()
    station.sync()
    assert aside(station) == []
    station.central = real
    station.sync()
    assert aside(station) == []
    assert central.counts().visits == 9


def test_a_central_that_failed_twice_and_is_well_again_loses_nothing(station: Station, central: CentralAt) -> None:
    arrivals(station, 9)
    real = station.central
    station.central = Choosy(real, lambda batch: True, "500")
    station.sync()
    station.sync()
    station.central = real
    assert station.sync().waiting == 0
    assert aside(station) == []
    assert central.counts().visits == 9


@pytest.mark.parametrize("error", ["503 busy", "502", "429", "401", "404"])
def test_what_is_not_about_the_events_is_not_tried_with_fewer(station: Station, error: str) -> None:
    arrivals(station, 40)
    station.central = between = Choosy(station.central, lambda batch: True, error)
    station.sync()
    station.sync()
    assert len(between.batches) == 2


def test_a_body_that_cannot_be_read_stops_neither_rounds_nor_the_others(station: Station, central: CentralAt) -> None:
    events = arrivals(station, 5)

    def spoil(tx: Tx) -> None:
        tx.events._connection.exec_driver_sql("UPDATE bodies SET content = '{' WHERE event = ?", (events[1],))

    station.do(spoil)
    done = station.sync()
    assert (done.trouble, done.waiting) == ("", 0)
    assert aside(station) == [(events[1], "arrived", "body_damaged")]
    assert central.counts().visits == 4


def test_many_go_in_batches_of_five_hundred(station: Station, central: CentralAt) -> None:
    arrivals(station, 1200)
    station.central = between = Between(station.central)
    assert station.sync().pushed == 1200
    assert [len(batch.events) for batch in between.batches] == [500, 500, 200]
    assert central.counts().visits == 1200


# --- central has less than it said ----------------------------------------------------------------------------------


def forget(central: CentralAt, after: int) -> None:
    """Central is as it was: an old copy of its events, in place, within the same epoch."""
    with central.writing() as tx:
        tx.exec_driver_sql(f"DELETE FROM bodies WHERE seq > {after}")
        tx.exec_driver_sql(f"DELETE FROM visits WHERE event IN (SELECT id FROM events WHERE seq > {after})")
        tx.exec_driver_sql(f"DELETE FROM events WHERE seq > {after}")
        tx.exec_driver_sql(
            f"UPDATE chains SET seq = {after}, hash = (SELECT hash FROM events WHERE events.seq = {after})"
        )


def test_an_answer_below_what_was_acknowledged_brings_everything_above_it_again(
    station: Station, central: CentralAt
) -> None:
    arrivals(station, 12)
    station.sync()
    forget(central, 5)
    arrivals(station, 2)
    done = station.sync()
    assert (done.replayed, done.waiting, done.trouble) == (7, 0, "")
    counts = central.counts()
    assert (counts.total, counts.distinct, counts.visits) == (14, 14, 14)


def test_a_central_that_never_holds_what_it_accepts_is_not_told_for_ever(station: Station) -> None:
    class Forgetful(Between):
        def push(self, batch: Batch) -> Answers:
            said = super().push(batch)
            return Answers(said.epoch, 0, said.server_time, said.answers)

    arrivals(station, 5)
    station.central = between = Forgetful(station.central)
    station.sync()
    assert len(between.batches) == 2
