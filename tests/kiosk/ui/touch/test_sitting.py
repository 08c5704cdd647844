"""The person at the screen walks on, goes back, changes the language, and leaves nothing behind."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.ui.languages import BY_TAG
from kiosk.ui.touch import sitting
from kiosk.ui.touch.faces import Listing
from kiosk.ui.touch.sitting import ATTRACT, BROWSE_STEP, HOME, LANGUAGE, SCAN, STATION, Sitting, Where, fresh, step

BROWSE, ACTIVITY = Where("browse", "pillar/healthcare"), Where("activity", "a1")
TRAILS: list[tuple[Where, ...]] = [
    (ATTRACT,),
    (HOME,),
    (HOME, LANGUAGE),
    (HOME, SCAN),
    (HOME, STATION),
    (HOME, BROWSE),
    (HOME, BROWSE, ACTIVITY),
    (HOME, BROWSE, ACTIVITY, LANGUAGE),
]
INTENTS = [
    "wake", "home", "back", "text", "contrast", "reach", "language", "language/en", "scan", "station", "browse/all",
    "browse/today", "browse/week", "browse/pillar/healthcare", "browse/age/6-10", "browse/near",
    "browse/more", "activity/a1",
]  # fmt: skip
MEANT = re.compile(
    "(wake|home|back|text|contrast|reach|scan|station|language)/?|(language|browse|activity)/.+", re.DOTALL
)
everywhere = pytest.mark.parametrize("trail", TRAILS, ids=lambda trail: trail[-1].screen)
everything = pytest.mark.parametrize("intent", INTENTS)


def at(*trail: Where) -> Sitting:
    return Sitting("it", trail)


def walked(*intents: str, start: Sitting | None = None) -> Sitting:
    here = start or fresh("it")
    for intent in intents:
        here = step(here, intent)
    return here


# --- every intent from every screen ---------------------------------------------------------------------------------


@everywhere
@everything
def test_every_intent_from_every_screen_leads_to_a_screen(trail: tuple[Where, ...], intent: str) -> None:
    after = step(at(*trail), intent)
    assert after.where.screen in {"attract", "home", "language", "scan", "station", "browse", "activity"}
    assert all(one != other for one, other in pairwise(after.trail))


@everywhere
@pytest.mark.parametrize(
    ("intent", "to"),
    [
        ("home", HOME),
        ("language", LANGUAGE),
        ("scan", SCAN),
        ("station", STATION),
        ("browse/all", Where("browse", "all")),
        ("browse/age/6-10", Where("browse", "age/6-10")),
        ("activity/a/b", Where("activity", "a/b")),
    ],
)
def test_a_screen_that_is_named_is_reached_from_everywhere(trail: tuple[Where, ...], intent: str, to: Where) -> None:
    assert step(at(*trail), intent).where == to


@everywhere
def test_back_undoes_a_step_to_another_screen(trail: tuple[Where, ...]) -> None:
    start = at(*trail)
    for intent in ("language", "scan", "station", "browse/all", "activity/a1"):
        after = step(start, intent)
        if after.where.screen != start.where.screen:
            assert step(after, "back") == start


@everywhere
def test_home_forgets_the_way(trail: tuple[Where, ...]) -> None:
    assert step(at(*trail), "home").trail == (HOME,)


@given(st.text(), st.sampled_from(TRAILS))
@settings(max_examples=300, deadline=None)
def test_an_intent_that_means_nothing_changes_nothing(path: str, trail: tuple[Where, ...]) -> None:
    start = at(*trail)
    after = step(start, path)
    assert after == start or MEANT.fullmatch(path)


@given(st.lists(st.one_of(st.sampled_from(INTENTS), st.text(max_size=12).map("browse/".__add__)), max_size=20))
@settings(max_examples=200, deadline=None)
def test_after_any_walk_there_is_a_screen_a_language_and_a_way_back(intents: list[str]) -> None:
    here = walked(*intents)
    assert here.trail
    assert here.language in BY_TAG
    assert here.text_step in (0, 1, 2)
    if here.where.screen == "browse":
        assert here.where.listing in Listing
    for _ in here.trail:
        here = step(here, "back")
    assert len(here.trail) == 1
    assert step(here, "back") == here


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "wake/up", "home/x", "back/2", "text/1", "contrast/on", "reach/x", "language/xx",
        "language/it/IT", "scan/x", "station/x", "browse", "browse/", "browse/nothing", "browse/more",
        "browse/PILLAR", "activity", "activity/", " home", "HOME", "\x00", "finished",
    ],
)  # fmt: skip
def test_what_is_nearly_an_intent_is_none(path: str) -> None:
    start = at(HOME)
    assert step(start, path) == start


# --- the first screen -----------------------------------------------------------------------------------------------


def test_nobody_is_here_at_first() -> None:
    assert fresh("en") == Sitting("en", (ATTRACT,), text_step=0, high_contrast=False, reach=False)


def test_a_station_set_to_a_language_without_words_speaks_italian() -> None:
    assert fresh("tlh").language == "it"


def test_back_from_the_first_screen_stays() -> None:
    for trail in ((ATTRACT,), (HOME,)):
        assert step(at(*trail), "back") == at(*trail)


def test_whoever_wakes_the_station_is_asked_for_the_language_and_comes_home() -> None:
    awake = walked("wake")
    assert awake.where == LANGUAGE
    assert walked("wake", "back").where == HOME
    assert walked("wake", "language/en").trail == (HOME,)


@everywhere
def test_only_a_sleeping_station_wakes(trail: tuple[Where, ...]) -> None:
    start = at(*trail)
    assert (step(start, "wake") != start) == (trail == (ATTRACT,))


# --- language and comfort -------------------------------------------------------------------------------------------


@everywhere
def test_a_chosen_language_returns_to_where_one_was(trail: tuple[Where, ...]) -> None:
    start = at(*trail)
    asked = step(start, "language")
    assert asked.where == LANGUAGE
    chosen = step(asked, "language/ar")
    assert chosen.language == "ar"
    assert chosen.trail == tuple(where for where in trail if where != LANGUAGE)


def test_a_language_chosen_from_nowhere_leads_home() -> None:
    assert step(at(LANGUAGE), "language/en") == Sitting("en", (HOME,))


def test_the_language_may_change_without_leaving_the_screen() -> None:
    assert step(at(HOME, BROWSE), "language/en") == Sitting("en", (HOME, BROWSE))


def test_text_grows_in_three_steps_and_begins_again() -> None:
    assert [walked(*["text"] * times).text_step for times in range(5)] == [0, 1, 2, 0, 1]


def test_contrast_and_reach_go_on_and_off() -> None:
    assert walked("contrast").high_contrast
    assert not walked("contrast", "contrast").high_contrast
    assert walked("reach").reach
    assert not walked("reach", "reach").reach


def test_comfort_stays_while_one_walks() -> None:
    here = walked("wake", "language/ar", "text", "contrast", "reach", "browse/all", "activity/a1", "back", "home")
    assert (here.language, here.text_step, here.high_contrast, here.reach) == ("ar", 1, True, True)


def test_a_fresh_sitting_drops_everything() -> None:
    used = walked("wake", "language/ar", "text", "contrast", "reach", "browse/pillar/healthcare", "activity/a1")
    assert used != fresh("it")
    assert set(vars(fresh("it"))) == set(vars(used))
    assert replace(used, language="it", trail=(ATTRACT,), text_step=0, high_contrast=False, reach=False) == fresh("it")
    assert fresh("it") == Sitting("it")


# --- browsing -------------------------------------------------------------------------------------------------------


def test_another_listing_takes_the_place_of_the_one_before() -> None:
    here = walked("home", "browse/all", "browse/pillar/healthcare", "browse/near")
    assert here.trail == (HOME, Where("browse", "near"))


def test_another_activity_takes_the_place_of_the_one_before() -> None:
    assert walked("home", "browse/all", "activity/a1", "activity/a2").trail == (
        HOME,
        Where("browse", "all"),
        Where("activity", "a2"),
    )


def test_more_shows_more_of_the_same_listing() -> None:
    here = walked("home", "browse/pillar/healthcare", "browse/more", "browse/more")
    assert here.where == Where("browse", "pillar/healthcare", shown=3 * BROWSE_STEP)
    assert step(here, "back").where == HOME


def test_more_is_kept_when_one_comes_back_from_an_activity() -> None:
    here = walked("home", "browse/all", "browse/more", "activity/a1", "back")
    assert here.where.shown == 2 * BROWSE_STEP


def test_another_listing_begins_at_its_beginning() -> None:
    assert walked("home", "browse/all", "browse/more", "browse/near").where.shown == BROWSE_STEP


def test_more_means_nothing_where_nothing_is_listed() -> None:
    for trail in TRAILS:
        if trail[-1].screen != "browse":
            assert step(at(*trail), "browse/more") == at(*trail)


@pytest.mark.parametrize(
    ("about", "listing", "argument"),
    [
        ("", Listing.ALL, ""),
        ("all", Listing.ALL, ""),
        ("pillar/x/y", Listing.PILLAR, "x/y"),
        ("age/0-5", Listing.AGE, "0-5"),
    ],
)
def test_where_one_browses_is_a_listing_and_what_it_is_narrowed_to(about: str, listing: Listing, argument: str) -> None:
    where = Where("browse", about)
    assert (where.listing, where.argument) == (listing, argument)


def test_the_screens_have_their_names() -> None:
    assert [where.screen for where in (ATTRACT, HOME, LANGUAGE, SCAN, STATION)] == [
        "attract", "home", "language", "scan", "station",
    ]  # fmt: skip
    assert sitting.BROWSE_STEP == 12
