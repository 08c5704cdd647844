"""Items become rows outside the store, and a page pieces, each with the cursor that is then true."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.db.copying import Prepared, Unread
from kiosk.domain import keys, marks, wire
from kiosk.domain.keys import Key, KeyList, KeyState, Purpose
from kiosk.domain.wire import REVOCATION, BadItem, Cursor, Item, Page
from kiosk.sync import apply
from kiosk.sync.apply import PIECE_BYTES, PIECE_ROWS, cut_up, pieces, prepare
from tests.kiosk.sync.records import activity, session

ROOT = Ed25519PrivateKey.generate()
PUBLIC = keys.raw_public(ROOT)


def prepared(kind: str, data: dict[str, Any], id_: str = "a", state: str = "live") -> Prepared:
    one = prepare(wire.item(kind, id_, 5, data, state), PUBLIC)
    assert isinstance(one, Prepared)
    return one


def test_a_record_is_kept_as_fed_with_its_mark() -> None:
    one = prepared("weather", {"sun": True, "è": [1, None]})
    assert (one.text, one.rows, one.why) == ('{"sun":true,"è":[1,null]}', (), "")
    assert one.mark == marks.mark("weather", "a", 1, one.text)


def test_what_is_gone_has_no_data_and_no_mark() -> None:
    one = prepared("activity", {"left": "over"}, state="gone")
    assert (one.state, one.text, one.mark, one.rows) == ("gone", "{}", 0, ())


def test_an_activity_is_listed_with_its_pillars() -> None:
    one = prepared("activity", activity("Palla", min_age=6, place="p", sensitive=True))
    assert one.rows == (
        ("activities", ("a", "Palla", "p", True, True, 6, 120)),
        ("pillars", ("a", "physical_activity", 4)),
    )


def test_a_session_is_listed_in_utc_unless_it_is_cancelled() -> None:
    one = prepared("session", session("a", "2026-12-01T15:00:00+01:00"), "s")
    assert one.rows == (("sessions", ("s", "a", "2026-12-01T14:00:00.000Z", "2026-12-01T15:00:00.000Z")),)
    assert prepared("session", session("a", "2026-12-01T15:00:00+01:00", cancelled=True)).rows == ()


@pytest.mark.parametrize(
    ("kind", "data", "why"),
    [
        ("activity", {"title": 7}, "title"),
        ("session", {"activity": "a", "starts": "yesterday"}, "starts"),
        ("place", {}, "name"),
        ("hub", {"badge": []}, "badge"),
        ("person", {"household": 1}, "person"),
        ("card", {"serial": 2**32, "person": "p", "household": "h", "live": True}, "card"),
        ("card", {"serial": 8, "person": "p", "household": "h", "live": True}, "card"),
        ("revocation", {"serial": True}, "revocation"),
        ("grant", {"what": "cents"}, "grant"),
        ("key_list", {"signed": "zz"}, "signed"),
        ("key_list", {"signed": "00ff"}, "signed"),
    ],
)
def test_what_cannot_be_read_says_why_and_is_kept(kind: str, data: dict[str, Any], why: str) -> None:
    one = prepared(kind, data, "7")
    assert (one.why, one.rows) == (why, ())
    assert one.text == wire.canonical(data)


def test_the_blanks_that_can_be_read_are_handed_out_all_the_same() -> None:
    one = prepared("grant", {"what": "blanks", "codes": [[7, "WM1"], [-1, "WM1"], "x"]}, "g")
    assert (one.rows, one.why) == ((("stock", (7, "g", "WM1")),), "codes")


def test_only_a_card_that_cannot_be_read_stays_what_it_was() -> None:
    assert prepared("card", {}).stays
    assert not prepared("person", {}).stays
    assert not prepared("card", {}, state="gone").stays


def test_a_key_list_has_to_be_signed_by_the_pinned_root() -> None:
    listed = KeyList(2, (Key(b"k", Purpose.CARDS, KeyState.CURRENT, bytes(32)),))
    signed = keys.sign_list(ROOT, listed)
    assert prepared("key_list", {"signed": signed.hex()}).rows == (("key_list", (signed,)),)
    other = keys.sign_list(Ed25519PrivateKey.generate(), listed)
    assert prepared("key_list", {"signed": other.hex()}).why == "signed"


def test_a_line_that_is_no_record_is_put_aside() -> None:
    assert prepare(BadItem("}{", "not an item"), PUBLIC) == Unread("}{", "not an item")


# --- pieces ---------------------------------------------------------------------------------------------------------

AFTER = Cursor("e", 10, 20, 30, 5)
END = Cursor("e", 1000, 1000, 1000, 5)


def page(*items: Item | BadItem, after: Cursor = AFTER, to: Cursor = END) -> Page:
    return Page(after, to, False, 0, "", items)


def test_an_empty_page_is_one_piece_that_leads_to_its_end() -> None:
    (piece,) = pieces(page(), PUBLIC)
    assert (piece.records, piece.cursor) == ((), END)


def test_a_piece_is_bounded_by_rows() -> None:
    items = [wire.item("activity", str(number), number + 1, activity("Palla")) for number in range(1000)]
    cut = list(cut_up(prepare(item, PUBLIC) for item in items))
    assert len(cut) == -(-1000 // -(-PIECE_ROWS // 3))  # an activity and two rows that are read out of it
    assert sum(map(len, cut)) == 1000


def test_a_piece_is_bounded_by_bytes() -> None:
    items = [wire.item("weather", str(number), number + 1, {"t": "x" * 100_000}) for number in range(10)]
    cut = list(cut_up(prepare(item, PUBLIC) for item in items))
    assert all(sum(len(one.text) for one in piece if isinstance(one, Prepared)) < 2 * PIECE_BYTES for piece in cut)
    assert len(cut) > 2


def test_a_stream_that_is_not_copied_stays_so() -> None:
    begun = Cursor("e", 0, 0, None, 9)
    items = [wire.item("person", str(number), number + 1, {}) for number in range(600)]
    cursors = [piece.cursor for piece in pieces(page(*items, after=begun, to=Cursor("e", 900, 900, None, 9)), PUBLIC)]
    assert {cursor.catalogue for cursor in cursors} == {None}
    assert cursors[0].rev < cursors[-1].rev == 900


KINDS = (REVOCATION, "person", "activity", "weather")
some_items = st.lists(
    st.one_of(
        st.builds(lambda rev: wire.item(KINDS[rev % 4], str(rev), rev, {}), st.integers(1, 1200)),
        st.just(BadItem("}{", "not an item")),
    ),
    max_size=60,
)


@given(some_items, st.integers(1, 7))
@settings(max_examples=150, deadline=None)
def test_whatever_order_items_come_in_a_cut_between_pieces_loses_nothing(
    items: list[Item | BadItem], size: int
) -> None:
    """What comes after a piece is beyond its cursor, in the stream that it belongs to."""
    before = apply.PIECE_ROWS
    apply.PIECE_ROWS = size
    try:
        cut = list(pieces(page(*items), PUBLIC))
    finally:
        apply.PIECE_ROWS = before
    assert cut[-1].cursor == END
    assert sum(len(piece.records) for piece in cut) == len(items)
    written: set[object] = set()
    for number, piece in enumerate(cut):
        written.update(piece.records)
        missing = [one for later in cut[number + 1 :] for one in later.records if one not in written]
        assert all(comes_again(one, piece.cursor) for one in missing)


def comes_again(one: Prepared | Unread, cursor: Cursor) -> bool:
    """Whether a round that begins at this cursor would be sent it."""
    if isinstance(one, Unread):
        return (cursor.rev, cursor.revoked, cursor.catalogue) == (AFTER.rev, AFTER.revoked, AFTER.catalogue)
    stream = {REVOCATION: cursor.revoked, "activity": cursor.catalogue}.get(one.kind, cursor.rev)
    assert stream is not None
    return stream < one.rev or one.rev <= stream in (AFTER.rev, AFTER.revoked, AFTER.catalogue)
