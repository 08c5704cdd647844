"""The sums of what is here follow the rows, whoever writes them, and a change that nobody summed shows."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.db.copying import Prepared
from kiosk.db.digests import NONE, Digests, added
from kiosk.db.store import Store
from kiosk.db.tx import Tx
from kiosk.domain import marks
from kiosk.domain.marks import MODULUS, Sum


def live(kind: str, id_: str, rev: int, text: str) -> Prepared:
    return Prepared(kind, id_, rev, "live", 1, text, marks.mark(kind, id_, 1, text))


def gone(kind: str, id_: str, rev: int) -> Prepared:
    return Prepared(kind, id_, rev, "gone", 1, "{}", 0)


def of(*records: Prepared) -> dict[str, Sum]:
    """What the sums of these have to be."""
    found: dict[str, Sum] = {}
    for one in records:
        found[one.kind] = added(found.get(one.kind, NONE), Sum(1, one.mark))
    return found


def raw(tx: Tx, statement: str) -> None:
    """Somebody with the key changes the file."""
    tx.digests._connection.exec_driver_sql(statement)


def walk(tx: Tx) -> dict[str, Sum]:
    """All marks computed anew."""
    found: dict[str, Sum] = {}
    after = 0
    while checked := tx.digests.check(after):
        for kind, some in checked.sums.items():
            found[kind] = added(found.get(kind, NONE), some)
        after = checked.last
    return found


A, B, S = live("activity", "a", 1, '{"t":1}'), live("activity", "b", 2, '{"t":2}'), live("session", "s", 3, "{}")


@pytest.fixture
def filled(store: Store) -> Store:
    with store.begin() as tx:
        tx.copying.write([A, B, S], 1, "")
    return store


def test_they_follow_what_comes_changes_and_goes(filled: Store) -> None:
    with filled.begin() as tx:
        assert tx.digests.sums() == of(A, B, S)
        changed = live("activity", "a", 4, '{"t":9}')
        tx.copying.write([changed, gone("session", "s", 5)], 1, "")
        assert tx.digests.sums() == of(changed, B)
        back = live("session", "s", 6, "{}")
        tx.copying.write([back, gone("activity", "b", 7)], 1, "")
        assert tx.digests.sums() == of(changed, back)
        assert tx.digests.live() == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE records SET data = '{\"t\":7}' WHERE id = 'a'",
        "UPDATE records SET id = 'z' WHERE id = 'a'",
        "UPDATE records SET v = 2 WHERE id = 'a'",
        "UPDATE records SET kind = 'place' WHERE id = 'a'",
        "UPDATE records SET state = 'gone' WHERE id = 'a'",
        "UPDATE records SET mark = mark + 1 WHERE id = 'a'",
        "DELETE FROM records WHERE id = 'a'",
        "INSERT INTO records (kind, id, rev, state, v, data) VALUES ('activity', 'c', 1, 'live', 1, '{}')",
    ],
)
def test_a_change_behind_our_back_shows(filled: Store, statement: str) -> None:
    with filled.begin() as tx:
        raw(tx, statement)
        assert marks.digest(tx.digests.sums()) != marks.digest(of(A, B, S))


def test_a_change_that_kept_its_mark_shows_once_all_are_computed_anew(filled: Store) -> None:
    """Whoever takes the triggers away is found by the daily check."""
    with filled.begin() as tx:
        raw(tx, "DROP TRIGGER marks_are_of_their_data")
        raw(tx, "UPDATE records SET data = '{\"t\":7}' WHERE id = 'a'")
        assert tx.digests.sums() == of(A, B, S)
        changed = live("activity", "a", 1, '{"t":7}')
        assert walk(tx) == of(changed, B, S)
        assert tx.digests.sums() == of(changed, B, S)


def test_sums_that_were_changed_are_put_right(filled: Store) -> None:
    with filled.begin() as tx:
        raw(tx, "UPDATE digests SET marks = marks + 1, live = 17")
        tx.digests.put(walk(tx))
        assert tx.digests.sums() == of(A, B, S)


def test_the_sum_of_marks_stays_below_its_modulus(store: Store) -> None:
    high = [Prepared("place", str(number), 1, "live", 1, "{}", MODULUS - 1) for number in range(5)]
    with store.begin() as tx:
        tx.copying.write(high, 1, "")
        assert tx.digests.sums() == {"place": Sum(5, MODULUS - 5)}
        tx.copying.write([gone("place", "0", 2), gone("place", "1", 2)], 1, "")
        assert tx.digests.sums() == {"place": Sum(3, MODULUS - 3)}


def test_a_check_of_many_rows_comes_in_pieces(store: Store) -> None:
    records = [live("place", f"{number:04}", 1, "{}") for number in range(1000)]
    with store.begin() as tx:
        tx.copying.write(records, 1, "")
        first = tx.digests.check(0)
        assert first is not None
        assert sum(one.live for one in first.sums.values()) < 1000
        assert walk(tx) == of(*records)


writes = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.booleans(), st.integers(0, 3))


@given(st.lists(writes, max_size=30), st.integers(1, 3))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whatever_is_written_in_whatever_copy_they_are_what_the_rows_say(
    store: Store, wrote: list[tuple[str, str, bool, int]], copies: int
) -> None:
    with store.begin() as tx:
        raw(tx, "DELETE FROM records")
        for number, (kind, id_, is_live, text) in enumerate(wrote):
            one = live(kind, id_, number + 1, f'{{"t":{text}}}') if is_live else gone(kind, id_, number + 1)
            tx.copying.write([one], 1 + number % copies, "")
        kept = tx.digests.sums()
        assert kept == walk(tx)
        assert kept == Digests(tx.digests._connection).sums()
