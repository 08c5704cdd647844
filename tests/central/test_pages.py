import gzip
import json
from collections.abc import Callable, Collection, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from central import feed, packing, pages
from central.db import Tx, digests, meta, reading, streams, writing
from central.db.streams import Seek
from central.feed import Draft
from central.opening import Central
from central.pages import Lost, Reply, Segments
from kiosk.domain import marks, wire
from kiosk.domain.wire import Cursor
from tests.central.reader import BEGIN, PUBLIC, cursor, end, items, names, read, walk

HERE = ("public", "hub:h1", "station:s1")


def provider(number: int, name: str = "") -> Draft:
    return Draft("provider", f"p{number:03}", {"name": name or f"Provider {number}"})


def filled(tx: Tx, own: int = 0, revoked: int = 0, providers: int = 0) -> None:
    """Records of the three streams, in turn."""
    for number in range(max(own, revoked, providers)):
        if number < providers:
            feed.publish_all(tx, [provider(number)])
        if number < own:
            feed.publish(tx, "note", f"n{number:03}", {"n": number})
        if number < revoked:
            feed.publish(tx, wire.REVOCATION, f"r{number:03}", {"serial": number})


# --- walking --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 2, 7, 1000])
def test_a_reader_walks_the_whole_feed_in_pages(tx: Tx, limit: int) -> None:
    filled(tx, own=9, revoked=5, providers=20)
    walked = walk(tx, limit=limit)
    assert all(len(page.items) <= limit for page in walked)
    seen = [name for page in walked for name, _ in names(page)]
    assert sorted(set(seen)) == sorted(seen)
    assert len(seen) == 35  # the key list too
    assert [walked[-1].to.rev, walked[-1].to.revoked, walked[-1].to.catalogue] == [meta.highest_rev(tx)] * 3


def test_revocations_come_first_then_own_records_then_the_catalogue_each_by_rev(tx: Tx) -> None:
    filled(tx, own=3, revoked=3, providers=3)
    kinds = [item.kind for page in walk(tx, limit=2) for item in items(page)]
    assert kinds == [*["revocation"] * 3, "key_list", *["note"] * 3, *["provider"] * 3]
    for kind in ("revocation", "note", "provider"):
        revs = [item.rev for page in walk(tx, limit=2) for item in items(page) if item.kind == kind]
        assert revs == sorted(revs)


def test_without_a_place_for_it_the_catalogue_is_left_out(tx: Tx) -> None:
    filled(tx, own=2, providers=5)
    page = read(tx, wire.BEGIN)
    assert {item.kind for item in items(page)} == {"key_list", "note"}
    assert (page.more, page.to.catalogue, page.total) == (False, None, 8)
    assert page.digest == marks.digest(digests.sums(tx, PUBLIC))  # of the catalogue too
    later = read(tx, Cursor(page.to.epoch, page.to.rev, page.to.revoked, 0, page.to.began))
    assert {item.kind for item in items(later)} == {"provider"}


def test_a_full_last_page_says_that_it_is_the_last(tx: Tx) -> None:
    filled(tx, own=2, revoked=1, providers=3)
    page = read(tx, limit=7)
    assert (len(page.items), page.more, page.to.rev) == (7, False, meta.highest_rev(tx))


def test_a_stream_that_has_nothing_more_leads_to_the_end(tx: Tx) -> None:
    filled(tx, own=3, revoked=3, providers=3)
    highest = meta.highest_rev(tx)
    first = read(tx, limit=3)
    assert (first.more, first.to.revoked, first.to.rev, first.to.catalogue) == (True, highest, 0, 0)
    second = read(tx, first.to, limit=4)
    assert (second.more, second.to.rev, second.to.catalogue) == (True, highest, 0)


def test_a_piece_of_the_catalogue_is_whole_or_not_there(tx: Tx) -> None:
    filled(tx, own=2, providers=10)
    assert [len(page.items) for page in walk(tx, limit=6)] == [3, 6, 4]
    assert [len(page.items) for page in walk(tx, limit=100)] == [13]


def test_what_others_are_sent_does_not_hold_the_cursor_back(tx: Tx) -> None:
    before = end(tx)
    feed.publish_all(tx, [Draft("person", str(number), {}, scope="hub:h2") for number in range(50)])
    page = read(tx, before, HERE, limit=7)
    assert (page.items, page.more) == ((), False)
    assert (page.to.rev, page.to.revoked, page.to.catalogue) == (meta.highest_rev(tx),) * 3


def test_a_copy_remembers_the_highest_rev_when_it_began(tx: Tx) -> None:
    filled(tx, own=3)
    first = read(tx, limit=1)
    began = meta.highest_rev(tx)
    feed.publish(tx, "note", "later", {})
    assert first.to.began == read(tx, first.to).to.began == began


def test_nothing_new_is_one_small_answer(tx: Tx) -> None:
    filled(tx, own=100, revoked=10, providers=100)
    page = read(tx, end(tx))
    assert (page.items, page.more, page.to, page.total) == ((), False, end(tx), 211)
    assert len(wire.dump_page(page)) < 400


def test_the_total_counts_the_live_records_of_the_scope_on_every_page(tx: Tx) -> None:
    filled(tx, own=4, providers=2)
    feed.publish(tx, "person", "x", {}, scope="hub:h2")
    feed.withdraw(tx, "note", "n000")
    assert [page.total for page in walk(tx, limit=2)] == [6] * 4  # three notes, two providers, the key list


def test_only_the_last_page_has_a_digest_and_it_is_that_of_what_was_fed(tx: Tx) -> None:
    filled(tx, own=4, revoked=1, providers=3)
    feed.publish(tx, "person", "p1", {"first_name": "Aa"}, scope="hub:h1")
    feed.publish(tx, "person", "p2", {"first_name": "Bb"}, scope="hub:h2")
    feed.withdraw(tx, "note", "n001")
    walked = walk(tx, scopes=HERE, limit=3)
    assert all(page.digest == "" for page in walked[:-1])
    held: dict[str, marks.Sum] = {}
    for item in (item for page in walked for item in items(page) if item.state == "live"):
        live, total = held.get(item.kind, (0, 0))
        mark = marks.mark(item.kind, item.id, item.v, item.text)
        held[item.kind] = marks.Sum(live + 1, (total + mark) % marks.MODULUS)
    assert walked[-1].digest == marks.digest(held)


def test_data_travels_as_the_text_that_is_held(tx: Tx) -> None:
    written = '{"b" : 1.50,"a":"\\u00e8 è"}'
    tx.execute(
        text(
            "INSERT INTO records (kind, id, scope, state, v, data) VALUES ('note', 'x', 'public', 'live', 1, :written)"
        ),
        {"written": written},
    )
    (item,) = (item for item in items(read(tx)) if item.id == "x")
    assert item.text == written


def test_a_page_ends_with_the_item_that_reaches_its_bytes(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tx, own=5, revoked=5, providers=5)
    monkeypatch.setattr(wire, "PAGE_BYTES", 150)
    walked = walk(tx, limit=1000)
    sizes = [[len(wire.dump_item(item)) for item in items(page)] for page in walked]
    assert all(sum(lines[:-1]) < 150 for lines in sizes)
    assert len({name for page in walked for name, _ in names(page)}) == sum(len(lines) for lines in sizes) == 16


# --- scopes ---------------------------------------------------------------------------------------------------------


def test_a_record_of_another_scope_is_never_fed(tx: Tx) -> None:
    feed.publish(tx, "person", "p1", {"first_name": "Aa"}, scope="hub:h1")
    feed.publish(tx, "person", "p2", {"first_name": "Bb"}, scope="hub:h2")
    feed.publish(tx, "person", "p3", {"first_name": "Cc"}, scope="hub:h11")
    feed.withdraw(tx, "person", "p2")
    assert names(read(tx, scopes=("public", "hub:h1"))) == [("keys", "live"), ("p1", "live")]


def test_leaving_a_scope_is_a_tombstone_there(tx: Tx) -> None:
    feed.publish(tx, "person", "p1", {"first_name": "Aa"}, scope="hub:h1")
    before = end(tx)
    feed.publish(tx, "person", "p1", {"first_name": "Bb"}, scope="hub:h2")
    feed.publish(tx, "person", "p1", {"first_name": "Cc"}, scope="hub:h3")
    (left,) = items(read(tx, before, ("public", "hub:h1")))
    assert (left.id, left.state, left.data) == ("p1", "gone", {})
    assert names(read(tx, before, ("public", "hub:h3"))) == [("p1", "live")]
    assert names(read(tx, before, ("public", "hub:h4"))) == []
    feed.publish(tx, "person", "p1", {"first_name": "Dd"}, scope="hub:h1")
    assert names(read(tx, before, ("public", "hub:h1"))) == [("p1", "live")]


def test_a_scope_is_left_by_its_whole_name(tx: Tx) -> None:
    feed.publish(tx, "person", "p1", {}, scope="hub:H1")
    feed.publish(tx, "person", "p1", {}, scope="hub:h12")
    feed.publish(tx, "person", "p1", {}, scope="hub:h2")
    assert names(read(tx, scopes=("public", "hub:h1"))) == [("keys", "live")]


# --- repair ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kinds", "fed"),
    [
        (["provider"], {"provider"}),
        (["revocation"], {"revocation"}),
        (["note", "provider"], {"note", "provider"}),
        (["key_list", "person"], {"key_list", "person"}),
        (["never"], set()),
    ],
)
def test_a_repair_is_sent_only_the_kinds_it_asks_for(tx: Tx, kinds: Collection[str], fed: set[str]) -> None:
    filled(tx, own=3, revoked=3, providers=3)
    feed.publish(tx, "person", "p1", {}, scope="hub:h1")
    feed.publish(tx, "person", "p2", {}, scope="hub:h2")
    after, seen, more = cursor(tx), list[wire.Item](), True
    while more:
        page = read(tx, after, HERE, 2, kinds)
        assert page.digest == ""
        seen, after, more = [*seen, *items(page)], page.to, page.more
    assert {item.kind for item in seen} == fed
    assert "p2" not in {item.id for item in seen}
    assert after == end(tx)


# --- cursors that lead nowhere --------------------------------------------------------------------------------------


def lost(tx: Tx, after: Cursor, kinds: Collection[str] = ()) -> Lost | None:
    page = pages.page(tx, PUBLIC, after, 10, kinds)
    return page if isinstance(page, Lost) else None


@pytest.mark.parametrize("after", [Cursor("another", 0, 0, 0), Cursor("", 1, 0, 0), Cursor("", 0, 1, None)])
def test_a_cursor_of_another_epoch_has_to_begin_again(tx: Tx, after: Cursor) -> None:
    assert lost(tx, after) is Lost.EPOCH


def test_a_cursor_ahead_of_central_has_to_begin_again(tx: Tx) -> None:
    ahead = meta.highest_rev(tx) + 1
    for after in (cursor(tx, ahead), cursor(tx, 0, ahead), cursor(tx, 0, 0, ahead)):
        assert lost(tx, after) is Lost.AHEAD


def test_a_cursor_that_missed_tombstones_has_to_begin_again(tx: Tx) -> None:
    filled(tx, own=9)
    meta.put(tx, "purged_rev", "5")
    epoch = meta.get(tx, "epoch")
    for rev, catalogue in ((4, 5), (5, 4), (4, None), (0, 0)):
        assert lost(tx, Cursor(epoch, rev, 9, catalogue)) is Lost.PURGED
    for rev, catalogue in ((5, 5), (5, None), (9, 9)):
        assert lost(tx, Cursor(epoch, rev, 0, catalogue)) is None
    assert lost(tx, Cursor(epoch, 0, 0, 0, began=5)) is None  # it began its copy after they were gone
    assert lost(tx, Cursor(epoch, 0, 0, 0, began=4)) is Lost.PURGED
    assert lost(tx, Cursor(epoch, 0, 0, 0), ["note"]) is None  # a repair sees what is live
    assert lost(tx, BEGIN) is None


# --- plans ----------------------------------------------------------------------------------------------------------

SOUGHT: dict[str, tuple[Seek, Sequence[str]]] = {
    "revocations": (streams.shared_after(("revocation",), 200, 1001), ["records_of_kind (kind=? AND rev>?)"]),
    "the catalogue": (streams.shared_after(pages.CATALOGUE, 200, 1001), ["records_catalogue (rev>?)"]),
    "two kinds of the catalogue": (
        streams.shared_after(("place", "session"), 200, 1001),
        ["records_of_kind (kind=? AND rev>?)"] * 2,
    ),
    "own records": (
        streams.own_after(HERE, (), 200, 1001),
        [*["records_own (scope=? AND rev>?)"] * 3, "records_left (rev>?)"],
    ),
    "own records of some kinds": (
        streams.own_after(HERE, ("note", "person"), 200, 1001),
        [*["records_own (scope=? AND rev>?)"] * 3, "records_left (rev>?)"],
    ),
}


@pytest.mark.parametrize(("seek", "sought"), SOUGHT.values(), ids=SOUGHT.keys())
def test_a_page_is_sought_and_never_walks_over_what_it_does_not_send(tx: Tx, seek: Seek, sought: Sequence[str]) -> None:
    filled(tx, own=100, revoked=100, providers=100)
    feed.publish_all(tx, [Draft("person", str(number), {}, f"hub:h{number % 3}") for number in range(100)])
    feed.publish_all(tx, [Draft("person", str(number), {}, f"hub:h{number % 4}") for number in range(100)])
    asked = seek.statements.on(tx).params(**seek.values)
    compiled = str(asked.compile(tx.engine, compile_kwargs={"literal_binds": True}))
    if tx.dialect.name == "sqlite":
        plan = [row[3] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
        found = [step.removeprefix("SEARCH records USING INDEX ") for step in plan if " records " in step]
        assert found == sought
        assert not [step for step in plan if "TEMP B-TREE" in step], "what is in order is sorted"
    else:
        assert _sought_by_postgresql(tx, compiled) == sorted(index.partition(" ")[0] for index in sought)


def _sought_by_postgresql(tx: Tx, compiled: str) -> list[str]:
    """The indexes that are used, each of them from a rev on, without a row that is read in vain."""
    tx.exec_driver_sql("ANALYZE records")
    tx.exec_driver_sql("SET LOCAL enable_seqscan = off")  # a small table would be read whole
    (plan,) = tx.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {compiled}").scalar_one()
    found, steps = [], [plan["Plan"]]
    while steps:
        step = steps.pop()
        steps += step.get("Plans", [])
        assert "Seq Scan" not in step["Node Type"]
        if "Index Name" in step:
            assert "rev >" in step["Index Cond"]
            assert step["Index Name"] == "records_left" or not step.get("Rows Removed by Filter")
            found.append(step["Index Name"])
    return sorted(found)


# --- the catalogue, packed once -------------------------------------------------------------------------------------


class Counted:
    """A database whose answers are counted; how often lines were packed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.packed = 0
        once = pages._packed

        def packed(*args: object) -> object:
            self.packed += 1
            return once(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(pages, "_packed", packed)


def test_what_all_are_sent_is_packed_once(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tx, own=3, providers=10)
    feed.publish(tx, "person", "p1", {}, scope="hub:h1")
    counted, segments = Counted(monkeypatch), Segments()
    after = read(tx, scopes=HERE, limit=6, segments=segments).to
    again = read(tx, scopes=("public", "hub:h2"), limit=4, segments=segments).to
    assert (again.catalogue, after.catalogue, counted.packed) == (0, 0, 2)
    read(tx, after, HERE, 6, segments=segments)
    read(tx, cursor(tx, again.rev, again.revoked, 1), limit=6, segments=segments)  # no item between 0 and 1
    assert counted.packed == 2


def test_what_others_write_packs_nothing_again(tx: Tx, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tx, providers=10)
    counted, segments = Counted(monkeypatch), Segments()
    read(tx, segments=segments)
    filled(tx, own=5, revoked=5)
    assert len(items(read(tx, segments=segments))) == 21
    assert counted.packed == 1


CHANGES: dict[str, Callable[[Tx], object]] = {
    "a change": lambda tx: feed.publish_all(tx, [provider(3, "Library")]),
    "a change past the end": lambda tx: feed.publish_all(tx, [provider(99)]),
    "a withdrawal": lambda tx: feed.withdraw(tx, "provider", "p003"),
    "raw SQL": lambda tx: tx.execute(text("UPDATE records SET v = 2 WHERE id = 'p000'")),
    "all of them": lambda tx: tx.execute(text("UPDATE records SET v = 2 WHERE kind = 'provider'")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
@pytest.mark.parametrize("limit", [1, 4, 10, 11, 100])
def test_a_changed_record_never_comes_from_what_was_packed(tx: Tx, change: Callable[[Tx], object], limit: int) -> None:
    filled(tx, providers=10)
    segments = Segments()
    read(tx, limit=limit, segments=segments)
    change(tx)
    assert read(tx, limit=limit, segments=segments) == read(tx, limit=limit)


def test_what_a_later_transaction_packed_is_not_shown_to_an_earlier_one(central: Central) -> None:
    with writing(central.engine) as tx:
        filled(tx, providers=3)
    segments = Segments()
    with reading(central.engine) as earlier:
        expected = read(earlier)
        with writing(central.engine) as tx:
            feed.publish_all(tx, [provider(1, "Changed")])  # as many lines as before from the same first one
        with reading(central.engine) as later:
            assert read(later, segments=segments) != expected
        assert read(earlier, segments=segments) == expected


def test_what_is_kept_packed_has_an_end(tx: Tx) -> None:
    filled(tx, providers=30)
    segments = Segments(most=400)
    for page in walk(tx, limit=5):
        read(tx, page.after if page.after.epoch else BEGIN, limit=5, segments=segments)
        assert segments._bytes == sum(len(held.packed.deflated) for held in segments._held.values()) <= 400
    assert 0 < len(segments._held) < 6


def test_nothing_of_a_person_is_kept_packed(tx: Tx) -> None:
    filled(tx, own=3, providers=3)
    feed.publish(tx, "person", "p1", {"first_name": "Canary"}, scope="hub:h1")
    segments = Segments()
    walked = read(tx, scopes=HERE, segments=segments)
    assert "p1" in {item.id for item in items(walked)}
    kept = b"".join(packing.unpack(held.packed) for held in segments._held.values())
    kinds = {json.loads(line)["kind"] for line in kept.splitlines()}
    assert kinds == {"provider"}


@pytest.mark.parametrize(("own", "providers"), [(0, 0), (5, 0), (0, 5), (5, 5)])
def test_packed_or_plain_a_page_is_the_same(tx: Tx, own: int, providers: int) -> None:
    filled(tx, own=own, providers=providers)
    reply = pages.page(tx, PUBLIC, BEGIN)
    assert isinstance(reply, Reply)
    assert gzip.decompress(reply.gzipped()) == reply.plain()
    assert len(reply.plain()) == reply.length


_NUMBERS = st.integers(0, 6)
_SCOPES = ("public", "hub:h1", "hub:h2", "station:s1")
_STEPS = st.one_of(
    st.tuples(st.just("catalogue"), _NUMBERS, st.integers(0, 1)),
    st.tuples(st.just("withdraw"), _NUMBERS, st.sampled_from(["provider", "note", "revocation"])),
    st.tuples(st.just("own"), _NUMBERS, st.sampled_from(_SCOPES)),
    st.tuples(st.just("revoke"), _NUMBERS, st.just(0)),
    st.tuples(st.just("read"), st.integers(1, 8), st.sampled_from([0, 1, 2])),
)


def _step(tx: Tx, what: str, number: int, with_: object) -> None:
    if what == "catalogue":
        feed.publish_all(tx, [provider(number, f"Provider {with_}")])
    elif what == "withdraw":
        feed.withdraw(tx, str(with_), f"p{number:03}" if with_ == "provider" else str(number))
    elif what == "own":
        feed.publish(tx, "note", str(number), {"n": number}, scope=str(with_))
    else:
        feed.publish(tx, wire.REVOCATION, str(number), {"serial": number})


_ON_ONE_CENTRAL = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=12, suppress_health_check=_ON_ONE_CENTRAL)
@given(steps=st.lists(_STEPS, max_size=25))
def test_reading_with_what_was_packed_is_reading_without(
    central: Central, steps: list[tuple[str, int, object]]
) -> None:
    _read_with_and_without(central, steps)


@pytest.mark.long
@settings(max_examples=100, suppress_health_check=_ON_ONE_CENTRAL)
@given(steps=st.lists(_STEPS, max_size=25))
def test_reading_with_what_was_packed_after_any_of_many_histories_is_reading_without(
    central: Central, steps: list[tuple[str, int, object]]
) -> None:
    _read_with_and_without(central, steps)


def _read_with_and_without(central: Central, steps: list[tuple[str, int, object]]) -> None:
    """Three readers of different scopes go on from where they are, whatever is published, withdrawn and moved."""
    readers = [("public", "hub:h1", "station:s1"), ("public", "hub:h2"), ("public",)]
    with central.engine.connect().execution_options(writes=True) as tx, tx.begin() as whole:
        segments, at = Segments(), [BEGIN] * 3
        for what, number, with_ in steps:
            if what != "read":
                _step(tx, what, number, with_)
                continue
            reader = int(str(with_))
            page = read(tx, at[reader], readers[reader], number, segments=segments)
            assert page == read(tx, at[reader], readers[reader], number)
            at[reader] = page.to
        for reader, scopes in enumerate(readers):
            assert _whole(tx, scopes, segments) == _whole(tx, scopes, None), reader
        whole.rollback()


def _whole(tx: Tx, scopes: Sequence[str], segments: Segments | None) -> list[wire.Page]:
    walked = [read(tx, BEGIN, scopes, 3, segments=segments)]
    while walked[-1].more:
        walked.append(read(tx, walked[-1].to, scopes, 3, segments=segments))
    return walked
