"""A chain of events shows every gap and every change, and lets a body go without breaking."""

import hashlib
import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import cbor2
import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import events
from kiosk.domain.events import START, Body, Break, Event, Header, JsonBody, Link, Type

STATION, INCARNATION, WHEN = "station-1", "00112233445566ff", "2026-12-01T09:00:00.000Z"
bodies: st.SearchStrategy[JsonBody] = st.dictionaries(
    st.text(max_size=8), st.one_of(st.text(max_size=12), st.integers(), st.booleans(), st.none()), max_size=4
)


def chain(length: int, start: Link = START) -> list[Event]:
    made: list[Event] = []
    link = start
    for number in range(length):
        event = events.record(STATION, INCARNATION, link, Type.ARRIVED, {"serial": number, "name": "Zoë"}, WHEN, "")
        made.append(event)
        link = Link(event.header.seq, event.header.hash)
    return made


def with_header(event: Event, **changed: object) -> Event:
    """The header says something else; its hash stays what it was."""
    return replace(event, header=Header(**{**vars(event.header), **changed}))


def with_content(event: Event, content: JsonBody) -> Event:
    assert event.body is not None
    return replace(event, body=Body(event.body.salt, content))


def resealed(event: Event, **changed: object) -> Event:
    return replace(event, header=events.sealed(with_header(event, **changed).header))


# --- the chain ------------------------------------------------------------------------------------------------------


@given(st.integers(0, 12))
@settings(max_examples=13, deadline=None)
def test_a_chain_as_recorded_holds_to_its_end(length: int) -> None:
    made = chain(length)
    assert events.verify(made) == (Link(length, made[-1].header.hash) if made else START)


def test_a_chain_goes_on_where_it_was_left() -> None:
    made = chain(5)
    middle = events.verify(made[:2])
    assert isinstance(middle, Link)
    assert events.verify(made[2:], middle) == events.verify(made)


def test_seq_counts_from_one_without_gaps() -> None:
    assert [event.header.seq for event in chain(4)] == [1, 2, 3, 4]


@pytest.mark.parametrize("missing", range(4))
def test_a_missing_event_is_a_gap_at_its_place(missing: int) -> None:
    made = chain(5)
    del made[missing]
    assert events.verify(made) == Break(missing + 1, "gap")


def test_swapped_events_are_a_gap_where_the_first_one_should_be() -> None:
    made = chain(5)
    made[1], made[2] = made[2], made[1]
    assert events.verify(made) == Break(2, "gap")


def test_an_event_twice_is_a_gap_behind_it() -> None:
    made = chain(3)
    assert events.verify([*made[:2], made[1], made[2]]) == Break(3, "gap")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("station", "station-2"),
        ("incarnation", "ff"),
        ("id", "01a20c88-f3ac-7f49-900d-439470a79f03"),
        ("type", "card_bound"),
        ("version", 2),
        ("body_hash", bytes(32)),
        ("recorded_at", "2026-12-01T09:00:00.001Z"),
        ("anchor", WHEN),
        ("hash", bytes(32)),
    ],
)
def test_a_changed_header_is_found_where_it_is(field: str, value: object) -> None:
    made = chain(4)
    made[2] = with_header(made[2], **{field: value})
    assert events.verify(made) == Break(3, "header")


def test_a_changed_header_that_was_sealed_again_breaks_the_next_link() -> None:
    made = chain(4)
    made[2] = resealed(made[2], recorded_at="2026-12-02T09:00:00.000Z")
    assert events.verify(made) == Break(4, "link")


def test_a_changed_body_is_found_where_it_is() -> None:
    made = chain(4)
    made[1] = with_content(made[1], {"serial": 99, "name": "Zoë"})
    assert events.verify(made) == Break(2, "body")


def test_a_changed_salt_is_a_changed_body() -> None:
    made = chain(2)
    made[1] = replace(made[1], body=Body(bytes(16), {"serial": 1, "name": "Zoë"}))
    assert events.verify(made) == Break(2, "body")


@pytest.mark.parametrize("place", range(3))
def test_a_wrong_link_is_found_where_it_is(place: int) -> None:
    made = chain(3)
    made[place] = resealed(made[place], prev_hash=hashlib.sha256(b"another past").digest())
    assert events.verify(made) == Break(place + 1, "link")


def test_events_of_another_chain_do_not_continue_this_one() -> None:
    assert events.verify(chain(4)[:2] + chain(4)[2:]) == Break(3, "link")


def test_a_chain_whose_bodies_were_shredded_still_holds() -> None:
    made = chain(5)
    shredded = [replace(event, body=None) if event.header.seq in (2, 3) else event for event in made]
    assert events.verify(shredded) == events.verify(made)


def test_a_shredded_body_hides_no_other_change() -> None:
    made = [replace(event, body=None) for event in chain(3)]
    made[1] = with_header(made[1], type="card_bound")
    assert events.verify(made) == Break(2, "header")


BREAKS: list[Callable[[Event], Event]] = [
    lambda event: with_header(event, version=7),
    lambda event: with_content(event, {"serial": -1}),
    lambda event: resealed(event, prev_hash=bytes([1]) * 32),
    lambda event: with_header(event, seq=event.header.seq + 1),
]


@given(st.integers(1, 10), st.data())
@settings(max_examples=60, deadline=None)
def test_the_first_break_is_named_never_a_later_one(length: int, data: st.DataObject) -> None:
    made = chain(length)
    places = data.draw(st.sets(st.integers(0, length - 1), min_size=1, max_size=3))
    for place in places:
        made[place] = data.draw(st.sampled_from(BREAKS))(made[place])
    said = events.verify(made)
    assert isinstance(said, Break)
    assert said.seq == min(places) + 1


# --- hashes ---------------------------------------------------------------------------------------------------------


def test_equal_bodies_have_unequal_hashes() -> None:
    made = [events.record(STATION, INCARNATION, START, Type.ARRIVED, {"serial": 1}, WHEN, "") for _ in range(50)]
    assert len({event.header.body_hash for event in made}) == 50
    assert {len(event.body.salt) for event in made if event.body} == {events.SALT_BYTES}


def test_a_body_s_hash_is_the_salt_and_then_the_canonical_text() -> None:
    assert events.body_hash(Body(b"salt", {"b": 1, "a": None})) == hashlib.sha256(b'salt{"a":null,"b":1}').digest()


def test_a_header_s_hash_covers_the_fields_in_their_order() -> None:
    header = chain(1)[0].header
    fields = [1, *(value for name, value in vars(header).items() if name != "hash")]
    assert header.hash == hashlib.sha256(cbor2.dumps(fields)).digest()


def test_canonical_text_is_utf_8_without_spaces_in_the_order_of_its_keys() -> None:
    content: JsonBody = {"è": "Zoë", "a": "حنان", "B": True, "emoji": "🦊", "n": None}
    assert events.canonical(content) == '{"B":true,"a":"حنان","emoji":"🦊","n":null,"è":"Zoë"}'.encode()


@given(bodies)
@settings(max_examples=100, deadline=None)
def test_canonical_text_does_not_know_the_order_in_which_it_was_written(content: JsonBody) -> None:
    backwards = dict(reversed(list(content.items())))
    assert events.canonical(content) == events.canonical(backwards)
    assert json.loads(events.canonical(content)) == content


# --- names ----------------------------------------------------------------------------------------------------------


def test_a_name_is_a_uuid_of_version_7_and_its_variant() -> None:
    for _ in range(200):
        name = uuid.UUID(events.uuid7())
        assert (name.version, name.variant) == (7, uuid.RFC_4122)


@given(st.integers(0, 2**42))
@settings(max_examples=30, deadline=None)
def test_a_name_begins_with_its_millisecond(milliseconds: int) -> None:
    moment = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=milliseconds, microseconds=500)
    with time_machine.travel(moment, tick=False):
        name = uuid.UUID(events.uuid7())
    assert name.int >> 80 == milliseconds


def test_names_of_later_milliseconds_sort_later() -> None:
    names = []
    with time_machine.travel(datetime(2026, 12, 1, tzinfo=UTC), tick=False) as traveller:
        for _ in range(50):
            names.append(events.uuid7())
            traveller.shift(0.001)
    assert names == sorted(names)


def test_names_of_one_millisecond_are_all_different() -> None:
    with time_machine.travel(datetime(2026, 12, 1, tzinfo=UTC), tick=False):
        assert len({events.uuid7() for _ in range(2000)}) == 2000
