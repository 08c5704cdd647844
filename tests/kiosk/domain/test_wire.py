"""What central and a station say to one another: whole and true, or not the wire."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain import events, keys, wire
from kiosk.domain.events import GENESIS, START, Body, Event, Header, Link, Type, Verdict
from kiosk.domain.marks import MODULUS, Sum
from kiosk.domain.wire import (
    Answer,
    Answers,
    BadItem,
    Batch,
    Cursor,
    Digests,
    Enrolment,
    EnrolmentAsk,
    Item,
    NotTheWire,
    Page,
    Restart,
    SnapshotHead,
)
from tests.kiosk.domain.signers import KEYS, ROOT, STRANGER, private

STATION_KEY = private(9)
ASKED = Cursor("e1", 10, 3, 7, 5)
PAGE = Page(
    ASKED,
    Cursor("e1", 12, 4, 9, 5),
    True,
    99,
    "",
    (
        wire.item("place", "p1", 11, {"name": "Biblioteca Zara — sala «è»"}),
        wire.item("session", "s1", 12, {}, "gone"),
    ),
)
WHOLE = wire.dump_page(PAGE)

# --- strategies -----------------------------------------------------------------------------------------------------

whole = st.integers(0, 2**63 - 1)
plain = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=64)
json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**63), st.floats(allow_nan=False), st.text(max_size=9)),
    lambda inside: st.one_of(st.lists(inside, max_size=3), st.dictionaries(st.text(max_size=5), inside, max_size=3)),
    max_leaves=8,
)
json_objects = st.dictionaries(st.text(max_size=5), json_values, max_size=4)
finite_objects = json_objects.filter(lambda value: "Infinity" not in json.dumps(value))
items = st.builds(
    wire.item,
    st.text(min_size=1, max_size=9),
    st.text(min_size=1, max_size=9),
    st.integers(1, 2**63 - 1),
    finite_objects,
    st.sampled_from(["live", "gone"]),
    whole,
)
hashes = st.binary(min_size=32, max_size=32)
headers = st.builds(
    Header, st.just("station-1"), st.just("ff"), st.integers(0, 2**53 - 1), plain, plain, st.integers(0, 9), hashes,
    plain, plain, hashes, hashes,
)  # fmt: skip
bodies = st.builds(Body, st.binary(max_size=16), json_objects)
any_event = st.builds(Event, headers, st.one_of(st.none(), bodies))


@st.composite
def pages(draw: st.DrawFn) -> Page:
    rev, revoked, catalogue = (draw(st.integers(0, 2**62)) for _ in range(3))
    starts = [rev, revoked, catalogue]
    to = [draw(st.integers(start, 2**63 - 1)) for start in starts]
    more = draw(st.booleans()) and to != starts
    epoch = draw(st.text(min_size=1, max_size=9))
    inside = tuple(draw(st.lists(items, max_size=4)))
    after, reached = Cursor(epoch, rev, revoked, catalogue, 3), Cursor(epoch, to[0], to[1], to[2], 3)
    return Page(after, reached, more, draw(whole), draw(st.text(max_size=9)), inside)


# --- helpers --------------------------------------------------------------------------------------------------------


def page_of(*lines: bytes, **header: object) -> bytes:
    """A page that answers ASKED with these lines; `header` changes fields, or (...) drops them."""
    body = b"".join(line + b"\n" for line in lines)
    fields: dict[str, object] = {
        "epoch": "e1",
        "from": 10,
        "to": 12,
        "revoked_from": 3,
        "revoked_to": 4,
        "catalogue_from": 7,
        "catalogue_to": 9,
        "began": 5,
        "more": False,
        "total": 99,
        "digest": "00ff",
    }
    fields = {name: value for name, value in {**fields, **header}.items() if value is not ...}
    return json.dumps(fields).encode() + b"\n" + body


def line(**changed: object) -> bytes:
    fields = {"kind": "place", "id": "p1", "rev": 11, "state": "live", "v": 1, "data": {"name": "x"}, **changed}
    return json.dumps({name: value for name, value in fields.items() if value is not None}).encode()


NO_FIELDS: tuple[object, ...] = (None, {}, 1.5)  # what no field is
GOOD = wire.item("place", "p1", 11, {"name": "x"})


def recorded(length: int) -> list[Event]:
    made: list[Event] = []
    link = START
    for serial in range(length):
        event = events.record("station-1", "00ff", link, Type.ARRIVED, {"serial": serial}, "2026-12-01T09:00:00Z", "")
        made.append(event)
        link = Link(event.header.seq, event.header.hash)
    return made


def batch_text(**changed: object) -> bytes:
    """A batch of one event; `changed` replaces fields of the event, or (None) drops them."""
    content = json.loads(wire.dump_batch(wire.sign_batch(STATION_KEY, recorded(1))))
    row = {name: value for name, value in {**content["events"][0], **changed}.items() if value is not Ellipsis}
    return json.dumps({**content, "events": [row]}).encode()


# --- feed pages -----------------------------------------------------------------------------------------------------


@given(pages())
@settings(max_examples=100, deadline=None)
def test_a_page_arrives_as_it_was_sent(page: Page) -> None:
    assert wire.parse_page(wire.dump_page(page), page.after) == page


def test_a_page_is_one_line_of_header_and_a_line_for_each_item() -> None:
    header, *lines = WHOLE.splitlines()
    assert json.loads(header)["catalogue_to"] == 9
    assert [json.loads(text)["id"] for text in lines] == ["p1", "s1"]


def test_a_station_without_an_epoch_takes_the_one_it_is_told() -> None:
    page = replace(PAGE, after=wire.BEGIN, to=Cursor("e1", 12, 4, None, 12))
    assert wire.parse_page(wire.dump_page(page), wire.BEGIN).to == page.to


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"null",
        b"[]",
        b"{}\n",
        b'"text"',
        b"\x00" * 100,
        b"\xff\xfe{\x00}\x00",
        b"{" * 100_000,
        b"<!DOCTYPE html>\n<html><body>Accetta le condizioni e naviga</body></html>",
        b'<html>\n{"epoch":"e1"}',
        WHOLE.replace(b"\n", b" "),
        b"\n" + WHOLE,
        WHOLE.decode().encode("utf-16"),
    ],
)
def test_what_is_no_page_of_central_is_not_the_wire(content: bytes) -> None:
    with pytest.raises(NotTheWire):
        wire.parse_page(content, ASKED)


def test_a_page_cut_in_its_header_is_not_the_wire() -> None:
    for length in range(WHOLE.index(b"\n")):
        with pytest.raises(NotTheWire):
            wire.parse_page(WHOLE[:length], ASKED)


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_anything_else_is_not_the_wire(content: bytes) -> None:
    for parse in (lambda text: wire.parse_page(text, ASKED), wire.parse_batch, wire.parse_answers, wire.parse_enrolment,
                  wire.parse_ask):  # fmt: skip
        with pytest.raises(NotTheWire):
            parse(content)


@given(json_values)
@settings(max_examples=200, deadline=None)
def test_any_other_json_is_not_the_wire(value: object) -> None:
    content = json.dumps(value).encode()
    for parse in (lambda text: wire.parse_page(text, ASKED), wire.parse_batch, wire.parse_answers, wire.parse_enrolment,
                  wire.parse_ask):  # fmt: skip
        with pytest.raises(NotTheWire):
            parse(content)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (replace(ASKED, epoch="e2"), "another epoch"),
        (replace(ASKED, rev=9), "another page"),
        (replace(ASKED, rev=11), "another page"),
        (replace(ASKED, revoked=2), "another page"),
        (replace(ASKED, catalogue=6), "another page"),
        (replace(ASKED, catalogue=None), "another page"),
        (replace(ASKED, epoch="", rev=9), "another page"),
    ],
)
def test_a_page_that_answers_another_question_is_not_taken(asked: Cursor, why: str) -> None:
    with pytest.raises(NotTheWire, match=why):
        wire.parse_page(WHOLE, asked)


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ({"to": 9}, "leads nowhere"),
        ({"revoked_to": 2}, "leads nowhere"),
        ({"catalogue_to": 6}, "leads nowhere"),
        ({"catalogue_to": None}, "leads nowhere"),
        ({"to": 10, "revoked_to": 3, "catalogue_to": 7, "more": True}, "leads nowhere"),
    ],
)
def test_a_page_whose_header_contradicts_itself_is_not_taken(header: dict[str, object], why: str) -> None:
    with pytest.raises(NotTheWire, match=why):
        wire.parse_page(page_of(line(), **header), ASKED)


@pytest.mark.parametrize(
    "name",
    [
        "epoch",
        "from",
        "to",
        "revoked_from",
        "revoked_to",
        "catalogue_from",
        "catalogue_to",
        "began",
        "more",
        "total",
        "digest",
    ],
)
def test_a_header_without_one_of_its_fields_is_none(name: str) -> None:
    values: tuple[object, ...] = (..., {}, 1.5)
    for value in values:
        with pytest.raises(NotTheWire, match="no feed header"):
            wire.parse_page(page_of(line(), **{name: value}), ASKED)


@pytest.mark.parametrize("name", ["to", "revoked_to", "total"])
@pytest.mark.parametrize("value", [True, -1, 2**63, 10**30])
def test_a_number_that_no_store_can_hold_is_no_header(name: str, value: object) -> None:
    with pytest.raises(NotTheWire, match="no feed header"):
        wire.parse_page(page_of(line(), **{name: value}), ASKED)


def test_more_to_come_may_lead_on_by_revocations_alone() -> None:
    assert wire.parse_page(page_of(to=10, catalogue_to=7, more=True), ASKED).to == replace(ASKED, revoked=4)


def test_nothing_new_is_a_page_without_items() -> None:
    page = wire.parse_page(page_of(to=10, revoked_to=3, catalogue_to=7), ASKED)
    assert (page.to, page.items, page.more) == (ASKED, (), False)


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"not json",
        b"null",
        b"[1]",
        b"{" * 50_000,
        b"\xff\xfe",
        b'{"a": ' + b"9" * 5000 + b"}",
        line(kind=""),
        line(kind=None),
        line(kind=1),
        line(id=""),
        line(id=None),
        line(rev=0),
        line(rev=-1),
        line(rev=2**63),
        line(rev=True),
        line(rev="11"),
        line(state="dead"),
        line(state=None),
        line(v=None),
        line(v=True),
        line(v=10**30),
        line(data=None),
        line(data=[]),
        line(id="\ud800"),
        line(data={"name": "half a \udc00 pair"}),
    ],
)
def test_a_bad_line_is_put_aside_and_the_others_survive(bad: bytes) -> None:
    page = wire.parse_page(page_of(line(), bad, line(id="p2")), ASKED)
    assert [type(item) for item in page.items] == [Item, BadItem, Item]
    assert (page.items[0], page.items[2]) == (GOOD, replace(GOOD, id="p2"))
    assert page.items[1] == BadItem(bad[:2000].decode("utf-8", "replace"), "not an item")


@given(st.lists(st.binary(max_size=40).filter(lambda text: b"\n" not in text and b"\r" not in text), max_size=5))
@settings(max_examples=100, deadline=None)
def test_no_line_whatsoever_stops_its_neighbours(lines: list[bytes]) -> None:
    page = wire.parse_page(page_of(line(), *lines, line(id="p2")), ASKED)
    assert len(page.items) == len(lines) + 2
    assert (page.items[0], page.items[-1]) == (GOOD, replace(GOOD, id="p2"))


def test_a_letter_written_as_a_pair_of_surrogates_is_a_letter() -> None:
    page = wire.parse_page(page_of(line(data={"name": "🦊"})), ASKED)
    assert page.items == (wire.item("place", "p1", 11, {"name": "🦊"}),)


def test_an_unknown_kind_and_unknown_fields_are_kept() -> None:
    page = wire.parse_page(page_of(line(kind="mission", v=7, data={"new": [1]}, colour="red"), shape="round"), ASKED)
    assert page.items == (wire.item("mission", "p1", 11, {"new": [1]}, v=7),)


def test_a_record_of_more_parts_than_any_has_is_put_aside_and_the_others_survive() -> None:
    page = wire.parse_page(page_of(line(data={"a": [{}] * 60_000}), line(id="p2")), ASKED)
    assert [type(item) for item in page.items] == [BadItem, Item]


def test_a_large_record_is_read_as_a_small_one_is() -> None:
    data = {"a": [[number] for number in range(1000)]}
    page = wire.parse_page(page_of(line(data=data)), ASKED)
    assert page.items == (wire.item("place", "p1", 11, data),)
    assert [item.data for item in page.items if isinstance(item, Item)] == [data]


def test_a_page_of_more_than_a_page_holds_is_not_the_wire() -> None:
    with pytest.raises(NotTheWire, match="more than a page holds"):
        wire.parse_page(page_of(*[line(data={"a": "x" * 490_000})] * 10), ASKED)


def test_a_header_as_long_as_a_page_is_none() -> None:
    with pytest.raises(NotTheWire, match="no feed header"):
        wire.parse_page(page_of(line(), shape="x" * 20_000), ASKED)


def test_digests_of_more_parts_than_any_have_are_none() -> None:
    with pytest.raises(NotTheWire):
        wire.parse_digests(b'{"epoch":"e","rev":1,"sums":{},"more":[' + b"{}," * 100_000 + b"0]}")


def test_a_line_longer_than_any_record_is_put_aside_short() -> None:
    long = line(data={"name": "x" * wire.RECORD_LONGEST})
    (bad,) = wire.parse_page(page_of(long), ASKED).items
    assert isinstance(bad, BadItem)
    assert (bad.why, len(bad.raw)) == ("too long", 2000)


# --- snapshot, digests, beginning again -----------------------------------------------------------------------------


@given(st.builds(SnapshotHead, st.text(min_size=1, max_size=9), whole, whole))
@settings(max_examples=40, deadline=None)
def test_the_head_of_a_snapshot_arrives_as_it_was_sent(head: SnapshotHead) -> None:
    assert wire.parse_snapshot_head(wire.dump_snapshot_head(head).rstrip(b"\n")) == head


sums = st.builds(Sum, whole, st.integers(0, MODULUS - 1))


@given(st.builds(Digests, st.text(max_size=9), whole, st.dictionaries(st.text(max_size=9), sums, max_size=4)))
@settings(max_examples=40, deadline=None)
def test_digests_arrive_as_they_were_sent(digests: Digests) -> None:
    assert wire.parse_digests(wire.dump_digests(digests)) == digests


@pytest.mark.parametrize("row", [None, [], [1], [1, 2, 3], [-1, 2], [1, MODULUS], [True, 1], ["1", 2]])
def test_what_is_no_sum_is_no_digests(row: object) -> None:
    with pytest.raises(NotTheWire):
        wire.parse_digests(json.dumps({"epoch": "e1", "rev": 1, "sums": {"place": row}}).encode())


def test_a_restart_arrives_as_it_was_sent() -> None:
    restart = Restart("e2", "epoch", {"00ff": 7})
    assert wire.parse_restart(wire.dump_restart(restart)) == restart


@pytest.mark.parametrize("changed", [{"epoch": ""}, {"why": 1}, {"high_water": {"00ff": -1}}, {"high_water": None}])
def test_what_is_no_restart_restarts_nothing(changed: dict[str, object]) -> None:
    with pytest.raises(NotTheWire):
        wire.parse_restart(json.dumps({"epoch": "e2", "why": "epoch", "high_water": {}, **changed}).encode())


# --- batches --------------------------------------------------------------------------------------------------------


@given(st.lists(any_event, min_size=1, max_size=4), st.binary(max_size=64))
@settings(max_examples=60, deadline=None)
def test_a_batch_arrives_as_it_was_sent(made: list[Event], signature: bytes) -> None:
    batch = Batch("station-1", "ff", tuple(made), signature)
    assert wire.parse_batch(wire.dump_batch(batch)) == batch


def test_recorded_events_hold_after_the_journey() -> None:
    batch = wire.parse_batch(wire.dump_batch(wire.sign_batch(STATION_KEY, recorded(3))))
    assert isinstance(events.verify(batch.events), Link)
    assert wire.batch_holds(batch, STATION_KEY.public_key())


def test_a_batch_of_another_station_s_key_does_not_hold() -> None:
    assert not wire.batch_holds(wire.sign_batch(STRANGER, recorded(2)), STATION_KEY.public_key())


@pytest.mark.parametrize("place", [0, -1])
@pytest.mark.parametrize("changed", [{"seq": 7}, {"hash": GENESIS}, {"station": "station-2"}, {"incarnation": "11"}])
def test_a_signature_covers_who_from_where_to_where(place: int, changed: dict[str, Any]) -> None:
    batch = wire.sign_batch(STATION_KEY, recorded(3))
    made = list(batch.events)
    made[place] = replace(made[place], header=replace(made[place].header, **changed))
    covered = set(changed) <= ({"hash", "seq"} if place else {"seq", "station", "incarnation"})
    assert wire.batch_holds(replace(batch, events=tuple(made)), STATION_KEY.public_key()) is not covered


def test_a_shorter_batch_under_the_same_signature_does_not_hold() -> None:
    batch = wire.sign_batch(STATION_KEY, recorded(3))
    for part in (batch.events[1:], batch.events[:-1]):
        assert not wire.batch_holds(replace(batch, events=part), STATION_KEY.public_key())


@pytest.mark.parametrize("signature", [b"", bytes(64), bytes(63), bytes(65)])
def test_a_batch_without_a_signature_does_not_hold(signature: bytes) -> None:
    batch = replace(wire.sign_batch(STATION_KEY, recorded(1)), signature=signature)
    assert not wire.batch_holds(batch, STATION_KEY.public_key())


def test_a_batch_of_more_than_500_is_not_the_wire() -> None:
    content = json.loads(wire.dump_batch(wire.sign_batch(STATION_KEY, recorded(1))))
    row = content["events"][0]
    most = wire.parse_batch(json.dumps({**content, "events": [row] * 500}).encode())
    assert len(most.events) == wire.BATCH_EVENTS == 500
    with pytest.raises(NotTheWire, match="not a batch"):
        wire.parse_batch(json.dumps({**content, "events": [row] * 501}).encode())


@pytest.mark.parametrize(
    "changed",
    [
        {"events": []},
        {"events": None},
        {"events": ["text"]},
        {"events": [[]]},
        {"events": [None]},
        {"station": 1},
        {"station": "s" * 65},
        {"station": "stazione-è"},
        {"incarnation": "a\nb"},
        {"signature": "xyz"},
        {"signature": None},
    ],
)
def test_a_batch_that_is_not_whole_is_not_the_wire(changed: dict[str, object]) -> None:
    content = json.loads(batch_text())
    with pytest.raises(NotTheWire):
        wire.parse_batch(json.dumps({**content, **changed}).encode())


@pytest.mark.parametrize("name", ["seq", "id", "type", "v", "body_hash", "recorded_at", "anchor", "prev_hash", "hash"])
def test_an_event_without_a_field_of_its_header_is_not_the_wire(name: str) -> None:
    for value in (*NO_FIELDS, Ellipsis, "è", -1, True):
        with pytest.raises(NotTheWire, match="header"):
            wire.parse_batch(batch_text(**{name: value}))


@pytest.mark.parametrize("changed", [{"body": ...}, {"body": [1]}, {"body": "x"}, {"salt": None}, {"salt": "x"}])
def test_an_event_with_half_a_body_is_not_the_wire(changed: dict[str, object]) -> None:
    with pytest.raises(NotTheWire):
        wire.parse_batch(batch_text(**changed))


def test_a_body_that_no_hash_could_take_is_not_the_wire() -> None:
    with pytest.raises(NotTheWire):
        wire.parse_batch(batch_text(body={"name": "\ud800"}))


def test_a_shredded_event_travels_without_its_body() -> None:
    made = [replace(event, body=None) for event in recorded(2)]
    assert wire.parse_batch(wire.dump_batch(wire.sign_batch(STATION_KEY, made))).events == tuple(made)


# --- answers --------------------------------------------------------------------------------------------------------


@given(
    st.builds(
        Answers,
        st.text(max_size=9),
        whole,
        st.text(max_size=9),
        st.lists(st.builds(Answer, st.text(max_size=9), st.sampled_from(Verdict), st.text(max_size=9))).map(tuple),
    )
)
@settings(max_examples=60, deadline=None)
def test_answers_arrive_as_they_were_sent(answers: Answers) -> None:
    assert wire.parse_answers(wire.dump_answers(answers)) == answers


@pytest.mark.parametrize(
    "row", [None, [], ["id"], ["id", "accepted"], ["id", "perhaps", ""], [1, "accepted", ""], {"id": "x"}, "accepted"]
)
def test_an_answer_nobody_understands_answers_nothing_and_the_others_count(row: object) -> None:
    content = {"epoch": "e1", "high_water": 2, "time": "t", "answers": [row, ["x", "refused", "why"]]}
    said = wire.parse_answers(json.dumps(content).encode())
    assert said.answers == (Answer("x", Verdict.REFUSED, "why"),)


@pytest.mark.parametrize("name", ["epoch", "high_water", "time", "answers"])
def test_answers_without_a_field_are_not_the_wire(name: str) -> None:
    content = {"epoch": "e1", "high_water": 2, "time": "t", "answers": []}
    for value in (*NO_FIELDS, True):
        with pytest.raises(NotTheWire):
            wire.parse_answers(json.dumps({**content, name: value}).encode())


# --- enrolment ------------------------------------------------------------------------------------------------------

ENROLMENT = Enrolment(
    "station-1", "hub-1", "touch", "public", "e1", keys.raw_public(ROOT), keys.sign_list(ROOT, KEYS), b"certificate"
)


@given(st.builds(EnrolmentAsk, st.text(max_size=180), hashes))
@settings(max_examples=40, deadline=None)
def test_an_enrolment_is_asked_as_it_was_meant(ask: EnrolmentAsk) -> None:
    assert wire.parse_ask(wire.dump_ask(ask)) == ask


texts = st.text(max_size=9)


@given(st.builds(Enrolment, texts, texts, texts, texts, texts, hashes, st.binary(max_size=99), st.binary(max_size=99)))
@settings(max_examples=40, deadline=None)
def test_an_enrolment_is_answered_as_it_was_meant(enrolment: Enrolment) -> None:
    assert wire.parse_enrolment(wire.dump_enrolment(enrolment)) == enrolment


@pytest.mark.parametrize("public", ["", "00" * 31, "00" * 33, "zz" * 32, "  " * 32, "00 " * 21 + "0", 7, None])
def test_what_is_no_public_key_enrols_nobody(public: object) -> None:
    with pytest.raises(NotTheWire):
        wire.parse_ask(json.dumps({"code": "x", "public": public}).encode())
    content = json.loads(wire.dump_enrolment(ENROLMENT))
    with pytest.raises(NotTheWire):
        wire.parse_enrolment(json.dumps({**content, "root_public": public}).encode())


@pytest.mark.parametrize("name", list(vars(ENROLMENT)))
def test_an_enrolment_without_a_field_is_not_the_wire(name: str) -> None:
    content = json.loads(wire.dump_enrolment(ENROLMENT))
    for changed in ({**content, name: None}, {**content, name: 1}):
        with pytest.raises(NotTheWire):
            wire.parse_enrolment(json.dumps(changed).encode())
    assert wire.parse_enrolment(json.dumps(content).encode()) == ENROLMENT
