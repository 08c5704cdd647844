"""The papers speak every language of theirs with all of their words."""

import tomllib
from dataclasses import fields

import pytest

from kiosk.domain.families import FIELDS, Kind
from kiosk.papers import words

LANGUAGES = sorted(path.stem.removeprefix("papers-") for path in words.FOLDER.glob("papers-*.toml"))


def test_italian_is_the_source_and_not_alone() -> None:
    assert {"it", "en", "ar"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing_empty_or_unknown(language: str) -> None:
    loaded = words.load(language)
    for paper in fields(loaded):
        said = vars(getattr(loaded, paper.name))
        assert all(value for name, value in said.items() if name != "right_to_left")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_family_s_records_can_hold_has_a_name(language: str) -> None:
    heading = {"label", "person", "adult", "child", "creature", "shielded"}
    named = {name for kind in Kind for name in FIELDS[kind]} - heading
    assert set(words.load(language).household.fields) == named


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_the_same_values(language: str) -> None:
    assert set(words.load(language).household.values) == set(words.load("it").household.values)


def test_arabic_is_read_from_the_right() -> None:
    assert words.load("ar").headcount.right_to_left
    assert not words.load("it").headcount.right_to_left


def test_where_the_papers_do_not_speak_a_language_italian_stands_in() -> None:
    assert words.load("si") == words.load("it")


def test_the_files_are_flat_text() -> None:
    for language in LANGUAGES:
        tables = tomllib.loads((words.FOLDER / f"papers-{language}.toml").read_text(encoding="utf-8"))
        assert set(tables) == {paper.name for paper in fields(words.Words)}
