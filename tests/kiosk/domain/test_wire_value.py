"""What is asked and answered about allotments and what is pending."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import wire
from kiosk.domain.allotments import Granted, What
from kiosk.domain.parts import Part
from kiosk.domain.wire import (
    AllotmentsAnswer,
    AllotmentsAsk,
    No,
    NotTheWire,
    Pending,
    PendingAnswer,
    PendingAsk,
    Phase,
    Place,
    Wanted,
)

HELD = Granted("v", What.VOUCHER, (Part("state", 300),), "i1", 20)
ASKS = [AllotmentsAsk("r", "i1"), AllotmentsAsk("r", "i1", Wanted(What.SESSION, "x", 2), (HELD,), True, True)]
COURSE = PendingAsk(Phase.ASK, "r", "i1", What.SESSION, "s1", 1, also=(Place("q", "s2"), Place("p", "s3")))
PENDING = [PendingAsk(Phase.ASK, "r", "i1", What.VOUCHER, "v", 300), PendingAsk(Phase.VOID, "r", "i1"), COURSE]


@pytest.mark.parametrize("ask", ASKS)
def test_an_ask_arrives_as_it_was_sent(ask: AllotmentsAsk) -> None:
    assert wire.parse_allotments(wire.dump_allotments(ask)) == ask


@pytest.mark.parametrize("ask", PENDING)
def test_each_phase_arrives_as_it_was_sent(ask: PendingAsk) -> None:
    assert wire.parse_pending(wire.dump_pending(ask)) == ask


@pytest.mark.parametrize("why", [None, *No])
def test_answers_arrive_as_they_were_sent(why: No | None) -> None:
    granted = AllotmentsAnswer("r", "e", 5, why)
    assert wire.parse_allotments_answer(wire.dump_allotments_answer(granted)) == granted
    kept = PendingAnswer("r", Pending.PENDING, (Part("state", 1), Part("", 2)), why)
    assert wire.parse_pending_answer(wire.dump_pending_answer(kept)) == kept


def test_a_station_of_before_asks_for_one_thing() -> None:
    before = wire.dump_pending(PENDING[0]).replace(b'"also":[],', b"").replace(b',"also":[]', b"")
    assert b"also" not in before
    assert wire.parse_pending(before) == PENDING[0]


@pytest.mark.parametrize(
    "nonsense",
    [
        replace(COURSE, phase=Phase.POST),
        replace(COURSE, what=What.VOUCHER),
        replace(COURSE, also=(Place("q", "s1"),)),
        replace(COURSE, also=(Place("r", "s2"),)),
        replace(COURSE, also=(Place("", "s2"),)),
        replace(COURSE, also=tuple(Place(f"q{n}", f"t{n}") for n in range(100))),
    ],
)
def test_only_places_of_different_sessions_are_asked_for_as_one(nonsense: PendingAsk) -> None:
    with pytest.raises(NotTheWire):
        wire.parse_pending(wire.dump_pending(nonsense))


def test_an_answer_of_before_says_nothing_of_silence() -> None:
    said = PendingAnswer("r", Pending.REFUSED, why=No.NOT_ENOUGH, silent=True)
    assert wire.parse_pending_answer(wire.dump_pending_answer(said)) == said
    before = b'{"request": "r", "state": "refused", "parts": "", "why": "not_enough"}'
    assert wire.parse_pending_answer(before) == PendingAnswer("r", Pending.REFUSED, why=No.NOT_ENOUGH)


def test_what_a_later_central_says_is_a_no_too() -> None:
    said = wire.dump_allotments_answer(AllotmentsAnswer("r", "e", 0, No.FROZEN)).replace(b"frozen", b"eclipse")
    assert wire.parse_allotments_answer(said).why is No.UNKNOWN


parsers = [wire.parse_allotments, wire.parse_allotments_answer, wire.parse_pending, wire.parse_pending_answer]
whole = [wire.dump_allotments(ASKS[1]), wire.dump_pending(PENDING[0])]


@pytest.mark.parametrize("parse", parsers)
@given(content=st.binary(max_size=60))
def test_other_bytes_are_not_the_wire(parse: Any, content: bytes) -> None:
    with pytest.raises(NotTheWire):
        parse(content)


@given(st.sampled_from(whole), st.data())
def test_a_cut_or_spoiled_ask_is_read_or_is_not_the_wire(content: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(content) - 1))
    spoiled = content[:place] + data.draw(st.binary(max_size=2)) + content[place + 1 :]
    for parse in (wire.parse_allotments, wire.parse_pending):
        try:
            parse(spoiled)
        except NotTheWire:
            continue
