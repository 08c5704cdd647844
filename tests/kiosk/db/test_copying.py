"""Copies: what is newer takes the place of what is older, and what a whole copy does not hold is swept."""

import pytest

from kiosk.db import copying
from kiosk.db.copying import ASIDE_KEPT, RAW_KEPT, Prepared, Unread
from kiosk.db.store import Store
from kiosk.db.tx import Tx

NOW = "2026-12-01T09:00:00.000Z"


def activity(id_: str, rev: int, title: str = "Palla") -> Prepared:
    rows = (
        ("activities", (id_, title, "", True, False, 0, 120)),
        ("pillars", (id_, "healthcare", 3)),
    )
    return Prepared("activity", id_, rev, "live", 1, f'{{"t":"{title}"}}', rev, rows)


def unreadable(id_: str, rev: int) -> Prepared:
    return Prepared("activity", id_, rev, "live", 1, '{"bad":1}', rev, why="title")


def gone(kind: str, id_: str, rev: int) -> Prepared:
    return Prepared(kind, id_, rev, "gone", 1, "{}", 0)


def card(serial: int, rev: int, person: str = "p") -> Prepared:
    return Prepared("card", str(serial), rev, "live", 1, "{}", rev, (("cards", (serial, person, "h", True)),))


def sweep(tx: Tx, copy: int, *kinds: str) -> int:
    """The whole sweep; in how many steps."""
    after: int | None = 0
    steps = 0
    while after is not None:
        after = tx.copying.sweep(copy, after, kinds)
        steps += 1
    return steps


def titles(tx: Tx) -> dict[str, str]:
    rows = tx.copying._connection.exec_driver_sql("SELECT id, title FROM activities ORDER BY id")
    return {row.id: row.title for row in rows}


def listed(tx: Tx) -> list[str]:
    return [line.activity for line in tx.catalogue.of_pillar("healthcare", NOW, 100).lines]


def test_within_one_copy_the_higher_rev_counts(store: Store) -> None:
    with store.begin() as tx:
        assert tx.copying.write([activity("a", 5, "neu")], 1, NOW) == 1
        assert tx.copying.write([activity("a", 4, "alt"), activity("a", 5, "gleich")], 1, NOW) == 0
        assert titles(tx) == {"a": "neu"}


def test_a_later_copy_counts_whatever_its_rev(store: Store) -> None:
    """Central was restored: its revs are lower than those it gave before."""
    with store.begin() as tx:
        tx.copying.write([activity("a", 900, "before")], 1, NOW)
        assert tx.copying.write([activity("a", 3, "restored")], 2, NOW) == 1
        assert titles(tx) == {"a": "restored"}


def test_of_an_id_that_comes_twice_in_a_piece_the_newer_one_counts(store: Store) -> None:
    with store.begin() as tx:
        assert tx.copying.write([activity("a", 7, "new"), activity("a", 6, "old")], 1, NOW) == 1
        assert titles(tx) == {"a": "new"}
        assert listed(tx) == ["a"]


def test_what_was_read_out_of_a_record_goes_with_it(store: Store) -> None:
    with store.begin() as tx:
        tx.copying.write([activity("a", 1), activity("b", 2)], 1, NOW)
        tx.copying.write([gone("activity", "a", 3), unreadable("b", 4)], 1, NOW)
        assert titles(tx) == {}
        assert listed(tx) == []


def test_a_dead_card_does_not_come_to_life_when_its_record_cannot_be_read(store: Store) -> None:
    dead = Prepared("card", "7", 1, "live", 1, "{}", 1, (("cards", (7, "p", "h", False)),))
    with store.begin() as tx:
        tx.copying.write([dead], 1, NOW)
        tx.copying.write([Prepared("card", "7", 2, "live", 1, "{}", 2, why="card", stays=True)], 1, NOW)
        binding = tx.cards.binding(7)
        assert binding is not None
        assert not binding.live


def test_a_sweep_drops_what_only_older_copies_held_and_what_was_read_out_of_it(store: Store) -> None:
    with store.begin() as tx:
        tx.copying.write([activity("a", 1), activity("b", 2), card(7, 3), gone("place", "p", 4)], 1, NOW)
        tx.copying.write([activity("b", 2)], 2, NOW)
        sweep(tx, 2)
        assert titles(tx) == {"b": "Palla"}
        assert listed(tx) == ["b"]
        assert tx.cards.binding(7) is None
        assert tx.copying._connection.exec_driver_sql("SELECT count(*) FROM records").scalar_one() == 1


def test_a_sweep_of_some_kinds_leaves_the_others(store: Store) -> None:
    with store.begin() as tx:
        tx.copying.write([activity("a", 1), card(7, 3)], 1, NOW)
        sweep(tx, 2, "card")
        assert titles(tx) == {"a": "Palla"}
        assert tx.cards.binding(7) is None


def test_revocations_are_never_taken_back_and_blanks_stay(store: Store) -> None:
    revoked = Prepared("revocation", "r", 1, "live", 1, "{}", 1, (("revocations", (5,)),))
    grant = Prepared("grant", "g", 2, "live", 1, "{}", 2, (("stock", (9, "g", "WM1")),))
    with store.begin() as tx:
        tx.copying.write([revoked, grant], 1, NOW)
        tx.copying.write([gone("revocation", "r", 3), gone("grant", "g", 4)], 1, NOW)
        sweep(tx, 2)
        assert tx.cards.about(5).revoked
        assert tx.cards.about(9).in_stock


@pytest.mark.parametrize("count", [0, 1, 149, 150, 151, 1000, 2300])
def test_a_sweep_comes_in_pieces_and_misses_nothing(store: Store, count: int) -> None:
    with store.begin() as tx:
        tx.copying.write([activity(f"a{number:05}", 1) for number in range(count)], 1, NOW)
        tx.copying.write([activity("kept", 1)], 2, NOW)
        steps = sweep(tx, 2)
        assert list(titles(tx)) == ["kept"]
        assert steps >= count // copying.SWEPT_AT_ONCE


def test_a_bad_record_is_put_aside_and_heals(store: Store) -> None:
    with store.begin() as tx:
        tx.copying.write([unreadable("a", 1), Unread("}{", "not an item")], 1, NOW)
        aside = tx.syncing.set_aside()
        assert {(row["kind"], row["id"], row["why"]) for row in aside} == {
            ("activity", "a", "title"),
            ("?", "}{", "not an item"),
        }
        tx.copying.write([activity("a", 2)], 1, NOW)
        assert [row["kind"] for row in tx.syncing.set_aside()] == ["?"]


def test_what_a_full_copy_no_longer_contains_is_no_longer_put_aside(store: Store) -> None:
    with store.begin() as tx:
        tx.copying.write([unreadable("a", 1), Unread("old", "not an item")], 1, NOW)
        tx.copying.write([unreadable("b", 1), Unread("new", "not an item")], 2, NOW)
        sweep(tx, 2)
        assert {row["id"] for row in tx.syncing.set_aside()} == {"b", "new"}


def test_what_is_put_aside_is_bounded(store: Store) -> None:
    long = Prepared("activity", "a", 1, "live", 1, '"' + "x" * 400_000 + '"', 1, why="title")
    with store.begin() as tx:
        tx.copying.write([long, *(Unread(f"line {number}" + "y" * 9000, "?") for number in range(1200))], 1, NOW)
        aside = tx.syncing.set_aside()
        assert len(aside) == ASIDE_KEPT + 1
        assert {row["id"][:9] for row in aside} > {"a", "line 1199"}
        assert max(len(row["raw"]) for row in aside) == RAW_KEPT
        assert max(len(row["id"]) for row in aside) == 200
