"""G9: no edit of a family's record is lost, and no protection is weakened by a merge or by what is laid over it."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import families
from kiosk.domain.families import FIELDS, PROTECTIVE, Edit, Kind, Record
from kiosk.domain.familyedits import Told, merge, overlaid, strongest, weakens
from kiosk.domain.wire import RECORD_LONGEST

HOUSE = "house-1"
TEXTS = st.sampled_from(["", "Amina", "Anna", "2026-11-02", "2026-11-09", "peanuts", "eggs"])
LINES = st.lists(st.sampled_from(["peanuts", "eggs", "bees"]), unique=True).map("\n".join)
FIELD = st.sampled_from([(kind, name) for kind in Kind for name in FIELDS[kind]])


def told(name: str, was: object, now: object, seq: int = 1, kind: Kind = Kind.MEMBER, by: str = "a") -> Told:
    return Told(Edit(kind, "r", HOUSE, name, was, now), by, seq)  # type: ignore[arg-type]


def after(*edits: Told, record: Record | None = None) -> Record:
    for one in edits:
        record = merge(record, one).record
    assert record is not None
    return record


def test_different_fields_of_two_places_merge() -> None:
    record = after(told("given", "", "Amina"), told("family", "", "Haddad", by="b"))
    assert record.fields == {"given": "Amina", "family": "Haddad"}
    assert not any(record.also.values())


def test_the_same_field_changed_in_two_places_keeps_both_and_asks_a_person() -> None:
    first = after(told("given", "", "Amina"))
    second = merge(first, told("given", "", "Anna", by="b"))
    assert second.conflict
    assert (second.record.text("given"), second.record.also["given"]) == ("Amina", ("Anna",))


def test_who_saw_the_value_may_change_it_without_a_conflict() -> None:
    assert not merge(after(told("given", "", "Amina")), told("given", "Amina", "Anna", by="b")).conflict


def test_a_person_decides_between_the_values_that_they_saw_and_no_others() -> None:
    both = after(told("given", "", "Amina"), told("given", "", "Anna", by="b"), told("given", "", "Anita", by="c"))
    decided = replace(told("given", "Amina", "Anna", seq=2).edit, settled=1)
    record = merge(both, Told(decided, "a", 2)).record
    assert (record.text("given"), record.also["given"]) == ("Anna", ("Anita",))


@pytest.mark.parametrize(
    ("kind", "name", "one", "other", "both"),
    [
        (Kind.RELATION, "must_not_collect", True, False, True),
        (Kind.HOUSEHOLD, "shielded", False, True, True),
        (Kind.CONSENT, "withdrawn", "", "2026-11-02", "2026-11-02"),
        (Kind.CONSENT, "withdrawn", "2026-11-09", "2026-11-02", "2026-11-02"),
        (Kind.NOTE, "text", "peanuts", "eggs", "eggs\npeanuts"),
        (Kind.NOTE, "text", "peanuts", "peanuts\neggs", "peanuts\neggs"),
    ],
)
def test_of_two_protective_values_the_more_protective_counts(
    kind: Kind, name: str, one: families.Value, other: families.Value, both: families.Value
) -> None:
    assert strongest(kind, name, one, other) == strongest(kind, name, other, one) == both
    held = after(told(name, FIELDS[kind][name], one, kind=kind))
    assert merge(held, told(name, FIELDS[kind][name], other, kind=kind, by="b")).record.fields[name] == both


def test_taking_a_protection_away_is_known_as_that_and_changes_nothing() -> None:
    held = after(told("must_not_collect", False, True, kind=Kind.RELATION))
    weaker = merge(held, told("must_not_collect", True, False, seq=2, kind=Kind.RELATION))
    assert weakens(held, Kind.RELATION, "must_not_collect", now=False)
    assert weaker.conflict
    assert weaker.record.flag("must_not_collect")


def test_an_edit_of_ours_is_shown_until_centrals_record_contains_it() -> None:
    own = told("given", "", "Amina", seq=7)
    without = Record(HOUSE, {"given": "Anna"}, {}, {"a": 6, "b": 90})
    assert (overlaid(without, [own]) or without).text("given") == "Amina"
    contains = replace(without, contains={"a": 7})
    assert overlaid(contains, [own]) == contains


def test_a_page_of_the_feed_never_takes_a_protection_off_the_screen() -> None:
    own = told("must_not_collect", False, True, seq=7, kind=Kind.RELATION)
    for contains in ({}, {"a": 6}, {"b": 99}):
        shown = overlaid(Record(HOUSE, {"must_not_collect": False}, {}, contains), [own])
        assert shown is not None
        assert shown.flag("must_not_collect")
    fed = Record(HOUSE, {"must_not_collect": True}, {}, {})
    off = told("must_not_collect", False, False, seq=8, kind=Kind.RELATION)
    assert (overlaid(fed, [off]) or fed).flag("must_not_collect")


def test_whom_a_record_is_about_is_said_once() -> None:
    held = after(told("child", "", "amina", kind=Kind.RELATION))
    other = merge(held, told("child", "amina", "bruno", seq=2, kind=Kind.RELATION))
    assert other.conflict
    assert (other.record.text("child"), other.record.also["child"]) == ("amina", ("bruno",))


def test_a_station_that_tells_a_thousand_things_of_one_field_does_not_make_the_record_too_long_to_travel() -> None:
    record: Record | None = None
    for seq in range(1, 1001):
        merged = merge(record, told("given", "?", f"{seq:>500}", seq))
        record = merged.record
        assert seq == 1 or merged.conflict
    assert record is not None
    assert len(json.dumps(families.dump_record(record))) < RECORD_LONGEST


@st.composite
def concurrent(draw: st.DrawFn) -> list[Told]:
    """Edits of one field at three desks that hear nothing of each other: each knows its own."""
    kind, name = draw(FIELD)
    texts = LINES if (kind, name) == (Kind.NOTE, "text") else TEXTS
    values: st.SearchStrategy[families.Value] = st.booleans() if isinstance(FIELDS[kind][name], bool) else texts
    edits, holds = [], dict.fromkeys("abc", FIELDS[kind][name])
    for seq, by in enumerate(draw(st.lists(st.sampled_from("abc"), max_size=9)), start=1):
        now = draw(values)
        edits.append(told(name, holds[by], now, seq, kind, by))
        holds[by] = now
    return edits


@given(concurrent())
def test_no_value_is_lost_and_every_conflict_is_said(edits: list[Told]) -> None:
    record: Record | None = None
    for one in edits:
        merged = merge(record, one)
        before = record.fields.get(one.edit.name) if record else None
        record = merged.record
        if (one.edit.kind, one.edit.name) not in PROTECTIVE:
            kept = (record.fields.get(one.edit.name, FIELDS[one.edit.kind][one.edit.name]), *_beside(record, one))
            assert one.edit.now in kept
            overwritten = before is not None and before not in kept
            assert not overwritten or before == one.edit.was
        assert record.contains[one.incarnation] >= one.seq


def _beside(record: Record, one: Told) -> Sequence[families.Value]:
    return record.also.get(one.edit.name, ())


@given(concurrent())
def test_protective_values_only_ever_grow(edits: list[Told]) -> None:
    record: Record | None = None
    for one in edits:
        key = (one.edit.kind, one.edit.name)
        nothing = FIELDS[one.edit.kind][one.edit.name]
        before = record.fields.get(one.edit.name, nothing) if record else nothing
        record = merge(record, one).record
        if key in PROTECTIVE:
            now = record.fields.get(one.edit.name, nothing)
            assert strongest(*key, before, now) == now
            assert strongest(*key, one.edit.now, now) == now


@given(concurrent())
def test_a_record_travels_as_plain_data(edits: list[Told]) -> None:
    record: Record | None = None
    for one in edits:
        record = merge(record, one).record
        data = json.loads(json.dumps(families.dump_record(record)))
        read = families.read_record(one.edit.kind, data)
        assert read is not None
        assert (read.household, read.fields, read.contains) == (record.household, record.fields, record.contains)
        assert families.dump_record(read) == data


@pytest.mark.parametrize("name", ["ශ්‍රී", "র‍্যাচেল", "عبدُ‌الرحمٰن", "李娜", "Nguyễn Thị Ánh", "O’Neill", "Ñandú"])
def test_a_name_is_kept_as_its_script_writes_it(name: str) -> None:
    assert families.fits(Kind.MEMBER, "given", name)


@pytest.mark.parametrize(
    "name", ["An\u200dna", "\u200dAnna", "अ\u200d", "अ\u200d\u200dब", "An\u200bna", "\u2060", "An\xadna"]
)
def test_nothing_hides_in_a_name(name: str) -> None:
    assert not families.fits(Kind.MEMBER, "given", name)


GOOD = {"kind": "member", "id": "m", "household": HOUSE, "field": "given", "was": "", "now": "Amina"}


@pytest.mark.parametrize(
    "spoiled",
    [
        {"kind": "pet"},
        {"field": "income"},
        {"now": None},
        {"now": True},
        {"now": "a\nb"},
        {"now": "x" * 501},
        {"now": "\u202eanimA"},
        {"id": ""},
        {"household": "h" * 65},
    ],
)
def test_what_cannot_be_an_edit_is_none(spoiled: dict[str, object]) -> None:
    assert families.read_edit(GOOD) is not None
    assert families.read_edit({**GOOD, **spoiled}) is None


def test_income_nationality_religion_residence_and_tax_code_have_no_field() -> None:
    names = {name for kind in Kind for name in FIELDS[kind]}
    assert not names & {"income", "isee", "nationality", "religion", "residence", "tax_code", "codice_fiscale"}
