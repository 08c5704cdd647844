"""Whatever QML sends is read, or comes to nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.desk.wishes import LONGEST, Place, Wish, place, wish

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("path", "screen", "argument"),
    [("today", "today", ""), ("families/open/h-1", "families-open", "h-1"), ("families/new", "families-new", "")],
)
def test_a_place_names_its_page_and_what_it_is_about(path: str, screen: str, argument: str) -> None:
    assert (place(path).screen, place(path).argument) == (screen, argument)


def test_a_wish_is_a_path_and_what_was_filled_in() -> None:
    assert wish({"path": "today/see/v-1", "form": {"why": "mistake"}}) == Wish(
        "today", "see", "v-1", {"why": "mistake"}
    )


@pytest.mark.parametrize(
    ("path", "screen", "argument", "typed"),
    [
        ("families", "families", "", ""),
        ("families/?had", "families", "", "had"),
        ("families/?4/3/2018", "families", "", "4/3/2018"),
        ("families/new?4/3/2018", "families-new", "", "4/3/2018"),
        ("families/person/h-1/p-1", "families-person", "h-1/p-1", ""),
        ("families/add/h-1?chi?", "families-add", "h-1", "chi?"),
    ],
)
def test_what_is_being_typed_stands_behind_the_place(path: str, screen: str, argument: str, typed: str) -> None:
    at = place(path)
    assert (at.screen, at.argument, at.typed) == (screen, argument, typed)


def test_rows_of_a_table_are_forms_of_their_own() -> None:
    read = Wish("s", "v", "a", {"rows": [{"given": " Amina "}, "nonsense", {"n": 2}]})
    assert [(row.about, row.text("given"), row.number("n")) for row in read.rows("rows")] == [
        ("a", "Amina", 0),
        ("a", "", 2),
    ]
    assert read.rows("others") == ()


def test_a_form_is_read_strictly() -> None:
    read = Wish("s", "v", form={"name": "  Amina ", "long": "x" * 1000, "n": 3.0, "half": 2.5, "on": True, "some": [1]})
    assert (read.text("name"), len(read.text("long")), read.text("n")) == ("Amina", LONGEST, "")
    assert (read.number("n"), read.number("half"), read.number("on"), read.number("name")) == (3, 0, 0, 0)
    assert (read.flag("on"), read.flag("n")) == (True, False)
    assert (read.several("some"), read.several("name")) == ((1,), ())


@given(said=st.dictionaries(st.sampled_from(["path", "form", "x"]), ANYTHING))
def test_nonsense_never_breaks_it(said: dict[str, object]) -> None:
    read = wish(said)
    for name in ("path", "form", "", "x"):
        assert isinstance(read.text(name), str)
        assert 0 <= read.number(name) < 2**31
        assert isinstance(read.flag(name), bool)
        assert isinstance(read.several(name), tuple)
        assert isinstance(read.rows(name), tuple)
    assert isinstance(place(read.section), Place)
