"""Whether somebody may leave, and how."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.release import Bar, NeedsAdult, NotThisAdult, Released, Standing, is_of_age, release, standing
from kiosk.domain.ties import Leaving, Minor, Tie, Way

DAY = date(2026, 12, 1)
MOTHER = Tie("mother", "child", guardian=True)
CHILD = Minor("child", "2018-05-01", ties=(MOTHER,))
ALONE = Leaving(alone=True, since="2026-09-01", until="2027-06-10")
BARRED = NotThisAdult(Bar.MUST_NOT_COLLECT)


def test_a_child_leaves_with_an_adult_who_may_collect() -> None:
    assert release(CHILD, "mother", DAY) == Released(Way.WITH_ADULT)
    neighbour = Tie("neighbour", "child", may_collect=True)
    assert release(replace(CHILD, ties=(neighbour,)), "neighbour", DAY) == Released(Way.WITH_ADULT)


def test_an_adult_whom_nobody_named_does_not_collect() -> None:
    assert release(CHILD, "neighbour", DAY) == NotThisAdult(Bar.NOT_AUTHORISED)
    ties = (Tie("aunt", "child", emergency=True), Tie("uncle", "cousin", may_collect=True))
    assert release(replace(CHILD, ties=ties), "aunt", DAY) == NotThisAdult(Bar.NOT_AUTHORISED)
    assert release(replace(CHILD, ties=ties), "uncle", DAY) == NotThisAdult(Bar.NOT_AUTHORISED)


def test_must_not_collect_wins_over_guardian_and_over_may_collect() -> None:
    both = (Tie("father", "child", guardian=True, may_collect=True), Tie("father", "child", must_not_collect=True))
    for ties in (both, both[::-1]):
        assert release(replace(CHILD, ties=ties), "father", DAY) == BARRED
    assert release(replace(CHILD, born="2008-01-01", ties=both), "father", DAY) == BARRED


@pytest.mark.parametrize(("since", "until"), [("2026-12-02", ""), ("", "2026-11-30")])
def test_a_tie_counts_only_within_its_days(since: str, until: str) -> None:
    delegated = Tie("aunt", "child", may_collect=True, since=since, until=until)
    assert release(replace(CHILD, ties=(delegated,)), "aunt", DAY) == NotThisAdult(Bar.NOT_AUTHORISED)
    today = replace(delegated, since="2026-12-01", until="2026-12-01")
    assert release(replace(CHILD, ties=(today,)), "aunt", DAY) == Released(Way.WITH_ADULT)


@pytest.mark.parametrize(("since", "until"), [("", "30/06/2026"), ("01/09/2027", ""), ("", "20260630"), ("soon", "")])
def test_days_that_cannot_be_read_allow_nothing_and_end_no_prohibition(since: str, until: str) -> None:
    may = Tie("aunt", "child", may_collect=True, since=since, until=until)
    must_not = replace(may, may_collect=False, must_not_collect=True)
    assert release(replace(CHILD, ties=(may,)), "aunt", DAY) == NotThisAdult(Bar.NOT_AUTHORISED)
    assert release(replace(CHILD, ties=(must_not,)), "aunt", DAY) == BARRED
    assert release(replace(CHILD, leaving=Leaving(True, since, until)), "", DAY) == NeedsAdult()


def test_who_must_not_until_yesterday_and_may_from_tomorrow_does_not_collect_today() -> None:
    ended = Tie("father", "child", must_not_collect=True, until="2026-11-30")
    begins = Tie("father", "child", may_collect=True, since="2026-12-02")
    said = [
        release(replace(CHILD, ties=(ended, begins)), "father", date(2026, month, day))
        for month, day in ((11, 30), (12, 1), (12, 2))
    ]
    assert said == [BARRED, NotThisAdult(Bar.NOT_AUTHORISED), Released(Way.WITH_ADULT)]


def test_nobody_comes_for_a_child_who_may_not_leave_alone() -> None:
    assert release(CHILD, "", DAY) == NeedsAdult()


def test_alone_takes_a_written_authorisation_that_runs() -> None:
    alone = replace(CHILD, leaving=ALONE)
    assert release(alone, "", DAY) == Released(Way.ALONE)
    assert release(alone, "", date(2026, 8, 31)) == NeedsAdult()
    assert release(alone, "", date(2027, 6, 11)) == NeedsAdult()
    assert release(replace(CHILD, leaving=replace(ALONE, alone=False)), "", DAY) == NeedsAdult()


def test_alone_from_one_activity_is_not_alone_from_another() -> None:
    chess = replace(CHILD, leaving=replace(ALONE, scope="chess"))
    assert release(chess, "", DAY, "chess") == Released(Way.ALONE)
    assert release(chess, "", DAY, "judo") == release(chess, "", DAY) == NeedsAdult()


@pytest.mark.parametrize(
    ("born", "last_day_below", "first_day"),
    [
        ("2012-12-01", date(2026, 11, 30), date(2026, 12, 1)),
        ("2012-02-29", date(2026, 2, 28), date(2026, 3, 1)),
        ("2014-02-29", date(2030, 1, 1), None),  # no such day: not known
        ("2010-01-01", date(2023, 12, 31), date(2024, 1, 1)),
    ],
)
def test_from_fourteen_on_their_own(born: str, last_day_below: date, first_day: date | None) -> None:
    minor = replace(CHILD, born=born)
    assert release(minor, "", last_day_below) == NeedsAdult()
    if first_day:
        assert release(minor, "", first_day) == Released(Way.ON_THEIR_OWN)


@pytest.mark.parametrize(
    "born", ["", "2008", "someday", "0000-00-00", "20080101", "2008-W01-1", "1900-01-01", "2030-01-01"]
)
def test_an_unknown_birth_date_counts_as_below_fourteen(born: str) -> None:
    assert release(replace(CHILD, born=born), "", DAY) == NeedsAdult()


days = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@given(days, days, st.lists(st.booleans(), min_size=3, max_size=3))
def test_no_day_and_no_other_tie_lets_them_go_with_who_must_not_collect(
    born: date, day: date, flags: list[bool]
) -> None:
    guardian, collects, alone = flags
    ties = (Tie("a", "child", guardian=guardian, may_collect=collects), Tie("a", "child", must_not_collect=True))
    minor = Minor("child", born.isoformat(), Leaving(alone=alone), ties)
    assert release(minor, "a", day) == BARRED


@given(days, days)
def test_once_of_age_is_of_age_for_ever(born: date, day: date) -> None:
    if is_of_age(born.isoformat(), day):
        assert is_of_age(born.isoformat(), day.replace(year=day.year + 1, day=min(day.day, 28)))


def test_who_is_an_adult_to_every_home_goes_on_their_own_whatever_their_birth_date() -> None:
    assert release(Minor("mother", adult=True), "", DAY) == Released(Way.ON_THEIR_OWN)
    assert release(Minor("mother"), "", DAY) == NeedsAdult()


flags = st.lists(st.booleans(), min_size=3, max_size=3)


@given(st.lists(st.tuples(flags, st.sampled_from(["", "2026-11-30", "2026-12-01", "soon"])), max_size=3))
def test_what_is_shown_of_an_adult_is_what_is_decided(said: list[tuple[list[bool], str]]) -> None:
    ties = tuple(
        Tie("a", "child", guardian, collects, never, until=until) for (guardian, collects, never), until in said
    )
    minor = replace(CHILD, ties=ties)
    decided = {
        Standing.MUST_NOT_COLLECT: BARRED,
        Standing.GUARDIAN: Released(Way.WITH_ADULT),
        Standing.MAY_COLLECT: Released(Way.WITH_ADULT),
        Standing.NOBODY: NotThisAdult(Bar.NOT_AUTHORISED),
    }
    assert release(minor, "a", DAY) == decided[standing(minor, "a", DAY)]


@pytest.mark.parametrize("flag", ["guardian", "may_collect"])
def test_who_is_not_18_on_the_day_collects_nobody_whatever_was_said_of_them(flag: str) -> None:
    """A tie of before the desk refused it, or a birth date that was corrected since."""
    brother = Tie("brother", "child", adult_born="2008-12-02", **{flag: True})  # type: ignore[arg-type]
    of = replace(CHILD, ties=(brother,))
    assert standing(of, "brother", DAY) is Standing.NOBODY
    assert release(of, "brother", DAY) == NotThisAdult(Bar.NOT_AUTHORISED)
    assert release(of, "brother", date(2026, 12, 2)) == Released(Way.WITH_ADULT)
    away = replace(brother, must_not_collect=True)
    assert release(replace(CHILD, ties=(away,)), "brother", DAY) == BARRED
